/** What comes after publication is kept and read, and is no part of what was sealed. */
import { describe, expect, it } from 'vitest'
import type { ServiceContext } from '../../jobs/context.js'
import { applyMatchReviews, interpretMessages } from '../../jobs/interpret-messages/interpret-messages.js'
import type { MatchDecision } from '../../src/domain/match.js'
import { closeEdition } from '../../src/editions/closing.js'
import { publishEdition } from '../../src/editions/publishing.js'
import { verifyEdition } from '../../src/editions/verification.js'
import { decideReview } from '../../src/ledger/decide-review.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { brandMail, fakeContext } from '../jobs/fake-context.js'
import { AFTER, syntheticLedger } from '../reports/synthetic-ledger.js'

function published(): Ledger {
  const ledger = syntheticLedger({ brands: 3, years: [2026] })
  closeEdition(ledger, '2026', AFTER, 'test')
  publishEdition(ledger, '2026', AFTER, 'test')
  return ledger
}

/** A context over that ledger whose matcher says what it is told. */
function contextOver(ledger: Ledger, decision: MatchDecision): ServiceContext {
  const context = fakeContext()
  const now = () => AFTER + 1_000
  return { ...context, ledger, now, parts: { ...context.parts, createMatcher: () => () => decision } }
}

function arrive(ledger: Ledger, uid: number): string {
  const raw = Buffer.from(brandMail('somebody@shopper.example', 'Bonjour,\nVotre colis arrive.\n'))
  const batch = { account: 'main', folder: 'INBOX', uidValidity: '9', lastUid: uid }
  return ledger.messages.ingest({ ...batch, messages: [{ uid, internalDate: AFTER + 500, raw }] }, AFTER + 500)
    .stored[0]!
}

describe('a doubt about a mail that came after publication', () => {
  it('leaves the seal as it is, can be decided, and the decision holds', async () => {
    const ledger = published()
    const [probe] = ledger.probes.ofEdition('2026')
    const candidate = { probe: probe!.id, clue: 'persona-and-domain', confidence: 0.6, seen: 'domain' } as const
    const context = contextOver(ledger, { outcome: 'doubtful', probes: [], candidates: [candidate], reason: 'unsure' })
    const hash = arrive(ledger, 1)
    await interpretMessages(context)
    const [doubt] = ledger.reviews.open({ subject: 'match' })
    expect(doubt).toMatchObject({ target: hash, edition: null, brand: probe!.brand })
    expect(await verifyEdition(ledger, '2026')).toMatchObject({ sound: true, difference: null })
    decideReview(ledger, { item: doubt!.id, decision: 'accept', by: 'test', at: AFTER + 2_000 })
    expect(applyMatchReviews(context)).toBe(1)
    expect(ledger.matches.attributions(hash)).toMatchObject([{ probe: probe!.id, role: 'answer', by: 'review' }])
    expect(await verifyEdition(ledger, '2026')).toMatchObject({ sound: true, difference: null })
    await context.queue.close()
  })

  it('that an older version stored with the edition is no part of the seal either', async () => {
    const ledger = published()
    ledger.reviews.openItem(
      { subject: 'match', target: 'late', edition: '2026', brand: null, reason: 'unsure', openedBy: 'x' },
      AFTER + 1,
    )
    expect(await verifyEdition(ledger, '2026')).toMatchObject({ sound: true, difference: null })
  })
})

describe('a message whose bytes were purged before it was read', () => {
  it('is left aside, and reading comes to its end', async () => {
    const ledger = published()
    const context = contextOver(ledger, { outcome: 'none', probes: [], candidates: [], reason: 'no clue' })
    const hash = arrive(ledger, 1)
    ledger.messages.purge(hash, AFTER, 'test')
    expect(await interpretMessages(context)).toMatchObject({ failed: [] })
    expect(ledger.readings.get(hash)).toBeNull()
    await context.queue.close()
  })
})
