/** Numbers, dates and typography as a French or an English reader expects them, by Intl. */
import { dayStart } from '../src/calendar/days.js'
import type { StudyLanguage } from '../src/domain/language.js'
import type { Instant } from '../src/domain/time.js'
import { inLanguage, languagePack } from '../src/languages/index.js'

/** What stands where there is no figure. */
export const NOTHING = '–'

/** No-break space and narrow no-break space. */
const NBSP = '\u00a0'
const THIN = '\u202f'

/** Formatters of one language. */
export interface Format {
  readonly language: StudyLanguage
  /** A number with a fixed count of decimals; `–` for null. */
  number(value: number | null, decimals?: number): string
  /** A share 0–1 as a percentage. */
  percent(share: number | null, decimals?: number): string
  /** With its sign, also for gains. */
  signed(value: number | null, decimals?: number): string
  /** Hours as people say them: minutes below one hour, days above three. */
  duration(hours: number | null): string
  /** A calendar day. */
  day(at: Instant | string | null): string
  /** Day and time in UTC. */
  moment(at: Instant | null): string
  /** Places in words: `1st`, `1re` … */
  ordinal(rank: number): string
  /** Two figures as a range. */
  range(low: string, high: string): string
  /** Right typography for a sentence: no-break spaces in French, untouched in English. */
  text(sentence: string): string
}

/** French typography: narrow no-break space before ; ! ?, no-break space before : and inside « ». */
export function frenchTypography(text: string): string {
  return text
    .replace(/ ([;!?])/g, `${THIN}$1`)
    .replace(/ :/g, `${NBSP}:`)
    .replace(/« /g, `«${NBSP}`)
    .replace(/ »/g, `${NBSP}»`)
    .replace(/(\d) (%|h|min|j|pts?)(?![\p{L}])/gu, `$1${NBSP}$2`)
}

function ordinal(language: StudyLanguage, rank: number): string {
  return languagePack(language).formats.ordinal(rank)
}

/** Formatters for a language. */
export function formatFor(language: StudyLanguage): Format {
  const locale = languagePack(language).formats.locale
  const fixed = (decimals: number, more: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, ...more })
  const known = new Map<string, Intl.NumberFormat>()
  const formatter = (decimals: number, kind: 'plain' | 'percent' | 'signed') => {
    const key = `${kind}${decimals}`
    const made =
      known.get(key) ??
      fixed(
        decimals,
        kind === 'percent' ? { style: 'percent' } : kind === 'signed' ? { signDisplay: 'exceptZero' } : {},
      )
    known.set(key, made)
    return made
  }
  const short = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  const number = (value: number | null, decimals = 1) =>
    value === null ? NOTHING : formatter(decimals, 'plain').format(value)
  return {
    language,
    number,
    percent: (share, decimals = 0) => (share === null ? NOTHING : formatter(decimals, 'percent').format(share)),
    signed: (value, decimals = 1) =>
      value === null ? NOTHING : formatter(decimals, 'signed').format(value).replace('-', '−'),
    duration(hours) {
      if (hours === null) return NOTHING
      if (hours < 1) return `${number(Math.max(1, hours * 60), 0)}${NBSP}min`
      if (hours < 72) return `${short.format(hours < 10 ? hours : Math.round(hours))}${NBSP}h`
      return `${short.format(hours / 24)}${NBSP}${inLanguage({ fr: 'j', en: 'd' }, language)}`
    },
    day: (at) => (at === null ? NOTHING : days.format(typeof at === 'string' ? dayStart(at) : at)),
    moment: (at) => (at === null ? NOTHING : `${moments.format(at)} UTC`),
    ordinal: (rank) => ordinal(language, rank),
    range: (low, high) => inLanguage({ fr: `${low} à ${high}`, en: `${low}–${high}` }, language),
    text: (sentence) => inLanguage({ fr: frenchTypography(sentence), en: sentence }, language),
  }
}
