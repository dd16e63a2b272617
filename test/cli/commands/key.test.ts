import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { run as key } from '../../../src/cli/commands/key.js'
import { parseSigningKey, SIGNING_KEY_VARIABLE } from '../../../src/editions/signing-key.js'

let folder = ''
let printed = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replymark-key-'))
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

describe('replymark key', () => {
  it('writes the secret for its owner alone and prints the public part only', async () => {
    const out = join(folder, 'key.env')
    expect(await key([], { out })).toBe(0)
    const [name, secret] = readFileSync(out, 'utf8').trim().split('=')
    expect(name).toBe(SIGNING_KEY_VARIABLE)
    expect(statSync(out).mode & 0o777).toBe(0o600)
    expect(printed).toContain(parseSigningKey(secret)!.publicKey)
    expect(printed).not.toContain(secret)
  })

  it('says the same to programs, and another key each time', async () => {
    await key([], { out: join(folder, 'one'), json: true })
    await key([], { out: join(folder, 'two'), json: true })
    const keys = printed
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { publicKey: string }).publicKey)
    expect(new Set(keys).size).toBe(2)
  })

  it('never overwrites a key, and asks where it should go', async () => {
    const out = join(folder, 'key.env')
    await key([], { out })
    const before = readFileSync(out, 'utf8')
    await expect(key([], { out })).rejects.toMatchObject({ code: 'usage' })
    expect(readFileSync(out, 'utf8')).toBe(before)
    await expect(key([], {})).rejects.toMatchObject({ code: 'usage' })
  })
})
