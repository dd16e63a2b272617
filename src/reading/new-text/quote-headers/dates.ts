/**
 * How the dates of quote headers look: enough to tell "On Tue, 12 Mar" from "On the other hand", in the languages whose
 * headers we read. Nothing is parsed here; the Date of a quoted mail is never used.
 */

import { found, type GuardedPattern } from '../../guarded.js'

/** Abbreviated or full names of weekdays, lower case, by language; a name may be followed by `.` or `,`. */
const WEEKDAYS = [
  'lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?',
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?',
  'mo(?:ntag)?|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|don|fr(?:eitag)?|sa(?:mstag)?|so(?:nntag)?',
  'lunes|martes|mi[eé](?:rcoles)?|jue(?:ves)?|vie(?:rnes)?|s[aá]b(?:ado)?|dom(?:ingo)?',
  'luned[iì]|marted[iì]|mercoled[iì]|gio(?:ved[iì])?|venerd[iì]|sabato|domenica',
  'ma(?:andag)?|dinsdag|wo(?:ensdag)?|donderdag|vr(?:ijdag)?|za(?:terdag)?|zo(?:ndag)?',
  'seg(?:unda)?(?:-feira)?|ter(?:[cç]a)?(?:-feira)?|qua(?:rta)?(?:-feira)?|qui(?:nta)?(?:-feira)?|sex(?:ta)?(?:-feira)?',
  'man(?:dag)?|tir(?:sdag)?|ons(?:dag)?|tor(?:sdag)?|fre(?:dag)?|l[øö]r(?:dag)?|s[øö]n(?:dag)?|m[åa]n(?:dag)?|tis(?:dag)?|tors(?:dag)?',
  'pon(?:iedzia[lł]ek)?|wt(?:orek)?|[sś]r(?:oda)?|czw(?:artek)?|pt|pi[aą]t(?:ek)?|sob(?:ota)?|niedz(?:iela)?',
  'пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье',
  'ke|ti|to|pe|la|su|maanantai(?:na)?|tiistai(?:na)?|keskiviikko(?:na)?|torstai(?:na)?|perjantai(?:na)?|lauantai(?:na)?|sunnuntai(?:na)?',
].join('|')

/** Names of months, lower case, full or shortened; enough letters to be told from other words. */
const MONTHS = [
  'janv(?:ier)?|f[eé]vr?(?:ier)?|mars?|avr(?:il)?|mai|juin|juil(?:let)?|ao[uû]t|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|d[eé]c(?:embre)?',
  'jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|october|november|december|dec',
  'januar|februar|m[äa]rz|april|juni|juli|august|oktober|okt|dezember|dez',
  'ene(?:ro)?|febrero|marzo|abr(?:il)?|mayo|junio|julio|ago(?:sto)?|septiembre|octubre|noviembre|dic(?:iembre)?',
  'gen(?:naio)?|febbraio|aprile|mag(?:gio)?|giu(?:gno)?|lug(?:lio)?|set(?:tembre)?|ott(?:obre)?|dicembre',
  'januari|februari|maart|mrt|mei|augustus|janeiro|fev(?:ereiro)?|mar[cç]o|maio|junho|julho|setembro|out(?:ubro)?|dezembro',
  'maj|augusti|des(?:ember)?|stycznia|lutego|marca|kwietnia|czerwca|lipca|sierpnia|wrze[sś]nia|pa[zź]dziernika|listopada|grudnia',
  'янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек|января|февраля|марта|апреля|июня|июля|августа|сентября|октября|ноября|декабря',
  'tammik|helmik|maalisk|huhtik|toukok|kes[aä]k|hein[aä]k|elok|syysk|lokak|marrask|jouluk',
].join('|')

/** A weekday at the start, then at once a number or a month: `mar. 12`, `Wed, Dec 9`, `Tuesday, March`. */
const WEEKDAY_START = new RegExp(
  String.raw`^(?:${WEEKDAYS})(?:\.,|[.,])? {0,2}(?:(?:de[nr]|the|le|d\.) )?(?:\d|(?:${MONTHS})\b)`,
  'iu',
)
/** A date in figures, or one whose day or month stands first: `12/03/2024`, `2024-03-12`, `12 mars`, `Mar 12`, `2024年3月`. */
const NUMBER_START = new RegExp(
  String.raw`^(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}(?:er|st|nd|rd|th|\.)? {0,2}(?:de |of )?(?:${MONTHS})\b|(?:${MONTHS})[.]?[ -]\d{1,2}\b|\d{4} ?[年년])`,
  'iu',
)
/** A time of day that precedes its date: `11:00 AM, November 17, 2021`. */
const TIME_START = new RegExp(
  String.raw`^\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?,? (?:on )?(?:\d{1,4}[./-]\d|\d{1,2} (?:${MONTHS})\b|(?:${MONTHS})\b)`,
  'iu',
)
const DATE_ANYWHERE = new RegExp(
  String.raw`\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b\d{1,2}(?:er|st|nd|rd|th|\.)? {0,2}(?:de |of )?(?:${MONTHS})(?![\p{L}])|\b(?:${MONTHS})[.]? \d{1,2}\b|\d{4} ?[年년]`,
  'iu',
)
const TIME_ANYWHERE =
  /\b\d{1,2} ?[:.h] ?\d{2}(?: ?[:.] ?\d{2})?\b|\b\d{1,2} ?h\b|\b\d{1,2} ?[ap]\.?m\b|(?:上午|下午|오전|오후) ?\d/iu

const hasFigure = (text: string) => /\d/.test(text)

/** Dates that hold a figure; only a weekday and a month make one without. */
export const GUARDED_DATES = {
  number: { guard: hasFigure, pattern: NUMBER_START },
  time: { guard: hasFigure, pattern: TIME_START },
} satisfies Readonly<Record<string, GuardedPattern>>

/** True where the text begins with a date or with a weekday and a date. */
export function startsWithDate(text: string): boolean {
  const start = text.slice(0, 60)
  return WEEKDAY_START.test(start) || found(GUARDED_DATES.number, start) || found(GUARDED_DATES.time, start)
}

/** True where a date stands somewhere in the first 400 characters. */
export function hasDate(text: string): boolean {
  return DATE_ANYWHERE.test(text.slice(0, 400))
}

/** True where a time of day stands somewhere in the first 400 characters. */
export function hasTimeOfDay(text: string): boolean {
  return TIME_ANYWHERE.test(text.slice(0, 400))
}
