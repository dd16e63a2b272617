/**
 * Every sign of a mail in one vector: what its sentences do and where they stand, its subject, what each rule and pattern found, its
 * headers and its structure. What is missing (no headers, no subject) leaves no sign rather than a false one.
 */
import { FeatureBuilder, type FeatureVector } from '../../../learning/hashed-features.js'
import type { LinearModel } from '../../../learning/logistic-regression.js'
import { headerWeight, receiptStrength } from '../acknowledgement.js'
import type { KindEvidence } from '../features.js'
import type { KindFeatures, KindRule } from '../rule.js'
import { addHeaderSigns } from './header-signs.js'
import { actProbabilities, SPEECH_ACTS, type SpeechAct, tokensOf } from './speech-acts.js'
import { addStructureSigns } from './structure-signs.js'

/** Buckets of the mail model. */
export const MAIL_BUCKETS = 1 << 13

/** A sentence with the act it most probably is. */
export interface SpokenSentence {
  readonly sentence: string
  readonly act: SpeechAct
  /** Of that act, 0–1. */
  readonly probability: number
  readonly probabilities: readonly number[]
}

/** The signs of a mail, and the sentences they rest on. */
export interface MailSigns {
  readonly vector: FeatureVector
  readonly sentences: readonly SpokenSentence[]
}

const MOST_SENTENCES = 60
const place = (act: SpeechAct) => SPEECH_ACTS.indexOf(act)
const CHATTER = place('chatter')
const ANSWERS: readonly number[] = [place('answer'), place('question'), place('refusal')]
const RECEIPTS: readonly number[] = [place('receipt'), place('promise'), place('automation'), place('pointer')]
const OTHERS: readonly number[] = SPEECH_ACTS.map((_, act) => act).filter(
  (act) => act !== CHATTER && !ANSWERS.includes(act) && !RECEIPTS.includes(act),
)

function speak(sentence: string, model: LinearModel): SpokenSentence {
  const probabilities = actProbabilities(sentence, model)
  let best = 0
  for (let act = 1; act < probabilities.length; act++) if (probabilities[act]! > probabilities[best]!) best = act
  return { sentence, act: SPEECH_ACTS[best]!, probability: probabilities[best]!, probabilities }
}

const massOf = ({ probabilities }: SpokenSentence, acts: readonly number[]) =>
  acts.reduce((sum, act) => sum + probabilities[act]!, 0)

function addSpeech(sentences: readonly SpokenSentence[], prefix: string, signs: FeatureBuilder): void {
  const content = sentences.filter(({ probabilities }) => probabilities[CHATTER]! < 0.5)
  for (const [act, name] of SPEECH_ACTS.entries()) {
    let most = 0
    let sum = 0
    for (const { probabilities } of sentences) {
      most = Math.max(most, probabilities[act]!)
      sum += probabilities[act]!
    }
    signs.add(`${prefix}most:${name}`, most)
    signs.add(`${prefix}sum:${name}`, Math.min(1, sum / 4))
    signs.add(`${prefix}share:${name}`, sum / Math.max(1, content.length + 0.5))
    if (content.length > 0) {
      signs.add(`${prefix}first:${name}`, content[0]!.probabilities[act]!)
      signs.add(`${prefix}last:${name}`, content.at(-1)!.probabilities[act]!)
    }
  }
}

const level = (value: number) => (value >= 2.2 ? 3 : value >= 1.3 ? 2 : value >= 0.6 ? 1 : 0)

/** How much answers, confirms and does something else, together with who seems to send: what no single sign says. */
function addTogether(sentences: readonly SpokenSentence[], features: KindFeatures, signs: FeatureBuilder): void {
  const sum = (acts: readonly number[]) => sentences.reduce((total, sentence) => total + massOf(sentence, acts), 0)
  const answers = level(sum(ANSWERS))
  const receipts = level(sum(RECEIPTS))
  const others = level(sum(OTHERS))
  const marked = headerWeight(features) >= 1 ? 1 : 0
  const { headers, hasHeaders } = features
  const threaded = !hasHeaders ? 2 : headers.has('in-reply-to') || headers.has('references') ? 1 : 0
  signs.add(`answers${answers}:receipts${receipts}`)
  signs.add(`answers${answers}:others${others}`)
  signs.add(`answers${answers}:receipts${receipts}:marked${marked}`)
  signs.add(`answers${answers}:threaded${threaded}`)
  signs.add(`receipts${receipts}:others${others}`)
}

/** How what was found by rules enters. */
export interface SignOptions {
  readonly acts: LinearModel
  readonly rules: readonly KindRule[]
  /** False where the rules have seen the mail before: what they find in it says nothing about mails that they have not seen. */
  readonly withRules: boolean
  readonly keepNames?: boolean
}

function addRules(features: KindFeatures, rules: readonly KindRule[], signs: FeatureBuilder): void {
  const { acts, noticeActs } = features
  let first = true
  for (const rule of rules) {
    const found = rule.find(features)
    if (!found) continue
    signs.add(`rule:${rule.id}`)
    if (first) signs.add(`first-rule:${rule.id}`)
    first = false
  }
  for (const [act, count] of Object.entries(acts.count)) {
    if (count > 0) signs.add(`pattern:${act}`)
    if (count > 1) signs.add(`pattern:${act}>1`)
  }
  for (const [act, count] of Object.entries(noticeActs.count)) if (count > 0) signs.add(`notice-pattern:${act}`)
  for (const step of [0.5, 2, 4]) if (acts.answering >= step) signs.add(`answering>=${step}`)
  for (const step of [1, 2.2, 4]) if (receiptStrength(features) >= step) signs.add(`receipt-strength>=${step}`)
  if (acts.content > 0) signs.add('unknown-content')
  if (acts.content > 2) signs.add('unknown-content>2')
  if (acts.unknownLeaning < -1.5) signs.add('sounds-like-receipt')
}

/** Gathers every sign. */
export function mailSigns(evidence: KindEvidence, features: KindFeatures, options: SignOptions): MailSigns {
  const { acts, rules, withRules, keepNames } = options
  const signs = new FeatureBuilder(MAIL_BUCKETS, keepNames)
  const sentences = features.acts.sentences.slice(0, MOST_SENTENCES).map(({ sentence }) => speak(sentence, acts))
  const notices = features.noticeActs.sentences.slice(0, 20).map(({ sentence }) => speak(sentence, acts))
  addSpeech(sentences, '', signs)
  if (notices.length > 0) addSpeech(notices, 'notice-', signs)
  addTogether(sentences, features, signs)
  if (features.subject.trim() !== '') {
    const subject = features.subject.replace(/^(\s*(re|fwd?|tr|aw)\s*:)+/i, '')
    const { probabilities } = speak(subject, acts)
    for (const [act, name] of SPEECH_ACTS.entries()) signs.add(`subject-act:${name}`, probabilities[act]!)
    for (const token of tokensOf(subject)) signs.add(`subject-word:${token.slice(0, 6)}`, 0.5)
  }
  if (withRules) addRules(features, rules, signs)
  else signs.add('rules:not-asked')
  addHeaderSigns(features, signs)
  addStructureSigns(evidence, features, signs)
  return { vector: signs.vector(), sentences }
}
