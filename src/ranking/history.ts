/**
 * Published past editions from a table: checks every row, joins brands by name and alias, and names ties, conflicts between
 * sources and names that may be the same brand. Pure: the caller reads the file and keeps the result. Columns: `year`, `rank`
 * (number, `last` or empty), `brand`, `sector`, `score` (out of 100), `scope` (`overall`, a sector's name, or `sectors` where
 * sectors themselves are ranked); or, without a `brand` column, figures of whole editions. Every other column is kept as a figure.
 */

import type { Brand } from '../domain/brand.js'
import type { Problem } from '../domain/error.js'
import type { PublishedRow } from '../domain/published-row.js'
import { type Delimiter, numberIn } from '../text/spreadsheet-text.js'
import { unaccented } from '../text/unaccented.js'

/** One row as read from a file. */
export interface RawRow {
  /** Line in the file, from 1. */
  readonly line: number
  readonly values: Readonly<Record<string, string>>
}

/** What a table holds. */
export interface HistoryTable {
  readonly rows: readonly PublishedRow[]
  /** Rows that cannot be taken; with one of these nothing is imported. */
  readonly problems: readonly Problem[]
  /** Ties, conflicts between sources, names that may be one brand: for people to judge, nothing is dropped for them. */
  readonly remarks: readonly Remark[]
}

/** Something for people to know about rows that were taken. */
export interface Remark {
  readonly kind: 'tie' | 'conflict' | 'unknown-brand' | 'similar-names'
  readonly line: number
  readonly message: string
}

/** How to take a table. */
export interface HistoryOptions {
  /** Name of the series, e.g. `qualiweb`. */
  readonly series: string
  /** File as people know it, for problems and sources. */
  readonly file: string
  /** What stands between the file's columns: where it is no comma, the comma is the decimal sign. */
  readonly delimiter: Delimiter
  /** Brands of the study, with their aliases. */
  readonly brands: readonly Pick<Brand, 'id' | 'name' | 'aliases'>[]
  /** Further names: alias → name or id. */
  readonly aliases: ReadonlyMap<string, string>
  /** Years from which the published method was another one. */
  readonly methodBreaks: readonly number[]
}

/** Columns with a meaning of their own; all others are figures. */
const KNOWN = ['year', 'rank', 'brand', 'sector', 'score']

/** Years that an edition by e-mail can have. */
const FIRST_YEAR = 1971
const LAST_YEAR = 2200

/** A name without accents, case and punctuation: what makes two spellings one. */
export function brandKey(name: string): string {
  return unaccented(name)
    .replace(/œ/g, 'oe')
    .replace(/&/g, ' et ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Finds the brand behind a printed name. */
function brandFinder({ brands, aliases }: HistoryOptions): (name: string) => { id: string; known: boolean } {
  const byKey = new Map<string, string>()
  for (const brand of brands)
    for (const name of [brand.id, brand.name, ...brand.aliases]) byKey.set(brandKey(name), brand.id)
  const followed = new Map([...aliases].map(([alias, name]) => [brandKey(alias), brandKey(name)]))
  return (name) => {
    let key = brandKey(name)
    // An alias may name another alias; a circle ends after as many steps as there are names.
    for (let step = 0; step <= followed.size && !byKey.has(key); step += 1) {
      const next = followed.get(key)
      if (next === undefined) break
      key = next
    }
    const id = byKey.get(key)
    return id === undefined ? { id: key, known: false } : { id, known: true }
  }
}

interface Reading {
  readonly row: PublishedRow | null
  readonly problems: readonly Problem[]
}

function readRow(
  raw: RawRow,
  options: HistoryOptions,
  find: ReturnType<typeof brandFinder>,
  ranking: boolean,
): Reading {
  const value = (name: string) => (raw.values[name] ?? '').trim()
  const problems: Problem[] = []
  const complain = (message: string, hint: string) =>
    problems.push({ place: { file: options.file, line: raw.line }, message, hint })

  const year = Number(value('year'))
  if (!/^\d{4}$/.test(value('year')) || year < FIRST_YEAR || year > LAST_YEAR)
    complain(`\`year\` is “${value('year')}”`, 'Write the year of the edition with four digits')
  const rankText = value('rank').toLowerCase()
  const rank = /^[1-9]\d{0,6}$/.test(rankText) ? Number(rankText) : null
  if (rank === null && rankText !== '' && rankText !== 'last')
    complain(
      `\`rank\` is “${value('rank')}”`,
      'Write a whole number from 1 (the same one for brands that share a place), `last`, or nothing',
    )
  const scoreText = value('score')
  const score = scoreText === '' ? null : numberIn(scoreText, options.delimiter)
  if (scoreText !== '' && !(typeof score === 'number' && score >= 0 && score <= 100))
    complain(`\`score\` is “${scoreText}”`, 'Write a number from 0 to 100 with a decimal point, or nothing')
  const scope = value('scope') || 'overall'
  const name = value('brand')
  const ofSectors = scope === 'sectors'
  if (ranking && !ofSectors && brandKey(name) === '')
    complain('`brand` is empty', 'Name the brand, or write `sectors` as `scope` where a sector is ranked')
  if (ofSectors && value('sector') === '') complain('`sector` is empty', 'Name the sector that is ranked')
  const figures: Record<string, string | number> = {}
  for (const [column, text] of Object.entries(raw.values)) {
    if (KNOWN.includes(column) || text.trim() === '') continue
    const number = numberIn(text.trim(), options.delimiter)
    if (number === 'ambiguous')
      complain(
        `\`${column}\` is “${text.trim()}”, a thousand or a decimal`,
        'Write thousands without a comma and decimals with a point',
      )
    else figures[column] = number ?? text.trim()
  }
  if (problems.length > 0) return { row: null, problems }

  const inSector = ofSectors || (ranking && scope !== 'overall')
  const from = options.methodBreaks.filter((start) => start <= year).at(-1)
  return {
    problems,
    row: {
      series: options.series,
      year,
      brand: ranking && !ofSectors ? find(name).id : '',
      printedName: name,
      sector: ofSectors || scope === 'overall' ? value('sector') || null : scope,
      rank: inSector ? null : rank,
      sectorRank: inSector ? rank : null,
      score: typeof score === 'number' ? score : null,
      figures: {
        ...figures,
        ...(rankText === 'last' ? { rank_text: 'last' } : {}),
        ...(from === undefined ? {} : { method: `${options.series} from ${from}` }),
      },
      source: `${options.file}:${raw.line}`,
    },
  }
}

/** Two brands at one place, and one brand at two. */
function rankRemarks(rows: readonly PublishedRow[], lines: readonly number[]): Remark[] {
  const remarks: Remark[] = []
  const byPlace = new Map<string, number>()
  const byBrand = new Map<string, number>()
  rows.forEach((row, position) => {
    const scope = typeof row.figures['scope'] === 'string' ? row.figures['scope'] : 'overall'
    const what = row.brand || row.sector || ''
    const rank = row.rank ?? row.sectorRank
    const placed = `${row.year} in ${scope}`
    const brandSeen = byBrand.get(`${placed} ${what}`)
    if (brandSeen !== undefined) {
      const other = rows[brandSeen]!
      const otherRank = other.rank ?? other.sectorRank
      if (rank !== otherRank || row.score !== other.score)
        remarks.push({
          kind: 'conflict',
          line: lines[position]!,
          message: `${row.printedName || what}, ${placed}: rank ${rank ?? '–'}, score ${row.score ?? '–'} here; rank ${otherRank ?? '–'}, score ${other.score ?? '–'} in line ${lines[brandSeen]}; both are kept, the first counts in trends`,
        })
    } else byBrand.set(`${placed} ${what}`, position)
    if (rank === null) return
    const placeSeen = byPlace.get(`${placed} ${rank}`)
    if (placeSeen === undefined) byPlace.set(`${placed} ${rank}`, position)
    else if (rows[placeSeen]!.brand !== row.brand || rows[placeSeen]!.sector !== row.sector)
      remarks.push({
        kind: 'tie',
        line: lines[position]!,
        message: `${row.printedName || what} shares place ${rank} of ${placed} with ${rows[placeSeen]!.printedName || rows[placeSeen]!.sector}`,
      })
  })
  return remarks
}

/** Figures of one edition on which sources disagree. */
function figureRemarks(rows: readonly PublishedRow[], lines: readonly number[]): Remark[] {
  const remarks: Remark[] = []
  const first = new Map<string, { value: number; line: number }>()
  rows.forEach((row, position) => {
    for (const [name, value] of Object.entries(row.figures)) {
      if (typeof value !== 'number') continue
      const key = `${row.year} ${name}`
      const known = first.get(key)
      if (!known) first.set(key, { value, line: lines[position]! })
      else if (known.value !== value)
        remarks.push({
          kind: 'conflict',
          line: lines[position]!,
          message: `${name} of ${row.year} is ${value} here and ${known.value} in line ${known.line}; both are kept, the first counts in trends`,
        })
    }
  })
  return remarks
}

/** Brands that the study does not have, and names of which one holds all words of the other. */
function nameRemarks(rows: readonly PublishedRow[], lines: readonly number[], options: HistoryOptions): Remark[] {
  const ids = new Set(options.brands.map((brand) => brand.id))
  const seen = new Map<string, { name: string; line: number }>()
  rows.forEach((row, position) => {
    if (row.brand !== '' && !seen.has(row.brand)) seen.set(row.brand, { name: row.printedName, line: lines[position]! })
  })
  const remarks: Remark[] = []
  const words = new Map([...seen].map(([id]) => [id, new Set(id.split('-'))]))
  for (const [id, { name, line }] of seen) {
    const own = words.get(id)!
    for (const [otherId, { name: other }] of seen)
      if (otherId !== id && own.size < words.get(otherId)!.size && own.isSubsetOf(words.get(otherId)!))
        remarks.push({
          kind: 'similar-names',
          line,
          message: `“${name}” and “${other}” may be one brand; they are kept apart (join them with --alias "${other}=${name}", or as aliases in brands.csv)`,
        })
    if (options.brands.length > 0 && !ids.has(id))
      remarks.push({ kind: 'unknown-brand', line, message: `“${name}” is no brand of the study; it is kept as ${id}` })
  }
  return remarks
}

/** Checks a table and turns it into rows for the ledger; rows only where there is no problem. */
export function readHistory(raw: readonly RawRow[], options: HistoryOptions): HistoryTable {
  const columns = Object.keys(raw[0]?.values ?? {})
  const ranking = columns.includes('brand')
  if (raw.length === 0 || !columns.includes('year'))
    return {
      rows: [],
      remarks: [],
      problems: [
        {
          place: { file: options.file, line: 1 },
          message: raw.length === 0 ? 'the file has no rows' : 'there is no column `year`',
          hint: 'Expected: year, rank, brand, sector, score … (or year with figures of whole editions)',
        },
      ],
    }
  const find = brandFinder(options)
  const readings = raw.map((row) => readRow(row, options, find, ranking))
  const problems = readings.flatMap((reading) => reading.problems)
  if (problems.length > 0) return { rows: [], problems, remarks: [] }
  const rows = readings.flatMap((reading) => reading.row ?? [])
  const lines = raw.map((row) => row.line)
  const remarks = ranking
    ? [...rankRemarks(rows, lines), ...nameRemarks(rows, lines, options)]
    : columns.includes('item')
      ? []
      : figureRemarks(rows, lines)
  return { rows, problems: [], remarks: remarks.sort((a, b) => a.line - b.line) }
}
