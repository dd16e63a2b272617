/** `init`, `check`, `preview`, `plan` and `demo` by the command contract: output, exit codes 0, 1 and 2, no stack trace. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { preregistrationHash } from '../../../src/editions/preregistration.js'

const root = mkdtempSync(join(tmpdir(), 'replymark-commands-'))
const folder = join(root, 'study')
afterAll(() => rmSync(root, { recursive: true, force: true }))

function replymark(...words: string[]): { code: number | null; out: string; err: string } {
  const environment = { ...process.env, REPLYMARK_SMTP_PASSWORD: 'x', REPLYMARK_IMAP_PASSWORD: 'x' }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...words], {
    encoding: 'utf8',
    env: environment,
  })
  return { code: status, out: stdout, err: stderr }
}

/** Named after the year in which its sending starts. */
let edition = ''
beforeAll(() => {
  expect(replymark('init', folder).code).toBe(0)
  edition = JSON.parse(replymark('check', '--study', folder, '--offline', '--json').out).editions[0]
})

describe('replymark init', () => {
  it('refuses a folder that holds a study already, and changes nothing', () => {
    writeFileSync(join(folder, 'brands.csv'), `${readFileSync(join(folder, 'brands.csv'), 'utf8')}\n`)
    const before = readFileSync(join(folder, 'brands.csv'), 'utf8')
    const { code, err } = replymark('init', folder)
    expect(code).toBe(2)
    expect(err).toContain('already holds')
    expect(readFileSync(join(folder, 'brands.csv'), 'utf8')).toBe(before)
  })
})

describe('replymark check', () => {
  it('accepts the example, without its servers', () => {
    const { code, out } = replymark('check', '--study', folder, '--offline', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      brands: 24,
      personas: 32,
      editions: [expect.stringMatching(/^20\d\d$/)],
    })
  })

  it('says in one sentence each which server cannot be reached', () => {
    const { code, out, err } = replymark('check', '--study', folder)
    expect(code).toBe(1)
    expect(out.match(/^✗/gm)).toHaveLength(2)
    expect(out + err).not.toMatch(/\n\s+at /)
  })

  it('prints every fault with file and line, and exits with 2', () => {
    const broken = join(root, 'broken')
    expect(replymark('init', broken).code).toBe(0)
    const file = join(broken, 'brands.csv')
    const faults: readonly (readonly [string, string])[] = [
      ['maison-lune,Maison', 'Maison_Lune,Maison'],
      ['Atelier Verveine,,beauty', 'Atelier Verveine,,beautty'],
      ['contact@osmane-paris.example', 'contact@osmane-paris'],
      ['petale-et-sel.example,FR', 'petale-et-sel.example,FRA'],
      ['Europe/Brussels', 'Europe/Bruxelles'],
      ['Europe/Zurich,fr|en', 'Europe/Zurich,fr|xx'],
      ['contact@courcelles-fils.example', 'contact@courcelles.example'],
      ['belmontine,Belmontine', 'belmontine,"Belmontine'],
      [',care@harrow-lisle.example', ',,care@harrow-lisle.example'],
      ['maroquinerie-delvigne,', 'atelier-verveine,'],
    ]
    let text = readFileSync(file, 'utf8')
    for (const [from, to] of faults) {
      expect(text).toContain(from)
      text = text.replace(from, to)
    }
    writeFileSync(file, text)
    const { code, err } = replymark('check', '--study', broken, '--offline')
    expect(code).toBe(2)
    const lines = err.split('\n').filter((line) => line.startsWith('brands.csv:'))
    expect(lines.map((line) => Number(line.split(':')[1]))).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    const { out } = replymark('check', '--study', broken, '--offline', '--json')
    expect(JSON.parse(out).error.problems).toHaveLength(10)
  })
})

describe('replymark power', () => {
  it('says what the edition can show from the stated assumption, and more for more e-mails', () => {
    const ask = (...more: string[]) =>
      JSON.parse(replymark('power', '--study', folder, '--edition', edition, '--json', ...more).out)
    const five = ask()
    expect(five).toMatchObject({ edition, probes: 5, spread: { from: null, mark: 35 } })
    expect(ask('--probes', '60').twoBrands.index).toBeLessThan(five.twoBrands.index / 3)
    expect(replymark('power', '--study', folder, '--edition', edition).out).toMatch(
      /must not be claimed of single brands/,
    )
  })

  it('refuses a number of e-mails that is none, with exit code 2', () => {
    expect(replymark('power', '--study', folder, '--edition', edition, '--probes', 'many').code).toBe(2)
  })
})

describe('replymark preview and plan', () => {
  it('show what would go; once planned, what is shown is what goes, nothing due before `init` ran, and planning again changes nothing', () => {
    const before = JSON.parse(replymark('preview', '--study', folder, '--edition', edition, '--json').out)
    expect(before).toMatchObject({ edition, planned: false, live: false })
    expect(before.mails).toHaveLength(120)
    const planned = JSON.parse(replymark('plan', '--study', folder, '--edition', edition, '--json').out)
    expect(planned).toMatchObject({
      edition,
      seed: Number(edition),
      probes: 120,
      brands: 24,
      optedOut: 0,
      inThePast: 0,
    })
    const { preregistration } = planned
    expect(preregistration.hash).toBe(preregistrationHash(preregistration.preregistration))
    const after = JSON.parse(replymark('preview', '--study', folder, '--edition', edition, '--json').out)
    expect(after.planned).toBe(true)
    const what = ({ probe, brand, scenario, to }: Record<string, string>) => [probe, brand, scenario, to].join(' ')
    expect(after.mails.map(what).toSorted()).toEqual(before.mails.map(what).toSorted())
    const again = JSON.parse(replymark('plan', '--study', folder, '--edition', edition, '--json').out)
    expect(again.preregistration).toEqual(preregistration)
    expect(replymark('plan', '--study', folder, '--edition', edition).out).toContain(
      `Fixed before the first e-mail: ${preregistration.hash}`,
    )
    expect(JSON.parse(replymark('preview', '--study', folder, '--edition', edition, '--json').out)).toEqual(after)
  })

  it('name the editions there are', () => {
    for (const command of ['preview', 'plan']) {
      expect(replymark(command, '--study', folder)).toMatchObject({ code: 2 })
      const { code, err } = replymark(command, '--study', folder, '--edition', '1999')
      expect(code).toBe(2)
      expect(err).toContain(edition)
    }
  })
})

describe('replymark demo', () => {
  it('prints exactly one JSON object with editions, standings and truth', () => {
    const { code, out } = replymark(
      'demo',
      '--json',
      '--brands',
      '4',
      '--editions',
      '1',
      '--seed',
      '2',
      '--study',
      join(root, 'demo'),
    )
    expect(code).toBe(0)
    expect(out.trimEnd()).not.toContain('\n')
    const result = JSON.parse(out)
    expect(result.editions).toHaveLength(1)
    expect(result.standings).toHaveLength(4)
    expect(result.truth.delay.maxErrorSeconds).toBe(0)
    for (const key of ['matching', 'kinds', 'index', 'ranks', 'leaks', 'recognition', 'equalTreatment'])
      expect(result.truth).toHaveProperty(key)
  })

  it('refuses what is no number of brands', () => {
    const { code, err } = replymark('demo', '--brands', '1')
    expect(code).toBe(2)
    expect(err).toContain('Write a whole number')
  })
})
