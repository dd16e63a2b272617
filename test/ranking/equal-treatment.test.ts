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
        // Six names an origin, each spread over brands and scenarios.
        persona: `${origin}${(brand * 5 + scenario) % 12}`,
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
    expect(found.p).toBeLessThan(0.005)
    expect(found.adjustedP).toBeLessThan(0.04)
    expect([found.personas, found.personasReference]).toEqual([6, 6])
  })

  it('tells delays as a ratio of hours', () => {
    expect(of('delay', null).effect).toBeCloseTo(2, 6)
    expect(of('delay', null).significant).toBe(false)
  })

  it('looks into every sector too', () => {
    expect(of('mark', 'one').n + of('mark', 'two').n).toBe(60)
  })

  it('leaves out attributes that do not vary and groups that are too small', () => {
    expect(effects.some((effect) => effect.attribute === 'tone')).toBe(false)
    expect(measureEqualTreatment(market(15, 1, 1), 1)).toEqual([])
  })

  it('compares each of three values with the others', () => {
    const three = market(0, 2).map((one, index) => ({
      ...one,
      persona: `p${index % 18}`,
      attributes: { age: ['x', 'y', 'z'][index % 3]! },
    }))
    const marks = measureEqualTreatment(three, 1).filter(
      (effect) => effect.outcome === 'mark' && effect.sector === null,
    )
    expect(marks.map((effect) => [effect.value, effect.reference])).toEqual([
      ['x', null],
      ['y', null],
      ['z', null],
    ])
  })

  it('takes one striking name for a name, not for its origin', () => {
    const struck = market(0, 4).map((one) => ({
      ...one,
      mark: one.persona === 'b3' ? Math.max(0, one.mark! - 60) : one.mark,
    }))
    const marks = measureEqualTreatment(struck, 1).filter((one) => one.outcome === 'mark')
    expect(marks.some((one) => one.significant)).toBe(false)
  })

  it('excludes nothing and accuses nobody where two names stand for each origin', () => {
    const few = market(30, 5).map((one) => ({ ...one, persona: one.persona.replace(/\d+/, (n) => String(+n % 2)) }))
    for (const one of measureEqualTreatment(few, 1)) {
      expect(one.significant).toBe(false)
      if (one.outcome === 'mark') expect(one.interval).toMatchObject({ low: -100, high: 100 })
    }
  })

  it('does not blame an attribute for what another one does', () => {
    // Nine in ten shoppers of origin b are old; it is age that loses points.
    const confounded = market(0, 6).map((one, index) => {
      const place = Number(one.persona.slice(1))
      const old = one.attributes['origin'] === 'b' ? place !== 0 : place === 0
      return {
        ...one,
        attributes: { ...one.attributes, age: old ? 'old' : 'young' },
        mark: one.mark! - (old ? 25 : 0),
        index,
      }
    })
    const marks = measureEqualTreatment(confounded, 1).filter((one) => one.outcome === 'mark' && one.sector === null)
    expect(marks.find((one) => one.attribute === 'origin')?.significant ?? false).toBe(false)
  })

  it('does not print a difference that is too small to matter', () => {
    const all = measureEqualTreatment(market(15, 1), 1, { smallestEffect: 40 })
    expect(all.some((one) => one.significant)).toBe(false)
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
