/**
 * From the pieces of a printed page to a letter's text: lines that were broken at the margin run on, paragraphs stand apart,
 * words that were divided are whole again. Pure; the pieces come from the PDF reader with their places on the page.
 */

/** A piece of text as it stands on a page, in the order in which it was written. Lengths in points. */
export interface PagePiece {
  readonly text: string
  /** Distance from the left. */
  readonly left: number
  /** Distance of the base line from the bottom. */
  readonly base: number
  readonly width: number
  readonly height: number
}

interface PageLine {
  text: string
  readonly base: number
  readonly height: number
  end: number
}

/** Share of the widest line from which a line is taken to have been broken at the margin. */
const FULL_LINE = 0.8
/** Distance between base lines, in heights of letters, above which a new paragraph begins. */
const PARAGRAPH_GAP = 1.75

function linesOf(pieces: readonly PagePiece[]): PageLine[] {
  const lines: PageLine[] = []
  for (const { text, left, base, width, height } of pieces) {
    if (text === '') continue
    const line = lines.at(-1)
    if (line && Math.abs(line.base - base) < Math.max(2, line.height / 2)) {
      const apart = left - line.end > line.height / 5 && !/\s$/.test(line.text) && !/^\s/.test(text)
      line.text += apart ? ` ${text}` : text
      line.end = Math.max(line.end, left + width)
    } else lines.push({ text, base, height, end: left + width })
  }
  return lines.filter(({ text }) => text.trim() !== '')
}

/** Text of one page; LF between lines, a blank line between paragraphs. */
export function textOfPage(pieces: readonly PagePiece[]): string {
  const lines = linesOf(pieces)
  const widest = lines.reduce((most, { end }) => Math.max(most, end), 0)
  let text = ''
  let above: PageLine | null = null
  for (const line of lines) {
    const words = line.text.replace(/[ \t]+/g, ' ').trim()
    if (above === null) text = words
    else {
      const gap = Math.abs(above.base - line.base) / Math.max(above.height, line.height, 1)
      const paragraph = gap > PARAGRAPH_GAP || line.base > above.base
      if (paragraph) text += `\n\n${words}`
      else if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(words)) text = text.slice(0, -1) + words
      else text += above.end >= widest * FULL_LINE ? ` ${words}` : `\n${words}`
    }
    above = line
  }
  return text
}
