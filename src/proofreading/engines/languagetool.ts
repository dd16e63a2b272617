/** Engine `languagetool`: a LanguageTool server by its HTTP API v2 (https://languagetool.org/http-api/). */

import { z } from 'zod'
import { ReplymarkError } from '../../domain/error.js'
import type { StudyLanguage } from '../../domain/language.js'
import type { MistakeCategory } from '../../domain/mistake.js'
import { languagePack } from '../../languages/index.js'
import type { Proofreader } from '../proofreader.js'
import { ProtectedWords } from '../protected-words.js'
import { eitherSpeller } from '../spelling/speller.js'
import { dictionary } from './dictionaries.js'
import { EngineServer, type ServerPatience } from './engine-server.js'
import { type ServerMatch, serverMistakes } from './server-mistakes.js'
import { shippedTradeWords } from './trade-words.js'

const answerSchema = z.object({
  software: z.object({ name: z.string(), version: z.string() }),
  matches: z.array(
    z.object({
      message: z.string(),
      offset: z.number().int(),
      length: z.number().int(),
      replacements: z.array(z.object({ value: z.string() })),
      rule: z.object({ id: z.string(), issueType: z.string().optional(), category: z.object({ id: z.string() }) }),
    }),
  ),
})

type Answer = z.infer<typeof answerSchema>
type Match = Answer['matches'][number]

/** Issue types (ITS 2.0, § 8 localization quality) and categories that are matters of taste. */
const TASTE = /^(style|register|locale-violation|inconsistency|characters)$/
const TASTE_CATEGORY = /STYLE|REDUNDANC|REGIONAL|COLLOQUIAL|PLAIN_ENGLISH|WIKIPEDIA|GENDER|MISC_STYLE|PLEONASM/

/** Options of the engine. */
export interface LanguageToolOptions {
  readonly tradeWords: readonly string[]
  readonly patience?: ServerPatience
}

/**
 * Connects to a server; asks it once for its version.
 * @throws ReplymarkError `unavailable` when it does not answer
 */
export async function createLanguageToolEngine(
  language: StudyLanguage,
  address: string,
  { tradeWords, patience }: LanguageToolOptions,
): Promise<Proofreader> {
  const { proofreading } = languagePack(language)
  const known = proofreading?.languageTool
  if (!known) {
    throw new ReplymarkError('configuration', `LanguageTool does not read ${language} for Replymark.`, {
      hint: 'Choose another engine in the study’s proofreading settings.',
    })
  }
  const protectedWords = new ProtectedWords([...shippedTradeWords(language), ...tradeWords])
  const server = new EngineServer('LanguageTool', address, patience)
  const ask = async (text: string): Promise<Answer> => {
    const form = { text, language: known.code }
    const parsed = answerSchema.safeParse(await server.ask('/v2/check', form))
    if (parsed.success) return parsed.data
    throw new ReplymarkError('unavailable', `The server at ${address} does not speak LanguageTool’s API v2.`, {
      hint: 'Check proofreading.server in study.yaml.',
      cause: parsed.error,
    })
  }
  const { software } = await ask(known.sample)
  const [own = 'en', other] = proofreading?.dictionaries ?? []
  // The code names one country; the other countries' spelling is right as well.
  const english = /-/.test(known.code) && other ? eitherSpeller(await dictionary(own), await dictionary(other)) : null
  return {
    language,
    engine: 'languagetool',
    version: `${software.name} ${software.version}`,
    async proofread(text, context = {}) {
      if (text.trim() === '') return []
      const { matches } = await ask(text)
      const counted = matches
        .filter((match) => !isTaste(match))
        .map(
          (match): ServerMatch => ({
            start: match.offset,
            end: match.offset + match.length,
            category: categoryOf(match),
            rule: `languagetool:${match.rule.id}`,
            message: match.message,
            suggestions: match.replacements.slice(0, 5).map(({ value }) => value),
          }),
        )
        .filter(({ category, start, end }) => category !== 'spelling' || !english?.isCorrect(text.slice(start, end)))
      return serverMistakes(text, counted, context, protectedWords)
    },
    async close() {},
  }
}

function isTaste({ rule }: Match): boolean {
  return TASTE.test(rule.issueType ?? '') || TASTE_CATEGORY.test(rule.category.id)
}

function categoryOf({ rule }: Match): MistakeCategory {
  const category = rule.category.id
  if (category === 'TYPOS' || rule.issueType === 'misspelling') return 'spelling'
  if (/TYPOGRAPH/.test(category) || rule.issueType === 'typographical' || rule.issueType === 'whitespace')
    return 'typography'
  if (/PUNCTUATION/.test(category)) return 'punctuation'
  if (/HOMONYM|CONFUSED/.test(category)) return 'homophone'
  if (/AGREE|ACCORD/.test(rule.id)) return 'agreement'
  return /CONJ|VERB|PARTICIP/.test(rule.id) ? 'conjugation' : 'grammar'
}
