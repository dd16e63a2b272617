import { describe, expect, it } from 'vitest'
import { signature } from '../../src/criteria/signature.js'
import { evidenceWith } from './frame/evidence.js'

function scoreOf(text: string): number | null {
  const verdict = signature.evaluate(evidenceWith(text), signature.defaults)
  return verdict.outcome === 'scored' ? verdict.score : null
}

describe('signature', () => {
  it.each([
    ['a first name after the formula', 'Il part demain.\n\nCordialement,\nJulie', 1],
    ['a full name and a role', 'Il part demain.\n\nCordialement,\n\nKarim Haddad\nService clients', 1],
    ['a civility and a name', 'Il part demain.\n\nRespectueusement,\nMme Ozanne', 1],
    ["a name on the formula's line", 'Il part demain.\n\nBien à vous, Julie', 1],
    ['a name that no list knows', 'Il part demain.\n\nCordialement,\nXanthe Vorrel', 1],
    ['a name with its team', "Il part demain.\n\nBelle journée,\nSophie de l'équipe Nordvent", 1],
    ['a name above the formula', 'Il part demain.\n\nJulie\nBelle journée !', 1],
    ['a team', "Il part demain.\n\nCordialement,\nL'équipe Service Client", 0.4],
    ['an English team', 'It leaves tomorrow.\n\nRegards,\nThe Customer Care Team', 0.4],
    ['the brand alone', 'Il part demain.\n\nCordialement,\nNordvent', 0.4],
    [
      'not the agent named in the text',
      'Julie a préparé votre colis. Il part demain matin avec le camion de notre dépôt.\n\nCordialement,\nLe SAV',
      0.4,
    ],
  ])('%s', (_title, text, score) => {
    expect(scoreOf(text)).toBe(score)
  })

  it('is not applicable without a reply', () => {
    expect(signature.evaluate(evidenceWith(null), signature.defaults).outcome).toBe('not-applicable')
  })

  it('takes a person in the sender’s name', () => {
    const evidence = evidenceWith('Il part demain.\n\nCordialement,\nLe service client')
    const reply = { ...evidence.reply!, fromName: 'Julie de Nordvent' }
    expect(signature.evaluate({ ...evidence, reply }, signature.defaults)).toMatchObject({ score: 1, evidence: [] })
  })

  it('scores 0 where nobody signs', () => {
    const evidence = evidenceWith('Il part demain.')
    const reply = { ...evidence.reply!, fromName: '' }
    expect(signature.evaluate({ ...evidence, reply }, signature.defaults)).toMatchObject({ score: 0 })
  })
})
