/** All English rules of ours; the only list of them. */
import type { EnglishRule } from './rule.js'
import { agreementRules } from './rules/agreement.js'
import { homophoneRules } from './rules/homophones.js'
import { letterSlipRules } from './rules/letter-slips.js'
import { lookalikeRules } from './rules/lookalikes.js'
import { nounRules } from './rules/nouns.js'
import { phraseRules } from './rules/phrases.js'
import { verbFormRules } from './rules/verb-forms.js'

/** Every rule, by family. */
export const englishRules: readonly EnglishRule[] = [
  ...homophoneRules,
  ...lookalikeRules,
  ...agreementRules,
  ...verbFormRules,
  ...nounRules,
  ...phraseRules,
  ...letterSlipRules,
]
