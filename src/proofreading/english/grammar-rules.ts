/** All English rules over word classes; the only list of them. */
import { agreementGrammar } from './grammar/agreement-rules.js'
import type { GrammarRule } from './grammar/grammar-rule.js'
import { lookalikeGrammar } from './grammar/lookalike-rules.js'
import { quantityGrammar } from './grammar/quantity-rules.js'
import { verbFormGrammar } from './grammar/verb-form-rules.js'

/** Every rule, by family. */
export const englishGrammar: readonly GrammarRule[] = [
  ...verbFormGrammar,
  ...agreementGrammar,
  ...quantityGrammar,
  ...lookalikeGrammar,
]
