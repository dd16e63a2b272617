/** Proofreading against the programs a user would run instead: Grammalecte, hunspell, Harper. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Dialect, LocalLinter } from 'harper.js'
import { binary } from 'harper.js/binary'
import { createProofreader } from '../../../src/proofreading/engines/create-proofreader.js'
import { letters } from '../frame/letters.js'
import { type BenchResult, compare, secondsOf } from '../frame/row.js'

/** Rows of this file. */
export const names = ['proofread-fr', 'spell-fr', 'proofread-en'] as const

const LETTERS = 2000
/** Grammalecte reads so few letters a second that a part of the same texts has to do. */
const LETTERS_OF_GRAMMALECTE = 40
const SETTINGS = { engine: 'replymark', server: null, tradeWords: [] }

const grammalecteScript = `
import sys, time, json, grammalecte
checker = grammalecte.GrammarChecker("fr")
texts = json.load(sys.stdin)
checker.getParagraphErrors(texts[0])
start = time.perf_counter()
for text in texts:
    for paragraph in text.split("\\n"):
        checker.getParagraphErrors(paragraph)
print(time.perf_counter() - start)
`

/** Seconds Grammalecte itself needs, without its start-up; null where it is not installed. */
function grammalecteSeconds(texts: readonly string[]): number | null {
  const run = spawnSync('/usr/bin/python3', ['-c', grammalecteScript], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  })
  const seconds = Number(run.stdout)
  return run.status === 0 && seconds > 0 ? seconds : null
}

async function proofreadFrench(): Promise<BenchResult> {
  const texts = letters('fr', LETTERS)
  const engine = await createProofreader('fr', SETTINGS)
  const some = texts.slice(0, LETTERS_OF_GRAMMALECTE)
  const installed = grammalecteSeconds(some.slice(0, 1)) !== null
  return compare({
    name: 'proofread-fr',
    work: `${LETTERS} French letters of 150 words, spelling and grammar, one core (Grammalecte: the first ${LETTERS_OF_GRAMMALECTE} of them, without its start-up)`,
    unit: 'letters/s',
    bound: { of: 'ratio', at: 'least', limit: 100 },
    project: async () => {
      const seconds = await secondsOf(async () => {
        for (const text of texts) await engine.proofread(text)
      })
      return texts.length / seconds
    },
    peer: {
      name: 'Grammalecte',
      round: installed ? async () => some.length / (grammalecteSeconds(some) ?? Number.NaN) : null,
      missing: 'Grammalecte is not installed (Debian: grammalecte-cli)',
    },
    rounds: 3,
  })
}

/** Runs the hunspell program over a file of words, one a line; seconds from start to exit. */
function hunspellSeconds(file: string): Promise<number> {
  return secondsOf(
    () =>
      new Promise<void>((resolve, reject) => {
        const program = spawn('hunspell', ['-d', 'fr', '-i', 'utf-8', '-l', file], {
          stdio: ['ignore', 'ignore', 'ignore'],
        })
        program.on('error', reject)
        program.on('exit', () => resolve())
      }),
  )
}

async function spellFrench(): Promise<BenchResult> {
  const texts = letters('fr', LETTERS)
  const words = texts.join(' ').match(/\p{L}+/gu) ?? []
  const folder = mkdtempSync(join(tmpdir(), 'replymark-words-'))
  const file = join(folder, 'words.txt')
  writeFileSync(file, words.join('\n'))
  const installed = spawnSync('hunspell', ['-v']).status === 0
  const engine = await createProofreader('fr', { ...SETTINGS, engine: 'hunspell' })
  try {
    return await compare({
      name: 'spell-fr',
      work: `the ${words.length} words of the same letters, spelling alone`,
      unit: 'words/s',
      bound: { of: 'ratio', at: 'least', limit: 1 },
      project: async () => {
        const seconds = await secondsOf(async () => {
          for (const text of texts) await engine.proofread(text)
        })
        return words.length / seconds
      },
      peer: {
        name: 'hunspell',
        round: installed ? async () => words.length / (await hunspellSeconds(file)) : null,
        missing: 'hunspell is not installed (Debian: hunspell, hunspell-fr)',
      },
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function proofreadEnglish(): Promise<BenchResult> {
  const texts = letters('en', LETTERS)
  const engine = await createProofreader('en', SETTINGS)
  const harper = new LocalLinter({ binary, dialect: Dialect.American })
  await harper.setup()
  // Harper alone takes seconds for 2 000 letters; a fifth of them, the same for both, keeps a round short.
  const some = texts.slice(0, LETTERS / 5)
  const rate = async (read: (text: string) => Promise<unknown>) => {
    const seconds = await secondsOf(async () => {
      for (const text of some) await read(text)
    })
    return some.length / seconds
  }
  return compare({
    name: 'proofread-en',
    work: `${some.length} English letters of 150 words, spelling and grammar, one core`,
    unit: 'letters/s',
    bound: { of: 'ratio', at: 'least', limit: 0.9 },
    project: () => rate((text) => engine.proofread(text)),
    peer: { name: 'Harper through its own API', round: () => rate((text) => harper.lint(text)) },
    rounds: 3,
  })
}

/** Measures them. */
export async function bench(asked: (name: string) => boolean): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = []
  if (asked('proofread-fr')) results.push(await proofreadFrench())
  if (asked('spell-fr')) results.push(await spellFrench())
  if (asked('proofread-en')) results.push(await proofreadEnglish())
  return results
}
