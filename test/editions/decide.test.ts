/** Decisions of people: contestations with an outcome, what nobody doubted, who decided first, and what is taken back. */
import { describe, expect, it } from 'vitest'
import { assessEdition } from '../../jobs/assess-exchanges/assess-edition.js'
import { applyMatchReviews, interpretMessages } from '../../jobs/interpret-messages/interpret-messages.js'
import { HOUR_MS } from '../../src/domain/time.js'
import { correct, decide, parseOutcome, undoDecision } from '../../src/editions/amend/decide.js'
import { settleStates } from '../../src/editions/settle-states.js'
import { decideReview } from '../../src/ledger/decide-review.js'
import type { FakeContext } from '../jobs/fake-context.js'
import { answer, EDITION, finish, published, running, TO_LUNE } from './running-edition.js'

/** The edition with an answer of Lune, marked, and its mark contested. */
async function contested() {
  const context = await running()
  const { ledger } = context
  context.time += HOUR_MS
  answer(context, TO_LUNE)
  await interpretMessages(context)
  for (const { id } of ledger.reviews.open())
    decideReview(ledger, { item: id, decision: 'accept', by: 'user:x', at: context.time })
  settleStates(ledger, EDITION, context.time)
  await assessEdition(context, EDITION)
  const item = ledger.reviews.openItem(
    {
      subject: 'contestation',
      target: TO_LUNE,
      edition: EDITION,
      brand: 'maison-lune',
      reason: 'we did greet her',
      openedBy: 'user:brand',
    },
    context.time,
  )
  return { context, ledger, item, accounts: context.settings.accounts }
}

const by = (context: FakeContext, who = 'user:anna') => ({ by: who, at: context.time })
const mark = (context: FakeContext) => context.ledger.assessments.ofProbe(TO_LUNE)?.mark ?? null
const greeting = (context: FakeContext) =>
  context.ledger.assessments.ofProbe(TO_LUNE)?.findings.find(({ criterion }) => criterion === 'greeting')

describe('a contestation', () => {
  it('that is upheld by another score changes the mark, is told, and the seal verifies', async () => {
    const { context, ledger, item, accounts } = await contested()
    const before = mark(context)!
    expect(greeting(context)).not.toMatchObject({ score: 1 })
    const input = { item, decision: 'accept', value: 'greeting 1', comment: 'she is greeted', ...by(context) } as const
    decide(ledger, input, accounts)
    await assessEdition(context, EDITION)
    expect(greeting(context)).toMatchObject({ outcome: 'scored', score: 1 })
    expect(mark(context)).toBeGreaterThan(before)
    await finish(context)
    const { kinds, fr } = await published(context)
    expect(kinds).toEqual(['contestations-upheld', 'corrected'])
    expect(fr).toContain('1 contestation de marques retenue')
  })

  it.each([
    ['void', 'probe-voided'],
    ['resend', 'probe-resent'],
  ])('that is upheld by %s takes the e-mail out of every figure', async (value, kind) => {
    const { context, ledger, item, accounts } = await contested()
    decide(ledger, { item, decision: 'accept', value, comment: 'our mistake', ...by(context) }, accounts)
    expect(ledger.probes.get(TO_LUNE)?.state).toBe('void')
    expect(ledger.amendments.list()).toMatchObject([{ change: { kind }, reason: 'contestation upheld: our mistake' }])
    await finish(context)
    expect((await published(context)).kinds).toEqual([kind, 'contestations-upheld'])
  })

  it('is not decided without a reason, nor upheld without an outcome, and then nothing is changed', async () => {
    const { context, ledger, item, accounts } = await contested()
    const upheld = { item, decision: 'accept', comment: 'right', ...by(context) } as const
    for (const value of ['', 'yes', 'greeting', 'greeting 2', 'no-such 0.5', 'void 1'])
      expect(() => decide(ledger, { ...upheld, value }, accounts)).toThrow(/outcome|not marked/)
    expect(() => decide(ledger, { ...upheld, value: 'void', comment: ' ' }, accounts)).toThrow(/reason/)
    expect(() => decide(ledger, { item, decision: 'dismiss', ...by(context) }, accounts)).toThrow(/reason/)
    expect(() => decideReview(ledger, upheld)).toThrow(/outcome/)
    expect(ledger.reviews.decisionsOf(item)).toEqual([])
    decide(ledger, { item, decision: 'dismiss', comment: 'she is not greeted', ...by(context) }, accounts)
    expect(ledger.probes.get(TO_LUNE)?.state).toBe('answered')
  })

  it('comes to an outcome as typed', () => {
    expect(parseOutcome(' resend ')).toEqual({ outcome: 'resend' })
    expect(parseOutcome('reply-delay 0.25')).toEqual({ outcome: 'score', criterion: 'reply-delay', score: 0.25 })
  })
})

describe('what nobody doubted', () => {
  it('is overruled with a reason: a finding, a kind, a match', async () => {
    const { context, ledger } = await contested()
    const hash = ledger.messages.list()[0]!.hash
    correct(ledger, {
      subject: 'finding',
      target: `${TO_LUNE}#greeting`,
      value: '0.5',
      comment: 'half',
      ...by(context),
    })
    await assessEdition(context, EDITION)
    expect(greeting(context)).toMatchObject({ score: 0.5 })
    correct(ledger, { subject: 'kind', target: hash, value: 'acknowledgement', comment: 'a receipt', ...by(context) })
    expect(ledger.matches.exchange(TO_LUNE)?.messages[0]?.reading.kind).toBe('acknowledgement')
    correct(ledger, { subject: 'match', target: hash, value: 'none', comment: 'not ours', ...by(context) })
    applyMatchReviews(context)
    expect(ledger.matches.exchange(TO_LUNE)?.messages).toEqual([])
  })

  it('is not overruled without a reason, by a value that cannot hold, or where there is no such thing', async () => {
    const { context, ledger } = await contested()
    const finding = {
      subject: 'finding',
      target: `${TO_LUNE}#greeting`,
      value: '1',
      comment: 'so',
      ...by(context),
    } as const
    expect(() => correct(ledger, { ...finding, comment: '' })).toThrow(/reason/)
    expect(() => correct(ledger, { ...finding, value: '2' })).toThrow(/not a score/)
    expect(() => correct(ledger, { ...finding, target: `${TO_LUNE}#nothing` })).toThrow(/not marked/)
    expect(() => correct(ledger, { ...finding, target: '2026/x/y#greeting' })).toThrow(/no finding/)
    expect(() => correct(ledger, { ...finding, subject: 'kind', target: 'f00' })).toThrow(/no kind/)
    expect(ledger.reviews.list({ subject: 'finding' })).toEqual([])
  })
})

describe('two reviewers', () => {
  it('do not overwrite each other unseen: the second is told who decided and when', async () => {
    const { context, ledger, item, accounts } = await contested()
    const { id } = correct(ledger, {
      subject: 'finding',
      target: `${TO_LUNE}#greeting`,
      value: '1',
      comment: 'so',
      ...by(context),
    })
    const second = { item: id, decision: 'overrule', value: '0', ...by(context, 'user:ben') } as const
    expect(() => decideReview(ledger, { ...second, seen: 0 })).toThrow(/user:anna decided it on 2026-03-02/)
    decideReview(ledger, { ...second, seen: 1 })
    expect(ledger.reviews.decisionsOf(id).map(({ decidedBy }) => decidedBy)).toEqual(['user:anna', 'user:ben'])
    undoDecision(ledger, { item: id, seen: 2, ...by(context) })
    expect(ledger.reviews.decisionOn('finding', `${TO_LUNE}#greeting`)).toMatchObject({ replacement: { score: 1 } })
    decide(ledger, { item, decision: 'dismiss', comment: 'answered', ...by(context) }, accounts)
    await assessEdition(context, EDITION)
    await finish(context)
    await published(context)
  })

  it('cannot go back before the first decision', async () => {
    const { context, ledger, item, accounts } = await contested()
    decide(ledger, { item, decision: 'dismiss', comment: 'no', ...by(context) }, accounts)
    expect(() => undoDecision(ledger, { item, seen: 1, ...by(context) })).toThrow(/No decision before/)
  })
})
