/** A machine that slept: what is overdue is drawn anew within the send window, and nothing goes after it. */
import { describe, expect, it } from 'vitest'
import { sendDue } from '../../../jobs/send-probes/send-due.js'
import { DAY_MS, HOUR_MS } from '../../../src/domain/time.js'
import { closingProblems } from '../../../src/editions/closing.js'
import { setPaused } from '../../../src/ledger/pause.js'
import { isWorkingTime } from '../../../src/mail/fair-play.js'
import { MONDAY, sampleConfiguration, sampleProbe } from '../../ledger/samples.js'
import { type FakeContext, fakeContext } from '../fake-context.js'

const brands = Array.from({ length: 12 }, (_, index) => ({
  ...sampleConfiguration().brands[0]!,
  id: `brand-${index}`,
  contacts: [{ address: `contact@brand-${index}.example`, department: 'customer-service' }],
  domains: [`brand-${index}.example`],
}))

/** An edition of twelve brands: the first e-mail is sent, the others were due in the two days during which the machine slept. */
async function slept(days: number): Promise<FakeContext> {
  const context = fakeContext({ probes: 0, configuration: { brands } })
  context.ledger.probes.add(
    brands.map(({ id, contacts }, index) =>
      sampleProbe(index + 1, {
        brand: id,
        recipient: contacts[0]!.address,
        dueAt: MONDAY + (index === 0 ? 0 : DAY_MS) + index * HOUR_MS * 0.1,
      }),
    ),
    MONDAY,
  )
  await sendDue(context, true)
  context.time = MONDAY + days * DAY_MS + HOUR_MS
  return context
}

const planned = (context: FakeContext) => context.ledger.probes.inState('planned')

describe('a machine that slept', () => {
  it('sends nothing at once: what is overdue by more than a day is spread over the rest of the window, told once', async () => {
    const context = await slept(4)
    await sendDue(context, true)
    expect(context.handed).toHaveLength(1)
    const moments = planned(context).map(({ retryAt }) => retryAt ?? 0)
    expect(new Set(moments).size).toBe(11)
    for (const moment of moments) {
      expect(moment).toBeGreaterThanOrEqual(context.time)
      expect(moment).toBeLessThan(Date.UTC(2026, 2, 28))
      expect(isWorkingTime(moment, brands[0]!, sampleConfiguration().limits, [])).toBe(true)
    }
    expect(Math.max(...moments) - Math.min(...moments)).toBeGreaterThan(3 * DAY_MS)
    await sendDue(context, true)
    expect(context.ledger.amendments.ofEdition('2026')).toMatchObject([
      { change: { kind: 'redrawn' }, reason: expect.stringMatching(/^overdue by up to 3\.\d days/) },
    ])
    expect(context.ledger.amendments.ofEdition('2026')[0]?.moved).toHaveLength(11)
    for (let next = context.ledger.probes.nextDueAt(); next !== null; next = context.ledger.probes.nextDueAt()) {
      context.time = Math.max(context.time, next)
      await sendDue(context, true)
    }
    expect(context.handed).toHaveLength(12)
  })

  it('lets what is late by hours go as before, and draws nothing anew while the edition is paused', async () => {
    const context = await slept(1)
    context.time += 2 * HOUR_MS
    await sendDue(context, true)
    expect(context.handed).toHaveLength(12)
    const paused = await slept(4)
    setPaused(paused.ledger, '2026', true, paused.time)
    await sendDue(paused, true)
    expect(paused.ledger.amendments.list()).toEqual([])
  })

  it('sends nothing after the window, cancels nothing, and the edition says what is missing and what to do', async () => {
    const context = await slept(35)
    await sendDue(context, true)
    expect(context.handed).toHaveLength(1)
    expect(planned(context)).toHaveLength(11)
    const [problem] = closingProblems(context.ledger, '2026', context.time)
    expect(problem?.message).toBe('11 probes are not sent yet')
    expect(problem?.hint).toContain('The send window ended on 2026-03-27')
    expect(problem?.hint).toContain('replymark edition amend send-window --edition 2026')
  })
})
