/** Texts that the deciders learn from, in one order: lines of the optional folder ../shared/language, each once, shuffled by a fixed seed. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { hashText } from '../../../src/learning/hashing.js'

/** One source of running text. */
export interface TextSource {
  readonly file: string
  /** Named in the weight file, with the licence. */
  readonly credit: string
  /** One line in so many is taken. */
  readonly every: number
  /** True for books whose spelling is not today's. */
  readonly old?: true
}

/** What the French deciders learn from. */
export const FRENCH_SOURCES: readonly TextSource[] = [
  {
    file: 'fr/parliament-debates.txt.gz',
    credit:
      'debates of the Assemblée nationale through common-voice/commonvoice-fr (CC0; Licence Ouverte at the source)',
    every: 2,
  },
  { file: 'fr/public-service-sheets.txt.gz', credit: 'sheets of service-public.fr (Licence Ouverte)', every: 1 },
  {
    file: 'fr/software-and-service-strings.txt.gz',
    credit: 'LibreOffice help, Mozilla messages (MPL 2.0), labour-law sheets (Apache 2.0, Licence Ouverte)',
    every: 1,
  },
  { file: 'fr/gutenberg.txt.gz', credit: 'books of Project Gutenberg (public domain)', every: 6, old: true },
  { file: 'fr/wikisource.txt.gz', credit: 'books of Wikisource (public domain)', every: 6, old: true },
]

/** What the English deciders learn from. */
export const ENGLISH_SOURCES: readonly TextSource[] = [
  {
    file: 'en/clean.txt.gz',
    credit:
      'LibreOffice help (MPL 2.0), mozilla/voice-web (CC0), Tatoeba through facebookresearch/LASER (CC BY 2.0 FR)',
    every: 1,
  },
]

/** Folder of the texts; null where it is not there. */
export function languageFolder(): string | null {
  const folder = resolve(process.env.REPLYMARK_LANGUAGE ?? '../shared/language')
  return existsSync(folder) ? folder : null
}

/** True for one line in ten, which training leaves out, so that margins can be measured on text of the same sources. */
export function isHeldOut(line: string): boolean {
  return (hashText(line) >>> 3) % 10 === 0
}

/** Shortest line that teaches anything. */
const LEAST_CHARACTERS = 15

/** Lines of a source, each once. */
export function linesOf(folder: string, { file, every }: TextSource): readonly string[] {
  const lines = gunzipSync(readFileSync(join(folder, file)))
    .toString('utf8')
    .split('\n')
  return [...new Set(lines.filter((line, index) => index % every === 0 && line.length >= LEAST_CHARACTERS))]
}

/** Shuffles in place by a linear congruential generator: the same order each time. */
export function shuffle(lines: string[]): string[] {
  let state = 12_345
  for (let index = lines.length - 1; index > 0; index--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    const other = state % (index + 1)
    const kept = lines[index]!
    lines[index] = lines[other]!
    lines[other] = kept
  }
  return lines
}
