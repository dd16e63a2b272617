import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agrees } from '../../../reports/verifier/agrees.js'

describe('figures of two engines', () => {
  it.each<[string, unknown, unknown, boolean]>([
    ['last bits', 0.1 + 0.2, 0.3, true],
    ['last bits of a large figure', 1e12, 1e12 + 0.1, true],
    ['a figure in its eighth digit', 61.2345678, 61.2345688, false],
    ['a figure and none', 0, null, false],
    ['a figure and a text', 1, '1', false],
    ['a key without a value', { a: 1, b: undefined }, { a: 1 }, true],
    ['a key that is null', { a: 1, b: null }, { a: 1 }, false],
    ['lists of other lengths', [1], [1, 2], false],
    ['a list and an object', [], {}, false],
    ['texts', 'a', 'b', false],
    ['no number at all', Number.NaN, 1, false],
  ])('%s', (_what, one, other, same) => {
    expect(agrees(one, other)).toBe(same)
    expect(agrees(other, one)).toBe(same)
  })

  it('agree with what JSON makes of them', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => agrees(value, JSON.parse(JSON.stringify(value)))))
  })
})
