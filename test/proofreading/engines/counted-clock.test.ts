import { describe, expect, it } from 'vitest'
import { dictionary } from '../../../src/proofreading/engines/dictionaries.js'

/** Suggestions while every look at the machine's clock takes so long. */
async function suggestedAt(millisecondsALook: number, word: string): Promise<readonly string[]> {
  const speller = await dictionary('fr')
  const clock = Date.now
  let now = 0
  Date.now = () => {
    now += millisecondsALook
    return now
  }
  try {
    return speller.suggest(word)
  } finally {
    Date.now = clock
  }
}

describe('suggestions of a dictionary', () => {
  it.each(['déjàslogan', 'recomandacionable'])('are the same on a busy machine as on a quiet one: %s', async (word) => {
    const quiet = await suggestedAt(0.5, word)
    expect(quiet).not.toEqual([])
    expect(await suggestedAt(1_000, word)).toEqual(quiet)
  })

  it('leave the clock as it was', async () => {
    const clock = Date.now
    const speller = await dictionary('fr')
    speller.suggest('rembourssement')
    expect(Date.now).toBe(clock)
  })
})
