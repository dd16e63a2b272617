/** The words of an invitation (RFC 5545): what an agent wrote into the description of an appointment. */

/** Longest description kept, in UTF-16 units. */
const LONGEST = 100_000

/** DESCRIPTION of the first event, unfolded and unescaped (§3.1, §3.3.11); empty where there is none. */
export function descriptionOf(calendar: string): string {
  const unfolded = calendar.replace(/\r\n?/g, '\n').replace(/\n[ \t]/g, '')
  const value = /^DESCRIPTION(?:;[^:\n]{0,300})?:(.*)$/m.exec(unfolded)?.[1] ?? ''
  return value
    .slice(0, LONGEST)
    .replace(/\\([nN,;\\])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))
    .trim()
}
