/** Loads the compiled French lexicon: from beside this file in a build, else as it was compiled of these sources on this machine. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CompiledFile, openCompiled, openKept } from '../../../cache/compiled-file.js'
import { compileLexicon, LEXICON_FILE, lexiconSources } from './build.js'
import { openLexicon } from './lexicon.js'
import type { FrenchLexicon } from './word.js'

let loaded: FrenchLexicon | undefined

function open({ buffer, byteOffset, byteLength }: Uint8Array): FrenchLexicon | null {
  // A large file has a buffer of its own: no second copy of its 13 MB.
  const own = byteOffset === 0 && byteLength === buffer.byteLength
  return openLexicon((own ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)) as ArrayBuffer) ?? null
}

/**
 * The French lexicon, read once a process.
 * @throws ReplymarkError `unavailable` where the lexicon can be neither read nor compiled
 */
export function loadFrenchLexicon(): FrenchLexicon {
  if (loaded) return loaded
  const beside = join(dirname(fileURLToPath(import.meta.url)), LEXICON_FILE)
  const built = existsSync(beside) ? open(readFileSync(beside)) : null
  loaded = built ?? compiledHere()
  return loaded
}

function compiledHere(): FrenchLexicon {
  const file: CompiledFile<FrenchLexicon> = { name: 'french-lexicon', sources: lexiconSources(), open }
  return openKept(file) ?? openCompiled(file, compileLexicon())
}
