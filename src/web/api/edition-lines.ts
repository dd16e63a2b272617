/** Lines of an edition's data as the API gives them: sectors, scenarios, weights, marks, findings, trends. */
import type { EditionReport } from '../../../reports/edition-schema.js'
import { criterionById } from '../../criteria/index.js'
import type { Grid } from '../../domain/grid.js'
import type { Ledger } from '../../ledger/ledger.js'

/** Figures of the sectors; how answers come over time is in the report file. */
export function sectorLines(report: EditionReport) {
  return report.sectors.map(({ survival: _, ...sector }) => sector)
}

/** What counts how much: one line a criterion, in the order of the grid. */
export function weightLines(grid: Grid) {
  return grid.families.flatMap((family) =>
    family.criteria.map(({ id, version, weight, because, notApplicable, notAvailable }) => ({
      criterion: id,
      version,
      title: criterionById.get(id)?.meta.title ?? {},
      family: family.id,
      familyWeight: family.weight,
      weight,
      because,
      notApplicable,
      notAvailable,
    })),
  )
}

function namesOf({ standings }: EditionReport): ReadonlyMap<string, string> {
  return new Map(standings.map(({ brand, name }) => [brand, name]))
}

/** Marks of all exchanges that count, or of one brand's. */
export function markLines(report: EditionReport, brand: string | undefined) {
  const names = namesOf(report)
  return report.marks
    .filter((mark) => brand === undefined || mark.brand === brand)
    .map((mark) => ({ ...mark, brandName: names.get(mark.brand) ?? mark.brand }))
}

/** What is asked of the findings; all where a field is undefined. */
export interface FindingQuery {
  readonly brand: string | undefined
  readonly criterion: string | undefined
}

/** One criterion of one exchange. */
type FindingLine = ReturnType<typeof readFindings>[number]

/** Findings of the exchanges that have a mark in the report, in the order of the marks; sentences and evidence are the brand's own. */
function readFindings(ledger: Ledger, report: EditionReport) {
  const names = namesOf(report)
  const weights = new Map(
    weightLines(ledger.editions.require(report.edition.id).configuration.grid).map((line) => [line.criterion, line]),
  )
  const probes = new Map(ledger.probes.ofEdition(report.edition.id).map((probe) => [probe.id, probe]))
  const places = new Map(report.marks.map(({ brand, scenario }, place) => [`${brand}/${scenario}`, place]))
  return ledger.assessments
    .ofEdition(report.edition.id)
    .flatMap(({ probe, findings }) => {
      const { brand, scenario } = probes.get(probe) ?? { brand: '', scenario: '' }
      const place = places.get(`${brand}/${scenario}`)
      return place === undefined ? [] : [{ place, brand, scenario, findings }]
    })
    .sort((one, other) => one.place - other.place)
    .flatMap(({ brand, scenario, findings }) =>
      findings.map(({ criterion, criterionVersion, family, outcome, score, value, unit }) => ({
        brand,
        brandName: names.get(brand) ?? brand,
        scenario,
        criterion,
        version: criterionVersion,
        family,
        outcome,
        score,
        value,
        unit,
        weight: weights.get(criterion)?.weight ?? 0,
        familyWeight: weights.get(criterion)?.familyWeight ?? 0,
      })),
    )
}

/** Makes the reader of findings; those of the last report are kept, since a reader asks for one page after the other. */
export function createFindingLines(ledger: Ledger) {
  const kept = new WeakMap<EditionReport, readonly FindingLine[]>()
  return (report: EditionReport, { brand, criterion }: FindingQuery): readonly FindingLine[] => {
    const lines = kept.get(report) ?? readFindings(ledger, report)
    kept.set(report, lines)
    return lines.filter(
      (line) =>
        (brand === undefined || line.brand === brand) && (criterion === undefined || line.criterion === criterion),
    )
  }
}

/** Every brand in every edition, by brand. */
export function brandTrendLines({ trends }: EditionReport) {
  return trends.brands.flatMap(({ brand, name, points }) =>
    points.map((point) => ({ brand, brandName: name, ...point })),
  )
}
