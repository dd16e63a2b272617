import { describe, expect, it } from 'vitest'
import { individuality } from '../../src/criteria/individuality.js'
import { evidenceWith } from './frame/evidence.js'

const CANNED =
  'Bonjour, nous avons bien reçu votre message et mettons tout en œuvre pour vous répondre dans les meilleurs délais, soyez-en sûre.'
const OWN =
  'Bonjour, la tournée du facteur a été annulée hier à cause de la neige ; il repassera ce matin avec le paquet entier.'

function evaluate(text: string, otherReplies: readonly string[]) {
  return individuality.evaluate(evidenceWith(text, { otherReplies }), individuality.defaults)
}

describe('individuality', () => {
  it('scores 0 for the same text again', () => {
    expect(evaluate(CANNED, [OWN, CANNED])).toMatchObject({ outcome: 'scored', score: 0, value: 1, unit: 'share' })
  })

  it('scores 0 for a template with another number', () => {
    const numbered = (number: number) => `${CANNED} Votre dossier ${number} est ouvert.`
    expect(evaluate(numbered(11), [numbered(22)])).toMatchObject({ score: 0 })
  })

  it('scores 1 for a text of its own', () => {
    expect(evaluate(OWN, [CANNED])).toMatchObject({ score: 1, value: 0 })
  })

  it('scores between for half a template', () => {
    const verdict = evaluate(`${CANNED} ${OWN}`, [CANNED])
    expect(verdict.outcome === 'scored' && verdict.score).toBeGreaterThan(0.3)
    expect(verdict.outcome === 'scored' && verdict.score).toBeLessThan(0.8)
  })

  it('adds for each fact of the customer that is taken up, and shows it', () => {
    const text = `${CANNED} La commande 48213 part pour Nantes.`
    const verdict = evaluate(text, [`${CANNED} La commande 1 part pour Paris.`])
    expect(verdict).toMatchObject({ score: 0.2 })
    expect(verdict.evidence?.map(({ start, end }) => text.slice(start, end))).toEqual(['Nantes', '48213'])
  })

  it.each([
    ['there is nothing to compare with', OWN, []],
    ['the text is too short', 'Merci.', [CANNED]],
  ])('has no score where %s', (_title, text, others) => {
    expect(evaluate(text, others).outcome).toBe('not-available')
  })

  it('is not applicable without a reply', () => {
    expect(individuality.evaluate(evidenceWith(null), individuality.defaults).outcome).toBe('not-applicable')
  })

  it('checks its options', () => {
    expect(individuality.checkOptions?.({ free: 0.9, canned: 0.5, factBonus: 0.1 })).toMatch(/below canned/)
    expect(individuality.checkOptions?.({ free: 0.2, canned: 0.5, factBonus: 2 })).toMatch(/factBonus/)
  })
})
