/** Patterns of a study's files: which are refused because a hostile mail could keep them running, and which people write are not. */
import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { patternFault } from '../../src/study/regex-safety.js'

const EXAMPLE = new URL('../../config/scenarios/', import.meta.url)

describe.each([
  ['.{0,98}.{0,98}.{0,98}x', 'three bounded repetitions: 27 s on 300 letters'],
  ['.{0,200}.{0,200}.{0,200}.{0,200}x', 'four: 91 s and more'],
  [`${'a?'.repeat(30)}b`, 'thirty options'],
  [`${'(?:a|aa)'.repeat(20)}b`, 'twenty choices of which both fit'],
  [`${'(?:[ab]|a)'.repeat(30)}c`, 'the same with a class'],
  [`${'(?:ſ|s)'.repeat(30)}c`, 'the same with two letters that are one without case'],
  [`${'(?:\\ba|a)'.repeat(30)}c`, 'the same with a word’s edge'],
  [`${'(?:1|\\d)'.repeat(30)}c`, 'the same with digits'],
  ['(?=.{0,200}.{0,200}.{0,200}y)x', 'a look ahead'],
  ['(?!foo).{0,200}.{0,200}x', 'what must not stand there is no beginning'],
  ['\\w*.{0,200}.{0,20}x', 'an open end and two bounded ones'],
  ['(?:a{1,2}){40}', 'a repeated repetition'],
  ['(.)\\1', 'a back-reference'],
])('the pattern %s', (pattern, why) => {
  it(`is refused: ${why}`, () => {
    expect(patternFault(pattern)?.message).toMatch(/too many ways|could run for very long|back-reference/)
  })
})

describe.each([
  'rembours\\w*.{0,80}(?:sous|dans) \\d{1,2} ?(?:jours|semaines)',
  '(?:refund|pay|credit|money|process|transfer)\\w*.{0,70}(?:\\d{1,2}|two|three) (?:working |business )?(?:days|weeks)',
  '(?:retabli|repar|retour)\\w*.{0,60}(?:lundi|mardi|ce soir|le \\d{1,2}|\\d{1,2} ?h)',
  '\\b(?:oui|non)\\b',
  '.{0,60}caf[eé]s?.{0,60}',
])('the pattern %s', (pattern) => {
  it('is accepted', () => expect(patternFault(pattern)).toBeNull())
})

it('accepts every pattern of the example study', () => {
  const patterns = globSync('*.yaml', { cwd: EXAMPLE }).flatMap((file) => {
    const scenario = parse(readFileSync(new URL(file, EXAMPLE), 'utf8')) as { points: { patterns?: string[] }[] }
    return scenario.points.flatMap(({ patterns: own }) => own ?? [])
  })
  expect(patterns.length).toBeGreaterThan(20)
  expect(patterns.filter(patternFault)).toEqual([])
})

it('refuses any row of optional or repeated letters that grows beyond all bounds', () => {
  const piece = fc.constantFrom('a?', 'a{0,3}', '[ab]?', '(?:a|aa)', '(?:a|a?)', '.?')
  fc.assert(
    fc.property(fc.array(piece, { minLength: 24, maxLength: 45 }), (pieces) => {
      expect(patternFault(`${pieces.join('')}c`)).not.toBeNull()
    }),
  )
})
