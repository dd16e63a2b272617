import { describe, expect, it } from 'vitest'
import { courtesy } from '../../src/criteria/courtesy.js'
import { evidenceWith } from './frame/evidence.js'

function scoreOf(text: string): number | null {
  const verdict = courtesy.evaluate(evidenceWith(text), courtesy.defaults)
  return verdict.outcome === 'scored' ? verdict.score : null
}

describe('courtesy', () => {
  it.each([
    ['Cordialement', 'Votre colis part demain.\n\nCordialement,\nJulie', 1],
    [
      'a long formula',
      "Votre colis part demain.\n\nVeuillez agréer, Madame, l'expression de nos sentiments distingués.",
      1,
    ],
    ['a wish', 'Votre colis part demain.\n\nBelle journée à vous,\nJulie', 1],
    ['Kind regards', 'Your parcel leaves tomorrow.\n\nKind regards,\nJulie', 1],
    ['Best, alone on its line', 'Your parcel leaves tomorrow.\n\nBest,\nJulie', 1],
    ['no formula', 'Votre colis part demain.\n\nLe service client', 0],
    [
      'not an adverb in a sentence',
      'Nous vous remercions sincèrement de votre message et nous vous invitons cordialement à nous lire.',
      0,
    ],
    [
      'not a wish at the start',
      "Bonjour, j'espère que vous passez une bonne journée.\n\nVotre colis part demain, comme convenu avec le dépôt, et vous sera remis en mains propres.",
      0,
    ],
    ['not best inside a sentence', 'We do our best to send it.\nIt leaves tomorrow.', 0],
  ])('%s', (_title, text, score) => {
    expect(scoreOf(text)).toBe(score)
  })

  it('is not applicable without a reply', () => {
    expect(courtesy.evaluate(evidenceWith(null), courtesy.defaults).outcome).toBe('not-applicable')
  })

  it('finds the formula at the head of the signature', () => {
    const evidence = evidenceWith('Votre colis part demain.')
    const reply = { ...evidence.reply!, signature: 'Cordialement,\nJulie' }
    const verdict = courtesy.evaluate({ ...evidence, reply }, courtesy.defaults)
    expect(verdict).toMatchObject({ score: 1, evidence: [{ in: 'signature', start: 0, end: 12 }] })
  })

  it('shows the words that decide', () => {
    const text = 'Votre colis part.\n\nCordialement,\nJulie'
    const verdict = courtesy.evaluate(evidenceWith(text), courtesy.defaults)
    const shown = verdict.evidence?.map(({ start, end }) => text.slice(start, end))
    expect(shown).toEqual(['Cordialement'])
  })
})
