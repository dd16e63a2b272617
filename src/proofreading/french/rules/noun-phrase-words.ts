/** What the noun-phrase rules share: determiners and their forms, adjectives that stand before their noun. */

import { formsAgreeing } from '../forms.js'
import {
  AMBIGUOUS_DETERMINER,
  CLITIC,
  FEMININE,
  INFINITIVE,
  MASCULINE,
  NEGATION,
  NUMERAL,
  PLURAL,
  PREPOSITION,
  PRESENT_PARTICIPLE,
  SINGULAR,
} from '../lexicon/word.js'
import type { Found } from '../rule.js'
import type { FrenchText } from '../text.js'
import { type Token, WORD } from '../token.js'

/** Where the agreement rules stand. */
export const SOURCE =
  'Grevisse & Goosse, Le Bon Usage, § 341 et 442 : le déterminant et l’adjectif s’accordent avec le nom'

/** Determiners that may stand before another determiner or a pronoun. */
export const LOOSE = new Set(
  'tout toute tous toutes tel telle tels telles nul nulle certain certaine certains certaines'.split(' '),
)
/** Determiner and noun together are a fixed adverb or name whatever their number. */
export const INVARIABLE_AFTER = new Set(
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

/** Determiners of the same sort that fit a noun. */
export function otherDeterminers(determiner: string, noun: number): string[] {
  const found: (string | undefined)[] = []
  if (noun & FEMININE) found.push(FEMININE_OF[determiner])
  if (noun & MASCULINE) found.push(MASCULINE_OF[determiner])
  if (noun & PLURAL) found.push(PLURAL_OF[determiner])
  if (noun & SINGULAR) found.push(SINGULAR_OF[determiner])
  return found.filter((word): word is string => word !== undefined)
}

/** All genders and numbers a token can have as a noun or beside one. */
export function nominal(token: Token): number {
  return token.noun | token.adjective | token.participle
}

/** True where the token is a sure determiner of what follows. */
export function isSureDeterminer(text: FrenchText, index: number): boolean {
  const token = text.at(index)
  if (token.determiner === 0 || token.hyphen) return false
  if ((token.kind & AMBIGUOUS_DETERMINER) === 0) return true
  const after = text.at(index + 1)
  if (token.determiner && (token.kind & CLITIC) === 0) return true
  return after.finite === 0 && (after.kind & (INFINITIVE | CLITIC)) === 0
}

/** Months: after a figure they are dates. */
export const MONTHS = new Set(
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre pour'.split(' '),
)
/** Nouns that take any determiner in set phrases: à la diable, la numéro 1. */
export const GENDERLESS = new Set(
  'diable papa putain numéro outre-mer don maximum minimum partie tiens environ'.split(' '),
)

/** Words whose noun readings are too rare to be trusted after a determiner. */
export function isPlainNominal(token: Token): boolean {
  return (
    token.type === WORD &&
    !token.hyphen &&
    nominal(token) !== 0 &&
    (token.kind & (PREPOSITION | NEGATION | NUMERAL | PRESENT_PARTICIPLE)) === 0
  )
}
/** A finding on one word, with its forms of the wanted gender and number. */
export function suggestWord(
  text: FrenchText,
  index: number,
  wanted: number,
  nature: 'noun' | 'adjective' | 'participle',
): Found {
  return { from: index, to: index, suggestions: formsAgreeing(text, text.at(index), wanted, nature) }
}
/** Adjectives that usually stand before their noun, masculine singular. */
export const PREPOSED = new Set(
  'beau bel nouveau nouvel vieux vieil bon mauvais grand petit gros long court haut jeune joli meilleur pire moindre premier deuxième troisième dernier prochain ancien vrai faux vif sincère cordial seul simple double triple second excellent important certain divers différent nombreux principal précédent présent éventuel véritable respectueux plein'.split(
    ' ',
  ),
)

/** Masculine singular of a preposed adjective. */
export function baseOf(word: string): string {
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
