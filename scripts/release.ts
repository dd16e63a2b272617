/**
 * `npm run release -- 1.2.0`: writes the version into package, lock file, command line and changelog, commits and tags it `v1.2.0`.
 * Refuses a tree with changes that are not committed, a tag that is there, and a changelog with nothing to release. Pushes nothing.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { ReleaseRefused, releaseFiles, type VersionedFiles } from './release/release-files.js'

const PATHS: Readonly<Record<keyof VersionedFiles, string>> = {
  packageJson: 'package.json',
  packageLock: 'package-lock.json',
  main: 'src/cli/main.ts',
  changelog: 'CHANGELOG.md',
}

const git = (...words: readonly string[]): string => execFileSync('git', words, { encoding: 'utf8' }).trim()

try {
  const version = process.argv[2] ?? ''
  const changed = git('status', '--porcelain')
  if (changed !== '') throw new ReleaseRefused(`The tree has changes that are not committed:\n${changed}`)
  const tag = `v${version}`
  if (git('tag', '--list', tag) !== '') throw new ReleaseRefused(`The tag ${tag} is there already`)
  const names = Object.keys(PATHS) as (keyof VersionedFiles)[]
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(PATHS[name], 'utf8')]))
  const released = releaseFiles(files as unknown as VersionedFiles, version, new Date().toISOString().slice(0, 10))
  for (const name of names) writeFileSync(PATHS[name], released[name])
  git('commit', '--quiet', '--message', `release: ${version}`, '--', ...Object.values(PATHS))
  git('tag', '--annotate', tag, '--message', `Replymark ${version}`)
  console.log(`Committed and tagged ${tag}. Publish it by: git push --follow-tags`)
} catch (error) {
  if (!(error instanceof ReleaseRefused)) throw error
  console.error(error.message)
  process.exitCode = 1
}
