import { describe, expect, it } from 'vitest'
import { answer } from '../../src/criteria/answer.js'
import { evidenceWith } from './frame/evidence.js'

describe('answer', () => {
  it('scores 1 with a reply', () => {
    expect(answer.evaluate(evidenceWith('Bonjour'), { machine: 1 })).toMatchObject({ outcome: 'scored', score: 1 })
  })

  it('scores 0 without one, and names the window in both languages', () => {
    const verdict = answer.evaluate(evidenceWith(null), { machine: 1 })
    expect(verdict).toMatchObject({ outcome: 'scored', score: 0 })
    expect(verdict.message).toEqual({ fr: 'Aucune réponse en 15 jours.', en: 'No answer within 15 days.' })
  })

  it('does not take a receipt for an answer', () => {
    const receipt = evidenceWith('Votre demande est enregistrée.').reply
    expect(answer.evaluate(evidenceWith(null, { acknowledgement: receipt }), { machine: 1 })).toMatchObject({
      score: 0,
    })
  })

  it.each([1, 0.5, 0])('a machine that says so is worth what the grid says: %s', (machine) => {
    const said = evidenceWith('Votre colis part demain.\n\nCette réponse a été rédigée par une IA.')
    expect(answer.evaluate(said, { machine })).toMatchObject({ score: machine, value: 1, unit: 'machine' })
    expect(answer.evaluate(evidenceWith('Votre colis part demain.'), { machine })).toMatchObject({ score: 1, value: 0 })
  })

  it('a footer may say it', () => {
    const { reply, ...rest } = evidenceWith('Votre colis part demain.')
    const said = { ...rest, reply: { ...reply!, boilerplate: 'Ce message a été généré par notre assistant virtuel.' } }
    expect(answer.evaluate(said, { machine: 1 })).toMatchObject({ value: 1, unit: 'machine' })
  })
})
