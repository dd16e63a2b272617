/** The word count behind "mistakes per 100 words": one definition for every engine, criterion and report. */
import { characterClass, FOREIGN, LETTER, SPACE } from './spelling/characters.js'

/**
 * Counts what a person would count as words: runs between white space that hold at least one letter. "aujourd'hui",
 * "l'avoir" and "a-t-il" are one each; a number, a dash or an emoji alone is none.
 */
export function countWords(text: string): number {
  let words = 0
  let lettered = false
  for (let at = 0; at <= text.length; at++) {
    const kind = at < text.length ? characterClass(text.charCodeAt(at)) : SPACE
    if (kind === SPACE) {
      if (lettered) words++
      lettered = false
    } else if (kind & (LETTER | FOREIGN)) lettered = true
  }
  return words
}
