/** Shapes of single values in a study's files: addresses, domains, codes, days. Pure predicates without a network. */
import { IANAZone } from 'luxon'
import { parse } from 'tldts'
import { dayStart } from '../calendar/days.js'

const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** True for an identifier: lower-case letters, digits and single hyphens, 1–64 characters (`maison-lune`). */
export function isIdentifier(value: string): boolean {
  return value.length <= 64 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value)
}

/** True for a DNS domain of at least two labels, lower case, without a final dot (RFC 1035 §2.3.4 lengths). */
export function isDomain(value: string): boolean {
  if (value.length > 253 || value !== value.toLowerCase()) return false
  const labels = value.split('.')
  if (labels.length < 2 || !labels.every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label))) return false
  const parsed = parse(value)
  return parsed.isIp === false && parsed.domain !== null
}

/** True for a plain mail address: dot-atom local part of at most 64 characters (RFC 5321 §4.5.3.1.1) at a domain. */
export function isMailAddress(value: string): boolean {
  const at = value.lastIndexOf('@')
  if (at < 1 || at > 64) return false
  const local = value.slice(0, at)
  return (
    /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/.test(local) &&
    isDomain(value.slice(at + 1).toLowerCase())
  )
}

/** True for a local part that may carry a token after `+` or `.` and still be valid: 1–40 letters, digits, dots, hyphens. */
export function isLocalPart(value: string): boolean {
  return value.length <= 40 && /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(value)
}

/** True for an ISO 3166-1 alpha-2 code that is in use. */
export function isCountry(value: string): boolean {
  return (
    /^[A-Z]{2}$/.test(value) &&
    !['EU', 'UN', 'EZ', 'XA', 'XB', 'ZZ', 'QO', 'UK'].includes(value) &&
    regionNames.of(value) !== undefined
  )
}

/** True for an IANA time zone with an area (`Europe/Paris`); plain offsets are refused because they know no summer time. */
export function isTimeZone(value: string): boolean {
  return (value === 'UTC' || value.includes('/')) && IANAZone.isValidZone(value)
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isCalendarDay(value: string): boolean {
  return !Number.isNaN(dayStart(value))
}

/** True for a time of day written `HH:MM`, `00:00` to `24:00`. */
export function isTimeOfDay(value: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) || value === '24:00'
}

/** True for a text of one line, without control characters that could break out of a mail header. */
export function isOneLine(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return !/[\u0000-\u001f\u007f\u0085\u2028\u2029]/.test(value)
}

/** The known value nearest to a wrong one by edit distance (at most 3 changes), to say "did you mean"; null where none is near. */
export function nearest(value: string, known: readonly string[]): string | null {
  let best: string | null = null
  let bestDistance = 4
  for (const candidate of known) {
    const distance = editDistance(value.toLowerCase().slice(0, 80), candidate.toLowerCase().slice(0, 80))
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= right.length; column += 1) {
      const change = left[row - 1] === right[column - 1] ? 0 : 1
      current.push(
        Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + change),
      )
    }
    previous = current
  }
  return previous[right.length] ?? 0
}
