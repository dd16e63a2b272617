/** Loads the common words of a language from their shipped file, once and when first asked. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ReplymarkError } from '../../domain/error.js'
import type { StudyLanguage } from '../../domain/language.js'
import { CommonWords } from '../spelling/common-words.js'
import { shippedFile } from './shipped-file.js'

/** Common words with a fingerprint of their file, part of an engine's version. */
export interface LoadedCommonWords {
  readonly words: CommonWords
  readonly fingerprint: string
}

const loaded = new Map<StudyLanguage, LoadedCommonWords>()

/** Where the sources keep the words of a language; training writes there. */
export function commonWordsFile(language: StudyLanguage): string {
  return join('src', 'proofreading', 'spelling', 'data', `${language}-common-words.txt`)
}

/**
 * The common words of a language, read once a process.
 * @throws ReplymarkError `configuration` where the file is missing
 */
export function commonWords(language: StudyLanguage): LoadedCommonWords {
  const known = loaded.get(language)
  if (known) return known
  const name = commonWordsFile(language)
  const path = shippedFile(name)
  if (path === null)
    throw new ReplymarkError('configuration', `The file of common words ${name} is missing.`, {
      hint: 'Restore it from the repository, or count the words anew with npm run train -- common-words.',
    })
  const text = readFileSync(path, 'utf8')
  const fingerprint = createHash('sha256').update(text).digest('hex').slice(0, 8)
  const words = { words: new CommonWords(text), fingerprint }
  loaded.set(language, words)
  return words
}
