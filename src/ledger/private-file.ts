/** Files that hold people's letters: only their owner may read them, whatever the umask is and whoever made them before. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Mode of a private file. SQLite gives its write-ahead and shared-memory files the mode of the database (sqlite.org/wal.html). */
const OWNER_ONLY = 0o600

/** Makes the folder of a private file where it is missing, for its owner alone. */
export function privateFolderOf(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
}

/** Makes a file private, an empty one where it is missing; a file that others could read is closed to them. */
export function makePrivate(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', OWNER_ONLY))
  else closeToOthers(file)
}

/** Takes others' rights off a file that is there. */
export function closeToOthers(file: string): void {
  if (existsSync(file) && (statSync(file).mode & 0o077) !== 0) chmodSync(file, OWNER_ONLY)
}
