/** Criterion `individuality`: not a canned text. Similarity with the brand's other answers by word shingles; persona's facts taken up. */

import { findAll } from '../text/find.js'
import { fold, foldName } from '../text/fold.js'
import { remember } from '../text/remember.js'
import { defineCriterion } from './criterion.js'

/** Runs of so many words are compared (Broder 1997, w-shingling). */
const SHINGLE_WORDS = 4
/** Fewer shingles say nothing. */
const FEWEST_SHINGLES = 8

/** Letters whose shingles are remembered: each is compared with the brand's others, and they with it. */
const REMEMBERED = 64

/** Word shingles of a text; figures are alike, so that a template with another number is still the same. */
const shingles = remember((text): ReadonlySet<string> => {
  const words =
    fold(text)
      .match(/[a-z]+|\d+/g)
      ?.map((word) => (/^\d/.test(word) ? '0' : word)) ?? []
  const count = Math.max(0, words.length - SHINGLE_WORDS + 1)
  return new Set(Array.from({ length: count }, (_, index) => words.slice(index, index + SHINGLE_WORDS).join(' ')))
}, REMEMBERED)

/** Share of the first set that the second holds too, 0–1. */
function containment(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let held = 0
  for (const shingle of one) if (other.has(shingle)) held += 1
  return held / one.size
}

export const individuality = defineCriterion({
  meta: {
    id: 'individuality',
    version: 1,
    family: 'answer-quality',
    title: { fr: 'Réponse personnelle', en: 'Individual answer' },
    description: {
      fr: 'La réponse n’est pas un texte tout fait.',
      en: 'The answer is not a canned text.',
    },
    why: {
      fr: 'Les réponses impersonnelles étaient la première source d’insatisfaction relevée par Qualiweb en 2014.',
      en: 'Impersonal answers were the first source of dissatisfaction that Qualiweb found in 2014.',
    },
    method: {
      fr: 'Part des suites de quatre mots que la réponse la plus proche de la marque contient aussi : 1 jusqu’à `free`, 0 dès `canned`, droite entre les deux ; chaque fait du client repris (ville, nombre ou référence de son message) ajoute `factBonus`.',
      en: 'Share of four-word runs that the brand’s closest other answer holds too: 1 up to `free`, 0 from `canned`, linear between; each fact of the customer taken up (town, figure or reference of the message) adds `factBonus`.',
    },
    needs: ['reply', 'otherReplies', 'persona', 'question'],
    speaks: [],
    lifecycle: 'experimental',
  },
  // Greetings, closings and signatures make up about a quarter of a short letter; from four fifths on it is the same letter. Our judgement.
  defaults: { free: 0.25, canned: 0.8, factBonus: 0.1 },
  checkOptions: ({ free, canned, factBonus }) => {
    if (!(free >= 0 && free < canned && canned <= 1))
      return `free (${free}) must be below canned (${canned}), both between 0 and 1`
    return factBonus >= 0 && factBonus <= 1 ? null : 'factBonus must be between 0 and 1'
  },
  evaluate({ reply, otherReplies, persona, question }, { free, canned, factBonus }) {
    if (!reply) return { outcome: 'not-applicable', message: { fr: 'Pas de réponse.', en: 'No reply.' } }
    const own = shingles(reply.text)
    if (otherReplies.length === 0 || own.size < FEWEST_SHINGLES) {
      return {
        outcome: 'not-available',
        message: { fr: 'Rien à comparer.', en: 'Nothing to compare with.' },
      }
    }
    const closest = Math.max(...otherReplies.map((other) => containment(own, shingles(other))))
    const folded = fold(reply.text)
    const town = foldName(persona.city)
    const figures = question.text.match(/\b[A-Z]{0,4}-?\d{3,12}\b/g) ?? []
    const facts = [...new Set([...(town.length > 2 ? [fold(persona.city)] : []), ...figures.map(fold)])]
    const places = facts.flatMap((fact) =>
      findAll(new RegExp(fact.replace(/[^a-z0-9 ]/g, '.'), 'g'), folded).slice(0, 1),
    )
    const base = Math.min(1, Math.max(0, (canned - closest) / (canned - free)))
    return {
      outcome: 'scored',
      score: Math.min(1, base + factBonus * places.length),
      value: Math.round(closest * 1e4) / 1e4,
      unit: 'share',
      message: {
        fr: `${Math.round(closest * 100)} % du texte se retrouve dans une autre réponse de la marque ; faits du client repris : ${places.length}.`,
        en: `${Math.round(closest * 100)} % of the text is in another answer of the brand; facts of the customer taken up: ${places.length}.`,
      },
      evidence: places.map((place) => ({ ...place, label: 'fact' })),
      doubtful: Math.abs(closest - canned) < 0.05,
    }
  },
})
