import { describe, expect, it } from 'vitest'
import { medianDelay } from '../../src/ranking/median-delay.js'

const WINDOW = 720
const probes = (...hours: (number | null)[]) =>
  hours.map((value) => (value === null ? { hours: WINDOW, event: false } : { hours: value, event: true }))

describe('median delay', () => {
  it('gives the smallest and largest of five, at the level they really have', () => {
    const estimate = medianDelay(probes(2, 30, 4, 100, 8), WINDOW)
    expect(estimate).toEqual({ value: 8, interval: { low: 2, high: 100, level: expect.closeTo(0.9375, 12) }, n: 5 })
  })

  it('interpolates between order statistics of seven towards 95 %', () => {
    const { value, interval } = medianDelay(probes(1, 2, 4, 8, 16, 32, 64), WINDOW)
    expect(value).toBe(8)
    expect(interval!.level).toBe(0.95)
    // Hettmansperger & Sheather: γ = (0.984375 − 0.95)/(0.984375 − 0.875), λ = 6γ/(1 + 5γ).
    const gap = 0.034375 / 0.109375
    const share = (6 * gap) / (1 + 5 * gap)
    expect(interval!.low).toBeCloseTo(2 ** share, 9)
    expect(interval!.high).toBeCloseTo(2 ** (6 - share), 9)
  })

  it('leaves the upper limit open where the slowest probe never was answered', () => {
    const { value, interval } = medianDelay(probes(1, 2, 3, 4, null), WINDOW)
    expect(value).toBe(3)
    expect(interval).toEqual({ low: 1, high: WINDOW, level: expect.closeTo(0.9375, 12), openEnded: true })
  })

  it('has no median where fewer than half were answered', () => {
    const { value, interval } = medianDelay(probes(1, null, null, null, null), WINDOW)
    expect(value).toBeNull()
    expect(interval).toEqual({ low: 1, high: WINDOW, level: expect.closeTo(0.9375, 12), openEnded: true })
    expect(medianDelay(probes(null, null, null, null, null), WINDOW).interval!.low).toBe(WINDOW)
  })

  it('gives no interval for fewer than four probes, nothing for none', () => {
    expect(medianDelay(probes(1, 2, 3), WINDOW).interval).toBeNull()
    expect(medianDelay([], WINDOW)).toEqual({ value: null, interval: null, n: 0 })
  })

  it('uses Brookmeyer–Crowley where watching stopped early for some', () => {
    const weeks = [9, 13, 18, 23, 31, 34, 48].map((hours) => ({ hours, event: true }))
    const censored = [13, 28, 45, 161].map((hours) => ({ hours, event: false }))
    const { value, interval } = medianDelay([...weeks, ...censored], 200)
    expect(value).toBe(31)
    expect(interval).toEqual({ low: 18, high: 200, level: 0.95, openEnded: true })
  })
})
