/**
 * What each sentence of an answer does for the request: settles it, refuses it, hands it on, asks something back, sends the
 * customer elsewhere, offers more help, or nothing of all that. Probabilities of a linear model over the words of the sentence,
 * learnt from sentences of our own (`npm run train -- resolution`), not a list of phrases.
 */
import type { LinearModel } from '../../learning/logistic-regression.js'
import { unpackModel } from '../../learning/weight-text.js'
import { actProbabilities } from '../../reading/kind/signs/speech-acts.js'
import type { Place } from '../../text/find.js'
import { remember } from '../../text/remember.js'
import { splitSentences } from '../../text/sentences.js'
import { SENTENCE_WEIGHTS } from './weights/sentences.js'

/** What a sentence may do for the request. */
export const RESOLUTION_ACTS = ['settled', 'refused', 'handed-on', 'asked', 'away', 'offer', 'other'] as const

/** One of them. */
export type ResolutionAct = (typeof RESOLUTION_ACTS)[number]

/** A sentence with the probability of each act, in the order of `RESOLUTION_ACTS`; places are of the letter. */
export interface ActingSentence extends Place {
  readonly probabilities: readonly number[]
}

/** Shorter ones are greetings, names and closings. */
const FEWEST_WORDS = 4
/** A letter is judged by its first sentences: hundreds more would be a document. */
const MOST_SENTENCES = 120
/** Sentences remembered: customer services write the same ones again and again. */
const REMEMBERED = 2_000

let model: LinearModel | null = null

const probabilitiesOfSentence = remember((sentence): readonly number[] => {
  model ??= unpackModel(SENTENCE_WEIGHTS)
  return actProbabilities(sentence, model)
}, REMEMBERED)

/** Sentences of a letter that are long enough to do something, in order. */
export function longSentences(text: string, folded: string): readonly Place[] {
  return splitSentences(text, folded)
    .filter(({ start, end }) => text.slice(start, end).split(/\s+/).length >= FEWEST_WORDS)
    .slice(0, MOST_SENTENCES)
}

/**
 * The sentences of a letter with what they do.
 * @param folded the same text, folded, unit for unit
 * @param judge probabilities of a sentence's acts; the learnt model unless a training tries another
 */
export function actingSentences(
  text: string,
  folded: string,
  judge: (sentence: string) => readonly number[] = probabilitiesOfSentence,
): readonly ActingSentence[] {
  return longSentences(text, folded).map(({ start, end }) => ({
    start,
    end,
    probabilities: judge(text.slice(start, end)),
  }))
}
