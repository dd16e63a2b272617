/** Challenge: an anti-spam system holds the message until its sender confirms to be a person. Never answered by us. */
import { fold } from './acts/act.js'
import { firstOf } from './acts/recognise-acts.js'
import { type KindRule, shown } from './rule.js'

const CHALLENGE_SUBJECT =
  /\b(verification (required|needed|request)|verify your (e-?mail|message|address)|sender (verification|confirmation)|confirm your (e-?mail|message|identity)|action required.{0,40}(deliver|message)|demande d'authentification|authentifi|confirmez votre (envoi|adresse|identite|message)|message en attente|votre (mail|e-?mail|message) (est )?(en attente|bloque))/

/** Rules of this kind. */
export const CHALLENGE_RULES: readonly KindRule[] = [
  {
    id: 'challenge-words',
    kind: 'challenge',
    doc: 'Asks the sender to confirm to be a person before the message is delivered.',
    source: 'challenge-response systems: Mailinblack, Altospam, Boxbe, Spam Arrest, TMDA',
    examples: [
      {
        body: "Bonjour,\n\nVotre message est en attente. Cliquez sur le lien pour confirmer que vous êtes bien l'expéditeur et le remettre à son destinataire.",
        found: true,
      },
      {
        subject: 'Sender verification',
        body: 'Your e-mail is being held. Please click the link below to verify that you are a human sender.',
        found: true,
      },
      { body: 'Please confirm your order number so that we can send the parts.', found: false },
    ],
    find: ({ acts, subject }) => {
      const bySubject = CHALLENGE_SUBJECT.test(fold(subject))
      if (acts.count.challenge === 0 && !(bySubject && acts.words < 120)) return null
      if (acts.answering > 5) return null
      const seen = firstOf(acts, 'challenge')
      return {
        confidence: acts.count.challenge > 0 ? 0.93 : 0.75,
        seen: seen === '' ? shown(`Subject: ${subject}`) : seen,
      }
    },
  },
]
