/** Criterion `acknowledgement`: an automatic receipt came, and says when the answer will come. */

import { rulesOf } from '../languages/index.js'
import { fold } from '../text/fold.js'
import { unwrap } from '../text/sentences.js'
import { defineCriterion } from './criterion.js'

export const acknowledgement = defineCriterion({
  meta: {
    id: 'acknowledgement',
    version: 2,
    family: 'responsiveness',
    title: { fr: 'Accusé de réception', en: 'Acknowledgement' },
    description: {
      fr: 'Un accusé automatique est arrivé et annonce quand viendra la réponse.',
      en: 'An automatic receipt came and says when the answer will come.',
    },
    why: {
      fr: 'Le client sait que son message est arrivé et combien de temps attendre.',
      en: 'The customer knows that the message arrived and how long to wait.',
    },
    method: {
      fr: 'Score 1 avec un délai annoncé, `withoutPromise` sans délai, 0 sans accusé. Sans objet quand la réponse elle-même arrive en moins de `notNeededWithin` heures.',
      en: 'Score 1 with a delay announced, `withoutPromise` without one, 0 without a receipt. Not applicable where the reply itself comes within `notNeededWithin` hours.',
    },
    needs: ['sentAt', 'reply', 'acknowledgement'],
    speaks: ['rules:receipt-promise'],
    lifecycle: 'stable',
  },
  // A receipt that says nothing of time does half of the work; within the hour the answer itself is the receipt.
  defaults: { withoutPromise: 0.5, notNeededWithin: 1 },
  checkOptions: ({ withoutPromise, notNeededWithin }) => {
    if (!(withoutPromise >= 0 && withoutPromise <= 1)) return 'withoutPromise must be between 0 and 1'
    return notNeededWithin >= 0 ? null : 'notNeededWithin must be 0 hours or more'
  },
  evaluate({ sentAt, reply, acknowledgement: receipt }, { withoutPromise, notNeededWithin }) {
    if (receipt) {
      const [promise] = rulesOf('receipt-promise').find(fold(unwrap(receipt.text)))
      if (!promise) {
        return {
          outcome: 'scored',
          score: withoutPromise,
          message: {
            fr: 'Un accusé est arrivé, sans délai de réponse annoncé.',
            en: 'A receipt came, without saying when the answer will come.',
          },
        }
      }
      const { start, end } = promise
      const words = receipt.text.slice(start, end)
      return {
        outcome: 'scored',
        score: 1,
        message: { fr: `Accusé avec délai annoncé : « ${words} ».`, en: `Receipt with a delay announced: “${words}”.` },
        evidence: [{ start, end, in: 'acknowledgement', label: 'promise' }],
      }
    }
    if (sentAt === null) {
      return {
        outcome: 'not-available',
        message: { fr: 'Seule la réponse est connue.', en: 'Only the reply is known.' },
      }
    }
    const hours = reply ? (reply.receivedAt - sentAt) / 3_600_000 : Number.POSITIVE_INFINITY
    if (hours <= notNeededWithin) {
      return {
        outcome: 'not-applicable',
        message: { fr: 'La réponse est venue aussitôt.', en: 'The answer itself came at once.' },
      }
    }
    return { outcome: 'scored', score: 0, message: { fr: 'Aucun accusé de réception.', en: 'No receipt came.' } }
  },
})
