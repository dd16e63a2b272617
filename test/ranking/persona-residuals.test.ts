import { describe, expect, it } from 'vitest'
import { personaResiduals } from '../../src/ranking/persona-residuals.js'

describe('what is left of personas after brand and scenario', () => {
  it('agrees with a Latin square computed by hand', () => {
    // Brands 10 and 20 with scenario effects ±2, persona p earns 3 more than q: y = brand + scenario ± 1.5.
    const rows = [
      ['one', 's', 'p', 10 + 2 + 1.5],
      ['one', 't', 'q', 10 - 2 - 1.5],
      ['two', 's', 'q', 20 + 2 - 1.5],
      ['two', 't', 'p', 20 - 2 + 1.5],
    ] as const
    const { personas, count, sum, gram } = personaResiduals(
      rows.map(([brand, scenario, persona, outcome]) => ({ brand, scenario, persona, outcome })),
    )
    expect(personas).toEqual(['p', 'q'])
    expect([...count]).toEqual([2, 2])
    expect(sum[0]).toBeCloseTo(3, 9)
    expect(sum[1]).toBeCloseTo(-3, 9)
    // Indicators of p after brand and scenario: ±½ in each of the four cells.
    expect([...gram].map((value) => value.toFixed(6))).toEqual(['1.000000', '-1.000000', '-1.000000', '1.000000'])
  })
})
