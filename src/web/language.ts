/** Which language a page speaks: the switch's cookie, else Accept-Language (RFC 9110 §12.5.4), else the study's first. */

import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { getCookie } from 'hono/cookie'
import type { StudyLanguage } from '../domain/language.js'
import { isStudyLanguage, requireTold, toldLanguages } from '../languages/index.js'

/** Cookie of the language switch. */
export const LANGUAGE_COOKIE = 'replymark.language'

/** The language to answer a request in; `?lang=` wins, so that a permalink can name it. */
export function languageOf(context: Context, fallback: StudyLanguage): StudyLanguage {
  const asked = context.req.query('lang') ?? getCookie(context, LANGUAGE_COOKIE)
  const known = toldLanguages().find((language) => language === asked)
  if (known) return known
  return accepts(context, {
    header: 'Accept-Language',
    supports: [...toldLanguages()],
    default: fallback,
    match: (accepted, { supports, default: otherwise }) =>
      [...accepted]
        .sort((a, b) => b.q - a.q)
        .map(({ type }) => supports.find((language) => type.toLowerCase().split('-')[0] === language))
        .find((language) => language !== undefined) ?? otherwise,
  }) as StudyLanguage
}

/**
 * Refuses a page in a language that probes are written in and pages are not, instead of showing another one.
 * @throws ReplymarkError `not-found` naming the languages of the pages
 */
export function refuseUntold(context: Context): void {
  const asked = context.req.query('lang')
  if (asked !== undefined && isStudyLanguage(asked)) requireTold(asked)
}
