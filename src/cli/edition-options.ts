/** Options that several commands about an edition share. */
import { userInfo } from 'node:os'
import { ReplymarkError } from '../domain/error.js'
import type { StudyLanguage } from '../domain/language.js'
import { firstToldLanguage, isStudyLanguage, requireTold, toldLanguages } from '../languages/index.js'

/**
 * The edition named.
 * @throws ReplymarkError `usage` where none is
 */
export function editionOption(options: Readonly<Record<string, unknown>>): string {
  if (typeof options['edition'] === 'string' && options['edition'] !== '') return options['edition']
  throw new ReplymarkError('usage', 'No edition is named', { hint: 'Add `--edition ID`; study.yaml lists them.' })
}

/** Who decides: the name given, else the user of this machine. */
export function deciderOption(options: Readonly<Record<string, unknown>>): string {
  return `user:${options['by'] ? String(options['by']) : userInfo().username}`
}

/**
 * The language asked for, else the study's first.
 * @throws ReplymarkError `usage` for another one
 */
export function languageOption(
  options: Readonly<Record<string, unknown>>,
  languages: readonly StudyLanguage[],
): StudyLanguage {
  const given = options['lang']
  if (given === undefined) return languages[0] ?? firstToldLanguage()
  if (typeof given === 'string' && isStudyLanguage(given)) {
    requireTold(given)
    return given
  }
  throw new ReplymarkError('usage', `There is no language ${String(given)}`, {
    hint: `Write one of: ${toldLanguages()
      .map((language) => `--lang ${language}`)
      .join(', ')}.`,
  })
}
