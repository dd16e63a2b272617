/** The ranking without one criterion. */
import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../src/domain/assessment.js'
import type { Finding } from '../../src/domain/finding.js'
import type { Grid, GridCriterion } from '../../src/domain/grid.js'
import { criterionExclusions } from '../../src/editions/criterion-exclusions.js'
import type { ProbeResult } from '../../src/ranking/outcomes.js'
import { markFindings } from '../../src/scoring/assess-exchange.js'

const text = { fr: '', en: '' }
const criterion = (id: string, weight: number): GridCriterion => ({
  id,
  version: 1,
  weight,
  because: '',
  options: {},
  notApplicable: 'skip',
  notAvailable: 'skip',
})
const grid: Grid = {
  id: 'sample',
  version: 1,
  title: text,
  hash: '',
  families: [
    { id: 'answer-quality', weight: 60, because: '', criteria: [criterion('coverage', 2), criterion('resolution', 1)] },
    { id: 'welcome', weight: 40, because: '', criteria: [criterion('greeting', 1)] },
  ],
}

function result(brand: string, scores: Readonly<Record<string, number>>): ProbeResult {
  const findings = Object.entries(scores).map(
    ([id, score]) =>
      ({
        criterion: id,
        version: 1,
        family: 'welcome',
        outcome: 'scored',
        score,
        value: null,
        unit: null,
        message: text,
        evidence: [],
      }) as unknown as Finding,
  )
  const assessment = { findings, mistakes: [], ...markFindings(findings, grid, true) } as unknown as Assessment
  return { id: brand, brand, scenario: 's', persona: 'p', state: 'answered', sentAt: 0, repliedAt: 1, assessment }
}

describe('leaving a criterion out', () => {
  it('names who would lead then, computed by hand, and does not touch a family of one criterion', () => {
    // With both: a 60 × 2/3 + 40 = 80, b 60 × 1/3 + 40 = 60. Without coverage: a 40, b 100.
    const results = [
      result('a', { coverage: 1, resolution: 0, greeting: 1 }),
      result('b', { coverage: 0, resolution: 1, greeting: 1 }),
    ]
    expect(criterionExclusions(grid, results)).toEqual([
      { criterion: 'coverage', winnerKept: false, moved: 0, most: 1 },
      { criterion: 'resolution', winnerKept: true, moved: 0, most: 0 },
    ])
  })

  it('counts brands that move three places or more', () => {
    const results = [
      result('a', { coverage: 1, resolution: 0, greeting: 0 }),
      ...['b', 'c', 'd'].map((brand, at) =>
        result(brand, { coverage: 0.5 - at / 10, resolution: 0.9 - at / 10, greeting: 0 }),
      ),
    ]
    expect(criterionExclusions(grid, results)[0]).toEqual({
      criterion: 'coverage',
      winnerKept: false,
      moved: 1,
      most: 3,
    })
  })
})
