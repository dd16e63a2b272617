/** Agreement of an adjective with the noun after it, determiner or none. */

import { formsAgreeing } from '../forms.js'
import { ADVERB, type FrenchWord, INFINITIVE, NUMERAL } from '../lexicon/word.js'
import { defineRule } from '../rule.js'
import { isCapital, WORD } from '../token.js'
import {
  baseOf,
  INVARIABLE_AFTER,
  isPlainNominal,
  isSureDeterminer,
  LOOSE,
  otherDeterminers,
  PREPOSED,
  SOURCE,
  suggestWord,
} from './noun-phrase-words.js'

export const adjectiveBeforeNoun = defineRule({
  id: 'adjective-noun-agreement',
  category: 'agreement',
  message: 'L’adjectif et le nom ne s’accordent pas.',
  source: SOURCE,
  when: (word: FrenchWord) =>
    word.determiner !== 0 && ((word.kind & NUMERAL) === 0 || word.text === 'un' || word.text === 'une'),
  check(text, index) {
    const token = text.at(index)
    if (!isSureDeterminer(text, index) || LOOSE.has(token.lower)) return undefined
    // les plus grands clients
    const offset = /^(plus|moins|très|si|trop)$/.test(text.lower(index + 1)) ? 1 : 0
    const adjective = text.at(index + 1 + offset)
    const noun = text.at(index + 2 + offset)
    if (offset && !PREPOSED.has(baseOf(adjective.lower))) return undefined
    if (!isPlainNominal(adjective) || !isPlainNominal(noun) || adjective.adjective === 0 || noun.noun === 0)
      return undefined
    if (isCapital(adjective) || isCapital(noun) || noun.determiner || adjective.kind & ADVERB) return undefined
    const agreed = token.determiner & adjective.adjective
    if (agreed === 0 || INVARIABLE_AFTER.has(adjective.lower)) return undefined
    // les complémentaires santé, les indépendants face à…, les jeunes outre-mer: the first is the noun.
    if (/^(santé|face|outre-mer|mal)$/.test(noun.lower) && token.determiner & adjective.adjective) return undefined
    if (noun.kind & INFINITIVE) return undefined
    // The first word may be the noun (un rapide historique / le client fidèle): then the second must agree as an adjective.
    const asNoun = adjective.noun & token.determiner
    if (asNoun && !PREPOSED.has(baseOf(adjective.lower))) return undefined
    if (agreed & noun.noun) return undefined
    if (agreed & noun.adjective || agreed & noun.participle) return undefined
    if (noun.finite || noun.lower === 'ouvrage') return undefined
    // Any other adjective before a word that is but a noun.
    const nounOnly =
      (noun.adjective | noun.participle) === 0 &&
      noun.word.finite === 0 &&
      adjective.noun === 0 &&
      adjective.participle === 0 &&
      adjective.word.finite === 0
    if (!PREPOSED.has(baseOf(adjective.lower)) && !nounOnly) return undefined
    const determinerFits = (token.determiner & noun.noun) !== 0
    const adjectiveFits = (adjective.adjective & noun.noun) !== 0
    if (determinerFits && !adjectiveFits)
      return suggestWord(text, index + 1 + offset, noun.noun & token.determiner, 'adjective')
    if (adjectiveFits && !determinerFits)
      return {
        from: index,
        to: index + 2,
        suggestions: otherDeterminers(token.lower, noun.noun & adjective.adjective).map(
          (word) => `${word} ${adjective.text} ${noun.text}`,
        ),
      }
    return {
      from: index + 1 + offset,
      to: index + 2 + offset,
      suggestions: formsAgreeing(text, noun, agreed, 'noun').map((word) => `${adjective.text} ${word}`),
    }
  },
  wrong: ['Nos meilleurs salutations.', 'Le prochain livraison aura lieu lundi.', 'Il s’agit de la petite colis.'],
  right: [
    'Nos meilleures salutations.',
    'La prochaine livraison aura lieu lundi.',
    'Un petit peu de patience.',
    'Les seuls clients concernés sont prévenus.',
  ],
})

export const bareAdjectiveNoun = defineRule({
  id: 'bare-adjective-noun-agreement',
  category: 'agreement',
  message: 'L’adjectif et le nom ne s’accordent pas.',
  source: SOURCE,
  when: (word: FrenchWord) => word.adjective !== 0 && word.determiner === 0 && PREPOSED.has(baseOf(word.text)),
  check(text, index) {
    const before = text.at(index - 1)
    const adjective = text.at(index)
    const noun = text.at(index + 1)
    if (before.determiner && !/^(de|d'|des|du)$/.test(before.lower)) return undefined
    if (
      before.determiner ||
      before.adjective ||
      before.kind & ADVERB ||
      before.hyphen ||
      adjective.hyphen ||
      adjective.kind & ADVERB
    )
      return undefined
    if (
      isCapital(noun) ||
      !isPlainNominal(noun) ||
      noun.noun === 0 ||
      noun.word.finite ||
      noun.determiner ||
      INVARIABLE_AFTER.has(adjective.lower)
    )
      return undefined
    if (adjective.adjective & (noun.noun | noun.adjective | noun.participle)) return undefined
    if (
      before.type === WORD &&
      !/^(de|d'|à|en|par|pour|sans|avec|sur|sous|et|puisque|comme|que|entre)$/.test(before.lower)
    )
      return undefined
    if (before.lower === 'à' && adjective.lower === 'nouveau') return undefined
    if (before.lower === 'et' && text.at(index - 2).adjective) return undefined
    if (/^(haut|bas|bon|seul|court|long|juste|plein|sauf|premier|gros)$/.test(adjective.lower)) return undefined
    return suggestWord(text, index, noun.noun, 'adjective')
  },
  wrong: ['De petite quantités restent.', 'Avec meilleurs salutations.'],
  right: ['De petites quantités restent.', 'À bon port.', 'Meilleures salutations.'],
})

/** Rules of this file. */
export const ADJECTIVE_BEFORE_RULES = [adjectiveBeforeNoun, bareAdjectiveNoun]
