/** Past participles with avoir: invariable unless the direct object stands before. */

import { participleOf } from '../conjugation.js'
import { formsAgreeing } from '../forms.js'
import {
  ADVERB,
  CLITIC,
  type FrenchWord,
  INFINITIVE,
  MS,
  NEGATION,
  NOUS,
  PLURAL,
  PRONOUN,
  SINGULAR,
  SUBJECT,
  TRANSITIVE,
  VOUS,
} from '../lexicon/word.js'
import { antecedentAgreement, sentenceHasBefore } from '../phrases.js'
import { defineRule } from '../rule.js'
import type { FrenchText } from '../text.js'
import { WORD } from '../token.js'

const SOURCE = 'Grevisse & Goosse, Le Bon Usage, § 942 et suivants : accord du participe passé employé avec avoir'

/** Words that announce an object before the verb. */
const OBJECT_BEFORE = new Set(
  "que qu' quel quelle quels quelles combien lequel laquelle lesquels lesquelles les la l' en me m' te t' se s' dont auxquels auxquelles".split(
    ' ',
  ),
)
/** Participles that stay as they are before an infinitive, said or not. */
const BEFORE_INFINITIVE = new Set(
  'faire pouvoir devoir vouloir savoir falloir laisser penser croire dire espérer souhaiter entendre voir sentir coûter valoir peser vivre mesurer courir dormir durer'.split(
    ' ',
  ),
)
/** Nouns before a conjunction que, or of time: what follows is no relative clause with them as object. */
const NO_ANTECEDENT = new Set(
  'jours instants années heures minutes semaines secondes moments chances fois condition fait preuve idée impression assurance confirmation certitude façon manière sorte espoir crainte moment jour instant année heure temps minute semaine mois seconde nouvelle raison hypothèse promesse chance avis peur honte hâte besoin cas mesure point doute conviction sentiment évidence possibilité risque bien supposition affirmation garantie information'.split(
    ' ',
  ),
)

/** The participle after an auxiliary at `index`; -1 where another word stands there. */
function participleAfter(text: FrenchText, index: number): number {
  let at = index + 1
  if (text.at(at).hyphen) {
    if (text.lower(at) === 't') at++
    at++
  }
  for (let step = 0; step < 4; step++) {
    const token = text.at(at)
    if (token.type !== WORD || token.hyphen) return -1
    if ((token.kind & (ADVERB | NEGATION)) !== 0) at++
    else break
  }
  const token = text.at(at)
  return token.participle !== 0 && token.determiner === 0 ? at : -1
}

function isAvoir(word: FrenchWord): boolean {
  return word.lemma === 'avoir' && word.finite !== 0
}

export const objectBeforeAvoir = defineRule({
  id: 'participle-with-object-before',
  category: 'agreement',
  message: 'Le participe passé s’accorde avec le complément d’objet placé avant « avoir ».',
  source: SOURCE,
  words: ['que', "qu'"],
  check(text, index) {
    let at = index + 1
    const subject = text.at(at)
    if (subject.type !== WORD) return undefined
    if (subject.kind & SUBJECT || /^(nous|vous|elle|elles)$/.test(subject.lower)) at++
    else if (subject.determiner && text.at(at + 1).noun) at += 2
    else return undefined
    while (/^(ne|n'|nous|vous|lui|leur|m'|t'|me|te)$/.test(text.lower(at)) && at < index + 6) at++
    const auxiliary = text.at(at)
    if (!isAvoir(auxiliary.word) || auxiliary.hyphen) return undefined
    const place = participleAfter(text, at)
    if (place < 0) return undefined
    const participle = text.at(place)
    if ((participle.word.verb & TRANSITIVE) === 0 || BEFORE_INFINITIVE.has(participle.word.lemma)) return undefined
    const after = text.at(text.skipAdverbs(place + 1))
    if (
      after.kind & INFINITIVE ||
      (after.determiner && !/^(au|aux|du|des)$/.test(after.lower)) ||
      (after.kind & PRONOUN && after.lower !== 'nous')
    )
      return undefined
    if (
      (after.lower === 'de' || after.lower === 'à' || after.lower === "d'") &&
      text.at(place + 2).kind & (INFINITIVE | CLITIC)
    )
      return undefined
    if (after.lower === 'du' || after.lower === 'des' || after.lower === 'que' || after.lower === "qu'")
      return undefined
    const wanted = antecedent(text, index - 1)
    if (wanted === 0 || participle.participle & wanted) return undefined
    return { from: place, to: place, suggestions: formsAgreeing(text, participle, wanted, 'participle') }
  },
  wrong: [
    'Les articles que vous avez commandé sont partis.',
    'Voici la facture que nous avons envoyé.',
    'Les informations que vous nous avez transmis suffisent.',
  ],
  right: [
    'Les articles que vous avez commandés sont partis.',
    'Les démarches que nous avons dû faire ont abouti.',
    'Chaque fois que vous avez appelé, nous avons répondu.',
    'La preuve que vous avez payé la commande manque.',
  ],
})

/** Genders and numbers of the antecedent of que; 0 where it is not sure or que is a conjunction. */
function antecedent(text: FrenchText, end: number): number {
  for (let at = end; at >= 0 && end - at < 8; at--) {
    const part = text.at(at)
    if (part.type !== WORD || (part.finite && !part.noun)) break
    if (NO_ANTECEDENT.has(part.lower)) return 0
    // The opener of the phrase: what stands before it is no part of it.
    if (
      part.determiner &&
      !/^(de|d'|du|des|à|au|aux)$/.test(text.lower(at - 1)) &&
      !/^(du|des|au|aux)$/.test(part.lower)
    )
      break
  }
  return antecedentAgreement(text, end)
}

export const cliticObjectAvoir = defineRule({
  id: 'participle-with-les',
  category: 'agreement',
  message: 'Le participe passé s’accorde avec « les », complément d’objet placé avant « avoir ».',
  source: SOURCE,
  words: ['les'],
  check(text, index) {
    const clitic = text.at(index)
    const auxiliary = text.at(index + 1)
    if (clitic.hyphen || !isAvoir(auxiliary.word)) return undefined
    const before = text.at(index - 1)
    if (
      (before.type !== WORD && !text.at(index + 2).hyphen) ||
      before.determiner ||
      /^(et|ou|tous|toutes)$/.test(before.lower)
    )
      return undefined
    const place = participleAfter(text, index + 1)
    if (place < 0) return undefined
    const participle = text.at(place)
    if (
      (participle.participle & PLURAL) !== 0 ||
      BEFORE_INFINITIVE.has(participle.word.lemma) ||
      (participle.noun && !/[éuis]$/.test(participle.lower))
    )
      return undefined
    const after = text.at(text.skipAdverbs(place + 1))
    if (after.kind & INFINITIVE || (after.kind & CLITIC && text.at(place + 2).kind & INFINITIVE)) return undefined
    return { from: place, to: place, suggestions: formsAgreeing(text, participle, PLURAL, 'participle') }
  },
  wrong: ['Nous les avons envoyé hier.', 'Vos colis, le transporteur les a perdu.'],
  right: ['Nous les avons envoyés hier.', 'Nous les avons fait partir.', 'Je les ai entendu dire cela.'],
})

export const singularObjectAvoir = defineRule({
  id: 'participle-with-singular-object',
  category: 'agreement',
  message: 'Le complément d’objet placé avant « avoir » est au singulier : le participe passé aussi.',
  source: SOURCE,
  words: ["l'", "m'", "t'"],
  check(text, index) {
    const auxiliary = text.at(index + 1)
    if (text.at(index).hyphen || !isAvoir(auxiliary.word)) return undefined
    const place = participleAfter(text, index + 1)
    if (place < 0) return undefined
    const participle = text.at(place)
    if (
      (participle.participle & SINGULAR) !== 0 ||
      (participle.noun && /^(m'|t')$/.test(text.lower(index)) && !/ée?s$/.test(participle.lower))
    )
      return undefined
    if (text.lower(index) !== "l'" && sentenceHasBefore(text, index, OBJECT_BEFORE_SET)) return undefined
    return { from: place, to: place, suggestions: formsAgreeing(text, participle, SINGULAR, 'participle') }
  },
  wrong: ['Le transporteur l’a livrés hier.', 'Votre conseiller ne m’a pas rappelés.'],
  right: ['Le transporteur l’a livrée hier.', 'Les colis qu’il m’a envoyés sont arrivés.'],
})

export const participleAfterAvoir = defineRule({
  id: 'participle-with-avoir',
  category: 'agreement',
  message:
    'Avec « avoir », le participe passé reste au masculin singulier quand le complément d’objet ne le précède pas.',
  source: SOURCE,
  when: (word: FrenchWord) => isAvoir(word) || word.text === 'avoir',
  check(text, index) {
    const auxiliary = text.at(index)
    const place = participleAfter(text, index)
    if (place < 0) return undefined
    const participle = text.at(place)
    if (
      participle.participle & MS ||
      (participle.noun && !(participle.noun & participle.participle)) ||
      (participle.adjective && !participle.word.verb)
    )
      return undefined
    // avoir + noun (il a mises et enjeux): only where nothing else can be meant.
    if (participle.noun && !/(és|ées|ée)$/.test(participle.lower)) {
      const next = text.at(place + 1)
      const determined = next.determiner !== 0 && !/^(du|des|au|aux)$/.test(next.lower)
      if (
        !determined &&
        !/^(reçus|attendus|entendus|voulus|prévus|obtenus|retenus|compris|promis|permis|faits|dits|écrits|produits|conduits)$/.test(
          participle.lower,
        )
      )
        return undefined
    }
    if (auxiliary.lower === 'avoir') {
      // après avoir baissés nos prix: no subject, no object before.
      const introduced = /^(après|sans|pour|de|d')$/.test(text.lower(index - 1))
      return introduced && !participle.noun && !hasObjectBefore(text, index)
        ? { from: place, to: place, suggestions: formsAgreeing(text, participle, MS, 'participle') }
        : undefined
    }
    let before = index - 1
    while (before >= 0 && /^(ne|n'|y|lui|leur)$/.test(text.lower(before))) before--
    const subject = text.at(before)
    const hyphenated = text.at(index + 1).hyphen
    if (/^(nous|vous)$/.test(subject.lower)) {
      // nous a, vous ont: objects; nous avons: the subject, with or without another before it.
      const person = subject.lower === 'nous' ? NOUS : VOUS
      if ((auxiliary.finite & person) === 0) {
        // Nous vous avons: vous stands for the direct object, unless another one follows.
        const next = text.at(place + 1)
        const followed =
          /^(un|une|le|la|les|l'|votre|vos|notre|nos|ce|cet|cette|ces)$/.test(next.lower) &&
          /^(nous|vous|je|j'|il|elle|ils|elles|on)$/.test(text.lower(before - 1))
        if (!followed || TIMES.has(text.lower(place + 2))) return undefined
        return { from: place, to: place, suggestions: formsAgreeing(text, participle, MS, 'participle') }
      }
    } else if (CLITICS_BEFORE.has(subject.lower)) return undefined
    if (
      !hyphenated &&
      !(subject.kind & SUBJECT) &&
      !/^(nous|vous|elle|elles|qui|cela|ça)$/.test(subject.lower) &&
      !(subject.noun || subject.word.name)
    )
      return undefined
    if (sentenceHasBefore(text, index, OBJECT_BEFORE_SET)) return undefined
    return {
      from: place,
      to: place,
      suggestions: participle.word.lemma.endsWith('er')
        ? [participleOf(participle.word.lemma) ?? '']
        : formsAgreeing(text, participle, MS, 'participle'),
    }
  },
  wrong: ['Nous avons bien reçus votre demande.', 'Ils ont expédiés le colis.', 'Elle a validée le dossier.'],
  right: [
    'Nous avons bien reçu votre demande.',
    'La lettre que vous avez envoyée est arrivée.',
    'Combien de colis avez-vous reçus ?',
    'Nous vous avons contactée hier, madame.',
  ],
})

/** True where an object may stand before the verb: an interrogative, or a relative que (a conjunction que is none). */
function hasObjectBefore(text: FrenchText, index: number): boolean {
  for (let at = index - 1; at >= 0 && at > index - 40; at--) {
    const token = text.at(at)
    if (token.type !== WORD && /^[.!?…]|^$/.test(token.text)) return false
    if (!OBJECT_BEFORE_SET.has(token.lower)) continue
    if (token.lower !== 'que' && token.lower !== "qu'") return true
    const before = text.at(at - 1)
    const conjunction =
      (before.finite && !before.noun) ||
      /^(dès|alors|afin|parce|pour|sans|bien|tandis|depuis|après|avant|lors|pendant|ainsi|tant|sitôt|aussitôt|regrettable|possible|désolés?|navrés?|ravis?|certains?|sûrs?|heureux)$/.test(
        before.lower,
      )
    if (!conjunction) return true
  }
  return false
}

/** Nouns of time and place after a participle: no object. */
const TIMES = new Set(
  'jour jours semaine matin soir mois année fois lundi mardi mercredi jeudi vendredi samedi dimanche veille lendemain heure premier première dernier dernière'.split(
    ' ',
  ),
)
const CLITICS_BEFORE = new Set("me m' te t' se s' le la les l' en".split(' '))
const OBJECT_BEFORE_SET: ReadonlySet<string> = new Set(
  [...OBJECT_BEFORE].filter((word) => !/^(la|les|l'|en|s'|m'|me|te|t'|se)$/.test(word)),
)

export const PARTICIPLE_AVOIR_RULES = [objectBeforeAvoir, cliticObjectAvoir, singularObjectAvoir, participleAfterAvoir]
