/** The study of a demo: the example study with as many brands and editions as asked for, written to a folder that stays. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { parseDocument } from 'yaml'
import { daysAfter, weekdayOf } from '../calendar/days.js'
import { ReplymarkError } from '../domain/error.js'
import { writeExampleStudy } from '../study/write-example.js'
import { unaccented } from '../text/unaccented.js'
import { HELP_DESK_DOMAIN } from './behave.js'

/** Year of the last edition. */
const LAST_YEAR = 2026
/** Days of each send window: room for seven e-mails with three days between them. */
const WINDOW_DAYS = 46
/** Added to the example's names where more brands are wanted than it has. */
const BRANCHES = [
  'Nord',
  'Atlantique',
  'Alpes',
  'Provence',
  'Océan',
  'Rivage',
  'Horizon',
  'Vallée',
  'Littoral',
  'Colline',
]

/** What a demo study holds. */
export interface DemoStudyOptions {
  /** Folder of the example study. */
  readonly example: string
  /** Folder to write. */
  readonly folder: string
  readonly brands: number
  readonly editions: number
  readonly seed: number
}

/** Writes the study folder. */
export function writeDemoStudy({ example, folder, brands, editions, seed }: DemoStudyOptions): void {
  writeExampleStudy(example, folder, null)
  const study = parseDocument(readFileSync(join(folder, 'study.yaml'), 'utf8'))
  study.set('title', 'Démonstration : un marché simulé')
  study.set('helpDeskDomains', [HELP_DESK_DOMAIN])
  study.set(
    'editions',
    Array.from({ length: editions }, (_, index) => editionOf(LAST_YEAR - editions + 1 + index, seed)),
  )
  writeFileSync(join(folder, 'study.yaml'), study.toString({ lineWidth: 0 }))
  writeFileSync(join(folder, 'brands.csv'), brandRows(readFileSync(join(example, 'brands.csv'), 'utf8'), brands))
}

function editionOf(year: number, seed: number): Record<string, unknown> {
  const march = `${year}-03-01`
  const monday = daysAfter(march, (8 - weekdayOf(march)) % 7)
  return {
    id: String(year),
    title: `Édition ${year}`,
    scenarios: ['complaint', 'pre-sale-question', 'question-in-english', 'site-problem', 'refund', 'refund-follow-up'],
    grid: 'replymark',
    sendFrom: monday,
    sendUntil: daysAfter(monday, WINDOW_DAYS),
    answerWindowDays: 15,
    // Nobody at an invented brand would reply.
    rightOfReplyDays: 0,
    seed: seed + year,
  }
}

/** As many rows as wanted: spread over the example's sectors when fewer, with branch names when more. */
function brandRows(text: string, wanted: number): string {
  const [header = '', ...lines] = text.trim().split('\n')
  const rows = lines.map((line) => line.split(','))
  const sectors = [...Map.groupBy(rows, (row) => row[header.split(',').indexOf('sector')] ?? '').values()]
  const mixed = Array.from(
    { length: rows.length },
    (_, index) => sectors[index % sectors.length]?.[Math.floor(index / sectors.length)],
  ).filter((row) => row !== undefined)
  if (mixed.length < rows.length) throw new ReplymarkError('internal', 'the example study has sectors of unequal size')
  const all = Array.from({ length: wanted }, (_, index) =>
    branch(mixed[index % mixed.length] ?? [], Math.floor(index / mixed.length)),
  )
  return `${header}\n${stringify(all)}`
}

/** The example's brand itself (0), or an invented branch of it with an address of its own. */
function branch(row: readonly string[], number: number): readonly string[] {
  if (number === 0) return row
  const word = BRANCHES[(number - 1) % BRANCHES.length] ?? ''
  const round = Math.floor((number - 1) / BRANCHES.length)
  const suffix = `${unaccented(word)}${round === 0 ? '' : round + 1}`
  return row.map((cell, column) => {
    if (column === 0) return `${cell}-${suffix}`
    if (column === 1) return `${cell} ${word}${round === 0 ? '' : ` ${round + 1}`}`
    return cell.replaceAll(/\.example/g, `-${suffix}.example`)
  })
}
