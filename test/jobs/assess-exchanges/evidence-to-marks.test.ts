/** From received mail to marks: reading, matching, states, assessment, and people's decisions on each. */
import { describe, expect, it } from 'vitest'
import { assessEdition } from '../../../jobs/assess-exchanges/assess-edition.js'
import { settleUncertain } from '../../../jobs/assess-exchanges/settle-uncertain.js'
import { applyMatchReviews, interpretMessages } from '../../../jobs/interpret-messages/interpret-messages.js'
import { sendDue } from '../../../jobs/send-probes/send-due.js'
import { readGrid } from '../../../src/cli/commands/mark/read-inputs.js'
import { DAY_MS, HOUR_MS } from '../../../src/domain/time.js'
import { assessmentWork } from '../../../src/editions/assessment-inputs.js'
import { settleStates } from '../../../src/editions/settle-states.js'
import { decideReview } from '../../../src/ledger/decide-review.js'
import { PROOFREAD_CHARACTERS } from '../../../src/proofreading/proofreader.js'
import { sampleProbe } from '../../ledger/samples.js'
import { brandMail, type FakeContext, type FakeOptions, fakeContext, receive } from '../fake-context.js'

const probe = sampleProbe(1)
const REPLY =
  'Bonjour Claire,\n\nVotre colis arrive demain, nous vous prions de nous excuser.\n\nCordialement,\nPaul Martin'

async function sentContext(options: FakeOptions = {}): Promise<FakeContext> {
  const context = fakeContext({
    ...options,
    configuration: { grid: await readGrid('qualiweb'), ...options.configuration },
  })
  await sendDue(context, true)
  context.time += 5 * HOUR_MS
  return context
}

async function interpret(context: FakeContext) {
  await interpretMessages(context)
  applyMatchReviews(context)
  settleUncertain(context, new Set())
  settleStates(context.ledger, '2026', context.now())
  return assessEdition(context, '2026')
}

const decision = (context: FakeContext, item: string, value: string) =>
  decideReview(context.ledger, { item, decision: 'overrule', value, by: 'user:person', at: context.time })

/** A report that the probe's mail was not delivered (RFC 3464). @param words of the refusing server */
function bounceReport(status: string, words: string): string {
  return [
    'From: MAILER-DAEMON@mail.shopper.example',
    `To: ${probe.replyAddress}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'The mail could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.shopper.example',
    '',
    'Final-Recipient: rfc822; contact@maison-lune.example',
    'Action: failed',
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${words}`,
    '',
    '--b--',
  ].join('\n')
}

describe('a received mail', () => {
  it('answers the probe whose address it came to, and is marked', async () => {
    const context = await sentContext()
    receive(context, brandMail(probe.replyAddress, REPLY))
    const round = await interpret(context)
    expect(context.ledger.probes.get(probe.id)?.state).toBe('answered')
    expect(round.changes).toEqual([{ probe: probe.id, before: null, after: expect.any(Number) }])
    expect(context.ledger.assessments.ofProbe(probe.id)?.mark).toBeGreaterThan(0)
  })

  it('gives the same bytes however often it is computed, and is not computed again without a reason', async () => {
    const context = await sentContext()
    receive(context, brandMail(probe.replyAddress, REPLY))
    await interpret(context)
    const before = JSON.stringify(context.ledger.assessments.ofEdition('2026'))
    const computed = context.computed.length
    expect(await interpret(context)).toMatchObject({ computed: 0, changes: [] })
    expect(context.computed).toHaveLength(computed)
    await interpretMessages(context, true)
    expect(await assessEdition(context, '2026', { again: true })).toMatchObject({ computed: 1, changes: [] })
    expect(JSON.stringify(context.ledger.assessments.ofEdition('2026'))).toBe(before)
  })

  it('makes the probe bounced when it is a permanent failure', async () => {
    const context = await sentContext()
    receive(context, bounceReport('5.1.1', '550 5.1.1 No such user'))
    await interpret(context)
    expect(context.ledger.probes.get(probe.id)).toMatchObject({
      state: 'bounced',
      stateReason: expect.stringContaining('5.1.1'),
    })
  })

  it('says that we are listed: the brand never got the question, nothing is marked and nobody is called silent', async () => {
    const context = await sentContext()
    receive(context, bounceReport('5.7.1', '554 5.7.1 Client host [192.0.2.7] blocked using bl.lists.example'))
    await interpret(context)
    expect(context.ledger.probes.get(probe.id)).toMatchObject({
      state: 'undelivered',
      stateReason: 'of our own making: blocked 5.7.1',
    })
    context.time += 30 * DAY_MS
    await interpret(context)
    expect(context.ledger.probes.get(probe.id)?.state).toBe('undelivered')
    expect(context.ledger.assessments.ofProbe(probe.id)).toBeNull()
  })

  it('comes too late for its window, and the probe stays unanswered with mark 0', async () => {
    const context = await sentContext()
    context.time += 16 * DAY_MS
    receive(context, brandMail(probe.replyAddress, REPLY))
    await interpret(context)
    expect(context.ledger.probes.get(probe.id)?.state).toBe('unanswered')
    expect(context.ledger.assessments.ofProbe(probe.id)?.mark).toBe(0)
  })

  it('settles an uncertain probe: it did go out', async () => {
    const context = fakeContext({ configuration: { grid: await readGrid('qualiweb') } })
    context.outcomes.push({ outcome: 'uncertain', response: 'connection lost' })
    await sendDue(context, true)
    await interpret(context)
    expect(context.ledger.reviews.open({ subject: 'uncertain-probe' })).toHaveLength(1)
    context.time += HOUR_MS
    receive(context, brandMail(probe.replyAddress, REPLY))
    await interpret(context)
    expect(context.ledger.probes.get(probe.id)?.state).toBe('answered')
    expect(context.ledger.reviews.open({ subject: 'uncertain-probe' })).toEqual([])
    expect(context.handed).toHaveLength(1)
  })

  it('is not needed where a person knows what became of an uncertain probe', async () => {
    for (const [said, state] of [
      ['accept', 'sent'],
      ['overrule', 'cancelled'],
    ] as const) {
      const context = fakeContext({ configuration: { grid: await readGrid('qualiweb') } })
      context.outcomes.push({ outcome: 'uncertain', response: 'connection lost' })
      await sendDue(context, true)
      settleUncertain(context, new Set())
      const [item] = context.ledger.reviews.open({ subject: 'uncertain-probe' })
      decideReview(context.ledger, { item: item?.id ?? '', decision: said, by: 'user:person', at: context.time })
      settleUncertain(context, new Set())
      expect(context.ledger.probes.get(probe.id)?.state).toBe(state)
    }
  })

  it('settles an uncertain probe by its copy in the folder of sent mail', async () => {
    const context = fakeContext()
    context.outcomes.push({ outcome: 'uncertain', response: 'connection lost' })
    await sendDue(context, true)
    settleUncertain(context, new Set([context.handed[0]?.messageId ?? '']))
    expect(context.ledger.probes.get(probe.id)).toMatchObject({ state: 'sent', sentAt: context.time })
  })
})

describe('an endless letter', () => {
  it('is compared with the brand’s other answers as far as letters are proofread', async () => {
    const context = fakeContext({ probes: 2, configuration: { grid: await readGrid('qualiweb') } })
    const { ledger, time: at } = context
    const probes = [sampleProbe(1), sampleProbe(2)]
    for (const { id } of probes) {
      ledger.probes.move(id, 'planned', 'sending', { at, by: 'test', messageId: `<${id}@shopper.example>` })
      ledger.probes.move(id, 'sending', 'sent', { at, by: 'test', sentAt: at })
    }
    context.time += 5 * HOUR_MS
    receive(context, brandMail(probes[0]!.replyAddress, REPLY))
    receive(context, brandMail(probes[1]!.replyAddress, `Bonjour,\n\n${'Votre colis arrive demain. '.repeat(4000)}`))
    await interpret(context)
    const { configuration } = ledger.editions.require('2026')
    const work = assessmentWork(ledger, configuration, configuration.grid)
    expect(work.get(probes[0]!.id)?.otherReplies.map(({ length }) => length)).toEqual([PROOFREAD_CHARACTERS])
    expect(work.get(probes[1]!.id)?.otherReplies).toEqual([expect.stringContaining('arrive demain, nous vous prions')])
  })
})

describe('a person', () => {
  it('gives a message to another probe, and to none', async () => {
    const context = await sentContext({ probes: 2 })
    const hash = receive(context, brandMail(probe.replyAddress, REPLY))
    await interpret(context)
    const item = context.ledger.reviews.openItem(
      {
        subject: 'match',
        target: hash,
        edition: '2026',
        brand: 'maison-lune',
        reason: 'looked at by hand',
        openedBy: 'user:person',
      },
      context.time,
    )
    decision(context, item, '')
    await interpret(context)
    expect(context.ledger.matches.exchange(probe.id)?.messages).toEqual([])
    expect(context.ledger.probes.get(probe.id)?.state).toBe('sent')
    decision(context, item, probe.id)
    await interpret(context)
    expect(context.ledger.matches.attributions(hash)).toEqual([
      expect.objectContaining({ probe: probe.id, by: 'review' }),
    ])
    expect(context.ledger.probes.get(probe.id)?.state).toBe('answered')
    expect(() => decision(context, item, '2026/nobody/complaint')).toThrow('not in the ledger')
  })

  it('says that a message is of another kind', async () => {
    const context = await sentContext()
    const hash = receive(context, brandMail(probe.replyAddress, REPLY))
    await interpret(context)
    const item = context.ledger.reviews.openItem(
      {
        subject: 'kind',
        target: hash,
        edition: '2026',
        brand: 'maison-lune',
        reason: 'looked at by hand',
        openedBy: 'user:person',
      },
      context.time,
    )
    decision(context, item, 'acknowledgement')
    await interpret(context)
    expect(context.ledger.probes.get(probe.id)?.state).toBe('sent')
    expect(context.ledger.readings.get(hash)?.kind).toBe('reply')
    expect(() => decision(context, item, 'letter')).toThrow('not a kind')
  })

  it('is waited for where a message may be no answer: neither delay nor silence counts before', async () => {
    const context = await sentContext()
    const hash = receive(context, brandMail(probe.replyAddress, REPLY))
    await interpret(context)
    expect(context.ledger.probes.get(probe.id)?.state).toBe('answered')
    const item = context.ledger.reviews.openItem(
      {
        subject: 'kind',
        target: hash,
        edition: '2026',
        brand: 'maison-lune',
        reason: 'it may be a receipt',
        openedBy: 'assess-exchanges',
      },
      context.time,
    )
    await interpret(context)
    expect(context.ledger.probes.get(probe.id)?.state).toBe('sent')
    expect(context.ledger.assessments.ofProbe(probe.id)).toBeNull()
    context.time += 60 * 24 * HOUR_MS
    await interpret(context)
    expect(context.ledger.probes.get(probe.id)?.state).toBe('sent')
    decideReview(context.ledger, { item, decision: 'accept', by: 'user:person', at: context.time })
    await interpret(context)
    expect(context.ledger.probes.get(probe.id)?.state).toBe('answered')
    expect(context.ledger.assessments.ofProbe(probe.id)?.mark).not.toBeNull()
  })

  it('overrules a finding, and the mark is added up again', async () => {
    const context = await sentContext()
    receive(context, brandMail(probe.replyAddress, REPLY))
    await interpret(context)
    const before = context.ledger.assessments.ofProbe(probe.id)
    const scored = before?.findings.find((finding) => finding.outcome === 'scored' && finding.score < 1)
    const item = context.ledger.reviews.openItem(
      {
        subject: 'finding',
        target: `${probe.id}#${scored?.criterion}`,
        edition: '2026',
        brand: 'maison-lune',
        reason: 'r',
        openedBy: 'user:person',
      },
      context.time,
    )
    decision(context, item, '1')
    const round = await interpret(context)
    expect(round.changes).toHaveLength(1)
    expect(context.ledger.assessments.ofProbe(probe.id)?.mark).toBeGreaterThan(before?.mark ?? 100)
    expect(() => decision(context, item, '2')).toThrow('not a score')
  })

  it('dismisses a mistake, and it is no longer counted', async () => {
    const context = await sentContext()
    receive(context, brandMail(probe.replyAddress, REPLY.replace('colis', 'colix')))
    await interpret(context)
    const mistake = context.ledger.assessments.ofProbe(probe.id)?.mistakes.find(({ text }) => text === 'colix')
    expect(mistake).toBeDefined()
    const item = context.ledger.reviews.openItem(
      {
        subject: 'mistake',
        target: `${probe.id}#${mistake?.start}-${mistake?.end}`,
        edition: '2026',
        brand: 'maison-lune',
        reason: 'r',
        openedBy: 'user:person',
      },
      context.time,
    )
    decideReview(context.ledger, { item, decision: 'dismiss', by: 'user:person', at: context.time })
    await interpret(context)
    expect(context.ledger.assessments.ofProbe(probe.id)?.mistakes.filter(({ text }) => text === 'colix')).toEqual([])
  })
})

describe('a published edition', () => {
  it('is marked again only under another name', async () => {
    const context = await sentContext()
    receive(context, brandMail(probe.replyAddress, REPLY))
    await interpret(context)
    for (const state of ['closed', 'published'] as const) context.ledger.editions.move('2026', state, context.time)
    await expect(assessEdition(context, '2026')).rejects.toThrow('is published')
    const grid = await readGrid('replymark')
    await expect(assessEdition(context, '2026', { grid })).rejects.toThrow('is published')
    expect(await assessEdition(context, '2026', { grid, variant: 'trial' })).toMatchObject({
      assessed: 1,
      grid: 'replymark',
    })
    expect(context.ledger.assessments.ofProbe(probe.id)?.grid).toBe('qualiweb')
    // A re-reading leaves it alone as well.
    expect(await interpretMessages(context, true)).toMatchObject({ read: 0, matched: 0 })
  })
})

describe('an engine that fails', () => {
  it('leaves the exchange unassessed, says so, and is tried again in the next round', async () => {
    let broken = true
    const { createWorkPool } = await import('../../../src/queue/work.js')
    const pool = createWorkPool()
    const context = await sentContext({
      execute: (type, payload) =>
        broken && type === 'assess-exchange' ? Promise.reject(new Error('no server')) : pool.execute(type, payload),
    })
    receive(context, brandMail(probe.replyAddress, REPLY))
    expect(await interpret(context)).toMatchObject({ failed: [probe.id], assessed: 0 })
    expect(context.ledger.assessments.ofProbe(probe.id)).toBeNull()
    broken = false
    expect(await interpret(context)).toMatchObject({ failed: [], assessed: 1 })
  })
})
