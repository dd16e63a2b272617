import { describe, expect, it } from 'vitest'
import { ASSUMED_SPREAD, powerOf, probesNeeded, spreadOf } from '../../src/ranking/power.js'

describe('what an edition can show', () => {
  const spread = { mark: 25, brands: [{ mean: 50, deviation: 25 }], responseRates: [0.5], logDelay: 1, from: null }

  it('agrees with the textbook sizes of groups for large samples (Cohen 1988: d = 0.5 needs 64 a side)', () => {
    // 10 points at a standard deviation of 20 are d = 0.5; the normal approximation says 63.
    const needed = probesNeeded({ ...spread, mark: 20 }, 10, 24)
    expect(needed).toBeGreaterThanOrEqual(62)
    expect(needed).toBeLessThanOrEqual(66)
  })

  it('agrees with the arcsine table for shares (Cohen 1988: h = 0.20 needs 392 a side)', () => {
    // From 0.5 upwards h = 0.20 is the share 0.5993.
    const { twoHalves } = powerOf(spread, 2 * 98, 4)
    expect(twoHalves.exchanges).toBe(392)
    expect(twoHalves.responseRate!).toBeCloseTo(0.0993, 3)
  })

  it('says that six probes separate some forty points and ten points need about a hundred', () => {
    const said = powerOf(spread, 24, 6)
    expect(said.twoBrands.index).toBeGreaterThan(38)
    expect(said.twoBrands.index).toBeLessThan(48)
    expect(said.probesForTenPoints).toBeGreaterThan(90)
    expect(said.probesForTenPoints).toBeLessThan(110)
  })

  it('foretells the width of an index interval by Wilson’s formula where nothing but 0 and 100 is possible', () => {
    // Dispersion 1, 5 probes, p = 0.5.
    const said = powerOf({ ...spread, brands: [{ mean: 50, deviation: 50 }] }, 24, 5)
    expect(said.halfWidth.index).toBeCloseTo((50 * 1.96) / Math.sqrt(5 + 1.96 ** 2), 2)
  })

  it('tells more with more probes', () => {
    const few = powerOf(ASSUMED_SPREAD, 24, 5)
    const many = powerOf(ASSUMED_SPREAD, 24, 50)
    expect(many.twoBrands.index).toBeLessThan(few.twoBrands.index)
    expect(many.twoBrands.delayRatio).toBeLessThan(few.twoBrands.delayRatio)
    expect(many.halfWidth.responseRate).toBeLessThan(few.halfWidth.responseRate)
    expect(many.detectableChange).toBeLessThan(few.detectableChange)
  })
})

describe('the spread of an earlier edition', () => {
  const exchanges = Array.from({ length: 48 }, (_, index) => ({
    brand: `b${Math.floor(index / 6)}`,
    scenario: `s${index % 6}`,
    persona: `p${index % 7}`,
    mark: index % 3 === 0 ? 0 : 80,
    answered: index % 3 !== 0,
    delayHours: index % 3 === 0 ? null : index % 2 === 0 ? 1 : Math.E ** 2,
  }))

  it('is read from its exchanges', () => {
    const found = spreadOf('2026', exchanges)!
    expect(found.from).toBe('2026')
    expect(found.responseRates).toHaveLength(8)
    expect(found.responseRates[0]).toBeCloseTo(2 / 3, 12)
    expect(found.logDelay).toBeGreaterThan(0.8)
    expect(found.logDelay).toBeLessThan(1.3)
  })

  it('is not known from one exchange a brand', () => {
    expect(
      spreadOf(
        '2026',
        exchanges.filter((_, index) => index % 6 === 0),
      ),
    ).toBeNull()
  })
})
