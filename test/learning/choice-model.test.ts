/** The choice model learns what its examples say, the same each time. */
import { expect, it } from 'vitest'
import { ChoiceTrainer } from '../../src/learning/choice-model.js'
import { hashText, mix } from '../../src/learning/hashing.js'

function learn(): ChoiceTrainer {
  const trainer = new ChoiceTrainer(10, 0.2, 1e-6)
  const features = new Int32Array(4)
  for (let round = 0; round < 50; round++) {
    for (const [sign, right] of [
      ['before noun', 0],
      ['before verb', 1],
    ] as const) {
      const feature = hashText(sign)
      for (const alternative of [0, 1]) features[alternative] = mix(feature, alternative)
      trainer.learn(features, [1, 2], right)
    }
  }
  return trainer
}

it('prefers what stood in the same surroundings', () => {
  const { weights } = learn()
  const score = (sign: string, alternative: number): number => weights[mix(hashText(sign), alternative) & 1023]!
  expect(score('before noun', 0)).toBeGreaterThan(score('before noun', 1) + 1)
  expect(score('before verb', 1)).toBeGreaterThan(score('before verb', 0) + 1)
})

it('gives the same weights each time', () => {
  expect(learn().weights).toEqual(learn().weights)
})

it('tells the loss before a step: the logarithm of two where nothing is known of two alternatives', () => {
  expect(new ChoiceTrainer(4, 0.1, 0).learn(Int32Array.of(1, 2), [1, 2], 0)).toBeCloseTo(Math.log(2))
})
