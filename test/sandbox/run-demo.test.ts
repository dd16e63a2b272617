import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { LEDGER_FILE, openLedger } from '../../src/ledger/ledger.js'
import { runDemo } from '../../src/sandbox/run-demo.js'
import { loadStudy } from '../../src/study/load-study.js'

const root = mkdtempSync(join(tmpdir(), 'replymark-demo-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const runOf = (name: string, brands: number) =>
  runDemo({
    example: 'config',
    folder: join(root, name),
    brands,
    editions: 2,
    seed: 5,
    bias: null,
    threads: 0,
    progress: () => {},
  })

describe('a small demo over real SMTP and IMAP', async () => {
  const demo = await runOf('first', 6)

  it('receives every message that was sent, once', () => {
    expect(demo.received).toBe(demo.happened.messages.length)
    expect(demo.truth.kinds.confusions['reply read as not received']).toBeUndefined()
  })

  it('measures delays to the second', () => {
    expect(demo.truth.delay.n).toBeGreaterThan(5)
    expect(demo.truth.delay.maxErrorSeconds).toBe(0)
  })

  it('never takes a mail for the answer to another e-mail', () => {
    const { precision, recall } = demo.truth.matching
    expect(precision).toBe(1)
    expect(recall).toBeGreaterThanOrEqual(0.99)
  })

  it('gives each edition a league table of all brands', () => {
    expect([...demo.standings.keys()]).toEqual(['2025', '2026'])
    for (const table of demo.standings.values()) expect(table).toHaveLength(6)
  })

  it('leaves a study that loads, not live, with its ledger', async () => {
    const study = await loadStudy(join(root, 'first'), {})
    expect(study.live).toBe(false)
    expect(study.accounts[0]?.smtp.host).toBe('smtp.courrier-particulier.example')
    const ledger = openLedger(join(study.dataFolder, LEDGER_FILE), { mode: 'read' })
    expect(ledger.editions.list().map((edition) => edition.state)).toEqual(['published', 'running'])
    ledger.close()
  })

  it('gives the same figures for the same seed', async () => {
    const again = await runOf('again', 6)
    expect(again.truth).toEqual(demo.truth)
    expect([...again.standings]).toEqual([...demo.standings])
  })
})

describe('a demo of more brands than the example has', () => {
  it('gives each its own name, address and domain', async () => {
    const { writeDemoStudy } = await import('../../src/sandbox/demo-study.js')
    writeDemoStudy({ example: 'config', folder: join(root, 'many'), brands: 300, editions: 1, seed: 1 })
    const study = await loadStudy(join(root, 'many'), {})
    expect(study.brands).toHaveLength(300)
    expect(new Set(study.brands.map((brand) => brand.name)).size).toBe(300)
    expect(new Set(study.brands.flatMap((brand) => brand.domains)).size).toBeGreaterThanOrEqual(300)
  })
})
