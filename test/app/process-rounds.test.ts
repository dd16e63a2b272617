/** Rounds of processing: what a round that was cut short left undone is done by the next one. */
import { describe, expect, it } from 'vitest'
import { serviceParts } from '../../src/app/parts.js'
import { createService, type Service } from '../../src/app/service.js'
import { ReplymarkError } from '../../src/domain/error.js'
import type { Study } from '../../src/domain/study.js'
import { createEmbeddedQueue } from '../../src/queue/embedded.js'
import { createWorkPool } from '../../src/queue/work.js'
import { brandMail, type FakeContext, fakeContext, receive } from '../jobs/fake-context.js'
import { markSent, sampleConfiguration, sampleProbe } from '../ledger/samples.js'

const probe = sampleProbe(1)

/** A service over an edition with one answer, whose queue does to assessments what it is told. */
async function answeredService(atAdd: (turn: number) => void): Promise<{ context: FakeContext; service: Service }> {
  const context = fakeContext()
  context.ledger.editions.move('2026', 'running', context.time)
  markSent(context.ledger, probe)
  receive(
    context,
    brandMail(
      probe.replyAddress,
      'Bonjour Claire,\n\nOui, nous livrons en Corse : votre colis est parti ce matin, vous le recevrez demain.\n\nCordialement,\nPaul',
    ),
  )
  const { study: named, ...configuration } = sampleConfiguration()
  const study: Study = {
    ...named,
    folder: '.',
    dataFolder: '.',
    live: false,
    sectors: configuration.sectors,
    brands: configuration.brands,
    personas: configuration.personas,
    scenarios: configuration.scenarios,
    accounts: [],
    editions: [configuration.edition],
    grids: [configuration.grid],
    limits: configuration.limits,
    proofreading: configuration.proofreading,
    helpDeskDomains: [],
    answers: { authservIds: [], clockSkewSeconds: 120 },
    reviews: { per100Messages: 12 },
    retentionDays: null,
  }
  const bench = createWorkPool()
  let turns = 0
  const service = await createService({
    study,
    ledger: context.ledger,
    environment: {},
    live: false,
    parts: serviceParts,
    now: () => context.time,
    openQueue: async (handlers) => {
      const queue = createEmbeddedQueue({ execute: bench.execute, handlers })
      return {
        ...queue,
        async add(items) {
          if (items.some(({ type }) => type === 'assess-exchange')) atAdd(++turns)
          await queue.add(items)
        },
      }
    },
  })
  return { context, service }
}

describe('a round of processing', () => {
  it('assesses what an earlier one read and could not assess', async () => {
    const { context, service } = await answeredService((turn) => {
      if (turn === 1) throw new ReplymarkError('unavailable', 'Redis does not answer')
    })
    await expect(service.process()).rejects.toThrow('Redis does not answer')
    expect(context.ledger.assessments.ofEdition('2026')).toEqual([])
    await service.process()
    expect(context.ledger.assessments.ofEdition('2026')).toHaveLength(1)
    await service.stop()
  })

  it('computes nothing where nothing changed', async () => {
    let added = 0
    const { service } = await answeredService(() => added++)
    expect((await service.process()).assessments).toMatchObject([{ computed: 1 }])
    expect((await service.process()).assessments).toEqual([])
    expect(added).toBe(1)
    await service.stop()
  })

  it('ends when the service stops in the middle of it', async () => {
    let stopping: Promise<void> = Promise.resolve()
    const { service } = await answeredService(() => {
      stopping = service.stop()
    })
    await expect(service.process()).rejects.toThrow('takes no more work')
    await stopping
  })
})
