/** Compiled files are found for exactly the sources they were made of, and kept where no other user can write. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type CompiledFile, cacheFolder, hashOfFiles, openCompiled, openKept } from '../../src/cache/compiled-file.js'

let folder = ''
let data = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replymark-compiled-'))
  data = join(folder, 'words.txt')
  writeFileSync(data, 'un mot')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const file = (changes: Partial<CompiledFile<string>> = {}): CompiledFile<string> => ({
  name: 'lexicon',
  sources: [data],
  open: (bytes) => (bytes.length > 0 ? Buffer.from(bytes).toString() : null),
  folder: join(folder, 'kept'),
  ...changes,
})
const keep = (text: string) => {
  mkdirSync(join(folder, 'kept'), { recursive: true })
  return openCompiled(file(), Buffer.from(text))
}

describe('a compiled file', () => {
  it('is found again for the same sources', () => {
    expect(openKept(file())).toBeNull()
    expect(keep('compiled')).toBe('compiled')
    expect(openKept(file())).toBe('compiled')
  })

  it('is never found once the data changed, by one letter or in length alone', () => {
    keep('compiled')
    for (const changed of ['un mou', 'un mot ', '']) {
      writeFileSync(data, changed)
      expect(openKept(file())).toBeNull()
    }
  })

  it('is never found once the data are gone: the loss is said', () => {
    keep('compiled')
    rmSync(data)
    expect(() => openKept(file())).toThrow(/words\.txt cannot be read/)
  })

  it('that cannot be opened is none, and is compiled anew', () => {
    keep('compiled')
    const [name = ''] = readdirSync(join(folder, 'kept'))
    writeFileSync(join(folder, 'kept', name), '')
    expect(openKept(file())).toBeNull()
    expect(() => openCompiled(file(), Buffer.alloc(0))).toThrow(/cannot be compiled/)
  })

  it('is readable by its user alone, whole under its name, and only the newest few are kept', () => {
    for (let state = 0; state < 7; state++) {
      writeFileSync(data, `state ${state}`)
      keep(`compiled ${state}`)
    }
    const names = readdirSync(join(folder, 'kept'))
    expect(names).toHaveLength(4)
    expect(names.every((name) => /^lexicon-[0-9a-f]{64}\.bin$/.test(name))).toBe(true)
    for (const name of names) expect(statSync(join(folder, 'kept', name)).mode & 0o777).toBe(0o600)
    expect(openKept(file())).toBe('compiled 6')
  })

  it('is used all the same where nothing can be kept', () => {
    for (const nowhere of [null, join(data, 'below-a-file')]) {
      expect(openCompiled(file({ folder: nowhere }), Buffer.from('compiled'))).toBe('compiled')
      expect(openKept(file({ folder: nowhere }))).toBeNull()
    }
  })
})

describe('the folder of compiled files', () => {
  it('is the user’s own, as XDG names it', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/private/cache' }, '/home/a')).toBe('/private/cache/replymark')
    for (const XDG_CACHE_HOME of [undefined, '', 'relative/cache'])
      expect(cacheFolder({ XDG_CACHE_HOME }, '/home/a')).toBe('/home/a/.cache/replymark')
    expect(cacheFolder(process.env, homedir()).startsWith(join(tmpdir(), 'replymark'))).toBe(false)
  })

  it('is made for its user alone', () => {
    vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'))
    const { folder: _, ...own } = file()
    openCompiled(own, Buffer.from('compiled'))
    expect(openKept(own)).toBe('compiled')
    expect(statSync(join(folder, 'cache', 'replymark')).mode & 0o777).toBe(0o700)
  })

  it('is not used where others can write, or behind a link', () => {
    const { folder: _, ...own } = file()
    vi.stubEnv('XDG_CACHE_HOME', join(folder, 'open'))
    mkdirSync(join(folder, 'open', 'replymark'), { recursive: true })
    chmodSync(join(folder, 'open', 'replymark'), 0o777)
    openCompiled(own, Buffer.from('compiled'))
    expect(readdirSync(join(folder, 'open', 'replymark'))).toEqual([])
    vi.stubEnv('XDG_CACHE_HOME', join(folder, 'linked'))
    mkdirSync(join(folder, 'linked'))
    mkdirSync(join(folder, 'elsewhere'))
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'linked', 'replymark'))
    openCompiled(own, Buffer.from('compiled'))
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([])
  })
})

describe('the hash of sources', () => {
  it('tells files apart whose bytes run on from one into the next', () => {
    const other = join(folder, 'other.txt')
    writeFileSync(data, 'ab')
    writeFileSync(other, 'c')
    const one = hashOfFiles([data, other])
    writeFileSync(data, 'a')
    writeFileSync(other, 'bc')
    expect(hashOfFiles([data, other])).not.toBe(one)
  })
})
