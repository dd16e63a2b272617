/** Shows mistakes to people in a terminal: each line of text that has some, underlined, with rule, message and suggestion below. */
import { isCounted, type Mistake } from '../domain/mistake.js'
import { printable } from '../domain/printable.js'
import { countWords } from '../text/count-words.js'

const BOLD = '\u001b[1m'
const FAINT = '\u001b[2m'
const PLAIN = '\u001b[0m'

/** @param colours true to use terminal attributes */
export function explainMistakes(text: string, mistakes: readonly Mistake[], colours: boolean): string {
  const paint = (attribute: string, words: string): string => (colours ? `${attribute}${words}${PLAIN}` : words)
  const blocks: string[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const end = start + line.length
    const here = mistakes.filter((mistake) => mistake.start >= start && mistake.start <= end)
    if (here.length > 0) blocks.push(lineBlock(line, start, here, paint))
    start = end + 1
  }
  const possible = mistakes.filter((mistake) => !isCounted(mistake)).length
  const aside = mistakes.filter(({ category }) => category === 'typography').length
  const counted = mistakes.length - possible - aside
  const summary = `${countWords(text)} words, ${counted} ${counted === 1 ? 'mistake' : 'mistakes'}${aside > 0 ? `, ${aside} of typography (not counted)` : ''}${possible > 0 ? `, ${possible} possible (not counted)` : ''}`
  return `${[...blocks, paint(BOLD, summary)].join('\n\n')}\n\n`
}

function lineBlock(
  line: string,
  start: number,
  mistakes: readonly Mistake[],
  paint: (attribute: string, words: string) => string,
): string {
  let underline = ''
  for (const mistake of mistakes) {
    underline += ' '.repeat(Math.max(0, width(line.slice(0, mistake.start - start)) - underline.length))
    underline += '~'.repeat(Math.max(1, width(line.slice(mistake.start - start, mistake.end - start))))
  }
  const notes = mistakes.map((mistake) => {
    const { text, category, rule, message, suggestions } = mistake
    const better = suggestions.length > 0 ? ` → ${suggestions.join(', ')}` : ''
    const why = reasons(mistake)
    return `  ${paint(BOLD, visible(text))}${better}\n  ${visible(message)} ${paint(FAINT, `(${category}, ${rule})`)}${why === '' ? '' : `\n  ${paint(FAINT, why)}`}`
  })
  return [visible(line), underline, ...notes].join('\n')
}

/** Probability and the signs that it rests on, as logarithms of odds; empty where the engine weighs nothing. */
function reasons(mistake: Mistake): string {
  const { probability, signs = [] } = mistake
  if (probability === undefined) return ''
  const weights = signs.map(({ name, weight }) => `${name} ${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`)
  return `${isCounted(mistake) ? 'counted' : 'possible'}, probability ${probability.toFixed(2)}: ${weights.join(', ')}`
}

/** Columns in a terminal, near enough: combining marks take none, code points outside the basic plane two. */
function width(text: string): number {
  let columns = 0
  for (const letter of text) if (!/\p{M}/u.test(letter)) columns += letter.length
  return columns
}

/** Text from outside must not steer the terminal. */
function visible(text: string): string {
  return printable(text, ' ').replaceAll('\t', ' ')
}
