/** Whether a word stands where any word is capitalised, so that its capital says nothing. */
import { characterClass, LETTER, SPACE } from './characters.js'

const SENTENCE_ENDS = new Set(['.', '!', '?', '…', ':', '*', '|', '>'])
const OPENERS = new Set(['"', "'", '«', '“', '”', '‘', '’', '(', '[', '-', '–', '—', '•', '·', '*', '°', '✔', '✓', '→'])

/** Letters of an abbreviation at most (M., Mme., Dr., art.): a full stop after so few ends no sentence for sure. */
const ABBREVIATION = 4

/** Whether the word at `start` begins the text, a line, a list item or a sentence. */
export function isSentenceStart(text: string, start: number): boolean {
  let at = start - 1
  while (at >= 0) {
    const letter = text.charAt(at)
    if (letter === '\n') return true
    if (characterClass(text.charCodeAt(at)) !== SPACE && !OPENERS.has(letter)) break
    at--
  }
  if (at < 0) return true
  if (!SENTENCE_ENDS.has(text.charAt(at))) return false
  return text.charAt(at) !== '.' || !endsAbbreviation(text, at)
}

function endsAbbreviation(text: string, dot: number): boolean {
  let from = dot
  while (from > 0 && dot - from <= ABBREVIATION && characterClass(text.charCodeAt(from - 1)) & LETTER) from--
  const word = text.slice(from, dot)
  return word.length > 0 && word.length <= ABBREVIATION - 1 && word !== word.toLowerCase()
}
