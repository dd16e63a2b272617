/** Harper (https://writewithharper.com) in process: English grammar by WASM, with only the rules that `english/harper-rules.ts` lists. */
import { Dialect, LocalLinter } from 'harper.js'
import { slimBinary } from 'harper.js/slimBinary'
import type { Mistake } from '../../domain/mistake.js'
import { HARPER_RULES } from '../english/harper-rules.js'

/** Suggestion kinds of Harper: `Replace` = 0, `Remove` = 1, `InsertAfter` = 2. */
const REMOVE = 1
const INSERT_AFTER = 2

/** Harper, set up. */
export interface Harper {
  lint(text: string): Promise<readonly Mistake[]>
  close(): Promise<void>
}

let shared: Promise<LocalLinter> | null = null
let users = 0

/** Sets Harper up once for all who use it, until the last closes it: it takes 1 to 2 s and about 250 MB. */
export async function loadHarper(): Promise<Harper> {
  shared ??= setUp()
  users++
  const linter = await shared
  let closed = false
  return {
    async lint(text) {
      const groups = await linter.organizedLints(withoutEndlessWords(text), { language: 'plaintext' })
      const names = Object.keys(groups)
      if (names.length === 0) return []
      return names.flatMap((name) => (groups[name] ?? []).map((lint) => mistakeOf(name, lint, text)))
    },
    async close() {
      if (closed) return
      closed = true
      users--
      if (users > 0) return
      shared = null
      await linter.dispose()
    },
  }
}

/** Longer runs without a space are no words, and dots in them cost Harper the square of their number: one mail took minutes. */
const ENDLESS_WORD = /\S{121,}/g

/** The same text with every endless run turned into one plain word of its length, so that places stay. */
export function withoutEndlessWords(text: string): string {
  return text.replace(ENDLESS_WORD, (run) => 'a'.repeat(run.length))
}

async function setUp(): Promise<LocalLinter> {
  const linter = new LocalLinter({ binary: slimBinary, dialect: Dialect.American })
  await linter.setup()
  const all = Object.keys(await linter.getDefaultLintConfig())
  await linter.setLintConfig(Object.fromEntries(all.map((name) => [name, HARPER_RULES.has(name)])))
  return linter
}

type Lint = Awaited<ReturnType<LocalLinter['lint']>>[number]

function mistakeOf(name: string, lint: Lint, text: string): Mistake {
  const span = lint.span()
  // Harper's JavaScript side counts UTF-16 units already.
  const { start, end } = span
  const written = text.slice(start, end)
  const suggestions = lint.suggestions().map((suggestion) => {
    const kind: number = suggestion.kind()
    if (kind === REMOVE) return ''
    const replacement = suggestion.get_replacement_text()
    return kind === INSERT_AFTER ? written + replacement : replacement
  })
  const mistake: Mistake = {
    start,
    end,
    text: written,
    category: HARPER_RULES.get(name) ?? 'grammar',
    rule: `harper:${name}`,
    message: lint.message(),
    suggestions: [...new Set(suggestions)].slice(0, 5),
  }
  span.free()
  lint.free()
  return mistake
}
