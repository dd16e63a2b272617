import { describe, expect, it } from 'vitest'
import {
  binomialCdf,
  gammaQuantile,
  incompleteBeta,
  incompleteGamma,
  logGamma,
  normalCdf,
  normalQuantile,
  studentCdf,
  studentQuantile,
  Z95,
} from '../../src/ranking/special-functions.js'

describe('special functions', () => {
  it.each([
    [0.5, Math.log(Math.sqrt(Math.PI))],
    [1, 0],
    [5, Math.log(24)],
    [11, Math.log(3_628_800)],
    [101, 363.73937555556347],
  ])('log-gamma of %f', (x, expected) => expect(logGamma(x)).toBeCloseTo(expected, 10))

  it.each([
    [1, 2, 1 - Math.exp(-2)],
    [3, 2, 1 - Math.exp(-2) * (1 + 2 + 2)],
    [2, 10, 1 - 11 * Math.exp(-10)],
  ])('lower incomplete gamma P(%f, %f) equals its closed form', (a, x, expected) => {
    expect(incompleteGamma(a, x)).toBeCloseTo(expected, 12)
    expect(incompleteGamma(a, x, true)).toBeCloseTo(1 - expected, 12)
  })

  it.each([
    [2, 3, 0.4, 0.5248],
    [1, 1, 0.3, 0.3],
    [5, 1, 0.9, 0.9 ** 5],
  ])('incomplete beta I(%f, %f) equals its closed form', (a, b, x, expected) =>
    expect(incompleteBeta(a, b, x)).toBeCloseTo(expected, 12))

  it('has the printed points of the normal table', () => {
    expect(Z95).toBeCloseTo(1.959963984540054, 12)
    expect(normalQuantile(0.995)).toBeCloseTo(2.5758293035489, 10)
    expect(normalCdf(-1.6448536269514722)).toBeCloseTo(0.05, 12)
  })

  it.each([
    [1, 12.7062047],
    [4, 2.7764451],
    [6, 2.4469119],
    [12, 2.1788128],
    [30, 2.0422725],
  ])('has the printed 97.5 %% point of Student’s t with %i degrees of freedom', (df, expected) => {
    expect(studentQuantile(0.975, df)).toBeCloseTo(expected, 6)
    expect(studentCdf(-expected, df)).toBeCloseTo(0.025, 7)
  })

  it('has the printed points of chi-square, as twice a gamma', () => {
    expect(2 * gammaQuantile(0.95, 0.5)).toBeCloseTo(3.841458820694124, 9)
    expect(2 * gammaQuantile(0.975, 5)).toBeCloseTo(20.483177350807, 9)
    expect(2 * gammaQuantile(0.025, 5)).toBeCloseTo(3.24697278024, 9)
  })

  it('sums binomial probabilities', () => {
    expect(binomialCdf(0, 5, 0.5)).toBeCloseTo(1 / 32, 12)
    expect(binomialCdf(2, 5, 0.5)).toBeCloseTo(0.5, 12)
    expect(binomialCdf(5, 5, 0.5)).toBe(1)
    expect(binomialCdf(-1, 5, 0.5)).toBe(0)
  })
})
