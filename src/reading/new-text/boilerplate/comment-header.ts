/** The line that help desks put above each comment of a ticket: who wrote, and when. */
import { hasDate, hasTimeOfDay, startsWithDate } from '../quote-headers/dates.js'
import { looksLikeName } from '../signature/writer-name.js'

/** Length in lines of a comment header of a help desk at `index`: name and time on one line, or on two; else 0. */
export function commentHeaderLength(visible: readonly string[], index: number): number {
  const line = visible[index]!
  const bare = line.replace(/\([^)]{0,60}\)/g, '').trim()
  const comma = /^(.{2,60}?), (.{6,60})$/.exec(bare)
  if (comma && looksLikeName(comma[1]!) && isMoment(comma[2]!)) return 1
  if (!looksLikeName(bare)) return 0
  const next = visible[index + 1] === '' ? index + 2 : index + 1
  return isMoment(visible[next] ?? '') ? next - index + 1 : 0
}

/** A date with a time of day and nothing else: `12 mars 2024 à 10:24 UTC+1`, `Mar 12, 2024, 10:24`. */
function isMoment(line: string): boolean {
  return (
    line.length >= 6 &&
    line.length <= 60 &&
    startsWithDate(line) &&
    hasDate(line) &&
    hasTimeOfDay(line) &&
    !/[@<>]|[.!?]$/.test(line)
  )
}
