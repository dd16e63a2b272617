/**
 * The picture that stands beside a shared link: 1200 × 630 pixels, the finding in large letters, at most
 * three figures with what they rest on, and who measured. Legible at the size of a thumbnail.
 */
import { printable } from '../src/domain/printable.js'
import { escapeXml } from '../src/text/escape-xml.js'
import { ACCENT, INK, LINE, MUTED, PAPER } from './charts/theme.js'
import { PNG_FAMILY, textWidth } from './png.js'
import { CARD_HEIGHT, CARD_WIDTH } from './share-card-size.js'

const MARGIN = 72
/** Largest letters of the finding first; the first size at which it fits in so many lines is taken. */
const FINDING_SIZES = [64, 56, 48, 42, 36]
const MOST_LINES = 4
/** Pixels between the finding's baseline and the next, for each pixel of its letters. */
const LEADING = 1.18

/** A figure of the card. */
export interface CardFigure {
  readonly value: string
  readonly label: string
}

/** What a card says. */
export interface ShareCard {
  /** Above the finding: study and edition. */
  readonly heading: string
  readonly finding: string
  /** At most three. */
  readonly figures: readonly CardFigure[]
  /** Below: who measured, how many, when. */
  readonly source: string
}

/** Parts a text into lines no wider than so many pixels; a word that is wider alone is cut. */
export function linesWithin(text: string, width: number, size: number, bold = false): readonly string[] {
  const lines: string[] = []
  let line = ''
  // No-break spaces hold words together, as in running text.
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer, size, bold) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].map((one) => shortened(one, width, size, bold))
}

/** A line cut with an ellipsis where it is wider than so many pixels. */
function shortened(line: string, width: number, size: number, bold: boolean): string {
  if (textWidth(line, size, bold) <= width) return line
  const letters = [...line]
  let low = 0
  let high = letters.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (textWidth(`${letters.slice(0, middle).join('')}…`, size, bold) <= width) low = middle
    else high = middle - 1
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`
}

/** Letters of one text that can stand on a card at all; what is longer is not even measured. */
const MOST_LETTERS = 400

function findingLines(finding: string): { readonly size: number; readonly lines: readonly string[] } {
  const width = CARD_WIDTH - 2 * MARGIN
  for (const size of FINDING_SIZES) {
    const lines = linesWithin(finding, width, size, true)
    if (lines.length <= MOST_LINES) return { size, lines }
  }
  const size = FINDING_SIZES.at(-1)!
  const lines = linesWithin(finding, width, size, true)
  const last = shortened(`${lines[MOST_LINES - 1]} ${lines[MOST_LINES]}`, width, size, true)
  return { size, lines: [...lines.slice(0, MOST_LINES - 1), last] }
}

function bounded({ heading, finding, figures, source }: ShareCard): ShareCard {
  const most = (text: string) => [...text.slice(0, 2 * MOST_LETTERS)].slice(0, MOST_LETTERS).join('')
  return {
    heading: most(heading),
    finding: most(finding),
    figures: figures.map(({ value, label }) => ({ value: most(value), label: most(label) })),
    source: most(source),
  }
}

/** The card as an SVG document, to be drawn by `renderPng` with density 1. */
export function shareCardSvg(whole: ShareCard): string {
  const card = bounded(whole)
  const width = CARD_WIDTH - 2 * MARGIN
  const { size, lines } = findingLines(card.finding)
  const text = (content: string, x: number, y: number, letters: number, fill: string, bold = false) =>
    `<text x="${x}" y="${y}" font-family="${PNG_FAMILY}" font-size="${letters}" fill="${fill}"${bold ? ' font-weight="700"' : ''}>${escapeXml(printable(content))}</text>`
  const column = width / Math.max(1, card.figures.length)
  const figures = card.figures.flatMap(({ value, label }, at) => [
    text(shortened(value, column - 24, 44, true), MARGIN + at * column, 490, 44, ACCENT, true),
    text(shortened(label, column - 24, 24, false), MARGIN + at * column, 526, 24, MUTED),
  ])
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}">`,
    `<rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="${PAPER}"/>`,
    `<rect width="${CARD_WIDTH}" height="12" fill="${ACCENT}"/>`,
    text(shortened(card.heading, width, 28, false), MARGIN, 92, 28, MUTED),
    ...lines.map((line, at) => text(line, MARGIN, 168 + at * size * LEADING, size, INK, true)),
    ...figures,
    `<line x1="${MARGIN}" y1="560" x2="${CARD_WIDTH - MARGIN}" y2="560" stroke="${LINE}" stroke-width="2"/>`,
    text(shortened(card.source, width, 22, false), MARGIN, 596, 22, MUTED),
    '</svg>',
  ].join('')
}
