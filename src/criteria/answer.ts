/**
 * Criterion `answer`: the request was answered within the edition's answer window. Receipts and other automatic mail do not count; an
 * answer of which its letter says that a machine wrote it (Regulation (EU) 2024/1689, Art. 50) counts as the grid says.
 */
import { saysMachineWrote } from '../reading/kind/machine-disclosure.js'
import { defineCriterion } from './criterion.js'

export const answer = defineCriterion({
  meta: {
    id: 'answer',
    version: 2,
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
      fr: 'Premier message écrit par une personne et rattaché à notre envoi, reçu dans le délai. Sans lui, l’échange vaut 0 quelle que soit la grille. Une réponse qui dit avoir été écrite par une machine vaut `machine` (1 : comme celle d’une personne ; 0 : pas de réponse d’une personne) et est montrée à part.',
      en: 'First message written by a person and matched to our mail, received in the window. Without it the exchange marks 0 under any grid. An answer that says a machine wrote it is worth `machine` (1: as a person’s; 0: no answer by a person) and is shown apart.',
    },
    needs: ['reply', 'answerWindowDays'],
    speaks: [],
    lifecycle: 'stable',
  },
  // As an answer: whether a machine's answer is worth less is for those to say who make a grid.
  defaults: { machine: 1 },
  checkOptions: ({ machine }) => (machine >= 0 && machine <= 1 ? null : 'machine must be between 0 and 1'),
  evaluate({ reply, answerWindowDays }, { machine }) {
    // Often it is the footer that says so.
    const whole = reply && `${reply.text}\n${reply.boilerplate ?? ''}`
    if (reply && whole !== null && saysMachineWrote(whole, reply.signature))
      return {
        outcome: 'scored',
        score: machine,
        // Kept in figures: the letter may be purged, and who wrote it is shown apart for as long as the mark.
        value: 1,
        unit: 'machine',
        message: {
          fr: 'Une réponse est arrivée ; elle dit avoir été écrite par une machine.',
          en: 'An answer came; it says that a machine wrote it.',
        },
      }
    if (reply) {
      return {
        outcome: 'scored',
        score: 1,
        value: 0,
        unit: 'machine',
        message: { fr: 'Une réponse est arrivée.', en: 'An answer came.' },
      }
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
