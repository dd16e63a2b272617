/**
 * Running text as a background: sentences of no service's mail, from which receipts, promises and offers must stand out. They count as
 * saying something of substance, as an answer does. Text: ../shared/language (see its README for sources and licences), an optional
 * folder beside the project; only training needs it, what was learnt stands in the repository.
 */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'

const FILES: readonly { readonly file: string; readonly sentences: number }[] = [
  { file: 'fr/public-service-sheets.txt.gz', sentences: 1500 },
  { file: 'fr/parliament-debates.txt.gz', sentences: 800 },
  { file: 'fr/gutenberg.txt.gz', sentences: 800 },
  { file: 'en/clean.txt.gz', sentences: 3000 },
]

/** Names of the files, for the weights. */
export const BACKGROUND: readonly string[] = FILES.map(({ file }) => file)

/** Every k-th line of five words or more, so many of each file. */
export function backgroundSentences(): string[] {
  const folder = resolve(import.meta.dirname, '../../../../shared/language')
  return FILES.flatMap(({ file, sentences }) => {
    const path = resolve(folder, file)
    if (!existsSync(path)) throw new Error(`${path} is not there: training needs the text of ../shared/language`)
    const lines = gunzipSync(readFileSync(path))
      .toString('utf8')
      .split('\n')
      .filter((line) => line.split(' ').length >= 5 && line.length < 260)
    const step = Math.max(1, Math.floor(lines.length / sentences))
    return lines.filter((_, at) => at % step === 0).slice(0, sentences)
  })
}
