/** The end of an edition: closing it when nothing is open any more, and publishing it frozen and sealed. */

import { stateByEvidence } from '../../jobs/assess-exchanges/settle-probes.js'
import { polledSetting } from '../../jobs/close-edition/close-edition.js'
import { type Problem, ReplymarkError } from '../domain/error.js'
import { DAY_MS, type Instant } from '../domain/time.js'
import type { StoredEdition } from '../ledger/editions.js'
import type { Ledger } from '../ledger/ledger.js'
import { rankEdition } from './edition-ranking.js'
import { EQUAL_TREATMENT_ANALYSIS } from './edition-rows.js'
import { makeSeal, type Seal } from './seal.js'

const problem = (thing: string, message: string, hint: string): Problem => ({ place: { thing }, message, hint })

/** Probes named in a problem before "and N more". */
const NAMED = 3

function several(ids: readonly string[]): string {
  const named = ids.slice(0, NAMED).join(', ')
  return ids.length > NAMED ? `${named} and ${ids.length - NAMED} more` : named
}

function day(at: Instant): string {
  return new Date(at).toISOString().replace('T', ' ').slice(0, 16)
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
  const waiting = inState('sent').filter((probe) => (probe.sentAt ?? now) + windowMs >= now)
  if (waiting.length > 0) {
    const last = Math.max(...waiting.map((probe) => (probe.sentAt ?? now) + windowMs))
    problems.push(
      problem(
        several(waiting.map((probe) => probe.id)),
        `${waiting.length} probe(s) are still inside their answer window`,
        `The last window ends on ${day(last)} UTC; close the edition after it.`,
      ),
    )
  }
  const uncertain = inState('uncertain')
  if (uncertain.length > 0)
    problems.push(
      problem(
        several(uncertain.map((probe) => probe.id)),
        `${uncertain.length} probe(s) are uncertain`,
        'Settle them: `replymark review` lists them.',
      ),
    )
  const lastEnd = probes.reduce((latest, probe) => Math.max(latest, (probe.sentAt ?? 0) + windowMs), 0)
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

/** Exchanges that have no assessment, or a finding that is an error. */
function assessmentProblems(ledger: Ledger, { id }: StoredEdition): Problem[] {
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

/** Everything that keeps an edition from being closed; empty where it can be. */
export function closingProblems(ledger: Ledger, id: string, now: Instant): readonly Problem[] {
  const edition = ledger.editions.require(id)
  return [
    ...probeProblems(ledger, edition, now),
    ...assessmentProblems(ledger, edition),
    ...reviewProblems(ledger, edition),
  ]
}

/** Brings probe states in line with the evidence: a window that is over without an answer is unanswered. */
function settle(ledger: Ledger, edition: StoredEdition, now: Instant, by: string): void {
  for (const exchange of ledger.matches.exchanges(edition.id)) {
    if (exchange.probe.state !== 'sent') continue
    const state = stateByEvidence(exchange, edition.configuration.edition.answerWindowDays, now)
    if (state !== 'sent')
      ledger.probes.move(exchange.probe.id, 'sent', state, { at: now, by, reason: 'edition closed' })
  }
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
    settle(ledger, edition, now, by)
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

/**
 * When brands have had their right of reply (METHODOLOGY §8): so many days after their marks opened to them, which is when the edition
 * was closed, or the later moment that the study names.
 */
function replyEndsAt({ configuration, closedAt }: StoredEdition): Instant {
  const { brandEmbargoUntil, rightOfReplyDays } = configuration.edition
  return Math.max(closedAt ?? 0, brandEmbargoUntil ?? 0) + (rightOfReplyDays ?? 0) * DAY_MS
}

/**
 * Publishes a closed edition: ranks it a last time, seals and freezes it. From here on nothing of it changes.
 * @throws ReplymarkError `conflict` with everything that stands in the way, `not-found`
 */
export function publishEdition(ledger: Ledger, id: string, now: Instant, by: string): Seal {
  const edition = ledger.editions.require(id)
  if (edition.state === 'published')
    throw new ReplymarkError('conflict', `Edition ${id} is published already`, {
      place: { thing: `edition ${id}` },
      hint: `\`replymark publish --edition ${id}\` writes its site again, \`replymark verify --edition ${id}\` checks its seal.`,
    })
  if (edition.state !== 'closed')
    throw new ReplymarkError(
      'conflict',
      `Edition ${id} is ${edition.state}; it must be closed before it is published`,
      {
        place: { thing: `edition ${id}` },
        hint: `Run \`replymark close --edition ${id}\` first.`,
      },
    )
  const repliedBy = replyEndsAt(edition)
  const early =
    now < repliedBy
      ? [
          problem(
            `edition ${id}`,
            `brands can see and contest their marks until ${day(repliedBy)} UTC`,
            'Publish after it; `rightOfReplyDays` and `brandEmbargoUntil` in study.yaml say how long that is.',
          ),
        ]
      : []
  const problems = [...early, ...closingProblems(ledger, id, now)]
  if (problems.length > 0)
    throw new ReplymarkError('conflict', `Edition ${id} cannot be published yet`, {
      place: { thing: `edition ${id}` },
      problems,
    })
  return ledger.transaction(() => {
    // Reviews decided since it was closed count: the table that is sealed is the one they lead to.
    const { previous } = rankEdition(ledger, id, now)
    const seal = makeSeal(ledger, id, { analyses: [EQUAL_TREATMENT_ANALYSIS], previous })
    ledger.standings.storeSeal(id, seal.root, seal, now)
    ledger.editions.move(id, 'published', now)
    ledger.audit.add({
      at: now,
      actor: by,
      action: 'publish-edition',
      target: `edition ${id}`,
      details: { root: seal.root },
    })
    return seal
  })
}
