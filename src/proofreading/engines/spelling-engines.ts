/** Spelling of both languages over the shipped dictionaries, and the engine `hunspell` that does nothing else. */

import { ReplymarkError } from '../../domain/error.js'
import type { ByLanguage, StudyLanguage } from '../../domain/language.js'
import { languagePack, tellLack, textIn } from '../../languages/index.js'
import type { Proofreader } from '../proofreader.js'
import { ProtectedWords } from '../protected-words.js'
import { SpellingChecker, type SpellingLanguage } from '../spelling/check-spelling.js'
import { englishSpelling } from '../spelling/english-spelling.js'
import { frenchSpelling } from '../spelling/french-spelling.js'
import { eitherSpeller, type Speller } from '../spelling/speller.js'
import { commonWords } from './common-words-file.js'
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

/** Spelling rules by language: how compounds, elisions and capitals are taken apart. */
const RULES: ByLanguage<(english: Speller) => Promise<SpellingLanguage>> = {
  fr: async (english) => frenchSpelling(await dictionary('fr'), english, commonWords('fr').words),
  en: async (english) => englishSpelling(english, commonWords('en').words),
}

/** @param tradeWords the study's own, beside the shipped ones */
export async function loadSpelling(language: StudyLanguage, tradeWords: readonly string[]): Promise<Spelling> {
  const all = [...shippedTradeWords(language), ...tradeWords]
  const english = eitherSpeller(await dictionary('en'), await dictionary('en-gb'))
  const { proofreading } = languagePack(language)
  const rules = await RULES[language]?.(english)
  if (!proofreading || !rules) {
    throw new ReplymarkError('configuration', textIn(tellLack(language, ['proofreader']), 'en'), {
      hint: 'Leave the language out of the study’s proofreading, or give its pack a dictionary.',
    })
  }
  const packages = ['hunspell-wasm', ...proofreading.dictionaries.map((name) => `dictionary-${name}`)]
  return {
    checker: new SpellingChecker(rules),
    english,
    tradeWords: new ProtectedWords(all),
    version: [
      ...packages.map((name) => installedVersion(name)),
      `common words ${commonWords(language).fingerprint}`,
      `trade words ${wordListFingerprint(all)}`,
    ].join(', '),
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
