/** The verb of a subordinate clause and the persons of its subject. */

import { CLITIC, IL, ILS, JE, NOUS, TU, VOUS } from '../lexicon/word.js'
import { nounPhraseStartingAt } from '../phrases.js'
import type { FrenchText } from '../text.js'
import { isCapital, WORD } from '../token.js'

/** Persons of the subject pronouns. */
export const PERSONS: Readonly<Record<string, number>> = {
  je: JE,
  "j'": JE,
  tu: TU,
  il: IL,
  elle: IL,
  on: IL,
  nous: NOUS,
  vous: VOUS,
  ils: ILS,
  elles: ILS,
  cela: IL,
  ça: IL,
}

/** Verb of a clause and its subject's persons. */
export interface ClauseVerb {
  readonly at: number
  readonly persons: number
}

/** The verb of the clause that begins at `start` and the persons of its subject. */
export function clauseVerb(text: FrenchText, start: number): ClauseVerb | undefined {
  const first = text.at(start)
  let at = start
  let persons = PERSONS[first.lower] ?? 0
  if (persons && !first.hyphen) at = start + 1
  else if (
    isCapital(first) &&
    first.noun === 0 &&
    !first.finite &&
    first.determiner === 0 &&
    first.type === WORD &&
    (first.word.name || !first.word.known)
  ) {
    persons = IL
    at = start + 1
  } else {
    const phrase = nounPhraseStartingAt(text, start)
    if (!phrase) return undefined
    persons = phrase.persons
    at = phrase.end + 1
  }
  while (at < start + 12) {
    const token = text.at(at)
    if (token.type !== WORD) return undefined
    if (token.lower === 'ne' || token.lower === "n'" || ((token.kind & CLITIC) !== 0 && !token.finite)) at++
    else break
  }
  return { at, persons }
}
