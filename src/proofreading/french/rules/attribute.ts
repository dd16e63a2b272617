/** Agreement of adjectives and participles with the subject of être, sembler, devenir…, compound tenses and modals included. */
import { formsAgreeing } from '../forms.js'
import {
  ADVERB,
  COPULA,
  FEMININE,
  type FrenchWord,
  IL,
  ILS,
  INFINITIVE,
  JE,
  MASCULINE,
  MS,
  NEGATION,
  ONLY_PRONOMINAL,
  PLURAL,
  PREPOSITION,
  PRONOUN,
  SINGULAR,
  TRANSITIVE,
  TU,
} from '../lexicon/word.js'
import { clauseHasBefore, isFormOf } from '../phrases.js'
import { defineRule, type Found } from '../rule.js'
import { type Subject, subjectBefore } from '../subjects.js'
import type { FrenchText } from '../text.js'
import { isCapital, WORD } from '../token.js'

const SOURCE =
  'Grevisse & Goosse, Le Bon Usage, § 248 et 941 : l’attribut et le participe employé avec être s’accordent avec le sujet'

/** Verbs whose subject is that of the infinitive after them. */
const SUBJECT_CONTROL = new Set(
  'pouvoir devoir aller sembler paraître vouloir penser croire souhaiter espérer désirer risquer commencer continuer cesser finir essayer tenter adorer aimer détester accepter refuser affirmer prétendre imaginer avouer mériter éviter venir efforcer savoir oser daigner estimer déclarer compter'.split(
    ' ',
  ),
)
/** Verbs that with a reflexive pronoun take an attribute of the subject. */
const REFLEXIVE_COPULAS = new Set(
  'trouver sentir croire savoir montrer avérer révéler avouer dire juger faire penser imaginer considérer proclamer déclarer estimer'.split(
    ' ',
  ),
)
const REFLEXIVE = new Set("se s' me m' te t' nous vous".split(' '))
const PRONOUN_AGREEMENT: Readonly<Record<string, number>> = {
  je: SINGULAR,
  tu: SINGULAR,
  il: MASCULINE & SINGULAR,
  elle: FEMININE & SINGULAR,
  ils: MASCULINE & PLURAL,
  elles: FEMININE & PLURAL,
  nous: PLURAL,
  iel: SINGULAR,
  iels: PLURAL,
}
/** Words that look like predicates but stay as they are after être. */
const INVARIABLE = new Set(
  'bien mal fait pis pire sans-gêne peu dû prêt-à-porter chic hors cool sympa top exprès soi-disant marron orange moitié mi monnaie question debout ensemble quitte nickel super extra vu attendu entendu passé étant comparé bel bredouille feu partie'.split(
    ' ',
  ),
)

/** Where the predicate stands after a copula at `index`, adverbs and the participle “été” skipped; -1 where none. */
function predicateAfter(text: FrenchText, index: number): number {
  let at = index + 1
  if (text.at(at).hyphen) {
    if (text.lower(at) === 't') at++
    at++
  }
  for (let step = 0; step < 6; step++) {
    const token = text.at(at)
    if (token.type !== WORD || token.hyphen) return -1
    if (
      token.lower === 'été' ||
      token.lower === 'devenu' ||
      token.lower === 'devenue' ||
      token.lower === 'devenus' ||
      token.lower === 'devenues' ||
      token.lower === 'resté' ||
      token.lower === 'restée' ||
      token.lower === 'restés' ||
      token.lower === 'restées'
    ) {
      const following = text.skipAdverbs(at + 1)
      const next = text.at(following)
      if (token.lower === 'été' || ((next.adjective | next.participle) !== 0 && next.noun === 0)) {
        at = following
        continue
      }
      return at
    }
    const idiom = `${token.lower} ${text.lower(at + 1)} ${text.lower(at + 2)}`
    if (/^(tout à fait|bel et bien|de plus en|de moins en|pas du tout)$/.test(idiom)) {
      at += /en$/.test(idiom) ? 4 : 3
      continue
    }
    if (
      /^(par exemple|en effet|d' ailleurs|en général|en partie|en réalité|du tout|à nouveau|à présent)$/.test(
        `${token.lower} ${text.lower(at + 1)}`,
      )
    ) {
      at += 2
      continue
    }
    if ((token.kind & (ADVERB | NEGATION)) !== 0 && !(token.participle && !(token.kind & ADVERB))) {
      at++
      continue
    }
    return at
  }
  return -1
}

/** The finite verb whose subject the predicate describes: the copula itself, or the auxiliary or modal before it. */
function governor(text: FrenchText, index: number): number {
  const verb = text.at(index)
  if (verb.finite && !(verb.lower === 'été')) return index
  if (verb.kind & INFINITIVE) {
    const controlled = controllingVerb(text, index)
    if (controlled >= 0) return controlled
  }
  if (verb.lower === 'été' || verb.kind & INFINITIVE) {
    let at = index - 1
    for (let step = 0; step < 4; step++, at--) {
      const token = text.at(at)
      if (token.type !== WORD) return -1
      if (token.kind & (ADVERB | NEGATION)) continue
      if (token.finite && verb.lower === 'été' && isFormOf(token, 'avoir')) return at
      if (token.lower === 'avoir' && verb.lower === 'été') return controllingVerb(text, at)
      return -1
    }
  }
  return -1
}

/** The finite verb whose subject is also that of the infinitive at `index`: commence à être, s’efforce de ne pas paraître. */
function controllingVerb(text: FrenchText, index: number): number {
  let at = index - 1
  for (let step = 0; step < 8; step++, at--) {
    const token = text.at(at)
    if (token.type !== WORD) return -1
    if (token.hyphen) {
      if (/^(je|tu|il|elle|on|ils|elles|t|nous|vous|iel|iels)$/.test(token.lower)) continue
      return -1
    }
    if (/^(de|d'|à|ne|n'|pas|jamais|plus|se|s'|y|en)$/.test(token.lower)) continue
    if (token.kind & (ADVERB | NEGATION) && !token.finite) continue
    if (/^(susceptibles?|capables?|censée?s?|supposée?s?)$/.test(token.lower) && !token.finite) continue
    const controls =
      SUBJECT_CONTROL.has(token.word.lemma) ||
      SUBJECT_CONTROL.has(token.word.otherLemma) ||
      (token.word.verb & COPULA) !== 0
    if (!controls) return -1
    if (token.finite) return at
    if (token.kind & INFINITIVE) continue
    if (token.participle) {
      // n’a pas pu être livrée
      const auxiliary = text.skipAdverbsBack(at - 1)
      return text.at(auxiliary).finite && isFormOf(text.at(auxiliary), 'avoir') ? auxiliary : -1
    }
    return -1
  }
  return -1
}

function invertedSubjectOf(text: FrenchText, verb: number): Subject | undefined {
  const next = text.lower(verb + 1) === 't' ? verb + 2 : verb + 1
  const pronoun = text.at(next)
  const agreement = pronoun.hyphen ? PRONOUN_AGREEMENT[pronoun.lower] : undefined
  return agreement === undefined
    ? undefined
    : { index: next, start: next, persons: pronoun.word.finite, agreement, pronoun: true }
}

/** Where no subject is sure, the verb's own number: sont, étaient → plural; est, était → singular. */
function subjectOfVerb(text: FrenchText, at: number): Subject | undefined {
  const verb = text.at(at)
  const before = text.at(at - 1)
  if (verb.hyphen || text.at(at + 1).hyphen || REFLEXIVE.has(before.lower) || before.lower === "c'") return undefined
  const plural = (verb.finite & ILS) !== 0 && (verb.finite & ~ILS) === 0
  const singular = (verb.finite & IL) !== 0 && (verb.finite & ~(IL | JE | TU)) === 0
  if (!plural && !singular) return undefined
  if (singular && !/^(est|était|sera|serait|semble|paraît|reste)$/.test(verb.lower)) return undefined
  return { index: at, start: at, persons: verb.finite, agreement: plural ? PLURAL : SINGULAR, pronoun: false }
}

function check(text: FrenchText, index: number): Found | undefined {
  const copula = text.at(index)
  if (copula.hyphen) return undefined
  if (copula.lower === 'suis' && text.at(index - 1).kind & 0) return undefined
  const at = governor(text, index)
  if (at < 0) return undefined
  const place = predicateAfter(text, index)
  if (place < 0) return undefined
  const predicate = text.at(place)
  if (
    predicate.type !== WORD ||
    predicate.hyphen ||
    isCapital(predicate) ||
    predicate.determiner ||
    predicate.kind & (PREPOSITION | INFINITIVE)
  )
    return undefined
  const mask = predicate.adjective | predicate.participle
  if (mask === 0 || INVARIABLE.has(predicate.lower)) return undefined
  const sureSubject =
    text.at(index + 1).hyphen || text.at(at + 1).hyphen ? invertedSubjectOf(text, at) : subjectBefore(text, at)
  const subject = sureSubject ?? subjectOfVerb(text, at)
  if (!subject) return undefined
  // A noun as predicate (elle est médecin, ce sont) keeps its own gender.
  if (predicate.noun && (predicate.noun & subject.agreement || !(predicate.noun & mask))) return undefined
  if ((subject.agreement & mask) !== 0) return undefined
  if (text.at(place + 1).text === '·') return undefined
  // ce qu’ils savent être efficace: the attribute is that of ce.
  if (at !== index && /^(que|qu')$/.test(text.lower(subject.start - 1)) && copula.kind & INFINITIVE) return undefined
  const reflexiveCopula = (copula.word.verb & COPULA) === 0
  if (reflexiveCopula && !hasReflexive(text, index, subject)) return undefined
  const reflexive = copula.lower !== 'été' && hasReflexive(text, at, subject)
  // A wrong person is the verb's fault: another rule says so.
  if ((subject.persons & text.at(at).finite) === 0 && subject.index < at) return undefined
  if (COLOUR.test(predicate.lower) && text.at(place + 1).type === WORD) return undefined
  if (predicate.lower === 'sûr' && text.lower(place - 1) === 'bien') return undefined
  if (predicate.lower === 'rendu' && text.lower(place + 1) === 'compte') return undefined
  if (reflexive && text.lower(subject.index) === 'nous' && mask & SINGULAR) return undefined
  if (reflexive && copula.word.lemma === 'être' && predicate.participle && !reflexiveAgrees(text, place, mask))
    return undefined
  if (subject.pronoun && text.lower(subject.index) === 'vous' && mask & SINGULAR) return undefined
  // A predicate before its own noun (sont bons clients) or a name stands outside.
  const next = text.at(place + 1)
  if (next.noun && !next.participle && !next.adjective && predicate.adjective && !next.finite) return undefined
  const nature = predicate.participle ? 'participle' : 'adjective'
  return { from: place, to: place, suggestions: formsAgreeing(text, predicate, subject.agreement, nature) }
}

const COLOUR = /^(bleu|vert|gris|rouge|jaune|brun|noir|blanc|rose|blond|roux|châtain)/

/** True where a reflexive pronoun stands between subject and auxiliary (or before it, inverted). */
function hasReflexive(text: FrenchText, at: number, subject: Subject): boolean {
  for (let place = at - 1; place > at - 4; place--) {
    const token = text.at(place)
    if (place === subject.index && !token.hyphen && subject.index < at) return false
    if (REFLEXIVE.has(token.lower))
      return !/^(nous|vous)$/.test(token.lower) || text.lower(subject.index) === token.lower
    if (!/^(y|en|ne|n'|le|la|les|l'|lui|leur)$/.test(token.lower)) return false
  }
  return false
}

/** With a reflexive pronoun, a masculine singular participle may be right (elles se sont parlé): only sure verbs count. */
function reflexiveAgrees(text: FrenchText, place: number, mask: number): boolean {
  const verb = text.at(place).word
  if (verb.verb & ONLY_PRONOMINAL) return true
  if (mask & MS) {
    const next = text.at(place + 1)
    if (next.determiner || next.noun || next.kind & (INFINITIVE | PRONOUN) || /^(que|qu'|de|d')$/.test(next.lower))
      return false
    return (
      SURE_REFLEXIVE.has(verb.lemma) ||
      (!text.at(place - 1).hyphen && (verb.verb & TRANSITIVE) !== 0 && !INDIRECT_REFLEXIVE.has(verb.lemma))
    )
  }
  // la prise qu’il s’était faite: the object before the verb rules.
  return !clauseHasBefore(text, place, OBJECT_BEFORE)
}

/** Verbs whose reflexive pronoun is often an indirect object: the participle does not agree with it. */
const INDIRECT_REFLEXIVE = new Set(
  'dire demander écrire parler plaire complaire déplaire rire succéder nuire suffire mentir permettre promettre donner rendre imaginer procurer acheter offrir accorder partager laver casser arroger refuser interdire reprocher poser faire avouer jurer pardonner répondre sourire survivre approprier voir entendre sentir laisser apercevoir figurer raconter confier montrer fixer créer constituer attirer causer assurer prendre mettre téléphoner envoyer échanger communiquer essuyer frotter brosser couper brûler fouler tordre blesser servir payer'.split(
    ' ',
  ),
)
const OBJECT_BEFORE = new Set("que qu' quel quelle quels quelles combien".split(' '))
const SURE_REFLEXIVE = new Set(
  'tromper engager excuser présenter connecter inscrire adresser produire dérouler déplacer occuper retrouver perdre terminer améliorer inquiéter étonner préparer installer'.split(
    ' ',
  ),
)

export const attributeAgreement = defineRule({
  id: 'attribute-agreement',
  category: 'agreement',
  message: 'L’adjectif ou le participe ne s’accorde pas avec le sujet.',
  source: SOURCE,
  when: (word: FrenchWord) =>
    ((word.verb & COPULA) !== 0 || REFLEXIVE_COPULAS.has(word.lemma)) &&
    (word.finite !== 0 || word.text === 'été' || (word.kind & INFINITIVE) !== 0),
  check,
  wrong: [
    'Votre commande a été expédié hier.',
    'Les articles sont disponible en magasin.',
    'Nous sommes désolé de ce retard.',
    'La facture est erroné.',
    'Vos droits doivent être vérifié.',
    'Elle est arrivé ce matin.',
  ],
  right: [
    'Votre commande a été expédiée hier.',
    'Vous êtes invité à nous répondre.',
    'Elles se sont parlé longuement.',
    'Les clients sont bons juges.',
    'Ce sont des articles neufs.',
    'La livraison n’est plus une surprise.',
  ],
})

export const ATTRIBUTE_RULES = [attributeAgreement]
