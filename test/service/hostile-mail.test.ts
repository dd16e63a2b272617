/** The hostile corpus through reading, matching, proofreading and marking: each mail is stored as it came and ends explained. */
import { describe, expect, it } from 'vitest'
import { hostileContexts, throughEverything } from '../faults/hostile.js'
import { HOSTILE_MAILS } from '../fixtures/hostile/generate.js'
import { sampleProbe } from '../ledger/samples.js'

describe('the hostile corpus', () => {
  it('has at least 150 mails, each with a name of its own', () => {
    expect(HOSTILE_MAILS.length).toBeGreaterThanOrEqual(150)
    expect(new Set(HOSTILE_MAILS.map(({ name }) => name)).size).toBe(HOSTILE_MAILS.length)
  })

  it('is stored, read, matched and marked, mail by mail', async () => {
    const newContext = await hostileContexts()
    const to = sampleProbe(1).replyAddress
    for (const { name, bytes } of HOSTILE_MAILS.filter((mail) => !mail.name.startsWith('bomb: '))) {
      const context = newContext()
      expect(await throughEverything(context, bytes(to, 0.05)), name).toEqual([])
      context.ledger.close()
    }
  }, 300_000)
})
