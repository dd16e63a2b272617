/** Merging keeps order, drops overlaps, and prefers what explains more. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Mistake, MistakeCategory } from '../../src/domain/mistake.js'
import { mergeMistakes } from '../../src/proofreading/merge-mistakes.js'

function mistake(start: number, end: number, category: MistakeCategory, rule = 'r'): Mistake {
  return { start, end, text: 'x'.repeat(Math.max(0, end - start)), category, rule, message: 'm', suggestions: [] }
}

it('prefers a named rule to an unknown word, that to punctuation, and that to typography', () => {
  const merged = mergeMistakes(
    [mistake(4, 9, 'typography')],
    [mistake(0, 5, 'spelling'), mistake(20, 22, 'punctuation')],
    [mistake(3, 8, 'agreement'), mistake(21, 23, 'spelling')],
  )
  expect(merged.map(({ category }) => category)).toEqual(['agreement', 'spelling'])
})

it('keeps the first list’s word between equals', () => {
  expect(mergeMistakes([mistake(0, 3, 'grammar', 'own')], [mistake(0, 3, 'grammar', 'other')])[0]?.rule).toBe('own')
})

it('gives ordered, disjoint, non-empty mistakes, all of them from the input, for any input', () => {
  const any = fc
    .tuple(
      fc.nat(60),
      fc.integer({ min: -2, max: 12 }),
      fc.constantFrom<MistakeCategory>('spelling', 'grammar', 'typography'),
    )
    .map(([start, length, category]) => mistake(start, start + length, category))
  fc.assert(
    fc.property(fc.array(any), fc.array(any), (one, two) => {
      const merged = mergeMistakes(one, two)
      for (const [index, { start, end }] of merged.entries()) {
        expect(end).toBeGreaterThan(start)
        expect(start).toBeGreaterThanOrEqual(merged[index - 1]?.end ?? 0)
      }
      expect(merged.every((kept) => one.includes(kept) || two.includes(kept))).toBe(true)
      const all = [...one, ...two].filter(({ start, end }) => end > start)
      expect(all.every((left) => merged.some((kept) => kept.start < left.end && left.start < kept.end))).toBe(true)
    }),
  )
})

/** The rule as it reads: the better ones first, whatever overlaps one of them is left out. */
function simply(lists: readonly (readonly Mistake[])[]): Mistake[] {
  const order = ['agreement', 'conjugation', 'homophone', 'grammar', 'spelling', 'punctuation', 'typography']
  const rank = ({ category }: Mistake) => Math.max(3, order.indexOf(category))
  const kept: Mistake[] = []
  const better = (a: Mistake, b: Mistake) => rank(a) - rank(b) || a.start - b.start || a.end - b.end
  for (const mistake of lists
    .flat()
    .filter(({ start, end }) => end > start)
    .toSorted(better))
    if (!kept.some((other) => mistake.start < other.end && other.start < mistake.end)) kept.push(mistake)
  return kept.sort((a, b) => a.start - b.start)
}

it('gives what the rule says, taken word for word', () => {
  const categories = ['agreement', 'grammar', 'spelling', 'punctuation', 'typography'] as const
  const any = fc
    .tuple(fc.nat(40), fc.integer({ min: -1, max: 9 }), fc.constantFrom(...categories), fc.constantFrom('a', 'b'))
    .map(([start, length, category, rule]) => mistake(start, start + length, category, rule))
  fc.assert(
    fc.property(fc.array(fc.array(any), { maxLength: 4 }), (lists) => {
      expect(mergeMistakes(...lists)).toEqual(simply(lists))
    }),
  )
})
