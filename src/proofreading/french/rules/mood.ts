/** Moods: subjunctive after what calls for it, no conditional after si, conditional of politeness against future. */
import { verbFormsFor } from '../conjugation.js'
import {
  ADVERB,
  CLITIC,
  type FrenchWord,
  IL,
  ILS,
  INFINITIVE,
  JE,
  NOUS,
  PREPOSITION,
  PRESENT_PARTICIPLE,
  SUBJECT,
  TU,
  VOUS,
} from '../lexicon/word.js'
import { patternRule } from '../pattern.js'
import { clauseHasBefore, nounPhraseStartingAt, sentenceHasBefore } from '../phrases.js'
import { defineRule } from '../rule.js'
import type { FrenchText } from '../text.js'
import { isCapital, WORD } from '../token.js'

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
const PERSONS: Readonly<Record<string, number>> = {
  je: JE,
  "j'": JE,
  tu: TU,
  il: IL,
  elle: IL,
  on: IL,
  nous: NOUS,
  vous: VOUS,
  ils: ILS,
  elles: ILS,
  cela: IL,
  ça: IL,
}

/** True where what stands before “que” calls for the subjunctive. */
function callsForSubjunctive(text: FrenchText, que: number): boolean {
  let at = que - 1
  const before = text.at(at)
  if (before.type !== WORD) return false
  if (CONJUNCTIONS_BEFORE_QUE.has(before.lower))
    return (
      before.lower !== 'bien' ||
      (!text.at(at - 1).finite &&
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

/** The verb of the clause that begins at `start` and the persons of its subject. */
function clauseVerb(text: FrenchText, start: number): { at: number; persons: number } | undefined {
  const first = text.at(start)
  let at = start
  let persons = PERSONS[first.lower] ?? 0
  if (persons && !first.hyphen) at = start + 1
  else if (
    isCapital(first) &&
    first.noun === 0 &&
    !first.finite &&
    first.determiner === 0 &&
    first.type === WORD &&
    (first.word.name || !first.word.known)
  ) {
    persons = IL
    at = start + 1
  } else {
    const phrase = nounPhraseStartingAt(text, start)
    if (!phrase) return undefined
    persons = phrase.persons
    at = phrase.end + 1
  }
  while (at < start + 12) {
    const token = text.at(at)
    if (token.type !== WORD) return undefined
    if (token.lower === 'ne' || token.lower === "n'" || ((token.kind & CLITIC) !== 0 && !token.finite)) at++
    else break
  }
  return { at, persons }
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

export const MOOD_RULES = [subjunctive, conditionalAfterSi, politeConditional, futureFirstPerson]
