import { describe, expect, it } from 'vitest'
import type { AnswerProof } from '../../src/domain/authentication.js'
import { type ComparedAnswer, contradictionsOf } from '../../src/matching/contradictions.js'

const PROVEN: AnswerProof = {
  verdict: 'authenticated',
  by: 'authentication-results',
  method: 'dmarc',
  domain: 'lune.example',
}
const OPEN: AnswerProof = { verdict: 'unproven', by: 'authentication-results', method: null, domain: '' }
const UNASKED: AnswerProof = { ...OPEN, by: null }
let number = 0

function one(change: Partial<ComparedAnswer> = {}): ComparedAnswer {
  number += 1
  return {
    hash: `h${number}`,
    receivedAt: number,
    kind: 'reply',
    fromAddress: 'sav@lune.example',
    messageId: `<${number}@lune.example>`,
    standing: 'brand',
    proof: PROVEN,
    ...change,
  }
}

const found = (...exchanges: ComparedAnswer[][]) =>
  contradictionsOf(new Map(exchanges.map((answers, at) => [`probe-${at}`, answers])))

describe('contradictions', () => {
  it('there are none between answers that the brand vouches for, nor where nobody is asked', () => {
    expect(found([one(), one()], [one()])).toEqual([])
    expect(found([one({ proof: UNASKED }), one({ proof: UNASKED })])).toEqual([])
  })

  it.each<[string, Partial<ComparedAnswer>]>([
    ['an unproven one of the brand’s domain', { proof: OPEN }],
    ['one of a help desk', { standing: 'named-help-desk', fromAddress: 'a@desk.example' }],
    ['one of which nobody says anything', { proof: UNASKED }],
  ])('a first reply that is %s is doubted once the brand vouches for a later one', (_what, change) => {
    const first = one(change)
    expect(found([first, one()])).toMatchObject([{ hash: first.hash, probe: 'probe-0' }])
    expect(found([first]).length).toBe(0)
  })

  it('the first of two replies of a domain that proves nothing goes to a person', () => {
    const first = one({ proof: OPEN })
    expect(found([first, one({ proof: OPEN })])).toMatchObject([{ hash: first.hash }])
  })

  it('a reply that its domain does not vouch for, as it does for others, is doubted', () => {
    const odd = one({ proof: OPEN })
    expect(found([odd], [one()])).toMatchObject([{ hash: odd.hash }])
    expect(found([one({ proof: OPEN, fromAddress: 'a@else.example' })], [one()])).toEqual([])
  })

  it('the same Message-ID at another probe is doubted, at the same one it is not', () => {
    const first = one()
    const again = one({ messageId: first.messageId })
    expect(found([first], [again])).toMatchObject([{ hash: again.hash, probe: 'probe-1' }])
    expect(found([first, again])).toEqual([])
  })
})
