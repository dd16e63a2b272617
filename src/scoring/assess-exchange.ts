/**
 * The runner: evaluates every criterion of a grid over one exchange's evidence and adds up the mark.
 * A criterion sees only the evidence it declares; what it throws becomes an `error` finding, nothing more.
 */

import type { AnyCriterion, Verdict } from '../criteria/criterion.js'
import { criterionById } from '../criteria/index.js'
import type { Assessment, FamilyMark } from '../domain/assessment.js'
import { ReplymarkError } from '../domain/error.js'
import type { Evidence } from '../domain/exchange.js'
import type { Finding } from '../domain/finding.js'
import type { Grid, GridCriterion, GridFamily } from '../domain/grid.js'
import { lackOf, tellLack } from '../languages/index.js'
import { needsWords, unreadInWords } from './unread-words.js'

/** What the runner cannot read from the evidence. */
export interface AssessmentDetails {
  /** Probe id of the exchange. */
  readonly probe: string
  /** Engine name and version; null where nothing was proofread. */
  readonly proofreader: string | null
  /** Words of the reply's new text; 0 where there is none. */
  readonly words: number
}

/** Marks and points are kept at this precision, so that sums do not depend on the order of terms. */
const DECIMALS = 1e4

function round(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS
}

function pick(evidence: Evidence, needs: readonly (keyof Evidence)[]): Partial<Evidence> {
  return Object.fromEntries(needs.map((need) => [need, evidence[need]]))
}

function evaluate(criterion: AnyCriterion, evidence: Evidence, options: GridCriterion['options']): Finding {
  const { id, version, family } = criterion.meta
  const base = { criterion: id, criterionVersion: version, family }
  const missing = { score: null, value: null, unit: null }
  const unread = needsWords(family) ? evidence.reply?.unread : null
  if (unread)
    return { ...base, ...missing, outcome: 'not-available', message: unreadInWords(unread), evidence: [], unread: true }
  let verdict: Verdict
  const lacking = lackOf(evidence.question.language, criterion.meta.speaks)
  if (lacking.length > 0) {
    const message = tellLack(evidence.question.language, lacking)
    return { ...base, ...missing, outcome: 'not-available', message, evidence: [] }
  }
  try {
    verdict = criterion.evaluate(pick(evidence, criterion.meta.needs) as never, options as never)
    if (verdict.outcome === 'scored' && !(verdict.score >= 0 && verdict.score <= 1)) {
      throw new Error(`score ${verdict.score} is not between 0 and 1`)
    }
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    const message = { fr: `Le critère a échoué : ${cause}`, en: `The criterion failed: ${cause}` }
    return { ...base, ...missing, outcome: 'error', message, evidence: [] }
  }
  if (verdict.outcome !== 'scored') {
    return { ...base, ...missing, outcome: verdict.outcome, message: verdict.message, evidence: verdict.evidence ?? [] }
  }
  return {
    ...base,
    outcome: 'scored',
    score: round(verdict.score),
    value: verdict.value ?? null,
    unit: verdict.value === undefined ? null : (verdict.unit ?? null),
    message: verdict.message,
    evidence: verdict.evidence ?? [],
    ...(verdict.doubtful ? { doubtful: true } : {}),
  }
}

/** Weighted mean of a family's scores, 0–1; null where a missing score makes it inconclusive or nothing is left to count. */
function familyShare(family: GridFamily, findings: ReadonlyMap<string, Finding>): number | null {
  let sum = 0
  let weights = 0
  for (const criterion of family.criteria.filter((item) => item.weight > 0)) {
    const finding = findings.get(criterion.id)
    if (!finding || finding.outcome === 'error') return null
    if (finding.outcome === 'scored') {
      sum += criterion.weight * finding.score
      weights += criterion.weight
      continue
    }
    const policy = finding.outcome === 'not-applicable' ? criterion.notApplicable : criterion.notAvailable
    if (policy === 'inconclusive') return null
    if (policy === 'zero') weights += criterion.weight
  }
  return weights > 0 ? sum / weights : null
}

/**
 * Adds findings up to family points and a mark: also used where reviews replaced findings.
 * @param answered false marks 0 whatever the findings (docs/methodology.en.md §4)
 * @returns family points 0 to their weight, and the mark 0–100; null where inconclusive
 */
export function markFindings(
  findings: readonly Finding[],
  grid: Grid,
  answered: boolean,
): { readonly families: readonly FamilyMark[]; readonly mark: number | null } {
  const byId = new Map(findings.map((finding) => [finding.criterion, finding]))
  const families = grid.families.map((family): FamilyMark => {
    const share = answered ? familyShare(family, byId) : 0
    return { family: family.id, points: share === null ? null : round(share * family.weight), outOf: family.weight }
  })
  const counted = families.filter((family) => family.outOf > 0)
  if (counted.some((family) => family.points === null)) return { families, mark: null }
  return { families, mark: round(counted.reduce((sum, family) => sum + (family.points ?? 0), 0)) }
}

/** Whether this program has every criterion of a grid in the version that the grid was resolved with. */
export function criteriaKnown(grid: Grid): boolean {
  return grid.families.every((family) =>
    family.criteria.every(({ id, version }) => criterionById.get(id)?.meta.version === version),
  )
}

/**
 * Assesses one exchange under one grid. Pure: the same evidence and grid give the same bytes.
 * @throws ReplymarkError `conflict` when the grid was resolved with another version of a criterion
 */
export function assessExchange(evidence: Evidence, grid: Grid, details: AssessmentDetails): Assessment {
  const findings = grid.families.flatMap((family) =>
    family.criteria.map((entry) => {
      const criterion = criterionById.get(entry.id)
      if (criterion?.meta.version !== entry.version) {
        throw new ReplymarkError(
          'conflict',
          `Grid ${grid.id} was resolved with ${entry.id} version ${entry.version}; this program has ${criterion ? `version ${criterion.meta.version}` : 'no such criterion'}`,
          {
            hint: 'Assess as a new, named variant with a freshly resolved grid, or use the program version of the edition.',
          },
        )
      }
      return evaluate(criterion, evidence, entry.options)
    }),
  )
  const { families, mark } = markFindings(findings, grid, evidence.reply !== null)
  return {
    probe: details.probe,
    grid: grid.id,
    gridHash: grid.hash,
    proofreader: details.proofreader,
    findings,
    families,
    mark,
    mistakes: evidence.mistakes ?? [],
    words: details.words,
  }
}
