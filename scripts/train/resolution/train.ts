/**
 * `npm run train -- resolution`: learns what sentences do for a request and how a letter settles it. Judged by leaving out each set
 * of letters whole, from both models. The deciding words of the criterion were mended on these very letters: half of those found are
 * hidden from the model, in training and in judging, as a new writer's letter would hide them.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { coverageShare, coverPoints } from '../../../src/criteria/coverage/cover-points.js'
import { findDecidingWords } from '../../../src/criteria/phrases/find-resolution.js'
import {
  decideResolution,
  type LetterWeights,
  RESOLUTIONS,
  type ResolutionDecision,
} from '../../../src/criteria/resolution/decide-resolution.js'
import { type LetterSigns, letterSigns } from '../../../src/criteria/resolution/letter-signs.js'
import { actingSentences, RESOLUTION_ACTS } from '../../../src/criteria/resolution/sentence-acts.js'
import { type Example, type LinearModel, trainLogisticRegression } from '../../../src/learning/logistic-regression.js'
import { packModel } from '../../../src/learning/weight-text.js'
import { createRandom } from '../../../src/ranking/random.js'
import { actProbabilities, SENTENCE_BUCKETS, sentenceVector } from '../../../src/reading/kind/signs/speech-acts.js'
import { fold } from '../../../src/text/fold.js'
import { unwrap } from '../../../src/text/sentences.js'
import { weightSource } from '../weight-source.js'
import { type LabelledLetter, labelledLetters } from './letters.js'
import { type ActExample, letterSentences, wordingSentences } from './sentences.js'

const FOLDER = join(import.meta.dirname, '../../../src/criteria/resolution/weights')
/** Weight of all sentences together; each act weighs the same, but for what settles: it may say anything. */
const ALL_SENTENCES = 3000
const SETTLED_SHARE = 2
/** Below this a person looks: of the letters left out, about nineteen in twenty are right once those are decided. */
const DOUBT = 0.7
const SEED = 20_261_201
/** Share of the deciding words found that is hidden, and how often each letter is looked at so. */
const HIDDEN = 0.5
const HIDINGS = 4

function trainSentences(examples: readonly ActExample[]): LinearModel {
  const totals = new Map<string, number>()
  for (const { act, weight } of examples) totals.set(act, (totals.get(act) ?? 0) + weight)
  const list = examples.map(({ sentence, act, weight }): Example => {
    const { words, wordValue, notions, notionValue } = sentenceVector(sentence)
    const share = (ALL_SENTENCES / RESOLUTION_ACTS.length) * (act === 'settled' ? SETTLED_SHARE : 1)
    return {
      features: {
        buckets: [...words, ...notions],
        values: [...words.map(() => wordValue), ...notions.map(() => notionValue)],
        names: [],
      },
      label: RESOLUTION_ACTS.indexOf(act),
      weight: (weight * share) / totals.get(act)!,
    }
  })
  return trainLogisticRegression(list, {
    classes: RESOLUTION_ACTS,
    buckets: SENTENCE_BUCKETS,
    penalty: 0.7,
    iterations: 40,
  })
}

/** Signs of a letter, once for each way of hiding deciding words. */
function signsOf({ id, text, language, scenario }: LabelledLetter, model: LinearModel): readonly LetterSigns[] {
  const folded = fold(unwrap(text))
  const random = createRandom(SEED).fork('hidden', id)
  const sentences = actingSentences(text, folded, (sentence) => actProbabilities(sentence, model))
  const words = findDecidingWords(text, folded)
  const comparable = language === null || language === scenario.language
  const coverage = comparable ? coverageShare(coverPoints(scenario.points, text, scenario.language)) : null
  return Array.from({ length: HIDINGS }, () =>
    letterSigns(
      sentences,
      words.filter(() => random.uniform() >= HIDDEN),
      coverage,
      scenario.type,
    ),
  )
}

function trainLetters(letters: readonly { signs: LetterSigns; letter: LabelledLetter }[]): LetterWeights {
  const names = [...new Set(letters.flatMap(({ signs }) => [...signs.keys()]))].sort()
  const buckets = 2 ** Math.ceil(Math.log2(names.length + 1))
  const model = trainLogisticRegression(
    letters.map(({ signs, letter }) => ({
      features: {
        buckets: [...signs.keys()].map((name) => names.indexOf(name)),
        values: [...signs.values()],
        names: [],
      },
      label: RESOLUTIONS.indexOf(letter.resolution),
      weight: 1 / HIDINGS,
    })),
    { classes: RESOLUTIONS, buckets, penalty: 1, iterations: 80 },
  )
  const short = (value: number) => Number(value.toPrecision(4))
  return {
    biases: model.biases.map(short),
    signs: Object.fromEntries(
      names.map((name, at) => [name, RESOLUTIONS.map((_, of) => short(model.weights[at * RESOLUTIONS.length + of]!))]),
    ),
    doubt: DOUBT,
  }
}

/** What was said of letters whose whole set had been left out. */
function figures(judged: readonly { letter: LabelledLetter; decision: ResolutionDecision }[]) {
  const right = judged.filter(({ letter, decision }) => letter.resolution === decision.resolution)
  const left = judged.filter(({ letter, decision }) => !decision.doubtful && letter.resolution !== decision.resolution)
  const share = (part: number) => Number((part / judged.length).toFixed(4))
  return {
    n: judged.length,
    right: share(right.length),
    doubtful: share(judged.filter(({ decision }) => decision.doubtful).length),
    rightOnceDecided: share(judged.length - left.length),
  }
}

/** Trains, judges and writes. */
export async function train(): Promise<void> {
  const letters = await labelledLetters()
  const sentences = [...wordingSentences(), ...letters.flatMap(letterSentences)]
  const sets = [...new Set(letters.map(({ set }) => set))]
  // Signs of a set always come from a sentence model that has not met it.
  const signed = sets.flatMap((set) => {
    const model = trainSentences(sentences.filter(({ source }) => source !== set))
    return letters
      .filter((letter) => letter.set === set)
      .flatMap((letter) => signsOf(letter, model).map((signs) => ({ letter, signs })))
  })
  const judged = sets.flatMap((set) => {
    const weights = trainLetters(signed.filter(({ letter }) => letter.set !== set))
    return signed
      .filter(({ letter }) => letter.set === set)
      .map(({ letter, signs }) => ({ letter, decision: decideResolution(signs, weights) }))
  })
  const report = {
    leftOut: figures(judged),
    bySet: Object.fromEntries(sets.map((set) => [set, figures(judged.filter(({ letter }) => letter.set === set))])),
  }
  const packed = packModel(trainSentences(sentences))
  writeFileSync(
    join(FOLDER, 'sentences.ts'),
    weightSource('resolution', 'SENTENCE_WEIGHTS', 'Weights of what sentences do for a request.', packed),
  )
  writeFileSync(
    join(FOLDER, 'letters.ts'),
    `/** Weights of how letters settle a request. Written by \`npm run train -- resolution\`; not edited. */
// biome-ignore format: written by a program
export const LETTER_WEIGHTS = {
  /** Sets that these weights have seen: none of them can judge them. */
  seen: ${JSON.stringify(sets)},
  /** What was said of letters whose set had been left out. */
  judged: ${JSON.stringify(report)},
  ${Object.entries(trainLetters(signed))
    .map(([name, value]) => `${name}: ${JSON.stringify(value)},`)
    .join('\n  ')}
} as const
`,
  )
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
}
