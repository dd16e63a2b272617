/**
 * Trains the models of kinds: sentence acts first, then kinds over all signs of mails, where the acts of a mail's sentences always
 * come from a model that has not met its manner of writing. Judged by leaving out a whole manner together with half of the families.
 */
import type { MessageKind } from '../../../src/domain/message.js'
import {
  type Example,
  type LinearModel,
  scoresOf,
  softmax,
  trainLogisticRegression,
} from '../../../src/learning/logistic-regression.js'
import { createRandom } from '../../../src/ranking/random.js'
import { KIND_RULES } from '../../../src/reading/kind/decide-kind.js'
import { prepareMail } from '../../../src/reading/kind/evidence.js'
import { gatherFeatures, type KindEvidence } from '../../../src/reading/kind/features.js'
import type { KindFeatures } from '../../../src/reading/kind/rule.js'
import { MAIL_BUCKETS, mailSigns } from '../../../src/reading/kind/signs/mail-signs.js'
import {
  SENTENCE_BUCKETS,
  SPEECH_ACTS,
  type SpeechAct,
  sentenceVector,
} from '../../../src/reading/kind/signs/speech-acts.js'
import { bareMail } from '../../../src/reading/mime/bare-mail.js'
import { parseHeaderBlock } from '../../../src/reading/mime/headers.js'
import { DEFAULT_LIMITS } from '../../../src/reading/mime/limits.js'
import { openMail } from '../../../src/reading/mime/open-mail.js'
import { backgroundSentences } from './background.js'
import { FAMILIES } from './families.js'
import { fixtureMails, fixtureSentences } from './fixtures.js'
import { generateMails } from './generate.js'
import { marketMails } from './market.js'
import { drawFacts, slotsOf } from './slots.js'
import { readWordings, say } from './wordings.js'

/** Kinds that the model tells apart; reports of mail systems are read by their standards. */
export const LEARNT_KINDS: readonly MessageKind[] = [
  'reply',
  'acknowledgement',
  'out-of-office',
  'challenge',
  'survey',
  'marketing',
  'transactional',
  'forwarding-notice',
  'reading-receipt',
  'answered-elsewhere',
  'unrelated',
]

const BACKGROUND_WEIGHT = 0.12
/** Mails of the simulated market: never left out, since they judge nothing. */
const MARKET = 'market'
const MARKET_SEEDS = [101, 102, 103]
const MARKET_WEIGHT = 0.8
/** Letters that people and other writers composed whole count more than what is put together here. */
const OWN_WEIGHT = 2.5
const SEED = 20_261_201
const VARIANTS = 4
/** The other languages: small wordings, never left out, since no other manner knows their words. */
const FEW = 'others'
/** Weight of all sentences together. */
const PER_ACT = 4000
/** How much more answers count than any other act. */
const ANSWER_SHARE = 2
const SUBJECT_ACTS: Readonly<Record<string, SpeechAct>> = {
  acknowledgement: 'receipt',
  'out-of-office': 'absence',
  challenge: 'challenge',
  survey: 'survey',
  marketing: 'promotion',
  transactional: 'transaction',
  'forwarding-notice': 'forwarding',
  'answered-elsewhere': 'elsewhere',
  'reading-receipt': 'reading',
  unrelated: 'stranger',
}

/** A prepared mail with what is known of it. */
export interface PreparedExample {
  readonly kind: MessageKind
  /** Kinds that would be right as well: a set whose labels are coarser. */
  readonly allowed: readonly MessageKind[]
  readonly manner: string
  readonly half: number
  readonly set: string
  readonly group: string
  readonly evidence: KindEvidence
  readonly features: KindFeatures
  readonly withRules: boolean
  readonly weight: number
}

const NO_HEADERS = parseHeaderBlock(new Uint8Array(), 0)
const UNRELATED: readonly MessageKind[] = [
  'unrelated',
  'transactional',
  'forwarding-notice',
  'reading-receipt',
  'answered-elsewhere',
]

/** Every example, opened and separated. */
export async function prepareExamples(perWording: number): Promise<PreparedExample[]> {
  const prepared: PreparedExample[] = []
  const halves = new Map(FAMILIES.map(({ id }, at) => [id, at % 2]))
  for (const wording of readWordings()) {
    const count = wording.manner === FEW ? Math.round(perWording / 6) : perWording
    for (const mail of generateMails(wording, count, SEED)) {
      const { evidence } = prepareMail(await openMail(mail.raw, DEFAULT_LIMITS))
      prepared.push({
        kind: mail.kind,
        allowed: [mail.kind],
        manner: mail.manner,
        half: halves.get(mail.family)!,
        set: mail.wording,
        group: mail.group,
        evidence,
        features: gatherFeatures(evidence),
        withRules: true,
        weight: 1,
      })
    }
  }
  for (const [at, mail] of fixtureMails().entries()) {
    const opened = mail.raw
      ? await openMail(mail.raw, DEFAULT_LIMITS)
      : bareMail(NO_HEADERS, { plain: mail.text, html: null })
    const { evidence } = prepareMail(opened)
    prepared.push({
      kind: mail.kind,
      allowed: mail.kind === 'unrelated' ? UNRELATED : [mail.kind],
      manner: 'fixtures',
      half: at % 2,
      set: mail.set,
      group: 'fixtures',
      evidence,
      features: gatherFeatures(evidence),
      withRules: false,
      weight: OWN_WEIGHT,
    })
  }
  for (const seed of MARKET_SEEDS)
    for (const { raw, kind } of await marketMails(seed)) {
      if (!LEARNT_KINDS.includes(kind)) continue
      const { evidence } = prepareMail(await openMail(raw, DEFAULT_LIMITS))
      prepared.push({
        kind,
        allowed: kind === 'unrelated' ? UNRELATED : [kind],
        manner: MARKET,
        half: 0,
        set: MARKET,
        group: MARKET,
        evidence,
        features: gatherFeatures(evidence),
        withRules: true,
        weight: MARKET_WEIGHT,
      })
    }
  return prepared
}

interface LabelledSentence {
  readonly sentence: string
  readonly act: SpeechAct
  readonly manner: string
  readonly weight: number
}

/** Sentences with their acts, of every manner. */
export function labelledSentences(): LabelledSentence[] {
  const list: LabelledSentence[] = []
  for (const wording of readWordings()) {
    const random = createRandom(SEED).fork('sentences', wording.name)
    for (const [section, lines] of wording.sections) {
      const kind = /^subject (.+)$/.exec(section)?.[1]
      const act = kind === undefined ? (section as SpeechAct) : SUBJECT_ACTS[kind]
      if (act === undefined) continue
      for (const line of lines) {
        // A bare subject of the customer's says nothing of the kind.
        if (kind !== undefined && /^([\w ]{0,6}[:] ?)?\{sujet\}$/.test(line)) continue
        const said = new Set<string>()
        for (let variant = 0; variant < VARIANTS; variant++) {
          const facts = drawFacts(wording.language, random)
          said.add(say(line, slotsOf(facts, random), random))
        }
        for (const sentence of said)
          list.push({ sentence, act, manner: wording.manner, weight: (kind === undefined ? 3 : 1.5) / said.size })
      }
    }
  }
  for (const mail of fixtureMails())
    for (const { sentence, act } of fixtureSentences(mail))
      list.push({ sentence, act, manner: 'fixtures', weight: 0.7 })
  for (const sentence of backgroundSentences())
    list.push({ sentence, act: 'answer', manner: 'background', weight: BACKGROUND_WEIGHT })
  return list
}

/** Trains the model of sentence acts. */
export function trainActs(sentences: readonly LabelledSentence[]): LinearModel {
  // Every act weighs the same, whatever is at hand of it, but for answers: they may say anything.
  const totals = new Map<SpeechAct, number>()
  for (const { act, weight } of sentences) totals.set(act, (totals.get(act) ?? 0) + weight)
  const share = (act: SpeechAct) => (PER_ACT / Math.max(1, totals.size)) * (act === 'answer' ? ANSWER_SHARE : 1)
  const examples = sentences.map(({ sentence, act, weight }): Example => {
    const { words, wordValue, notions, notionValue } = sentenceVector(sentence)
    const values = [...words.map(() => wordValue), ...notions.map(() => notionValue)]
    return {
      features: { buckets: [...words, ...notions], values, names: [] },
      label: SPEECH_ACTS.indexOf(act),
      weight: (weight * share(act)) / totals.get(act)!,
    }
  })
  return trainLogisticRegression(examples, {
    classes: SPEECH_ACTS,
    buckets: SENTENCE_BUCKETS,
    penalty: 0.7,
    iterations: 32,
  })
}

/** Models of acts by the manners that they have not met. */
export function actsWithout(sentences: readonly LabelledSentence[]): (...manners: readonly string[]) => LinearModel {
  const known = new Map<string, LinearModel>()
  return (...manners) => {
    const key = [...new Set(manners)].sort().join()
    const model = known.get(key) ?? trainActs(sentences.filter(({ manner }) => !manners.includes(manner)))
    known.set(key, model)
    return model
  }
}

/** An example of the mail model. */
export function asExample(mail: PreparedExample, acts: LinearModel): Example {
  const { vector } = mailSigns(mail.evidence, mail.features, { acts, rules: KIND_RULES, withRules: mail.withRules })
  return { features: vector, label: LEARNT_KINDS.indexOf(mail.kind), weight: mail.weight }
}

/** Where labels are coarser, the likeliest of what they allow. */
function settled(mail: PreparedExample, example: Example, model: LinearModel): Example {
  if (mail.allowed.length < 2) return example
  const scores = scoresOf(model, example.features)
  const best = mail.allowed
    .map((kind) => LEARNT_KINDS.indexOf(kind))
    .sort((one, other) => scores[other]! - scores[one]!)[0]!
  return { ...example, label: best }
}

const KIND_TRAINING = { classes: LEARNT_KINDS, buckets: MAIL_BUCKETS, penalty: 1.5, iterations: 50 }

/** Trains the model of kinds; mails with coarse labels enter in a second round. */
export function trainKindModel(mails: readonly PreparedExample[], examples: readonly Example[]): LinearModel {
  const plain = examples.filter((_, at) => mails[at]!.allowed.length === 1)
  const first = trainLogisticRegression(plain, KIND_TRAINING)
  if (plain.length === examples.length) return first
  return trainLogisticRegression(
    examples.map((example, at) => settled(mails[at]!, example, first)),
    KIND_TRAINING,
  )
}

/** What the model said of a mail that it had not met in any way. */
export interface Judgement {
  readonly mail: PreparedExample
  readonly scores: readonly number[]
  readonly probabilities: readonly number[]
  readonly kind: MessageKind
  readonly right: boolean
}

/** Leaves out each manner together with each half of the families. */
export function judgeLeftOut(mails: readonly PreparedExample[], sentences: readonly LabelledSentence[]): Judgement[] {
  const without = actsWithout(sentences)
  const manners = [...new Set(mails.map(({ manner }) => manner))].filter(
    (manner) => manner !== FEW && manner !== MARKET,
  )
  const judgements: Judgement[] = []
  for (const left of manners) {
    const test = mails.filter(({ manner }) => manner === left)
    for (const half of left === 'fixtures' ? [0] : [0, 1]) {
      const kept = mails.filter(
        (mail) => mail.manner !== left && (left === 'fixtures' || mail.manner === 'fixtures' || mail.half !== half),
      )
      const model = trainKindModel(
        kept,
        kept.map((mail) => asExample(mail, without(mail.manner))),
      )
      for (const mail of test) {
        if (left !== 'fixtures' && mail.half !== half) continue
        const scores = scoresOf(model, asExample(mail, without(left)).features)
        const probabilities = softmax(scores)
        const kind = LEARNT_KINDS[probabilities.indexOf(Math.max(...probabilities))]!
        judgements.push({ mail, scores, probabilities, kind, right: mail.allowed.includes(kind) })
      }
    }
  }
  return judgements
}
