/** Criterion `acknowledgement`: an automatic receipt came, and says when the answer will come. */

import { fold } from '../text/fold.js'
import { unwrap } from '../text/sentences.js'
import { defineCriterion } from './criterion.js'

/** "sous 48 h", "dans les 2 jours ouvrés", "within 24 hours", "by tomorrow", "d'ici vendredi". */
const PROMISE = [
  /\b(?:sous|dans|en|d'ici)(?: un delai(?: maximum| maximal)? de| les| moins de| a| au plus tard| environ)?(?: prochaines?)? (?:\d{1,3}|une?|deux|trois|quatre|cinq|quarante-huit|vingt-quatre)(?: a \d{1,3})? ?(?:h\b|heures?|jours?|semaines?)/,
  /\bd'ici (?:demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|la fin de (?:la )?(?:journee|semaine))/,
  /\b(?:delai (?:moyen )?de (?:reponse|traitement)|temps de reponse)[^.\n]{0,40}\d{1,3} ?(?:h\b|heures?|jours?)/,
  /\b(?:dans la journee|le jour meme|des (?:demain|lundi)|avant la fin de la (?:journee|semaine))\b/,
  /\b(?:within|in|under)(?: the next| about| approximately| less than| a maximum of)? (?:\d{1,3}|an?|one|two|three|four|five|a few)(?:(?: ?- ?| to )\d{1,3})?(?: business| working)? ?(?:hrs?\b|hours?|days?|weeks?)/,
  /\bby (?:tomorrow|monday|tuesday|wednesday|thursday|friday|the end of (?:the |this )?(?:day|week))\b/,
  /\b(?:response|reply|answer) times?[^.\n]{0,40}\d{1,3}(?: business| working)? ?(?:hrs?\b|hours?|days?)/,
  /\b(?:same|next) (?:business |working )?day\b/,
]

export const acknowledgement = defineCriterion({
  meta: {
    id: 'acknowledgement',
    version: 1,
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
      const folded = fold(unwrap(receipt.text))
      const promise = PROMISE.map((pattern) => pattern.exec(folded)).find((match) => match !== null)
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
      const end = promise.index + promise[0].length
      const words = receipt.text.slice(promise.index, end)
      return {
        outcome: 'scored',
        score: 1,
        message: { fr: `Accusé avec délai annoncé : « ${words} ».`, en: `Receipt with a delay announced: “${words}”.` },
        evidence: [{ start: promise.index, end, in: 'acknowledgement', label: 'promise' }],
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
