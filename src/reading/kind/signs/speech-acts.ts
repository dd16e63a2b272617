/**
 * What a sentence does, as probabilities over speech acts: a linear model over its words, their stems, neighbours and shape,
 * learnt from sentences of our own in several manners (`npm run train -- kinds`). Unlike a pattern it also leans on words that stand
 * in no list together, and says how sure it is.
 */
import { type LinearModel, softmax } from '../../../learning/logistic-regression.js'
import { fold } from '../acts/act.js'
import { notionsOf } from './concepts.js'

/** What sentences do. */
export const SPEECH_ACTS = [
  'receipt',
  'promise',
  'automation',
  'pointer',
  'absence',
  'challenge',
  'survey',
  'promotion',
  'transaction',
  'forwarding',
  'elsewhere',
  'reading',
  'answer',
  'question',
  'refusal',
  'chatter',
  'echo',
  'stranger',
] as const

/** One of them. */
export type SpeechAct = (typeof SPEECH_ACTS)[number]

/** Buckets of the sentence model. */
export const SENTENCE_BUCKETS = 1 << 14

const MOST_WORDS = 60
const STEM = 5

const TOKEN =
  /https?:\S{1,200}|www\.\S{1,200}|[^\s@<]{1,64}@[^\s@>]{1,120}|[€£$]\s?\d[\d.,]{0,20}|[#\p{L}]{0,12}\d[\p{L}\d.,:/-]{0,40}(?:\s?[€£$%])?|\p{L}{1,40}|[?!]/gu

/** Words of a sentence; numbers, links and addresses become what they are. */
export function tokensOf(sentence: string): string[] {
  const found = fold(sentence.slice(0, 600)).match(TOKEN) ?? []
  return found.slice(0, MOST_WORDS).map((token) => {
    if (/^(https?:|www\.)/.test(token)) return '_link'
    if (token.includes('@')) return '_mail'
    if (!/\d/.test(token)) return token
    if (/[€£$]/.test(token)) return '_amount'
    if (token.endsWith('%')) return '_percent'
    if (/^\d{1,2}(h|:)\d{0,2}$|^\d{1,2}([.:]\d\d)?(am|pm)$/.test(token)) return '_hour'
    if (/^\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})?$/.test(token)) return '_date'
    if (/^\d+$/.test(token)) return token.length >= 4 && !/^20\d\d$/.test(token) ? '_long' : '_number'
    return '_code'
  })
}

function hashToken(token: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ token.charCodeAt(at), 0x01000193)
  return hash
}

function mixed(kind: number, one: number, other: number): number {
  let hash = Math.imul(one ^ (kind * 0x9e3779b1), 0x85ebca6b) ^ Math.imul(other, 0xc2b2ae35)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0) & (SENTENCE_BUCKETS - 1)
}

/** A sentence as two groups of features, each of equal values over the root of their number: long sentences say no more than short ones. */
export interface SentenceVector {
  readonly words: readonly number[]
  readonly wordValue: number
  readonly notions: readonly number[]
  readonly notionValue: number
}

const NOTION_WEIGHT = 2

/** Person and tense that endings and little words show: who acts, and whether it is done, will be, or is asked for. */
function formOf(token: string, before: string): number {
  if (/^(je|j|i|moi|mon|ma|mes|my|me|ich|yo)$/.test(token)) return 1
  if (/^(nous|notre|nos|we|our|us|wir|on)$/.test(token)) return 2
  if (/^(vous|votre|vos|you|your|tu|ton|ta|tes|te|sie|ihre)$/.test(token)) return 3
  if (/^(will|shall|ll|wird|werden|won)$/.test(token) || /(rons|rai|ront)$/.test(token)) return 4
  if (token.length > 4 && /ra$/.test(token)) return 4
  if (/^(avons|avez|ai|a|ont|been|have|has|was|were|ete|haben|hat|had|vient|venons)$/.test(token)) return 5
  if (/^(si|if|when|lorsque|wenn|falls|en|cas)$/.test(token)) return 6
  if (before === '' && /ez$/.test(token)) return 7
  if (token === '?') return 8
  if (token === '!') return 9
  return 0
}

/** Looks at a sentence: words, stems, neighbours; notions, their order and the forms that stand with them. */
export function sentenceVector(sentence: string): SentenceVector {
  const tokens = tokensOf(sentence)
  const buckets: number[] = []
  const notions: number[] = []
  const ordered: number[] = []
  const forms = new Set<number>()
  let before = ''
  let stemBefore = 2
  let stemEarlier = 3
  let formBefore = 0
  let notionsBefore: readonly number[] = []
  for (const token of tokens) {
    const word = hashToken(token, 0, token.length)
    const stem = hashToken(token, 0, Math.min(STEM, token.length))
    buckets.push(mixed(1, word, 0), mixed(2, stem, 0), mixed(3, stemBefore, stem), mixed(4, stemEarlier, stem))
    if (token.length > 4) buckets.push(mixed(5, hashToken(token, token.length - 3, token.length), 0))
    if (before === '') buckets.push(mixed(6, word, 0))
    const form = formOf(token, before)
    if (form > 0) forms.add(form)
    const named = notionsOf(token)
    for (const notion of named) {
      if (!notions.includes(notion)) notions.push(notion)
      for (const earlier of notionsBefore) ordered.push(mixed(11, earlier, notion))
      if (formBefore > 0) ordered.push(mixed(12, formBefore, notion))
    }
    if (named.length > 0) notionsBefore = named
    if (form > 0) formBefore = form
    stemEarlier = stemBefore
    stemBefore = stem
    before = token
  }
  const length = tokens.length
  const shape = length <= 2 ? 0 : length <= 4 ? 1 : length <= 8 ? 2 : length <= 15 ? 3 : length <= 25 ? 4 : 5
  const end = /[.!?:,…]\s*$/.exec(sentence)?.[0].trim() ?? ''
  const said: number[] = [mixed(7, shape, 0), mixed(8, end.charCodeAt(0) || 0, 0)]
  for (const form of forms) said.push(mixed(13, form, 0))
  for (const [at, one] of notions.entries()) {
    said.push(mixed(10, one, 0))
    for (const other of notions.slice(at + 1, at + 8)) said.push(mixed(14, Math.min(one, other), Math.max(one, other)))
    for (const form of forms) said.push(mixed(15, form, one))
  }
  said.push(...ordered)
  return {
    words: buckets,
    wordValue: 2 / Math.sqrt(buckets.length + 1),
    notions: said,
    notionValue: NOTION_WEIGHT / Math.sqrt(said.length + 1),
  }
}

/** Probability of each act, in the order of `SPEECH_ACTS`. */
export function actProbabilities(sentence: string, model: LinearModel): number[] {
  const { words, wordValue, notions, notionValue } = sentenceVector(sentence)
  const count = model.classes.length
  const sums = Float64Array.from(model.biases)
  const add = (buckets: readonly number[], value: number) => {
    for (const bucket of buckets) {
      const base = bucket * count
      for (let act = 0; act < count; act++) sums[act] = sums[act]! + value * model.weights[base + act]!
    }
  }
  add(words, wordValue)
  add(notions, notionValue)
  return softmax([...sums])
}
