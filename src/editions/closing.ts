/**
 * Closing an edition: the one rule. Every window over, every mailbox read since, every exchange assessed from what is in the ledger
 * today, every doubt decided; then it is ranked and its league table stored.
 */

import { dayStart } from '../calendar/days.js'
import type { Problem } from '../domain/error.js'
import type { Said } from '../domain/said.js'
import { DAY_MS, type Instant } from '../domain/time.js'
import { saidError, saidProblem, say } from '../languages/index.js'
import type { StoredEdition } from '../ledger/editions.js'
import type { Ledger } from '../ledger/ledger.js'
import { assessmentFailureSetting, keptFailure, MATCHING_FAILURE_SETTING, polledSetting } from '../ledger/settings.js'
import { staleAssessments } from './assessment-inputs.js'
import { rankEdition } from './edition-ranking.js'
import { minuteOf } from './minute.js'
import { MOST_MISSING, missingMarks } from './missing-marks.js'
import { settleStates } from './settle-states.js'
import { openSilenceDoubts } from './silence-doubts.js'

/** Probes named in a problem before "and N more". */
const NAMED = 3

function several(ids: readonly string[]): Said {
  return say('closing.thing-probes', {
    named: ids.slice(0, NAMED).join(', '),
    more: Math.max(0, ids.length - NAMED),
  })
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
      saidProblem(
        several(unsent.map((probe) => probe.id)),
        say('closing.unsent', { count: unsent.length }),
        // No later zone than UTC−12: there the last day ends twelve hours later.
        now > dayStart(configuration.edition.sendUntil) + 1.5 * DAY_MS
          ? say('closing.window-over', { day: configuration.edition.sendUntil, edition: id })
          : say('closing.let-sending-finish'),
      ),
    )
  const ends = probes.flatMap((probe) =>
    probe.sentAt === null || probe.state === 'void' ? [] : [{ id: probe.id, at: probe.sentAt + windowMs }],
  )
  const lastEnd = ends.reduce((latest, { at }) => Math.max(latest, at), 0)
  // An answered one counts too: a second message inside its window may still change what is found of it.
  const waiting = ends.filter(({ at }) => at >= now)
  if (waiting.length > 0)
    problems.push(
      saidProblem(
        several(waiting.map(({ id: probe }) => probe)),
        say('closing.inside-window', { count: waiting.length }),
        say('closing.last-window-ends', { minute: minuteOf(lastEnd) }),
      ),
    )
  const uncertain = inState('uncertain')
  if (uncertain.length > 0)
    problems.push(
      saidProblem(
        several(uncertain.map((probe) => probe.id)),
        say('closing.uncertain', { count: uncertain.length }),
        say('closing.decide-uncertain'),
      ),
    )
  if (waiting.length === 0)
    for (const account of new Set(probes.filter((probe) => probe.sentAt !== null).map((probe) => probe.account))) {
      const read = ledger.settings.get(polledSetting(account))
      if (typeof read !== 'number' || read <= lastEnd)
        problems.push(
          saidProblem(
            say('closing.thing-account', { account }),
            say('closing.mailbox-not-read'),
            say('closing.read-mailbox'),
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
      saidProblem(
        several(missing.map((probe) => probe.id)),
        say('closing.not-assessed', { count: missing.length }),
        say('closing.assess', { edition: id }),
      ),
    )
  const stale = staleAssessments(ledger, edition)
  if (stale.length > 0)
    problems.push(
      saidProblem(
        several(stale),
        say('closing.changed', { count: stale.length }),
        say('closing.assess', { edition: id }),
      ),
    )
  for (const assessment of assessments.values())
    for (const finding of assessment.findings)
      if (finding.outcome === 'error')
        problems.push(
          saidProblem(
            say('closing.thing-criterion', { probe: assessment.probe, criterion: finding.criterion }),
            say('closing.finding-is-error', { cause: finding.message.en ?? '' }),
            say('closing.assess-again', { edition: id }),
          ),
        )
  return problems
}

/** Marks that could not be made, where they are too many to print a table without them: which, and why. */
function missingMarkProblems(ledger: Ledger, { id }: StoredEdition): Problem[] {
  const { missing, marked, reasons } = missingMarks(ledger, id)
  if (missing.length === 0 || missing.length <= MOST_MISSING * (missing.length + marked)) return []
  return [
    saidProblem(
      several(missing),
      say('closing.marks-missing', {
        count: missing.length,
        all: missing.length + marked,
        reasons: reasons
          .slice(0, NAMED)
          .map(({ count, criterion, message }) => `${criterion}: ${message} (${count})`)
          .join('; '),
      }),
      say('closing.fill-marks'),
    ),
  ]
}

/** What failed in the last round: a failure is never read as silence. */
function failureProblems(ledger: Ledger, id: string): Problem[] {
  return [assessmentFailureSetting(id), MATCHING_FAILURE_SETTING].flatMap((name) => {
    const failure = keptFailure(ledger.settings, name)
    return failure
      ? [
          saidProblem(
            say('closing.thing-edition', { edition: id }),
            say('closing.part-failed', { cause: failure.problem }),
            say('closing.mend-cause'),
          ),
        ]
      : []
  })
}

/** Doubts that nobody decided. */
function reviewProblems(ledger: Ledger, { id }: StoredEdition): Problem[] {
  return ledger.reviews
    .open({ edition: id })
    .map((review) =>
      saidProblem(
        say('closing.thing-review', { review: `${review.id}`, subject: review.subject }),
        say('closing.undecided', { reason: review.reason }),
        say('closing.decide'),
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
    ...missingMarkProblems(ledger, edition),
    ...failureProblems(ledger, id),
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
    throw saidError('conflict', say('closing.not-running', { edition: id, state: edition.state }), {
      place: { thing: `edition ${id}` },
    })
  // Outside: what a person has to look at stays asked, though closing is refused.
  openSilenceDoubts(ledger, id, now, by)
  ledger.transaction(() => {
    settleStates(ledger, id, now, by)
    const problems = closingProblems(ledger, id, now)
    if (problems.length > 0)
      throw saidError('conflict', say('closing.not-yet', { edition: id }), {
        place: { thing: `edition ${id}` },
        problems,
      })
    rankEdition(ledger, id, now)
    ledger.editions.move(id, 'closed', now)
    ledger.audit.add({ at: now, actor: by, action: 'close-edition', target: `edition ${id}`, details: null })
  })
}
