/** Reads what was ingested and matches it to probes. Readings and matches are functions of the evidence and can be made again. */
import { setImmediate } from 'node:timers/promises'
import type { MatchDecision } from '../../src/domain/match.js'
import type { Reading } from '../../src/domain/message.js'
import { DEFAULT_REVIEWS_PER_100 } from '../../src/domain/study.js'
import type { Attribution } from '../../src/ledger/matches.js'
import { keepFailure, keptFailure, MATCHING_FAILURE_SETTING } from '../../src/ledger/settings.js'
import { freeBuffers } from '../../src/mail/free-buffers.js'
import type { WorkItem } from '../../src/queue/queue.js'
import { doubtOf, reviewPlanFor } from '../../src/reading/kind/signs/review-plan.js'
import { signInWords } from '../../src/reading/kind/signs/sign-words.js'
import type { Matcher, ServiceContext } from '../context.js'
import { doubtCanned } from './doubt-canned.js'
import { doubtContradictions } from './doubt-contradictions.js'

/** Messages handed to the queue in one go: bounds what waits in memory or in Redis. */
const AT_ONCE = 500
/** Messages matched in one transaction; between two of them pages have their turn. */
const MATCHED_AT_ONCE = 100
/** Raw bytes handed to the queue in one go, unless one message alone has more: 500 mails with photos do not fit into memory. */
const BYTES_AT_ONCE = 16 * 1024 * 1024

/** Raw bytes above which a message is not held while it waits, nor turned into text: it is taken from the ledger when its turn comes. */
const LARGE = 1024 * 1024

/** Name under which reviews are opened. */
const BY = 'assess-exchanges'

/** What a round of reading and matching did. */
export interface InterpretationRound {
  readonly read: number
  readonly matched: number
  /** Messages whose reading failed again and again; they are in the queue's dead letters. */
  readonly failed: readonly string[]
}

/**
 * Reads every message that has no reading of the current version.
 * @param again reads all of them again
 */
async function readAll(context: ServiceContext, again: boolean): Promise<{ read: number; failed: string[] }> {
  const { ledger, queue, results, parts } = context
  let read = 0
  const failed = new Set<string>()
  const sealed = new Set<string>()
  // Readings are kept until their batch is through: a commit for each would wait for the disk as often as there are mails.
  let arrived: { hash: string; reading: Reading }[] = []
  const unsubscribe = results.subscribe('read-message', ({ key, result }) => {
    arrived.push({ hash: key.slice(key.indexOf(':') + 1), reading: result as Reading })
  })
  const store = () => {
    ledger.transaction(() => {
      for (const { hash, reading } of arrived) ledger.readings.store(hash, reading, context.now())
    })
    read += arrived.length
    arrived = []
  }
  try {
    if (again) {
      const hashes = ledger.messages
        .list()
        .map((message) => message.hash)
        .filter((hash) => !isSealed(context, hash))
      for (let start = 0; start < hashes.length; start += AT_ONCE)
        await readBatch(context, hashes.slice(start, start + AT_ONCE), store)
      return { read, failed: [] }
    }
    for (;;) {
      const unread = ledger.messages.unread(parts.readingVersion, AT_ONCE + failed.size + sealed.size)
      // What a published edition says was read with the version of its time, and stays so.
      // What was purged cannot be read again either.
      for (const hash of unread) if (isSealed(context, hash) || ledger.messages.purged(hash)) sealed.add(hash)
      const hashes = unread.filter((hash) => !failed.has(hash) && !sealed.has(hash))
      if (hashes.length === 0) return { read, failed: [...failed] }
      await readBatch(context, hashes, store)
      for (const letter of await queue.deadLetters())
        if (letter.type === 'read-message') failed.add(letter.key.slice(letter.key.indexOf(':') + 1))
    }
  } finally {
    unsubscribe()
  }
}

function largePayload({ ledger }: ServiceContext, hash: string) {
  const raw = ledger.messages.raw(hash)
  // What it was unpacked from.
  freeBuffers('minor')
  return { raw }
}

async function readBatch(context: ServiceContext, hashes: readonly string[], store: () => void): Promise<void> {
  const { ledger, queue } = context
  let items: WorkItem[] = []
  let bytes = 0
  const hand = async () => {
    await queue.add(items)
    await queue.idle()
    store()
    items = []
    bytes = 0
  }
  for (const hash of hashes) {
    // Purged bytes cannot be read again; the reading that was made of them stays.
    if (ledger.messages.purged(hash)) continue
    const size = ledger.messages.get(hash)?.size ?? 0
    if (bytes > 0 && bytes + size > BYTES_AT_ONCE) await hand()
    const raw = size > LARGE ? null : ledger.messages.raw(hash)?.toString('base64')
    const payload = raw === null ? () => largePayload(context, hash) : { raw }
    items.push({ key: `read:${hash}`, type: 'read-message', payload, priority: 1 })
    bytes += size
  }
  await hand()
}

/** What holds of a message: the match, or what a person decided instead. */
export function effectiveAttributions(
  decision: MatchDecision,
  review: { readonly decision: string; readonly replacement: unknown } | null,
): readonly Attribution[] {
  if (review?.decision === 'overrule' || review?.decision === 'dismiss') {
    const probes = review.decision === 'overrule' && Array.isArray(review.replacement) ? review.replacement : []
    return probes.map((probe) => ({ probe: String(probe), role: 'answer', by: 'review' }))
  }
  if (review?.decision === 'accept' && decision.outcome === 'doubtful') {
    const first = decision.candidates[0]
    return first ? [{ probe: first.probe, role: 'answer', by: 'review' }] : []
  }
  if (decision.outcome === 'matched') return decision.probes.map((probe) => ({ probe, role: 'answer', by: 'match' }))
  if (decision.outcome === 'stranger') return decision.probes.map((probe) => ({ probe, role: 'stranger', by: 'match' }))
  return []
}

function matchOne(context: ServiceContext, matcher: Matcher, hash: string): void {
  const { ledger } = context
  const message = ledger.messages.get(hash)
  const reading = ledger.readings.get(hash)
  if (!message || !reading) return
  const decision = matcher(message, reading)
  const review = ledger.reviews.decisionOn('match', hash)
  const known = (attribution: Attribution) => ledger.probes.get(attribution.probe) !== null
  const attributions = effectiveAttributions(decision, review).filter(known)
  ledger.matches.store(hash, decision, attributions, context.now())

  const firstProbe = ledger.probes.get(decision.candidates[0]?.probe ?? attributions[0]?.probe ?? '')
  // A message that came after publication is no part of the edition: a doubt about it must not stand among what is sealed.
  const edition = ledger.editions.brief(firstProbe?.edition ?? '')?.state === 'published' ? null : firstProbe?.edition
  const editionConfiguration = edition ? ledger.editions.get(edition)?.configuration : undefined
  const about = { target: hash, edition: edition ?? null, brand: firstProbe?.brand ?? null, openedBy: BY }
  if (decision.outcome === 'doubtful')
    ledger.reviews.openItem({ subject: 'match', ...about, reason: decision.reason }, context.now())
  else ledger.reviews.withdraw('match', hash, context.now())
  const { threshold } = reviewPlanFor(editionConfiguration?.reviews?.per100Messages ?? DEFAULT_REVIEWS_PER_100)
  // What a person took out counts for nobody: nothing of it has to be decided.
  const counted = attributions.some(
    ({ probe, role }) => role === 'answer' && ledger.probes.get(probe)?.state !== 'void',
  )
  if (counted && doubtOf(reading) >= threshold) {
    const sign = reading.kindSigns?.[0] ? signInWords(reading.kindSigns[0].sign).en : reading.kindClue.rule
    const surely = (share: number) => `${Math.round(100 * share)} %`
    const reason = `read as ${reading.kind} (${surely(reading.kindConfidence)}), answered by a person with ${surely(reading.replyProbability ?? 0)}: ${sign}`
    ledger.reviews.openItem({ subject: 'kind', ...about, reason }, context.now())
  } else ledger.reviews.withdraw('kind', hash, context.now())
}

/** True where the message is part of a published edition, of which nothing changes. */
function isSealed(context: ServiceContext, hash: string): boolean {
  const { ledger } = context
  const ingestedAt = ledger.messages.ingestedAt(hash) ?? 0
  return ledger.matches.attributions(hash).some(({ probe }) => {
    const edition = ledger.editions.brief(ledger.probes.get(probe)?.edition ?? '')
    return edition?.state === 'published' && ingestedAt <= (edition.publishedAt ?? 0)
  })
}

/** Matches messages that were read and not matched, or all of them. */
async function matchAll(context: ServiceContext, again: boolean): Promise<number> {
  const { ledger, parts } = context
  const pending = again
    ? ledger.messages.list().map(({ hash }) => hash)
    : ledger.matches.unmatched(Number.MAX_SAFE_INTEGER)
  // A failed look for contradictions is repeated though nothing new came.
  if (pending.length === 0 && keptFailure(ledger.settings, MATCHING_FAILURE_SETTING) === null) return 0
  const matcher = parts.createMatcher(
    ledger.probes.answerable(),
    ledger.editions.list().map((edition) => edition.configuration),
    context.settings.accounts,
  )
  let matched = 0
  const failed: string[] = []
  const match = (hashes: readonly string[]) =>
    ledger.transaction(() => {
      let done = 0
      for (const hash of hashes) {
        // An emptied reading has no clue left; what it was matched to holds.
        if (again && (isSealed(context, hash) || ledger.erasures.has('reading', hash))) continue
        matchOne(context, matcher, hash)
        done++
      }
      return done
    })
  for (let start = 0; start < pending.length; start += MATCHED_AT_ONCE) {
    const batch = pending.slice(start, start + MATCHED_AT_ONCE)
    try {
      matched += match(batch)
    } catch {
      // One that cannot be matched (a guard refuses it) holds up none of the others.
      for (const hash of batch) {
        try {
          matched += match([hash])
        } catch (error) {
          const cause = error instanceof Error ? error.message : String(error)
          failed.push(`message ${hash.slice(0, 12)}: ${cause}`)
          context.log.error({ message: hash, cause }, 'the message could not be matched; the others go on')
        }
      }
    }
    await setImmediate()
  }
  for (const { id, state } of ledger.editions.list()) {
    if (state === 'published') continue
    try {
      doubtContradictions(context, id)
      doubtCanned(context, id)
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error)
      failed.push(`edition ${id}: ${cause}`)
      context.log.error(
        { edition: id, cause },
        'contradictions of the edition could not be looked for; the others go on',
      )
    }
  }
  const problem = failed.length > 0 ? failed.slice(0, 3).join('; ') : null
  keepFailure(ledger.settings, MATCHING_FAILURE_SETTING, problem, context.now())
  return matched
}

/**
 * Reads and matches everything that is new, or everything there is.
 * @param again makes all readings and matches again from the evidence (`replymark assess --reread`); messages of published editions stay as they are
 */
export async function interpretMessages(context: ServiceContext, again = false): Promise<InterpretationRound> {
  const { read, failed } = await readAll(context, again)
  return { read, matched: await matchAll(context, again), failed }
}

/** Applies people's decisions on matches to messages that were decided since. */
export function applyMatchReviews(context: ServiceContext): number {
  const { ledger } = context
  let changed = 0
  for (const review of ledger.reviews.list({ subject: 'match' })) {
    const decision = ledger.matches.get(review.target)
    if (!review.decision || !decision || isSealed(context, review.target)) continue
    const wanted = effectiveAttributions(decision, review.decision).filter(
      ({ probe }) => ledger.probes.get(probe) !== null,
    )
    const now = ledger.matches.attributions(review.target)
    const key = (list: readonly Attribution[]) =>
      JSON.stringify(list.map(({ probe, role, by }) => [probe, role, by]).toSorted())
    if (key(wanted) === key(now)) continue
    ledger.matches.store(review.target, decision, wanted, context.now())
    changed++
  }
  return changed
}
