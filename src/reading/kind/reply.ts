/** Reply: someone answers. What is left when nothing speaks for another kind, and what an answer in words makes certain. */
import { firstOf } from './acts/recognise-acts.js'
import { type KindRule, shown } from './rule.js'

/** Rules of this kind. */
export const REPLY_RULES: readonly KindRule[] = [
  {
    id: 'answering-words',
    kind: 'reply',
    doc: 'Sentences that tell, ask, decide or excuse: more than a receipt holds.',
    source:
      'docs/methodology.en.md §2: an answer written by an agent is a reply whatever headers the ticket system adds',
    examples: [
      {
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          'X-Mailer': 'Zendesk Mailer',
          'In-Reply-To': '<probe@study.example>',
        },
        subject: '[Marque] Re: Livraison',
        body: 'Bonjour Madame,\n\nJe vous confirme que nous livrons en Corse. Le délai est de cinq jours et les frais sont de 9 euros.\n\nBien cordialement,\nNadia',
        found: true,
      },
      { body: 'Nous avons bien reçu votre demande et reviendrons vers vous.', found: false },
    ],
    find: ({ acts }) => {
      if (acts.answering < 2) return null
      return { confidence: Math.min(0.97, 0.75 + acts.answering * 0.03), seen: shown(firstOf(acts, 'answer')) }
    },
  },
  {
    id: 'nothing-else',
    kind: 'reply',
    doc: 'Nothing speaks for any other kind.',
    source: 'docs/methodology.en.md §2: else reply',
    examples: [{ body: 'Mercredi à 15 h convient.', found: true }],
    find: ({ refersBack }) => ({
      confidence: refersBack ? 0.75 : 0.6,
      seen: refersBack ? 'refers to an earlier mail' : 'no other clue',
    }),
  },
]
