/** Criterion `empathy`: the answer to a complaint apologises or shows that it understands what the customer feels. */

import { findAny } from '../text/find.js'
import { fold } from '../text/fold.js'
import { unwrap } from '../text/sentences.js'
import { defineCriterion } from './criterion.js'
import { APOLOGIES_EN, NO_EMPATHY_BEFORE_EN, UNDERSTANDING_EN } from './phrases/english/empathy.js'
import { APOLOGIES_FR, NO_EMPATHY_BEFORE_FR, UNDERSTANDING_FR } from './phrases/french/empathy.js'

const APOLOGIES = [...APOLOGIES_FR, ...APOLOGIES_EN]
const UNDERSTANDING = [...UNDERSTANDING_FR, ...UNDERSTANDING_EN]

export const empathy = defineCriterion({
  meta: {
    id: 'empathy',
    version: 1,
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
      fr: 'Mots d’excuse et de compréhension du texte nouveau ; « nous avons le regret de vous informer » n’en est pas un. Sans objet hors réclamation, sauf option `everywhere`.',
      en: 'Words of apology and understanding in the new text; “we regret to inform you” is none. Not applicable outside complaints unless the option `everywhere` is set.',
    },
    needs: ['reply', 'scenario'],
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
    const folded = fold(unwrap(reply.text))
    const holds = ({ start }: { start: number }): boolean => {
      const before = folded.slice(Math.max(0, start - 60), start)
      return !NO_EMPATHY_BEFORE_FR.test(before) && !NO_EMPATHY_BEFORE_EN.test(before)
    }
    const apology = findAny(APOLOGIES, folded).find(holds)
    const found = apology ?? findAny(UNDERSTANDING, folded).find(holds)
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
      message: apology
        ? { fr: `Présente des excuses : « ${words} ».`, en: `Apologises: “${words}”.` }
        : { fr: `Comprend la gêne : « ${words} ».`, en: `Shows understanding: “${words}”.` },
      evidence: [{ ...found, label: apology ? 'apology' : 'understanding' }],
    }
  },
})
