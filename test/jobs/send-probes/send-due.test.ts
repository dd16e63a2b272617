/** Sending by the ledger: committed before the dialogue, its outcome after, never twice. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { markInterrupted, sendDue } from '../../../jobs/send-probes/send-due.js'
import { ReplymarkError } from '../../../src/domain/error.js'
import { DAY_MS, HOUR_MS } from '../../../src/domain/time.js'
import { openLedger } from '../../../src/ledger/ledger.js'
import { setPaused } from '../../../src/ledger/pause.js'
import { keptFailure, sendingFailureSetting } from '../../../src/ledger/settings.js'
import { openHandedJournal } from '../../../src/mail/handed-journal.js'
import type { SendOutcome } from '../../../src/mail/sender.js'
import { MONDAY, sampleConfiguration, sampleProbe } from '../../ledger/samples.js'
import { sampleAccount } from '../../mail/sample-account.js'
import { fakeContext } from '../fake-context.js'

const first = sampleProbe(1).id
const deferred: SendOutcome = { outcome: 'deferred', response: '451 4.7.1 Greylisted' }

describe('sending what is due', () => {
  it('commits `sending` with the Message-ID before the dialogue begins', async () => {
    const context = fakeContext()
    context.outcomes.push((mail) => {
      expect(context.ledger.probes.get(first)).toMatchObject({ state: 'sending', messageId: mail.messageId })
      expect(context.ledger.sqlite.inTransaction).toBe(false)
      return { outcome: 'accepted', at: context.time, response: '250 OK' }
    })
    expect(await sendDue(context, true)).toMatchObject({ sent: 1 })
    expect(context.ledger.probes.get(first)).toMatchObject({ state: 'sent', sentAt: context.time })
    expect(context.ledger.editions.get('2026')?.state).toBe('running')
  })

  it.each([
    [{ outcome: 'refused', response: '550 No' }, 'refused'],
    [{ outcome: 'refused', response: '554 5.7.1 Client host [192.0.2.7] blocked using a list' }, 'undelivered'],
    [{ outcome: 'uncertain', response: 'connection lost' }, 'uncertain'],
    [deferred, 'planned'],
    [{ outcome: 'account-failure', failure: new ReplymarkError('mailbox', 'refused user') }, 'planned'],
  ] as const)('writes down %j', async (outcome, state) => {
    const context = fakeContext()
    context.outcomes.push(outcome)
    await sendDue(context, true)
    expect(context.ledger.probes.get(first)?.state).toBe(state)
    await sendDue(context, true)
    expect(context.handed).toHaveLength(1)
  })

  it('writes the outcome down later where the ledger was held by another process just then', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'replymark-late-'))
    const context = fakeContext()
    const file = join(folder, 'ledger.sqlite')
    await context.ledger.backup(file)
    const ledger = openLedger(file, { evidenceKey: null, busyTimeout: 1 })
    const other = openLedger(file, { evidenceKey: null })
    const onDisk = Object.assign(context, { ledger })
    context.outcomes.push(() => {
      other.sqlite.exec('BEGIN IMMEDIATE')
      return { outcome: 'accepted', at: context.time, response: '250 OK' }
    })
    await expect(sendDue(onDisk, true)).rejects.toThrow('Another process holds the ledger')
    other.sqlite.exec('ROLLBACK')
    expect(ledger.probes.get(first)?.state).toBe('sending')
    await sendDue(onDisk, true)
    expect(ledger.probes.get(first)).toMatchObject({ state: 'sent', sentAt: context.time })
    expect(context.handed).toHaveLength(1)
    other.close()
    ledger.close()
    rmSync(folder, { recursive: true })
  })

  it('tries a deferred probe again later with the same Message-ID, and gives up in the end', async () => {
    const context = fakeContext()
    const ids = new Set<string>()
    for (let attempt = 0; attempt < 12; attempt++) {
      context.outcomes.push((mail) => {
        ids.add(mail.messageId)
        return deferred
      })
      await sendDue(context, true)
      const { retryAt } = context.ledger.probes.get(first) ?? {}
      if (attempt < 11) expect(retryAt).toBeGreaterThan(context.time)
      context.time = Math.max(context.time, retryAt ?? 0)
      // Back into working hours where the pause ran out of them.
      while (new Date(context.time).getUTCHours() < 9 || new Date(context.time).getUTCHours() > 15)
        context.time += HOUR_MS
    }
    expect(context.handed).toHaveLength(12)
    expect(ids.size).toBe(1)
    expect(context.ledger.probes.get(first)).toMatchObject({
      state: 'refused',
      stateReason: expect.stringContaining('given up'),
    })
  })

  it('sends nothing more by an account that does not work', async () => {
    const context = fakeContext({
      probes: 3,
      configuration: { limits: { ...sampleConfiguration().limits, minGapDays: 0 } },
    })
    context.outcomes.push({ outcome: 'account-failure', failure: new ReplymarkError('mailbox', 'refused user') })
    const round = await sendDue(context, true)
    expect(context.handed).toHaveLength(1)
    expect(round.waiting.map(({ reason }) => reason)).toEqual([
      'account main does not work',
      'account main does not work',
    ])
  })

  it('keeps why a sending account does not work, since when, until it works again', async () => {
    const context = fakeContext()
    const { settings } = context.ledger
    const failure = () => keptFailure(settings, sendingFailureSetting('main'))
    context.outcomes.push({ outcome: 'account-failure', failure: new ReplymarkError('mailbox', 'refused user') })
    await sendDue(context, true)
    const since = context.time
    expect(failure()).toEqual({ since, problem: 'refused user' })
    context.time += HOUR_MS
    context.outcomes.push({ outcome: 'account-failure', failure: new ReplymarkError('mailbox', 'no route') })
    await sendDue(context, true)
    expect(failure()).toEqual({ since, problem: 'no route' })
    context.time += HOUR_MS
    await sendDue(context, true)
    expect(failure()).toBeNull()
  })

  it('keeps the gap between two mails to a brand', async () => {
    const context = fakeContext({ probes: 2 })
    expect(await sendDue(context, true)).toMatchObject({
      sent: 1,
      waiting: [{ reason: expect.stringContaining('3 days') }],
    })
    context.time += 3 * DAY_MS
    expect(await sendDue(context, true)).toMatchObject({ sent: 1 })
  })

  it('sends nothing without --live, nor in a study that is not live, nor while the edition is paused', async () => {
    const context = fakeContext()
    expect((await sendDue(context, false)).waiting).toEqual([{ probe: first, reason: 'started without --live' }])
    expect((await sendDue(fakeContext({ live: false }), true)).waiting[0]?.reason).toContain('not live')
    setPaused(context.ledger, '2026', true, MONDAY)
    expect((await sendDue(context, true)).waiting[0]?.reason).toContain('paused')
    expect(context.handed).toEqual([])
  })

  it('cancels what opted out since, and only when live', async () => {
    const context = fakeContext({ optOut: ['maison-lune.example'] })
    await sendDue(context, false)
    expect(context.ledger.probes.get(first)?.state).toBe('planned')
    await sendDue(context, true)
    expect(context.ledger.probes.get(first)).toMatchObject({
      state: 'cancelled',
      stateReason: expect.stringContaining('opt-out'),
    })
    expect(context.handed).toEqual([])
  })

  describe('over several connections', () => {
    const limits = { ...sampleConfiguration().limits, minGapDays: 0, perBrand: 100, perDomainPerHour: 100 }

    it('hands each mail over once, the first alone, and commits every `sending` before its dialogue', async () => {
      const context = fakeContext({ probes: 40, connections: 4, configuration: { limits } })
      const states: unknown[] = []
      for (let number = 0; number < 40; number++)
        context.outcomes.push((mail) => {
          expect(context.ledger.sqlite.inTransaction).toBe(false)
          states.push(context.ledger.probes.byMessageId(mail.messageId)?.state)
          expect(context.ledger.probes.inState('sending').length).toBeLessThanOrEqual(number === 0 ? 1 : 16)
          return { outcome: 'accepted', at: context.time, response: '250 OK' }
        })
      expect(await sendDue(context, true)).toMatchObject({ sent: 40 })
      expect(new Set(context.handed.map(({ messageId }) => messageId)).size).toBe(40)
      expect(states).toEqual(Array.from({ length: 40 }, () => 'sending'))
      expect(context.ledger.probes.inState('sent')).toHaveLength(40)
    })

    it('asks an account that does not work once', async () => {
      const context = fakeContext({ probes: 9, connections: 4, configuration: { limits } })
      context.outcomes.push({ outcome: 'account-failure', failure: new ReplymarkError('mailbox', 'refused user') })
      expect((await sendDue(context, true)).waiting).toHaveLength(8)
      expect(context.handed).toHaveLength(1)
    })

    it('keeps the caps inside a group that is committed together', async () => {
      const capped = { ...limits, perDomainPerHour: 5 }
      const context = fakeContext({ probes: 20, connections: 4, configuration: { limits: capped } })
      expect(await sendDue(context, true)).toMatchObject({ sent: 5 })
    })

    it('writes down what is known of the others where one of them fails unexpectedly', async () => {
      const context = fakeContext({ probes: 6, connections: 4, configuration: { limits } })
      const accept: SendOutcome = { outcome: 'accepted', at: context.time, response: '250 OK' }
      context.outcomes.push(accept, accept, () => {
        throw new Error('unexpected')
      })
      await expect(sendDue(context, true)).rejects.toThrow('unexpected')
      expect(context.ledger.probes.inState('sending')).toHaveLength(1)
      expect(context.ledger.probes.inState('sent')).toHaveLength(5)
    })
  })

  it('begins no dialogue where the disk did not take the commit, and tries those probes again later', async () => {
    const context = fakeContext({
      probes: 2,
      configuration: { limits: { ...sampleConfiguration().limits, minGapDays: 0 } },
    })
    const full = new ReplymarkError('ledger', 'The disk is full')
    const ledger = {
      ...context.ledger,
      transactionToDisk: <Result>(work: () => Result) => ({
        ...context.ledger.transactionToDisk(work),
        onDisk: Promise.reject(full),
      }),
    }
    await expect(sendDue({ ...context, ledger }, true)).rejects.toThrow('The disk is full')
    expect(context.handed).toEqual([])
    const { state, stateReason, retryAt } = context.ledger.probes.get(first)!
    expect({ state, stateReason }).toEqual({
      state: 'planned',
      stateReason: expect.stringContaining('nothing was sent'),
    })
    context.time = retryAt!
    expect(await sendDue(context, true)).toMatchObject({ sent: 2 })
  })

  it('counts what came back not against the account’s cap, also in the group that reaches it', async () => {
    const limits = { ...sampleConfiguration().limits, minGapDays: 0, perBrand: 100, perDomainPerHour: 100 }
    const context = fakeContext({ probes: 12, connections: 4, configuration: { limits } })
    const capped = { ...context, settings: { ...context.settings, accounts: [sampleAccount({ perHour: 6 })] } }
    context.outcomes.push({ outcome: 'refused', response: '550 No' }, { outcome: 'refused', response: '550 No' })
    expect(await sendDue(capped, true)).toMatchObject({ refused: 2 })
    await sendDue(capped, true)
    expect(context.ledger.probes.inState('sent')).toHaveLength(6)
  })

  it('leaves a probe alone that another run is sending', async () => {
    const context = fakeContext()
    context.outcomes.push(() => ({ outcome: 'accepted', at: context.time, response: '250' }))
    const due = context.ledger.probes.due(context.time, 10)
    expect(due).toHaveLength(1)
    await Promise.all([sendDue(context, true), sendDue(context, true)])
    expect(context.handed).toHaveLength(1)
  })
})

describe('a ledger put back from an older backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'replymark-journal-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('does not send again what was sent since, and still tries what was deferred', async () => {
    const file = join(folder, 'handed.log')
    const limits = { ...sampleConfiguration().limits, minGapDays: 0 }
    const before = fakeContext({ probes: 2, configuration: { limits }, journal: openHandedJournal(file) })
    before.outcomes.push({ outcome: 'accepted', at: MONDAY, response: '250' }, deferred)
    await sendDue(before, true)
    const restored = fakeContext({ probes: 2, configuration: { limits }, journal: openHandedJournal(file) })
    expect(await sendDue(restored, true)).toMatchObject({ sent: 1, uncertain: 1 })
    expect(restored.handed.map(({ subject }) => subject)).toEqual([sampleProbe(2).mail.subject])
    expect(restored.ledger.probes.get(first)).toMatchObject({
      state: 'uncertain',
      stateReason: expect.stringContaining('put back'),
    })
  })
})

describe('a journal that cannot be written', () => {
  it('keeps the mail from going, and the probe waits for its next turn', async () => {
    const journal = {
      has: () => false,
      handed() {
        throw new Error('ENOSPC: no space left on device')
      },
      released() {},
    }
    const context = fakeContext({ journal })
    expect(await sendDue(context, true)).toMatchObject({ sent: 0, deferred: 1 })
    expect(context.handed).toEqual([])
    expect(context.ledger.probes.get(first)).toMatchObject({
      state: 'planned',
      stateReason: expect.stringContaining('nothing was sent'),
    })
  })
})

describe('a disk that stays full for days', () => {
  it('never makes a probe refused: no server refused it', async () => {
    const full = () => {
      throw new Error('ENOSPC: no space left on device')
    }
    const context = fakeContext({ journal: { has: () => false, handed: full, released() {} } })
    for (let attempt = 0; attempt < 300; attempt++) {
      await sendDue(context, true)
      context.time += HOUR_MS
    }
    expect(context.ledger.probes.get(first)).toMatchObject({ state: 'planned' })
    expect(context.ledger.probes.get(first)?.deferrals).toBeGreaterThan(12)
  })
})

describe('a follow-up', () => {
  const sample = sampleConfiguration()
  const scenario = {
    ...sample.scenarios[0]!,
    id: 'follow-up',
    followUp: { of: 'complaint', afterDays: 7, thread: 'same', to: 'same' },
  } as const
  function withFollowUp() {
    const context = fakeContext({ configuration: { scenarios: [...sample.scenarios, scenario] } })
    const probe = sampleProbe(2, { scenario: 'follow-up', followsProbe: first, dueAt: MONDAY })
    context.ledger.probes.add([probe], MONDAY)
    return { context, probe }
  }

  it('goes so many days after the first mail, and continues its thread', async () => {
    const { context, probe } = withFollowUp()
    await sendDue(context, true)
    expect(context.ledger.probes.get(probe.id)?.state).toBe('planned')
    context.time += 4 * DAY_MS
    expect((await sendDue(context, true)).waiting[0]?.reason).toContain('7 days')
    context.time += 3 * DAY_MS
    await sendDue(context, true)
    expect(context.handed[1]?.inReplyTo).toBe(context.handed[0]?.messageId)
  })

  it('is cancelled when the first mail was refused', async () => {
    const { context, probe } = withFollowUp()
    context.ledger.probes.move(first, 'planned', 'sending', { at: MONDAY, by: 'test', messageId: '<1@x>' })
    context.ledger.probes.move(first, 'sending', 'refused', { at: MONDAY, by: 'test' })
    await sendDue(context, true)
    expect(context.ledger.probes.get(probe.id)?.state).toBe('cancelled')
  })
})

describe('at start', () => {
  it('whatever was on its way is uncertain', () => {
    const context = fakeContext()
    context.ledger.probes.move(first, 'planned', 'sending', { at: MONDAY, by: 'test', messageId: '<1@x>' })
    expect(markInterrupted(context)).toBe(1)
    expect(context.ledger.probes.get(first)?.state).toBe('uncertain')
    expect(context.ledger.probes.due(MONDAY + 365 * DAY_MS, 10)).toEqual([])
  })
})
