/** All French rules, family by family: the only registry. */

import type { Rule } from '../rule.js'
import { ABSENT_PERSON_RULES } from './absent-person.js'
import { ADJECTIVE_AFTER_RULES } from './adjective-after-noun.js'
import { ADJECTIVE_BEFORE_RULES } from './adjective-before-noun.js'
import { APPOSITION_RULES } from './apposition.js'
import { ATTRIBUTE_RULES } from './attribute.js'
import { CATEGORY_RULES } from './category-confusion.js'
import { CONDITIONAL_RULES } from './conditional.js'
import { DETERMINER_NOUN_RULES } from './determiner-noun.js'
import { ELISION_RULES } from './elision.js'
import { FIXED_NUMBER_RULES } from './fixed-number.js'
import { HOMOPHONE_A_RULES } from './homophone-a.js'
import { HOMOPHONE_ADVERB_RULES } from './homophone-adverbs.js'
import { HOMOPHONE_PRONOUN_RULES } from './homophone-pronouns.js'
import { HOMOPHONE_VERB_RULES } from './homophone-verbs.js'
import { IMPERATIVE_RULES } from './imperative.js'
import { INFINITIVE_RULES } from './infinitive.js'
import { LETTER_HOMOPHONE_RULES } from './letter-homophones.js'
import { LETTER_RULES } from './letters.js'
import { NOUN_VERB_RULES } from './noun-verb.js'
import { PARTICIPLE_AVOIR_RULES } from './participle-avoir.js'
import { PARTICIPLE_FORM_RULES } from './participle-form.js'
import { PARTICIPLE_NUMBER_RULES } from './participle-number.js'
import { PRONOUN_VERB_RULES } from './pronoun-verb.js'
import { RELATIVE_RULES } from './relative.js'
import { SUBJUNCTIVE_RULES } from './subjunctive.js'
import { TOUT_RULES } from './tout.js'
import { VERB_AFTER_VERB_RULES } from './verb-after-verb.js'
import { CONFUSED_ACCENT_RULES } from './word-confusions-accents.js'
import { COMMON_CONFUSION_RULES } from './word-confusions-common.js'
import { CONFUSED_IDIOM_RULES } from './word-confusions-idioms.js'
import { CONFUSED_NOUN_RULES } from './word-confusions-nouns.js'
import { CONFUSED_PHRASE_RULES } from './word-confusions-phrases.js'

export const FRENCH_RULES: readonly Rule[] = [
  ...HOMOPHONE_A_RULES,
  ...HOMOPHONE_PRONOUN_RULES,
  ...HOMOPHONE_VERB_RULES,
  ...HOMOPHONE_ADVERB_RULES,
  ...CONFUSED_NOUN_RULES,
  ...CONFUSED_ACCENT_RULES,
  ...CONFUSED_PHRASE_RULES,
  ...LETTER_RULES,
  ...ELISION_RULES,
  ...IMPERATIVE_RULES,
  ...APPOSITION_RULES,
  ...FIXED_NUMBER_RULES,
  ...RELATIVE_RULES,
  ...CONFUSED_IDIOM_RULES,
  ...COMMON_CONFUSION_RULES,
  ...CATEGORY_RULES,
  ...TOUT_RULES,
  ...INFINITIVE_RULES,
  ...PARTICIPLE_FORM_RULES,
  ...SUBJUNCTIVE_RULES,
  ...CONDITIONAL_RULES,
  ...PARTICIPLE_AVOIR_RULES,
  ...PRONOUN_VERB_RULES,
  ...NOUN_VERB_RULES,
  ...ATTRIBUTE_RULES,
  ...DETERMINER_NOUN_RULES,
  ...ADJECTIVE_BEFORE_RULES,
  ...ADJECTIVE_AFTER_RULES,
  ...LETTER_HOMOPHONE_RULES,
  ...VERB_AFTER_VERB_RULES,
  ...PARTICIPLE_NUMBER_RULES,
  ...ABSENT_PERSON_RULES,
]
