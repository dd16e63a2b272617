/**
 * Bundles the verifier into one file, for Node.js and for a page: from the very sources that the service runs, so that no formula
 * exists twice.
 */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** A source as it stands here: TypeScript from source, JavaScript in a build. */
function sourceOf(name: string): string {
  return ['.ts', '.js']
    .map((ending) => fileURLToPath(new URL(`./${name}${ending}`, import.meta.url)))
    .find((path) => existsSync(path)) as string
}

/** What stands in place of the run-time's modules in a page. */
const FOR_PAGES = {
  'node:crypto': sourceOf('crypto'),
  'csv-stringify/sync': createRequire(import.meta.url).resolve('csv-stringify/browser/esm/sync'),
}

const made = new Map<'node' | 'page', Promise<string>>()

async function bundled(kind: 'node' | 'page'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [sourceOf(kind === 'node' ? 'node-entry' : 'page-entry')],
    bundle: true,
    minify: true,
    write: false,
    format: kind === 'node' ? 'esm' : 'iife',
    platform: kind === 'node' ? 'node' : 'browser',
    target: kind === 'node' ? 'node22' : 'es2022',
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'warning',
    ...(kind === 'page' ? { alias: FOR_PAGES } : {}),
  })
  return outputFiles[0]?.text ?? ''
}

/** The verifier's JavaScript; made once a process. */
export function bundleVerifier(kind: 'node' | 'page'): Promise<string> {
  const known = made.get(kind) ?? bundled(kind)
  made.set(kind, known)
  return known
}
