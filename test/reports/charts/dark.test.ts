/** Dark charts: other colours, same picture. */
import { describe, expect, it } from 'vitest'
import { inDark } from '../../../reports/charts/dark.js'
import { CATEGORIES, GHOST, INK, LINE, MUTED, PAPER, SEQUENTIAL } from '../../../reports/charts/theme.js'

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

describe('charts on dark paper', () => {
  it('exchanges every colour of the theme', () => {
    for (const colour of [PAPER, INK, MUTED, LINE, GHOST, ...CATEGORIES, ...SEQUENTIAL]) {
      expect(inDark(colour)).not.toBe(colour)
    }
  })

  it.each([INK, MUTED, ...CATEGORIES])('keeps %s readable on its paper', (colour) => {
    expect(contrast(inDark(colour), inDark(PAPER))).toBeGreaterThanOrEqual(4.5)
  })

  it('keeps the order of a scale: more stands out more from the paper', () => {
    const steps = SEQUENTIAL.map((colour) => contrast(inDark(colour), inDark(PAPER)))
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
  })

  it('leaves data, text and layout as they are, and colours what drawing functions return', () => {
    const option = {
      title: 'A finding',
      data: [1, null, 'brand'],
      render: (at: number) => ({ at, style: { fill: INK } }),
    }
    const dark = inDark(option)
    expect({ ...dark, render: null }).toEqual({ ...option, render: null })
    expect(dark.render(3)).toEqual({ at: 3, style: { fill: inDark(INK) } })
  })
})
