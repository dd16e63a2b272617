/** A verb form where only a noun can stand (un emploie), or a noun where only a verb can (il travail). */
import {
  ADVERB,
  AMBIGUOUS_DETERMINER,
  CLITIC,
  CLOSED,
  type FrenchWord,
  INFINITIVE,
  INTERJECTION,
  NUMERAL,
  PREPOSITION,
  PRESENT_PARTICIPLE,
} from '../lexicon/word.js'
import { patternRule } from '../pattern.js'
import { defineRule } from '../rule.js'
import type { FrenchText } from '../text.js'
import { isCapital, type Token, WORD } from '../token.js'

const SOURCE = 'Grevisse & Goosse, Le Bon Usage, § 461 et 795 : nature des mots ; homophones nom et verbe'

/** Nouns that sound like a verb form: its ending off, or another put on. */
function nounsLike(text: FrenchText, verb: Token): string[] {
  const stems = [
    verb.lower.replace(/(e|es|ent|s|t|ts|d|ds|it|ons)$/, ''),
    verb.lower.replace(/(lle|lles)$/, 'l'),
    verb.lower.replace(/tten?t?$/, 't'),
    verb.lower,
  ]
  const found: string[] = []
  for (const stem of stems) {
    for (const ending of ['', 's', 't', 'x', 'e']) {
      const candidate = stem + ending
      if (
        candidate !== verb.lower &&
        candidate.length > 2 &&
        text.lexicon.lookup(candidate).noun &&
        !found.includes(candidate)
      )
        found.push(candidate)
    }
  }
  return found.slice(0, 3)
}

function verbsLike(text: FrenchText, noun: Token): string[] {
  const found: string[] = []
  for (const candidate of [
    `${noun.lower}e`,
    `${noun.lower}es`,
    noun.lower.replace(/l$/, 'lle'),
    noun.lower.replace(/n$/, 'nt'),
    `${noun.lower}t`,
    noun.lower.replace(/t$/, 'te'),
  ]) {
    if (candidate !== noun.lower && text.lexicon.lookup(candidate).finite && !found.includes(candidate))
      found.push(candidate)
  }
  return found.slice(0, 3)
}

const SURE = new Set('mon ma mes ton ta tes notre votre nos vos cet cette ces des du au aux chaque quelques'.split(' '))
const BEFORE_ARTICLE = new Set(
  "de d' à dans pour sans par sur avec chez selon vers contre après avant malgré".split(' '),
)

export const determinerVerb = defineRule({
  id: 'determiner-before-verb',
  category: 'homophone',
  message: 'Après un déterminant, on attend un nom, pas une forme verbale.',
  source: SOURCE,
  when: (word: FrenchWord) =>
    (word.noun | word.adjective | word.participle | word.determiner) === 0 &&
    (word.finite !== 0 || (word.kind & INFINITIVE) !== 0) &&
    (word.kind & (CLOSED | ADVERB | PREPOSITION | INTERJECTION | PRESENT_PARTICIPLE)) === 0 &&
    !/^(été|fait|dit)$/.test(word.text),
  check(text, index) {
    const verb = text.at(index)
    const determiner = text.at(index - 1)
    if (
      verb.hyphen ||
      text.at(index + 1).hyphen ||
      isCapital(verb) ||
      determiner.type !== WORD ||
      determiner.hyphen ||
      determiner.word.determiner === 0
    )
      return undefined
    if (text.at(index - 2).text === '·' || /^(être|avoir)$/.test(verb.word.lemma)) return undefined
    const found = { from: index, to: index, suggestions: nounsLike(text, verb) }
    if (verb.kind & INFINITIVE) {
      // le être, un devoir are nouns; plain infinitives after un, cette, nos are participles or nouns.
      return /^(une|cet|cette|ces|nos|vos|mes|tes|ses|quelques|chaque)$/.test(determiner.lower) ||
        (determiner.lower === 'un' && !/^(l'|d'|que|qu'|à)$/.test(text.lower(index - 2)))
        ? found
        : undefined
    }
    if (SURE.has(determiner.lower)) return found
    if (determiner.lower === 'son' || determiner.lower === 'sa' || determiner.lower === 'ses')
      return determiner.lower === 'sa' ? undefined : found
    if (determiner.lower === 'une' && !/^(l'|dont|que|qu'|pas)$/.test(text.lower(index - 2))) return found
    // Le pronostique n’est pas bon: no clitic opens a statement.
    if (
      /^(le|la|les|leur)$/.test(determiner.lower) &&
      text.startsSentence(index - 1) &&
      verb.finite &&
      /^(n'|ne|est|a|était|sont|ont|de|d'|du|m'|s'|nous|vous)$/.test(text.lower(index + 1))
    )
      return found
    if (
      determiner.kind & AMBIGUOUS_DETERMINER &&
      BEFORE_ARTICLE.has(text.lower(index - 2)) &&
      determiner.lower !== 'leur' &&
      verb.lower !== 'arrache' &&
      (determiner.lower === "l'" || verb.word.present !== 0)
    )
      return found
    return undefined
  },
  wrong: [
    'Merci pour votre accueille chaleureux.',
    'Nous suivons de près votre dossier et vos envoient.',
    'Une erreur dans l’accueille des clients.',
  ],
  right: ['Merci pour votre accueil.', 'Il les envoie.', 'Pour les livrer, il faut un code.', 'Un devoir envers vous.'],
})

export const pronounNoun = defineRule({
  id: 'subject-without-verb',
  category: 'homophone',
  message: 'Après le pronom sujet, on attend un verbe conjugué.',
  source: SOURCE,
  words: ['je', "j'", 'tu', 'il', 'on', 'ils'],
  check(text, index) {
    if (text.at(index).hyphen) return undefined
    let at = index + 1
    while (at < index + 4) {
      const part = text.at(at)
      if (part.type !== WORD || part.hyphen) return undefined
      if (part.lower === 'ne' || part.lower === "n'" || (part.kind & CLITIC && !part.word.finite)) at++
      else break
    }
    const noun = text.at(at)
    const word = noun.word
    if (noun.type !== WORD || noun.hyphen || isCapital(noun) || !word.known || word.finite || word.noun === 0)
      return undefined
    if (
      word.kind & (CLOSED | ADVERB | INFINITIVE | PREPOSITION | NUMERAL | PRESENT_PARTICIPLE) ||
      word.determiner ||
      word.participle
    )
      return undefined
    const verbs = verbsLike(text, noun)
    return verbs.length > 0 ? { from: at, to: at, suggestions: verbs } : undefined
  },
  wrong: ['Je vous appel demain.', 'On travail aussi le samedi.', 'Il nous soutien depuis longtemps.'],
  right: ['Je vous appelle demain.', 'On y travaille.', 'Il est client.'],
})

export const quiNoun = defineRule({
  id: 'qui-without-verb',
  category: 'homophone',
  message: 'Après « qui », on attend un verbe conjugué.',
  source: SOURCE,
  words: ['qui'],
  check(text, index) {
    if (!text.at(index - 1).noun) return undefined
    let at = index + 1
    while (at < index + 3 && text.at(at).kind & CLITIC && !text.at(at).word.finite && text.at(at).type === WORD) at++
    const noun = text.at(at)
    const word = noun.word
    if (
      noun.type !== WORD ||
      noun.hyphen ||
      isCapital(noun) ||
      !word.known ||
      word.finite ||
      word.noun === 0 ||
      word.participle ||
      word.adjective
    )
      return undefined
    if (word.kind & (CLOSED | ADVERB | INFINITIVE | PREPOSITION | NUMERAL) || word.determiner) return undefined
    const after = text.at(at + 1)
    if (!after.determiner && !(text.at(at - 1).kind & CLITIC)) return undefined
    const verbs = verbsLike(text, noun)
    return verbs.length > 0 ? { from: at, to: at, suggestions: verbs } : undefined
  },
  wrong: ['Le service qui envoi les colis est fermé.', 'C’est une équipe qui nous soutien.'],
  right: ['Le service qui envoie les colis est fermé.', 'Un client qui, hélas, attend.'],
})

export const lexicalInfinitive = patternRule({
  id: 'infinitive-in-phrase',
  category: 'homophone',
  message: 'Dans cette tournure, le verbe se met à l’infinitif.',
  source: 'Grevisse & Goosse, Le Bon Usage, § 899 : emplois de l’infinitif',
  patterns: [
    ['entendu|entendre|entends|entend [parlé|parlez|parlée|parlés]', 'parler'],
    ['<edge>|si|que|quand|car|et|donc vous [aller] <inf>|le|la|les|vous|nous|pouvoir', 'allez'],
    ['<edge>|que|et|donc|car nous [aller] <inf>|vous|le|la|les', 'allons'],
  ],
  wrong: ['Nous n’avons jamais entendu parlé de ce retard.', 'Vous aller recevoir un courriel.'],
  right: ['Nous en avons entendu parler.', 'Vous allez recevoir un courriel.'],
})

export const CATEGORY_RULES = [determinerVerb, pronounNoun, quiNoun, lexicalInfinitive]
