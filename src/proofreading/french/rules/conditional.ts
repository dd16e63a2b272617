/** No conditional after si; conditional of politeness; future and conditional of the first person. */

import { CLITIC, JE } from '../lexicon/word.js'
import { patternRule } from '../pattern.js'
import { clauseHasBefore, sentenceHasBefore } from '../phrases.js'
import { defineRule } from '../rule.js'
import { WORD } from '../token.js'
import { clauseVerb } from './clause-verb.js'

export const conditionalAfterSi = defineRule({
  id: 'conditional-after-si',
  category: 'conjugation',
  message: 'Après « si » de condition, le verbe se met à l’imparfait, pas au conditionnel.',
  source: 'Grevisse & Goosse, Le Bon Usage, § 1156 : mode dans la proposition conditionnelle',
  words: ['si', "s'"],
  check(text, index) {
    const before = text.at(index - 1)
    if (before.type === WORD && !/^(et|mais|car|donc|or|ou|que|même)$/.test(before.lower)) return undefined
    if (before.type !== WORD && !text.startsSentence(index) && before.text !== ',') return undefined
    if (before.lower === 'même') return undefined
    const verb = clauseVerb(text, index + 1)
    if (!verb) return undefined
    const token = text.at(verb.at)
    if (!(token.word.conditional & verb.persons)) return undefined
    if (
      token.word.finite & verb.persons &&
      (token.word.present | token.word.imperfect | token.word.subjunctive) & verb.persons
    )
      return undefined
    if (text.at(verb.at + 1).hyphen) return undefined
    // Si surprenant que cela serait; a question asked within: demander si.
    if (clauseHasBefore(text, index, ASKING)) return undefined
    return { from: verb.at, to: verb.at, suggestions: IMPERFECTS[token.lower] ?? [] }
  },
  wrong: ['Si vous auriez des questions, écrivez-nous.', 'Si le colis serait perdu, nous le remplacerions.'],
  right: [
    'Si vous aviez des questions, écrivez-nous.',
    'Nous ne savons pas si vous seriez d’accord.',
    'Dites-nous si vous pourriez venir.',
  ],
})

const ASKING = new Set(
  'savoir sais sait savons savez demander demande demandons dire dites dis vérifier voir'.split(' '),
)
const IMPERFECTS: Readonly<Record<string, string[]>> = {
  aurais: ['avais'],
  aurait: ['avait'],
  aurions: ['avions'],
  auriez: ['aviez'],
  auraient: ['avaient'],
  serais: ['étais'],
  serait: ['était'],
  serions: ['étions'],
  seriez: ['étiez'],
  seraient: ['étaient'],
  pourrais: ['pouvais'],
  pourrait: ['pouvait'],
  pourrions: ['pouvions'],
  pourriez: ['pouviez'],
  voudrais: ['voulais'],
  voudrait: ['voulait'],
  voudriez: ['vouliez'],
  souhaiteriez: ['souhaitiez'],
  souhaiterais: ['souhaitais'],
  devrait: ['devait'],
  devriez: ['deviez'],
  faudrait: ['fallait'],
}

export const politeConditional = patternRule({
  id: 'polite-conditional',
  category: 'conjugation',
  message: 'Cette formule se met au conditionnel.',
  source: 'Grevisse & Goosse, Le Bon Usage, § 889 : conditionnel d’atténuation',
  patterns: [
    ['je vous|te|lui|leur [serai] très~ reconnaissant|reconnaissante|obligé|obligée|gré|infiniment', 'serais'],
    ['nous vous|lui|leur [serons] très~ reconnaissants|reconnaissantes|obligés|obligées|gré', 'serions'],
    ["j' [aimerai] <inf>|que|bien|savoir", 'aimerais'],
    ['je [souhaiterai|voudrai|désirerai|préférerai|préfèrerai] <inf>|que|savoir|bien', ''],
    ['[souhaiterai] savoir|obtenir|recevoir|connaître|être|avoir', 'souhaiterais'],
    ['vous [saurai] gré', 'saurais'],
    ['vous [serais|serait|serions|serai|serons] gré', 'saurais|saurions'],
  ],
  unless: (text, index) => sentenceHasBefore(text, index, new Set(['quand', 'lorsque', "lorsqu'"])),
  wrong: [
    'Je vous serai reconnaissant de me répondre.',
    'J’aimerai savoir où est mon colis.',
    'Nous vous serions gré de patienter.',
  ],
  right: ['Je vous serais reconnaissant de me répondre.', 'J’aimerais savoir.', 'Je serai présent demain.'],
})

const SOON = new Set('demain dès prochainement bientôt lundi mardi mercredi jeudi vendredi rapidement'.split(' '))
const HYPOTHETICAL = new Set(
  "si s' sinon sans même quand que qu' qui dont volontiers autrement normalement théoriquement".split(' '),
)

export const futureFirstPerson = defineRule({
  id: 'future-first-person',
  category: 'conjugation',
  message: 'Pour annoncer ce que l’on fera, la première personne du futur s’écrit « -rai ».',
  source: 'Grevisse & Goosse, Le Bon Usage, § 887 : futur simple',
  words: ['je', "j'"],
  check(text, index) {
    let at = index + 1
    while (at < index + 4 && text.at(at).kind & CLITIC && !text.at(at).finite) at++
    const verb = text.at(at)
    if (
      !(verb.word.conditional & JE) ||
      /^(pouvoir|vouloir|devoir|aimer|souhaiter|préférer|être|avoir|désirer|savoir|dire|aller|croire|penser)$/.test(
        verb.word.lemma,
      )
    )
      return undefined
    if (sentenceHasBefore(text, index, HYPOTHETICAL)) return undefined
    let soon = sentenceHasBefore(text, index, SOON)
    for (let after = at + 1; after < at + 14; after++) {
      const token = text.at(after)
      if (token.type !== WORD && /^[.!?…]|^$/.test(token.text)) break
      if (HYPOTHETICAL.has(token.lower) && token.lower !== "qu'" && token.lower !== 'que') return undefined
      if (SOON.has(token.lower)) soon = true
    }
    return soon ? { from: at, to: at, suggestions: [verb.text.slice(0, -1)] } : undefined
  },
  wrong: ['Je reviendrais vers vous dès demain.', 'Je vous rappellerais lundi.'],
  right: [
    'Je reviendrai vers vous demain.',
    'Je reviendrais demain si vous le vouliez.',
    'Je voudrais un rendez-vous demain.',
  ],
})

/** Rules of this file. */
export const CONDITIONAL_RULES = [conditionalAfterSi, politeConditional, futureFirstPerson]
