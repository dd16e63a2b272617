/** A release changes every file that carries the version, in a real repository, or nothing at all. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isHigher, ReleaseRefused, releaseFiles } from '../../scripts/release/release-files.js'

const FILES = {
  packageJson: '{ "name": "x", "version": "0.1.0" }\n',
  packageLock:
    '{ "version": "0.1.0", "packages": { "": { "version": "0.1.0" }, "node_modules/other": { "version": "0.1.0" } } }\n',
  main: "program.version('0.1.0')\n",
  changelog: '# Changelog\n\n## 0.2.0 — unreleased\n\n- A change.\n\n## 0.1.0 — 2026-01-01\n\n- First.\n',
}
const SCRIPT = join(import.meta.dirname, '../../scripts/release.ts')

describe('the files of a release', () => {
  it('all carry the new version, packages of others keep theirs', () => {
    expect(releaseFiles(FILES, '0.2.0', '2026-12-01')).toEqual({
      packageJson: '{ "name": "x", "version": "0.2.0" }\n',
      packageLock:
        '{ "version": "0.2.0", "packages": { "": { "version": "0.2.0" }, "node_modules/other": { "version": "0.1.0" } } }\n',
      main: "program.version('0.2.0')\n",
      changelog: '# Changelog\n\n## 0.2.0 — 2026-12-01\n\n- A change.\n\n## 0.1.0 — 2026-01-01\n\n- First.\n',
    })
  })

  it('of the very first release bear the version that is there', () => {
    const changelog = '# Changelog\n\n## 0.1.0 — unreleased\n\n- First.\n'
    expect(releaseFiles({ ...FILES, changelog }, '0.1.0', '2026-12-01')).toEqual({
      ...FILES,
      changelog: '# Changelog\n\n## 0.1.0 — 2026-12-01\n\n- First.\n',
    })
  })

  it.each([
    ['a version that is none', { version: '1.2' }, /no version/],
    ['the version before', { version: '0.1.0' }, /not higher than 0\.1\.0/],
    [
      'a changelog with nothing new',
      { changelog: '# Changelog\n\n## 0.2.0 — unreleased\n\n## 0.1.0 — x\n\n- First.\n' },
      /nothing under/,
    ],
    ['a command line without the version', { main: 'program\n' }, /src\/cli\/main\.ts does not hold/],
  ])('are refused for %s', (_, {
    version = '0.2.0',
    ...changes
  }: { version?: string; changelog?: string; main?: string }, why) => {
    const refused = () => releaseFiles({ ...FILES, ...changes }, version, '2026-12-01')
    expect(refused).toThrow(ReleaseRefused)
    expect(refused).toThrow(why)
  })

  it.each([
    ['0.1.1', '0.1.0', true],
    ['0.10.0', '0.9.9', true],
    ['1.0.0', '0.99.99', true],
    ['0.1.0', '0.1.0', false],
    ['0.9.9', '0.10.0', false],
  ])('%s after %s: %s', (version, before, higher) => {
    expect(isHigher(version, before)).toBe(higher)
  })
})

describe('npm run release', () => {
  it('commits and tags in a clean tree, and refuses one with changes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'replymark-release-'))
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org']
    const git = (...words: string[]) =>
      execFileSync('git', [...who, ...words], { cwd: folder, encoding: 'utf8' }).trim()
    write('package.json', FILES.packageJson)
    write('package-lock.json', FILES.packageLock)
    write('src/cli/main.ts', FILES.main)
    write('CHANGELOG.md', FILES.changelog)
    git('init', '--quiet')
    git('config', 'user.name', 'A')
    git('config', 'user.email', 'a@example.org')
    git('add', '.')
    git('commit', '--quiet', '--message', 'all')
    const tsx = join(import.meta.dirname, '../../node_modules/tsx/dist/cli.mjs')
    const release = (version: string) =>
      spawnSync(process.execPath, [tsx, SCRIPT, version], { cwd: folder, encoding: 'utf8' })
    write('notes.txt', 'not committed')
    expect(release('0.2.0')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/not committed:\n\?\? notes\.txt/),
    })
    expect(git('tag')).toBe('')
    git('add', '.')
    git('commit', '--quiet', '--message', 'notes')
    expect(release('0.2.0')).toMatchObject({ status: 0, stderr: '' })
    expect(git('tag')).toBe('v0.2.0')
    expect(git('log', '-1', '--format=%s')).toBe('release: 0.2.0')
    expect(git('status', '--porcelain')).toBe('')
    expect(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')).toMatch(/^## 0\.2\.0 — \d{4}-\d\d-\d\d$/m)
    expect(release('0.2.0')).toMatchObject({ status: 1, stderr: expect.stringMatching(/tag v0\.2\.0 is there/) })
  })
})
