import { describe, expect, it } from 'vitest'
import { greeting } from '../../src/criteria/greeting.js'
import { evidenceWith } from './frame/evidence.js'

function scoreOf(text: string): number | null {
  const verdict = greeting.evaluate(evidenceWith(text), greeting.defaults)
  return verdict.outcome === 'scored' ? verdict.score : null
}

describe('greeting', () => {
  it.each([
    ['greets by civility and last name', 'Bonjour Madame Lefèvre,\n\nMerci.', 1],
    ['greets by first name', 'Hello Camille!\nThanks.', 1],
    ['takes capitals and a missing accent for the same name', 'Bonjour Mme LEFEVRE,\n\nMerci.', 1],
    ['takes last name before first name', 'Bonjour Lefèvre Camille,\n\nMerci.', 1],
    ['finds the greeting below a reference line', 'Votre demande n° 4471\n\nChère Madame Lefèvre,\n\nMerci.', 1],
    ['joins a greeting over two lines', 'Bonjour,\nMadame Lefèvre,\n\nMerci.', 1],
    ['does not count a misspelt name', 'Bonjour Madame Lefebvre,\n\nMerci.', 0.4],
    ['does not count Madame, Monsieur', 'Madame, Monsieur,\n\nMerci.', 0.4],
    ["does not count a bare greeting before the agent's name", 'Bonjour, je suis Camillia du service client.', 0.4],
    ["gives nothing for somebody else's name", 'Bonjour Madame Martin,\n\nMerci.', 0],
    ['gives nothing for an unfilled template', 'Bonjour {{prenom}},\n\nMerci.', 0],
    ['gives nothing without a greeting', 'Votre colis arrive demain.', 0],
    [
      'does not take the name in the closing for a greeting',
      'Votre colis arrive demain.\n\nVeuillez agréer, Madame Lefèvre, nos salutations.',
      0,
    ],
  ])('%s', (_title, text, score) => {
    expect(scoreOf(text)).toBe(score)
  })

  it('is not applicable without a reply', () => {
    expect(greeting.evaluate(evidenceWith(null), greeting.defaults).outcome).toBe('not-applicable')
  })

  it('shows the words that decide', () => {
    const text = 'Bonjour Madame Lefèvre, merci.'
    const verdict = greeting.evaluate(evidenceWith(text), greeting.defaults)
    const shown = verdict.evidence?.map(({ start, end }) => text.slice(start, end))
    expect(shown).toEqual(['Bonjour Madame Lefèvre'])
  })

  it('doubts a name that is nearly right', () => {
    const verdict = greeting.evaluate(evidenceWith('Bonjour Madame Lefebvre,'), greeting.defaults)
    expect(verdict).toMatchObject({ doubtful: true })
  })

  it('knows a name of several words', () => {
    const persona = { ...evidenceWith('').persona, firstName: 'Yann', lastName: 'Le Goff' }
    const verdict = greeting.evaluate({ ...evidenceWith('Bonjour Monsieur Le Goff,'), persona }, greeting.defaults)
    expect(verdict).toMatchObject({ score: 1 })
  })
})
