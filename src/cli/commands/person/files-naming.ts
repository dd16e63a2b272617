/** Finds written files that name a person: reports and sites in a study's data folder. They are listed, never changed. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'

/** Endings of files that hold text. A workbook (.xlsx) holds the same rows as the CSV files beside it. */
const TEXT = new Set(['.html', '.csv', '.json', '.svg', '.txt', '.md', '.xml', '.log'])

/** Larger files are not reports. */
const MOST_BYTES = 64 * 2 ** 20

/** Paths of files below a folder whose text holds the person, sorted. */
export function filesNaming(folder: string, holds: (text: string) => boolean): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => TEXT.has(extname(file)) && statSync(file).isFile() && statSync(file).size <= MOST_BYTES)
    .filter((file) => holds(readFileSync(file, 'utf8')))
    .toSorted()
}
