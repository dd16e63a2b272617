import { describe, expect, it } from 'vitest'
import { FeatureBuilder } from '../../src/learning/hashed-features.js'
import {
  type Example,
  probabilitiesOf,
  softmax,
  trainLogisticRegression,
} from '../../src/learning/logistic-regression.js'
import { packModel, unpackModel } from '../../src/learning/weight-text.js'

const CLASSES = ['cat', 'dog', 'fish'] as const
const OPTIONS = { classes: CLASSES, buckets: 256, penalty: 0.1, iterations: 60 }

function vector(...names: readonly string[]) {
  const builder = new FeatureBuilder(256)
  for (const name of names) builder.add(name)
  return builder.vector()
}

const EXAMPLES: readonly Example[] = [
  ['cat', 'purrs', 'fur'],
  ['cat', 'purrs', 'whiskers'],
  ['dog', 'barks', 'fur'],
  ['dog', 'barks', 'leash'],
  ['fish', 'swims', 'scales'],
  ['fish', 'swims', 'fins'],
].map(([name, ...features]) => ({ features: vector(...features), label: CLASSES.indexOf(name as never), weight: 1 }))

describe('logistic regression', () => {
  const model = trainLogisticRegression(EXAMPLES, OPTIONS)

  it('learns what each feature speaks for', () => {
    const likeliest = (...names: string[]) => {
      const shares = probabilitiesOf(model, vector(...names))
      return CLASSES[shares.indexOf(Math.max(...shares))]
    }
    expect([likeliest('purrs'), likeliest('barks', 'fur'), likeliest('swims')]).toEqual(['cat', 'dog', 'fish'])
  })

  it('gives the same weights for the same examples', () => {
    expect(trainLogisticRegression(EXAMPLES, OPTIONS)).toEqual(model)
  })

  it('knows nothing of features it has never met', () => {
    const shares = probabilitiesOf(model, vector())
    for (const share of shares) expect(share).toBeCloseTo(1 / 3, 1)
  })

  it('lets an example count as often as it weighs', () => {
    const twice = [...EXAMPLES, EXAMPLES[0]!]
    const heavy = EXAMPLES.map((example, at) => (at === 0 ? { ...example, weight: 2 } : example))
    const [one, other] = [twice, heavy].map((list) =>
      probabilitiesOf(trainLogisticRegression(list, OPTIONS), vector('fur')),
    )
    for (const [at, share] of one!.entries()) expect(share).toBeCloseTo(other![at]!, 3)
  })

  it('keeps its probabilities when packed into one byte a weight', () => {
    const packed = unpackModel(JSON.parse(JSON.stringify(packModel(model))))
    for (const names of [['purrs'], ['fur'], ['swims', 'fur']]) {
      const [plain, small] = [model, packed].map((one) => probabilitiesOf(one, vector(...names)))
      for (const [at, share] of plain!.entries()) expect(Math.abs(share - small![at]!)).toBeLessThan(0.02)
    }
  })
})

describe('softmax', () => {
  it('sums to one and survives large scores', () => {
    const shares = softmax([1000, 999, -1000])
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(shares[0]).toBeCloseTo(0.7311, 3)
  })
})
