// Turns the TypeScript sources into dist/, one file for one, with esbuild (types are checked by `npm test`).
// Runs after `npm ci` by itself (`prepare`), so that `npx replymark` works in a fresh clone. Plain JavaScript,
// because it must also run where no TypeScript loader is installed.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const sources = ['src', 'jobs', 'reports']
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
  .filter((file) => /\.tsx?$/.test(file))

/** Gathers what is used of a package whose many files are costly to load; built as one file. */
const BUNDLED = join('src', 'ledger', 'drizzle.ts')

rmSync('dist', { recursive: true, force: true })
const settings = {
  outdir: 'dist',
  outbase: '.',
  platform: 'node',
  target: 'node22',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
}
await build({ ...settings, entryPoints: sources.filter((file) => file !== BUNDLED) })
await build({ ...settings, entryPoints: [BUNDLED], bundle: true, external: ['better-sqlite3'] })

// Assets of the web are served as they are.
if (existsSync('src/web/assets')) cpSync('src/web/assets', 'dist/src/web/assets', { recursive: true })

// Rules are written in YAML and read as JSON, checked here; the YAML stands beside it for whoever wants to read it.
const { plain, readRuleFile } = await import(pathToFileURL('dist/src/rules/rule-file.js').href)
for (const file of readdirSync('src/languages', { recursive: true }).map((name) =>
  join('src/languages', String(name)),
)) {
  if (!file.endsWith('.yaml')) continue
  const target = join('dist', file)
  mkdirSync(dirname(target), { recursive: true })
  cpSync(file, target)
  writeFileSync(`${target}.json`, JSON.stringify(plain(readRuleFile(readFileSync(file, 'utf8'), file))))
}

// Rooms that ship compiled data (the French lexicon, tables of letter sequences) build it here, next to the code that loads it.
for (const step of [
  'dist/src/proofreading/french/lexicon/build.js',
  'dist/src/reading/language/sequences/build.js',
].filter((file) => existsSync(file))) {
  const { buildCompiledData } = await import(pathToFileURL(step).href)
  await buildCompiledData()
}
