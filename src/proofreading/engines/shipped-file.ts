/** Finds files that are shipped with the program, from the sources as from the compiled tree. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Path of a shipped file; the program's folder is some levels up, by one more in the compiled tree.
 * @param name path from the program's folder
 * @returns null where it is not there
 */
export function shippedFile(name: string): string | null {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (dirname(folder) !== folder) {
    const file = join(folder, name)
    if (existsSync(file)) return file
    folder = dirname(folder)
  }
  return null
}
