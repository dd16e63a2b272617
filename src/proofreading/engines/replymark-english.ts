/** Engine `replymark` for English: Hunspell spelling (American or British), typography. */
import { mergeMistakes } from '../merge-mistakes.js'
import type { Proofreader } from '../proofreader.js'
import { ProtectedWords } from '../protected-words.js'
import { checkTypography } from '../typography/check-typography.js'
import { localEngine } from './local-engine.js'
import { loadSpelling } from './spelling-engines.js'

/** @param tradeWords the study's own, beside the shipped ones */
export async function createEnglishEngine(tradeWords: readonly string[]): Promise<Proofreader> {
  const spelling = await loadSpelling('en', tradeWords)
  return localEngine('en', 'replymark', spelling.version, (text, context) => {
    const protectedWords = new ProtectedWords(context.glossary, context.names, spelling.tradeWords)
    return mergeMistakes(
      spelling.checker.check(text, protectedWords, context.suggest === true),
      checkTypography(text, 'en'),
    )
  })
}
