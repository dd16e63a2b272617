/** A small classifier over wire bytes: hashed n-grams of fields and body, logistic regression, and how well it tells two sorts apart. */
import { FeatureBuilder, type FeatureVector } from '../../../src/learning/hashed-features.js'
import { type Example, scoresOf, trainLogisticRegression } from '../../../src/learning/logistic-regression.js'

/** A mail on the wire, labelled. */
export interface WireMail {
  readonly family: string
  /** Number of the edition, or of the season in which the customers wrote. */
  readonly edition: number
  readonly raw: string
  readonly isProbe: boolean
}

const BUCKETS = 1 << 17

/** Runs of characters of one text, each once. */
function addRuns(builder: FeatureBuilder, name: string, text: string, lengths: readonly number[]): void {
  const seen = new Set<string>()
  for (const length of lengths)
    for (let at = 0; at + length <= text.length; at += 1) seen.add(text.slice(at, at + length))
  for (const run of seen) builder.add(`${name} ${run}`)
}

/** What the detector sees of a mail. Figures are all one figure, so that no date or identifier stands for the mail itself. */
function featuresOf(raw: string): FeatureVector {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, end).replaceAll(/\d/g, '0')
  const body = raw.slice(end + 4).replaceAll(/\d/g, '0')
  const builder = new FeatureBuilder(BUCKETS)
  addRuns(builder, 'h', head, [3, 5])
  const names = head.split('\r\n').flatMap((line) => /^[\w-]+(?=:)/.exec(line)?.[0] ?? [])
  for (const [place, name] of names.entries()) {
    builder.add(`name ${name}`, 3)
    builder.add(`pair ${names[place - 1] ?? ''} ${name}`, 3)
  }
  builder.add(`fields ${names.length}`, 3)
  for (const line of body.split('\r\n')) {
    builder.add(`ends ${line.slice(-1)}`, 0.2)
    builder.add(`long ${Math.floor(line.length / 8)}`, 0.2)
  }
  for (const word of new Set(body.match(/[\p{L}=0-9]+/gu))) builder.add(`w ${word}`)
  const { buckets, values, names: kept } = builder.vector()
  const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1
  return { buckets, values: values.map((value) => value / norm), names: kept }
}

/** Area under the receiver operating characteristic: the chance that a probe scores above an ordinary mail, ties a half (Mann and Whitney 1947). */
export function areaUnder(probes: readonly number[], others: readonly number[]): number {
  const all = [...probes.map((score) => ({ score, probe: true })), ...others.map((score) => ({ score, probe: false }))]
  all.sort((one, other) => one.score - other.score)
  let rankSum = 0
  for (let at = 0; at < all.length; ) {
    let until = at
    while (until < all.length && all[until]?.score === all[at]?.score) until += 1
    for (let tied = at; tied < until; tied += 1) if (all[tied]?.probe) rankSum += (at + 1 + until) / 2
    at = until
  }
  return (rankSum - (probes.length * (probes.length + 1)) / 2) / (probes.length * others.length)
}

/** Scores each mail by a model that was trained without the mails of its fold. */
export function heldOutScores(mails: readonly WireMail[], foldOf: (mail: WireMail) => string): number[] {
  const examples = mails.map(
    ({ raw, isProbe }): Example => ({ features: featuresOf(raw), label: isProbe ? 1 : 0, weight: 1 }),
  )
  const folds = mails.map(foldOf)
  const scores = Array<number>(mails.length).fill(0)
  for (const fold of new Set(folds)) {
    const known = examples.filter((_, index) => folds[index] !== fold)
    const options = { classes: ['other', 'probe'], buckets: BUCKETS, penalty: 0.02, iterations: 40 }
    const model = trainLogisticRegression(known, options)
    for (const [index, { features }] of examples.entries()) {
      if (folds[index] !== fold) continue
      const [other = 0, probe = 0] = scoresOf(model, features)
      scores[index] = probe - other
    }
  }
  return scores
}
