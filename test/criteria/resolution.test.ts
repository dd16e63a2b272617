import { describe, expect, it } from 'vitest'
import { resolution } from '../../src/criteria/resolution.js'
import { evidenceWith, point, scenarioWith } from './frame/evidence.js'

const POINTS = [point('refund', 'rembours|refund'), point('time', '\\d+ (?:jours|days)')]

function evaluate(text: string) {
  const language = /\b(?:the|we|you|please)\b/i.test(text) ? 'en' : 'fr'
  const evidence = evidenceWith(text, { scenario: scenarioWith({ points: POINTS, language }) })
  const reply = { ...evidence.reply!, language }
  return resolution.evaluate({ ...evidence, reply }, resolution.defaults)
}

describe('resolution', () => {
  it.each<[string, number]>([
    ['Nous avons procédé au remboursement, visible sous 5 jours.', 1],
    ['Votre remboursement a été effectué.', 1],
    ["We've refunded you in full; it takes 3 days.", 1],
    ['Votre demande a été transmise à notre service comptable, qui reviendra vers vous.', 0.5],
    ['Pourriez-vous nous communiquer votre numéro de commande ?', 0.5],
    ['We are looking into this and will get back to you.', 0.5],
    ['Nous vous invitons à contacter notre service client par téléphone.', 0],
    ['Merci de remplir le formulaire de notre site.', 0],
    ['Vous trouverez la réponse dans notre FAQ.', 0],
    ['Merci de renouveler votre demande à l’adresse sav@nordvent.example.', 0],
    ['Veuillez vous rendre dans votre magasin.', 0],
    ['Please call our customer service team.', 0],
    ['Please visit your nearest store.', 0],
  ])('scores “%s” %d', (text, score) => {
    expect(evaluate(text)).toMatchObject({ outcome: 'scored', score })
  })

  it('does not take an optional offer for a deflection', () => {
    const text = 'Votre remboursement a été effectué. Si besoin, n’hésitez pas à contacter notre service client.'
    expect(evaluate(text)).toMatchObject({ score: 1 })
  })

  it('does not take our own errand for a deflection', () => {
    expect(evaluate('Nous allons contacter le transporteur et revenons vers vous.')).toMatchObject({ score: 0.5 })
  })

  it('names the way and shows the words', () => {
    const text = 'Merci de remplir le formulaire de notre site.'
    const verdict = evaluate(text)
    expect(verdict.message.en).toContain('(form)')
    expect(verdict.evidence?.map(({ label }) => label)).toEqual(['form'])
  })

  it('is not applicable without a reply', () => {
    expect(resolution.evaluate(evidenceWith(null), resolution.defaults).outcome).toBe('not-applicable')
  })
})
