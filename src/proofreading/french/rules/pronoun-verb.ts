/** Agreement of the verb with a pronoun subject, before it or after it. */

import { verbFormsFor } from '../conjugation.js'
import { ADVERB, CLITIC, CONJUNCTION, IL, ILS, INFINITIVE, JE, NOUS, PREPOSITION, TU, VOUS } from '../lexicon/word.js'
import { clauseHasBefore } from '../phrases.js'
import { defineRule } from '../rule.js'
import { subjectBefore } from '../subjects.js'
import type { FrenchText } from '../text.js'
import { isCapital, WORD } from '../token.js'

const SOURCE = 'Grevisse & Goosse, Le Bon Usage, § 926 : le verbe s’accorde en nombre et en personne avec son sujet'

export const pronounSubject = defineRule({
  id: 'pronoun-verb-agreement',
  category: 'conjugation',
  message: 'Le verbe ne s’accorde pas avec le pronom sujet.',
  source: SOURCE,
  words: ['je', "j'", 'tu', 'il', 'elle', 'on', 'ils', 'elles'],
  check(text, index) {
    const subject = text.at(index)
    if (subject.hyphen) return undefined
    let at = index + 1
    while (at < index + 5) {
      const part = text.at(at)
      if (part.hyphen || part.type !== WORD) return undefined
      if (
        part.lower === 'ne' ||
        part.lower === "n'" ||
        ((part.kind & CLITIC) !== 0 && !(part.finite && !part.determiner))
      )
        at++
      else break
    }
    const verb = text.at(at)
    if (verb.type !== WORD || isCapital(verb)) return undefined
    const persons = PERSONS[subject.lower]!
    if (text.lower(index - 1) === 'ou' && /^(il|elle|ils)$/.test(text.lower(index - 2))) return undefined
    if (verb.word.finite === 0) {
      // je demander, il mangé: no verb at all.
      const sure = /^(je|j'|tu|il|on|ils)$/.test(subject.lower)
      const wrongForm =
        verb.lower !== 'soussigné' &&
        verb.lower !== 'soussignée' &&
        verb.word.lemma.endsWith('er') &&
        ((verb.kind & INFINITIVE) !== 0 || /(é|ée|és|ées)$/.test(verb.lower)) &&
        verb.word.noun === 0
      if (
        !sure ||
        !wrongForm ||
        text.at(index - 1).hyphen ||
        (/^(moi|toi|lui|elle|eux|que|ou|et)$/.test(text.lower(index - 1)) && subject.lower === 'on')
      )
        return undefined
      return { from: index, to: at, suggestions: [] }
    }
    if (verb.word.finite & persons) return undefined
    if (subject.lower === 'elle' || subject.lower === 'elles') {
      // pour elle sont, à elle seule: only a sure subject.
      const found = subjectBefore(text, at)
      if (!found || found.index !== index) return undefined
      if ((verb.noun | verb.adjective) !== 0 && at === index + 1) return undefined
    }
    if (verb.kind & (ADVERB | CONJUNCTION | PREPOSITION) && at === index + 1) return undefined
    if (verb.determiner) return undefined
    // A verb subjunctive of the old kind (dussé-je) or imperative never follows.
    const between = text.tokens
      .slice(index + 1, at)
      .map((part) => (part.text.endsWith("'") || part.text.endsWith('’') ? part.text : `${part.text} `))
    const lead = `${subject.text}${/['’]$/.test(subject.text) ? '' : ' '}${between.join('')}`
    return { from: index, to: at, suggestions: verbFormsFor(text, verb, persons).map((form) => lead + form) }
  },
  wrong: [
    'Je vous envoi le bon de retour et je vous souhaites une bonne journée.',
    'Ils vous répondra demain.',
    'Elle vous contacteront lundi.',
    'On vous appellent demain.',
  ],
  right: [
    'Je vous envoie le bon.',
    'Dit-il que vous viendrez ?',
    'Elle et lui viendront.',
    'C’est pour elle que nous travaillons.',
    'On ne peut vous rembourser.',
  ],
})

const PERSONS: Readonly<Record<string, number>> = {
  je: JE,
  "j'": JE,
  tu: TU,
  il: IL,
  elle: IL,
  on: IL,
  ils: ILS,
  elles: ILS,
}

export const nousVousSubject = defineRule({
  id: 'nous-vous-verb-agreement',
  category: 'conjugation',
  message: 'Le verbe ne s’accorde pas avec « nous » ou « vous ».',
  source: SOURCE,
  words: ['nous', 'vous'],
  check(text, index) {
    const subject = text.at(index)
    if (subject.hyphen) return undefined
    const before = text.at(index - 1)
    const opening = text.startsSentence(index) || SURE_OPENERS.has(before.lower)
    if (!opening) return undefined
    let at = index + 1
    while (at < index + 5) {
      const part = text.at(at)
      if (part.hyphen || part.type !== WORD) return undefined
      if (
        part.lower === 'ne' ||
        part.lower === "n'" ||
        ((part.kind & CLITIC) !== 0 && !(part.finite && !part.determiner))
      )
        at++
      else break
    }
    const verb = text.at(at)
    if (verb.type !== WORD || isCapital(verb) || verb.determiner) return undefined
    // Vous assurer de l’identité: a heading in the infinitive.
    if (verb.kind & INFINITIVE && at === index + 1 && text.startsSentence(index) && !verb.finite) return undefined
    const persons = subject.lower === 'nous' ? NOUS : VOUS
    const finite = verb.word.finite
    if (finite === 0 && verb.word.lemma.endsWith('er') && verb.word.noun === 0) {
      const participle = /é$/.test(verb.lower)
      const subordinate =
        (verb.kind & INFINITIVE) !== 0 &&
        subject.lower === 'vous' &&
        /^(si|lorsque|quand|dont|où|que)$/.test(before.lower)
      // Vous bénéficier d’une remise: nothing else in the sentence can be its verb.
      const infinitive =
        subordinate ||
        ((verb.kind & INFINITIVE) !== 0 &&
          subject.lower === 'vous' &&
          at === index + 1 &&
          before.type !== WORD &&
          onlyVerb(text, at))
      // Nous ne pouvons que vous conseiller: a restriction, no clause.
      const restricted =
        before.lower === 'que' &&
        (clauseHasBefore(text, index - 1, NEGATIVE) ||
          (!text.at(index - 2).finite &&
            text.at(index - 2).adjective === 0 &&
            !/^(fois|dès|afin|pour|bien|alors|lors|moment|parce)$/.test(text.lower(index - 2))))
      if (
        (participle && (at === index + 1 || subject.lower === 'nous' || text.lower(index + 1) === 'nous')) ||
        infinitive
      ) {
        if (!restricted && !(participle && verb.word.adjective && text.at(at + 1).type !== WORD))
          return { from: at, to: at, suggestions: [verb.word.lemma.replace(/er$/, persons === NOUS ? 'ons' : 'ez')] }
      }
    }
    if (finite === 0 || finite & persons || verb.kind & (ADVERB | CONJUNCTION | PREPOSITION)) return undefined
    if ((verb.noun | verb.adjective) !== 0 && at === index + 1 && !/^(vous|nous)$/.test(subject.lower)) return undefined
    if (
      before.lower === 'que' ||
      before.lower === "qu'" ||
      before.lower === 'dont' ||
      before.lower === 'où' ||
      before.lower === 'comme'
    ) {
      // Inverted noun subject: ce que nous propose la société.
      if (finite & (IL | ILS)) return undefined
    }
    if (at === index + 1 && (verb.noun || verb.adjective) && !verb.finite) return undefined
    // Verse and old prose begin with an object: « Vous jure amitié ».
    if (
      subject.lower === 'vous' &&
      at === index + 1 &&
      text.startsSentence(index) &&
      finite & (IL | ILS) &&
      !verb.word.future &&
      !verb.word.conditional
    )
      return undefined
    if (subject.lower === 'vous' && at > index + 1 && finite & (IL | ILS) && !/^(ne|n')$/.test(text.lower(index + 1)))
      return undefined
    // « Vous trouvera » may be a mistake for « vous trouverez », « Nous vous appelle » likewise; « Nous, on » has a comma.
    return { from: at, to: at, suggestions: verbFormsFor(text, verb, persons) }
  },
  wrong: [
    'Nous vous remercie de votre message.',
    'Vous recevra un courriel.',
    'Nous somme désolés, car nous avez tardé.',
    'Si vous souhaite un échange, écrivez-nous.',
  ],
  right: [
    'Nous vous remercions.',
    'Voici ce que nous propose le transporteur.',
    'Quand vous recevrez le colis, ouvrez-le.',
    'Comme vous le demande le formulaire, signez ici.',
  ],
})

/** True where no finite verb follows in the sentence. */
function onlyVerb(text: FrenchText, index: number): boolean {
  for (let at = index + 1; at < index + 30; at++) {
    const token = text.at(at)
    if (token.type !== WORD && /^[.!]/.test(token.text)) return true
    if (token.text === '' || token.text === '?' || token.text === ':') return false
    if (token.finite && (token.noun | token.adjective | token.participle | token.determiner) === 0) return false
  }
  return false
}

const NEGATIVE = new Set(['ne', "n'"])
const SURE_OPENERS = new Set("si que qu' lorsque puisque quand car mais donc comme dont où".split(' '))

export const invertedSubject = defineRule({
  id: 'inverted-subject-agreement',
  category: 'conjugation',
  message: 'Le verbe ne s’accorde pas avec le pronom qui le suit.',
  source: SOURCE,
  words: ['je', 'tu', 'il', 'elle', 'on', 'ils', 'elles'],
  check(text, index) {
    const subject = text.at(index)
    if (!subject.hyphen) return undefined
    const at = text.lower(index - 1) === 't' && text.at(index - 1).hyphen ? index - 2 : index - 1
    const verb = text.at(at)
    if (verb.hyphen || !verb.word.known || verb.lower === 'voilà' || verb.lower === 'voici') return undefined
    const persons = PERSONS[subject.lower]!
    if (verb.word.finite & persons) return undefined
    if (subject.lower === 'je' && /é$/.test(verb.lower)) return undefined
    const suggestions = verbFormsFor(text, verb, persons)
    return { from: at, to: at, suggestions }
  },
  wrong: ['Quand pourront-il venir ?', 'Serait-ils disponibles demain ?', 'Vient-elles demain ?'],
  right: ['Quand pourra-t-il venir ?', 'Seraient-ils disponibles ?', 'Puis-je vous aider ?', 'Y a-t-il un problème ?'],
})

export const ceVerb = defineRule({
  id: 'ce-verb-agreement',
  category: 'conjugation',
  message: 'Avec « ce » ou « c’ », le verbe est à la troisième personne.',
  source: SOURCE,
  words: ['ce', "c'"],
  check(text, index) {
    const verb = text.at(index + 1)
    if (
      text.at(index).hyphen ||
      verb.hyphen ||
      !/^(être|devoir|pouvoir)$/.test(verb.word.lemma) ||
      !verb.word.finite ||
      (verb.word.noun && verb.lower !== 'étais')
    )
      return undefined
    if (verb.word.finite & (IL | ILS) || text.at(index + 2).hyphen) return undefined
    return { from: index + 1, to: index + 1, suggestions: verbFormsFor(text, verb, IL) }
  },
  wrong: ['Ce serai un plaisir.', 'C’étais une erreur de notre part.'],
  right: ['Ce serait un plaisir.', 'C’était une erreur.'],
})

/** Rules of this file. */
export const PRONOUN_VERB_RULES = [ceVerb, pronounSubject, nousVousSubject, invertedSubject]
