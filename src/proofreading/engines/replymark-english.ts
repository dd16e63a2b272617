/** Engine `replymark` for English: Hunspell spelling (American or British), Harper's grammar, our own rules, typography. */
import type { Mistake } from '../../domain/mistake.js'
import { checkEnglish } from '../english/check-english.js'
import { createWordClasses } from '../english/word-classes.js'
import { mergeMistakes } from '../merge-mistakes.js'
import type { Proofreader } from '../proofreader.js'
import { isUpperCase } from '../spelling/characters.js'
import { insideQuotation } from '../spelling/quotation.js'
import { checkTypography } from '../typography/check-typography.js'
import { loadHarper } from './harper.js'
import { installedVersion } from './installed-version.js'
import { RULES_VERSION } from './rules-version.js'
import { loadSpelling } from './spelling-engines.js'

/** @param tradeWords the study's own, beside the shipped ones */
export async function createEnglishEngine(tradeWords: readonly string[]): Promise<Proofreader> {
  const [spelling, harper] = await Promise.all([loadSpelling('en', tradeWords), loadHarper()])
  const classes = createWordClasses((word) => spelling.english.isCorrect(word))
  return {
    language: 'en',
    engine: 'replymark',
    version: `rules ${RULES_VERSION}, ${installedVersion('harper.js')}, ${spelling.version}`,
    async proofread(text, context = {}) {
      if (text.trim() === '') return []
      const protectedWords = spelling.tradeWords.with(context)
      const own = checkEnglish(text, classes)
      const grammar = (await harper.lint(text)).filter((mistake) => !concernsName(mistake, text))
      return mergeMistakes(
        spelling.checker.check(text, protectedWords, context.suggest === true),
        // Our own message stands where both find the same: it is listed first and ties keep order.
        protectedWords.without([...own, ...grammar], text),
        checkTypography(text, 'en'),
      )
    },
    close: () => harper.close(),
  }
}

/** Harper reads names, titles of products and quotations as ordinary words; what it says of them is not counted. */
function concernsName({ start, end, text: marked, rule }: Mistake, text: string): boolean {
  if (insideQuotation(text, start)) return true
  // "a FAQ", "an SMS": how an abbreviation is read aloud is the writer's choice; signs and placeholders likewise.
  if (rule === 'harper:AnA' && !/^\s\p{Ll}{2}/u.test(text.slice(end, end + 3))) return true
  // "I know that that is late", "we had had it checked" are right.
  if (rule === 'harper:RepeatedWords' && /^(?:that|had)\s/i.test(marked)) return true
  const words = marked.split(/\s+/)
  const inner = words.slice(1)
  if (inner.some((word) => isUpperCase(word.charAt(0)) && word !== 'I' && !/^I['’]/.test(word))) return true
  const next = text.slice(end).match(/^\s(\p{Lu}\p{L}+)/u)?.[1]
  return words.length === 1 && isUpperCase(marked.charAt(0)) && next !== undefined
}
