/**
 * Hunspell dictionaries: WASM Hunspell over the `dictionary-*` packages. Each is opened when the first word is asked of it,
 * and shared by all engines of a process.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getWasmModule, Hunspell } from 'hunspell-wasm'
import type { DictionaryName } from '../../languages/language-pack.js'
import type { Speller } from '../spelling/speller.js'

const require = createRequire(import.meta.url)
const opened = new Map<DictionaryName, Hunspell>()

/** A dictionary; opening it with the first word costs 0.02 s (English) to 0.12 s (French). */
export async function dictionary(name: DictionaryName): Promise<Speller> {
  const wasm = await getWasmModule()
  return {
    isCorrect: (word) => (opened.get(name) ?? open(name, wasm)).testSpelling(word),
    suggest: (word) => {
      const hunspell = opened.get(name) ?? open(name, wasm)
      return byCountedClock(() => hunspell.getSpellingSuggestions(word))
    },
  }
}

/** Milliseconds that a look at the clock counts as: Hunspell looks every hundred steps, which take it about as long. */
const LOOK_MS = 0.5

/**
 * Runs a search of Hunspell by a clock that goes on by being looked at. Hunspell ends its searches after fixed times (`TIMELIMIT` in
 * suggestmgr.cxx), so that a busy machine finds less than a quiet one and the same letter could have other mistakes; counted, the
 * bounds are the same everywhere. Hunspell's only clock is `Date.now`; nothing else runs during the call.
 */
function byCountedClock<Result>(search: () => Result): Result {
  const clock = Date.now
  let looks = 0
  Date.now = () => {
    looks += 1
    return Math.floor(looks * LOOK_MS)
  }
  try {
    return search()
  } finally {
    Date.now = clock
  }
}

function open(name: DictionaryName, wasm: unknown): Hunspell {
  const folder = dirname(require.resolve(`dictionary-${name}`))
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
  const hunspell = new Hunspell(wasm, read('index.aff'), read('index.dic'))
  opened.set(name, hunspell)
  return hunspell
}
