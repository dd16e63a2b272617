/** Engine `grammalecte`: a Grammalecte server (Debian `grammalecte-cli`: `grammalecte-server`), French only. */
import { z } from 'zod'
import { ReplymarkError } from '../../domain/error.js'
import type { MistakeCategory } from '../../domain/mistake.js'
import type { Proofreader } from '../proofreader.js'
import { ProtectedWords } from '../protected-words.js'
import { utf16Offsets } from './code-points.js'
import { EngineServer, type ServerPatience } from './engine-server.js'
import { type ServerMatch, serverMistakes } from './server-mistakes.js'
import { shippedTradeWords } from './trade-words.js'

const answerSchema = z.object({
  version: z.string(),
  data: z.array(
    z.object({
      iParagraph: z.number().int(),
      lGrammarErrors: z.array(
        z.object({
          nStart: z.number().int(),
          nEnd: z.number().int(),
          sRuleId: z.string(),
          sType: z.string(),
          sMessage: z.string(),
          aSuggestions: z.array(z.string()).nullable(),
        }),
      ),
      lSpellingErrors: z.array(z.object({ nStart: z.number().int(), nEnd: z.number().int(), sValue: z.string() })),
    }),
  ),
})

type Answer = z.infer<typeof answerSchema>

/** Grammalecte's option groups as categories of ours; what is missing here is taste (pleonasms, business jargon) and is left out. */
const CATEGORIES: Readonly<Record<string, MistakeCategory>> = {
  ...Object.fromEntries(
    ['typo', 'apos', 'eepi', 'esp', 'tab', 'nbsp', 'unit', 'nf', 'liga', 'mapos', 'num', 'chim'].map((type) => [
      type,
      'typography' as const,
    ]),
  ),
  virg: 'punctuation',
  poncfin: 'punctuation',
  tu: 'spelling',
  maj: 'spelling',
  minis: 'spelling',
  conf: 'homophone',
  loc: 'grammar',
  date: 'grammar',
  gn: 'agreement',
  ppas: 'agreement',
  infi: 'conjugation',
  conj: 'conjugation',
  imp: 'conjugation',
  inte: 'conjugation',
  vmode: 'conjugation',
}

/** Options of the engine. */
export interface GrammalecteOptions {
  readonly tradeWords: readonly string[]
  readonly patience?: ServerPatience
}

/**
 * Connects to a server; asks it once for its version.
 * @throws ReplymarkError `unavailable` when it does not answer
 */
export async function createGrammalecteEngine(
  address: string,
  { tradeWords, patience }: GrammalecteOptions,
): Promise<Proofreader> {
  const protectedWords = new ProtectedWords([...shippedTradeWords('fr'), ...tradeWords])
  const server = new EngineServer('Grammalecte', address, patience)
  const ask = async (text: string): Promise<Answer> => {
    const parsed = answerSchema.safeParse(await server.ask('/gc_text/fr', { text }))
    if (parsed.success) return parsed.data
    throw new ReplymarkError('unavailable', `The server at ${address} does not answer as Grammalecte does.`, {
      hint: 'Check proofreading.server in study.yaml.',
      cause: parsed.error,
    })
  }
  const { version } = await ask('Bonjour.')
  return {
    language: 'fr',
    engine: 'grammalecte',
    version: `Grammalecte ${version}`,
    async proofread(text, context = {}) {
      if (text.trim() === '') return []
      return serverMistakes(text, matchesOf(await ask(text), text), context, protectedWords)
    },
    async close() {},
  }
}

/** Places are counted in code points within a line; they become UTF-16 units within the text. */
function matchesOf(answer: Answer, text: string): readonly ServerMatch[] {
  const lines = text.split('\n')
  const starts: number[] = []
  let start = 0
  for (const line of lines) {
    starts.push(start)
    start += line.length + 1
  }
  return answer.data.flatMap((paragraph) => {
    const index = paragraph.iParagraph - 1
    const begin = starts[index]
    if (begin === undefined) return []
    const offset = utf16Offsets(lines[index] ?? '')
    const place = (from: number, to: number) => ({ start: begin + offset(from), end: begin + offset(to) })
    const grammar = onePerDisagreement(paragraph.lGrammarErrors).flatMap((error): readonly ServerMatch[] => {
      const category = CATEGORIES[error.sType]
      if (!category) return []
      return [
        {
          ...place(error.nStart, error.nEnd),
          category,
          rule: `grammalecte:${error.sRuleId}`,
          message: error.sMessage,
          suggestions: (error.aSuggestions ?? []).slice(0, 5),
        },
      ]
    })
    const spelling = paragraph.lSpellingErrors.map(
      (error): ServerMatch => ({
        ...place(error.nStart, error.nEnd),
        category: 'spelling',
        rule: 'grammalecte:spelling',
        message: `« ${error.sValue} » n’est pas au dictionnaire.`,
        suggestions: [],
      }),
    )
    return [...grammar, ...spelling]
  })
}

/** Grammalecte marks both sides of a disagreement (`…_b1_a1_1`, `…_b1_a2_1`); it is one mistake, the first-named side. */
function onePerDisagreement<Error extends { readonly sRuleId: string }>(errors: readonly Error[]): readonly Error[] {
  const sides = new Map<string, number>()
  return errors.filter(({ sRuleId }) => {
    const parts = /^(.*__b\d+)_a(\d+)_/.exec(sRuleId)
    if (!parts?.[1]) return true
    const first = sides.get(parts[1])
    if (first === undefined) sides.set(parts[1], Number(parts[2]))
    return first === undefined || first === Number(parts[2])
  })
}
