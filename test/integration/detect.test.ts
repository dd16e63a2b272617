/** The short form of `npm run faults -- --detect`: a filter taught with probes does not know those of a program that it has not seen. */
import { describe, expect, it } from 'vitest'
import { MOST_AREA, runDetect } from '../faults/detect/detect.js'
import { areaUnder } from '../faults/detect/detector.js'

describe('a filter for probes', () => {
  it('does not tell them from customers’ mails where a domain is caught whole', async () => {
    const { unknownProgram, families } = await runDetect(120)
    expect(unknownProgram).toBeLessThanOrEqual(MOST_AREA)
    expect(Object.values(families).filter((area) => area !== null).length).toBeGreaterThanOrEqual(3)
  }, 120_000)

  it('would find what gives itself away: the tag behind `+` in a Reply-To', async () => {
    const { knownProgram } = await runDetect(120, 'plus')
    expect(knownProgram).toBeGreaterThan(0.9)
  }, 120_000)
})

describe('the area under the curve', () => {
  it.each([
    [[2, 3], [0, 1], 1],
    [[0, 1], [2, 3], 0],
    [[1, 1], [1, 1], 0.5],
    [[3, 1], [2, 0], 0.75],
  ])('of %j over %j is %d', (probes, others, area) => expect(areaUnder(probes, others)).toBe(area))
})
