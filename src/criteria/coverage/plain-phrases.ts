/**
 * Points that a person wrote as phrases: which sentence of a letter says what a phrase says. A phrase and a sentence are compared by
 * what they speak of (concepts and values by type); what other points of the scenario speak of as well weighs less, what all phrases
 * of the point share weighs more.
 */
import type { StudyLanguage } from '../../domain/language.js'
import type { ExpectedPoint } from '../../domain/scenario.js'
import type { Place } from '../../text/find.js'
import { fold } from '../../text/fold.js'
import { findDenials } from './denials.js'
import { type PhraseItems, phraseItems } from './phrase-items.js'

/** A phrase of a point, with what it speaks of and how much each of it weighs. */
export interface WeighedPhrase {
  readonly phrase: string
  readonly weights: ReadonlyMap<string, number>
  readonly total: number
  /** Items that by themselves say what the point is about: most of its phrases hold them, and hardly any other point's. */
  readonly telling: ReadonlySet<string>
  /** True where it says that something is not so. */
  readonly denies: boolean
}

/** How well a sentence says a phrase. */
export interface PhraseLikeness {
  readonly phrase: WeighedPhrase
  /** 0 (nothing shared) to 1 (everything of the phrase is there). */
  readonly likeness: number
  /** Words of the sentence that say it. */
  readonly words: readonly Place[]
}

/** From here a sentence says the phrase: chosen on the half of the labelled answers that phrases were tuned on (test/accuracy/plain-phrases.ts). */
export const SAYS_IT = 0.5
/** From here to `SAYS_IT` a person should look. */
export const MAY_SAY_IT = 0.3
/** A value says more than a word: who asks for a price wants a price. */
const VALUE_WEIGHT = 1.3
/** A sentence without the phrase's value (an amount, a time) says at most this share of it. */
const WITHOUT_VALUE = 0.6

/** Share of a point's phrases that hold what tells the point by itself. */
const TELLING = 0.5
/** Share of all uses of it in a scenario that belong to that point. */
const TELLING_HERE = 0.75
/** A word that no thesaurus knows is more often by the way than one of the trade. */
const WORD_WEIGHT = 0.7

const isValue = (item: string) => item.startsWith('type:')
const isConcept = (item: string) => item.startsWith('concept:')

const WEIGHED = new WeakMap<readonly ExpectedPoint[], ReadonlyMap<string, readonly WeighedPhrase[]>>()

/** The phrases of every point of a scenario, by point id. */
export function weighPhrases(
  points: readonly ExpectedPoint[],
  language: StudyLanguage,
): ReadonlyMap<string, readonly WeighedPhrase[]> {
  const before = WEIGHED.get(points)
  if (before) return before
  const items = points.map(({ phrases = [] }) =>
    phrases.map((phrase) => phraseItems(phrase, { start: 0, end: phrase.length }, language)),
  )
  const pointsWith = (item: string) => items.filter((ofPoint) => ofPoint.some((one) => one.has(item))).length
  const shareOf = (item: string, at: number) =>
    items[at]!.filter((one) => one.has(item)).length / Math.max(1, items[at]!.length)
  const isTelling = (item: string, at: number) => {
    const all = points.reduce((sum, _, point) => sum + shareOf(item, point), 0)
    return shareOf(item, at) >= TELLING && shareOf(item, at) / all >= TELLING_HERE
  }
  const weighed = new Map(
    points.map((point, at) => [
      point.id,
      (point.phrases ?? []).map((phrase, index) => {
        const weights = new Map(
          [...items[at]![index]!.keys()].map((item) => {
            const shared = shareOf(item, at)
            const sort = isValue(item) ? VALUE_WEIGHT : isConcept(item) ? 1 : WORD_WEIGHT
            return [item, (sort * (0.25 + shared)) / Math.sqrt(pointsWith(item))] as const
          }),
        )
        const telling = new Set([...weights.keys()].filter((item) => isTelling(item, at)))
        const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
        return { phrase, weights, total, telling, denies: findDenials(fold(phrase)).negations.length > 0 }
      }),
    ]),
  )
  WEIGHED.set(points, weighed)
  return weighed
}

/**
 * How well a sentence says a phrase.
 * @param heard false for places of the sentence that say nothing, such as the customer's question repeated
 */
export function likenessOf(
  phrase: WeighedPhrase,
  sentence: PhraseItems,
  heard: (place: Place) => boolean = () => true,
): PhraseLikeness {
  let found = 0
  let valueMissing = false
  let telling = false
  const words: Place[] = []
  for (const [item, weight] of phrase.weights) {
    const place = sentence.get(item)?.find(heard)
    if (place) {
      found += weight
      words.push(place)
      telling ||= phrase.telling.has(item)
    } else if (isValue(item)) valueMissing = true
  }
  // One word of several is in half of all letters, unless it is what the point is about.
  const alone = words.length === 1 && phrase.weights.size > 1 && !telling
  const share = phrase.total === 0 ? 0 : (found / phrase.total) * (valueMissing ? WITHOUT_VALUE : 1)
  const likeness = alone || valueMissing ? Math.min(share, SAYS_IT - 0.01) : share
  return { phrase, likeness, words: words.sort((one, other) => one.start - other.start) }
}
