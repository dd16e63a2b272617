/** Publishing a closed edition: ranked a last time, sealed and frozen, once brands have had their right of reply. */
import { DAY_MS, type Instant } from '../domain/time.js'
import { saidError, saidProblem, say } from '../languages/index.js'
import { EDITION_VARIANT } from '../ledger/assessments.js'
import type { StoredEdition } from '../ledger/editions.js'
import type { Ledger } from '../ledger/ledger.js'
import { closingProblems } from './closing.js'
import { rankEdition } from './edition-ranking.js'
import { EQUAL_TREATMENT_ANALYSIS } from './edition-rows.js'
import { minuteOf } from './minute.js'
import type { Seal } from './seal.js'
import { makeSeal } from './seal-edition.js'
import { ENGINE_ANALYSIS, engineOf, type SealedEngine } from './sealed-engine.js'

/**
 * When brands have had their right of reply (docs/methodology.en.md §8): so many days after their marks opened to them, which is when the edition
 * was closed, or the later moment that the study names.
 */
function replyEndsAt({ configuration, closedAt }: StoredEdition): Instant {
  const { brandEmbargoUntil, rightOfReplyDays } = configuration.edition
  return Math.max(closedAt ?? 0, brandEmbargoUntil ?? 0) + (rightOfReplyDays ?? 0) * DAY_MS
}

/**
 * Publishes a closed edition: ranks it a last time, seals and freezes it. From here on nothing of it changes.
 * @param engine what it was marked with; this program's where nothing else is said
 * @throws ReplymarkError `conflict` with everything that stands in the way, `not-found`
 */
export function publishEdition(ledger: Ledger, id: string, now: Instant, by: string, engine?: SealedEngine): Seal {
  const edition = ledger.editions.require(id)
  if (edition.state === 'published')
    throw saidError('conflict', say('publishing.published', { edition: id }), {
      place: { thing: `edition ${id}` },
      hint: say('publishing.write-again', { edition: id }),
    })
  if (edition.state !== 'closed')
    throw saidError('conflict', say('publishing.not-closed', { edition: id, state: edition.state }), {
      place: { thing: `edition ${id}` },
      hint: say('publishing.close-first', { edition: id }),
    })
  const repliedBy = replyEndsAt(edition)
  const early =
    now < repliedBy
      ? [
          saidProblem(
            say('closing.thing-edition', { edition: id }),
            say('publishing.right-of-reply', { minute: minuteOf(repliedBy) }),
            say('publishing.publish-after'),
          ),
        ]
      : []
  const problems = [...early, ...closingProblems(ledger, id, now)]
  if (problems.length > 0)
    throw saidError('conflict', say('publishing.not-yet', { edition: id }), {
      place: { thing: `edition ${id}` },
      problems,
    })
  return ledger.transaction(() => {
    // Reviews decided since it was closed count: the table that is sealed is the one they lead to.
    const { previous } = rankEdition(ledger, id, now)
    ledger.standings.storeAnalysis(
      id,
      EDITION_VARIANT,
      ENGINE_ANALYSIS,
      engine ?? engineOf(edition.configuration.grid),
      now,
    )
    // Its state and the moment of publication are sealed with it.
    ledger.editions.move(id, 'published', now)
    const seal = makeSeal(ledger, id, { analyses: [ENGINE_ANALYSIS, EQUAL_TREATMENT_ANALYSIS], previous })
    ledger.standings.storeSeal(id, seal.root, seal, now)
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
