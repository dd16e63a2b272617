import { describe, expect, it } from 'vitest'
import { indexReliability, type MarkedExchange, markVariances } from '../../src/ranking/generalisability.js'
import { createRandom } from '../../src/ranking/random.js'

describe('the variances of an edition', () => {
  it('are found again in a simulated one', () => {
    const random = createRandom(11, 'variances')
    const personas = Array.from({ length: 40 }, () => 6 * random.normal())
    const scenarios = Array.from({ length: 40 }, () => 5 * random.normal())
    const exchanges = Array.from({ length: 400 }, (_, brand) => {
      const own = 10 * random.normal()
      return scenarios.map((effect, scenario): MarkedExchange => {
        const persona = (brand * 7 + scenario) % 40
        return {
          brand: `b${brand}`,
          scenario: `s${scenario}`,
          persona: `p${persona}`,
          mark: 50 + own + effect + personas[persona]! + 20 * random.normal(),
        }
      })
    }).flat()
    const found = markVariances(exchanges)!
    expect(Math.sqrt(found.exchange)).toBeCloseTo(20, 0)
    expect(Math.abs(Math.sqrt(found.brand) - 10)).toBeLessThan(1)
    expect(Math.abs(Math.sqrt(found.persona) - 6)).toBeLessThan(2)
    expect(Math.abs(Math.sqrt(found.scenario) - 5)).toBeLessThan(2)
  })

  it('cannot be told from one exchange a brand', () => {
    expect(markVariances([{ brand: 'a', scenario: 's', persona: 'p', mark: 1 }])).toBeNull()
  })
})

describe('the reliability of an index', () => {
  it('follows from the variances by hand', () => {
    // 100 between brands; (500 + 40) / 6 = 90 of chance; 60 / 6 = 10 of scenarios.
    const found = indexReliability({ brand: 100, scenario: 60, persona: 40, exchange: 500 }, 6)
    expect(found.generalisability).toBeCloseTo(100 / 190, 12)
    expect(found.dependability).toBeCloseTo(100 / 200, 12)
    expect(found.standardError).toBeCloseTo(Math.sqrt(90), 12)
    expect(found.detectableChange).toBeCloseTo(1.96 * Math.sqrt(180), 2)
  })

  it('agrees with Brennan’s coefficients for synthetic data set no. 3, one occasion and four items a person', () => {
    // Per item on one occasion: relative error σ²(pi) + σ²(pio), with σ²(po) an error of its own kind left out here.
    const found = indexReliability({ brand: 0.5528, scenario: 0.4417, persona: 0, exchange: 0.575 + 0.9352 }, 4)
    expect(found.generalisability).toBeCloseTo(0.5528 / (0.5528 + 1.5102 / 4), 6)
  })

  it('is not defined where nothing differs', () => {
    const none = { brand: 0, scenario: 0, persona: 0, exchange: 0 }
    expect(indexReliability(none, 5)).toMatchObject({ generalisability: null, dependability: null, standardError: 0 })
  })
})
