/** Loads the table of letter sequences: from beside this file in a build, else as it was compiled of these sources on this machine. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CompiledFile, openCompiled, openKept } from '../../../cache/compiled-file.js'
import { compileTable, TABLE_FILE, tableSources } from './build.js'
import { decodeTable, type LetterTable } from './table.js'

async function load(): Promise<LetterTable> {
  const beside = join(dirname(fileURLToPath(import.meta.url)), TABLE_FILE)
  const built = existsSync(beside) ? decodeTable(readFileSync(beside)) : null
  if (built) return built
  const file: CompiledFile<LetterTable> = { name: 'letter-sequences', sources: tableSources(), open: decodeTable }
  return openKept(file) ?? openCompiled(file, await compileTable())
}

/** The table of this program. */
export const LETTER_TABLE: LetterTable = await load()
