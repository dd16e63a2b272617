/** Compiles eld's data (its set of 60 languages, small) into the table of letter sequences. */
import { existsSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { encodeTable, firstSlot, type LetterTable, LONGEST_SEQUENCE, TABLE_VERSION } from './table.js'

/** File name of the compiled table, beside the compiled loader. */
export const TABLE_FILE = 'letter-sequences.bin'

/** eld adds this to every score, which its data leave out (`baseNgramScore`). */
const BASE_POINTS = 53

/** The installed eld: its data stand in no entry of the package, only in its folder. */
function eldFolder(): string {
  const folders = createRequire(import.meta.url).resolve.paths('eld') ?? []
  const found = folders.map((folder) => join(folder, 'eld')).find((folder) => existsSync(folder))
  if (found) return found
  throw new Error(`eld is not installed in any of ${folders.join(', ')}`)
}

/** Files of eld that the table is made of. */
const ELD_FILES = ['ngrams/small.js', 'avgScore.js', 'regexPatterns.js', 'dictionary.js']

/** Every file that the compiled bytes depend on: data, and the code that compiles them. */
export function tableSources(): readonly string[] {
  const here = fileURLToPath(import.meta.url)
  const code = ['build', 'table'].map((name) => join(dirname(here), name + extname(here)))
  return [...ELD_FILES.map((file) => join(eldFolder(), 'src', file)), ...code]
}

interface EldData {
  readonly languages: Readonly<Record<string, string>>
  readonly ngrams: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** Compiles the table into bytes. */
export async function compileTable(): Promise<Uint8Array> {
  const folder = eldFolder()
  const load = (file: string) => import(pathToFileURL(join(folder, 'src', file)).href)
  const { ngramsData } = (await load('ngrams/small.js')) as { ngramsData: EldData }
  const { avgScore } = (await load('avgScore.js')) as { avgScore: Readonly<Record<string, number>> }
  const { separators } = (await load('regexPatterns.js')) as { separators: RegExp }
  const { dictionary } = (await load('dictionary.js')) as { dictionary: readonly string[] }
  const languages = Object.values(ngramsData.languages)
  const sequences = Object.entries(ngramsData.ngrams)
  const distinct = new Map<string, number>()
  const starts = [0]
  const rowLanguages: number[] = []
  const rowPoints: number[] = []
  let slots = 1
  while (slots < sequences.length * 1.5) slots *= 2
  const slotLow = new Uint32Array(slots)
  const slotHigh = new Uint16Array(slots)
  const slotRow = new Uint16Array(slots)
  for (const [sequence, scores] of sequences) {
    const key = JSON.stringify(scores)
    let row = distinct.get(key)
    if (row === undefined) {
      row = distinct.size
      distinct.set(key, row)
      for (const [language, score] of Object.entries(scores)) {
        rowLanguages.push(Number(language))
        rowPoints.push(score + BASE_POINTS)
      }
      starts.push(rowPoints.length)
    }
    const bytes = Uint8Array.from({ length: LONGEST_SEQUENCE }, (_, at) => sequence.charCodeAt(at) || 0)
    const view = new DataView(bytes.buffer)
    const low = view.getUint32(0, true)
    const high = view.getUint16(4, true)
    let slot = firstSlot(low, high, slots)
    while (slotRow[slot] !== 0) slot = (slot + 1) & (slots - 1)
    slotLow[slot] = low
    slotHigh[slot] = high
    slotRow[slot] = row + 1
  }
  const table: LetterTable = {
    version: TABLE_VERSION,
    languages,
    averages: languages.map((language) => avgScore[language] ?? 0),
    separators: [separators.source, separators.flags],
    alphabet: dictionary.map((letter) => letter.charCodeAt(0)),
    rows: distinct.size,
    scores: rowPoints.length,
    sequences: sequences.length,
    slots,
    rowStarts: new Uint32Array(starts),
    rowLanguages: new Uint8Array(rowLanguages),
    rowPoints: new Uint16Array(rowPoints),
    slotLow,
    slotHigh,
    slotRow,
  }
  return encodeTable(table)
}

/**
 * Build step: writes the table beside the compiled loader.
 * @public called by scripts/build.js
 */
export async function buildCompiledData(): Promise<void> {
  writeFileSync(join(dirname(fileURLToPath(import.meta.url)), TABLE_FILE), await compileTable())
}
