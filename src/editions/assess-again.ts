/** Assesses a published edition again, from its messages and frozen configuration, and says the first thing that comes out differently. */

import type { Assessment } from '../domain/assessment.js'
import { ReplymarkError } from '../domain/error.js'
import type { Exchange } from '../domain/exchange.js'
import type { StoredEdition } from '../ledger/editions.js'
import type { Ledger } from '../ledger/ledger.js'
import { createAssessor } from '../queue/assessment-work.js'
import { applyDecisions } from '../scoring/apply-decisions.js'
import { criteriaKnown } from '../scoring/assess-exchange.js'
import { firstReply } from '../scoring/build-evidence.js'
import { canonicalJson } from '../scoring/canonical-json.js'
import { assessmentWork, decisionsOf } from './assessment-inputs.js'

/** What assessing again came to. */
export interface AssessedAgain {
  /** The first assessment that differs, one sentence; null where none does. */
  readonly difference: string | null
  /** Assessments that came out the same. */
  readonly same: number
  /** What was not assessed again, and why, each with a number. */
  readonly left: readonly string[]
}

function firstDifference(stored: Assessment, again: Assessment): string {
  const findings = new Map(again.findings.map((finding) => [finding.criterion, canonicalJson(finding)]))
  const finding = stored.findings.find((one) => findings.get(one.criterion) !== canonicalJson(one))
  if (finding) return `finding ${finding.criterion} of probe ${stored.probe} comes out differently from its message`
  return `the assessment of probe ${stored.probe} comes out differently from its message`
}

/** Brands of which a sealed thing was erased: what their other answers are compared with is gone. */
function brandsErased(exchanges: readonly Exchange[], erased: ReadonlySet<string>): ReadonlySet<string> {
  const touched = exchanges.filter(
    ({ probe, messages }) => erased.has(probe.id) || messages.some(({ message }) => erased.has(message.hash)),
  )
  return new Set(touched.map(({ probe }) => probe.brand))
}

/** An outside engine that does not answer says nothing of the edition. */
function unlessUnavailable(error: unknown): null {
  if (error instanceof ReplymarkError && error.code === 'unavailable') return null
  throw error
}

/**
 * Runs proofreading and criteria over every exchange of a published edition and compares with what is stored.
 * @param erased ids of sealed things of which something was erased on a person's request; their brands are left out
 */
export async function assessAgain(
  ledger: Ledger,
  { id, configuration, publishedAt }: StoredEdition,
  erased: ReadonlySet<string>,
): Promise<AssessedAgain> {
  const { grid } = configuration
  if (!criteriaKnown(grid))
    return { difference: null, same: 0, left: ['criteria of other versions than this program has: not assessed again'] }
  const until = publishedAt ?? undefined
  const stored = new Map(ledger.assessments.ofEdition(id).map((assessment) => [assessment.probe, assessment]))
  const work = assessmentWork(ledger, configuration, grid, until)
  const { scores } = decisionsOf(ledger, id, until)
  const withoutWords = brandsErased(
    [...work.values()].map(({ exchange }) => exchange),
    erased,
  )
  const assessor = createAssessor()
  let [same, gone, otherEngine, noEngine] = [0, 0, 0, 0]
  try {
    for (const [probe, payload] of work) {
      const before = stored.get(probe)
      if (!before) return { difference: `the assessment of probe ${probe} is missing`, same, left: [] }
      if (withoutWords.has(payload.brand.id)) {
        gone += 1
        continue
      }
      const fresh = await assessor.assess(payload).catch(unlessUnavailable)
      if (!fresh) {
        noEngine += 1
        continue
      }
      const again = applyDecisions(fresh, grid, firstReply(payload.exchange, payload.answerWindowDays) !== null, scores)
      if (again.proofreader !== before.proofreader) {
        otherEngine += 1
        continue
      }
      if (canonicalJson(again) !== canonicalJson(before))
        return { difference: firstDifference(before, again), same, left: [] }
      same += 1
    }
  } finally {
    await assessor.close()
  }
  const left = [
    ...(gone > 0 ? [`${gone} exchange(s) of brands with erased words were not assessed again`] : []),
    ...(noEngine > 0 ? [`${noEngine} exchange(s) wait for a proofreading engine that does not answer`] : []),
    ...(otherEngine > 0 ? [`${otherEngine} exchange(s) were proofread by another engine or version`] : []),
  ]
  return { difference: null, same, left }
}
