/** Criterion `contact`: the answer gives a direct way back to the writer or the service: number, address, or "reply to this mail". */

import { fold } from '../text/fold.js'
import { unwrap } from '../text/sentences.js'
import { defineCriterion } from './criterion.js'
import { findContacts } from './phrases/find-contact.js'

export const contact = defineCriterion({
  meta: {
    id: 'contact',
    version: 2,
    family: 'welcome',
    title: { fr: 'Contact direct', en: 'Direct contact' },
    description: {
      fr: 'La réponse donne un moyen direct de revenir vers son auteur ou son service.',
      en: 'The answer gives a direct way back to its writer or service.',
    },
    why: {
      fr: 'Le client qui doit tout recommencer par un formulaire a perdu son interlocuteur.',
      en: 'A customer who must start again from a form has lost the person who answered.',
    },
    method: {
      fr: 'Numéro de téléphone, adresse électronique lue, ou invitation à répondre au message, dans le texte ou la signature. « Nous restons à votre disposition » sans moyen, un formulaire ou une adresse « ne pas répondre » n’en sont pas.',
      en: 'A telephone number, an e-mail address that is read, or an invitation to reply, in text or signature. “We remain at your disposal” without any means, a form or a no-reply address are none.',
    },
    needs: ['reply'],
    speaks: ['phrases:contact'],
    lifecycle: 'stable',
  },
  defaults: {},
  evaluate({ reply }) {
    if (!reply) return { outcome: 'not-applicable', message: { fr: 'Pas de réponse.', en: 'No reply.' } }
    const inText = findContacts(fold(unwrap(reply.text)))[0]
    const found = inText ?? findContacts(fold(reply.signature))[0]
    if (!found) {
      return {
        outcome: 'scored',
        score: 0,
        message: { fr: 'Aucun moyen direct de revenir vers l’auteur.', en: 'No direct way back to the writer.' },
      }
    }
    const words = (inText ? reply.text : reply.signature).slice(found.start, found.end).replace(/\s+/g, ' ')
    return {
      outcome: 'scored',
      score: 1,
      message: { fr: `Contact direct : « ${words} ».`, en: `Direct contact: “${words}”.` },
      evidence: [
        { start: found.start, end: found.end, label: found.kind, ...(inText ? {} : { in: 'signature' as const }) },
      ],
    }
  },
})
