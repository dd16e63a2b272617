import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readExcelFile from 'read-excel-file/node'
import { afterAll, describe, expect, it } from 'vitest'
import { siteFiles } from '../../reports/site.js'
import { run as verify } from '../../src/cli/commands/verify.js'
import { ReplymarkError } from '../../src/domain/error.js'
import type { Instant } from '../../src/domain/time.js'
import { assessAgain } from '../../src/editions/assess-again.js'
import { assessmentWork, decisionsOf, inputHashes } from '../../src/editions/assessment-inputs.js'
import { closeEdition } from '../../src/editions/closing.js'
import { publishEdition } from '../../src/editions/publishing.js'
import { settleStates } from '../../src/editions/settle-states.js'
import { verifyEdition } from '../../src/editions/verification.js'
import { EDITION_VARIANT } from '../../src/ledger/assessments.js'
import { decideReview } from '../../src/ledger/decide-review.js'
import { LEDGER_FILE, type Ledger, openLedger } from '../../src/ledger/ledger.js'
import { createAssessor } from '../../src/queue/assessment-work.js'
import { ENGLISH_LETTER } from '../../src/sandbox/phrases/english.js'
import { FRENCH_LETTER } from '../../src/sandbox/phrases/french-letter.js'
import { runDemo } from '../../src/sandbox/run-demo.js'
import { applyDecisions } from '../../src/scoring/apply-decisions.js'
import { markFindings } from '../../src/scoring/assess-exchange.js'
import { firstReply } from '../../src/scoring/build-evidence.js'

const root = mkdtempSync(join(tmpdir(), 'replymark-demo-end-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Accepts every open doubt of the newest edition, then settles and assesses, as the service does. */
async function acceptAndAssess(ledger: Ledger, at: Instant): Promise<void> {
  const { configuration } = ledger.editions.require('2026')
  for (const { id } of ledger.reviews.open({ edition: '2026' }))
    decideReview(ledger, { item: id, decision: 'accept', by: 'user:person', at })
  settleStates(ledger, '2026', at, 'user:person')
  const work = assessmentWork(ledger, configuration, configuration.grid)
  const decisions = decisionsOf(ledger, '2026')
  const hashes = inputHashes(work, decisions)
  const assessor = createAssessor()
  for (const payload of work.values()) {
    const answered = firstReply(payload.exchange, payload.answerWindowDays) !== null
    const fresh = await assessor.assess(payload)
    const decided = applyDecisions(fresh, configuration.grid, answered, decisions.scores)
    ledger.assessments.store('2026', EDITION_VARIANT, [decided], at, hashes)
  }
  await assessor.close()
}

describe('the end of a demo', async () => {
  const folder = join(root, 'study')
  const demo = await runDemo({
    example: 'config',
    folder,
    brands: 6,
    editions: 2,
    seed: 3,
    bias: null,
    threads: 0,
    progress: () => {},
  })
  const file = join(demo.study.dataFolder, LEDGER_FILE)

  it('publishes and seals every edition but the newest', () => {
    const ledger = openLedger(file, { mode: 'read' })
    expect(ledger.editions.list().map(({ id, state }) => [id, state])).toEqual([
      ['2025', 'published'],
      ['2026', 'running'],
    ])
    expect(ledger.standings.seal('2025')?.root).toMatch(/^[0-9a-f]{64}$/)
    expect(ledger.standings.seal('2026')).toBeNull()
    ledger.close()
  })

  it('decides every doubt of a published edition by name, and leaves those of the newest to a person', () => {
    const ledger = openLedger(file, { mode: 'read' })
    const decided = ledger.reviews.list({ edition: '2025' }).filter(({ decision }) => decision !== null)
    expect(decided.length).toBeGreaterThan(0)
    for (const { decision } of decided)
      expect(decision).toMatchObject({
        decidedBy: 'user:demo',
        comment: 'decided by the demo',
      })
    expect(ledger.reviews.open({ edition: '2025' })).toEqual([])
    expect(ledger.reviews.open({ edition: '2026' }).length).toBeGreaterThan(0)
    ledger.close()
  })

  it('measures movement against the published edition', () => {
    expect(demo.reports.at(-1)?.changes?.before).toBe('2025')
    expect(demo.standings.get('2026')?.some(({ movement }) => movement !== null)).toBe(true)
  })

  it('leaves seals that verify, with exit code 0', async () => {
    expect(await verify([], { edition: '2025', study: folder, json: true })).toBe(0)
  })

  it('assesses every exchange of a published edition again, with the same findings', async () => {
    const ledger = openLedger(file, { mode: 'read' })
    const edition = ledger.editions.require('2025')
    const again = await assessAgain(ledger, edition, new Set())
    expect(again).toEqual({
      difference: null,
      same: ledger.assessments.ofEdition('2025').length,
      sameButMistakes: 0,
      left: [],
    })
    const [erased] = ledger.assessments.ofEdition('2025')
    const partly = await assessAgain(ledger, edition, new Set([erased!.probe]))
    expect(partly).toMatchObject({ difference: null, left: [{ reason: expect.stringContaining('erased words') }] })
    expect(partly.same).toBeLessThan(again.same)
    ledger.close()
  })

  it('names no agent, no shopper and no address in any public file, and quotes no answer', async () => {
    const ledger = openLedger(file, { mode: 'read' })
    const probes = ledger.probes.ofEdition('2025')
    const texts = ledger.matches
      .exchanges('2025')
      .flatMap(({ messages }) => messages.map(({ reading }) => reading.text))
      .filter((text) => text.length > 0)
    // A sentence of a letter; its greeting or closing alone is nobody's.
    const sentences = texts.flatMap((text) => text.split(/[.!?]\s+/)).filter((sentence) => sentence.length > 50)
    expect(sentences.length).toBeGreaterThan(20)
    const secret = [
      ...FRENCH_LETTER.agents,
      ...ENGLISH_LETTER.agents,
      ...demo.study.personas.map(({ firstName, lastName }) => `${firstName} ${lastName}`),
      ...demo.study.personas.map(({ localPart }) => localPart),
      ...probes.flatMap(({ token, replyAddress, messageId }) => [token, replyAddress, messageId ?? token]),
      ...sentences,
    ]
    const files = await siteFiles(ledger, '2025')
    expect(files.length).toBeGreaterThan(10)
    for (const { path, content } of files) {
      const text = path.endsWith('.xlsx')
        ? JSON.stringify(await readExcelFile(Buffer.from(content)))
        : Buffer.from(content).toString('utf8')
      expect(
        secret.filter((part) => text.includes(part)),
        path,
      ).toEqual([])
      expect(text, path).not.toMatch(/[\w.+-]+@[\w-]+\.\w+/)
    }
    ledger.close()
  })

  it('names a finding that was better than its message before the edition was sealed', async () => {
    const forged = join(root, 'forged.sqlite')
    const honest = openLedger(file, { mode: 'read' })
    await honest.backup(forged)
    honest.close()
    const ledger = openLedger(forged)
    const now = Date.parse('2026-12-01T09:00:00Z')
    await acceptAndAssess(ledger, now)
    const model = ledger.assessments.ofEdition('2026').find(({ mark }) => mark !== null && mark > 0 && mark < 90)
    if (!model) throw new Error('no exchange lost a point')
    const lost = model.findings.find((finding) => finding.outcome === 'scored' && finding.score < 1)
    const findings = model.findings.map((finding) =>
      finding.criterion === lost?.criterion && finding.outcome === 'scored' ? { ...finding, score: 1 } : finding,
    )
    const { grid } = ledger.editions.require('2026').configuration
    const better = { ...model, findings, ...markFindings(findings, grid, true) }
    ledger.assessments.store(
      '2026',
      EDITION_VARIANT,
      [better],
      now,
      ledger.assessments.inputHashes('2026', EDITION_VARIANT),
    )
    closeEdition(ledger, '2026', now, 'user:person')
    publishEdition(ledger, '2026', now, 'user:person')
    expect(await verifyEdition(ledger, '2026')).toMatchObject({
      sound: false,
      difference: `finding ${lost?.criterion} of probe ${model.probe} comes out differently from its message`,
    })
    ledger.close()
  })

  it('lets a person close and publish the newest edition by the clock on the wall', async () => {
    const ledger = openLedger(file)
    const now = Date.parse('2026-12-01T09:00:00Z')
    expect(() => closeEdition(ledger, '2026', now, 'user:person')).toThrow(ReplymarkError)
    await acceptAndAssess(ledger, now)
    closeEdition(ledger, '2026', now, 'user:person')
    publishEdition(ledger, '2026', now, 'user:person')
    expect(await verifyEdition(ledger, '2026')).toMatchObject({ sound: true, difference: null })
    ledger.close()
  })
})
