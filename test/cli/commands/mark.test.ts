import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { run as grid } from '../../../src/cli/commands/grid.js'
import { splitDisplayName } from '../../../src/cli/commands/mark/read-inputs.js'
import { run as mark } from '../../../src/cli/commands/mark.js'

const ANSWER = `Bonjour Madame Lefèvre,

Nous vous remercions de votre message. Votre commande sera livrée jeudi 5 mars.

Cordialement,
Julie`

const HEADERS = `Received: from mx.example by box.example; Mon, 2 Mar 2026 14:00:00 +0100
From: Nordvent <contact@nordvent.example>
To: "Camille Lefèvre" <camille@courrier.example>
Subject: Re: Colis
Message-ID: <1@nordvent.example>
Date: Mon, 2 Mar 2026 03:00:00 +0100
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit
`

let folder = ''
let printed = ''

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

async function marked(answer: string, options: Record<string, unknown> = {}) {
  const scenario = file('s.yaml', 'points:\n  - { id: date, patterns: "livrée (?:lundi|jeudi)" }\n')
  await mark([answer], { scenario, json: true, ...options })
  return JSON.parse(printed) as {
    kind: string
    match: { outcome: string }
    mark: number | null
    markLeavesOut: string[]
    receivedFrom: string | null
    findings: {
      criterion: string
      outcome: string
      score: number | null
      value: number | null
      evidence: { label: string }[]
    }[]
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replymark-mark-'))
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

describe('replymark mark', () => {
  it('marks a bare text against a scenario of nothing but points, and leaves the delay out of the mark', async () => {
    const report = await marked(file('a.txt', ANSWER))
    const scores = new Map(report.findings.map(({ criterion, score }) => [criterion, score]))
    expect(report).toMatchObject({ kind: 'reply', match: { outcome: 'none' }, markLeavesOut: ['reply-delay'] })
    expect(report.mark).toBeGreaterThan(70)
    expect(scores.get('coverage')).toBe(1)
    expect(scores.get('thanks')).toBe(1)
    expect(report.findings.find(({ criterion }) => criterion === 'reply-delay')?.outcome).toBe('not-available')
  })

  it('takes the customer from the To header and the arrival from Received, never from the sender’s Date', async () => {
    const report = await marked(file('a.eml', `${HEADERS}\n${ANSWER}\n`), { sentAt: '2026-03-02T09:00:00+01:00' })
    const found = new Map(report.findings.map((finding) => [finding.criterion, finding]))
    expect(report).toMatchObject({ receivedFrom: 'received-header', markLeavesOut: [] })
    expect(found.get('greeting')).toMatchObject({ score: 1 })
    expect(found.get('reply-delay')).toMatchObject({ outcome: 'scored', value: 5 })
  })

  it('takes moments without a zone for UTC, and says so', async () => {
    const zoneless = HEADERS.replace(/( \d\d:\d\d:\d\d) [+-]\d{4}/g, '$1')
    expect(zoneless).not.toBe(HEADERS)
    const answer = file('a.eml', `${zoneless}\n${ANSWER}\n`)
    const report = await marked(answer, { sentAt: '2026-03-02T09:00:00' })
    expect(report).toMatchObject({
      receivedZone: 'assumed-utc',
      sentAt: '2026-03-02T09:00:00.000Z',
      sentAtZone: 'assumed-utc',
    })
    printed = ''
    await mark([answer], { scenario: file('s.yaml', 'points: []\n'), sentAt: '2026-03-02T09:00:00' })
    expect(printed).toContain('--sent-at names no time zone: it was read as UTC.')
    expect(printed).toContain('the date of arrival names no time zone: it was read as UTC.')
  })

  it('takes the persona’s file before the header', async () => {
    const persona = file('p.yaml', 'firstName: Thomas\nlastName: Garnier\n')
    const report = await marked(file('a.eml', `${HEADERS}\n${ANSWER}\n`), { persona })
    expect(report.findings.find(({ criterion }) => criterion === 'greeting')?.score).toBe(0)
  })

  it('marks an automatic receipt 0', async () => {
    const receipt = `${HEADERS}Auto-Submitted: auto-replied\n\nNous avons bien reçu votre message. Nous vous répondrons sous 48 heures.\n`
    expect(await marked(file('a.eml', receipt))).toMatchObject({ kind: 'acknowledgement', mark: 0 })
  })

  it('gives the same bytes twice', async () => {
    const answer = file('a.txt', ANSWER)
    await marked(answer)
    const first = printed
    printed = ''
    await marked(answer)
    expect(printed).toBe(first)
  })

  it('prints the mark and every finding for people', async () => {
    const scenario = file('s.yaml', 'points: []\n')
    await mark([file('a.txt', ANSWER)], { scenario })
    expect(printed).toContain('/ 100')
    expect(printed).toContain('The mark leaves out reply-delay')
  })

  it.each([
    ['no scenario', {}, /needs --scenario/],
    ['a scenario that is not there', { scenario: 'nowhere.yaml' }, /cannot be read: there is no such file/],
    ['a moment that is none', { scenario: 'S', sentAt: 'yesterday' }, /is not a moment/],
    ['a grid that is not there', { scenario: 'S', grid: 'nowhere' }, /there is no grid nowhere/],
  ])('refuses %s', async (_title, options: Record<string, unknown>, message) => {
    const scenario = options.scenario === 'S' ? file('s.yaml', 'points: []\n') : options.scenario
    await expect(mark([file('a.txt', ANSWER)], { ...options, scenario })).rejects.toThrow(message)
  })

  it('refuses a pattern that is no regular expression, naming the point', async () => {
    const scenario = file('s.yaml', 'points: [{ id: a, patterns: "(" }]\n')
    await expect(mark([file('a.txt', ANSWER)], { scenario })).rejects.toThrow(/points\[0\]\.patterns/)
  })
})

describe('splitDisplayName', () => {
  it.each([
    ['Camille Lefèvre', 'Camille', 'Lefèvre'],
    ['LEFÈVRE Camille', 'Camille', 'LEFÈVRE'],
    ['Lefèvre, Camille', 'Camille', 'Lefèvre'],
    ['Jean Le Goff', 'Jean', 'Le Goff'],
    ['Camille', 'Camille', ''],
    ['', '', ''],
  ])('%s', (name, firstName, lastName) => {
    expect(splitDisplayName(name)).toEqual({ firstName, lastName })
  })
})

describe('replymark grid', () => {
  it('shows a shipped grid by its id', async () => {
    await grid(['show', ['qualiweb']], { json: true })
    expect(JSON.parse(printed)).toMatchObject({
      id: 'qualiweb',
      families: [{ weight: 40 }, { weight: 40 }, { weight: 20 }],
    })
  })

  it('says what differs between two', async () => {
    await grid(['diff', ['qualiweb', 'replymark']], { json: true })
    const { differences } = JSON.parse(printed) as { differences: { criterion: string; what: string }[] }
    expect(differences).toContainEqual(expect.objectContaining({ criterion: 'resolution', what: 'added' }))
    printed = ''
    await grid(['diff', ['qualiweb', 'qualiweb']], {})
    expect(printed).toBe('No difference.\n')
  })

  it('checks a grid, and refuses a wrong call', async () => {
    await grid(['check', ['replymark']], {})
    expect(printed).toMatch(/^replymark is right: \d+ criteria/)
    await expect(grid(['melt', []], {})).rejects.toThrow(/not known/)
    await expect(grid(['diff', ['qualiweb']], {})).rejects.toThrow(/two grids/)
    const wrong = file('g.yaml', 'id: x\n')
    await expect(grid(['check', [wrong]], {})).rejects.toThrow(/problems/)
  })
})
