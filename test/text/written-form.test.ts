/** Characters that nobody sees, wherever they stand, and letters typed in pieces change nothing that is found in a letter. */
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { createProofreader } from '../../src/proofreading/engines/create-proofreader.js'
import { readHtmlBody, readPlainBody } from '../../src/reading/read-message.js'
import { placedForm, writtenForm } from '../../src/text/written-form.js'

const UNSEEN = [
  '\u00ad',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u202e',
  '\u2060',
  '\u2066',
  '\u2069',
  '\ufeff',
  '\u034f',
]

const LETTER = `Chère Madame Lévêque,

Nous avons bien reçu votre réclamation et regrettons ce contretemps. La veste sera échangé dès lundi, sans frais ; vous
recevrez une étiquette de retour par courriel.

Très cordialement,
Inès Carré

Le 3 mars 2026 à 09:12, Hélène Lévêque a écrit :
> Bonjour, la fermeture est cassée.`

/** A text with unseen characters at some places, and its letters in pieces where asked. */
const disguised = (text: string) =>
  fc
    .tuple(fc.array(fc.tuple(fc.nat(text.length), fc.constantFrom(...UNSEEN)), { maxLength: 30 }), fc.boolean())
    .map(([places, pieces]) => {
      let changed = text
      for (const [at, sign] of places.toSorted(([one], [other]) => other - one))
        changed = changed.slice(0, at) + sign + changed.slice(at)
      return pieces ? changed.normalize('NFD') : changed
    })

const proofreader = await createProofreader('fr', { engine: 'replymark', server: null, tradeWords: [] })
afterAll(() => proofreader.close())

describe('unseen characters and letters in pieces', () => {
  it('leave the reading of a plain letter as it is', () => {
    const expected = readPlainBody(LETTER)
    expect(expected.quoted).toContain('fermeture')
    fc.assert(
      fc.property(disguised(LETTER), (text) => {
        expect(readPlainBody(text)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  it('leave the reading of an HTML letter as it is, also as entities', () => {
    const page = (words: string) => `<p>${words}</p><p>Bien à vous,<br>Zoé Hébert</p>`
    const expected = readHtmlBody(page('Votre remboursement est effectué.'))
    for (const words of [
      'Votre rem&shy;bour&shy;sement est effectu&eacute;.',
      'Vo&zwnj;tre rembourse&#8203;ment est effectue&#769;.',
    ])
      expect(readHtmlBody(page(words))).toEqual(expected)
  })

  it('leave what is proofread as it is, in its place', async () => {
    const text = 'La veste sera échangé dès lundi. Nous allons patientter.'
    const expected = await proofreader.proofread(text)
    expect(expected.length).toBeGreaterThan(0)
    await fc.assert(
      fc.asyncProperty(disguised(text), async (changed) => {
        const found = await proofreader.proofread(changed)
        expect(found.map(({ rule, suggestions }) => ({ rule, suggestions }))).toEqual(
          expected.map(({ rule, suggestions }) => ({ rule, suggestions })),
        )
        for (const [place, { start, end, text: words }] of found.entries()) {
          expect(changed.slice(start, end)).toBe(words)
          expect(writtenForm(words)).toBe(expected[place]!.text)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('the written form', () => {
  it('keeps emoji together and what can be seen', () => {
    for (const text of ['👩‍👧 merci', '🏳️‍🌈', 'l’été – 5 000 €', '']) expect(writtenForm(text)).toBe(text)
  })

  it('is its own written form, and the same with places as without', () => {
    fc.assert(
      fc.property(disguised('Été à Noël 👍🏽, cœur\n> déjà'), (text) => {
        const placed = placedForm(text)
        expect(placed.text).toBe(writtenForm(text))
        expect(writtenForm(placed.text)).toBe(placed.text)
        for (let at = 0; at < placed.text.length; at += 1) {
          // A joiner is kept for the emoji before it, which this piece alone does not show.
          if (placed.text[at] === '\u200d') continue
          const piece = text.slice(placed.startOf(at), placed.endOf(at + 1))
          expect(writtenForm(piece)).toContain(placed.text[at])
        }
      }),
    )
  })
})
