/** All French rules, family by family: the only registry. */
import type { Rule } from '../rule.js'
import { ATTRIBUTE_RULES } from './attribute.js'
import { HOMOPHONE_A_RULES } from './homophone-a.js'
import { INFINITIVE_RULES } from './infinitive.js'
import { NOUN_PHRASE_RULES } from './noun-phrase.js'
import { PARTICIPLE_AVOIR_RULES } from './participle-avoir.js'
import { SUBJECT_VERB_RULES } from './subject-verb.js'

export const FRENCH_RULES: readonly Rule[] = [
  ...HOMOPHONE_A_RULES,
  ...INFINITIVE_RULES,
  ...PARTICIPLE_AVOIR_RULES,
  ...SUBJECT_VERB_RULES,
  ...ATTRIBUTE_RULES,
  ...NOUN_PHRASE_RULES,
]
