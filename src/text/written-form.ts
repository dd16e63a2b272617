/**
 * Characters that nobody sees, and letters typed in pieces: newsletter tools and word processors put soft hyphens, zero-width
 * and direction marks into words, and some systems send an é as e and an accent. A text is freed of them once, where it comes in.
 */

/** Joiners hold families and flags of emoji together: there they stay. */
const UNSEEN =
  /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\u034f|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d/gu

/** The least that such a text holds; most texts hold none of it. */
const SUSPICIOUS = /[\u0300-\u036f]|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/

/** The text in composed letters (Unicode UAX #15, NFC) without characters that nobody sees. */
export function writtenForm(text: string): string {
  return SUSPICIOUS.test(text) ? text.replace(UNSEEN, '').normalize('NFC') : text
}

/** A text in its written form, with the way back. */
export interface PlacedForm {
  readonly text: string
  /** Where the unit at an offset of `text` begins in the original; the original's length behind the last one. */
  readonly startOf: (offset: number) => number
  /** Where the units before an offset of `text` end in the original. */
  readonly endOf: (offset: number) => number
}

/** A unit with the marks and unseen characters that belong to it. */
const CLUSTER = /[\s\S](?:[\u0300-\u036f]|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff])*/g

/** The written form of a text, and for every place in it the place in the original. */
export function placedForm(original: string): PlacedForm {
  if (!SUSPICIOUS.test(original)) return { text: original, startOf: (offset) => offset, endOf: (offset) => offset }
  const unseen = new Set([...original.matchAll(UNSEEN)].map(({ index }) => index))
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  for (const { index, 0: cluster } of original.matchAll(CLUSTER)) {
    let visible = ''
    for (let at = 0; at < cluster.length; at += 1) if (!unseen.has(index + at)) visible += cluster[at]
    const composed = visible.normalize('NFC')
    for (let unit = 0; unit < composed.length; unit += 1) {
      starts.push(unit === 0 ? index : Math.min(index + unit, index + cluster.length - 1))
      ends.push(index + cluster.length)
    }
    text += composed
  }
  return {
    text,
    startOf: (offset) => starts[offset] ?? original.length,
    endOf: (offset) => (offset <= 0 ? 0 : (ends[offset - 1] ?? original.length)),
  }
}
