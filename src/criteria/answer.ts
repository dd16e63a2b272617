/** Criterion `answer`: a person replied within the edition's answer window. Receipts and other automatic mail do not count. */
import { defineCriterion } from './criterion.js'

export const answer = defineCriterion({
  meta: {
    id: 'answer',
    version: 1,
    family: 'responsiveness',
    title: { fr: 'Réponse', en: 'Answer' },
    description: {
      fr: 'Une personne a répondu dans le délai de réponse de l’édition.',
      en: 'A person replied within the answer window of the edition.',
    },
    why: {
      fr: 'Un message sans réponse est la plainte la plus ancienne : la moitié des messages restaient sans réponse au premier baromètre Qualiweb.',
      en: 'A message without an answer is the oldest complaint: half of all messages had none in the first Qualiweb barometer.',
    },
    method: {
      fr: 'Premier message écrit par une personne et rattaché à notre envoi, reçu dans le délai. Sans lui, l’échange vaut 0 quelle que soit la grille.',
      en: 'First message written by a person and matched to our mail, received in the window. Without it the exchange marks 0 under any grid.',
    },
    needs: ['reply', 'answerWindowDays'],
    speaks: [],
    lifecycle: 'stable',
  },
  defaults: {},
  evaluate({ reply, answerWindowDays }) {
    if (reply) {
      return { outcome: 'scored', score: 1, message: { fr: 'Une réponse est arrivée.', en: 'An answer came.' } }
    }
    return {
      outcome: 'scored',
      score: 0,
      message: {
        fr: `Aucune réponse en ${answerWindowDays} jours.`,
        en: `No answer within ${answerWindowDays} days.`,
      },
    }
  },
})
