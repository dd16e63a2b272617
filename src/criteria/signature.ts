/** Criterion `signature`: a named person signs the answer, not only a team or the brand. */
import { defineCriterion } from './criterion.js'
import { findSigner } from './phrases/find-signature.js'

export const signature = defineCriterion({
  meta: {
    id: 'signature',
    version: 1,
    family: 'welcome',
    title: { fr: 'Signature nominative', en: 'Named signature' },
    description: {
      fr: 'Une personne nommée signe la réponse.',
      en: 'A named person signs the answer.',
    },
    why: {
      fr: 'Une personne qui signe répond de ce qu’elle écrit, et le client sait à qui revenir.',
      en: 'A person who signs stands by the answer, and the customer knows whom to come back to.',
    },
    method: {
      fr: 'Nom d’une personne après la formule de politesse, dans la signature ou dans le nom d’expéditeur. « L’équipe Service Client » est une équipe : `team`. Aucun nom d’agent n’est rendu public.',
      en: 'A person’s name after the closing formula, in the signature or in the sender’s name. “The Customer Service Team” is a team: `team`. No agent’s name is made public.',
    },
    needs: ['reply', 'brand'],
    speaks: ['phrases:signature'],
    lifecycle: 'stable',
  },
  // A team that signs is better than nobody, and below half of what a person gives. Our judgement.
  defaults: { team: 0.4 },
  checkOptions: ({ team }) => (team >= 0 && team <= 1 ? null : 'team must be between 0 and 1'),
  evaluate({ reply, brand }, { team }) {
    if (!reply) return { outcome: 'not-applicable', message: { fr: 'Pas de réponse.', en: 'No reply.' } }
    const signer = findSigner({ ...reply, brandNames: [brand.name, ...brand.aliases] })
    if (!signer) return { outcome: 'scored', score: 0, message: { fr: 'Personne ne signe.', en: 'Nobody signs.' } }
    // The sender's name stands in a header, outside every text that a span could point into.
    const evidence =
      signer.in === 'sender' ? [] : [{ start: signer.start, end: signer.end, in: signer.in, label: signer.who }]
    const where = {
      text: { fr: 'à la fin du texte', en: 'at the end of the text' },
      signature: { fr: 'dans la signature', en: 'in the signature' },
      sender: { fr: 'dans le nom d’expéditeur', en: 'in the sender’s name' },
    }[signer.in]
    if (signer.who === 'person') {
      return {
        outcome: 'scored',
        score: 1,
        message: { fr: `Une personne signe ${where.fr}.`, en: `A person signs ${where.en}.` },
        evidence,
        doubtful: signer.unsure,
      }
    }
    return {
      outcome: 'scored',
      score: team,
      message: { fr: `Seule une équipe signe ${where.fr}.`, en: `Only a team signs ${where.en}.` },
      evidence,
    }
  },
})
