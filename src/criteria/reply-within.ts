/** Criterion `reply-within`: the first human reply came within a number of hours, as a law or a promise sets them; no curve. */
import { HOUR_MS } from '../domain/time.js'
import { defineCriterion } from './criterion.js'

export const replyWithin = defineCriterion({
  meta: {
    id: 'reply-within',
    version: 1,
    family: 'responsiveness',
    title: { fr: 'Réponse dans le délai fixé', en: 'Reply within the time set' },
    description: {
      fr: 'La première réponse est arrivée dans le délai qu’une loi ou un engagement fixe.',
      en: 'The first reply came within the time that a law or a promise sets.',
    },
    why: {
      fr: 'Un délai légal est tenu ou ne l’est pas : la Ley 10/2025 espagnole donne quinze jours ouvrés.',
      en: 'A legal time limit is kept or it is not: the Spanish Ley 10/2025 gives fifteen working days.',
    },
    method: {
      fr: 'De l’acceptation SMTP de notre message à la date de dépôt IMAP de la réponse : 1 jusqu’à `hours` heures, 0 au-delà ; heures ouvrées de la marque ou heures écoulées, selon la grille.',
      en: 'From the SMTP acceptance of our mail to the IMAP date of the reply: 1 up to `hours` hours, 0 beyond; the brand’s business hours or elapsed ones, as the grid says.',
    },
    needs: ['sentAt', 'reply', 'businessHours'],
    speaks: [],
    lifecycle: 'stable',
  },
  // Fifteen working days of eight hours (Ley 10/2025, de 26 de diciembre, de servicios de atención a la clientela).
  defaults: { hours: 120, clock: 'business' },
  checkOptions: ({ hours, clock }) =>
    hours > 0
      ? ['elapsed', 'business'].includes(clock)
        ? null
        : `clock must be elapsed or business, not ${clock}`
      : 'hours must be above 0',
  evaluate({ sentAt, reply, businessHours }, { hours, clock }) {
    if (!reply)
      return { outcome: 'not-applicable', message: { fr: 'Pas de réponse à chronométrer.', en: 'No reply to time.' } }
    const elapsed = sentAt === null ? null : Math.max(0, (reply.receivedAt - sentAt) / HOUR_MS)
    const taken = clock === 'business' ? businessHours : elapsed
    if (taken === null)
      return {
        outcome: 'not-available',
        message: { fr: 'Le délai n’est pas connu.', en: 'The time taken is not known.' },
      }
    const kept = taken <= hours
    const said = taken.toFixed(1)
    const unit = clock === 'business' ? { fr: 'h ouvrées', en: 'business hours' } : { fr: 'h', en: 'h' }
    return {
      outcome: 'scored',
      score: kept ? 1 : 0,
      value: Math.round(taken * 1000) / 1000,
      unit: 'h',
      message: {
        fr: `Réponse après ${said.replace('.', ',')} ${unit.fr} ; ${hours} fixées : délai ${kept ? 'tenu' : 'dépassé'}.`,
        en: `Reply after ${said} ${unit.en}; ${hours} set: ${kept ? 'kept' : 'missed'}.`,
      },
    }
  },
})
