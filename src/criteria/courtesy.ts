/** Criterion `courtesy`: the answer ends with a closing formula ("Cordialement", "Kind regards", "Belle journée"). */

import { fold } from '../text/fold.js'
import { defineCriterion } from './criterion.js'
import { findClosings, findClosingsInSignature } from './phrases/find-closing.js'

export const courtesy = defineCriterion({
  meta: {
    id: 'courtesy',
    version: 2,
    family: 'welcome',
    title: { fr: 'Formule de politesse', en: 'Closing formula' },
    description: {
      fr: 'La réponse se termine par une formule de politesse.',
      en: 'The answer ends with a closing formula.',
    },
    why: {
      fr: 'Une lettre sans formule de fin se lit comme un refus de parler.',
      en: 'A letter without a closing formula reads like a door being shut.',
    },
    method: {
      fr: 'Formules françaises et anglaises reconnues dans la dernière partie du texte nouveau ou en tête de la signature.',
      en: 'French and English formulas recognised in the last part of the new text or at the head of the signature.',
    },
    needs: ['reply'],
    speaks: ['phrases:closing'],
    lifecycle: 'stable',
  },
  defaults: {},
  evaluate({ reply }) {
    if (!reply) return { outcome: 'not-applicable', message: { fr: 'Pas de réponse.', en: 'No reply.' } }
    const inText = findClosings(fold(reply.text)).at(0)
    const inSignature = inText ? undefined : findClosingsInSignature(fold(reply.signature)).at(0)
    const found = inText ?? inSignature
    if (!found) {
      return {
        outcome: 'scored',
        score: 0,
        message: { fr: 'Pas de formule de politesse à la fin.', en: 'No closing formula at the end.' },
      }
    }
    const words = (inText ? reply.text : reply.signature).slice(found.start, found.end).replace(/\s+/g, ' ').trim()
    return {
      outcome: 'scored',
      score: 1,
      message: { fr: `Formule de politesse : « ${words} ».`, en: `Closing formula: “${words}”.` },
      evidence: [{ ...found, label: 'closing', ...(inText ? {} : { in: 'signature' as const }) }],
    }
  },
})
