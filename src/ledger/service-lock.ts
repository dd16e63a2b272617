/** One running service a study: a lock that the operating system takes back when the process dies, however it dies. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ReplymarkError } from '../domain/error.js'

/** Name of the lock's file beside the ledger. */
const LOCK_FILE = 'service.lock'

/**
 * Takes the lock of a study's data folder.
 * @returns what gives it back
 * @throws ReplymarkError `conflict` when another process holds it
 */
export function takeServiceLock(dataFolder: string): () => void {
  const file = join(dataFolder, LOCK_FILE)
  const database = new Database(file, { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw new ReplymarkError('conflict', 'A service of this study is running already', {
      place: { file },
      cause: error,
      hint: 'Two services would send and poll side by side. Stop the other one first.',
    })
  }
  return () => database.close()
}
