/** The optional running text beside the project (`../shared/language`, or REPLYMARK_LANGUAGE): plain lines, and rows with a text. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readRows } from './corpora.js'

/** Texts of a file of the folder: lines of a `.txt.gz`, `text` of a `.jsonl`; each once, one in so many. */
export function textsOf(folder: string, file: string, every = 1): readonly string[] {
  const path = join(folder, file)
  const all = file.endsWith('.jsonl')
    ? readRows<{ readonly text: string }>(path).map(({ text }) => text)
    : gunzipSync(readFileSync(path)).toString('utf8').split('\n')
  return [...new Set(all.filter((text, index) => index % every === 0 && text !== ''))]
}

/** A sentence's key in the kept verdicts: the text itself stays outside the project. */
export function sentenceKey(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
