/** French grammar checking: tokens, readings, light disambiguation, then every rule on its trigger words. */
import type { Mistake } from '../../domain/mistake.js'
import type { ProofreadingContext } from '../proofreader.js'
import type { FrenchLexicon } from './lexicon/word.js'

/**
 * Finds grammar mistakes (not spelling) of a French text, in order of place, without overlaps.
 * @param text new text of a reply, LF line ends
 * @param lexicon from `loadFrenchLexicon`
 */
export function checkFrench(text: string, lexicon: FrenchLexicon, context?: ProofreadingContext): readonly Mistake[] {
  void text
  void lexicon
  void context
  return []
}
