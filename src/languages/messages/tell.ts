/** Tells what is said by id in a language, from its catalogue; where the catalogue lacks it, says so instead of changing the language in silence. */
import { type ErrorCode, type Place, type Problem, ReplymarkError } from '../../domain/error.js'
import type { StudyLanguage } from '../../domain/language.js'
import type { Said, SaidValue } from '../../domain/said.js'
import { messages } from '../en/messages/index.js'
import { languageName, languagePack } from '../registry.js'
import { formatMessage } from './format-message.js'

/** Id of a sentence: every catalogue has the ids of the English one, which logs and programs read. */
export type MessageId = keyof typeof messages

/** The language of logs, of the terminal and of answers to programs. */
export const LOG_LANGUAGE: StudyLanguage = 'en'

/** Its locale. */
const LOG_LOCALE = 'en-GB'

/** Names a sentence of the catalogues. */
export function say(id: MessageId, values: Readonly<Record<string, SaidValue>> = {}): Said {
  return { id, values }
}

function english(id: string): string {
  return (messages as Readonly<Record<string, string>>)[id] ?? id
}

function told(said: Said, write: (one: Said) => { text: string; locale: string }): string {
  const { text, locale } = write(said)
  const values = Object.fromEntries(
    Object.entries(said.values).map(([name, value]) => [name, typeof value === 'object' ? told(value, write) : value]),
  )
  return formatMessage(text, values, locale)
}

/** The sentence as logs, the terminal and the API say it, in English. */
export function tellLog(said: Said): string {
  return told(said, ({ id }) => ({ text: english(id), locale: LOG_LOCALE }))
}

/** True where the catalogue of a language has a sentence and all sentences inside of it. */
export function isTold(said: Said, language: StudyLanguage): boolean {
  return (
    languagePack(language).messages?.[said.id] !== undefined &&
    Object.values(said.values).every((value) => typeof value !== 'object' || isTold(value, language))
  )
}

/** The sentence in a language; where its catalogue lacks it, the mark that it is not translated stands before the English. */
export function tell(said: Said, language: StudyLanguage): string {
  if (!isTold(said, language)) return `[not translated into ${languageName(language, LOG_LANGUAGE)}] ${tellLog(said)}`
  const { formats, messages: catalogue } = languagePack(language)
  return told(said, ({ id }) => ({ text: catalogue?.[id] ?? english(id), locale: formats.locale }))
}

/** An error whose sentences are in the catalogues. */
export function saidError(
  code: ErrorCode,
  message: Said,
  details: {
    readonly place?: Place
    readonly hint?: Said
    readonly problems?: readonly Problem[]
    readonly cause?: unknown
  } = {},
): ReplymarkError {
  const { hint, ...others } = details
  return new ReplymarkError(code, tellLog(message), {
    ...others,
    ...(hint ? { hint: tellLog(hint) } : {}),
    said: { message, ...(hint ? { hint } : {}) },
  })
}

/** A problem whose sentences are in the catalogues: with which thing, what is the matter, what to do. */
export function saidProblem(thing: Said, message: Said, hint: Said): Problem {
  return {
    place: { thing: tellLog(thing) },
    message: tellLog(message),
    hint: tellLog(hint),
    said: { thing, message, hint },
  }
}
