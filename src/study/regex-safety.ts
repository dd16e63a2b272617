/**
 * Says why a regular expression from a study's files is refused: it does not compile, or could run for very long on a
 * hostile mail. The rules are stricter than needed and simple to obey: no repetition of a group that can match in many ways, at most one
 * open-ended repetition, no back-references, and not too many ways in all to match at one place.
 */

/** Longest pattern accepted, in characters. */
const LONGEST = 400
/** Highest bounded repetition accepted: `.{0,200}`. */
const HIGHEST_BOUND = 200

/** A long line of a mail, in characters: an open-ended repetition counts as one of so many. */
const LONG_LINE = 300
/**
 * Steps that a search in a long line may take at the worst: places where a match can begin, times the ways in which the rest can be
 * tried there. A backtracking engine takes up to 100 ns for each (measured, V8 without compilation), so that a line costs a second.
 */
const MOST_STEPS = 10_000_000

/** What is wrong with a pattern and what to write instead; null where it is fine. */
export interface PatternFault {
  readonly message: string
  readonly hint: string
}

interface Quantifier {
  /** Characters it takes in the source. */
  readonly length: number
  readonly openEnded: boolean
  /** True where it can repeat more than once. */
  readonly repeats: boolean
  readonly bound: number
  /** Fewest repetitions. */
  readonly least: number
}

/** One alternative of a group. */
interface Alternative {
  /** In how many ways it can match at one place, at most. */
  ways: number
  /** Letters with which every match begins, folded; 0 stands for any digit. */
  head: string
  /** True while nothing but letters and digits was seen. */
  headGrows: boolean
  /** Where the first thing is a group: how far apart its matches begin at least. */
  groupPeriod: number | null
}

const alternative = (): Alternative => ({ ways: 1, head: '', headGrows: true, groupPeriod: null })

/** How far apart two matches that begin with these letters begin at least: `aa` may begin at every letter, `pay` at every third. */
function periodOf({ head, groupPeriod }: Alternative): number {
  if (head === '') return groupPeriod ?? 1
  for (let shift = 1; shift < head.length; shift += 1) if (head.startsWith(head.slice(shift))) return shift
  return head.length
}

const periodOfAll = (alternatives: readonly Alternative[]) => Math.min(...alternatives.map(periodOf))

/** As the flags `iu` compare letters: ſ is s and the Kelvin sign is k. */
const folded = (text: string) => text.toUpperCase().toLowerCase()

/** Ways of a group: alternatives whose first letters differ cannot both match at one place. */
function waysOf(alternatives: readonly Alternative[]): number {
  const together = (one: string, other: string) => one.startsWith(other) || other.startsWith(one)
  const sums = alternatives.map(({ head }) =>
    alternatives.reduce((sum, other) => sum + (together(head, other.head) ? other.ways : 0), 0),
  )
  return Math.max(...sums)
}

/** Ways of an atom under its quantifier. */
function repeatedWays(ways: number, { least, bound, openEnded }: Quantifier): number {
  const most = openEnded ? LONG_LINE : bound
  if (ways === 1) return Math.max(most - least, 0) + 1
  return ways ** Math.max(most, 1) * (most - least + 1)
}

function quantifierAt(source: string, index: number): Quantifier | null {
  const character = source[index]
  if (character === '*' || character === '+')
    return { length: 1, openEnded: true, repeats: true, bound: 0, least: character === '*' ? 0 : 1 }
  if (character === '?') return { length: 1, openEnded: false, repeats: false, bound: 1, least: 0 }
  if (character !== '{') return null
  const match = /^\{(\d{1,6})(,?)(\d{0,6})\}/.exec(source.slice(index, index + 20))
  if (!match) return null
  const [whole, low, comma, high] = match
  const openEnded = comma === ',' && high === ''
  const bound = openEnded ? 0 : Number(high === '' ? low : high)
  return { length: whole.length, openEnded, repeats: openEnded || bound > 1, bound, least: Number(low) }
}

/** Checks one pattern as `new RegExp(source, 'iu')` would read it. */
export function patternFault(source: string): PatternFault | null {
  if (source.length > LONGEST)
    return { message: `pattern of ${source.length} characters`, hint: `split it into patterns of at most ${LONGEST}` }
  try {
    new RegExp(source, 'iu')
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : String(error)
    return { message: `pattern does not compile: ${reason}`, hint: 'correct it, or escape special characters by \\' }
  }
  if (new RegExp(source, 'iu').test(''))
    return {
      message: `pattern /${source}/ is also found in an empty text`,
      hint: 'name at least one word it must find',
    }
  return slowness(source)
}

interface Group {
  /** True where its inside can match in many ways: repetition, choice, option. */
  manyWays: boolean
  /** True where it only looks ahead or behind. */
  readonly looks: boolean
  readonly alternatives: Alternative[]
}

const newGroup = (looks = false): Group => ({ manyWays: false, looks, alternatives: [alternative()] })

/** Takes an atom and its quantifier into the alternative it stands in. `letter` is empty for all but a letter or digit. */
function addAtom(to: Alternative, letter: string, closed: Group | undefined, quantifier: Quantifier | null): void {
  const ways = closed ? waysOf(closed.alternatives) : 1
  to.ways *= quantifier ? repeatedWays(ways, quantifier) : ways
  if (!to.headGrows) return
  const needed = (quantifier?.least ?? 1) >= 1
  if (letter !== '' && needed) to.head += folded(letter)
  else if (closed && !closed.looks && needed && to.head === '') to.groupPeriod = periodOfAll(closed.alternatives)
  to.headGrows = letter !== '' && quantifier === null
}

/** Walks the source once, keeping for every open group in how many ways its inside can match. */
function slowness(source: string): PatternFault | null {
  const whole = newGroup()
  const groups: Group[] = [whole]
  let openEnded = 0
  let index = 0
  while (index < source.length) {
    const start = index
    const character = source[index] ?? ''
    let closed: Group | undefined
    let letter = ''
    if (character === '\\') {
      if (/[1-9k]/.test(source[index + 1] ?? ''))
        return { message: `pattern /${source}/ has a back-reference`, hint: 'write the words out instead' }
      const property = /^\\[pPu]\{[^}]{0,60}\}/.exec(source.slice(index, index + 70))
      if (source[index + 1] === 'd') letter = '0'
      index += property ? property[0].length : 2
    } else if (character === '[') {
      index = endOfClass(source, index)
    } else if (character === '(') {
      const prefix = /^\((?:\?(?::|=|!|<=|<!|<\w{1,40}>))?/.exec(source.slice(index, index + 50))
      groups.push(newGroup(/[=!]$/.test(prefix?.[0] ?? '')))
      index += prefix?.[0].length ?? 1
      continue
    } else {
      if (character === ')') closed = groups.pop()
      else if (character === '|') {
        const open = groups.at(-1)
        if (open) open.manyWays = true
        open?.alternatives.push(alternative())
        index += 1
        continue
      } else if (!/[.^$]/.test(character)) letter = /\d/.test(character) ? '0' : character
      index += 1
    }
    const quantifier = quantifierAt(source, index)
    const around = groups.at(-1)
    if (quantifier && around) {
      if (quantifier.repeats && closed?.manyWays)
        return {
          message: `pattern /${source}/ repeats a group that holds a repetition or a choice, and could run for very long`,
          hint: 'take the repetition off the group, or write .{0,60} in its place',
        }
      if (quantifier.openEnded) openEnded += 1
      if (quantifier.bound > HIGHEST_BOUND)
        return {
          message: `pattern /${source}/ repeats up to ${quantifier.bound} times`,
          hint: `repeat at most ${HIGHEST_BOUND} times`,
        }
      if (openEnded > 1)
        return {
          message: `pattern /${source}/ has more than one open-ended repetition`,
          hint: 'write .{0,60} instead of .* and {1,20} instead of +',
        }
      around.manyWays = true
      index += quantifier.length
      if (source[index] === '?') index += 1
    }
    const current = around?.alternatives.at(-1)
    // A word's edge takes no letter.
    const edge = /^\\b/i.test(source.slice(start, start + 2))
    if (current && !edge) addAtom(current, letter, closed, quantifier)
    if (closed?.manyWays && around) around.manyWays = true
  }
  const steps = (waysOf(whole.alternatives) * LONG_LINE) / periodOfAll(whole.alternatives)
  if (steps <= MOST_STEPS) return null
  return {
    message: `pattern /${source}/ can be tried in too many ways, and could run for very long`,
    hint: 'take out repetitions and options, begin with a word, or split it into several patterns',
  }
}

function endOfClass(source: string, start: number): number {
  let index = start + 1
  while (index < source.length && source[index] !== ']') index += source[index] === '\\' ? 2 : 1
  return index + 1
}
