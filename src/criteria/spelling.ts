/** Criterion `spelling`: spelling mistakes per 100 words of the reply's new text; 0.9 at `good`, 0.5 at `typical`. */

import { defineCriterion } from './criterion.js'
import { checkControlPoints } from './curves/log-normal.js'
import { scoreMistakeRate } from './language-quality/mistake-rate.js'

export const spelling = defineCriterion({
  meta: {
    id: 'spelling',
    version: 1,
    family: 'answer-quality',
    title: { fr: 'Orthographe', en: 'Spelling' },
    description: {
      fr: 'Fautes d’orthographe pour 100 mots du texte nouveau.',
      en: 'Spelling mistakes per 100 words of new text.',
    },
    why: {
      fr: 'Une lettre fautive dit au client que personne ne l’a relue ; l’orthographe est nommée parmi les critères de Qualiweb en 2013.',
      en: 'A letter with mistakes tells the customer that nobody read it again; spelling is named among Qualiweb’s criteria in 2013.',
    },
    method: {
      fr: 'Relecture du texte nouveau, sans citation ni signature ; les noms, adresses, références et le glossaire de la marque ne sont pas relus ; la typographie n’est jamais comptée.',
      en: 'Proofreading of the new text without quote and signature; names, addresses, references and the brand’s glossary are not checked; typography is never counted.',
    },
    needs: ['reply', 'mistakes'],
    speaks: ['proofreader'],
    lifecycle: 'stable',
  },
  // One slip in a letter of 200 words is forgiven, one in 50 words is what a careful reader calls careless. Our judgement: no published figure.
  defaults: { good: 0.5, typical: 2, minimumWords: 40 },
  checkOptions: (options) =>
    checkControlPoints(options) ?? (options.minimumWords >= 1 ? null : 'minimumWords must be 1 or more'),
  evaluate: ({ reply, mistakes }, options) =>
    scoreMistakeRate(reply, mistakes, ['spelling'], options, {
      one: { fr: 'faute d’orthographe', en: 'spelling mistake' },
      many: { fr: 'fautes d’orthographe', en: 'spelling mistakes' },
    }),
})
