/** `npm run train -- kinds`: judges by leaving out, calibrates on what was left out, trains on everything, writes the weights. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyPlatt, expectedCalibrationError, fitPlatt, type Outcome } from '../../../src/learning/calibration.js'
import { packModel } from '../../../src/learning/weight-text.js'
import { confidenceScore, replyScore } from '../../../src/reading/kind/signs/certainty.js'
import { weightSource } from '../weight-source.js'
import { BACKGROUND } from './background.js'
import {
  actsWithout,
  asExample,
  type Judgement,
  judgeLeftOut,
  LEARNT_KINDS,
  labelledSentences,
  prepareExamples,
  trainActs,
  trainKindModel,
} from './train-kinds.js'

const FOLDER = join(import.meta.dirname, '../../../src/reading/kind/signs/weights')
const PER_WORDING = 260

/** Figures of what was left out. */
export function figures(judgements: readonly Judgement[]): Record<string, number> {
  const share = (list: readonly Judgement[], holds: (judgement: Judgement) => boolean) =>
    list.length === 0 ? 0 : Number((list.filter(holds).length / list.length).toFixed(4))
  const people = judgements.filter(({ mail }) => mail.kind === 'reply')
  const machines = judgements.filter(({ mail }) => mail.kind !== 'reply')
  return {
    n: judgements.length,
    kind: share(judgements, ({ right }) => right),
    people: share(people, ({ right }) => right),
    machines: share(machines, ({ right }) => right),
    machineTakenForReply: share(machines, ({ kind }) => kind === 'reply'),
  }
}

/** Thresholds of doubt that are counted: from asking often to asking never. */
const THRESHOLDS = [0.025, 0.04, 0.06, 0.08, 0.1, 0.13, 0.16, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.51]

/** What each threshold costs in reviews and leaves in errors, of 100 messages each. */
function countDoubts(outcomes: readonly Outcome[]) {
  const of100 = (count: number, n: number) => Math.round((10_000 * count) / Math.max(1, n)) / 100
  const machines = outcomes.filter(({ positive }) => !positive)
  const replies = outcomes.filter(({ positive }) => positive)
  return THRESHOLDS.map((threshold) => {
    const sure = ({ score }: Outcome) => Math.min(score, 1 - score) < threshold
    return {
      threshold,
      reviews: of100(outcomes.filter((outcome) => !sure(outcome)).length, outcomes.length),
      machinesTakenForReply: of100(
        machines.filter((outcome) => sure(outcome) && outcome.score >= 0.5).length,
        machines.length,
      ),
      repliesLost: of100(replies.filter((outcome) => sure(outcome) && outcome.score < 0.5).length, replies.length),
    }
  })
}

/** Trains and writes. */
export async function train(): Promise<void> {
  const mails = await prepareExamples(PER_WORDING)
  const sentences = labelledSentences()
  const judgements = judgeLeftOut(mails, sentences)
  const outcomes = (score: (judgement: Judgement) => number, positive: (judgement: Judgement) => boolean): Outcome[] =>
    judgements.map((judgement) => ({ score: score(judgement), positive: positive(judgement) }))
  const reply = outcomes(
    ({ probabilities }) => replyScore(probabilities, LEARNT_KINDS),
    ({ mail }) => mail.kind === 'reply',
  )
  const right = outcomes(
    ({ probabilities }) => confidenceScore(probabilities),
    (judgement) => judgement.right,
  )
  const curves = { reply: fitPlatt(reply), confidence: fitPlatt(right) }
  const said = (list: readonly Outcome[], curve: typeof curves.reply) =>
    expectedCalibrationError(list.map(({ score, positive }) => ({ score: applyPlatt(curve, score), positive })))
  const doubts = countDoubts(reply.map(({ score, positive }) => ({ score: applyPlatt(curves.reply, score), positive })))
  const byManner = Object.fromEntries(
    [...new Set(judgements.map(({ mail }) => mail.manner))].map((manner) => [
      manner,
      figures(judgements.filter(({ mail }) => mail.manner === manner)),
    ]),
  )
  const report = {
    leftOut: figures(judgements),
    byManner,
    calibrationErrorReply: Number(said(reply, curves.reply)?.toFixed(4)),
    calibrationErrorKind: Number(said(right, curves.confidence)?.toFixed(4)),
  }
  const acts = packModel(trainActs(sentences))
  const without = actsWithout(sentences)
  const kinds = packModel(
    trainKindModel(
      mails,
      mails.map((mail) => asExample(mail, without(mail.manner))),
    ),
  )
  const seen = [...new Set([...mails.map(({ set }) => set), ...BACKGROUND])].sort()
  writeFileSync(
    join(FOLDER, 'acts.ts'),
    weightSource('kinds', 'ACT_WEIGHTS', 'Weights of the acts of sentences.', acts),
  )
  writeFileSync(
    join(FOLDER, 'kinds.ts'),
    weightSource(
      'kinds',
      'KIND_WEIGHTS',
      'Weights of the kinds of mails.',
      kinds,
      `
  /** Sets that these weights have seen: none of them can judge them. */
  seen: ${JSON.stringify(seen)},
  /** What was said of mails whose manner of writing and system had both been left out. */
  judged: ${JSON.stringify(report)},
  curves: ${JSON.stringify(curves)},
  /** What thresholds of doubt cost and leave, of 100 messages. */
  doubts: ${JSON.stringify(doubts)},`,
    ),
  )
  process.stdout.write(`${JSON.stringify({ ...report, doubts }, null, 2)}\n`)
}
