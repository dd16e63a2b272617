/** What an edition says, as hashes that do not depend on the order in which it was computed. */
import { createHash } from 'node:crypto'
import { buildEditionReport } from '../../reports/edition-data.js'
import { readReportRows } from '../../src/editions/edition-rows.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { canonicalJson } from '../../src/scoring/canonical-json.js'

/** SHA-256 in hex of each part. */
export interface ResultHashes {
  /** Assessments hashed. */
  readonly exchanges: number
  readonly findings: string
  readonly marks: string
  readonly mistakes: string
  /** Standings of all brands, with their intervals. */
  readonly ranking: string
}

/** Hashes findings, marks and mistakes of every exchange by probe id, and the ranking. */
export function resultHashes(ledger: Ledger, edition: string): ResultHashes {
  const assessments = ledger.assessments
    .ofEdition(edition)
    .toSorted((one, other) => (one.probe < other.probe ? -1 : one.probe > other.probe ? 1 : 0))
  const hashOf = (part: (assessment: (typeof assessments)[number]) => unknown): string => {
    const hash = createHash('sha256')
    for (const assessment of assessments) hash.update(`${canonicalJson([assessment.probe, part(assessment)])}\n`)
    return hash.digest('hex')
  }
  const { standings } = buildEditionReport(readReportRows(ledger, edition))
  return {
    exchanges: assessments.length,
    findings: hashOf(({ findings }) => findings),
    marks: hashOf(({ mark, families, gridHash, proofreader }) => [mark, families, gridHash, proofreader]),
    mistakes: hashOf(({ mistakes, words }) => [mistakes, words]),
    ranking: createHash('sha256').update(canonicalJson(standings)).digest('hex'),
  }
}

/** Names of the parts in which two results differ. */
export function differences(one: ResultHashes, other: ResultHashes): readonly string[] {
  return (['exchanges', 'findings', 'marks', 'mistakes', 'ranking'] as const).filter(
    (part) => one[part] !== other[part],
  )
}
