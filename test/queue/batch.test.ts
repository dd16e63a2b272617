/** Batches: what comes out is what went in, and each piece has an outcome of its own. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doneOf, outcomesOf, pickPieces, readBatch, runApart, runBatch, writeBatch } from '../../src/queue/batch.js'
import { piecesTogether } from '../../src/queue/queue.js'

function bodyOf(payloads: readonly unknown[]): string {
  const writer = writeBatch()
  for (const payload of payloads) writer.add(payload)
  return writer.body()
}

const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown)
const letter = fc.string({ minLength: 60, maxLength: 90 })
const payload = fc.oneof(
  json,
  fc.record({ shared: json, letters: fc.array(letter, { maxLength: 3 }), number: fc.integer() }),
)

describe('a batch', () => {
  it('gives back every payload, and any choice of them', () => {
    fc.assert(
      fc.property(fc.array(payload, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.boolean()), (given, coin) => {
        const body = bodyOf(given)
        expect(readBatch(body)).toEqual(given)
        const chosen = [...given.keys()].filter(() => coin.next().value)
        expect(readBatch(pickPieces(body, chosen))).toEqual(chosen.map((index) => given[index]))
      }),
    )
  })

  it('writes bytes in base64', () => {
    expect(readBatch(bodyOf([{ raw: new Uint8Array([0, 255, 10]) }]))).toEqual([{ raw: 'AP8K' }])
  })

  it('writes what is shared once', () => {
    const grid = { id: 'grid', text: 'g'.repeat(1_000) }
    const letters = ['one', 'two'].map((word) => word.repeat(50))
    const payloads = [1, 2, 3].map((number) => ({ number, grid, letters }))
    const body = bodyOf(payloads)
    expect(body.length).toBeLessThan(1_600)
    const [first, second] = readBatch(body) as (typeof payloads)[number][]
    expect(first?.grid).toBe(second?.grid)
  })

  it('says what became of each piece', async () => {
    const done = await runBatch(
      async (type, value) => {
        if (value === 2) throw new Error('no luck')
        return `${type} ${value}`
      },
      'count',
      bodyOf([1, 2, 3]),
    )
    expect(done.failures).toBe(1)
    expect(outcomesOf(done)).toEqual([
      { ok: true, result: 'count 1' },
      { ok: false, reason: 'no luck' },
      { ok: true, result: 'count 3' },
    ])
  })

  it('is worked through piece by piece where a piece ends the whole', async () => {
    const done = await runApart(
      async (_type, body) => {
        const values = readBatch(body)
        if (values.includes('poison')) throw new Error('the thread died')
        return doneOf(values.map((result) => ({ ok: true, result })))
      },
      'any',
      bodyOf(['a', 'poison', 'b']),
    )
    expect(outcomesOf(done)).toEqual([
      { ok: true, result: 'a' },
      { ok: false, reason: 'the thread died' },
      { ok: true, result: 'b' },
    ])
  })
})

describe('how many travel together', () => {
  it.each([
    [1, 1],
    [16, 1],
    [60, 4],
    [256, 16],
    [20_000, 16],
  ])('%i waiting: %i a batch', (waiting, together) => {
    expect(piecesTogether(waiting)).toBe(together)
  })
})
