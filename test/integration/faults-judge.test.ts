/** The judgement of the fault harness: a harness that blames nothing proves nothing, so each fault of a service is made by hand and must be seen. */
import { describe, expect, it } from 'vitest'
import type { ProbeState } from '../../src/domain/probe.js'
import { type Ledger, openLedger } from '../../src/ledger/ledger.js'
import { answersTo, type MarkedMail, strangerMail } from '../faults/answers.js'
import type { Attempt } from '../faults/brand-server.js'
import { type Facts, judge } from '../faults/judge.js'
import type { SmtpScript } from '../faults/plan.js'
import { MONDAY, sampleConfiguration, sampleProbe } from '../ledger/samples.js'

const EDITION = '2026'
const probe = sampleProbe(1)
const messageId = `<${probe.token}@shopper.example>`

/** A ledger whose only probe went so far. */
function ledgerWith(...states: readonly ProbeState[]): Ledger {
  const ledger = openLedger(':memory:', { evidenceKey: null })
  ledger.editions.plan(sampleConfiguration(), MONDAY)
  ledger.probes.add([probe], MONDAY)
  ledger.editions.move(EDITION, 'running', MONDAY)
  let from: ProbeState = 'planned'
  for (const to of states) {
    const more = { ...(to === 'sending' ? { messageId } : {}), ...(to === 'sent' ? { sentAt: MONDAY } : {}) }
    ledger.probes.move(probe.id, from, to, { at: MONDAY, by: 'test', reason: 'made by hand', ...more })
    from = to
  }
  return ledger
}

function attempt(script: SmtpScript, kept: boolean): Attempt {
  const raw = `To: ${probe.recipient}\r\nMessage-ID: ${messageId}\r\n\r\nBonjour\r\n`
  return { messageId, from: probe.replyAddress, script, kept, whole: true, raw }
}

const accepted = attempt({ do: 'accept' }, true)
const [reply] = answersTo(accepted, 'reply', 'run') as [MarkedMail]
const untouched: Facts = { attempts: [accepted], delivered: [], kills: 0 }

function store(ledger: Ledger, raw: string, uid: number): string {
  const messages = [{ uid, internalDate: MONDAY + 1, raw: Buffer.from(raw) }]
  const batch = { account: 'main', folder: 'INBOX', uidValidity: '1', lastUid: uid, messages }
  return ledger.messages.ingest(batch, MONDAY + 1).stored[0] ?? ''
}

describe('the judgement of a fault run', () => {
  it('blames nothing where nothing is wrong', () => {
    expect(Object.values(judge(ledgerWith('sending', 'sent'), EDITION, untouched)).flat()).toEqual([])
  })

  it('sees a mail that was delivered and is not in the ledger', () => {
    const facts = { ...untouched, delivered: [strangerMail('run', 1)] }
    expect(judge(ledgerWith('sending', 'sent'), EDITION, facts).lost).toHaveLength(1)
  })

  it('sees an answer that is not with its probe, and a probe that does not know of it', () => {
    const ledger = ledgerWith('sending', 'sent')
    store(ledger, reply.raw, 1)
    const { lost, unsupportedStates } = judge(ledger, EDITION, { ...untouched, delivered: [reply] })
    expect(lost).toEqual([expect.stringContaining('not with its probe')])
    expect(unsupportedStates).toEqual([expect.stringContaining('supports answered')])
  })

  it('sees one delivery that became two messages', () => {
    const ledger = ledgerWith('sending', 'sent')
    store(ledger, reply.raw, 1)
    store(ledger, `X-Other: 1\r\n${reply.raw}`, 2)
    const facts = { ...untouched, delivered: [reply], deliveries: new Map([[reply.mark, 1]]) }
    expect(judge(ledger, EDITION, facts).countedTwice).toEqual([expect.stringContaining('2 messages')])
    const twice = { ...facts, deliveries: new Map([[reply.mark, 2]]) }
    expect(judge(ledger, EDITION, twice).countedTwice).toEqual([])
  })

  it('sees a mail that went out twice', () => {
    const facts = { ...untouched, attempts: [accepted, accepted] }
    expect(judge(ledgerWith('sending', 'sent'), EDITION, facts).sentTwice).toHaveLength(1)
  })

  it.each<[string, readonly ProbeState[], Partial<Facts>, boolean]>([
    [
      'sent, and the server refused it',
      ['sending', 'sent'],
      { attempts: [attempt({ do: 'refuse', at: 'RCPT', code: 550 }, false)] },
      false,
    ],
    [
      'refused, and the server refused it',
      ['sending', 'refused'],
      { attempts: [attempt({ do: 'refuse', at: 'RCPT', code: 550 }, false)] },
      true,
    ],
    [
      'refused after a temporary refusal',
      ['sending', 'refused'],
      { attempts: [attempt({ do: 'refuse', at: 'RCPT', code: 450 }, false)] },
      false,
    ],
    ['sent, and nobody ever took it', ['sending', 'sent'], { attempts: [] }, false],
    ['answered, and no answer came', ['sending', 'sent', 'answered'], {}, false],
    ['sent, and every window is over', ['sending', 'sent'], { windowsOver: true }, false],
    ['unanswered before its window is over', ['sending', 'sent', 'unanswered'], {}, false],
    [
      'uncertain, and a person is not asked',
      ['sending', 'uncertain'],
      { attempts: [attempt({ do: 'cut', at: 'dot-kept' }, true)] },
      false,
    ],
    [
      'uncertain, and its copy lies in the folder of sent mail',
      ['sending', 'uncertain'],
      { attempts: [attempt({ do: 'cut', at: 'dot-kept' }, true)], sentCopies: new Set([messageId]) },
      false,
    ],
  ])('judges a probe that is %s', (_, states, facts, right) => {
    const { unsupportedStates } = judge(ledgerWith(...states), EDITION, { ...untouched, ...facts })
    expect(unsupportedStates.length === 0).toBe(right)
  })

  it('sees an edition that stays open though nothing is left to wait for', () => {
    const ledger = ledgerWith('sending', 'sent', 'unanswered')
    const facts = { ...untouched, windowsOver: true }
    expect(judge(ledger, EDITION, facts).unsupportedStates).toEqual([expect.stringContaining('nothing is open')])
    ledger.editions.move(EDITION, 'closed', MONDAY)
    expect(judge(ledger, EDITION, facts).unsupportedStates).toEqual([])
  })
})
