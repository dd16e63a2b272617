/** The short form of `npm run faults -- --forge`: every forgery against three brands; and that the same forgeries do harm where nothing is proven. */
import { describe, expect, it } from 'vitest'
import { serviceParts } from '../../src/app/parts.js'
import { matchMessage } from '../../src/matching/match-message.js'
import { openProbeOf } from '../../src/matching/open-probe.js'
import { createProbeIndex } from '../../src/matching/probe-index.js'
import { runForge } from '../faults/forge.js'
import { FORGERIES } from '../faults/forgeries.js'

describe('a forged mail', () => {
  it('moves no index without a person being told why', async () => {
    expect(Object.keys(FORGERIES).length).toBeGreaterThanOrEqual(12)
    const { forgeries, problems, replies } = await runForge({ brands: 3, scenarios: 2, seed: 1 })
    expect(replies).toBeGreaterThan(2)
    expect(problems.filter((problem) => !problem.includes('held up'))).toEqual([])
    for (const { forgery, mails, largestChange } of forgeries)
      expect({ forgery, largestChange, any: mails > 0 }).toEqual({ forgery, largestChange: 0, any: true })
  }, 120_000)

  it('would move indices if an identifier alone were proof', async () => {
    const believing = {
      ...serviceParts,
      createMatcher: ((probes, editions) => {
        const [configuration] = editions
        const brands = new Map(configuration?.brands.map((brand) => [brand.id, brand]))
        const open = probes.map((probe) => openProbeOf(probe, brands.get(probe.brand)!, 15))
        const index = createProbeIndex(open)
        return (message, reading) => matchMessage(reading, message.receivedAt, index)
      }) as typeof serviceParts.createMatcher,
    }
    const { problems } = await runForge({ brands: 2, scenarios: 2, seed: 1, parts: believing, authservIds: [] })
    expect(problems.filter((problem) => problem.includes('nobody is told')).length).toBeGreaterThan(5)
  }, 120_000)
})
