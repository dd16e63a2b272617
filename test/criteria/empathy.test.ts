import { describe, expect, it } from 'vitest'
import { empathy } from '../../src/criteria/empathy.js'
import { evidenceWith, scenarioWith } from './frame/evidence.js'

function scoreOf(text: string): number | null {
  const verdict = empathy.evaluate(evidenceWith(text), empathy.defaults)
  return verdict.outcome === 'scored' ? verdict.score : null
}

describe('empathy', () => {
  it.each([
    ['an apology', 'Nous sommes désolés pour ce retard.', 1],
    ['a formal apology', 'Nous vous prions de bien vouloir nous excuser.', 1],
    ['understanding', 'Je comprends tout à fait votre déception.', 1],
    ['an English apology', 'We sincerely apologise for the delay.', 1],
    ['English understanding', 'I can imagine how frustrating this must be.', 1],
    ["not a refusal's regret", 'Nous avons le regret de vous informer que votre demande est refusée.', 0],
    ["not an English refusal's regret", 'We regret to inform you that we cannot help.', 0],
    ['not understanding of the request alone', 'Nous comprenons que vous souhaitez un remboursement.', 0],
    ['not a general condition', "En cas d'insatisfaction, le retour est gratuit.", 0],
    ['none', 'Votre colis part demain.', 0],
  ])('%s', (_title, text, score) => {
    expect(scoreOf(text)).toBe(score)
  })

  it('is not applicable without a reply', () => {
    expect(empathy.evaluate(evidenceWith(null), empathy.defaults).outcome).toBe('not-applicable')
  })

  it('is not applicable outside complaints, unless the option says everywhere', () => {
    const evidence = evidenceWith('Désolé !', { scenario: scenarioWith({ type: 'question' }) })
    expect(empathy.evaluate(evidence, { everywhere: false }).outcome).toBe('not-applicable')
    expect(empathy.evaluate(evidence, { everywhere: true })).toMatchObject({ score: 1 })
  })

  it('shows the words that decide', () => {
    const text = 'Bonjour, désolée pour ce retard.'
    const verdict = empathy.evaluate(evidenceWith(text), empathy.defaults)
    const shown = verdict.evidence?.map(({ start, end }) => text.slice(start, end))
    expect(shown).toEqual(['désolée'])
  })
})
