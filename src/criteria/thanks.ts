/** Criterion `thanks`: the answer thanks the customer for the message, not only "merci de bien vouloir…" or "thank you in advance". */

import { fold } from '../text/fold.js'
import { unwrap } from '../text/sentences.js'
import { defineCriterion } from './criterion.js'
import { findThanks } from './phrases/find-thanks.js'

export const thanks = defineCriterion({
  meta: {
    id: 'thanks',
    version: 1,
    family: 'welcome',
    title: { fr: 'Remerciement', en: 'Thanks' },
    description: {
      fr: 'La réponse remercie le client de son message.',
      en: 'The answer thanks the customer for the message.',
    },
    why: {
      fr: 'Remercier dit au client que son message est le bienvenu ; les remerciements sont nommés parmi les critères de Qualiweb en 2013.',
      en: 'Thanks tell the customer that the message is welcome; thanks are named among Qualiweb’s criteria in 2013.',
    },
    method: {
      fr: 'Mots de remerciement du texte nouveau dont l’objet est le message, la demande ou le fait d’avoir écrit ; « merci de bien vouloir », « merci d’avance », « merci de votre compréhension » ne comptent pas.',
      en: 'Words of thanks in the new text for the message, the request or having written; requests in disguise, thanks in advance and “thank you for your understanding” do not count.',
    },
    needs: ['reply'],
    speaks: ['phrases:thanks'],
    lifecycle: 'stable',
  },
  defaults: {},
  evaluate({ reply }) {
    if (!reply) return { outcome: 'not-applicable', message: { fr: 'Pas de réponse.', en: 'No reply.' } }
    const found = findThanks(fold(unwrap(reply.text)))
    if (found.forMessage) {
      const words = reply.text.slice(found.forMessage.start, found.forMessage.end).replace(/\s+/g, ' ')
      return {
        outcome: 'scored',
        score: 1,
        message: { fr: `Remercie : « ${words} ».`, en: `Thanks the customer: “${words}”.` },
        evidence: [{ ...found.forMessage, label: 'thanks' }],
      }
    }
    if (found.other) {
      return {
        outcome: 'scored',
        score: 0,
        doubtful: found.unclear,
        message: {
          fr: 'Ne remercie pas du message : le mot de remerciement vise autre chose.',
          en: 'Does not thank for the message: the words of thanks are for something else.',
        },
        evidence: [{ ...found.other, label: 'other-thanks' }],
      }
    }
    return { outcome: 'scored', score: 0, message: { fr: 'Ne remercie pas.', en: 'Does not thank.' } }
  },
})
