/** Agreement of the verb with a noun subject or the antecedent of qui. */

import { verbFormsFor } from '../conjugation.js'
import {
  ANY,
  CLITIC,
  CLOSED,
  COPULA,
  type FrenchWord,
  IL,
  ILS,
  INFINITIVE,
  JE,
  NOUS,
  PLURAL,
  PREPOSITION,
  SINGULAR,
  SUBJECT,
  TU,
  VOUS,
} from '../lexicon/word.js'
import { COLLECTIVE, isBoundary, isFormOf, isSureVerb } from '../phrases.js'
import { defineRule } from '../rule.js'
import { subjectBefore } from '../subjects.js'
import type { FrenchText } from '../text.js'
import { isCapital, WORD } from '../token.js'

const SOURCE = 'Grevisse & Goosse, Le Bon Usage, § 926 : le verbe s’accorde en nombre et en personne avec son sujet'

export const nounSubject = defineRule({
  id: 'noun-verb-agreement',
  category: 'conjugation',
  message: 'Le verbe ne s’accorde pas avec son sujet.',
  source: SOURCE,
  when: (word: FrenchWord) => word.finite !== 0 && (word.kind & CLOSED) === 0,
  check(text, index) {
    const verb = text.at(index)
    if (verb.hyphen || verb.finite === 0 || isCapital(verb)) return undefined
    const before = text.at(index - 1)
    if (before.type !== WORD || (before.determiner && !(before.kind & CLITIC))) return undefined
    if (before.kind & PREPOSITION || before.kind & SUBJECT) return undefined
    const next = text.at(index + 1)
    if (!isSureVerb(verb)) {
      // A word that is a noun or adjective too: only right before what can but follow a verb.
      const sure =
        (next.determiner !== 0 && !/^(du|des|au|aux)$/.test(next.lower) && !(next.kind & CLITIC && next.finite)) ||
        (next.kind & PREPOSITION && before.kind & CLITIC && before.determiner === 0)
      const clitic = before.kind & CLITIC && before.determiner === 0
      const copula = (verb.word.verb & COPULA) !== 0 && (next.participle | next.adjective) !== 0 && next.noun === 0
      if (!sure && !clitic && !copula) return undefined
      if (verb.participle || (verb.adjective && !clitic)) return undefined
    }
    if (next.hyphen) return undefined
    const subject = subjectBefore(text, index)
    if (!subject || (subject.pronoun && CHECKED_ELSEWHERE.has(text.lower(subject.index)))) return undefined
    if (subject.persons & verb.finite) return undefined
    // Inverted subject: ce soir-là viennent deux clients; quel âge ont vos enfants.
    if (
      verb.finite & ILS &&
      (verb.finite & IL) === 0 &&
      (next.determiner & PLURAL || /^quel/.test(text.lower(subject.start)))
    )
      return undefined
    if ((subject.persons & (IL | ILS)) === (IL | ILS)) return undefined
    if (isImperativeOpening(text, index)) return undefined
    return { from: index, to: index, suggestions: verbFormsFor(text, verb, subject.persons) }
  },
  wrong: [
    'Les équipes reste mobilisées.',
    'Votre commande partiront lundi.',
    'Les frais de port vous sera remboursés.',
    'Le délai de livraison sont dépassés.',
  ],
  right: [
    'Les équipes restent mobilisées.',
    'La plupart des clients sont satisfaits.',
    'Le client et le vendeur sont d’accord.',
    'Une partie des articles seront livrés.',
    'Le délai que demandent les clients est court.',
  ],
})

/** Pronouns whose agreement the pronoun rules check. */
const CHECKED_ELSEWHERE = new Set("je j' tu il elle on ils elles nous vous".split(' '))

function isImperativeOpening(text: FrenchText, index: number): boolean {
  return text.startsSentence(index)
}

export const relativeQui = defineRule({
  id: 'relative-qui-verb-agreement',
  category: 'conjugation',
  message: 'Le verbe ne s’accorde pas avec l’antécédent de « qui ».',
  source: SOURCE,
  words: ['qui'],
  check(text, index) {
    const noun = text.at(index - 1)
    if (noun.type !== WORD || noun.hyphen) return undefined
    let at = index + 1
    while (at < index + 4) {
      const part = text.at(at)
      if (part.type !== WORD) return undefined
      if (part.lower === 'ne' || part.lower === "n'" || ((part.kind & CLITIC) !== 0 && !part.finite)) at++
      else break
    }
    const verb = text.at(at)
    if (verb.type !== WORD || verb.finite === 0 || verb.kind & (SUBJECT | INFINITIVE)) return undefined
    if (!isSureVerb(verb) && at === index + 1 && (verb.noun | verb.adjective) !== 0) return undefined
    const persons = antecedentPersons(text, index - 1)
    if (persons === 0 || persons & verb.finite) return undefined
    return { from: at, to: at, suggestions: verbFormsFor(text, verb, persons) }
  },
  wrong: [
    'Voici les articles qui reste en stock.',
    'Le colis qui vous ont été livré est abîmé.',
    'C’est moi qui vous a répondu.',
  ],
  right: [
    'Voici les articles qui restent.',
    'C’est un des colis qui ont été perdus.',
    'Le lot de pièces qui manquent arrive.',
    'C’est moi qui vous ai répondu.',
    'C’est à vous qui avez commandé.',
  ],
})

function antecedentPersons(text: FrenchText, end: number): number {
  const last = text.at(end)
  if (last.lower === 'moi' || last.lower === 'toi') {
    const before = text.at(end - 1)
    if (!isBoundary(before) && !isFormOf(before, 'être')) return 0
    return last.lower === 'moi' ? JE : TU
  }
  if (last.lower === 'nous') return NOUS | IL | ILS
  // c’est vous qui avez; ceux d’entre vous qui souhaitent
  if (last.lower === 'vous') return isBoundary(text.at(end - 1)) || isFormOf(text.at(end - 1), 'être') ? VOUS : 0
  if (/^(celui|celle|celui-ci|celle-ci|ce|cela)$/.test(last.lower)) return last.lower === 'ce' ? IL : IL
  if (/^(ceux|celles|ceux-ci|celles-ci)$/.test(last.lower)) return ILS
  if (last.noun === 0 && last.adjective === 0 && last.participle === 0) return 0
  let numbers = 0
  let determined = false
  for (let at = end; at >= 0 && end - at < 10; at--) {
    const part = text.at(at)
    if (isBoundary(part) || (part.finite && !part.noun) || part.kind & (SUBJECT | INFINITIVE)) break
    if (/^(et|ou|ni|que|qu'|comme|tu|moi|toi|nous|vous|à|au|aux)$/.test(part.lower)) return 0
    // celui des membres qui, l’un des moyens qui, des dizaines d’euros qui: either may be meant.
    if (
      /^(celui|celle|ceux|celles|un|une|chacun|chacune|aucun|aucune|seul|seule)$/.test(part.lower) &&
      /^(des|de|d')$/.test(text.lower(at + 1))
    )
      return 0
    if (COLLECTIVE.has(part.lower)) return 0
    if (part.noun) {
      const before = text.at(at - 1)
      const own = before.determiner ? part.noun & before.determiner : part.noun
      numbers |= own === 0 ? ANY : own
    }
    if (part.determiner) determined = true
    if (part.kind & CLITIC && part.determiner === 0 && part.lower !== 'en') break
  }
  if (!determined || numbers === 0) return 0
  return (numbers & SINGULAR ? IL : 0) | (numbers & PLURAL ? ILS : 0)
}

/** Rules of this file. */
export const NOUN_VERB_RULES = [nounSubject, relativeQui]
