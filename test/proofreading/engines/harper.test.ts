/** What Harper is spared: runs of characters that are no words. */
import { describe, expect, it } from 'vitest'
import { loadHarper, piecesOf, withoutEndlessWords } from '../../../src/proofreading/engines/harper.js'

describe('text for Harper', () => {
  it('keeps words, however many dots an address has', () => {
    const text = `Write to help.desk@brand.example or https://brand.example/${'a'.repeat(60)}.`
    expect(withoutEndlessWords(text)).toBe(text)
  })

  it('turns an endless run into one word of the same length', () => {
    const text = `Dear Claire, ${'.a'.repeat(200)} yours.`
    const bounded = withoutEndlessWords(text)
    expect(bounded).toHaveLength(text.length)
    expect(bounded).toBe(`Dear Claire, ${'a'.repeat(400)} yours.`)
  })
})

describe('pieces for Harper', () => {
  const letter = 'Dear Claire,\n\nYour parcel arrives tomorrow. It left our warehouse today!\n\nKind regards\nPaul'

  it('leave a letter whole, a long one too', () => {
    expect(piecesOf(letter)).toEqual([{ start: 0, end: letter.length }])
    const long = `${letter}\n\n`.repeat(200)
    expect(piecesOf(long)).toEqual([{ start: 0, end: long.length }])
  })

  it('cut what goes on without end, between words, and lose nothing', () => {
    const text = `${letter} ${'& '.repeat(4_000)}${letter}`
    const pieces = piecesOf(text)
    expect(pieces.length).toBeGreaterThan(3)
    for (const { start, end } of pieces.slice(1, -1)) expect(end - start).toBeLessThanOrEqual(2_000)
    expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
  })

  it('are cut anywhere where there is no place between words', () => {
    expect(piecesOf('x'.repeat(5_000))).toEqual([
      { start: 0, end: 2_000 },
      { start: 2_000, end: 4_000 },
      { start: 4_000, end: 5_000 },
    ])
    expect(piecesOf('')).toEqual([])
  })

  it('give mistakes their places in the whole text', async () => {
    const harper = await loadHarper()
    const text = `${'& '.repeat(2_000)}\n\nYou should of told us.`
    const [mistake] = await harper.lint(text)
    expect(mistake).toMatchObject({ start: text.indexOf('should of'), text: 'should of' })
    await harper.close()
  })
})
