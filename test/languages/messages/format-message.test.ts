/** Sentences of the catalogues: places, plurals by CLDR, choices; what is not well formed is refused with its place. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMessage, parseMessage, placesOf } from '../../../src/languages/messages/format-message.js'

const PROBES = '{count, plural, =0 {no probe} one {# probe of {brand}} other {# probes of {brand}}} left'

describe('formatMessage', () => {
  it.each([
    ['Edition {edition} is sealed', { edition: '2026' }, 'en-GB', 'Edition 2026 is sealed'],
    [PROBES, { count: 0, brand: 'b' }, 'en-GB', 'no probe left'],
    [PROBES, { count: 1, brand: 'b' }, 'en-GB', '1 probe of b left'],
    [PROBES, { count: 1200, brand: 'b' }, 'en-GB', '1,200 probes of b left'],
    // CLDR: zero is singular in French, and a million is “many”, which falls to “other” where it has no case.
    ['{count, plural, one {# envoi} other {# envois}}', { count: 0 }, 'fr-FR', '0 envoi'],
    ['{count, plural, one {# envoi} other {# envois}}', { count: 1_000_000 }, 'fr-FR', '1 000 000 envois'],
    ['{state, select, open {ouverte} other {« {state} »}}', { state: 'open' }, 'fr-FR', 'ouverte'],
    ['{state, select, open {ouverte} other {« {state} »}}', { state: 'lost' }, 'fr-FR', '« lost »'],
    ['item #{number}', { number: '7' }, 'en-GB', 'item #7'],
    ['a value that is missing stays {here}', {}, 'en-GB', 'a value that is missing stays {here}'],
  ])('writes %s with %o in %s', (text, values, locale, written) => {
    expect(formatMessage(text, values as Record<string, string | number>, locale).replaceAll('\u202f', ' ')).toBe(
      written,
    )
  })

  it('takes braces and signs of a value as they are', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(formatMessage('<{name}|{name}>', { name: value }, 'en-GB')).toBe(`<${value}|${value}>`)
      }),
    )
  })

  it('writes any text without braces as it is', () => {
    fc.assert(
      fc.property(
        fc.string().map((text) => text.replaceAll(/[{}]/g, '')),
        (text) => {
          expect(formatMessage(text, {}, 'en-GB')).toBe(text)
        },
      ),
    )
  })

  it('finds the places of every case', () => {
    expect(placesOf(PROBES)).toEqual(['brand', 'count'])
  })

  it.each([
    ['a {name', 'is missing'],
    ['a } b', 'closes nothing'],
    ['{}', 'a name is missing'],
    ['{count, number}', 'only plural and select'],
    ['{count, plural, one {a}}', 'needs the case “other”'],
    ['{count, plural, one a}', 'case one has no sentence'],
    ['{count, plural, other {a}', 'the name of a case is missing'],
  ])('refuses “%s”: %s', (text, what) => {
    expect(() => parseMessage(text)).toThrow(what)
  })
})
