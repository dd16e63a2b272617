/**
 * Closing an edition: the one rule. Every window over, every mailbox read since, every exchange assessed from what is in the ledger
 * today, every doubt decided; then it is ranked and its league table stored.
 */

import { type Problem, ReplymarkError } from '../domain/error.js'
import { DAY_MS, type Instant } from '../domain/time.js'
import type { StoredEdition } from '../ledger/editions.js'
import type { Ledger } from '../ledger/ledger.js'
import { polledSetting } from '../ledger/settings.js'
import { staleAssessments } from './assessment-inputs.js'
import { rankEdition } from './edition-ranking.js'
import { minuteOf, problem } from './problems.js'
import { settleStates } from './settle-states.js'

/** Probes named in a problem before "and N more". */
const NAMED = 3

function several(ids: readonly string[]): string {
  const named = ids.slice(0, NAMED).join(', ')
  return ids.length > NAMED ? `${named} and ${ids.length - NAMED} more` : named
}

/** Probes that wait, were lost or never went out. */
function probeProblems(ledger: Ledger, { id, configuration }: StoredEdition, now: Instant): Problem[] {
  const probes = ledger.probes.ofEdition(id)
  const windowMs = configuration.edition.answerWindowDays * DAY_MS
  const inState = (...states: readonly string[]) => probes.filter((probe) => states.includes(probe.state))
  const problems: Problem[] = []
  const unsent = inState('planned', 'sending')
  if (unsent.length > 0)
    problems.push(
      problem(
        several(unsent.map((probe) => probe.id)),
        `${unsent.length} probe(s) are not sent yet`,
        'Let `replymark run --live` finish, or cancel them.',
      ),
    )
  const ends = probes.flatMap((probe) => (probe.sentAt === null ? [] : [{ id: probe.id, at: probe.sentAt + windowMs }]))
  const lastEnd = ends.reduce((latest, { at }) => Math.max(latest, at), 0)
  // An answered one counts too: a second message inside its window may still change what is found of it.
  const waiting = ends.filter(({ at }) => at >= now)
  if (waiting.length > 0)
    problems.push(
      problem(
        several(waiting.map(({ id: probe }) => probe)),
        `${waiting.length} probe(s) are still inside their answer window`,
        `The last window ends on ${minuteOf(lastEnd)} UTC; close the edition after it.`,
      ),
    )
  const uncertain = inState('uncertain')
  if (uncertain.length > 0)
    problems.push(
      problem(
        several(uncertain.map((probe) => probe.id)),
        `${uncertain.length} probe(s) are uncertain`,
        'Settle them: `replymark review` lists them.',
      ),
    )
  if (waiting.length === 0)
    for (const account of new Set(probes.filter((probe) => probe.sentAt !== null).map((probe) => probe.account))) {
      const read = ledger.settings.get(polledSetting(account))
      if (typeof read !== 'number' || read <= lastEnd)
        problems.push(
          problem(
            `account ${account}`,
            'its mailbox was not read since the last answer window ended',
            'Let `replymark run` read it once more.',
          ),
        )
    }
  return problems
}

/** Exchanges that have no assessment, one of other inputs than today's, or a finding that is an error. */
function assessmentProblems(ledger: Ledger, edition: StoredEdition): Problem[] {
  const { id } = edition
  const assessments = new Map(ledger.assessments.ofEdition(id).map((assessment) => [assessment.probe, assessment]))
  const problems: Problem[] = []
  const missing = ledger.probes
    .ofEdition(id)
    .filter((probe) => ['answered', 'unanswered', 'bounced'].includes(probe.state) && !assessments.has(probe.id))
  if (missing.length > 0)
    problems.push(
      problem(
        several(missing.map((probe) => probe.id)),
        `${missing.length} exchange(s) are not assessed`,
        `Run \`replymark assess --edition ${id}\`.`,
      ),
    )
  const stale = staleAssessments(ledger, edition)
  if (stale.length > 0)
    problems.push(
      problem(
        several(stale),
        `${stale.length} exchange(s) changed since they were assessed`,
        `Run \`replymark assess --edition ${id}\`.`,
      ),
    )
  for (const assessment of assessments.values())
    for (const finding of assessment.findings)
      if (finding.outcome === 'error')
        problems.push(
          problem(
            `${assessment.probe}, criterion ${finding.criterion}`,
            `the finding is an error: ${finding.message.en}`,
            `Run \`replymark assess --edition ${id}\` once the cause is gone.`,
          ),
        )
  return problems
}

/** Doubts that nobody decided. */
function reviewProblems(ledger: Ledger, { id }: StoredEdition): Problem[] {
  return ledger.reviews
    .open({ edition: id })
    .map((review) =>
      problem(
        `review ${review.id} (${review.subject})`,
        `nobody has decided it: ${review.reason}`,
        `Decide it with \`replymark review\` or on the review page.`,
      ),
    )
}

/** True once every answer window of an edition is over and every mailbox was read after it: only people's decisions may be left. */
export function collectingIsOver(ledger: Ledger, edition: StoredEdition, now: Instant): boolean {
  return probeProblems(ledger, edition, now).length === 0
}

/** Everything that keeps an edition from being closed; empty where it can be. */
export function closingProblems(ledger: Ledger, id: string, now: Instant): readonly Problem[] {
  const edition = ledger.editions.require(id)
  return [
    ...probeProblems(ledger, edition, now),
    ...assessmentProblems(ledger, edition),
    ...reviewProblems(ledger, edition),
  ]
}

/**
 * Closes a running edition: settles probes, ranks, stores the league table.
 * @param by who closes it: `cli`, `user:…`
 * @throws ReplymarkError `conflict` with everything that stands in the way, `not-found`
 */
export function closeEdition(ledger: Ledger, id: string, now: Instant, by: string): void {
  const edition = ledger.editions.require(id)
  if (edition.state === 'closed') return
  if (edition.state !== 'running')
    throw new ReplymarkError('conflict', `Edition ${id} is ${edition.state}; only a running one can be closed`, {
      place: { thing: `edition ${id}` },
    })
  ledger.transaction(() => {
    settleStates(ledger, id, now, by)
    const problems = closingProblems(ledger, id, now)
    if (problems.length > 0)
      throw new ReplymarkError('conflict', `Edition ${id} cannot be closed yet`, {
        place: { thing: `edition ${id}` },
        problems,
      })
    rankEdition(ledger, id, now)
    ledger.editions.move(id, 'closed', now)
    ledger.audit.add({ at: now, actor: by, action: 'close-edition', target: `edition ${id}`, details: null })
  })
}
