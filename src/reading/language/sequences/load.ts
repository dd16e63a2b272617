/** Loads the table of letter sequences: from beside this file in a build, else from a cache compiled once on this machine. */
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dataVersion, TABLE_FILE, writeTable } from './build.js'
import { decodeTable, type LetterTable } from './table.js'

function open(file: string): LetterTable | null {
  return existsSync(file) ? decodeTable(readFileSync(file)) : null
}

async function load(): Promise<LetterTable> {
  const beside = open(join(dirname(fileURLToPath(import.meta.url)), TABLE_FILE))
  if (beside) return beside
  const cached = join(tmpdir(), `replymark-letter-sequences-${dataVersion()}.bin`)
  const known = open(cached)
  if (known) return known
  await writeTable(cached)
  const compiled = open(cached)
  if (compiled) return compiled
  throw new Error(`the table of letter sequences in ${cached} cannot be read`)
}

/** The table of this program. */
export const LETTER_TABLE: LetterTable = await load()
