/** Signs add up to one probability; the writer's other mistakes move it. */
import { describe, expect, it } from 'vitest'
import { signsOfRule, weighAll } from '../../../../src/proofreading/french/deciders/weigh-alarms.js'

function probability(
  support: number | null,
  others: readonly (readonly { name: string; weight: number }[])[] = [],
  words = 100,
): number {
  return weighAll([signsOfRule('some-rule', support), ...others], words)[0]!.probability
}

describe('the probability of a mistake', () => {
  it('grows with what the deciders say', () => {
    expect(probability(-8)).toBeLessThan(probability(0))
    expect(probability(0)).toBeLessThan(probability(8))
  })

  it('lies between 0 and 1 for any support', () => {
    for (const support of [-1e9, 0, 1e9, null]) {
      expect(probability(support)).toBeGreaterThan(0)
      expect(probability(support)).toBeLessThan(1)
    }
  })

  it('grows with the other mistakes of the writer, not with its own', () => {
    const sure = [{ name: 'other', weight: 9 }]
    expect(probability(0, [sure, sure])).toBeGreaterThan(probability(0))
    expect(probability(8, [], 100)).toBeLessThan(probability(8, [sure], 100))
  })

  it('is lower in a long text without other mistakes', () => {
    expect(probability(0, [], 2000)).toBeLessThan(probability(0, [], 20))
  })

  it('names every sign', () => {
    const [weighed] = weighAll([signsOfRule('some-rule', 2)], 10)
    expect(weighed!.signs.map(({ name }) => name)).toEqual(['some-rule', 'decider', 'rate-of-mistakes'])
  })
})
