/**
 * A small naive Bayes classifier for sentences that no pattern knows: does it speak like an answer or like an automatic
 * receipt? Multinomial over words and word pairs, add-one smoothing (Manning, Raghavan & Schütze 2008, ch. 13), trained on
 * sentences of our own. natural's BayesClassifier does the same and takes ten times as long to load.
 */
import { fold } from './acts/act.js'
import { ANSWER_SENTENCES } from './training/answers.js'
import { RECEIPT_SENTENCES } from './training/receipts.js'

/** Words and neighbouring pairs of a sentence; numbers become one mark. */
function featuresOf(sentence: string): string[] {
  const words = fold(sentence)
    .slice(0, 500)
    .replace(/https?:\S{1,200}|\S{1,100}@\S{1,100}/g, ' link ')
    .replace(/\d[\d.,:/ h-]*/g, ' 0 ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  return [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)]
}

interface ClassModel {
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
}

function train(sentences: readonly string[]): ClassModel {
  const counts = new Map<string, number>()
  let total = 0
  for (const feature of sentences.flatMap(featuresOf)) {
    counts.set(feature, (counts.get(feature) ?? 0) + 1)
    total += 1
  }
  return { counts, total }
}

/** Log odds of answer against receipt. */
export type SentenceClassifier = (sentence: string) => number

/** Trains a classifier on sentences of both sorts; equal priors. */
export function trainClassifier(answers: readonly string[], receipts: readonly string[]): SentenceClassifier {
  const answer = train(answers)
  const receipt = train(receipts)
  const vocabulary = new Set([...answer.counts.keys(), ...receipt.counts.keys()]).size
  const likelihood = ({ counts, total }: ClassModel, feature: string) =>
    Math.log(((counts.get(feature) ?? 0) + 1) / (total + vocabulary))
  return (sentence) => {
    const known = featuresOf(sentence).filter((feature) => answer.counts.has(feature) || receipt.counts.has(feature))
    const odds = known.reduce((sum, feature) => sum + likelihood(answer, feature) - likelihood(receipt, feature), 0)
    // Words of one sentence are no independent witnesses: the sum is damped by its length.
    return known.length === 0 ? 0 : (2 * odds) / Math.sqrt(known.length + 3)
  }
}

let trained: SentenceClassifier | null = null

/** Log odds, damped: positive where a sentence speaks like an answer, negative where like a receipt; 0 where nothing is known. */
export function sentenceLeaning(sentence: string): number {
  trained ??= trainClassifier(Object.values(ANSWER_SENTENCES).flat(), Object.values(RECEIPT_SENTENCES).flat())
  return trained(sentence)
}
