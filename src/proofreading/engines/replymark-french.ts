/** Engine `replymark` for French: Hunspell spelling, our own grammar rules, typography. */
import { FRENCH_RULES_VERSION, weighFrench } from '../french/check-french.js'
import { LEXICON_VERSION } from '../french/lexicon/binary.js'
import { loadFrenchLexicon } from '../french/lexicon/load.js'
import { addPossible, mergeMistakes } from '../merge-mistakes.js'
import type { Proofreader } from '../proofreader.js'
import { checkTypography } from '../typography/check-typography.js'
import { loadFrenchDeciders } from './french-deciders-file.js'
import { localEngine } from './local-engine.js'
import { RULES_VERSION } from './rules-version.js'
import { loadSpelling } from './spelling-engines.js'

/** @param tradeWords the study's own, beside the shipped ones */
export async function createFrenchEngine(tradeWords: readonly string[]): Promise<Proofreader> {
  const spelling = await loadSpelling('fr', tradeWords)
  const lexicon = loadFrenchLexicon()
  const { deciders, file } = loadFrenchDeciders()
  const version = `rules ${RULES_VERSION}, French rules ${FRENCH_RULES_VERSION}, deciders ${file.hash}, lexicon ${LEXICON_VERSION}, ${spelling.version}`
  return localEngine('fr', 'replymark', version, (text, context) => {
    const protectedWords = spelling.tradeWords.with(context)
    const grammar = protectedWords.without(weighFrench(text, lexicon, deciders, context), text)
    const counted = mergeMistakes(
      spelling.checker.check(text, protectedWords, context.suggest === true),
      grammar.filter((mistake) => mistake.counted !== false),
      checkTypography(text, 'fr'),
    )
    if (!context.possible) return counted
    return addPossible(
      counted,
      grammar.filter((mistake) => mistake.counted === false),
    )
  })
}
