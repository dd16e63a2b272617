/** Numbers, dates and spans as each language writes them; every formatter is made once. */

import { type Format, formatFor, NOTHING } from '../../reports/format.js'
import type { StudyLanguage } from '../domain/language.js'
import type { Instant } from '../domain/time.js'
import { languagePack } from '../languages/index.js'

/** What stands where there is no figure. */
export const NO_FIGURE = NOTHING

const reportFormats = new Map<StudyLanguage, Format>()
function reportFormat(language: StudyLanguage): Format {
  const known = reportFormats.get(language) ?? formatFor(language)
  reportFormats.set(language, known)
  return known
}

/** What can be printed; a figure that is none prints as one that is missing. */
const printable = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null)

/** A number with a fixed count of decimals; a dash for null. */
export function formatNumber(value: number | null, language: StudyLanguage, decimals = 1): string {
  return reportFormat(language).number(printable(value), decimals)
}

/** A share 0–1 in per cent without decimals; a dash for null. */
export function formatShare(value: number | null, language: StudyLanguage): string {
  return reportFormat(language).percent(printable(value))
}

/** Hours as people say them, in the words of reports: minutes below one hour, days from 72 hours on; a dash for null. */
export function formatHours(hours: number | null, language: StudyLanguage): string {
  return reportFormat(language).duration(printable(hours))
}

/** A day: 3 mars 2026, 3 March 2026. */
export function formatDay(at: Instant, language: StudyLanguage, timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat(languagePack(language).formats.locale, { dateStyle: 'long', timeZone }).format(at)
}

/** A day and a time to the minute, with the zone. */
export function formatMoment(at: Instant, language: StudyLanguage, timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat(languagePack(language).formats.locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(at)
}
