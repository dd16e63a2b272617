import { describe, expect, it } from 'vitest'
import { recognition } from '../../src/criteria/recognition.js'
import { DAY_MS } from '../../src/domain/time.js'
import { answerWith, evidenceWith, SENT_AT } from './frame/evidence.js'

const EARLIER = {
  sentAt: SENT_AT - 20 * DAY_MS,
  question: { subject: 'Colis', text: 'Où est mon colis ?' },
  reply: answerWith('Il part demain.\n\nCordialement,\nJulie', { receivedAt: SENT_AT - 19 * DAY_MS }),
}

function evaluate(text: string) {
  return recognition.evaluate(evidenceWith(text, { earlier: EARLIER }), recognition.defaults)
}

describe('recognition', () => {
  it.each<[string, number]>([
    ['Suite à notre réponse du 11 février, votre colis est arrivé.', 1],
    ['Comme indiqué dans notre précédent message, il est parti.', 1],
    ['Votre première demande avait bien été traitée.', 1],
    ['Following your previous email, it has left.', 1],
    ['As I mentioned last time, it has left.', 1],
    ['Le 11 février nous vous avions tout expliqué.', 1],
    ['Julie avait relancé le dépôt, qui a trouvé votre colis ce matin, je vous rassure donc pleinement.', 1],
    ['Votre colis part demain.', 0],
    ['Nous ne trouvons aucune trace de votre précédent message.', 0],
    ['We have no record of your previous email.', 0],
  ])('scores “%s” %d', (text, score) => {
    expect(evaluate(text)).toMatchObject({ outcome: 'scored', score })
  })

  it('does not take the same signature for recognition', () => {
    expect(evaluate('Votre colis part demain.\n\nCordialement,\nJulie')).toMatchObject({ score: 0 })
  })

  it('is not applicable outside follow-ups and without a reply', () => {
    expect(recognition.evaluate(evidenceWith('Bonjour'), recognition.defaults).outcome).toBe('not-applicable')
    expect(recognition.evaluate(evidenceWith(null, { earlier: EARLIER }), recognition.defaults).outcome).toBe(
      'not-applicable',
    )
  })
})
