/** Criterion `human-offered`: the customer can reach a person, because one answered or because the letter or receipt offers one. */
import { saysMachineWrote } from '../reading/kind/machine-disclosure.js'
import { findFirst } from '../text/find.js'
import { fold } from '../text/fold.js'
import { defineCriterion } from './criterion.js'

/** Offers of a person, folded. */
const OFFERS: readonly RegExp[] = [
  /\b(?:parler|echanger|discuter|etre mis en (?:relation|contact)|joindre|contacter|demande[rz]) (?:a |avec |directement )?(?:un|une|nos|notre|l'un de nos) (?:conseillere?|humain|personne|agent|charge de clientele|interlocuteur|teleconseiller|membre de (?:l'|notre )equipe)s?\b/g,
  /\brepondez (?:humain|agent|conseiller)\b|\bdemandez un humain\b|\b(?:un|nos) conseillers? (?:humains? )?(?:est|sont|restent?) (?:joignables?|a votre (?:ecoute|disposition)|disponibles?)\b/g,
  /\b(?:speak|talk|chat) (?:to|with) (?:a|an|one of our) (?:human|person|real person|agent|adviser|advisor|representative|member of (?:our |the )?team)s?\b/g,
  /\breply (?:human|agent)\b|\bask for a (?:human|person)\b|\b(?:reach|contact|call) (?:a|one of our) (?:human|person|adviser|advisor|agent)s?\b|\bour advis[eo]rs are (?:available|here|on hand)\b/g,
]

export const humanOffered = defineCriterion({
  meta: {
    id: 'human-offered',
    version: 1,
    family: 'welcome',
    title: { fr: 'Une personne joignable', en: 'A person within reach' },
    description: {
      fr: 'Une personne a répondu, ou la lettre propose d’en joindre une.',
      en: 'A person answered, or the letter offers one.',
    },
    why: {
      fr: 'La Ley 10/2025 espagnole garantit une personne à qui la demande : une machine ne peut être seule à répondre.',
      en: 'The Spanish Ley 10/2025 guarantees a person on request: a machine may not be the only one to answer.',
    },
    method: {
      fr: '1 quand rien ne dit qu’une machine a écrit la réponse ; sinon 1 si la réponse ou l’accusé propose une personne, 0 sans cela.',
      en: '1 where nothing says that a machine wrote the answer; else 1 where answer or receipt offers a person, 0 without.',
    },
    needs: ['reply', 'acknowledgement'],
    speaks: [],
    lifecycle: 'experimental',
  },
  defaults: {},
  evaluate({ reply, acknowledgement }) {
    if (!reply) return { outcome: 'not-applicable', message: { fr: 'Pas de réponse.', en: 'No reply.' } }
    const whole = `${reply.text}\n${reply.boilerplate ?? ''}`
    if (!saysMachineWrote(whole, reply.signature))
      return {
        outcome: 'scored',
        score: 1,
        message: {
          fr: 'Rien ne dit qu’une machine ait répondu.',
          en: 'Nothing says that a machine answered.',
        },
      }
    for (const [text, place] of [
      [reply.text, 'text'],
      [reply.boilerplate ?? '', null],
      [acknowledgement?.text ?? '', 'acknowledgement'],
    ] as const) {
      const found = findFirst(OFFERS, fold(text))
      if (!found) continue
      const words = text.slice(found.start, found.end)
      return {
        outcome: 'scored',
        score: 1,
        message: { fr: `Une personne est proposée : « ${words} ».`, en: `A person is offered: “${words}”.` },
        evidence: place === null ? [] : [{ ...found, in: place, label: 'offer' }],
      }
    }
    return {
      outcome: 'scored',
      score: 0,
      message: {
        fr: 'Une machine répond, aucune personne n’est proposée.',
        en: 'A machine answers, and no person is offered.',
      },
    }
  },
})
