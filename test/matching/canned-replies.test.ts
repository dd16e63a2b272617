import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cannedReplies, shortestTime, type TimedReply } from '../../src/matching/canned-replies.js'

const WORDS =
  'Your question has been read with great interest and somebody from the workshop will certainly come back to it before long.'
let number = 0

function reply(change: Partial<TimedReply> = {}): TimedReply {
  number += 1
  return {
    hash: `h${number}`,
    probe: `probe-${number}`,
    brand: 'lune',
    scenario: 'delivery',
    personaName: 'Claire Morel',
    question: 'Do you deliver to Corsica, and what does it cost?',
    sentAt: 0,
    receivedAt: 3_600_000,
    text: WORDS,
    isReply: true,
    ...change,
  }
}

describe('replies that a machine may have sent', () => {
  it('the same words in answer to two different questions are doubted, whatever names and numbers stand in them', () => {
    const one = reply({ text: `Dear Claire, ${WORDS} Reference 4711.` })
    const other = reply({
      scenario: 'refund',
      personaName: 'Marc Petit',
      text: `Dear Marc, ${WORDS} Reference AB-92.`,
      isReply: false,
    })
    expect(cannedReplies([one, other])).toEqual([
      {
        hash: one.hash,
        probe: one.probe,
        reason: `The same words answered another question as well (${other.probe}).`,
      },
    ])
  })

  it.each<[string, Partial<TimedReply>]>([
    ['the same question, asked by somebody else', {}],
    ['another brand', { scenario: 'refund', brand: 'brise' }],
    ['other words', { scenario: 'refund', text: `${WORDS} The refund has been paid.` }],
  ])('nothing is doubted in view of an answer to %s', (_what, change) => {
    expect(cannedReplies([reply(), reply(change)])).toEqual([])
  })

  it('a few words of courtesy may be the same everywhere', () => {
    const text = 'Thank you, we have it in hand.'
    expect(cannedReplies([reply({ text }), reply({ text, scenario: 'refund' })])).toEqual([])
  })

  it('more than can be read and typed in the time is doubted, and not a second later', () => {
    const least = shortestTime(reply().question, WORDS)
    const fast = reply({ receivedAt: Math.floor(least) - 1 })
    expect(cannedReplies([fast])).toMatchObject([{ hash: fast.hash, reason: expect.stringContaining('seconds after') }])
    expect(cannedReplies([reply({ receivedAt: Math.ceil(least) })])).toEqual([])
    expect(cannedReplies([reply({ receivedAt: 0, sentAt: null })])).toEqual([])
    expect(cannedReplies([reply({ receivedAt: 0, text: 'Yes, we do.' })])).toEqual([])
  })

  it('only what counts as a reply is doubted, and each at most once', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            isReply: fc.boolean(),
            receivedAt: fc.nat(200_000),
            scenario: fc.constantFrom('delivery', 'refund'),
            text: fc.constantFrom(WORDS, `${WORDS} Bye.`, 'Short.'),
          }),
          { maxLength: 12 },
        ),
        (changes) => {
          const all = changes.map(reply)
          const found = cannedReplies(all).map(({ hash }) => hash)
          const replies = new Set(all.filter(({ isReply }) => isReply).map(({ hash }) => hash))
          expect(new Set(found).size).toBe(found.length)
          expect(found.every((hash) => replies.has(hash))).toBe(true)
        },
      ),
    )
  })
})
