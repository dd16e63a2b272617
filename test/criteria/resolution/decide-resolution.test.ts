import { describe, expect, it } from 'vitest'
import { decideResolution, type LetterWeights } from '../../../src/criteria/resolution/decide-resolution.js'
import { letterSigns } from '../../../src/criteria/resolution/letter-signs.js'
import { actingSentences, RESOLUTION_ACTS } from '../../../src/criteria/resolution/sentence-acts.js'
import { fold } from '../../../src/text/fold.js'
import { unwrap } from '../../../src/text/sentences.js'

const decide = (text: string) => {
  const sentences = actingSentences(text, fold(unwrap(text)))
  return decideResolution(letterSigns(sentences, [], null, 'question'))
}

describe('what the sentences of a letter do for a request', () => {
  // None of these stands in the training text, and no deciding word is shown to the model.
  it.each([
    ['The spare lid left our workshop on Tuesday and costs you nothing.', 'resolved'],
    ['Le couvercle de rechange a quitté notre atelier mardi, il ne vous coûtera rien.', 'resolved'],
    ['Our plumber still has to tell us what went wrong; I will write once he has.', 'partial'],
    ['Notre plombier doit encore nous dire ce qui s’est passé, je vous écrirai ensuite.', 'partial'],
    ['Would you mind telling us which lid you were sent?', 'partial'],
    ['Questions about lids are only taken at the counter, so please go to your nearest shop.', 'deflected'],
    [
      'Les questions sur les couvercles ne se traitent qu’au comptoir : veuillez aller dans votre magasin.',
      'deflected',
    ],
  ])('judges “%s”: %s', (text, resolution) => {
    expect(decide(text).resolution).toBe(resolution)
  })

  it('gives each long sentence one probability an act, with places in the letter', () => {
    const text = 'Bonjour,\n\nNous avons remboursé votre commande ce matin.\nVeuillez appeler le magasin pour la suite.'
    const sentences = actingSentences(text, fold(unwrap(text)))
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Nous avons remboursé votre commande ce matin.',
      'Veuillez appeler le magasin pour la suite.',
    ])
    for (const { probabilities } of sentences) {
      expect(probabilities).toHaveLength(RESOLUTION_ACTS.length)
      expect(probabilities.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
    }
  })

  it('reads no more of a document than of a letter', () => {
    const text = 'We have refunded your order today.\n'.repeat(5_000)
    expect(actingSentences(text, fold(unwrap(text))).length).toBeLessThan(200)
  })
})

describe('a decision', () => {
  const weights: LetterWeights = { biases: [0, 0, 0], signs: { coverage: [1, 0, 0] }, doubt: 0.7 }

  it.each([
    [0, 1 / 3, true],
    [1, Math.E / (Math.E + 2), true],
    [3, Math.E ** 3 / (Math.E ** 3 + 2), false],
  ])('with a sign of %d is %d sure, doubtful: %s', (value, probability, doubtful) => {
    const decision = decideResolution(new Map([['coverage', value]]), weights)
    expect(decision).toMatchObject({ resolution: 'resolved', doubtful })
    expect(decision.probability).toBeCloseTo(probability, 9)
  })

  it('ignores a sign that nothing was learnt of', () => {
    expect(decideResolution(new Map([['words:new', 9]]), weights).probability).toBeCloseTo(1 / 3, 9)
  })
})
