import { describe, expect, it } from 'vitest'
import { contact } from '../../src/criteria/contact.js'
import { evidenceWith } from './frame/evidence.js'

function scoreOf(text: string): number | null {
  const verdict = contact.evaluate(evidenceWith(text), contact.defaults)
  return verdict.outcome === 'scored' ? verdict.score : null
}

describe('contact', () => {
  it.each([
    ['a French number', 'Appelez-moi au 02 40 11 22 33.', 1],
    ['an international number', 'Call me on +44 20 7946 0123.', 1],
    ['an address', 'Écrivez à julie@nordvent.example.', 1],
    ['an invitation to reply', 'Il vous suffit de répondre à ce mail.', 1],
    ['an English invitation to reply', 'Just reply to this email.', 1],
    ["an invitation that begins with n'hésitez pas", "N'hésitez pas à me répondre.", 1],
    ['not mere disposal', 'Nous restons à votre entière disposition.', 0],
    ['not a form', 'Merci de remplir le formulaire de notre site.', 0],
    ['not a no-reply notice', 'Merci de ne pas répondre à ce message.', 0],
    ['not a no-reply address', 'Message envoyé par ne-pas-repondre@nordvent.example.', 0],
    ["not the customer's own number", 'Nous vous appellerons au 06 12 34 56 78.', 0],
    ['not an order number', 'Votre commande 0240112233 est partie.', 0],
  ])('%s', (_title, text, score) => {
    expect(scoreOf(text)).toBe(score)
  })

  it('is not applicable without a reply', () => {
    expect(contact.evaluate(evidenceWith(null), contact.defaults).outcome).toBe('not-applicable')
  })

  it('finds a number in the signature', () => {
    const evidence = evidenceWith('Votre colis part demain.')
    const reply = { ...evidence.reply!, signature: 'Julie\nTél. : 02 40 11 22 33' }
    const verdict = contact.evaluate({ ...evidence, reply }, contact.defaults)
    expect(verdict).toMatchObject({ score: 1, evidence: [{ in: 'signature', label: 'phone' }] })
  })

  it('shows the words that decide', () => {
    const text = 'Appelez le 02 40 11 22 33.'
    const verdict = contact.evaluate(evidenceWith(text), contact.defaults)
    const shown = verdict.evidence?.map(({ start, end }) => text.slice(start, end))
    expect(shown).toEqual(['02 40 11 22 33'])
  })
})
