/**
 * Computes the published figures again from the published marks, by the same functions that made them, and compares them with the
 * report, the seal and the tables.
 */
import type { Texts } from '../../src/domain/language.js'
import { hashOf, type Leaf, leafKey } from '../../src/editions/seal.js'
import { computeStandings, type StandingsInput } from '../../src/ranking/standings.js'
import { dataDictionary, toCsv } from '../csv.js'
import { dataPackage } from '../datapackage.js'
import { marksOf, overallFigures, scenarioFigures, sectorFigures, survivalOf } from '../edition-figures.js'
import type { EditionReport, ReportStanding } from '../edition-schema.js'
import { editionTables } from '../tables/index.js'
import { agrees } from './agrees.js'
import { groupDiffers, SAID, standingDiffers, tableDiffers } from './words.js'

/** A line of the report as the ledger holds it: without what is printed beside it. */
function standingOf({ name: _, segment: __, consistency: ___, ...standing }: ReportStanding) {
  return standing
}

/** The report's lines against what the marks give, and against the seal. */
export function standingDifferences(
  report: EditionReport,
  input: Required<StandingsInput>,
  leaves: ReadonlyMap<string, Leaf>,
): readonly Texts[] {
  const found: Texts[] = []
  const again = computeStandings(input)
  const printed = new Map(report.standings.map((standing) => [standing.brand, standingOf(standing)]))
  for (const standing of again) {
    const { brand } = standing
    const line = printed.get(brand)
    if (!line) found.push(standingDiffers(brand, 'missing'))
    else if (!agrees(line, standing)) found.push(standingDiffers(brand, 'changed'))
    else if (leaves.get(leafKey({ kind: 'standing', id: brand }))?.hash !== hashOf(line))
      found.push(standingDiffers(brand, 'unsealed'))
  }
  const known = new Set(again.map(({ brand }) => brand))
  for (const { brand } of report.standings) if (!known.has(brand)) found.push(standingDiffers(brand, 'added'))
  for (const leaf of leaves.values())
    if (leaf.kind === 'standing' && !known.has(leaf.id)) found.push(standingDiffers(leaf.id, 'missing'))
  const order = (lines: readonly { readonly brand: string }[]) => lines.map(({ brand }) => brand)
  if (found.length === 0 && !agrees(order(report.standings), order(again))) found.push(SAID.order)
  const previous = [...leaves.values()].find(({ kind }) => kind === 'previous-standings')
  if (previous ? previous.hash !== hashOf(input.previous) : input.previous !== null) found.push(SAID.previous)
  return found
}

/** Figures of the whole, of sectors and of scenarios against what the marks give. */
export function groupDifferences(report: EditionReport, { brands }: StandingsInput): readonly Texts[] {
  const found: Texts[] = []
  const standings = report.standings.map(standingOf)
  const withoutHash = report.marks.map(({ mailHash: _, ...mark }) => mark)
  if (!agrees(withoutHash, marksOf(brands))) found.push(SAID.marks)
  if (!agrees(report.overall, overallFigures(brands, standings))) found.push(SAID.overall)
  if (!agrees(report.survival, survivalOf(brands.flatMap(({ outcomes }) => outcomes)))) found.push(SAID.survival)
  for (const { id, title, rank, authenticated, answeredByMachine, ...figures } of report.sectors) {
    if (!agrees(figures, sectorFigures(id, brands, standings))) found.push(groupDiffers('sector', id))
  }
  for (const { id, title: _, ...figures } of report.scenarios)
    if (!agrees(figures, scenarioFigures(id, brands))) found.push(groupDiffers('scenario', id))
  return found
}

/** Hashes of rules, words and weights against the seal. */
export function engineDifferences(engine: unknown, leaves: ReadonlyMap<string, Leaf>): readonly Texts[] {
  const leaf = leaves.get(leafKey({ kind: 'analysis', id: 'engine' }))
  return leaf && engine !== null && leaf.hash !== hashOf(engine) ? [SAID.engine] : []
}

/** Comparisons of personas against the seal. */
export function treatmentDifferences(report: EditionReport, leaves: ReadonlyMap<string, Leaf>): readonly Texts[] {
  const leaf = leaves.get(leafKey({ kind: 'analysis', id: 'equal-treatment' }))
  return leaf && leaf.hash !== hashOf(report.equalTreatment) ? [SAID.equalTreatment] : []
}

/** Tables against the report that they are made from. */
export function tableDifferences(report: EditionReport, textOf: (path: string) => string | null): readonly Texts[] {
  const tables = editionTables(report)
  const found: Texts[] = []
  for (const table of [...tables, dataDictionary(tables)]) {
    const path = `data/${table.name}.csv`
    const text = textOf(path)
    if (text !== null && text !== toCsv(table)) found.push(tableDiffers(path))
  }
  const described = textOf('data/datapackage.json')
  if (described !== null && described !== `${JSON.stringify(dataPackage(report, tables), null, 2)}\n`)
    found.push(SAID.package)
  return found
}
