/** Findings forged before an edition was sealed, under the name of this program's proofreader, of another one, and of none. */
import { describe, expect, it } from 'vitest'
import { assessEdition } from '../../jobs/assess-exchanges/assess-edition.js'
import { interpretMessages } from '../../jobs/interpret-messages/interpret-messages.js'
import { sendDue } from '../../jobs/send-probes/send-due.js'
import { readGrid } from '../../src/cli/commands/mark/read-inputs.js'
import type { Assessment } from '../../src/domain/assessment.js'
import { DAY_MS, HOUR_MS } from '../../src/domain/time.js'
import { closeEdition } from '../../src/editions/closing.js'
import { publishEdition } from '../../src/editions/publishing.js'
import { engineOf, type SealedEngine } from '../../src/editions/sealed-engine.js'
import { settleStates } from '../../src/editions/settle-states.js'
import { type Verification, verifyEdition } from '../../src/editions/verification.js'
import { EDITION_VARIANT } from '../../src/ledger/assessments.js'
import { markFindings } from '../../src/scoring/assess-exchange.js'
import { brandMail, fakeContext, receive } from '../jobs/fake-context.js'
import { sampleProbe } from '../ledger/samples.js'

const FOREIGN = 'another engine 9.9'
const GRID = await readGrid('replymark')
const OF_MISTAKES = ['spelling', 'grammar']

/** An answer with two mistakes, and little else that is good. */
const REPLY = 'Bonjour,\n\nVotre colis arivera demain, nous vous prions de nous excuzer.\n'

/** Seals an edition of one answer after somebody changed its assessment, and verifies it. */
async function sealed(
  forge: (honest: Assessment) => Assessment,
  engine: SealedEngine = engineOf(GRID),
): Promise<Verification> {
  const context = fakeContext({ configuration: { grid: GRID } })
  const { ledger } = context
  await sendDue(context, true)
  context.time += 5 * HOUR_MS
  receive(context, brandMail(sampleProbe(1).replyAddress, REPLY))
  await interpretMessages(context)
  settleStates(ledger, '2026', context.time)
  await assessEdition(context, '2026')
  const honest = ledger.assessments.ofEdition('2026')[0]!
  const forged = forge(honest)
  const added = { ...forged, ...markFindings(forged.findings, GRID, true) }
  const hashes = ledger.assessments.inputHashes('2026', EDITION_VARIANT)
  ledger.assessments.store('2026', EDITION_VARIANT, [added], context.time, hashes)
  context.time += 40 * DAY_MS
  ledger.settings.set('mailbox-read:main', context.time, context.time)
  for (const { id } of ledger.reviews.open({ edition: '2026' }))
    ledger.reviews.decide({
      item: id,
      decision: 'accept',
      replacement: null,
      comment: '',
      decidedAt: context.time,
      decidedBy: 'user:x',
    })
  closeEdition(ledger, '2026', context.time, 'test')
  publishEdition(ledger, '2026', context.time, 'test', engine)
  return verifyEdition(ledger, '2026')
}

/** The assessment with the score of one criterion raised to 1, whatever it was. */
function raised(assessment: Assessment, criterion: string): Assessment {
  const findings = assessment.findings.map((finding) =>
    finding.criterion === criterion
      ? {
          ...finding,
          outcome: 'scored' as const,
          score: finding.score === 1 ? 0 : 1,
          value: finding.value,
          unit: finding.unit,
        }
      : finding,
  )
  return { ...assessment, findings }
}

describe('an assessment forged before sealing', () => {
  it('verifies where nobody forged anything', async () => {
    expect(await sealed((honest) => honest)).toMatchObject({
      state: 'verified',
      sound: true,
      difference: null,
      notRecomputed: [],
    })
  })

  it.each(
    GRID.families.flatMap(({ criteria }) => criteria.map(({ id }) => id)),
  )('is named by its criterion %s under the name of a proofreader that is not here', async (criterion) => {
    const found = await sealed((honest) => ({ ...raised(honest, criterion), proofreader: FOREIGN }))
    expect(found).toMatchObject({ state: 'differs', sound: false })
    expect(found.difference).toContain(`finding ${criterion} of probe`)
  })

  it('is flagged where the list of mistakes of another engine is all that was forged', async () => {
    const found = await sealed((honest) => {
      expect(honest.mistakes.length).toBeGreaterThan(0)
      return { ...honest, proofreader: FOREIGN }
    })
    expect(found).toMatchObject({ state: 'partly-verified', sound: true, difference: null })
    expect(found.notRecomputed).toHaveLength(1)
    expect(found.notRecomputed[0]!.reason).toContain(FOREIGN)
    expect([...found.notRecomputed[0]!.criteria].toSorted()).toEqual(OF_MISTAKES.toSorted())
  })

  it.each<[string, (honest: Assessment) => Assessment, RegExp]>([
    [
      'mistakes left out and their scores left as they were',
      (honest) => ({ ...honest, mistakes: [], proofreader: FOREIGN }),
      /finding (spelling|grammar)/,
    ],
    [
      'a mistake whose words do not stand in the answer',
      (honest) => ({
        ...honest,
        mistakes: honest.mistakes.map((mistake) => ({ ...mistake, text: 'ailleurs' })),
        proofreader: FOREIGN,
      }),
      /does not stand in its message/,
    ],
    ['no engine named', (honest) => ({ ...honest, mistakes: [], proofreader: null }), /names no engine/],
    [
      'words counted twice',
      (honest) => ({ ...honest, words: honest.words * 2, proofreader: FOREIGN }),
      /assessment of probe/,
    ],
    ['a mistake left out under the own name', (honest) => ({ ...honest, mistakes: [] }), /assessment of probe/],
  ])('is named: %s', async (_, forge, expected) => {
    const found = await sealed(forge)
    expect(found.state).toBe('differs')
    expect(found.difference).toMatch(expected)
  })
})

describe('an edition that was sealed with other rules or words', () => {
  const own = engineOf(GRID)
  const other: SealedEngine = {
    ...own,
    parts: { ...own.parts, proofreading: 'a'.repeat(64) },
    files: { ...own.files, 'dictionary-fr/index.dic': 'a'.repeat(64) },
  }
  /** Mistakes with suggestions that this program does not make. */
  const otherwise = (honest: Assessment): Assessment => ({
    ...honest,
    mistakes: honest.mistakes.map((mistake) => ({ ...mistake, suggestions: ['jamais'] })),
  })

  it('verifies where everything comes out the same all the same, and says which file differs', async () => {
    const found = await sealed((honest) => honest, other)
    expect(found).toMatchObject({ state: 'verified', notRecomputed: [] })
    expect(found.notes.join()).toContain('proofreading (dictionary-fr/index.dic)')
  })

  it('verifies in part where the list of mistakes comes out differently, and differs under the sealed engine', async () => {
    const found = await sealed(otherwise, other)
    expect(found).toMatchObject({ state: 'partly-verified', difference: null })
    expect([...found.notRecomputed[0]!.criteria].toSorted()).toEqual(OF_MISTAKES.toSorted())
    expect(await sealed(otherwise)).toMatchObject({ state: 'differs' })
  })

  it('is named where more than the list of mistakes comes out differently', async () => {
    const found = await sealed((honest) => raised(honest, 'greeting'), other)
    expect(found.difference).toContain('finding greeting of probe')
  })
})
