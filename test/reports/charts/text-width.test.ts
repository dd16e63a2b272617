/** Texts in charts: never measured narrower than they are drawn, broken and cut so that they fit. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitted, linesOf, widthOf } from '../../../reports/charts/text-width.js'
import { textWidth } from '../../../reports/png.js'

describe('the width of a text', () => {
  it.each([
    'Télécom Azuréa',
    '39 % des demandes ont une réponse sous 24 h',
    '« Question en anglais » obtient le plus de réponses',
    'WWW. MAISON-LUNE & FILS',
    'From 68% answered in 2024 to 67% in 2025; the intervals overlap',
  ])('of “%s” is no less than the width in pictures, plain and bold', (text) => {
    expect(widthOf(text, 13)).toBeGreaterThanOrEqual(textWidth(text, 13))
    expect(widthOf(text, 20, true)).toBeGreaterThanOrEqual(textWidth(text, 20, true))
  })

  it('is kept by lines and by cuts, and no word is lost', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-zéàç0-9%«»]{1,12}$/), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 600 }), (list, width) => {
        const text = list.join(' ')
        const lines = linesOf(text, width, 13)
        expect(lines.join(' ')).toBe(text)
        for (const line of lines) if (line.includes(' ')) expect(widthOf(line, 13)).toBeLessThanOrEqual(width)
        expect(widthOf(fitted(text, width, 13), 13)).toBeLessThanOrEqual(width)
      }),
    )
  })
})
