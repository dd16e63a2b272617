/** Every short cut of the reading room against the simple version that it spares. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyOf } from '../../src/reading/any-of.js'
import { fold, foldAny } from '../../src/reading/kind/acts/act.js'
import { ACT_TABLES } from '../../src/reading/kind/acts/recognise-acts.js'
import { GUARDED_ATTRIBUTIONS } from '../../src/reading/new-text/quote-headers/attribution.js'
import { ATTRIBUTION_PHRASES } from '../../src/reading/new-text/quote-headers/attribution-phrases.js'
import { GUARDED_DATES } from '../../src/reading/new-text/quote-headers/dates.js'
import { CLOSING_EXAMPLES, GUARDED_CLOSINGS } from '../../src/reading/new-text/signature/closing-formulas.js'
import { GUARDED_CONTACTS } from '../../src/reading/new-text/signature/contact-line.js'
import { normalForm, visibleForm } from '../../src/reading/new-text/visible-form.js'
import { withoutEnds } from '../../src/reading/new-text/without-ends.js'

const EXAMPLES = [
  ...ATTRIBUTION_PHRASES.flatMap(({ examples }) => examples.flatMap((example) => example.split('\n'))),
  ...CLOSING_EXAMPLES,
  ...ACT_TABLES.flatMap(({ examples }) => examples),
  'Tél. +33 4 72 00 00 00 - contact@maison-lune.example - www.maison-lune.example',
  '12 rue de la Paix, 69001 Lyon Cedex 03',
  'Siège : BP 123, 44000 Nantes, https://maison-lune.example/aide',
  '10:24 AM, March 12, 2024',
  'Nous vous adressons nos vœux pour la nouvelle année',
  'Veuillez croire en nos respectueuses salutations',
]

/** Lines made of pieces of examples, in any order and case, with the signs that guards look for. */
const line = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...EXAMPLES) },
      { weight: 5, arbitrary: fc.constantFrom(...EXAMPLES.flatMap((example) => example.split(' '))) },
      fc.constantFrom(':', '：', '.', ',', '!', '1', '@', '<', '>', 'ſ', 'K', 'İ', '\u00a0', '', 'é', '…'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 6 },
  )
  .chain((pieces) => fc.constantFrom(pieces.join(' '), pieces.join(''), pieces.join(' ').toUpperCase()))

describe('guards of expressions', () => {
  const guarded = Object.entries({
    ...GUARDED_ATTRIBUTIONS,
    ...GUARDED_CLOSINGS,
    ...GUARDED_CONTACTS,
    ...GUARDED_DATES,
  })

  it.each(guarded)('let everything pass that is found: %s', (_name, { guard, pattern }) => {
    expect(EXAMPLES.some((example) => pattern.test(example))).toBe(true)
    fc.assert(
      fc.property(line, (text) => {
        expect(pattern.test(text) && !guard(text)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})

describe('lists of patterns', () => {
  it('asked as one say what they say one by one', () => {
    const lists = [...ACT_TABLES.map(({ patterns }) => patterns), [/a/i, /É/iu, /^x$/], []]
    const merged = lists.map((patterns) => ({ patterns, any: anyOf(patterns) }))
    fc.assert(
      fc.property(line, (text) => {
        const folded = fold(text)
        expect(merged.map(({ any }) => any(folded))).toEqual(
          lists.map((patterns) => patterns.some((pattern) => pattern.test(folded))),
        )
      }),
    )
  })
})

describe('normal forms', () => {
  const text = fc.oneof(line, fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 20 }))

  it('are the same by the short way', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(visibleForm(written)).toBe(normalForm(written))
        expect(fold(written)).toBe(foldAny(written))
      }),
      { numRuns: 500 },
    )
  })

  it('without ends are what expressions leave', () => {
    const framed = fc.string({ unit: fc.constantFrom('-', '*', ' ', '_', '|', 'a', 'é', '\u00a0', '>'), maxLength: 50 })
    fc.assert(
      fc.property(framed, (written) => {
        const simple = written.replace(/^[-*_~|\s]{0,20}/, '').replace(/[-*_~|\s]{0,20}$/, '')
        expect(withoutEnds(written, /[-*_~|\s]/, /[-*_~|\s]/, 20)).toBe(simple)
      }),
      { numRuns: 500 },
    )
  })
})
