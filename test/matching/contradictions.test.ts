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
    knowsOurMail: false,
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
    ['an unproven one of the brand’s domain', { proof: OPEN, knowsOurMail: true }],
    ['an unproven one of a help desk', { standing: 'named-help-desk', fromAddress: 'a@desk.example', proof: OPEN }],
    ['one of which nobody says anything', { proof: UNASKED }],
  ])('a first reply that is %s is doubted once the brand vouches for a later one', (_what, change) => {
    const first = one(change)
    expect(found([first, one()])).toMatchObject([{ hash: first.hash, probe: 'probe-0' }])
    expect(found([first]).length).toBe(0)
  })

  it('the first of two replies of a domain that proves nothing goes to a person', () => {
    const first = one({ proof: OPEN, knowsOurMail: true })
    expect(found([first, one({ proof: OPEN, knowsOurMail: true })])).toMatchObject([{ hash: first.hash }])
  })

  it('a reply that its domain does not vouch for, as it does for others, is doubted', () => {
    const odd = one({ proof: OPEN })
    expect(found([odd], [one()])).toMatchObject([{ hash: odd.hash }])
    expect(found([odd], [one({ kind: 'acknowledgement' })])).toMatchObject([{ hash: odd.hash }])
    expect(found([one({ proof: OPEN, knowsOurMail: true, fromAddress: 'a@else.example' })], [one()])).toEqual([])
  })

  it('an unproven reply before one of the brand’s help desk is doubted, the other way round it is not', () => {
    const desk = () => one({ standing: 'named-help-desk', fromAddress: 'a@desk.example' })
    const odd = one({ proof: OPEN, knowsOurMail: true })
    expect(found([odd, desk()])).toMatchObject([{ hash: odd.hash }])
    expect(found([desk(), one({ proof: OPEN, knowsOurMail: true })])).toEqual([])
  })

  it('an unproven reply beside a bounce is doubted, a proven one is not', () => {
    const bounce = () => one({ kind: 'bounce', standing: 'system', proof: OPEN })
    const odd = one({ proof: OPEN, knowsOurMail: true })
    expect(found([bounce(), odd])).toMatchObject([{ hash: odd.hash, reason: expect.stringContaining('bounce') }])
    expect(found([bounce(), one()])).toEqual([])
  })

  it('a reply of a domain that vouches for nothing is doubted unless it repeats our e-mail', () => {
    const odd = one({ proof: OPEN })
    expect(found([odd], [one({ proof: OPEN, knowsOurMail: true })])).toMatchObject([{ hash: odd.hash }])
  })

  it('the same Message-ID at another probe is doubted, at the same one it is not', () => {
    const first = one()
    const again = one({ messageId: first.messageId })
    expect(found([first], [again])).toMatchObject([{ hash: again.hash, probe: 'probe-1' }])
    expect(found([first, again])).toEqual([])
  })
})
