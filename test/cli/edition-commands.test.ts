import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { run as close } from '../../src/cli/commands/close.js'
import { run as importHistory } from '../../src/cli/commands/import.js'
import { run as publish } from '../../src/cli/commands/publish.js'
import { run as rank } from '../../src/cli/commands/rank.js'
import { run as report } from '../../src/cli/commands/report.js'
import { run as verify } from '../../src/cli/commands/verify.js'
import { LEDGER_FILE, openLedger } from '../../src/ledger/ledger.js'
import { syntheticLedger } from '../reports/synthetic-ledger.js'

/** After the answer windows, the right of reply and the embargo of the made-up study. */
const CONTEXT = { now: () => Date.UTC(2026, 11, 1) }
let folder = ''
let printed = ''
const study = () => ({ study: folder })
const ledgerFile = () => join(folder, 'data', LEDGER_FILE)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replymark-edition-'))
  cpSync('config', folder, { recursive: true })
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

describe('import', () => {
  const past = () => join(folder, 'past.csv')

  it('takes every row of a study without editions, and again in place of the former', async () => {
    writeFileSync(past(), '\ufeffyear,rank,brand,score\r\n2001,1,Alpha,90\r\n2001,1,Beta,90\r\n2002,last,Gamma,\r\n')
    for (let round = 0; round < 2; round += 1) {
      printed = ''
      expect(await importHistory([past()], { ...study(), json: true }, CONTEXT)).toBe(0)
    }
    expect(JSON.parse(printed)).toMatchObject({ rows: 3, years: [2001, 2002], brands: 3 })
    const ledger = openLedger(ledgerFile(), { mode: 'read' })
    expect(ledger.history.list()).toHaveLength(3)
    ledger.close()
  })

  it('imports nothing when one row is wrong', async () => {
    writeFileSync(past(), 'year,rank,brand,score\n2001,1,Alpha,90\n2001,x,Beta,90\n')
    await expect(importHistory([past()], study(), CONTEXT)).rejects.toMatchObject({
      details: { problems: [{ place: { line: 3 } }] },
    })
    expect(existsSync(ledgerFile())).toBe(false)
  })

  it.each<[string, Uint8Array]>([
    [
      'a delimiter named above, Windows-1252 and decimal commas',
      Buffer.from('sep=;\r\nyear;rank;brand;score;share\r\n2001;1;\xc9toile;64,5;17,25\r\n;;;;\r\n', 'latin1'),
    ],
    [
      'UTF-16, tabs and commas inside quotes of the header',
      Buffer.from(
        '\ufeffyear\trank\tbrand\tscore\tshare\t"a, b, c, d, e, f"\n2001\t1\tÉtoile\t64,5\t17,25\tx\n',
        'utf16le',
      ),
    ],
  ])('takes %s as a spreadsheet writes them', async (_what, bytes) => {
    writeFileSync(past(), bytes)
    await importHistory([past()], study(), CONTEXT)
    const ledger = openLedger(ledgerFile(), { mode: 'read' })
    const [row, ...more] = ledger.history.list()
    ledger.close()
    expect(more).toEqual([])
    expect(row).toMatchObject({ printedName: 'Étoile', score: 64.5, figures: { share: 17.25 } })
  })

  it('keeps the line of a fault below the line that names the delimiter, and names that of a broken character', async () => {
    writeFileSync(past(), 'sep=;\nyear;rank;brand\n2001;1;Alpha\n2001;2 bis;Beta\n')
    await expect(importHistory([past()], study(), CONTEXT)).rejects.toMatchObject({
      details: { problems: [{ place: { line: 4 } }] },
    })
    writeFileSync(past(), Buffer.from('year,rank,brand\n2001,1,Alpha\n2001,2,B\x9dta\n', 'latin1'))
    await expect(importHistory([past()], study(), CONTEXT)).rejects.toMatchObject({ details: { place: { line: 3 } } })
  })

  it('names the line of a row with too many columns, and a file that is not there', async () => {
    writeFileSync(past(), 'year,rank,brand\n2001,1,Alpha\n2001,1,Beta,90\n')
    await expect(importHistory([past()], study(), CONTEXT)).rejects.toMatchObject({ details: { place: { line: 3 } } })
    await expect(importHistory([join(folder, 'none.csv')], study(), CONTEXT)).rejects.toThrow(/cannot be read/)
  })
})

describe('the end of an edition', () => {
  it('ranks, reports, closes, publishes and verifies; a changed standing gives exit code 1', async () => {
    syntheticLedger({ brands: 6 }, ledgerFile()).close()
    const options = { ...study(), edition: '2026' }
    expect(await rank([], { ...options, lang: 'en' })).toBe(0)
    expect(printed).toContain('Maison Lune')
    expect(printed).not.toContain('\u001b')
    printed = ''
    expect(await rank([], { ...options, json: true, sector: 'beauty' })).toBe(0)
    expect(JSON.parse(printed).standings).toHaveLength(6)
    await expect(rank([], { ...options, sector: 'none' })).rejects.toThrow(/no sector none/)
    await expect(rank([], study())).rejects.toThrow(/No edition is named/)
    await expect(report([], { ...options, lang: 'de' }, CONTEXT)).rejects.toThrow(/no language de/)

    expect(await close([], options, CONTEXT)).toBe(0)
    expect(await publish([], options, CONTEXT)).toBe(0)
    expect(existsSync(join(folder, 'data', 'site', '2026', 'index.html'))).toBe(true)
    const out = join(folder, 'out')
    expect(await report([], { ...options, format: 'csv,json', out }, CONTEXT)).toBe(0)
    expect(readFileSync(join(out, 'standings.csv'), 'utf8')).toContain('maison-lune')

    printed = ''
    // No version of the program made the readings and findings of the made-up study: they cannot be computed again.
    expect(await verify([], options)).toBe(3)
    expect(printed).toContain('verifies in part')
    expect(printed).toContain('Not computed again: ')
    printed = ''
    expect(await verify([], { ...options, json: true })).toBe(3)
    expect(JSON.parse(printed)).toMatchObject({ sound: true, state: 'partly-verified' })
    const ledger = openLedger(ledgerFile())
    ledger.sqlite.exec('DROP TRIGGER standings_update_frozen')
    ledger.sqlite.exec(`UPDATE standings SET standing = json_set(standing, '$.rank', 1) WHERE edition = '2026'`)
    ledger.close()
    printed = ''
    expect(await verify([], { ...options, json: true })).toBe(1)
    expect(JSON.parse(printed)).toMatchObject({ sound: false, state: 'differs' })
  })
})
