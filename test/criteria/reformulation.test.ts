import { describe, expect, it } from 'vitest'
import { reformulation } from '../../src/criteria/reformulation.js'
import { evidenceWith } from './frame/evidence.js'

describe('reformulation', () => {
  it.each<[string, number]>([
    ['Vous nous signalez que votre commande n’est pas arrivée. Elle part demain.', 1],
    ['Suite à votre demande concernant la commande 48213, elle part demain.', 1],
    ['Nous comprenons que votre colis n’a pas été reçu. Il part demain.', 1],
    ['Suite à votre demande, nous vous informons que nos bureaux sont fermés.', 0],
    ['Elle part demain.', 0],
    ['Vous souhaitez une commande ?', 0],
  ])('scores “%s” %d', (text, score) => {
    expect(reformulation.evaluate(evidenceWith(text), reformulation.defaults)).toMatchObject({ score })
  })

  it('shows the sentence', () => {
    const text = 'Bonjour. Vous souhaitez savoir quand votre commande sera livrée. Demain.'
    const span = reformulation.evaluate(evidenceWith(text), reformulation.defaults).evidence?.[0]
    expect(text.slice(span?.start, span?.end)).toBe('Vous souhaitez savoir quand votre commande sera livrée.')
  })

  it('has no score where the question is not known', () => {
    const question = { subject: '', text: '', language: 'fr' as const }
    expect(reformulation.evaluate(evidenceWith('Bonjour', { question }), reformulation.defaults).outcome).toBe(
      'not-available',
    )
  })

  it('is not applicable without a reply', () => {
    expect(reformulation.evaluate(evidenceWith(null), reformulation.defaults).outcome).toBe('not-applicable')
  })
})
