/** Versions of the packages that an engine is made of, for the identity that is stored with each assessment. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/**
 * `name version` of an installed package.
 * @param entry an importable path of the package, where its main entry cannot be resolved by name alone
 */
export function installedVersion(name: string, entry = name): string {
  let folder = dirname(require.resolve(entry))
  while (!folder.endsWith(join('node_modules', ...name.split('/'))) && dirname(folder) !== folder)
    folder = dirname(folder)
  const description: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const version = (description as { readonly version?: unknown }).version
  return `${name} ${typeof version === 'string' ? version : 'unknown'}`
}
