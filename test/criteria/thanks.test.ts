import { describe, expect, it } from 'vitest'
import { thanks } from '../../src/criteria/thanks.js'
import { evidenceWith } from './frame/evidence.js'

function scoreOf(text: string): number | null {
  const verdict = thanks.evaluate(evidenceWith(text), thanks.defaults)
  return verdict.outcome === 'scored' ? verdict.score : null
}

describe('thanks', () => {
  it.each([
    ['thanks for the message', 'Bonjour,\nNous vous remercions de votre message.', 1],
    ['thanks for having written', "Merci d'avoir pris le temps de nous écrire.", 1],
    ['thanks in English', 'Thank you for getting in touch with us.', 1],
    ['thanks by a pronoun', 'Votre courriel nous est bien parvenu et nous vous en remercions.', 1],
    ['does not count a request in disguise', 'Merci de bien vouloir nous transmettre votre facture.', 0],
    ['does not count thanks in advance', "Merci d'avance pour votre réponse rapide.", 0],
    ['does not count English thanks in advance', 'Thank you in advance.', 0],
    ['does not count thanks for understanding', 'Nous vous remercions de votre compréhension.', 0],
    ['does not count English thanks for patience', 'Thank you for your patience.', 0],
    ['counts patience and message together', 'Merci pour votre patience et votre message.', 1],
    ['does not count thanks to a cause', 'Thanks to our new depot, parcels leave sooner.', 0],
    ['finds none', 'Votre colis arrive demain.', 0],
  ])('%s', (_title, text, score) => {
    expect(scoreOf(text)).toBe(score)
  })

  it('is not applicable without a reply', () => {
    expect(thanks.evaluate(evidenceWith(null), thanks.defaults).outcome).toBe('not-applicable')
  })

  it('shows the words that decide', () => {
    const text = 'Bonjour,\nMerci de votre message. Il arrive.'
    const verdict = thanks.evaluate(evidenceWith(text), thanks.defaults)
    const shown = verdict.evidence?.map(({ start, end }) => text.slice(start, end))
    expect(shown).toEqual(['Merci de votre message'])
  })
})
