/** The subjunctive after what calls for it. */

import { verbFormsFor } from '../conjugation.js'
import { ADVERB, INFINITIVE, PREPOSITION, PRESENT_PARTICIPLE, SUBJECT } from '../lexicon/word.js'
import { defineRule } from '../rule.js'
import type { FrenchText } from '../text.js'
import { isCapital, WORD } from '../token.js'
import { clauseVerb, PERSONS } from './clause-verb.js'

const SUBJUNCTIVE_SOURCE =
  'Grevisse & Goosse, Le Bon Usage, § 1126 et suivants : subjonctif dans la proposition conjonctive'

const CONJUNCTIONS_BEFORE_QUE = new Set('bien afin pourvu'.split(' '))
const VERBS_BEFORE_QUE = new Set(
  'falloir vouloir souhaiter désirer regretter craindre exiger ordonner aimer préférer refuser attendre importer suffire convenir valoir permettre proposer étonner déplorer interdire redouter tolérer'.split(
    ' ',
  ),
)
const ADJECTIVES_BEFORE_QUE = new Set(
  'possible impossible nécessaire important dommage normal rare utile inutile préférable indispensable essentiel regrettable souhaitable naturel temps étonnant surprenant fréquent content contente contents contentes heureux heureuse heureuses désolé désolée désolés désolées ravi ravie ravis navré navrée navrés déçu déçue étonné étonnée surpris surprise fâcheux logique primordial impératif inadmissible inacceptable crucial urgent envie besoin peur hâte crainte'.split(
    ' ',
  ),
)
/** True where what stands before “que” calls for the subjunctive. */
function callsForSubjunctive(text: FrenchText, que: number): boolean {
  let at = que - 1
  const before = text.at(at)
  if (before.type !== WORD) return false
  if (CONJUNCTIONS_BEFORE_QUE.has(before.lower))
    return (
      before.lower !== 'bien' ||
      (!text.at(text.skipAdverbsBack(at - 1)).finite &&
        // du bien que vous apportez; on voit donc bien que
        !text.at(at - 1).determiner &&
        text.lower(at - 1) !== 'si' &&
        text.lower(at - 1) !== 'ou' &&
        text.lower(at - 1) !== 'aussi' &&
        !(text.at(at - 1).kind & PRESENT_PARTICIPLE))
    )
  const pair = `${text.lower(at - 1)} ${before.lower}`
  if (/^(pour peu|à moins|de peur|de crainte|avant)$/.test(pair)) return true
  if (before.lower === 'avant' || before.lower === 'sans') return true
  if (before.lower === 'pour')
    return text.at(at - 1).type !== WORD || !/^(trop|assez|suffisamment)$/.test(text.lower(at - 1)) || true
  if (
    before.lower === 'ce' &&
    text.lower(at - 1) === 'à' &&
    /^(jusqu'|tenir|tiens|tenons|tenait|tenaient|veiller|veillons|veille|veillez|attendre|attends|attendions|opposé|opposer|oppose)$/.test(
      text.lower(at - 2),
    )
  )
    return true
  if (before.lower === 'condition' && text.lower(at - 1) === 'à') return true
  if (before.lower === 'attendant' && text.lower(at - 1) === 'en') return true
  if (before.lower === 'non') return text.at(at - 1).type !== WORD && text.lower(que + 1) !== 'pas'
  if (before.lower === 'encore') return text.at(at - 1).type !== WORD
  while (at > que - 4 && text.at(at).kind & ADVERB && !text.at(at).adjective) at--
  const governor = text.at(at)
  if (ADJECTIVES_BEFORE_QUE.has(governor.lower)) {
    if (/^(si|tellement|tant|aussi|plus|moins)$/.test(text.lower(at - 1))) return false
    if (/^(envie|besoin|peur|hâte|crainte|temps)$/.test(governor.lower))
      return text.at(at - 1).finite !== 0 || text.lower(at - 1) === 'grand'
    const copula = text.at(text.skipAdverbsBack(at - 1))
    return (
      copula.word.lemma === 'être' ||
      copula.word.lemma === 'trouver' ||
      copula.lower === 'quel' ||
      governor.lower === 'dommage'
    )
  }
  if (
    governor.finite &&
    VERBS_BEFORE_QUE.has(governor.word.lemma) &&
    !governor.noun &&
    governor.word.lemma !== 'valoir'
  ) {
    // ce que vous voulez que…; plus qu’il ne faut que: leave comparisons.
    return (
      !/^(permettre|proposer|étonner|convenir|importer)$/.test(governor.word.lemma) ||
      (governor.word.lemma === 'importer' && text.lower(at - 1) === 'il') ||
      governor.word.lemma === 'étonner' ||
      (governor.word.lemma === 'convenir' && false)
    )
  }
  if (governor.kind & INFINITIVE && /^(éviter|vouloir|attendre|souhaiter|craindre|empêcher)$/.test(governor.lower))
    return true
  if (governor.lower === 'mieux' && text.at(at - 1).word.lemma === 'valoir') return true
  if (/^(peut|pouvait|pourrait)$/.test(governor.lower) && text.lower(at - 1) === 'se') return true
  return false
}

export const subjunctive = defineRule({
  id: 'subjunctive-expected',
  category: 'conjugation',
  message: 'Le verbe se met ici au subjonctif.',
  source: SUBJUNCTIVE_SOURCE,
  words: ['que', "qu'", 'quoique', "quoiqu'"],
  check(text, index) {
    const alone = text.lower(index).startsWith('quoiqu')
    if (!alone && !callsForSubjunctive(text, index)) return undefined
    const verb = clauseVerb(text, index + 1)
    if (!verb) return undefined
    const token = text.at(verb.at)
    const word = token.word
    if (!word.finite || isCapital(token) || token.kind & (SUBJECT | PREPOSITION) || token.determiner) return undefined
    if ((word.noun | word.adjective) !== 0 && verb.at === index + 2 && !PERSONS[text.lower(index + 1)]) return undefined
    if ((word.subjunctive | word.pastSubjunctive) & verb.persons) return undefined
    if ((word.finite & verb.persons) === 0) return undefined
    // Bien qu’il reçut…: old narrative use, and the homophone of the past subjunctive.
    if (
      word.past & verb.persons &&
      !(word.present & verb.persons) &&
      (text.lower(index - 1) === 'bien' || /(reçut|reçurent)$/.test(token.lower))
    )
      return undefined
    if (word.conditional & verb.persons && !(word.present & verb.persons)) return undefined
    return {
      from: verb.at,
      to: verb.at,
      suggestions:
        SUBJUNCTIVES[token.lower] ??
        verbFormsFor(text, token, verb.persons).filter(
          (form) => (text.lexicon.lookup(form).subjunctive & verb.persons) !== 0,
        ),
    }
  },
  wrong: [
    'Il faut que vous avez votre facture.',
    'Bien que nous avons fait le nécessaire, le colis est perdu.',
    'Nous regrettons que vous êtes déçu.',
    'Afin que le dossier est traité, répondez-nous.',
  ],
  right: [
    'Il faut que vous ayez votre facture.',
    'Bien que nous ayons fait le nécessaire, il manque.',
    'Nous espérons que vous êtes satisfait.',
    'Il est certain que le colis est parti.',
  ],
})

const SUBJUNCTIVES: Readonly<Record<string, string[]>> = {
  est: ['soit'],
  es: ['sois'],
  suis: ['sois'],
  sommes: ['soyons'],
  êtes: ['soyez'],
  sont: ['soient'],
  ai: ['aie'],
  as: ['aies'],
  a: ['ait'],
  avons: ['ayons'],
  avez: ['ayez'],
  ont: ['aient'],
  peut: ['puisse'],
  peuvent: ['puissent'],
  pouvons: ['puissions'],
  pouvez: ['puissiez'],
  fait: ['fasse'],
  faites: ['fassiez'],
  font: ['fassent'],
  va: ['aille'],
  vont: ['aillent'],
  sait: ['sache'],
  savez: ['sachiez'],
  vient: ['vienne'],
  viennent: ['viennent'],
  prend: ['prenne'],
  doit: ['doive'],
  reçoit: ['reçoive'],
  était: ['soit'],
  avait: ['ait'],
  sera: ['soit'],
  aura: ['ait'],
  avais: ['aie'],
}

/** Rules of this file. */
export const SUBJUNCTIVE_RULES = [subjunctive]
