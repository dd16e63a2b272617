/** The same charts on dark paper: every colour of the light theme has its counterpart; layout and data stay as they are. */
import { ACCENT, CATEGORIES, GHOST, INK, LINE, MUTED, PAPER, SEQUENTIAL } from './theme.js'

/** Text on the strongest cells of a heat map. */
const ON_STRONG = '#ffffff'

/** Light colour to dark. Paper, ink, hairlines are those of the pages' dark theme; categories and ink keep a contrast of at least 4.5 on its paper (WCAG 2.2, 1.4.3). */
const COUNTERPARTS: ReadonlyMap<string, string> = new Map([
  [PAPER, '#171614'],
  [INK, '#f1ede4'],
  [MUTED, '#bdb6a8'],
  [LINE, '#3a3731'],
  [GHOST, '#57524a'],
  [ON_STRONG, '#171614'],
  [ACCENT, '#6fb3e8'],
  ...pairs(CATEGORIES, ['#6fb3e8', '#f08a5d', '#5cc29b', '#c79be0', '#d9ab3f', '#9fb0bb', '#ee8da4', '#7fd0f0']),
  ...pairs(SEQUENTIAL, ['#24231f', '#2a3842', '#2f4f68', '#3a6c95', '#6fa6d6', '#b9dcf7']),
])

function pairs(light: readonly string[], dark: readonly string[]): readonly (readonly [string, string])[] {
  return light.map((colour, index) => [colour, dark[index]!])
}

/**
 * A chart's option (or any part of one) with every colour exchanged, also in what its drawing functions return.
 * @param part plain data and functions, as chart options are
 */
export function inDark<Part>(part: Part): Part {
  return exchanged(part) as Part
}

function exchanged(part: unknown): unknown {
  if (typeof part === 'string') return COUNTERPARTS.get(part) ?? part
  if (typeof part === 'function') return (...given: unknown[]) => exchanged(part(...given))
  if (Array.isArray(part)) return part.map(exchanged)
  if (part === null || typeof part !== 'object') return part
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, exchanged(value)]))
}
