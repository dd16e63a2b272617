/** Criterion `grammar`: agreement, conjugation, homophone, grammar and punctuation mistakes per 100 words of new text. */

import { defineCriterion } from './criterion.js'
import { checkControlPoints } from './curves/log-normal.js'
import { scoreMistakeRate } from './language-quality/mistake-rate.js'

export const grammar = defineCriterion({
  meta: {
    id: 'grammar',
    version: 1,
    family: 'answer-quality',
    title: { fr: 'Grammaire', en: 'Grammar' },
    description: {
      fr: 'Fautes d’accord, de conjugaison, d’homophones, de grammaire et de ponctuation pour 100 mots du texte nouveau.',
      en: 'Mistakes of agreement, conjugation, homophones, grammar and punctuation per 100 words of new text.',
    },
    why: {
      fr: 'Une faute d’accord ou de conjugaison se voit autant qu’une faute de frappe et dit le même manque de soin.',
      en: 'A mistake of agreement or conjugation shows as much as a typing slip and tells of the same lack of care.',
    },
    method: {
      fr: 'Même relecture que l’orthographe ; chaque faute a sa place, sa règle et peut être écartée par une personne.',
      en: 'Same proofreading as for spelling; every mistake has its place and rule and can be dismissed by a person.',
    },
    needs: ['reply', 'mistakes'],
    speaks: ['proofreader'],
    lifecycle: 'stable',
  },
  // The same tolerance as for spelling: a reader sees one mistake, whatever its category. Our judgement: no published figure.
  defaults: { good: 0.5, typical: 2, minimumWords: 40 },
  checkOptions: (options) =>
    checkControlPoints(options) ?? (options.minimumWords >= 1 ? null : 'minimumWords must be 1 or more'),
  evaluate: ({ reply, mistakes }, options) =>
    scoreMistakeRate(reply, mistakes, ['agreement', 'conjugation', 'homophone', 'grammar', 'punctuation'], options, {
      one: { fr: 'faute de grammaire', en: 'grammar mistake' },
      many: { fr: 'fautes de grammaire', en: 'grammar mistakes' },
    }),
})
