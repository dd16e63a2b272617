import { describe, expect, it } from 'vitest'
import { measureEqualTreatment, type TreatmentObservation } from '../../src/ranking/equal-treatment.js'
import { createRandom } from '../../src/ranking/random.js'

/** A market in which personas `b` lose `effect` points. */
function market(effect: number, seed: number, brands = 24): TreatmentObservation[] {
  const random = createRandom(seed, 'market')
  return Array.from({ length: brands }, (_, brand) => {
    const level = 40 + 30 * random.uniform()
    return Array.from({ length: 5 }, (_unused, scenario): TreatmentObservation => {
      const origin = (brand + scenario) % 2 === 0 ? 'a' : 'b'
      const mark = level + 10 * random.normal() + scenario - (origin === 'b' ? effect : 0)
      return {
        brand: `brand-${brand}`,
        sector: brand < 12 ? 'one' : 'two',
        scenario: `s${scenario}`,
        attributes: { origin, tone: 'plain' },
        mark: Math.min(100, Math.max(0, mark)),
        answered: true,
        delayHours: origin === 'b' ? 20 : 10,
      }
    })
  }).flat()
}

describe('equal treatment', () => {
  const effects = measureEqualTreatment(market(15, 1), 1)
  const of = (outcome: string, sector: string | null) =>
    effects.find((effect) => effect.outcome === outcome && effect.sector === sector)!

  it('finds the difference that is there, with an interval that holds it', () => {
    const found = of('mark', null)
    expect(found).toMatchObject({
      attribute: 'origin',
      value: 'b',
      reference: 'a',
      n: 60,
      nReference: 60,
      significant: true,
    })
    expect(found.effect).toBeCloseTo(-15, -1)
    expect(found.interval.low).toBeLessThan(-15)
    expect(found.interval.high).toBeGreaterThan(-15)
    expect(found.p).toBeLessThan(0.001)
  })

  it('tells delays as a ratio of hours', () => {
    expect(of('delay', null).effect).toBeCloseTo(2, 6)
  })

  it('looks into every sector too', () => {
    expect(of('mark', 'one').n + of('mark', 'two').n).toBe(60)
  })

  it('leaves out attributes that do not vary and groups that are too small', () => {
    expect(effects.some((effect) => effect.attribute === 'tone')).toBe(false)
    expect(measureEqualTreatment(market(15, 1, 1), 1)).toEqual([])
  })

  it('compares each of three values with the others', () => {
    const three = market(0, 2).map((one, index) => ({ ...one, attributes: { age: ['x', 'y', 'z'][index % 3]! } }))
    const marks = measureEqualTreatment(three, 1).filter(
      (effect) => effect.outcome === 'mark' && effect.sector === null,
    )
    expect(marks.map((effect) => [effect.value, effect.reference])).toEqual([
      ['x', null],
      ['y', null],
      ['z', null],
    ])
  })

  it('gives the same result in any order, and again', () => {
    expect(measureEqualTreatment([...market(15, 1)].reverse(), 1)).toEqual(effects)
  })

  it('seldom accuses where nothing differs', () => {
    const accused = Array.from({ length: 40 }, (_, seed) =>
      measureEqualTreatment(
        market(0, seed).map((one) => ({ ...one, sector: 'all', delayHours: null })),
        seed,
      ),
    ).filter((all) => all.some((effect) => effect.significant))
    expect(accused.length).toBeLessThanOrEqual(4)
  })
})
