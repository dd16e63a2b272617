/** What Harper is spared: runs of characters that are no words. */
import { describe, expect, it } from 'vitest'
import { withoutEndlessWords } from '../../../src/proofreading/engines/harper.js'

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
