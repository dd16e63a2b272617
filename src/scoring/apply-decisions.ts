/** People's decisions on findings, put into an assessment: what they say counts in the place of what a criterion found. */
import type { Assessment } from '../domain/assessment.js'
import type { Finding } from '../domain/finding.js'
import type { Grid } from '../domain/grid.js'
import { markFindings } from './assess-exchange.js'

/**
 * Puts people's scores in the place of the criteria's, and adds the mark up again.
 * @param answered true where a human reply came inside the window
 * @param scores by `probe#criterion`, 0–1
 */
export function applyDecisions(
  assessment: Assessment,
  grid: Grid,
  answered: boolean,
  scores: ReadonlyMap<string, number>,
): Assessment {
  let overruled = false
  const findings = assessment.findings.map((finding): Finding => {
    const score = scores.get(`${assessment.probe}#${finding.criterion}`)
    if (score === undefined) return finding
    overruled = true
    const { criterion, criterionVersion, family, message, evidence, value, unit } = finding
    return { criterion, criterionVersion, family, message, evidence, value, unit, outcome: 'scored', score }
  })
  return overruled ? { ...assessment, findings, ...markFindings(findings, grid, answered) } : assessment
}
