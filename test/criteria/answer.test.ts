import { describe, expect, it } from 'vitest'
import { answer } from '../../src/criteria/answer.js'
import { evidenceWith } from './frame/evidence.js'

describe('answer', () => {
  it('scores 1 with a reply', () => {
    expect(answer.evaluate(evidenceWith('Bonjour'), {})).toMatchObject({ outcome: 'scored', score: 1 })
  })

  it('scores 0 without one, and names the window in both languages', () => {
    const verdict = answer.evaluate(evidenceWith(null), {})
    expect(verdict).toMatchObject({ outcome: 'scored', score: 0 })
    expect(verdict.message).toEqual({ fr: 'Aucune réponse en 15 jours.', en: 'No answer within 15 days.' })
  })

  it('does not take a receipt for an answer', () => {
    const receipt = evidenceWith('Votre demande est enregistrée.').reply
    expect(answer.evaluate(evidenceWith(null, { acknowledgement: receipt }), {})).toMatchObject({ score: 0 })
  })
})
