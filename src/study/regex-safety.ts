/**
 * Says why a regular expression from a study's files is refused: it does not compile, or could run for very long on a
 * hostile mail. The rules are stricter than needed and simple to obey: no repetition of a group that can match in many ways, at most one
 * open-ended repetition, no back-references.
 */

/** Longest pattern accepted, in characters. */
const LONGEST = 400
/** Highest bounded repetition accepted: `.{0,200}`. */
const HIGHEST_BOUND = 200

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
}

function quantifierAt(source: string, index: number): Quantifier | null {
  const character = source[index]
  if (character === '*' || character === '+') return { length: 1, openEnded: true, repeats: true, bound: 0 }
  if (character === '?') return { length: 1, openEnded: false, repeats: false, bound: 1 }
  if (character !== '{') return null
  const match = /^\{(\d{1,6})(,?)(\d{0,6})\}/.exec(source.slice(index, index + 20))
  if (!match) return null
  const [whole, low, comma, high] = match
  const openEnded = comma === ',' && high === ''
  const bound = openEnded ? 0 : Number(high === '' ? low : high)
  return { length: whole.length, openEnded, repeats: openEnded || bound > 1, bound }
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

/** Walks the source once, keeping for every open group whether its inside can match in many ways (repetition, choice, option). */
function slowness(source: string): PatternFault | null {
  const groups: { manyWays: boolean }[] = [{ manyWays: false }]
  let openEnded = 0
  let index = 0
  while (index < source.length) {
    const character = source[index]
    let closed: { manyWays: boolean } | undefined
    if (character === '\\') {
      if (/[1-9k]/.test(source[index + 1] ?? ''))
        return { message: `pattern /${source}/ has a back-reference`, hint: 'write the words out instead' }
      const property = /^\\[pPu]\{[^}]{0,60}\}/.exec(source.slice(index, index + 70))
      index += property ? property[0].length : 2
    } else if (character === '[') {
      index = endOfClass(source, index)
    } else if (character === '(') {
      groups.push({ manyWays: false })
      const prefix = /^\((?:\?(?::|=|!|<=|<!|<\w{1,40}>))?/.exec(source.slice(index, index + 50))
      index += prefix?.[0].length ?? 1
      continue
    } else {
      if (character === ')') closed = groups.pop()
      const open = groups.at(-1)
      if (character === '|' && open) open.manyWays = true
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
    if (closed?.manyWays && around) around.manyWays = true
  }
  return null
}

function endOfClass(source: string, start: number): number {
  let index = start + 1
  while (index < source.length && source[index] !== ']') index += source[index] === '\\' ? 2 : 1
  return index + 1
}
