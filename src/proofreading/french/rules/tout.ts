/** tout, toute, tous, toutes before a determiner; quel before être; c’est/ces before a noun. */
import { AMBIGUOUS_DETERMINER, CLITIC, FP, FS, MP, MS, SINGULAR } from '../lexicon/word.js'
import { patternRule } from '../pattern.js'
import { nounPhraseStartingAt } from '../phrases.js'
import { defineRule } from '../rule.js'
import { WORD } from '../token.js'
import { isNounPas } from './homophone-pronouns.js'

const SOURCE = 'Grevisse & Goosse, Le Bon Usage, § 639 et 640 : accord de tout et de quel'

const TOUT: Readonly<Record<string, number>> = { tout: MS, toute: FS, tous: MP, toutes: FP }
const TOUT_OF: Readonly<Record<number, string>> = { [MS]: 'tout', [FS]: 'toute', [MP]: 'tous', [FP]: 'toutes' }

export const toutDeterminer = defineRule({
  id: 'tout-agreement',
  category: 'agreement',
  message: '« tout » s’accorde avec le nom qu’il accompagne.',
  source: SOURCE,
  words: ['tout', 'toute', 'tous', 'toutes'],
  check(text, index) {
    const token = text.at(index)
    const determiner = text.at(index + 1)
    if (determiner.type !== WORD || determiner.determiner === 0 || determiner.hyphen || text.at(index - 1).determiner)
      return undefined
    if (
      !/^(le|la|les|l'|mon|ma|mes|ton|ta|tes|son|sa|ses|notre|nos|votre|vos|leur|leurs|ce|cet|cette|ces)$/.test(
        determiner.lower,
      )
    )
      return undefined
    const noun = text.at(index + 2)
    const own = TOUT[token.lower]!
    const before = text.at(index - 1)
    // ils aiment tous la géographie; malgré tout, avant tout
    if (/^(malgré|avant|après|par-dessus|surtout|somme)$/.test(before.lower)) return undefined
    if (
      token.lower !== 'tout' &&
      token.lower !== 'toute' &&
      before.type === WORD &&
      before.finite | before.participle | before.word.finite
    )
      return undefined
    if (token.lower !== 'tout' && token.lower !== 'toute' && before.text === ',') return undefined
    if (token.lower === 'tout' && before.finite | before.participle && determiner.determiner & SINGULAR)
      return undefined
    if (determiner.kind & AMBIGUOUS_DETERMINER && determiner.kind & CLITIC && (noun.finite || noun.kind & CLITIC))
      return undefined
    if (determiner.determiner === 0) return undefined
    const nominal = noun.noun | noun.adjective | noun.participle
    if (!nominal) return undefined
    const wanted = determiner.determiner & nominal
    if (wanted === 0 || wanted & own) return undefined
    // Tout (pronoun) les intéresse; il les a tous, les grands comme les petits.
    if (noun.word.finite && determiner.kind & AMBIGUOUS_DETERMINER && !noun.noun) return undefined
    if (
      token.lower === 'tout' &&
      wanted & SINGULAR &&
      text.at(index - 1).finite &&
      text.at(index - 1).word.lemma === 'être'
    )
      return undefined
    const masks = [MS, FS, MP, FP].filter((mask) => wanted & mask)
    return { from: index, to: index, suggestions: masks.map((mask) => TOUT_OF[mask] ?? '') }
  },
  wrong: [
    'Tout les articles sont garantis.',
    'Nous vous adressons toute nos excuses.',
    'Toute le personnel vous remercie.',
  ],
  right: [
    'Tous les articles sont garantis.',
    'Toutes nos excuses.',
    'Tout le personnel vous remercie.',
    'Tout cela nous désole.',
  ],
})

const QUEL: Readonly<Record<string, number>> = { quel: MS, quelle: FS, quels: MP, quelles: FP }
const QUEL_OF: Readonly<Record<number, string>> = { [MS]: 'quel', [FS]: 'quelle', [MP]: 'quels', [FP]: 'quelles' }

export const quelBeforeBe = defineRule({
  id: 'quel-agreement',
  category: 'agreement',
  message: '« quel » s’accorde avec le nom qu’il interroge.',
  source: SOURCE,
  words: ['quel', 'quelle', 'quels', 'quelles'],
  check(text, index) {
    let at = index + 1
    if (text.lower(at) === 'que') at++
    const verb = text.at(at)
    if (verb.word.lemma !== 'être' || !verb.word.finite || text.at(at + 1).hyphen) return undefined
    let next = at + 1
    if (text.lower(next) === 'donc') next++
    const phrase = nounPhraseStartingAt(text, next)
    if (!phrase || phrase.agreement === 0) return undefined
    const own = QUEL[text.lower(index)]!
    if (phrase.agreement & own) return undefined
    // Quels que soient le carnage, le crime…: several subjects.
    if (text.at(phrase.end + 1).text === ',' && text.lower(index + 1) === 'que' && own & (MP | FP)) return undefined
    const masks = [MS, FS, MP, FP].filter((mask) => phrase.agreement & mask)
    return { from: index, to: index, suggestions: masks.map((mask) => QUEL_OF[mask] ?? '') }
  },
  wrong: ['Quel est votre question ?', 'Quelles sont vos horaires ?', 'Quel que soit la raison, écrivez-nous.'],
  right: ['Quelle est votre question ?', 'Quels sont vos horaires ?', 'Quelle que soit la raison.'],
})

export const cEstCes = patternRule({
  id: 'c-est-ces',
  category: 'homophone',
  message: '« ces » précède un nom pluriel ; « c’est » est un verbe.',
  source: 'Grevisse & Goosse, Le Bon Usage, § 618 ; homonymes grammaticaux',
  patterns: [
    ["<edge> [ces|ses] un|une|le|la|l'|mon|notre|votre|pas|tout|pourquoi|ainsi|donc", 'c’est'],
    ['que|car|mais|et [ces|ses] un|une|le|la|notre|votre|pas|pourquoi', 'c’est'],
    ["<edge> [c' est] <mp-noun>|<fp-noun> <v:être>|<verb>|ne|n'|<adj>", 'ces'],
  ],
  unless: isNounPas,
  wrong: ['Ces une erreur de notre part.', 'C’est articles sont en promotion.'],
  right: ['C’est une erreur de notre part.', 'Ces articles sont en promotion.'],
})

export const TOUT_RULES = [toutDeterminer, quelBeforeBe, cEstCes]
