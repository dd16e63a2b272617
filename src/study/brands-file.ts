/**
 * Reads `brands.csv` in any form that spreadsheets write: one brand a line, comma, semicolon or tab between columns (told by
 * the first line), several values in one cell separated by `|`. Every line is parsed on its own, so that one broken quote costs one line.
 */

import { parse } from 'csv-parse/sync'
import type { Brand, BrandContact } from '../domain/brand.js'
import type { StudyLanguage } from '../domain/language.js'
import { isStudyLanguage, studyLanguages } from '../languages/index.js'
import { decodeFile, delimiterOf, namedDelimiter } from '../text/spreadsheet-text.js'
import { isCountry, isDomain, isIdentifier, isMailAddress, isOneLine, isTimeZone, nearest } from './formats.js'
import type { ProblemList } from './problems.js'

const REQUIRED = ['id', 'name', 'sector', 'contacts', 'domains', 'country', 'time_zone', 'languages'] as const
const OPTIONAL = ['aliases', 'glossary'] as const
const COLUMNS: readonly string[] = [...REQUIRED, ...OPTIONAL]

/** A brand with the line it stands on. */
export interface BrandRow {
  readonly brand: Brand
  readonly line: number
}

/** What one line is checked against. */
interface Checks {
  readonly sectors: readonly string[]
  readonly report: (line: number, message: string, hint: string) => void
}

/**
 * Reads the bytes of `brands.csv`.
 * @param sectors sector identifiers of `study.yaml`; null where that file could not be read
 * @returns rows without fault; faults go to `problems`
 */
export function readBrands(
  bytes: Uint8Array,
  shown: string,
  sectors: readonly string[] | null,
  problems: ProblemList,
): readonly BrandRow[] {
  const report: Checks['report'] = (line, message, hint) => problems.add({ file: shown, line }, message, hint)
  const { text, fault: unreadable } = decodeFile(bytes)
  if (text === null) {
    report(unreadable.line, unreadable.message, unreadable.hint)
    return []
  }
  const lines = text.split(/\r\n|\n|\r/)
  const named = namedDelimiter(lines[0] ?? '')
  const first = lines.findIndex((line, index) => line.trim() !== '' && (named === null || index > 0))
  if (first < 0) {
    report(1, 'is empty', `write the columns ${REQUIRED.join(',')} and one line a brand`)
    return []
  }
  const delimiter = named ?? delimiterOf(lines[first] ?? '')
  const header = cellsOf(lines[first] ?? '', delimiter).cells.map((cell) =>
    cell.toLowerCase().replaceAll(/[\s-]+/g, '_'),
  )
  if (!headerIsGood(header, first + 1, report)) return []
  const rows: BrandRow[] = []
  const seenIds = new Map<string, number>()
  const seenContacts = new Map<string, number>()
  for (const [index, content] of lines.entries()) {
    if (index <= first || isEmpty(content, delimiter) || content.startsWith('#')) continue
    const number = index + 1
    const { cells, fault } = cellsOf(content, delimiter)
    if (fault) {
      report(
        number,
        `has broken quotes (${fault})`,
        'close every quote on its line, and double a quote inside quotes ("")',
      )
      continue
    }
    if (cells.length !== header.length) {
      report(
        number,
        `has ${cells.length} cells instead of ${header.length}`,
        `put texts that hold a ${delimiter === '\t' ? 'tab' : `\`${delimiter}\``} between quotes, and leave unused cells empty`,
      )
      continue
    }
    const row = Object.fromEntries(header.map((column, place) => [column, cells[place] ?? '']))
    const brand = brandOf(row, number, { sectors: sectors ?? [row.sector ?? ''], report })
    noteTwice(seenIds, row.id ?? '', number, 'id', report)
    for (const contact of brand?.contacts ?? [])
      noteTwice(seenContacts, contact.address.toLowerCase(), number, 'contact address', report)
    if (brand) rows.push({ brand, line: number })
  }
  if (rows.length === 0 && problems.count === 0) report(first + 1, 'lists no brand', 'write one line a brand')
  return rows
}

/** A line without a value: a spreadsheet writes its delimiters all the same. */
function isEmpty(line: string, delimiter: string): boolean {
  return line.replaceAll(delimiter, '').trim() === ''
}

function cellsOf(
  line: string,
  delimiter: string,
): { readonly cells: readonly string[]; readonly fault: string | null } {
  if (!line.includes('"')) return { cells: line.split(delimiter).map((cell) => cell.trim()), fault: null }
  try {
    const records: string[][] = parse(line, { delimiter, trim: true, relax_column_count: true })
    return { cells: records[0] ?? [], fault: null }
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    return { cells: [], fault: code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quote is never closed' : 'a quote inside a cell' }
  }
}

function headerIsGood(header: readonly string[], line: number, report: Checks['report']): boolean {
  let good = true
  for (const column of REQUIRED.filter((name) => !header.includes(name))) {
    good = false
    report(
      line,
      `column \`${column}\` is missing`,
      `write the columns ${REQUIRED.join(',')} (and, if used, ${OPTIONAL.join(',')})`,
    )
  }
  for (const column of header.filter((name) => !COLUMNS.includes(name))) {
    good = false
    const near = nearest(column, COLUMNS)
    report(
      line,
      `column \`${column}\` is not known`,
      near ? `did you mean \`${near}\`?` : `known columns: ${COLUMNS.join(', ')}`,
    )
  }
  for (const column of new Set(header.filter((name, index) => header.indexOf(name) !== index))) {
    good = false
    report(line, `column \`${column}\` occurs twice`, 'keep one of the two')
  }
  return good
}

function noteTwice(
  seen: Map<string, number>,
  value: string,
  line: number,
  what: string,
  report: Checks['report'],
): void {
  if (value === '') return
  const earlier = seen.get(value)
  if (earlier !== undefined)
    report(line, `${what} \`${value}\` was already used on line ${earlier}`, `give each brand its own ${what}`)
  else seen.set(value, line)
}

const listOf = (cell: string | undefined) =>
  (cell ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Checks one line and reports all its faults; null where there is one. */
function brandOf(row: Readonly<Record<string, string>>, line: number, { sectors, report }: Checks): Brand | null {
  let good = true
  const fault = (message: string, hint: string) => {
    good = false
    report(line, message, hint)
  }
  const { id = '', name = '', sector = '', country = '', time_zone: timeZone = '' } = row
  if (!isIdentifier(id))
    fault(
      `id \`${id}\` is not an identifier`,
      'write lower-case letters, digits and single hyphens, such as `maison-lune`',
    )
  if (name === '' || !isOneLine(name))
    fault('name is empty or has control characters', 'write the name as it is printed')
  if (!sectors.includes(sector)) {
    const near = nearest(sector, sectors)
    fault(
      `sector \`${sector}\` is not in study.yaml`,
      near ? `did you mean \`${near}\`?` : `write one of ${sectors.join(', ')}, or add it there`,
    )
  }
  if (!isCountry(country))
    fault(
      `country \`${country}\` is not an ISO 3166 code`,
      country === 'UK'
        ? 'write GB'
        : isCountry(country.toUpperCase())
          ? `write ${country.toUpperCase()}`
          : 'write two capital letters, such as FR',
    )
  if (!isTimeZone(timeZone)) fault(`time zone \`${timeZone}\` is not known`, 'write an IANA name, such as Europe/Paris')
  const domains = listOf(row.domains)
  if (domains.length === 0) fault('domains is empty', 'write the domains the brand answers from, separated by |')
  for (const domain of domains.filter((one) => !isDomain(one)))
    fault(
      `\`${domain}\` is not a domain`,
      'write it in lower case without protocol or path, such as maison-lune.example',
    )
  const languages = listOf(row.languages)
  if (languages.length === 0)
    fault('languages is empty', `write ${studyLanguages().join(' or ')}, several separated by |`)
  for (const language of languages.filter((one) => !isStudyLanguage(one)))
    fault(
      `language \`${language}\` is not one of a study`,
      `write ${studyLanguages().join(' or ')}, several separated by |`,
    )
  const contacts = contactsOf(listOf(row.contacts), domains, fault)
  if (!good) return null
  return {
    id,
    name,
    aliases: listOf(row.aliases),
    sector,
    contacts,
    domains,
    country,
    timeZone,
    languages: languages as readonly StudyLanguage[],
    glossary: listOf(row.glossary),
  }
}

/** Contacts are written `address` or `department=address`; the first without a department is `customer-service`. */
function contactsOf(
  cells: readonly string[],
  domains: readonly string[],
  fault: (message: string, hint: string) => void,
): readonly BrandContact[] {
  if (cells.length === 0)
    fault('contacts is empty', 'write the address of the customer service, such as contact@maison-lune.example')
  return cells.map((cell) => {
    const [, department = 'customer-service', address = cell] = /^([a-z0-9-]{1,64})=(.*)$/s.exec(cell) ?? []
    if (!isMailAddress(address)) {
      fault(`contact \`${address}\` is not an e-mail address`, 'write name@domain, with | between several')
    } else {
      const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
      const owned = domains.some((one) => domain === one || domain.endsWith(`.${one}`))
      if (!owned && domains.length > 0)
        fault(
          `contact \`${address}\` is not at one of the brand's domains`,
          `add ${domain} to its domains, or correct the address`,
        )
    }
    return { address, department }
  })
}
