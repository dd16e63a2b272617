/** The verifier as outsiders run it: one file in an otherwise foreign folder, by Node.js alone. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Publication, stampedBytes } from '../../../src/editions/publication.js'
import { publishedFolder } from './published-folder.js'

let folder = ''
let key = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'replymark-outsider-'))
  const published = await publishedFolder({ brands: 3 })
  key = published.key
  for (const { path, content } of published.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

function verify(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'verify.mjs'), ...words], {
    cwd: '/',
    env: {},
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('verify.mjs', () => {
  it('verifies its own folder, says so in the language asked for, and exits with 0', () => {
    expect(verify()).toMatchObject({ status: 0, stdout: expect.stringContaining('Everything is as published.') })
    expect(verify('--lang', 'fr', '--key', key).stdout).toContain('Tout est comme publié.')
    expect(JSON.parse(verify('--json').stdout)).toMatchObject({ state: 'verified', edition: '2026', differences: [] })
  })

  it('writes the bytes that a time-stamp speaks of', () => {
    const { statement, signature } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Publication
    expect(verify('--stamped').stdout).toBe(Buffer.from(stampedBytes(statement, signature)).toString())
  })

  it('exits with 1 and names the file that was edited, or another key', () => {
    const file = join(folder, 'data', 'marks.csv')
    const other = `${key.startsWith('A') ? 'B' : 'A'}${key.slice(1)}`
    expect(verify('--key', other)).toMatchObject({ status: 1, stdout: expect.stringContaining(key) })
    writeFileSync(file, 'brand,scenario\r\n')
    expect(verify(folder)).toMatchObject({ status: 1, stdout: expect.stringContaining('data/marks.csv') })
  })

  it('exits with 2 for wrong usage or a folder that is not there', () => {
    for (const words of [['--nonsense'], ['--key'], ['--lang', 'xx'], ['/not/there']])
      expect(verify(...words), words.join(' ')).toMatchObject({ status: 2, stdout: '' })
  })
})
