/** Other forms of a word, found by trying the regular endings in the lexicon: for suggestions and for “is there such a form”. */
import { FEMININE, MASCULINE } from './lexicon/word.js'
import type { FrenchText } from './text.js'
import type { Token } from './token.js'

/** Words that endings off and on make of a word: any other of its genders and numbers is among them, with much that is no word. */
export function endingVariants(word: string): string[] {
  const stems = new Set([word])
  for (const ending of ['s', 'e', 'es', 'x']) if (word.endsWith(ending)) stems.add(word.slice(0, -ending.length))
  const result: string[] = []
  for (const stem of stems) {
    result.push(stem, `${stem}s`, `${stem}e`, `${stem}es`, `${stem}x`)
    const last = stem.at(-1) ?? ''
    if (last) result.push(`${stem}${last}e`, `${stem}${last}es`)
    if (stem.length > 3 && stem.at(-1) === stem.at(-2)) result.push(stem.slice(0, -1), `${stem.slice(0, -1)}s`)
  }
  const swaps: [RegExp, string[]][] = [
    [/(al|ale|ales|aux)$/, ['al', 'ale', 'ales', 'aux']],
    [/(eux|euse|euses)$/, ['eux', 'euse', 'euses']],
    [/(if|ive|ifs|ives)$/, ['if', 'ive', 'ifs', 'ives']],
    [/(er|ère|ers|ères)$/, ['er', 'ère', 'ers', 'ères']],
    [/(teur|trice|teurs|trices)$/, ['teur', 'trice', 'teurs', 'trices']],
    [/(eur|euse|eurs|euses)$/, ['eur', 'euse', 'eurs', 'euses']],
    [/(et|ète|ets|ètes)$/, ['et', 'ète', 'ets', 'ètes']],
    [/(ail|ails|aux)$/, ['ail', 'ails', 'aux']],
    [/(eau|elle|eaux|elles|el)$/, ['eau', 'elle', 'eaux', 'elles', 'el']],
  ]
  for (const [pattern, endings] of swaps) {
    const match = pattern.exec(word)
    if (match) for (const ending of endings) result.push(word.slice(0, match.index) + ending)
  }
  return result
}

/** Forms of a noun, adjective or participle that fit one of the genders and numbers of `wanted`; best (shortest way) first. */
export function formsAgreeing(
  text: FrenchText,
  token: Token,
  wanted: number,
  nature: 'noun' | 'adjective' | 'participle',
): string[] {
  const own = token.word.noun | token.word.adjective | token.word.participle
  const found: string[] = []
  for (const candidate of endingVariants(token.lower)) {
    if (candidate === token.lower || found.includes(candidate) || candidate.length < 2) continue
    const word = text.lexicon.lookup(candidate)
    const mask =
      nature === 'noun' ? word.noun : nature === 'participle' ? word.participle : word.adjective | word.participle
    if ((mask & wanted) === 0) continue
    if (nature === 'participle' && word.lemma !== token.word.lemma) continue
    found.push(candidate)
  }
  // A change of number alone comes before a change of gender.
  const gender = own & FEMININE ? FEMININE : MASCULINE
  const order = (word: string): number => {
    const entry = text.lexicon.lookup(word)
    return (entry.noun | entry.adjective | entry.participle) & gender ? 0 : 1
  }
  return found.sort((first, second) => order(first) - order(second)).slice(0, 3)
}
