/** lequel, auquel, duquel and their antecedent; seul before its noun; nouns after a figure; inverted nous and vous. */
import { verbFormsFor } from '../conjugation.js'
import { formsAgreeing } from '../forms.js'
import { CLITIC, FP, FS, MP, MS, NEGATION, NOUS, PREPOSITION, VOUS } from '../lexicon/word.js'
import { antecedentAgreement, nounPhraseStartingAt } from '../phrases.js'
import { defineRule } from '../rule.js'
import type { FrenchText } from '../text.js'
import { NUMBER, WORD } from '../token.js'

const SOURCE = 'Grevisse & Goosse, Le Bon Usage, § 723 : accord du pronom relatif lequel avec son antécédent'

const LEQUEL: Readonly<Record<string, number>> = {
  lequel: MS,
  laquelle: FS,
  lesquels: MP,
  lesquelles: FP,
  auquel: MS,
  auxquels: MP,
  auxquelles: FP,
  duquel: MS,
  desquels: MP,
  desquelles: FP,
}
const SERIES = [
  { [MS]: 'lequel', [FS]: 'laquelle', [MP]: 'lesquels', [FP]: 'lesquelles' },
  { [MS]: 'auquel', [FS]: 'à laquelle', [MP]: 'auxquels', [FP]: 'auxquelles' },
  { [MS]: 'duquel', [FS]: 'de laquelle', [MP]: 'desquels', [FP]: 'desquelles' },
] as const

const PREPOSITIONAL = new Set('dans sur sous pendant durant à par pour avec chez au en lors de'.split(' '))

/** The preposition before the noun at `noun` and its determiner; empty where none stands there. */
function prepositionBefore(text: FrenchText, noun: number): string {
  const opener = text.at(noun - 1)
  if (opener.determiner && opener.kind & PREPOSITION) return opener.lower
  const before = text.at(opener.determiner ? noun - 2 : noun - 1)
  return before.kind & PREPOSITION ? before.lower : ''
}

export const lequelAgreement = defineRule({
  id: 'lequel-agreement',
  category: 'agreement',
  message: 'Le pronom relatif s’accorde avec son antécédent.',
  source: SOURCE,
  words: Object.keys(LEQUEL),
  check(text, index) {
    const own = LEQUEL[text.lower(index)]!
    let end = index - 1
    if (/^(lequel|laquelle|lesquels|lesquelles)$/.test(text.lower(index))) {
      if (!(text.at(end).kind & PREPOSITION) || /^(de|parmi)$/.test(text.lower(end))) return undefined
      end--
    }
    if (text.at(end).type !== WORD || text.at(end).noun === 0) return undefined
    // dans le ressort desquelles, pendant la durée duquel: the noun before is no antecedent.
    if (/^(duquel|desquels|desquelles)$/.test(text.lower(index)) && PREPOSITIONAL.has(prepositionBefore(text, end)))
      return undefined
    const agreement = antecedentAgreement(text, end)
    if (agreement === 0 || agreement & own) return undefined
    const series = SERIES.find((forms) => Object.values(forms).includes(text.lower(index) as never)) ?? SERIES[0]
    return {
      from: index,
      to: index,
      suggestions: ([MS, FS, MP, FP] as const).filter((mask) => agreement & mask).map((mask) => series[mask]),
    }
  },
  wrong: ['Voici la raison pour lequel nous écrivons.', 'Les offres auxquels vous avez droit sont ici.'],
  right: [
    'Voici la raison pour laquelle nous écrivons.',
    'Les offres auxquelles vous avez droit.',
    'Le motif du refus pour lequel vous écrivez.',
  ],
})

const SEUL: Readonly<Record<string, number>> = { seul: MS, seule: FS, seuls: MP, seules: FP }

export const seulAgreement = defineRule({
  id: 'seul-agreement',
  category: 'agreement',
  message: '« seul » s’accorde avec le nom qui le suit.',
  source: 'Grevisse & Goosse, Le Bon Usage, § 334 : épithète détachée',
  words: Object.keys(SEUL),
  check(text, index) {
    if (
      !text.startsSentence(index) &&
      !/^(que|car|mais|où)$/.test(text.lower(index - 1)) &&
      text.at(index - 1).text !== ','
    )
      return undefined
    const phrase = nounPhraseStartingAt(text, index + 1)
    const own = SEUL[text.lower(index)]!
    if (!phrase || phrase.agreement === 0 || phrase.agreement & own) return undefined
    if (!text.at(phrase.end + 1).finite && !(text.at(phrase.end + 1).kind & (CLITIC | NEGATION))) return undefined
    return { from: index, to: index, suggestions: formsAgreeing(text, text.at(index), phrase.agreement, 'adjective') }
  },
  wrong: ['Seul les clients inscrits y ont droit.', 'Seule notre service technique peut répondre.'],
  right: ['Seuls les clients inscrits y ont droit.', 'Seule une réponse écrite fait foi.'],
})

const COUNTED = new Set(
  'jour heure minute semaine année an euro article pièce personne client commande exemplaire point carton photo produit seconde centime boîte paire'.split(
    ' ',
  ),
)

const DEMONSTRATIVES: Readonly<Record<string, number>> = { celui: MS, celle: FS, ceux: MP, celles: FP }

export const demonstrativeAgreement = defineRule({
  id: 'demonstrative-agreement',
  category: 'agreement',
  message: 'Le participe s’accorde avec « celui », « celle », « ceux » ou « celles ».',
  source: 'Grevisse & Goosse, Le Bon Usage, § 695 : pronom démonstratif suivi d’un participe',
  words: Object.keys(DEMONSTRATIVES),
  check(text, index) {
    const participle = text.at(index + 1)
    if (participle.hyphen || participle.participle === 0 || participle.finite || participle.kind & PREPOSITION)
      return undefined
    const own = DEMONSTRATIVES[text.lower(index)]!
    if (participle.participle & own || participle.adjective & own) return undefined
    return { from: index + 1, to: index + 1, suggestions: formsAgreeing(text, participle, own, 'participle') }
  },
  wrong: ['Celles envoyé hier arrivent demain.', 'Votre demande et celle reçu lundi sont traitées.'],
  right: ['Celles envoyées hier arrivent demain.', 'Celui choisi par le client convient.'],
})

export const figurePlural = defineRule({
  id: 'plural-after-figure',
  category: 'agreement',
  message: 'Après un nombre supérieur à un, le nom se met au pluriel.',
  source: 'Grevisse & Goosse, Le Bon Usage, § 500 : nombre du nom',
  words: [...COUNTED],
  check(text, index) {
    const figure = text.at(index - 1)
    if (figure.type !== NUMBER || !/^\d{1,6}$/.test(figure.text) || Number(figure.text) < 2) return undefined
    const before = text.at(index - 2)
    if (
      /^(le|la|n|no|n°|article|page|lot|numéro|étape|point|option|version|type|taille|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|catégorie|°|nº)$/.test(
        before.lower,
      ) ||
      before.text === '°'
    )
      return undefined
    if (/^(par|de)$/.test(before.lower) && /^(point|article)$/.test(text.lower(index))) return undefined
    return { from: index, to: index, suggestions: [`${text.at(index).text}s`] }
  },
  wrong: ['Vous serez livré sous 5 jour.', 'Un avoir de 20 euro vous est offert.'],
  right: ['Vous serez livré sous 5 jours.', 'Voir l’article 3 point 2.', 'Le 12 heure par heure.', '1 article manque.'],
})

export const invertedNousVous = defineRule({
  id: 'inverted-nous-vous-agreement',
  category: 'conjugation',
  message: 'Le verbe ne s’accorde pas avec le pronom qui le suit.',
  source: 'Grevisse & Goosse, Le Bon Usage, § 926',
  words: ['nous', 'vous'],
  check(text, index) {
    const verb = text.at(index - 1)
    if (!text.at(index).hyphen || verb.hyphen || !verb.word.finite || verb.word.imperative) return undefined
    const person = text.lower(index) === 'nous' ? NOUS : VOUS
    if (verb.word.finite & person) return undefined
    return { from: index - 1, to: index - 1, suggestions: verbFormsFor(text, verb, person) }
  },
  wrong: ['Pourra-vous passer demain ?', 'Recevront-nous le colis ?'],
  right: ['Pourrez-vous passer demain ?', 'Dites-nous quand passer.'],
})

export const RELATIVE_RULES = [lequelAgreement, demonstrativeAgreement, seulAgreement, figurePlural, invertedNousVous]
