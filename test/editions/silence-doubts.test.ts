/** Before a brand is called silent: what may have been its answer goes to a person. */
import { describe, expect, it } from 'vitest'
import { interpretMessages } from '../../jobs/interpret-messages/interpret-messages.js'
import { sendDue } from '../../jobs/send-probes/send-due.js'
import { readGrid } from '../../src/cli/commands/mark/read-inputs.js'
import type { Reading } from '../../src/domain/message.js'
import { DAY_MS, HOUR_MS } from '../../src/domain/time.js'
import { settleStates } from '../../src/editions/settle-states.js'
import { decideReview } from '../../src/ledger/decide-review.js'
import { brandMail, type FakeContext, fakeContext, receive } from '../jobs/fake-context.js'
import { sampleProbe } from '../ledger/samples.js'

const probe = sampleProbe(1)

/** A sent probe to which a mail came that was read as given. */
async function heard(...readings: readonly Partial<Reading>[]): Promise<{ context: FakeContext; hashes: string[] }> {
  const context = fakeContext({ configuration: { grid: await readGrid('qualiweb') } })
  await sendDue(context, true)
  context.time += 5 * HOUR_MS
  const hashes = readings.map((_, number) =>
    receive(context, brandMail(probe.replyAddress, `Votre demande ${number} nous est bien parvenue.`)),
  )
  await interpretMessages(context)
  for (const [number, change] of readings.entries()) {
    const hash = hashes[number]!
    const reading = context.ledger.readings.get(hash)!
    context.ledger.readings.store(hash, { ...reading, kindConfidence: 0.9, ...change }, context.time)
    // What the study's own reviews would ask is not what is tested here.
    context.ledger.reviews.withdraw('kind', hash, context.time)
  }
  return { context, hashes }
}

const settle = (context: FakeContext) => settleStates(context.ledger, '2026', context.now())
const open = (context: FakeContext) => context.ledger.reviews.open({ subject: 'kind', edition: '2026' })
const state = (context: FakeContext) => context.ledger.probes.get(probe.id)?.state

describe('a window that ends without an answer', () => {
  it('waits for a person where a message may be one, though little speaks for it', async () => {
    const { context, hashes } = await heard({ kind: 'acknowledgement', replyProbability: 0.08 })
    settle(context)
    expect(open(context)).toEqual([])
    context.time += 30 * DAY_MS
    settle(context)
    expect(open(context)).toMatchObject([{ target: hashes[0], reason: expect.stringContaining('8 %') }])
    expect(state(context)).toBe('sent')
  })

  it.each([
    ['accept', undefined, 'unanswered'],
    ['overrule', 'reply', 'answered'],
  ] as const)('ends as the person says: %s %s → %s', async (decision, value, after) => {
    const { context } = await heard({ kind: 'acknowledgement', replyProbability: 0.08 })
    context.time += 30 * DAY_MS
    settle(context)
    const { id } = open(context)[0]!
    decideReview(context.ledger, { item: id, decision, value, by: 'user:person', at: context.time })
    settle(context)
    expect(state(context)).toBe(after)
    expect(open(context)).toEqual([])
  })

  it('asks about the likeliest message, then about the next', async () => {
    const { context, hashes } = await heard(
      { kind: 'acknowledgement', replyProbability: 0.06 },
      { kind: 'marketing', replyProbability: 0.2 },
    )
    context.time += 30 * DAY_MS
    settle(context)
    expect(open(context)).toMatchObject([{ target: hashes[1] }])
    decideReview(context.ledger, { item: open(context)[0]!.id, decision: 'accept', by: 'user:p', at: context.time })
    settle(context)
    expect(open(context)).toMatchObject([{ target: hashes[0] }])
  })

  it.each<[string, Partial<Reading>]>([
    ['nothing speaks for an answer', { kind: 'acknowledgement', replyProbability: 0.01 }],
    ['a mail system wrote', { kind: 'delay-notice', replyProbability: 0.4 }],
  ])('is a silence at once where %s', async (_why, change) => {
    const { context } = await heard(change)
    context.time += 30 * DAY_MS
    settle(context)
    expect(open(context)).toEqual([])
    expect(state(context)).toBe('unanswered')
  })

  it('asks nothing where a reply came', async () => {
    const { context } = await heard(
      { kind: 'acknowledgement', replyProbability: 0.3 },
      { kind: 'reply', replyProbability: 0.99 },
    )
    context.time += 30 * DAY_MS
    settle(context)
    expect(open(context)).toEqual([])
    expect(state(context)).toBe('answered')
  })
})
