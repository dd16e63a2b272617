/** Loads the compiled French lexicon: from beside this file in a build, else from a cache compiled once on this machine. */
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ReplymarkError } from '../../../domain/error.js'
import { LEXICON_VERSION } from './binary.js'
import { LEXICON_FILE, writeLexicon } from './build.js'
import { openLexicon } from './lexicon.js'
import type { FrenchLexicon } from './word.js'

let loaded: FrenchLexicon | undefined

function open(file: string): FrenchLexicon | undefined {
  if (!existsSync(file)) return undefined
  const { buffer, byteOffset, byteLength } = readFileSync(file)
  // A large file has a buffer of its own: no second copy of its 13 MB.
  const own = byteOffset === 0 && byteLength === buffer.byteLength
  return openLexicon((own ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)) as ArrayBuffer)
}

/**
 * The French lexicon, read once a process.
 * @throws ReplymarkError `unavailable` where the lexicon can be neither read nor compiled
 */
export function loadFrenchLexicon(): FrenchLexicon {
  if (loaded) return loaded
  const beside = join(dirname(fileURLToPath(import.meta.url)), LEXICON_FILE)
  loaded = open(beside)
  if (loaded) return loaded
  const cached = join(tmpdir(), `replymark-french-lexicon-${LEXICON_VERSION}.bin`)
  loaded = open(cached)
  if (loaded) return loaded
  writeLexicon(cached)
  loaded = open(cached)
  if (loaded) return loaded
  throw new ReplymarkError('unavailable', 'the French lexicon cannot be compiled')
}
