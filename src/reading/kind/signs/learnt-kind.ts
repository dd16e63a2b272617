/** The learnt decision: kind, probabilities and the signs that weigh most, from all signs of a mail. */
import type { KindSign, MessageKind } from '../../../domain/message.js'
import { applyPlatt } from '../../../learning/calibration.js'
import { type LinearModel, probabilitiesOf } from '../../../learning/logistic-regression.js'
import { unpackModel } from '../../../learning/weight-text.js'
import type { KindEvidence } from '../features.js'
import type { KindFeatures, KindRule } from '../rule.js'
import { confidenceScore, replyScore } from './certainty.js'
import { mailSigns, type SpokenSentence } from './mail-signs.js'
import { SPEECH_ACTS } from './speech-acts.js'
import { ACT_WEIGHTS } from './weights/acts.js'
import { KIND_WEIGHTS } from './weights/kinds.js'

/** What was learnt says. */
export interface LearntKind {
  readonly kind: MessageKind
  /** Calibrated probability that the kind is right, 0–1. */
  readonly confidence: number
  /** Calibrated probability that a person answers the request, 0–1. */
  readonly replyProbability: number
  /** The signs that weigh most, heaviest first. */
  readonly signs: readonly KindSign[]
  readonly sentences: readonly SpokenSentence[]
}

const MOST_SIGNS = 8

let models: { readonly acts: LinearModel; readonly kinds: LinearModel } | null = null

/** Models unpacked once a process. */
function loaded(): { readonly acts: LinearModel; readonly kinds: LinearModel } {
  models ??= { acts: unpackModel(ACT_WEIGHTS), kinds: unpackModel(KIND_WEIGHTS) }
  return models
}

/** Probability from which a sentence asks the sender to prove that he is one. */
const LEAST_CHALLENGE = 0.25
const CHALLENGE = SPEECH_ACTS.indexOf('challenge')

/** A challenge asks for something: by a sentence, a link or a code. Headers of automatic mail alone make none. */
function asksForProof(sentences: readonly SpokenSentence[], { subject, bodyText }: KindEvidence): boolean {
  return (
    sentences.some(({ probabilities }) => probabilities[CHALLENGE]! >= LEAST_CHALLENGE) ||
    /https?:\/\/|www\.|\d{4}|\?/i.test(`${subject}\n${bodyText}`)
  )
}

/** Decides by all signs. */
export function learntKind(evidence: KindEvidence, features: KindFeatures, rules: readonly KindRule[]): LearntKind {
  const { acts, kinds } = loaded()
  const { vector, sentences } = mailSigns(evidence, features, { acts, rules, withRules: true, keepNames: true })
  const probabilities = probabilitiesOf(kinds, vector)
  const names = kinds.classes as readonly MessageKind[]
  const { curves } = KIND_WEIGHTS
  const replyProbability = applyPlatt(curves.reply, replyScore(probabilities, names))
  // One number says whether a person answers: the kind never says otherwise.
  const ranked = probabilities
    .map((share, at) => ({ share, at }))
    .sort((one, other) => other.share - one.share)
    .map(({ at }) => at)
  const reply = names.indexOf('reply')
  const asksNothing = !asksForProof(sentences, evidence)
  const possible = ranked.filter((at) => at !== reply && !(asksNothing && names[at] === 'challenge'))
  const best = replyProbability >= 0.5 ? reply : possible[0]!
  const next = ranked.find((at) => at !== best)!
  const count = names.length
  const signs = vector.buckets
    .map((bucket, at) => ({
      sign: vector.names[at]!,
      weight: vector.values[at]! * (kinds.weights[bucket * count + best]! - kinds.weights[bucket * count + next]!),
    }))
    // Words of a subject may name people; they weigh little alone.
    .filter(({ sign }) => !sign.startsWith('subject-word:'))
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
    .slice(0, MOST_SIGNS)
    .map(({ sign, weight }) => ({ sign, weight: Math.round(weight * 100) / 100 }))
  return {
    kind: names[best]!,
    confidence: applyPlatt(curves.confidence, confidenceScore(probabilities)),
    replyProbability,
    signs,
    sentences,
  }
}
