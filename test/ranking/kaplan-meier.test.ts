import { describe, expect, it } from 'vitest'
import {
  type Duration,
  kaplanMeier,
  medianSurvival,
  survivalAt,
  survivalLimits,
} from '../../src/ranking/kaplan-meier.js'
import { LUNG_DAYS } from './lung.js'

const durations = (text: string): Duration[] =>
  text.split(' ').map((part) => ({ hours: Number.parseFloat(part), event: !part.endsWith('+') }))

/** Remission in acute myelogenous leukaemia (Miller 1981), R's `survival::aml`; times are weeks. */
const maintained = kaplanMeier(durations('9 13 13+ 18 23 28+ 31 34 45+ 48 161+'))
const nonmaintained = kaplanMeier(durations('5 5 8 8 12 16+ 23 27 30 33 43 45'))

describe('Kaplan–Meier curve', () => {
  // summary(survfit(Surv(time, status) ~ x, aml)) of R's survival package.
  it.each([
    [9, 11, 0.909, 0.0867, 0.7541, 1],
    [13, 10, 0.818, 0.1163, 0.6192, 1],
    [18, 8, 0.716, 0.1397, 0.4884, 1],
    [23, 7, 0.614, 0.1526, 0.3769, 0.999],
    [31, 5, 0.491, 0.1642, 0.2549, 0.946],
    [34, 4, 0.368, 0.1627, 0.1549, 0.875],
    [48, 2, 0.184, 0.1535, 0.0359, 0.944],
  ])('of the maintained group at week %i is as R prints it', (week, atRisk, survival, error, low, high) => {
    const step = maintained.steps.find((one) => one.hours === week)!
    const limits = survivalLimits(step, 'log')!
    expect(step.atRisk).toBe(atRisk)
    expect(step.survival).toBeCloseTo(survival, 3)
    expect(step.standardError).toBeCloseTo(error, 4)
    expect(limits.low).toBeCloseTo(low, 4)
    expect(limits.high).toBeCloseTo(high, 3)
  })

  it.each([
    [5, 12, 0.8333, 0.1076, 0.647, 1],
    [8, 10, 0.6667, 0.1361, 0.4468, 0.995],
    [23, 6, 0.4861, 0.1481, 0.2675, 0.883],
    [43, 2, 0.0972, 0.0919, 0.0153, 0.62],
  ])('of the other group at week %i is as R prints it', (week, atRisk, survival, error, low, high) => {
    const step = nonmaintained.steps.find((one) => one.hours === week)!
    const limits = survivalLimits(step, 'log')!
    expect(step.atRisk).toBe(atRisk)
    expect(step.survival).toBeCloseTo(survival, 4)
    expect(step.standardError).toBeCloseTo(error, 4)
    expect(limits.low).toBeCloseTo(low, 4)
    expect(limits.high).toBeCloseTo(high, 3)
  })

  it('equals its closed form, product of (1 − d/n), to 1e-12', () => {
    expect(maintained.steps[2]!.survival).toBeCloseTo((10 / 11) * (9 / 10) * (7 / 8), 12)
    expect(maintained.steps[0]!.standardError).toBeCloseTo((10 / 11) * Math.sqrt(1 / (11 * 10)), 12)
  })

  it('counts an answer before a censoring at the same hour, and ends at 0 when the last one answers', () => {
    expect(maintained.steps[1]!.atRisk).toBe(10)
    expect(nonmaintained.steps.at(-1)!.survival).toBe(0)
  })

  it('is 1 before the first answer', () => {
    expect(survivalAt(maintained, 1)).toEqual({ survival: 1, standardError: 0 })
    expect(survivalAt(maintained, 20).survival).toBeCloseTo(0.716, 3)
  })
})

describe('median by Brookmeyer and Crowley', () => {
  it('is 310 days, 285 to 363, in the lung cancer data, as R and every textbook print it', () => {
    const curve = kaplanMeier(LUNG_DAYS)
    expect([curve.n, curve.events]).toEqual([228, 165])
    expect(medianSurvival(curve)).toEqual({ median: 310, low: 285, high: 363 })
    expect(survivalAt(curve, 365).survival).toBeCloseTo(0.409, 3)
  })

  it('is as R prints it for both groups', () => {
    expect(medianSurvival(maintained)).toEqual({ median: 31, low: 18, high: null })
    expect(medianSurvival(nonmaintained)).toEqual({ median: 23, low: 8, high: null })
  })

  it('takes the middle of a stretch at one half', () => {
    expect(medianSurvival(kaplanMeier(durations('1 2 4 8'))).median).toBe(3)
  })

  it('has no median when fewer than half were answered', () => {
    expect(medianSurvival(kaplanMeier(durations('1 9+ 9+ 9+'))).median).toBeNull()
  })
})
