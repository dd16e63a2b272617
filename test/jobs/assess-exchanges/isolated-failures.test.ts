/** What fails in one edition, or of one message, holds up none of the others and is shown. */
import { describe, expect, it } from 'vitest'
import { createProcessing } from '../../../jobs/assess-exchanges/process-round.js'
import { sendDue } from '../../../jobs/send-probes/send-due.js'
import { HOUR_MS } from '../../../src/domain/time.js'
import { assessmentFailureSetting, keptFailure, MATCHING_FAILURE_SETTING } from '../../../src/ledger/settings.js'
import { MONDAY, sampleConfiguration, sampleProbe } from '../../ledger/samples.js'
import { brandMail, fakeContext, receive } from '../fake-context.js'

const noFolders = { sentAmong: async () => new Set<string>() }

describe('a failure', () => {
  it('of one edition leaves the next one assessed, and is kept until it is over', async () => {
    const context = fakeContext()
    const { ledger } = context
    const broken = sampleConfiguration('2025')
    ledger.editions.plan(broken, MONDAY)
    ledger.editions.move('2025', 'running', MONDAY)
    await sendDue(context, true)
    const settle = ledger.editions.require.bind(ledger.editions)
    let breaks = true
    Object.assign(ledger.editions, {
      require: (id: string) => {
        if (breaks && id === '2025') throw new Error('this edition is broken')
        return settle(id)
      },
    })
    context.time += HOUR_MS
    receive(context, brandMail(sampleProbe(1).replyAddress, 'Bonjour,\n\nIl arrive demain.\n\nPaul Martin'))
    const process = createProcessing(context, noFolders)
    const round = await process()
    expect(round.assessments.map(({ edition }) => edition)).toContain('2026')
    expect(keptFailure(ledger.settings, assessmentFailureSetting('2025'))).toMatchObject({
      problem: 'this edition is broken',
    })
    expect(keptFailure(ledger.settings, assessmentFailureSetting('2026'))).toBeNull()
    breaks = false
    await process()
    expect(keptFailure(ledger.settings, assessmentFailureSetting('2025'))).toBeNull()
  })

  it('of one message that a guard refuses leaves the others matched', async () => {
    const context = fakeContext()
    const { ledger } = context
    await sendDue(context, true)
    context.time += HOUR_MS
    const bad = receive(context, brandMail(sampleProbe(1).replyAddress, 'Bonjour,\n\nUn.\n\nPaul'))
    const good = receive(context, brandMail(sampleProbe(1).replyAddress, 'Bonjour,\n\nDeux.\n\nPaul'))
    ledger.sqlite.exec(`CREATE TRIGGER refuses BEFORE INSERT ON matches WHEN NEW.message = '${bad}'
      BEGIN SELECT RAISE(ABORT, 'replymark: a published edition never changes'); END`)
    const process = createProcessing(context, noFolders)
    await process()
    expect(ledger.matches.get(bad)).toBeNull()
    expect(ledger.matches.get(good)).not.toBeNull()
    expect(keptFailure(ledger.settings, MATCHING_FAILURE_SETTING)).toMatchObject({
      problem: expect.stringContaining(bad.slice(0, 12)),
    })
    ledger.sqlite.exec('DROP TRIGGER refuses')
    await process()
    expect(ledger.matches.get(bad)).not.toBeNull()
    expect(keptFailure(ledger.settings, MATCHING_FAILURE_SETTING)).toBeNull()
  })
})
