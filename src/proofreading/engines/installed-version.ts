/** Versions of the packages that an engine is made of, for the identity that is stored with each assessment. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ReplymarkError } from '../../domain/error.js'

/**
 * `name version` of an installed package, found as Node finds it: in `node_modules` of this folder or one above.
 * @throws ReplymarkError `unavailable` when it is not installed
 */
export function installedVersion(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (dirname(folder) !== folder) {
    const file = join(folder, 'node_modules', name, 'package.json')
    if (existsSync(file)) {
      const description = JSON.parse(readFileSync(file, 'utf8')) as { readonly version?: unknown }
      return `${name} ${String(description.version)}`
    }
    folder = dirname(folder)
  }
  throw new ReplymarkError('unavailable', `The package ${name} is not installed.`, { hint: 'Run npm ci.' })
}
