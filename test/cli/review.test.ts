/** Deciding doubts: keys, descriptions fit for a terminal, and agreement of two reviewers. */
import { describe, expect, it } from 'vitest'
import { describeReview } from '../../src/cli/commands/review/describe.js'
import { choicesFor } from '../../src/cli/commands/review/with-keys.js'
import type { ReviewItem, ReviewSubject } from '../../src/domain/review.js'
import { agreementOf, decideReview } from '../../src/ledger/decide-review.js'
import { MONDAY, sampleLedger, sampleProbe, sampleReading } from '../ledger/samples.js'

function item(subject: ReviewSubject, target: string, reason = 'two candidates'): ReviewItem {
  return {
    id: '0123',
    subject,
    target,
    edition: '2026',
    brand: 'maison-lune',
    reason,
    openedAt: MONDAY,
    openedBy: 'test',
  }
}

function ledgerWithDoubtfulMessage() {
  const ledger = sampleLedger(2)
  const batch = { account: 'main', folder: 'INBOX', uidValidity: '7', lastUid: 1 }
  const message = { uid: 1, internalDate: MONDAY, raw: Buffer.from('x') }
  const [hash = ''] = ledger.messages.ingest({ ...batch, messages: [message] }, MONDAY).stored
  ledger.readings.store(hash, sampleReading({ subject: 'Re: \u001b[31mColis\u202e\r\nhidden' }), MONDAY)
  const candidates = [1, 2].map((number) => ({
    probe: sampleProbe(number).id,
    clue: 'persona-and-domain' as const,
    confidence: 0.5,
    seen: 'the name',
  }))
  ledger.matches.store(hash, { outcome: 'doubtful', probes: [], candidates, reason: 'two' }, [], MONDAY)
  return { ledger, hash }
}

describe('a doubt', () => {
  it('is shown with its candidates, and nothing in it can move the terminal', () => {
    const { ledger, hash } = ledgerWithDoubtfulMessage()
    const text = describeReview(ledger, item('match', hash)).join('\n')
    expect(text).toContain(`1. ${sampleProbe(1).id} (persona-and-domain, 50 %)`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  })

  it('about a match can be given to each candidate or to none', () => {
    const { ledger, hash } = ledgerWithDoubtfulMessage()
    expect(choicesFor(ledger, item('match', hash)).map(({ key, value }) => [key, value])).toEqual([
      ['a', undefined],
      ['1', sampleProbe(1).id],
      ['2', sampleProbe(2).id],
      ['n', ''],
    ])
  })

  it.each([
    'match',
    'kind',
    'finding',
    'mistake',
    'uncertain-probe',
    'contestation',
  ] as const)('about a %s has keys of its own, none twice, and none of those that skip and leave', (subject) => {
    const keys = choicesFor(sampleLedger(), item(subject, 'none')).map(({ key }) => key)
    expect(new Set([...keys, 's', 'q']).size).toBe(keys.length + 2)
  })
})

describe('two reviewers', () => {
  it('agree beyond chance as far as Cohen’s kappa says', () => {
    const ledger = sampleLedger()
    const decide = (target: string, by: string, value: string) => {
      const doubt = { subject: 'finding', target, edition: '2026', brand: null, reason: 'r', openedBy: 'test' } as const
      decideReview(ledger, {
        item: ledger.reviews.openItem(doubt, MONDAY),
        decision: 'overrule',
        value,
        by,
        at: MONDAY,
      })
    }
    for (const [target, one, other] of [
      ['a', '1', '1'],
      ['b', '0', '0'],
      ['c', '1', '0'],
      ['d', '0', '0'],
    ] as const) {
      decide(target, 'user:one', one)
      decide(target, 'user:other', other)
    }
    decide('e', 'user:one', '1')
    // Observed 3/4; by chance 2/4·1/4 + 2/4·3/4 = 1/2; kappa 1/2.
    expect(agreementOf(ledger, 'user:one', 'user:other')).toMatchObject({
      n: 4,
      observed: 0.75,
      expected: 0.5,
      kappa: 0.5,
    })
  })
})
