/** `replymark import`: takes published past editions into the ledger, all rows or none. */

import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type CsvError, parse } from 'csv-parse/sync'
import { ReplymarkError } from '../../domain/error.js'
import { printable } from '../../domain/printable.js'
import { LEDGER_FILE, openLedger } from '../../ledger/ledger.js'
import { type RawRow, readHistory } from '../../ranking/history.js'
import { loadStudy } from '../../study/load-study.js'
import { type Delimiter, decodeFile, delimiterOf, namedDelimiter } from '../../text/spreadsheet-text.js'
import type { CommandContext } from '../command.js'

async function readText(file: string): Promise<string> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    throw new ReplymarkError('usage', 'The file cannot be read', {
      place: { file },
      hint: 'Check the path.',
      cause: error,
    })
  }
  const { text, fault } = decodeFile(bytes)
  if (text !== null) return text
  throw new ReplymarkError('usage', `The file ${fault.message}`, {
    place: { file, line: fault.line },
    hint: `Nothing was imported; ${fault.hint}.`,
  })
}

/** A file's rows and what stands between its columns. */
interface ParsedTable {
  readonly rows: readonly RawRow[]
  readonly delimiter: Delimiter
}

/** Rows with their lines; a row with too few or too many columns is refused with its line. */
function parseRows(text: string, file: string): ParsedTable {
  const [first = ''] = text.split(/\r\n|\n|\r/, 1)
  const named = namedDelimiter(first)
  const delimiter = named ?? delimiterOf(first)
  try {
    const records = parse(text, {
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter,
      from_line: named === null ? 1 : 2,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      info: true,
    }) as unknown as readonly { readonly info: { readonly lines: number }; readonly record: Record<string, string> }[]
    return { rows: records.map(({ info, record }) => ({ line: info.lines, values: record })), delimiter }
  } catch (error) {
    const { message, lines } = error as CsvError & { readonly lines?: number }
    throw new ReplymarkError('usage', `The file cannot be read as CSV: ${message}`, {
      place: { file, ...(typeof lines === 'number' ? { line: lines } : {}) },
      hint: 'Nothing was imported.',
      cause: error,
    })
  }
}

function parseAliases(given: unknown, fromFile: readonly RawRow[]): ReadonlyMap<string, string> {
  const texts = typeof given === 'string' ? given.split(',') : Array.isArray(given) ? given.map(String) : []
  const pairs = texts.map((text) => text.split('=').map((part) => part.trim()))
  for (const pair of pairs)
    if (pair.length !== 2 || pair.some((part) => part === ''))
      throw new ReplymarkError('usage', `--alias is “${pair.join('=')}”`, { hint: 'Write "former name=name today".' })
  return new Map([
    ...fromFile.map(({ values }): [string, string] => [values['alias'] ?? '', values['name'] ?? '']),
    ...pairs.map(([alias, name]): [string, string] => [alias!, name!]),
  ])
}

function parseBreaks(given: unknown): readonly number[] {
  if (typeof given !== 'string') return []
  const years = given.split(',').map((text) => Number(text.trim()))
  if (years.some((year) => !Number.isInteger(year)))
    throw new ReplymarkError('usage', `--break is “${given}”`, { hint: 'Write years, e.g. `--break 2009,2020`.' })
  return years.sort((a, b) => a - b)
}

/** Imports one file. */
export async function run(
  positional: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  { now }: CommandContext,
): Promise<number> {
  const file = String(positional[0])
  const study = await loadStudy(String(options.study ?? '.'), process.env)
  const table = parseRows(await readText(file), file)
  const aliasFile = typeof options.aliases === 'string' ? options.aliases : null
  const aliasRows = aliasFile ? parseRows(await readText(aliasFile), aliasFile).rows : []
  // Two files of one series stand side by side: importing the second does not replace the first.
  const series = `${String(options.series ?? 'published')}/${basename(file).replace(/\.[^.]*$/, '')}`
  const { rows, problems, remarks } = readHistory(table.rows, {
    series,
    file,
    delimiter: table.delimiter,
    brands: study.brands,
    aliases: parseAliases(options.alias, aliasRows),
    methodBreaks: parseBreaks(options.break),
  })
  if (problems.length > 0)
    throw new ReplymarkError('usage', `${problems.length} problem(s); nothing was imported`, {
      place: { file },
      problems,
    })
  const ledger = openLedger(join(study.dataFolder, LEDGER_FILE))
  try {
    const at = now()
    ledger.transaction(() => {
      ledger.history.replaceSeries(series, rows, at)
      ledger.audit.add({
        at,
        actor: 'cli',
        action: 'import-history',
        target: series,
        details: { rows: rows.length },
      })
    })
  } finally {
    ledger.close()
  }
  const years = [...new Set(rows.map((row) => row.year))].sort((a, b) => a - b)
  const brands = new Set(rows.map((row) => row.brand).filter((brand) => brand !== '')).size
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ file, series, rows: rows.length, years, brands, remarks })}\n`)
    return 0
  }
  const lines = [
    `${rows.length} rows imported as ${series}: ${years.length} years from ${years[0]} to ${years.at(-1)}, ${brands} brands.`,
    ...remarks
      .filter((remark) => remark.kind !== 'unknown-brand')
      .map((remark) => `${file}:${remark.line}: ${remark.kind}: ${remark.message}`),
  ]
  const unknown = remarks.filter((remark) => remark.kind === 'unknown-brand').length
  if (unknown > 0)
    lines.push(`${unknown} brand(s) are not in the study; their history is kept under their printed names.`)
  process.stdout.write(`${printable(lines.join('\n'))}\n`)
  return 0
}
