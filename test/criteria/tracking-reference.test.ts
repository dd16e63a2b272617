import { describe, expect, it } from 'vitest'
import { trackingReference, trackingReferenceIn } from '../../src/criteria/tracking-reference.js'
import { evidenceWith } from './frame/evidence.js'

describe('tracking-reference', () => {
  it.each([
    ['Votre demande est enregistrée sous la référence CL-88214.', 'CL-88214'],
    ['Dossier n° 2026/4471 : nous vous répondrons.', '2026/4471'],
    ['Your case number is 00417.', '00417'],
    ['Ticket #99123 has been opened.', '99123'],
    ['Re: Colis perdu [#44718]', '44718'],
    ['Réf. : A77-12', 'A77-12'],
    ['We refer to your complaint under reference XK42.', 'XK42'],
  ])('“%s” gives %s', (text, reference) => {
    expect(trackingReferenceIn(text)?.reference).toBe(reference)
  })

  it.each([
    'Votre commande 445566 part demain.',
    'Votre demande du 12 mars a été reçue.',
    'Nous avons bien reçu votre demande.',
    'Votre dossier est complet, appelez le 09 69 00 00 00.',
    'Your request of 2026 has been closed.',
    'The case is made of oak.',
    'Votre réclamation concernant la commande 8841 est à l’étude.',
  ])('“%s” gives none', (text) => {
    expect(trackingReferenceIn(text)).toBeNull()
  })

  it('looks into the receipt first, then into the answer', () => {
    const receipt = evidenceWith('Votre demande est enregistrée, dossier 4711.').reply
    expect(trackingReference.evaluate(evidenceWith(null, { acknowledgement: receipt }), {})).toMatchObject({
      score: 1,
      evidence: [{ in: 'acknowledgement', label: 'reference' }],
    })
    expect(trackingReference.evaluate(evidenceWith('Bonjour, ticket 99123.'), {})).toMatchObject({ score: 1 })
    expect(trackingReference.evaluate(evidenceWith('Bonjour.'), {})).toMatchObject({ score: 0 })
    expect(trackingReference.evaluate(evidenceWith(null), {})).toMatchObject({ outcome: 'not-applicable' })
  })
})
