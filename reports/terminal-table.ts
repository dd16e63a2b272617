/** The league table for a terminal: aligned columns, movement, interval, n; colours only where the terminal has them. */

import type { StudyLanguage } from '../src/domain/language.js'
import { printable } from '../src/domain/printable.js'
import { RANK_RULE } from '../src/domain/rank-rule.js'
import { inLanguage, textIn } from '../src/languages/index.js'
import type { EditionReport, ReportStanding } from './edition-schema.js'
import { formatFor, NOTHING } from './format.js'
import { headlines } from './sentences.js'
import { wordsIn } from './words.js'

/** How to print. */
export interface TerminalOptions {
  readonly language: StudyLanguage
  /** True where escape codes for colours are wanted. */
  readonly colour: boolean
  /** Sector to print; null for all. */
  readonly sector: string | null
}

/** Width of the drawn interval in characters. */
const BAR = 24

const plainLength = (text: string) => [...text.normalize('NFC')].length

function padded(text: string, width: number, right: boolean): string {
  const fill = ' '.repeat(Math.max(0, width - plainLength(text)))
  return right ? fill + text : text + fill
}

/** A text in lines of at most 110 characters. */
function wrapped(text: string): readonly string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line !== '' && line.length + word.length >= 110) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}

/** `▲3`, `▼12`, `=`, or `new`. */
export function movementMark(movement: number | null, hasEarlier: boolean, isNew: string): string {
  if (movement === null) return hasEarlier ? isNew : ''
  return movement > 0 ? `▲${movement}` : movement < 0 ? `▼${-movement}` : '='
}

/** Interval and index on a scale of 0–100, as characters. */
function whisker({ index }: ReportStanding): string {
  if (index.value === null) return ''
  const at = (value: number) => Math.min(BAR - 1, Math.floor((value / 100) * BAR))
  const low = at(index.interval?.low ?? index.value)
  const high = at(index.interval?.high ?? index.value)
  const dot = at(index.value)
  return Array.from({ length: BAR }, (_, place) =>
    place === dot ? '●' : place >= low && place <= high ? '─' : '·',
  ).join('')
}

/** Lines of the table. */
export function terminalTable(report: EditionReport, { language, colour, sector }: TerminalOptions): readonly string[] {
  const format = formatFor(language)
  const words = wordsIn(language)
  const shown = report.standings.filter((standing) => sector === null || standing.sector === sector)
  const hasEarlier = report.changes !== null
  const titles = new Map(report.sectors.map((one) => [one.id, inLanguage(one.title, language)]))
  const paint = (code: string, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text)
  const columns: { head: string; right: boolean; of: (standing: ReportStanding) => string }[] = [
    { head: words.rank, right: true, of: (one) => String((sector === null ? one.rank : one.sectorRank) ?? NOTHING) },
    {
      head: '±',
      right: true,
      of: (one) => movementMark(sector === null ? one.movement : null, sector === null && hasEarlier, words.isNew),
    },
    { head: words.brand, right: false, of: (one) => printable(one.name) },
    ...(sector === null
      ? [
          {
            head: words.sector,
            right: false,
            of: (one: ReportStanding) => printable(titles.get(one.sector) ?? one.sector),
          },
        ]
      : []),
    { head: words.index, right: true, of: (one) => format.number(one.index.value) },
    { head: `0 ${' '.repeat(BAR - 6)} 100`, right: false, of: whisker },
    {
      head: '95 %',
      right: true,
      of: (one) =>
        one.index.interval
          ? `${format.number(one.index.interval.low, 0)}–${format.number(one.index.interval.high, 0)}`
          : NOTHING,
    },
    {
      head: words.rankInterval,
      right: true,
      of: (one) => (one.rankInterval ? `${one.rankInterval.low}–${one.rankInterval.high}` : NOTHING),
    },
    { head: words.responseRate, right: true, of: (one) => format.percent(one.responseRate.value) },
    { head: words.medianDelay, right: true, of: (one) => format.duration(one.medianDelayHours.value) },
    { head: words.mistakes, right: true, of: (one) => format.number(one.mistakesPer100Words.value) },
    { head: 'n', right: true, of: (one) => String(one.index.n) },
  ]
  const cells = shown.map((standing) => columns.map((column) => column.of(standing)))
  const widths = columns.map((column, place) =>
    Math.max(plainLength(column.head), ...cells.map((row) => plainLength(row[place]!))),
  )
  const line = (row: readonly string[]) =>
    row
      .map((text, place) => padded(text, widths[place]!, columns[place]!.right))
      .join('  ')
      .trimEnd()
  const coloured = (standing: ReportStanding, text: string) => {
    const accented = standing.indistinguishableFromWinner ? paint('1', text) : text
    return standing.significantMove ? paint((standing.movement ?? 0) >= 0 ? '32' : '31', accented) : accented
  }
  const title = `${report.study.title} · ${report.edition.title}${sector === null ? '' : ` · ${titles.get(sector) ?? sector}`}`
  const state = report.edition.sealRoot ? `${words.seal} ${report.edition.sealRoot.slice(0, 16)}` : words.provisional
  return [
    paint('1', printable(title)),
    ...(sector === null ? [printable(headlines(report, language).leagueTable)] : []),
    '',
    paint('2', line(columns.map((column) => column.head))),
    ...shown.map((standing, row) => coloured(standing, line(cells[row]!))),
    '',
    ...(sector === null && shown.some((standing) => standing.rank !== null)
      ? wrapped(textIn(RANK_RULE, language))
      : []),
    `${format.number(report.counts.probes, 0)} ${words.probes.toLowerCase()}, ${format.number(report.counts.brands, 0)} ${words.brands} · ${state}`,
  ]
}
