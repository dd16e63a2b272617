/**
 * Words of a text for telling its language, without addresses, links and numbers. Read character by character, with one look
 * at the table of letters for each; `wordsBySplitting` says the same in regular expressions and is the oracle of the tests.
 */

/** Links and addresses; none of them spans white space, so that words without such a mark need not be asked. */
const LINK = /https?:\S{1,300}|www\.\S{1,200}|\S{1,100}@\S{1,100}/g
const LINK_MARK = /@|https?:|www\./

const APOSTROPHE = 0x27

/** What a UTF-16 unit is, by unit: 0 not yet asked, else one of the classes below. */
const classes = new Uint8Array(0x10000)
const SEPARATOR = 1
const LETTER = 2
/** Joins a word without making one: combining marks and apostrophes. */
const JOINER = 3
/** Half of a character beyond the basic plane: the whole character has to be asked. */
const HALF = 4

function classOf(unit: number): number {
  const known = classes[unit]!
  if (known !== 0) return known
  const character = String.fromCharCode(unit)
  const found =
    unit >= 0xd800 && unit <= 0xdfff
      ? HALF
      : /\p{L}/u.test(character)
        ? LETTER
        : unit === APOSTROPHE || /\p{M}/u.test(character)
          ? JOINER
          : SEPARATOR
  classes[unit] = found
  return found
}

/** The words of a text; of one without links and with straight apostrophes. */
function scan(text: string): string[] {
  const words: string[] = []
  let start = 0
  let lettered = false
  for (let at = 0; at < text.length; at += 1) {
    const kind = classOf(text.charCodeAt(at))
    if (kind === LETTER) lettered = true
    else if (kind === SEPARATOR) {
      if (lettered) words.push(text.slice(start, at))
      start = at + 1
      lettered = false
    } else if (kind === HALF) return words.concat(splitWords(text.slice(start)))
  }
  if (lettered) words.push(text.slice(start))
  return words
}

function splitWords(text: string): string[] {
  return text.split(/[^\p{L}\p{M}']+/u).filter((word) => /\p{L}/u.test(word))
}

function straight(text: string): string {
  return text.replace(/[\u2019\u02bc]/g, "'")
}

/** Words without addresses, links, numbers and all-capital references. */
export function wordsOf(text: string): string[] {
  const withoutLinks = LINK_MARK.test(text)
    ? text.replace(/\S+/g, (piece) => (LINK_MARK.test(piece) ? piece.replace(LINK, ' ') : piece))
    : text
  return scan(straight(withoutLinks))
}

/** The same, in as few words as it can be said. */
export function wordsBySplitting(text: string): string[] {
  return splitWords(straight(text.replace(LINK, ' ')))
}
