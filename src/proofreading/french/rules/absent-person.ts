/** Verbs in the first or second person where nothing in the sentence is that person: « notre équipe vous répondras ». */
import { verbFormsFor } from '../conjugation.js'
import { type FrenchWord, IL, ILS, JE, NOUS, TU } from '../lexicon/word.js'
import { defineRule, type Found } from '../rule.js'
import type { FrenchText } from '../text.js'
import { BREAK, isCapital, WORD } from '../token.js'

const SOURCE = 'Grevisse & Goosse, Le Bon Usage, § 926 : le verbe s’accorde en nombre et en personne avec son sujet'

const SPEAKERS = new Set("je j' moi me m' moi-même nous nous-mêmes soussigné soussignée".split(' '))
const FAMILIAR = new Set("tu toi te t' toi-même ton ta tes tien tienne tiens".split(' '))

/** True where a word of `words` stands in the sentence around `index`. */
function sentenceHas(text: FrenchText, index: number, words: ReadonlySet<string>): boolean {
  for (const step of [-1, 1]) {
    for (let at = index + step; Math.abs(at - index) < 50; at += step) {
      const token = text.at(at)
      if (token.type === BREAK || /^[.!?…]/.test(token.text)) break
      if (words.has(token.lower)) return true
    }
  }
  return false
}

/** A word of the sentence stands before the verb: no telegram (« Reviendrai lundi »). */
function hasNounBefore(text: FrenchText, index: number): boolean {
  for (let at = index - 1; at >= 0 && at > index - 25; at--) {
    const token = text.at(at)
    if (token.type === BREAK || /^[.!?…]/.test(token.text)) return false
    if (token.noun || token.word.name || !token.word.known || token.lower === 'qui') return true
  }
  return false
}

function wrongPerson(text: FrenchText, index: number, persons: ReadonlySet<string>): Found | undefined {
  const verb = text.at(index)
  if (verb.type !== WORD || verb.hyphen || isCapital(verb) || text.at(index + 1).hyphen) return undefined
  if (verb.noun | verb.adjective | verb.participle | verb.determiner) return undefined
  // hélas is a form of héler too.
  if (verb.word.kind !== 0) return undefined
  if (sentenceHas(text, index, persons) || !hasNounBefore(text, index)) return undefined
  return { from: index, to: index, suggestions: verbFormsFor(text, verb, IL | ILS) }
}

export const absentSecondPerson = defineRule({
  id: 'second-person-without-tu',
  category: 'conjugation',
  message: 'Ce verbe est à la deuxième personne, mais rien dans la phrase n’est « tu ».',
  source: SOURCE,
  when: (word: FrenchWord) => word.finite === TU && word.imperative === 0 && word.text.length > 2,
  check: (text, index) => wrongPerson(text, index, FAMILIAR),
  wrong: ['La revue que vous lisez paraîtras en mai.', 'La pièce que vous cherchez existes toujours.'],
  right: [
    'Tu passeras demain.',
    'Toi qui viendras lundi, appelle-nous.',
    'Dès que la machine sera prête, tu viendras.',
  ],
})

export const absentFirstPlural = defineRule({
  id: 'first-plural-without-nous',
  category: 'conjugation',
  message: 'Ce verbe est à la première personne du pluriel, mais rien dans la phrase n’est « nous ».',
  source: SOURCE,
  when: (word: FrenchWord) => word.finite === NOUS && (word.future & NOUS) !== 0,
  check: (text, index) => wrongPerson(text, index, SPEAKERS),
  wrong: ['Les 20 € de frais vous serons rendus.', 'Ces 45 € de caution vous serons versés.'],
  right: ['Mon collègue et moi viendrons.', 'Nous rappellerons lundi.', 'Les frais seront remboursés.'],
})

export const absentFirstSingular = defineRule({
  id: 'first-person-without-je',
  category: 'conjugation',
  message: 'Ce verbe est à la première personne, mais rien dans la phrase n’est « je ».',
  source: SOURCE,
  when: (word: FrenchWord) => word.finite === JE && (word.future & JE) !== 0,
  check: (text, index) => wrongPerson(text, index, SPEAKERS),
  wrong: ['Votre dossier 445 serai traité.', 'Votre colis 7781 partirai demain.'],
  right: ['C’est moi qui vous appellerai.', 'Je vous appellerai demain.', 'Le dossier sera traité.'],
})

export const ABSENT_PERSON_RULES = [absentSecondPerson, absentFirstPlural, absentFirstSingular]
