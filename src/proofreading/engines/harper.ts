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
      const readable = withoutEndlessWords(text)
      const mistakes: Mistake[] = []
      for (const { start, end } of piecesOf(readable)) {
        const groups = await linter.organizedLints(readable.slice(start, end), { language: 'plaintext' })
        for (const name of Object.keys(groups))
          for (const lint of groups[name] ?? []) mistakes.push(mistakeOf(name, lint, text, start))
      }
      return mistakes
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

/** Characters without the end of a sentence or paragraph that go to Harper at once: it takes time by the square of these. */
const LONGEST_SENTENCE = 2_000
const SENTENCE_END = /[\p{L})"”'’][.!?]\s|\n\s{0,100}?\n/gu

/** A text in the pieces that Harper reads: one, unless something in it goes on without end. */
export function piecesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const pieces: { start: number; end: number }[] = []
  let start = 0
  let sentence = 0
  const ends = [...text.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length)
  for (const end of [...ends, text.length]) {
    while (end - sentence > LONGEST_SENTENCE) {
      const window = text.slice(sentence, sentence + LONGEST_SENTENCE)
      const cut = sentence + (Math.max(window.lastIndexOf('\n'), window.lastIndexOf(' ')) + 1 || LONGEST_SENTENCE)
      pieces.push({ start, end: cut })
      start = cut
      sentence = cut
    }
    sentence = end
  }
  if (start < text.length) pieces.push({ start, end: text.length })
  return pieces
}

async function setUp(): Promise<LocalLinter> {
  const linter = new LocalLinter({ binary: slimBinary, dialect: Dialect.American })
  await linter.setup()
  const all = Object.keys(await linter.getDefaultLintConfig())
  await linter.setLintConfig(Object.fromEntries(all.map((name) => [name, HARPER_RULES.has(name)])))
  return linter
}

type Lint = Awaited<ReturnType<LocalLinter['lint']>>[number]

function mistakeOf(name: string, lint: Lint, text: string, from: number): Mistake {
  const span = lint.span()
  // Harper's JavaScript side counts UTF-16 units already.
  const start = span.start + from
  const end = span.end + from
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
