/** A whole edition over real SMTP, LMTP and IMAP: plan, send, answers delivered, poll, assess; and a service killed at each moment of sending. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { dayStart } from '../../src/calendar/days.js'
import { DAY_MS, HOUR_MS } from '../../src/domain/time.js'
import { type Ledger, openLedger } from '../../src/ledger/ledger.js'
import { computeStandings } from '../../src/ranking/standings.js'
import { type SmtpBrand, startSmtpBrand, type TakenMail } from '../mail/smtp-brand.js'
import { clock, MOMENT } from '../moments/moment.js'
import { dovecot, drop, newUser, rawMail } from './dovecot.js'
import { openEditionService, planSampleEdition } from './sample-edition.js'

const folder = mkdtempSync(join(tmpdir(), 'replymark-edition-'))
const brands: SmtpBrand[] = []
const children: ChildProcess[] = []
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const brand of brands.splice(0)) await brand.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

async function brandSide(): Promise<SmtpBrand> {
  const brand = await startSmtpBrand('secret')
  brands.push(brand)
  return brand
}

function header(mail: TakenMail, name: string): string {
  return new RegExp(`^${name}: (.*)$`, 'im').exec(mail.raw)?.[1]?.trim() ?? ''
}

/** A person's answer to a mail, quoting it, to its Reply-To. */
function answerTo(mail: TakenMail, text: string): string {
  return rawMail(`${text}\n\nLe lundi 2 mars 2026, Claire Vasseur a écrit :\n> Bonjour,\n> Où est mon colis ?\n`, {
    To: header(mail, 'Reply-To'),
    'In-Reply-To': header(mail, 'Message-ID'),
    'Message-ID': `<answer-${header(mail, 'Message-ID').slice(1)}`,
  })
}

const REPLY =
  'Bonjour Claire,\n\nNous vous remercions de votre message. Votre colis est parti ce matin, vous le recevrez demain.\n\nBien cordialement,\nPaul Martin\nService clients'

/** Public holidays on which these suites once sent nothing and waited, and the days that start 20 days before a run. */
const HOLIDAYS = ['2026-11-11', '2026-12-25', '2027-01-01', '2027-05-06', '2028-05-01', '2029-07-14']

describe.skipIf(!dovecot)('an edition over real servers', () => {
  it.each(HOLIDAYS)('started on %s is sent at once, for its brand keeps no public holiday', async (day) => {
    const brand = await brandSide()
    const ledger = openLedger(':memory:', { evidenceKey: null })
    const { start } = await planSampleEdition(ledger, 1, dayStart(day) + 9 * HOUR_MS)
    const service = await openEditionService({ ledger, user: newUser(), smtpPort: brand.port, now: () => start })
    await service.sendDue()
    expect(ledger.probes.countByState('2026')).toEqual({ sent: 1 })
    await service.stop()
  })

  it.each(HOLIDAYS)('to a French brand waits over %s and goes the day after', async (day) => {
    const brand = await brandSide()
    const ledger = openLedger(':memory:', { evidenceKey: null })
    let now = dayStart(day) + 9 * HOUR_MS
    await planSampleEdition(ledger, 1, now, 'FR')
    const service = await openEditionService({ ledger, user: newUser(), smtpPort: brand.port, now: () => now })
    expect((await service.sendDue()).waiting).toHaveLength(1)
    expect(brand.taken).toEqual([])
    now += DAY_MS
    await service.sendDue()
    expect(brand.taken).toHaveLength(1)
    await service.stop()
  })

  it('is planned, sent, answered, polled, assessed and ranked', async () => {
    const user = newUser()
    const brand = await brandSide()
    const ledger = openLedger(':memory:', { evidenceKey: null })
    const { probes, start } = await planSampleEdition(ledger, 6)
    let now = start
    const service = await openEditionService({ ledger, user, smtpPort: brand.port, now: () => now })

    // Each mail waits its turn: working hours, and the gap between two mails to one brand.
    for (let day = 0; day < 40 && brand.taken.length < probes.length; day++) {
      await service.sendDue()
      now += DAY_MS
    }
    expect(brand.taken).toHaveLength(6)
    expect(ledger.probes.countByState('2026')).toEqual({ sent: 6 })
    expect(new Set(brand.taken.map((mail) => header(mail, 'Message-ID'))).size).toBe(6)

    const [first, second, third, fourth] = brand.taken as [TakenMail, TakenMail, TakenMail, TakenMail]
    now = MOMENT
    const answers = [
      answerTo(first, REPLY),
      answerTo(second, REPLY),
      rawMail('Merci, votre demande est enregistrée sous le numéro 4711.', {
        To: header(third, 'Reply-To'),
        'Auto-Submitted': 'auto-replied',
        Subject: 'Accusé de réception',
      }),
      rawMail('Bonjour, ceci ne concerne personne.', { To: 'somebody@shopper.example' }),
    ]
    for (const raw of answers) drop(user, Buffer.from(raw), now)
    drop(user, Buffer.from(answerTo(first, REPLY)), now)
    expect(await service.pollMailboxes()).toBe(5)
    await service.process()
    const stateOf = (mail: TakenMail) => ledger.probes.byMessageId(header(mail, 'Message-ID'))?.state
    const windowOver = Math.max(...ledger.probes.ofEdition('2026').map((probe) => probe.sentAt ?? 0)) + 400 * DAY_MS
    now = Math.max(now, windowOver)
    await service.pollMailboxes()
    await service.process()
    expect([first, second, third, fourth].map(stateOf)).toEqual(['answered', 'answered', 'unanswered', 'unanswered'])

    const marks = ledger.assessments.ofEdition('2026')
    expect(marks).toHaveLength(6)
    expect(marks.filter(({ mark }) => (mark ?? 0) > 0)).toHaveLength(2)
    expect(marks.filter(({ mark }) => mark === 0)).toHaveLength(4)

    const outcomes = marks.map(({ probe, mark }) => {
      const answered = ledger.probes.get(probe)?.state === 'answered'
      return {
        scenario: ledger.probes.get(probe)?.scenario ?? '',
        mark,
        answered,
        delayHours: answered ? 1 : null,
        windowHours: 360,
        mistakes: null,
        words: 0,
        families: {},
      }
    })
    const [standing] = computeStandings({
      edition: '2026',
      seed: 1,
      brands: [{ brand: 'maison-lune', sector: 'beauty', outcomes }],
    })
    expect(standing?.responseRate.value).toBeCloseTo(2 / 6)

    // The same evidence gives the same bytes, from the raw messages on.
    const before = JSON.stringify(marks)
    await service.assess('2026', { again: true })
    expect(JSON.stringify(ledger.assessments.ofEdition('2026'))).toBe(before)
    expect(await service.runJob('close-edition', {})).toEqual(['2026'])
    expect(ledger.editions.require('2026').state).toBe('closed')
    await service.stop()
  })

  it('stays quiet unless study and command line both say live', async () => {
    const brand = await brandSide()
    const ledger = openLedger(':memory:', { evidenceKey: null })
    const { start } = await planSampleEdition(ledger, 2)
    for (const [study, live] of [
      [true, false],
      [false, true],
    ] as const) {
      const service = await openEditionService({
        ledger,
        user: newUser(),
        smtpPort: brand.port,
        now: () => start + 10 * DAY_MS,
        study: { live: study },
        live,
      })
      const round = await service.sendDue()
      expect(round.waiting).toHaveLength(2)
      await service.stop()
    }
    expect(brand.taken).toEqual([])
    expect(ledger.probes.countByState('2026')).toEqual({ planned: 2 })
  })
})

/** Starts a service in a process of its own over a ledger file. */
function startService(file: string, user: string, smtpPort: number, faultPoint: string): ChildProcess {
  const script = fileURLToPath(new URL('./run-service.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, file, user, String(smtpPort), String(clock())], {
    env: { ...process.env, REPLYMARK_FAULT_POINT: faultPoint },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  children.push(child)
  return child
}

function ended(child: ChildProcess): Promise<NodeJS.Signals | number | null> {
  return new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)))
}

describe.skipIf(!dovecot)('a service killed while it sends', () => {
  async function statesAfterRestart(
    file: string,
    user: string,
    brand: SmtpBrand,
    until: (ledger: Ledger) => void,
  ): Promise<Ledger> {
    const child = startService(file, user, brand.port, '')
    const exit = ended(child)
    const ledger = openLedger(file, { evidenceKey: null })
    await vi.waitFor(() => until(ledger), { timeout: 200_000, interval: 100 })
    child.kill('SIGTERM')
    expect(await exit).toBe(0)
    return ledger
  }

  it('before the dialogue: never sends that probe, and asks a person', async () => {
    const brand = await brandSide()
    const user = newUser()
    const file = join(folder, 'before.sqlite')
    const planned = openLedger(file, { evidenceKey: null })
    await planSampleEdition(planned, 1, clock())
    planned.close()
    expect(await ended(startService(file, user, brand.port, 'before-smtp'))).toBe('SIGKILL')
    const ledger = await statesAfterRestart(file, user, brand, (open) =>
      expect(open.reviews.open({ subject: 'uncertain-probe' })).toHaveLength(1),
    )
    expect(brand.taken).toEqual([])
    expect(ledger.probes.countByState('2026')).toEqual({ uncertain: 1 })
    ledger.close()
  })

  it('between acceptance and commit: does not send again, and the answer settles it', async () => {
    const brand = await brandSide()
    const user = newUser()
    const file = join(folder, 'after.sqlite')
    const planned = openLedger(file, { evidenceKey: null })
    await planSampleEdition(planned, 1, clock())
    planned.close()
    expect(await ended(startService(file, user, brand.port, 'after-smtp-acceptance'))).toBe('SIGKILL')
    expect(brand.taken).toHaveLength(1)
    drop(user, Buffer.from(answerTo(brand.taken[0] as TakenMail, REPLY)), clock())
    const ledger = await statesAfterRestart(file, user, brand, (open) =>
      expect(open.probes.countByState('2026')).toEqual({ answered: 1 }),
    )
    expect(brand.taken).toHaveLength(1)
    const [probe] = ledger.probes.ofEdition('2026')
    expect(ledger.probes.historyOf(probe?.id ?? '').map(({ to }) => to)).toEqual([
      'planned',
      'sending',
      'uncertain',
      'sent',
      'answered',
    ])
    ledger.close()
  })
})
