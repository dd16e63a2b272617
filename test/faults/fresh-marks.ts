/** The marks of a ledger computed once more, without queue, threads or faults: what the service stored must be the same. */

import type { Assessment } from '../../src/domain/assessment.js'
import { assessmentWork } from '../../src/editions/assessment-inputs.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { createWorkPool, type WorkPool } from '../../src/queue/work.js'
import { canonicalJson } from '../../src/scoring/canonical-json.js'

let shared: WorkPool | null = null

/** One pool for all runs: its engines are loaded once. */
function pool(): WorkPool {
  shared ??= createWorkPool()
  return shared
}

/** What is wrong with the stored marks of an edition; one sentence each. */
export async function markProblems(ledger: Ledger, edition: string): Promise<readonly string[]> {
  const { configuration } = ledger.editions.require(edition)
  const stored = new Map<string, Assessment>()
  for (const assessment of ledger.assessments.ofEdition(edition)) stored.set(assessment.probe, assessment)
  const problems: string[] = []
  for (const [probe, payload] of assessmentWork(ledger, configuration, configuration.grid)) {
    const found = stored.get(probe)
    stored.delete(probe)
    const fresh = await pool().execute('assess-exchange', payload)
    if (!found) problems.push(`${probe} has no mark`)
    else if (canonicalJson(found) !== canonicalJson(fresh))
      problems.push(`${probe} has a mark that its evidence does not give`)
  }
  for (const probe of stored.keys()) problems.push(`${probe} has a mark and must have none`)
  return problems
}
