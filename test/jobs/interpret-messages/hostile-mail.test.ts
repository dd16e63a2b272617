/** The hostile corpus through reading, matching, proofreading and marking: each mail is stored as it came and ends explained. */
import { describe, expect, it } from 'vitest'
import { hostileContexts, throughEverything } from '../../faults/hostile.js'
import { HOSTILE_MAILS } from '../../fixtures/hostile/generate.js'
import { sampleProbe } from '../../ledger/samples.js'

describe('the hostile corpus', () => {
  it('has at least 150 mails, each with a name of its own', () => {
    expect(HOSTILE_MAILS.length).toBeGreaterThanOrEqual(150)
    expect(new Set(HOSTILE_MAILS.map(({ name }) => name)).size).toBe(HOSTILE_MAILS.length)
  })

  it('is stored, read, matched and marked, mail by mail', async () => {
    const mails = HOSTILE_MAILS.map(({ name, bytes }, index) => ({
      name,
      probe: index + 1,
      bytes: bytes(sampleProbe(index + 1).replyAddress, 0.02),
    })).filter(({ name }) => !name.startsWith('bomb: '))
    const context = (await hostileContexts())(HOSTILE_MAILS.length)
    expect(Object.fromEntries(await throughEverything(context, mails))).toEqual({})
    // Many mails are answers all the same; what is doubtful waits for a person. The corpus would be blunt if none came as far as a mark.
    expect(context.ledger.assessments.ofEdition('2026').length).toBeGreaterThan(mails.length / 3)
    context.ledger.close()
  }, 300_000)
})
