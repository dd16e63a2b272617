/**
 * How wide a text is at most, so that nothing is cut off whatever face draws it: advance widths of DejaVu Sans, the widest of the
 * common sans-serif faces (DejaVu Fonts 2.37, horizontal metrics; bold is wider by a ninth). In the page and on the server alike.
 */

/** Letters by their width in thousandths of the size. */
const WIDTHS: ReadonlyMap<string, number> = new Map(
  (
    [
      [278, "ijl'"],
      [295, 'IJ'],
      [318, ' ,.·’'],
      [337, '/:;'],
      [361, '-'],
      [392, '()t!f'],
      [411, 'r'],
      [521, 'sz“”?–'],
      [560, 'cLF'],
      [592, 'kvxy'],
      [615, 'aeoTYP«»'],
      [636, '0123456789bdghnpquES$_'],
      [698, 'ABCKRVXZ'],
      [752, 'HNUD&'],
      [787, 'GOQ'],
      [838, 'w+=<>×#'],
      [863, 'M'],
      [989, 'mW%@…—'],
    ] as const
  ).flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
)

/** Any other letter: as wide as the widest common one of the scripts of the study's languages. */
const OTHER = 790

/** Spaces that are not wider than one. */
const SPACES = /\s/

/** Width of one line in pixels. */
export function widthOf(text: string, size: number, bold = false): number {
  let thousandths = 0
  for (const letter of text.normalize('NFD')) {
    if (/\p{M}/u.test(letter)) continue
    thousandths += SPACES.test(letter) ? 318 : (WIDTHS.get(letter) ?? OTHER)
  }
  return (thousandths * size * (bold ? 10 / 9 : 1)) / 1000
}

/** Lines of a text that fit a width, broken at spaces; a single word that is wider stands alone. No-break spaces hold. */
export function linesOf(text: string, width: number, size: number, bold = false): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`, size, bold) <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** A text cut with an ellipsis where it is wider. */
export function fitted(text: string, width: number, size: number, bold = false): string {
  if (widthOf(text, size, bold) <= width) return text
  const letters = [...text]
  while (letters.length > 1 && widthOf(`${letters.join('').trimEnd()}…`, size, bold) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
