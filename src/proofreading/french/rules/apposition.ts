/** Agreement across a comma or with “l’air”: L’homme, blessé…; elle a l’air fatiguée. */
import { formsAgreeing } from '../forms.js'
import { ADVERB, type FrenchWord, INFINITIVE, MS, PREPOSITION } from '../lexicon/word.js'
import { nounPhraseStartingAt } from '../phrases.js'
import { defineRule } from '../rule.js'
import { subjectBefore } from '../subjects.js'
import { isCapital, WORD } from '../token.js'

const SOURCE = 'Grevisse & Goosse, Le Bon Usage, § 334 : accord de l’épithète détachée ; § 248 : avoir l’air'

/** Nouns that open a sentence as a date: what follows the comma describes the subject. */
const TIMES = new Set(
  'matin soir jour jours semaine mois année fois nuit midi après-midi week-end printemps été automne hiver lundi mardi mercredi jeudi vendredi samedi dimanche moment instant lendemain veille époque'.split(
    ' ',
  ),
)

export const apposition = defineRule({
  id: 'apposition-agreement',
  category: 'agreement',
  message: 'L’adjectif ou le participe détaché ne s’accorde pas avec le nom qui précède.',
  source: SOURCE,
  when: (word: FrenchWord) =>
    (word.adjective | word.participle) !== 0 &&
    word.finite === 0 &&
    word.determiner === 0 &&
    (word.kind & (PREPOSITION | INFINITIVE)) === 0,
  check(text, index) {
    let comma = index - 1
    if (text.at(comma).kind & ADVERB && text.at(comma).type === WORD) comma--
    if (text.at(comma).text !== ',') return undefined
    const token = text.at(index)
    const mask = token.adjective | token.participle
    if (token.lower === 'entendu' && text.lower(index - 1) === 'bien') return undefined
    // les parts communales, intercommunales, départementales et régionales: a list
    if (text.lower(index + 1) === ',' && text.at(comma - 1).adjective | text.at(comma - 1).participle) return undefined
    if (isCapital(token) || (token.noun && !token.participle) || mask === 0 || token.kind & ADVERB) return undefined
    const after = text.at(index + 1)
    if (!/^(dans|par|de|du|des|d'|à|au|aux|en|pour|sur|,|\.)?$/.test(after.lower) || after.noun) return undefined
    // Only a phrase that opens the sentence, right before the comma.
    let start = comma - 1
    while (start > comma - 6 && !text.startsSentence(start)) start--
    if (!text.startsSentence(start)) return undefined
    const phrase = nounPhraseStartingAt(text, start)
    if (
      !phrase ||
      (/^(ce|cet|cette|ces|le|la|un|une|chaque|tous|toutes)$/.test(text.lower(start)) &&
        TIMES.has(text.lower(start + 1))) ||
      phrase.end !== comma - 1 ||
      phrase.agreement & mask
    )
      return undefined
    return {
      from: index,
      to: index,
      suggestions: formsAgreeing(text, token, phrase.agreement, token.participle ? 'participle' : 'adjective'),
    }
  },
  wrong: [
    'La cliente, déçu par le produit, demande un échange.',
    'Le colis, endommagée dans le transport, sera repris.',
  ],
  right: [
    'La cliente, déçue par le produit, demande un échange.',
    'Ce matin, fatigués par la route, nous sommes arrivés.',
  ],
})

export const airAgreement = defineRule({
  id: 'avoir-l-air-agreement',
  category: 'agreement',
  message: 'Après « avoir l’air », l’adjectif s’accorde avec le sujet (ou avec « air »).',
  source: SOURCE,
  words: ['air'],
  check(text, index) {
    if (text.lower(index - 1) !== "l'") return undefined
    let verb = index - 2
    if (text.at(verb).hyphen) verb -= text.lower(verb - 1) === 't' ? 2 : 1
    while (verb > index - 6 && text.at(verb).kind & ADVERB) verb--
    if (text.at(verb).word.lemma !== 'avoir' || !text.at(verb).finite) return undefined
    const place = text.skipAdverbs(index + 1)
    const token = text.at(place)
    const mask = token.adjective | token.participle
    if (token.type !== WORD || mask === 0 || token.kind & PREPOSITION || token.determiner) return undefined
    const pronoun = text.at(verb + 1).hyphen
      ? text.lower(verb + 1) === 't'
        ? text.lower(verb + 2)
        : text.lower(verb + 1)
      : undefined
    const inverted: Readonly<Record<string, number>> = {
      je: 3,
      tu: 3,
      il: 1,
      elle: 2,
      nous: 12,
      ils: 4,
      elles: 8,
      iel: 3,
      iels: 12,
    }
    const agreement = pronoun ? inverted[pronoun] : subjectBefore(text, verb)?.agreement
    if (agreement === undefined || (agreement | MS) & mask) return undefined
    return { from: place, to: place, suggestions: formsAgreeing(text, token, agreement, 'adjective') }
  },
  wrong: ['Elle a l’air contents.', 'Le colis a l’air abîmée.'],
  right: ['Elle a l’air contente.', 'Elle a l’air content.', 'Ils ont l’air ravis.'],
})

export const APPOSITION_RULES = [apposition, airAgreement]
