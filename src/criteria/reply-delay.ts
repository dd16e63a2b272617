/** Criterion `reply-delay`: hours from our e-mail to the first human reply; 0.9 at `good` hours, 0.5 at `typical`. */
import { HOUR_MS } from '../domain/time.js'
import { defineCriterion } from './criterion.js'
import { checkControlPoints, logNormalScore } from './curves/log-normal.js'

export const replyDelay = defineCriterion({
  meta: {
    id: 'reply-delay',
    version: 2,
    family: 'responsiveness',
    title: { fr: 'Délai de réponse', en: 'Time to first reply' },
    description: {
      fr: 'Heures écoulées entre notre envoi et la première réponse d’une personne.',
      en: 'Hours from our e-mail to the first reply by a person.',
    },
    why: {
      fr: 'Le délai est le premier critère des baromètres publiés : Qualiweb lui donnait 40 points sur 100.',
      en: 'Delay is the first criterion of the published barometers: Qualiweb gave it 40 points of 100.',
    },
    method: {
      fr: 'De l’acceptation SMTP de notre message à la date de dépôt IMAP de la réponse ; courbe log-normale de Lighthouse. Les repères par défaut viennent de Qualiweb 2000 (un quart des réponses en 2 h, deux tiers en 24 h). Les heures ouvrées du calendrier de la marque sont indiquées à côté ; une grille peut les choisir.',
      en: 'From the SMTP acceptance of our mail to the IMAP date of the reply; log-normal curve as in Lighthouse. Default control points come from Qualiweb 2000 (a quarter of answers within 2 h, two thirds within 24 h). Business hours of the brand’s calendar are shown beside; a grid may choose them.',
    },
    needs: ['sentAt', 'reply', 'businessHours'],
    speaks: [],
    lifecycle: 'stable',
  },
  // Qualiweb 2000: a quarter of answers within 2 h, two thirds within 24 h.
  defaults: { good: 2, typical: 24, clock: 'elapsed' },
  checkOptions: (options) =>
    checkControlPoints(options) ??
    (['elapsed', 'business'].includes(options.clock)
      ? null
      : `clock must be elapsed or business, not ${options.clock}`),
  evaluate({ sentAt, reply, businessHours }, { good, typical, clock }) {
    if (!reply) {
      return { outcome: 'not-applicable', message: { fr: 'Pas de réponse à chronométrer.', en: 'No reply to time.' } }
    }
    if (sentAt === null) {
      return {
        outcome: 'not-available',
        message: { fr: 'Le moment de l’envoi n’est pas connu.', en: 'The moment of sending is not known.' },
      }
    }
    // IMAP dates have whole seconds and clocks differ; what is further before its question came here by a person's decision.
    const secondsBefore = Math.max(0, Math.ceil((sentAt - reply.receivedAt) / 1_000))
    const elapsed = Math.max(0, (reply.receivedAt - sentAt) / HOUR_MS)
    const hours = clock === 'business' ? businessHours : elapsed
    if (hours === null) {
      return {
        outcome: 'not-available',
        message: { fr: 'Les heures ouvrées ne sont pas connues.', en: 'Business hours are not known.' },
      }
    }
    const worked = businessHours === null ? null : businessHours.toFixed(1)
    return {
      outcome: 'scored',
      score: logNormalScore({ good, typical }, hours),
      value: Math.round(hours * 1000) / 1000,
      unit: 'h',
      message: {
        fr: `${secondsBefore > 0 ? `Datée ${secondsBefore} s avant la question (horloges) : délai nul. ` : ''}Première réponse après ${elapsed.toFixed(1).replace('.', ',')} h${worked === null ? '' : ` (${worked.replace('.', ',')} h ouvrées)`}.`,
        en: `${secondsBefore > 0 ? `Dated ${secondsBefore} s before the question (clocks): no delay. ` : ''}First reply after ${elapsed.toFixed(1)} h${worked === null ? '' : ` (${worked} business hours)`}.`,
      },
    }
  },
})
