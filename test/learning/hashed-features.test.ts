import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FeatureBuilder, hashName } from '../../src/learning/hashed-features.js'

describe('hashed features', () => {
  it('add up where a name comes twice, and leave no trace of nothing', () => {
    const builder = new FeatureBuilder(64, true)
    builder.add('word')
    builder.add('word', 0.5)
    builder.add('absent', 0)
    expect(builder.vector()).toEqual({ buckets: [hashName('word') & 63], values: [1.5], names: ['word'] })
  })

  it('stay inside their buckets', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (names) => {
        const builder = new FeatureBuilder(128)
        for (const name of names) builder.add(name)
        for (const bucket of builder.vector().buckets) expect(bucket >= 0 && bucket < 128).toBe(true)
      }),
    )
  })
})
