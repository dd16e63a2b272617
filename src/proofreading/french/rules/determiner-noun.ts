/** Agreement of the determiner with its noun, and participles written for nouns in -ée. */

import { formsAgreeing } from '../forms.js'
import {
  ADVERB,
  AMBIGUOUS_DETERMINER,
  ANY,
  CLITIC,
  type FrenchWord,
  INFINITIVE,
  MASCULINE,
  NUMERAL,
  PLURAL,
  SINGULAR,
} from '../lexicon/word.js'
import { defineRule } from '../rule.js'
import { isCapital, WORD } from '../token.js'
import {
  baseOf,
  GENDERLESS,
  INVARIABLE_AFTER,
  isPlainNominal,
  isSureDeterminer,
  LOOSE,
  MONTHS,
  nominal,
  otherDeterminers,
  PREPOSED,
  SOURCE,
  suggestWord,
} from './noun-phrase-words.js'

export const determinerNoun = defineRule({
  id: 'determiner-noun-agreement',
  category: 'agreement',
  message: 'Le déterminant et le nom ne s’accordent pas.',
  source: SOURCE,
  when: (word: FrenchWord) => word.determiner !== 0,
  check(text, index) {
    const token = text.at(index)
    if (!isSureDeterminer(text, index)) return undefined
    const noun = text.at(index + 1)
    if (!isPlainNominal(noun) || noun.determiner || (noun.kind & ADVERB && !noun.noun)) return undefined
    if (LOOSE.has(token.lower) || INVARIABLE_AFTER.has(noun.lower)) return undefined
    // A capitalised word may be a name or a title; acronyms and products have any gender.
    if (isCapital(noun) || (isCapital(token) && !text.startsSentence(index))) return undefined
    const following = text.at(index + 2)
    // An invariable adjective (abricot, marron) that is a noun here counts as the noun.
    const mask =
      noun.noun && (following.noun === 0 || following.determiner)
        ? noun.noun | (noun.adjective === ANY ? 0 : noun.adjective) | noun.participle
        : nominal(noun)
    if (token.determiner & mask || GENDERLESS.has(noun.lower)) return undefined
    // les premier et deuxième trimestres, vos nom et prénom, le ou les client·s
    if (following.text === '(' && /^(s|x|e|es)$/.test(text.lower(index + 3))) return undefined
    if (
      following.text === ',' &&
      token.determiner & PLURAL &&
      /^(prénoms?|adresse|qualité|date|lieu|titre)$/.test(text.lower(index + 3))
    )
      return undefined
    if (following.text === '·' || (/^(et|ou|et\/ou)$/.test(following.lower) && token.determiner & PLURAL))
      return undefined
    if (text.lower(index - 1) === 'ou' && token.determiner & PLURAL) return undefined
    if (
      noun.word.finite &&
      (token.kind & AMBIGUOUS_DETERMINER || token.lower === 'ce' || token.lower === 'un' || token.lower === 'une') &&
      !noun.noun
    )
      return undefined
    if (
      token.kind & NUMERAL &&
      token.lower !== 'un' &&
      token.lower !== 'une' &&
      (MONTHS.has(noun.lower) || noun.noun === 0 || (noun.word.finite && !noun.noun))
    )
      return undefined
    if (
      token.kind & NUMERAL &&
      (/ième$/.test(noun.lower) || /^(numéro|tous|toutes|page|et|article|lot)$/.test(text.lower(index - 1)))
    )
      return undefined
    // deux virgule cinq, trente pourcent, l’alinéa quatorze figure, Euro six fixe: figures in words.
    if (
      token.kind & NUMERAL &&
      (/^(virgule|pourcents?|zéro)$/.test(noun.lower) ||
        text.lower(index - 1) === 'virgule' ||
        // deux mille seize marque, chapitre deux intitulé: a year, a number of order.
        (/^(mille|cent)$/.test(text.lower(index - 1)) &&
          (noun.word.finite || noun.participle || token.lower === 'un')) ||
        (text.at(index - 1).noun && noun.participle) ||
        ((text.at(index - 1).noun || isCapital(text.at(index - 1))) && noun.word.finite))
    )
      return undefined
    if (
      token.lower === 'ce' &&
      !(noun.adjective && PREPOSED.has(baseOf(noun.lower)) && following.noun & MASCULINE) &&
      (noun.word.finite || noun.lower === 'dernier' || noun.adjective || noun.participle) &&
      !(noun.noun && !noun.adjective && !noun.word.finite)
    )
      return undefined
    // un + plural adjective used as a name, « un des », « l’un », du tout: leave pronouns alone.
    if ((token.lower === 'un' || token.lower === 'une') && (text.lower(index - 1) === "l'" || noun.noun === 0))
      return undefined
    if ((token.lower === "l'" || token.lower === 'leur') && token.kind & CLITIC) {
      if (noun.word.finite || noun.kind & INFINITIVE || noun.participle) return undefined
    }
    const next = text.at(index + 2)
    // The next word may be the noun of the determiner, this one an adverbial adjective: un tout petit…
    if (noun.noun === 0 && nominal(next) === 0) {
      // le + participle alone may be a clitic before a mistyped verb: other rules say so.
      if (token.kind & AMBIGUOUS_DETERMINER || token.lower === 'des' || token.lower === 'du') return undefined
    }
    if (noun.noun === 0 && next.noun & token.determiner)
      return suggestWord(text, index + 1, next.noun & token.determiner, 'adjective')
    if (noun.kind & ADVERB && next.adjective & token.determiner) return undefined
    // « ses vacances d’été »: a noun both adjective and noun before another noun that agrees.
    if (noun.adjective && next.noun & token.determiner && !next.finite)
      return suggestWord(text, index + 1, next.noun & token.determiner, 'adjective')
    const number = mask & SINGULAR ? SINGULAR : PLURAL
    const suggestNoun = formsAgreeing(text, noun, token.determiner, noun.noun ? 'noun' : 'adjective')
    const determiners = otherDeterminers(token.lower, mask)
    const sameNumber = (token.determiner & number) !== 0
    // A wrong gender is the determiner's fault, a wrong number the noun's.
    return sameNumber && determiners.length > 0
      ? { from: index, to: index + 1, suggestions: determiners.map((word) => `${word} ${noun.text}`) }
      : { from: index, to: index + 1, suggestions: suggestNoun.map((word) => `${token.text} ${word}`) }
  },
  wrong: [
    'Vos coordonnée ont changé.',
    'Nous avons reçu vos demande.',
    'Cette délai est dépassé.',
    'Les article sont en stock.',
    'Veuillez joindre un facture.',
  ],
  right: [
    'Vos coordonnées ont changé.',
    'Nous les contactons demain.',
    'Il les porte volontiers.',
    'Un des colis manque.',
    'Mon amie attend son commande-relais.',
  ],
})

export const participleForNoun = defineRule({
  id: 'participle-for-noun',
  category: 'agreement',
  message: 'Le nom s’écrit ici au féminin : « -ée ».',
  source: 'Dictionnaire de l’Académie française, articles « arrivée », « entrée », « donnée »',
  when: (word: FrenchWord) =>
    word.participle !== 0 && /(é|és)$/.test(word.text) && word.noun === 0 && word.adjective === 0,
  check(text, index) {
    const token = text.at(index)
    const before = text.at(index - 1)
    const after = text.at(index + 1)
    if (
      token.hyphen ||
      isCapital(token) ||
      before.type !== WORD ||
      !/^(mon|ton|son|notre|votre|leur|leurs|mes|tes|ses|nos|vos|ces|cet|cette|une|des|quelques|d')$/.test(before.lower)
    )
      return undefined
    const feminine = token.lower.replace(/é(s?)$/, 'ée$1')
    if (
      !/^(arriv|entr|donn|tourn|dur|mont|rentr|pens|all|mêl|tran|cuiller|poign|gel)és?$/.test(token.lower) ||
      text.lower(index - 2) === 'les'
    )
      return undefined
    if (!text.lexicon.lookup(feminine).noun || after.noun || after.adjective) return undefined
    if (before.lower === "d'" && !/^(port|porte|date|heure|gare|hall|droit|ordre|point)$/.test(text.lower(index - 2)))
      return undefined
    return { from: index, to: index, suggestions: [feminine] }
  },
  wrong: ['Son arrivé est prévue demain.', 'Vos donnés sont protégées.'],
  right: ['Son arrivée est prévue demain.', 'Vos données sont protégées.'],
})

/** Rules of this file. */
export const DETERMINER_NOUN_RULES = [determinerNoun, participleForNoun]
