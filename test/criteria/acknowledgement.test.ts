import { describe, expect, it } from 'vitest'
import { acknowledgement } from '../../src/criteria/acknowledgement.js'
import { HOUR_MS } from '../../src/domain/time.js'
import { answerWith, evidenceWith, SENT_AT } from './frame/evidence.js'

describe('acknowledgement', () => {
  it.each([
    ['Nous vous répondrons sous 48 h.', 1],
    ['Une réponse vous sera apportée dans un délai de 3 jours ouvrés.', 1],
    ['Nous revenons vers vous d’ici demain.', 1],
    ['We will reply within 24 hours.', 1],
    ['We aim to answer within two business days.', 1],
    ['Nous avons bien reçu votre message.', 0.5],
    ['We have received your message and will reply as soon as possible.', 0.5],
  ])('scores “%s” %d', (text, score) => {
    const verdict = acknowledgement.evaluate(
      evidenceWith(null, { acknowledgement: answerWith(text) }),
      acknowledgement.defaults,
    )
    expect(verdict).toMatchObject({ outcome: 'scored', score })
  })

  it('points into the receipt', () => {
    const text = 'Nous vous répondrons sous 48 h.'
    const verdict = acknowledgement.evaluate(
      evidenceWith(null, { acknowledgement: answerWith(text) }),
      acknowledgement.defaults,
    )
    const span = verdict.evidence?.[0]
    expect(span).toMatchObject({ in: 'acknowledgement' })
    expect(text.slice(span?.start, span?.end)).toBe('sous 48 h')
  })

  it('scores 0 without a receipt', () => {
    expect(acknowledgement.evaluate(evidenceWith(null), acknowledgement.defaults)).toMatchObject({ score: 0 })
  })

  it.each([
    [0.9, 'not-applicable'],
    [1.1, 'scored'],
  ])('after an answer within %d h is %s', (hours, outcome) => {
    const reply = answerWith('Bonjour', { receivedAt: SENT_AT + hours * HOUR_MS })
    expect(acknowledgement.evaluate(evidenceWith('', { reply }), acknowledgement.defaults).outcome).toBe(outcome)
  })

  it('has no score where only the reply is known', () => {
    expect(acknowledgement.evaluate(evidenceWith('', { sentAt: null }), acknowledgement.defaults).outcome).toBe(
      'not-available',
    )
  })
})
