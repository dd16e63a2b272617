/** What a service still does when it is asked to stop. */
import { describe, expect, it } from 'vitest'
import { keepUnrecorded } from '../../jobs/send-probes/sending-outcome.js'
import { serviceParts } from '../../src/app/parts.js'
import { createService } from '../../src/app/service.js'
import { ReplymarkError } from '../../src/domain/error.js'
import type { Study } from '../../src/domain/study.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { fakeContext } from '../jobs/fake-context.js'
import { sampleConfiguration, sampleProbe } from '../ledger/samples.js'

describe('a service that stops', () => {
  it('writes down what the server said of a mail while the disk was full', async () => {
    const context = fakeContext()
    let full = true
    const ledger: Ledger = {
      ...context.ledger,
      transaction(work) {
        if (full) throw new ReplymarkError('ledger', 'The disk is full')
        return context.ledger.transaction(work)
      },
    }
    const { id } = sampleProbe(1)
    const at = context.time
    ledger.probes.move(id, 'planned', 'sending', { at, by: 'test', messageId: '<1@shopper.example>' })
    const probe = ledger.probes.get(id)
    if (!probe) throw new Error('the probe is gone')
    const outcome = { outcome: 'accepted', at, response: '250 OK' } as const
    expect(() => keepUnrecorded({ ...context, ledger }, [{ probe, outcome }])).toThrow('The disk is full')

    const { study: named, edition, grid, ...rest } = sampleConfiguration()
    const folders = {
      folder: '.',
      dataFolder: '.',
      live: false,
      accounts: [],
      helpDeskDomains: [],
      answers: { authservIds: [], clockSkewSeconds: 120 },
      reviews: { per100Messages: 12 },
      retentionDays: null,
    }
    const study: Study = { ...named, ...rest, ...folders, editions: [edition], grids: [grid] }
    const failures: string[] = []
    const log = { ...context.log, error: (_: object, text: string) => void failures.push(text) }
    const service = await createService({
      study,
      ledger,
      environment: {},
      live: false,
      parts: serviceParts,
      now: context.now,
      log,
    })
    await service.stop()
    expect(ledger.probes.get(id)?.state).toBe('sending')
    expect(failures).toEqual(['failed'])
    full = false
    await service.stop()
    expect(ledger.probes.get(id)).toMatchObject({ state: 'sent', sentAt: at })
  })
})
