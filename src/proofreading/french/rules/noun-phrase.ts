/** Agreement inside the noun phrase: determiner and noun, adjective before the noun, adjective or participle after it. */

import { formsAgreeing } from '../forms.js'
import {
  ADVERB,
  AMBIGUOUS_DETERMINER,
  ANY,
  CLITIC,
  COPULA,
  FEMININE,
  type FrenchWord,
  INFINITIVE,
  MASCULINE,
  NEGATION,
  NUMERAL,
  PLURAL,
  PREPOSITION,
  PRESENT_PARTICIPLE,
  SINGULAR,
} from '../lexicon/word.js'
import { defineRule, type Found } from '../rule.js'
import type { FrenchText } from '../text.js'
import { isCapital, type Token, WORD } from '../token.js'

const SOURCE = 'Grevisse & Goosse, Le Bon Usage, § 341 et 442 : le déterminant et l’adjectif s’accordent avec le nom'

/** Determiners that may stand before another determiner or a pronoun. */
const LOOSE = new Set(
  'tout toute tous toutes tel telle tels telles nul nulle certain certaine certains certaines'.split(' '),
)
/** Determiner and noun together are a fixed adverb or name whatever their number. */
const INVARIABLE_AFTER = new Set(
  'plus mieux moins peu trop pire autre autres même mêmes tout tous toute toutes un une deux second quelque'.split(' '),
)
const FEMININE_OF: Readonly<Record<string, string>> = {
  un: 'une',
  le: 'la',
  ce: 'cette',
  cet: 'cette',
  mon: 'ma',
  ton: 'ta',
  son: 'sa',
  du: 'de la',
  au: 'à la',
  quel: 'quelle',
  aucun: 'aucune',
  tout: 'toute',
  tous: 'toutes',
  nul: 'nulle',
  certains: 'certaines',
  quels: 'quelles',
  tel: 'telle',
}
const MASCULINE_OF: Readonly<Record<string, string>> = {
  une: 'un',
  la: 'le',
  cette: 'ce',
  ma: 'mon',
  ta: 'ton',
  sa: 'son',
  quelle: 'quel',
  aucune: 'aucun',
  toute: 'tout',
  toutes: 'tous',
  nulle: 'nul',
  certaines: 'certains',
  quelles: 'quels',
  telle: 'tel',
}
const PLURAL_OF: Readonly<Record<string, string>> = {
  un: 'des',
  une: 'des',
  le: 'les',
  la: 'les',
  "l'": 'les',
  ce: 'ces',
  cet: 'ces',
  cette: 'ces',
  mon: 'mes',
  ma: 'mes',
  ton: 'tes',
  ta: 'tes',
  son: 'ses',
  sa: 'ses',
  notre: 'nos',
  votre: 'vos',
  leur: 'leurs',
  du: 'des',
  au: 'aux',
  quel: 'quels',
  quelle: 'quelles',
}
const SINGULAR_OF: Readonly<Record<string, string>> = {
  leurs: 'leur',
  nos: 'notre',
  vos: 'votre',
  aux: 'au',
}

function otherDeterminers(determiner: string, noun: number): string[] {
  const found: (string | undefined)[] = []
  if (noun & FEMININE) found.push(FEMININE_OF[determiner])
  if (noun & MASCULINE) found.push(MASCULINE_OF[determiner])
  if (noun & PLURAL) found.push(PLURAL_OF[determiner])
  if (noun & SINGULAR) found.push(SINGULAR_OF[determiner])
  return found.filter((word): word is string => word !== undefined)
}

/** All genders and numbers a token can have as a noun or beside one. */
function nominal(token: Token): number {
  return token.noun | token.adjective | token.participle
}

/** True where the token is a sure determiner of what follows. */
function isSureDeterminer(text: FrenchText, index: number): boolean {
  const token = text.at(index)
  if (token.determiner === 0 || token.hyphen) return false
  if ((token.kind & AMBIGUOUS_DETERMINER) === 0) return true
  const after = text.at(index + 1)
  if (token.determiner && (token.kind & CLITIC) === 0) return true
  return after.finite === 0 && (after.kind & (INFINITIVE | CLITIC)) === 0
}

const MONTHS = new Set(
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre pour'.split(' '),
)
/** Nouns that take any determiner in set phrases: à la diable, la numéro 1. */
const GENDERLESS = new Set('diable papa putain numéro don maximum minimum partie tiens environ'.split(' '))

/** Words whose noun readings are too rare to be trusted after a determiner. */
function isPlainNominal(token: Token): boolean {
  return (
    token.type === WORD &&
    !token.hyphen &&
    nominal(token) !== 0 &&
    (token.kind & (PREPOSITION | NEGATION | NUMERAL | PRESENT_PARTICIPLE)) === 0
  )
}

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
    if (following.text === '·' || ((following.lower === 'et' || following.lower === 'ou') && token.determiner & PLURAL))
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

function suggestWord(
  text: FrenchText,
  index: number,
  wanted: number,
  nature: 'noun' | 'adjective' | 'participle',
): Found {
  return { from: index, to: index, suggestions: formsAgreeing(text, text.at(index), wanted, nature) }
}

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

/** Adjectives that usually stand before their noun, masculine singular. */
const PREPOSED = new Set(
  'beau bel nouveau nouvel vieux vieil bon mauvais grand petit gros long court haut jeune joli meilleur pire moindre premier deuxième troisième dernier prochain ancien vrai faux vif sincère cordial seul simple double triple second excellent important certain divers différent nombreux principal précédent présent éventuel véritable respectueux plein'.split(
    ' ',
  ),
)

function baseOf(word: string): string {
  let base = word.endsWith('s') && word.length > 4 && !/^(gros|mauvais|divers)$/.test(word) ? word.slice(0, -1) : word
  base = base
    .replace(/elle$/, 'eau')
    .replace(/euse$/, 'eux')
    .replace(/(.)ère$/, '$1er')
    .replace(/aux$/, 'al')
    .replace(/ale$/, 'al')
    .replace(/^bonne$/, 'bon')
    .replace(/^ancienne$/, 'ancien')
    .replace(/^grosse$/, 'gros')
    .replace(/^longue$/, 'long')
    .replace(/^fausse$/, 'faux')
    .replace(/^vieille$/, 'vieux')
    .replace(/^vive$/, 'vif')
    .replace(/^beaux$/, 'beau')
    .replace(/^nouveaux$/, 'nouveau')
  if (base === 'nouveal') base = 'nouveau'
  if (base === 'beal') base = 'beau'
  if (PREPOSED.has(base)) return base
  return base.endsWith('e') && PREPOSED.has(base.slice(0, -1)) ? base.slice(0, -1) : base
}

/** Words that follow a noun without agreement. */
const APPOSED = new Set(
  'droit grand maximum minimum standard express premium record type clé cible pilote modèle tampon témoin surprise partenaire conseil retour relais client clients seul seule même possible compris moyen max mini maxi recto verso'.split(
    ' ',
  ),
)

/** Nouns of adverbial phrases: what follows describes the subject. */
const TIMES = new Set(
  'fois moment jour jours instant instants époque air brin journée journées vie existence temps heure heures matin soir nuit nuits an ans année années mois semaine semaines minute minutes reste'.split(
    ' ',
  ),
)

/** Nouns after which a different adjective is normal (colours, shop words, appositions). */
const COLOURS = new Set(
  'bleu bleue vert verte gris grise rouge jaune brun brune rose marron orange noir noire blanc blanche crème or argent beige violet violette châtain blond roux clair foncé pâle'.split(
    ' ',
  ),
)

export const adjectiveAfterNoun = defineRule({
  id: 'noun-adjective-agreement',
  category: 'agreement',
  message: 'L’adjectif ou le participe ne s’accorde pas avec le nom.',
  source: SOURCE,
  when: (word: FrenchWord) =>
    (word.adjective | word.participle) !== 0 &&
    (word.finite === 0 || (word.adjective !== 0 && word.participle === 0)) &&
    (word.kind & (PREPOSITION | INFINITIVE | NUMERAL)) === 0 &&
    word.determiner === 0,
  check(text, index) {
    const token = text.at(index)
    let nounPlace = text.skipAdverbsBack(index - 1)
    if (nounPlace < index - 1 && text.at(nounPlace).noun === 0) nounPlace = index - 1
    const noun = text.at(nounPlace)
    if (token.determiner || noun.type !== WORD || noun.hyphen || token.hyphen || isCapital(token)) return undefined
    if (TIMES.has(noun.lower) || token.word.kind & PRESENT_PARTICIPLE) return undefined
    if (
      noun.noun === 0 ||
      isCapital(noun) ||
      noun.kind & (PREPOSITION | NEGATION | ADVERB) ||
      noun.word.finite ||
      noun.determiner
    )
      return undefined
    const mask = token.adjective | token.participle
    const following = text.at(index + 1)
    // A form that may be a verb counts as an adjective at the end only.
    if (token.word.finite && following.type === WORD) return undefined
    // les gouvernements espagnol et mexicain, des passeports américain, canadien
    if ((following.lower === 'et' || following.lower === 'ou' || following.text === ',') && noun.noun & PLURAL)
      return undefined
    if (nounPlace < index - 1 && text.lower(index - 1) === 'si') return undefined
    if (APPOSED.has(token.lower) || (token.noun && /(eurs?|rices?)$/.test(token.lower))) return undefined
    // An adjective before its noun (un petit animal): not this rule's case.
    if (noun.adjective && token.noun && !token.participle) return undefined
    if (following.text === '·') return undefined
    if (COLOURS.has(token.lower) || COLOURS.has(noun.lower) || token.kind & ADVERB) return undefined
    // Walk back over the whole phrase: any noun of it may be the one described.
    let at = index - 1
    let opener = -1
    let all = 0
    for (; at >= 0 && index - at < 12; at--) {
      const part = text.at(at)
      if (part.type !== WORD || (part.finite && !part.noun) || part.kind & INFINITIVE) break
      if (
        (part.lower === 'un' || part.lower === 'une') &&
        (text.lower(at - 1) === "l'" || /^(de|des|d')$/.test(text.lower(at + 1)))
      )
        return undefined
      if (part.lower === 'et' && (mask & PLURAL) === 0 && text.at(at + 1).determiner) break
      if (part.lower === 'et' || part.lower === 'ou' || part.lower === 'ni') return undefined
      if (part.noun) {
        const before = text.at(at - 1)
        const own = before.determiner && !(before.kind & NUMERAL) ? part.noun & before.determiner : part.noun
        all |= own === 0 ? part.noun : own
      }
      if (/^(dans|chez|sous|depuis|selon)$/.test(part.lower)) break
      if (part.kind & CLITIC && part.determiner === 0 && !/^(de|d'|à|en)$/.test(part.lower)) break
      if (part.determiner) opener = at
    }
    const negated =
      /^(de|d')$/.test(text.lower(nounPlace - 1)) &&
      /^(plus|pas|assez|trop|peu|beaucoup|jamais|point)$/.test(text.lower(nounPlace - 2))
    const bare =
      /^(en|sans|par)$/.test(text.lower(nounPlace - 1)) &&
      /^(pièces?|voie|frais|lettre|courrier)$/.test(noun.lower) &&
      nounPlace === index - 1
    const titled =
      text.at(nounPlace - 1).adjective !== 0 &&
      text.startsSentence(nounPlace - 1) &&
      (text.at(nounPlace - 1).adjective & noun.noun) !== 0 &&
      isCapital(text.at(nounPlace - 1))
    if (negated || bare || titled) {
      all = noun.noun
      opener = nounPlace
    }
    if (opener < 0 || all === 0 || (all & mask) !== 0) return undefined
    const boundary = text.at(at)
    if (boundary.word.verb & COPULA || boundary.lower === 'fois') return undefined
    if (boundary.lower === 'quelque' || text.lower(index - 1) === 'chose') return undefined
    // Verb + direct object + attribute agrees as well, but an attribute of the subject may follow a time (partis une heure plus tard).
    const next = following
    if (next.noun && !next.adjective && !next.participle && token.adjective && next.noun & mask) return undefined
    if (
      text.lower(opener) === 'au' ||
      (text.at(opener - 1).kind & PREPOSITION && token.participle && boundary.type !== WORD && opener - 1 === at + 1)
    ) {
      // Dans le doute, envoyés à la …: an opening complement, the participle may belong to what follows.
      return undefined
    }
    return suggestWord(text, index, nounAgreement(text, index - 1), token.participle ? 'participle' : 'adjective')
  },
  wrong: [
    'Les pièces détachée sont en stock.',
    'Une réponse précis vous sera donnée.',
    'Veuillez consulter les conditions générale.',
  ],
  right: [
    'Votre numéro de commande erroné.',
    'Une commande de produits neufs est partie.',
    'Le service client est ouvert.',
    'Une robe bleu marine.',
    'Quelque chose de bon arrive.',
  ],
})

function nounAgreement(text: FrenchText, index: number): number {
  const determiner = text.at(index - 1).determiner
  const own = text.at(index).noun
  return determiner & own || own
}

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

export const NOUN_PHRASE_RULES = [
  determinerNoun,
  adjectiveBeforeNoun,
  bareAdjectiveNoun,
  adjectiveAfterNoun,
  participleForNoun,
]
