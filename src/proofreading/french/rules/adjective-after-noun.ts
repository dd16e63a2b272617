import {
  ADVERB,
  CLITIC,
  COPULA,
  type FrenchWord,
  INFINITIVE,
  NEGATION,
  NUMERAL,
  PLURAL,
  PREPOSITION,
  PRESENT_PARTICIPLE,
} from '../lexicon/word.js'
import { defineRule } from '../rule.js'
import type { FrenchText } from '../text.js'
import { BREAK, isCapital, NUMBER, PUNCTUATION, WORD } from '../token.js'
import { SOURCE, suggestWord } from './noun-phrase-words.js'

/** Words that follow a noun without agreement. */
const APPOSED = new Set(
  'droit grand maximum minimum standard express premium record type clé cible pilote modèle tampon témoin surprise partenaire conseil retour relais client clients seul seule même possible compris moyen max mini maxi recto verso'.split(
    ' ',
  ),
)

/** People and things that stand beside a noun without agreement: garantie jeunes, allocation adultes handicapés, avenant mensuels. */
const BESIDE_NOUNS =
  /^(jeunes?|adultes?|seniors?|enfants?|parents?|salariée?s?|mensuels?|étudiante?s?|visiteurs?|vieillesse|santé|veufs?|veuves?|célibataires?|multirisques?|littoral|retraités?|handicapés?|entier|vacances|objet|primes?|entreprise|malades?|majeurs?|mineurs?|adhérents?|particuliers?|professionnels?|privés?|courant|junior)$/

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
    const determiner = text.at(nounPlace - 1)
    // des collaborateur concernés: the mistake is in the noun or its determiner.
    if (determiner.determiner && !determiner.hyphen && (noun.noun & determiner.determiner) === 0) return undefined
    const mask = token.adjective | token.participle
    // un point de vue financier, à mon point de vue: “point” is the noun, or either.
    if (
      noun.lower === 'vue' &&
      /^(de|d')$/.test(text.lower(nounPlace - 1)) &&
      /^points?$/.test(text.lower(nounPlace - 2))
    )
      return undefined
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
    // Le travail continue.: at a clause's start the form that may be a verb is one, where no other stands before.
    if (token.word.finite && !token.participle) return undefined
    // la garantie jeunes, l’allocation adultes, la mention salarié, le service clients: a noun beside a noun.
    if (BESIDE_NOUNS.test(token.lower)) return undefined
    // une particulière gravité
    if (token.noun && noun.adjective & token.noun && determiner.determiner & token.noun) return undefined
    // les pires craintes
    if (token.noun && /^(pires?|meilleure?s?)$/.test(noun.lower)) return undefined
    if (/^(mention|titre|statut|catégorie|qualité|régime|rubrique|case|option|mode)$/.test(noun.lower) && token.noun)
      return undefined
    // la séance levée; bien entendu
    if (token.lower === 'entendu' && text.lower(index - 1) === 'bien') return undefined
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
    // les articles L. 3132-16 à L. 3132-19 du Code relatifs à …: what is described stands before the figures.
    const stop = text.at(at)
    if (
      (stop.type !== WORD && stop.type !== BREAK && !(stop.type === PUNCTUATION && /^[.,;:!?(«"“]/.test(stop.text))) ||
      text.at(at - 1).type === NUMBER
    )
      return undefined
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

/** Rules of this file. */
export const ADJECTIVE_AFTER_RULES = [adjectiveAfterNoun]
