/** Spelling of both languages over the shipped dictionaries, and the engine `hunspell` that does nothing else. */
import type { StudyLanguage } from '../../domain/language.js'
import type { Proofreader } from '../proofreader.js'
import { ProtectedWords } from '../protected-words.js'
import { SpellingChecker } from '../spelling/check-spelling.js'
import { englishSpelling } from '../spelling/english-spelling.js'
import { frenchSpelling } from '../spelling/french-spelling.js'
import { eitherSpeller, type Speller } from '../spelling/speller.js'
import { dictionary } from './dictionaries.js'
import { installedVersion } from './installed-version.js'
import { localEngine } from './local-engine.js'
import { shippedTradeWords, wordListFingerprint } from './trade-words.js'

/** Spelling of one language, ready to use. */
export interface Spelling {
  readonly checker: SpellingChecker
  /** English dictionaries, American and British together. */
  readonly english: Speller
  /** Shipped trade words and those of the study. */
  readonly tradeWords: ProtectedWords
  /** Hunspell, dictionaries and word lists with their versions. */
  readonly version: string
}

/** @param tradeWords the study's own, beside the shipped ones */
export async function loadSpelling(language: StudyLanguage, tradeWords: readonly string[]): Promise<Spelling> {
  const all = [...shippedTradeWords(language), ...tradeWords]
  const english = eitherSpeller(await dictionary('en'), await dictionary('en-gb'))
  const rules = language === 'fr' ? frenchSpelling(await dictionary('fr'), english) : englishSpelling(english)
  const packages = [
    'hunspell-wasm',
    ...(language === 'fr' ? ['dictionary-fr'] : []),
    'dictionary-en',
    'dictionary-en-gb',
  ]
  return {
    checker: new SpellingChecker(rules),
    english,
    tradeWords: new ProtectedWords(all),
    version: [...packages.map((name) => installedVersion(name)), `trade words ${wordListFingerprint(all)}`].join(', '),
  }
}

/** The engine `hunspell`: spelling alone. */
export async function createHunspellEngine(
  language: StudyLanguage,
  tradeWords: readonly string[],
): Promise<Proofreader> {
  const spelling = await loadSpelling(language, tradeWords)
  return localEngine(language, 'hunspell', spelling.version, (text, context) => {
    const protectedWords = spelling.tradeWords.with(context)
    return spelling.checker.check(text, protectedWords, context.suggest === true)
  })
}
