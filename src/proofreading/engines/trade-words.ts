/** The trade words shipped with the program (`config/trade-words/*.txt`), which an operator may extend in study.yaml. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StudyLanguage } from '../../domain/language.js'
import { shippedFile } from './shipped-file.js'

/** Words of the shipped list for a language; lines that begin with `#` are comments. */
export function shippedTradeWords(language: StudyLanguage): readonly string[] {
  const file = shippedFile(join('config', 'trade-words', `${language}.txt`))
  if (file === null) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** A short fingerprint of a word list, part of an engine's version: another list may find other mistakes. */
export function wordListFingerprint(words: readonly string[]): string {
  return createHash('sha256')
    .update([...words].sort().join('\n'))
    .digest('hex')
    .slice(0, 8)
}
