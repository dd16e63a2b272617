/** French pages say what went wrong in French: no sentence of the web room is left out. */
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { passwordFault } from '../../../src/web/accounts/password.js'
import { frenchHeading, frenchOf } from '../../../src/web/pages/problem-french.js'

const WEB = new URL('../../../src/web/', import.meta.url)
/** A literal or a template without expressions of its own inside a `ReplymarkError` of the web room, message or hint. */
const SENTENCE = /(?:ReplymarkError\(\s*'[a-z-]+',\s*|\bhint:\s*)('(?:[^'\\]|\\.)+'|`(?:[^`\\]|\\.)+`)/g
/** Message and hint of a problem that `problem(thing, message, hint)` lists. */
const PROBLEM = /\bproblem\(\s*[^'"]+?,\s*('[^']+'|`(?:[^`\\]|\\.)+`),\s*('[^']+'|`(?:[^`\\]|\\.)+`)/g
/** Said at the terminal when the service starts, or to programs, never on a page. */
const ELSEWHERE = /web-secret\.ts$|client-address\.ts$|^server\.ts$|^api\//

/** The sentences of one source file, as they are thrown for a thing called 7. */
function sentencesIn(file: string): readonly { file: string; sentence: string }[] {
  const source = readFileSync(new URL(`../../${file}`, WEB), 'utf8')
  const thrown = [...source.matchAll(SENTENCE)].map(([, quoted]) => ({ file, sentence: plain(quoted!) }))
  const listed = [...source.matchAll(PROBLEM)].flatMap(([, message, hint]) => [
    { file, sentence: `7: ${plain(message!)}` },
    { file, sentence: plain(hint!) },
  ])
  return [...thrown, ...listed]
}

function plain(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\`/g, '`')
    .replace(/\$\{[^{}]*\}/g, '7')
}

const sentences = globSync('**/*.{ts,tsx}', { cwd: WEB }).flatMap((file) =>
  ELSEWHERE.test(file)
    ? []
    : [...readFileSync(new URL(file, WEB), 'utf8').matchAll(SENTENCE)].map(([, quoted]) => ({
        file,
        sentence: plain(quoted!),
      })),
)

describe('problems on French pages', () => {
  it('finds the sentences of the web room', () => {
    expect(sentences.length).toBeGreaterThan(50)
  })

  it.each([
    'short',
    'x'.repeat(200),
    'abababababab',
    '123456789012',
    'Password1234',
  ])('has French for what is wrong with the password %s', (password) => {
    expect(frenchOf(passwordFault(password, 'marie@study.example') ?? '')).toMatch(/\S/)
  })

  it.each([
    ...sentences,
    ...['src/editions/closing.ts', 'src/editions/publishing.ts'].flatMap(sentencesIn),
  ])('has French for “$sentence” ($file)', ({ sentence }) => {
    expect(frenchOf(sentence)).toMatch(/\S/)
  })

  it.each([
    ['Edition 2026 has no file x.csv', 'L’édition 2026 n’a pas de fichier x.csv'],
    ['There is nothing at /nowhere', 'Il n’y a rien à l’adresse /nowhere'],
    ['Try again in 12 s.', 'Réessayez dans 12 s.'],
  ])('puts what varies in its place: %s', (english, french) => {
    expect(frenchOf(english)).toBe(french)
  })

  it('has no French of sentences from other rooms, and a heading for them', () => {
    expect(frenchOf('The ledger is locked by another process')).toBeNull()
    expect(frenchHeading('ledger')).toBe('Le registre ne répond pas')
  })
})
