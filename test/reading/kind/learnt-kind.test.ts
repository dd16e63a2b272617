/** The learnt decision on mails that stand in no training set: wordings of their own, one for each thing it must tell apart. */
import { describe, expect, it } from 'vitest'
import type { MessageKind } from '../../../src/domain/message.js'
import { doubtOf, REVIEW_PLANS, reviewPlanFor } from '../../../src/reading/kind/signs/review-plan.js'
import { signInWords } from '../../../src/reading/kind/signs/sign-words.js'
import { readMessage } from '../../../src/reading/read-message.js'

const mail = (subject: string, body: string, headers: readonly string[] = []) =>
  Buffer.from(
    `From: Atelier Vega <contact@vega.example>\nTo: Claire <claire@persona.example>\nSubject: ${subject}\n${headers.map((line) => `${line}\n`).join('')}Content-Type: text/plain; charset=utf-8\n\n${body}\n`,
  )
const THREAD = ['In-Reply-To: <probe@persona.example>', 'References: <probe@persona.example>']

const CASES: readonly (readonly [MessageKind, string, string, readonly string[]])[] = [
  [
    'reply',
    'Re: Lampe Orion',
    'Bonjour Claire,\n\nLe câble mesure deux mètres et l’abat-jour se lave à 30 degrés. Nous en avons encore quatre en réserve, au prix de 89 €.\n\nBonne soirée,\nSamir',
    THREAD,
  ],
  [
    'reply',
    'Re: Booking 7714',
    'Hello Claire,\n\nI moved your stay to 9 May as you wished, there is nothing to pay. The key box code comes the day before.\n\nBest,\nOlga',
    THREAD,
  ],
  [
    'acknowledgement',
    'Votre demande 55121',
    'Bonjour,\n\nVotre demande a bien été enregistrée sous le numéro 55121. Un conseiller vous répondra sous 48 heures.\n\nCeci est un message automatique, merci de ne pas y répondre.',
    [],
  ],
  [
    'acknowledgement',
    'We got your message',
    'Hi,\n\nThanks for contacting Vega. Your ticket 8812 has been created and one of our agents will get back to you shortly.\n\nYou can follow your request at https://vega.example/t/8812',
    ['Auto-Submitted: auto-replied'],
  ],
  [
    'out-of-office',
    'Automatic reply: Lamp',
    'I am on annual leave until 14 July and will answer when I am back. For urgent matters please contact Olga (olga@vega.example).',
    ['Auto-Submitted: auto-replied'],
  ],
  [
    'survey',
    'Votre avis nous intéresse',
    'Bonjour,\n\nVous avez récemment contacté notre service client. Sur une échelle de 0 à 10, recommanderiez-vous Vega à un proche ? Répondre au questionnaire vous prendra deux minutes.',
    ['List-Unsubscribe: <https://vega.example/u>'],
  ],
  [
    'transactional',
    'Votre commande 99120 est confirmée',
    'Merci pour votre commande 99120. Total TTC : 45 €. Votre colis est en cours de préparation et sera livré le 12 mai.',
    [],
  ],
  [
    'challenge',
    'Votre message est en attente',
    'Votre e-mail est retenu par notre filtre anti-spam. Cliquez sur le lien pour confirmer que vous êtes bien l’expéditeur et que vous n’êtes pas un robot : https://filtre.example/c/1',
    [],
  ],
]

describe('the learnt decision', () => {
  it.each(CASES)('reads a mail as %s: %s', async (kind, subject, body, headers) => {
    const reading = await readMessage(mail(subject, body, headers))
    expect({ kind: reading.kind, signs: reading.kindSigns }).toMatchObject({ kind })
  })

  it('says how surely a person answers, and by which signs', async () => {
    const [, subject, body, headers] = CASES[0]!
    const answer = await readMessage(mail(subject, body, headers))
    const [, automatic, receipt] = CASES[2]!
    const machine = await readMessage(mail(automatic, receipt))
    expect(answer.replyProbability).toBeGreaterThan(0.8)
    expect(machine.replyProbability).toBeLessThan(0.2)
    expect(answer.kindSigns?.length).toBeGreaterThan(3)
    for (const { sign } of answer.kindSigns ?? []) expect(signInWords(sign).fr).not.toBe('')
  })

  it('names no word of the subject among the signs that are kept', async () => {
    const reading = await readMessage(mail('Re: Fatoumata Diallo', 'Bonjour, c’est fait.', THREAD))
    expect(JSON.stringify(reading.kindSigns)).not.toMatch(/fatou|diallo/i)
  })

  it('gives the same reading for the same bytes', async () => {
    const [, subject, body, headers] = CASES[1]!
    expect(await readMessage(mail(subject, body, headers))).toEqual(await readMessage(mail(subject, body, headers)))
  })
})

describe('the plan of reviews', () => {
  it('asks less often the higher the doubt must be, and leaves more errors then', () => {
    for (const [at, plan] of REVIEW_PLANS.entries()) {
      const before = REVIEW_PLANS[at - 1]
      if (!before) continue
      expect(plan.threshold).toBeGreaterThan(before.threshold)
      expect(plan.reviews).toBeLessThanOrEqual(before.reviews)
      expect(plan.machinesTakenForReply).toBeGreaterThanOrEqual(before.machinesTakenForReply)
      expect(plan.repliesLost).toBeGreaterThanOrEqual(before.repliesLost)
    }
  })

  it.each([0, 4, 12, 30, 100])('keeps to %i reviews of 100 messages', (bearable) => {
    expect(reviewPlanFor(bearable).reviews).toBeLessThanOrEqual(bearable)
  })

  it('doubts an answer whose words lie elsewhere, and nothing that a person decided', async () => {
    const [, subject, body, headers] = CASES[0]!
    const reading = await readMessage(mail(subject, body, headers))
    expect(doubtOf({ ...reading, kind: 'answered-elsewhere' })).toBe(0.5)
    expect(doubtOf({ ...reading, replyProbability: 0.5, kindConfidence: 1 })).toBe(0)
    const machine = { ...reading, kind: 'reply', kindConfidence: 0.9, replyProbability: 0.99 } as const
    // What a machine says it wrote is an answer, shown apart (`answer`): nobody has to be asked.
    expect(doubtOf({ ...machine, signature: 'Milo, virtual assistant' })).toBeCloseTo(0.01, 9)
    expect(doubtOf({ ...reading, replyProbability: 0.3, kindConfidence: 0.8 })).toBeCloseTo(0.3, 9)
  })
})
