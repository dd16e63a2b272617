/** Criterion `empathy`: the answer to a complaint apologises or shows that it understands what the customer feels. */

import { languagePack, rulesOf, textIn, toldInAll } from '../languages/index.js'
import { fold } from '../text/fold.js'
import { unwrap } from '../text/sentences.js'
import { defineCriterion } from './criterion.js'

export const empathy = defineCriterion({
  meta: {
    id: 'empathy',
    version: 2,
    family: 'welcome',
    title: { fr: 'Empathie', en: 'Empathy' },
    description: {
      fr: 'La réponse à une réclamation présente des excuses ou montre que la gêne du client est comprise.',
      en: 'The answer to a complaint apologises or shows that the customer’s trouble is understood.',
    },
    why: {
      fr: 'Celui qui se plaint attend d’abord qu’on reconnaisse sa gêne.',
      en: 'A customer who complains expects first that the trouble is acknowledged.',
    },
    method: {
      fr: 'Mots d’excuse et de compréhension du texte nouveau ; « nous avons le regret de vous informer » n’en est pas un. Sans objet hors réclamation, sauf si la grille le demande partout.',
      en: 'Words of apology and understanding in the new text; “we regret to inform you” is none. Not applicable outside complaints unless the grid asks for it everywhere.',
    },
    needs: ['reply', 'scenario'],
    speaks: ['rules:empathy'],
    lifecycle: 'stable',
  },
  defaults: { everywhere: false },
  evaluate({ reply, scenario }, { everywhere }) {
    if (!reply) return { outcome: 'not-applicable', message: { fr: 'Pas de réponse.', en: 'No reply.' } }
    if (scenario.type !== 'complaint' && !everywhere) {
      return {
        outcome: 'not-applicable',
        message: { fr: 'Le message n’est pas une réclamation.', en: 'The message is not a complaint.' },
      }
    }
    const matches = rulesOf('empathy').find(fold(unwrap(reply.text)))
    const apology = matches.find(({ rule }) => rule.label === 'apology')
    const found = apology ?? matches[0]
    if (!found) {
      return {
        outcome: 'scored',
        score: 0,
        message: { fr: 'Ni excuse ni compréhension exprimée.', en: 'Neither apology nor understanding expressed.' },
      }
    }
    const words = reply.text.slice(found.start, found.end).replace(/\s+/g, ' ')
    return {
      outcome: 'scored',
      score: 1,
      message: toldInAll((told) => {
        const { formats } = languagePack(told)
        return `${textIn(found.rule.message, told)}${formats.colon}${formats.quoted(words)}.`
      }),
      evidence: [{ start: found.start, end: found.end, label: found.rule.label ?? 'empathy' }],
    }
  },
})
