/** Files of a study that were made to do harm: each is refused with a place, in time, and changes nothing of the program. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ReplymarkError } from '../../src/domain/error.js'
import { loadStudy } from '../../src/study/load-study.js'

const FILES = ['study.yaml', 'personas.yaml', 'scenarios/refund.yaml', 'grids/replymark.yaml'] as const

const BOMBS: Readonly<Record<string, string>> = {
  'aliases of aliases': `a0: &a0 [x]\n${Array.from({ length: 12 }, (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`).join(', ')}]`).join('\n')}\n`,
  'an alias of itself': 'id: &a [*a]\n',
  'thousands of keys': Array.from({ length: 3_000 }, (_, number) => `k${number}: 1`).join('\n'),
  'thousands of keys on one line': `{${Array.from({ length: 3_000 }, (_, number) => `k${number}: 1`).join(', ')}}`,
  'the same key again and again': 'id: x\n'.repeat(2_000),
  'lists in lists': `id: ${'['.repeat(5_000)}${']'.repeat(5_000)}\n`,
  'lists that never end': '['.repeat(5_000),
  'maps in maps': `id: ${'{a: '.repeat(2_000)}1${'}'.repeat(2_000)}\n`,
  'dashes in a row': `${'- '.repeat(5_000)}x\n`,
  'keys of the prototype': '__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\n',
  'merged keys': 'a: &a {polluted: yes}\n<<: *a\n__proto__:\n  <<: *a\n',
  'tags of other languages':
    'id: !!js/function "function () { return 1 }"\nx: !!python/object/apply:os.system ["true"]\n',
  'more than two million bytes': `id: ${'x'.repeat(2_100_000)}\n`,
  'no text': '\0\0\0\0',
  'a key without end': `${'k'.repeat(100_000)}: 1\n`,
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replymark-hostile-'))
  cpSync('config', folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function refusal(): Promise<ReplymarkError> {
  const thrown = await loadStudy(folder, {}).catch((error: unknown) => error)
  expect(thrown).toBeInstanceOf(ReplymarkError)
  return thrown as ReplymarkError
}

describe.each(Object.entries(BOMBS))('%s', (_, text) => {
  it.each(FILES)('in %s is refused with its place', async (file) => {
    writeFileSync(join(folder, file), text)
    const { code, details } = await refusal()
    expect(code).toBe('configuration')
    expect(details.problems?.some(({ place }) => place.file === file)).toBe(true)
    expect(details.problems?.length).toBeLessThan(3_000)
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined()
  })
})

const HEADER = 'id,name,sector,contacts,domains,country,time_zone,languages'
describe.each([
  ['quotes in a row', `${HEADER}\n${'"'.repeat(200_001)}\n`],
  ['a quote that is never closed', `${HEADER}\n"${'a,'.repeat(100_000)}\n`],
  ['a line of a million cells', `${HEADER}\n${','.repeat(1_000_000)}\n`],
  ['a header of a hundred thousand columns', `${'id,'.repeat(100_000)}\n`],
  ['one long cell', `${HEADER}\n${'x'.repeat(1_000_000)},a,beauty,a@b.example,b.example,FR,Europe/Paris,fr\n`],
  [
    'values without end in one cell',
    `${HEADER}\na,A,beauty,${'a@b.example|'.repeat(50_000)},b.example,FR,Europe/Paris,fr\n`,
  ],
  [
    'columns of the prototype',
    `${HEADER},__proto__,constructor\na,A,beauty,a@b.example,b.example,FR,Europe/Paris,fr,1,2\n`,
  ],
])('brands.csv: %s', (_, text) => {
  it('is refused with its line', async () => {
    writeFileSync(join(folder, 'brands.csv'), text)
    const { details } = await refusal()
    expect(details.problems?.some(({ place }) => place.file === 'brands.csv' && place.line !== undefined)).toBe(true)
  })
})
