/** Hostile and mutated mails end as a kind or as an explained `unreadable`; a short seeded form of `npm run fuzz`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHtmlBody, readMessage, readPlainBody } from '../../src/reading/read-message.js'
import { BOMBS } from '../fuzz/bombs.js'
import { faultsOf } from '../fuzz/check-reading.js'
import { mutate, randomSource } from '../fuzz/mutations.js'

const folder = join(import.meta.dirname, '../fixtures/mails')
const samples = readdirSync(folder)
  .filter((file) => file.endsWith('.eml'))
  .map((file) => readFileSync(join(folder, file)))

describe('hostile mail', () => {
  it.each(BOMBS)('$name ends as a reading', async ({ bytes }) => {
    expect(faultsOf(await readMessage(bytes()))).toEqual([])
  })

  it.each([
    '100 000 parts',
    'multiparts nested 10 000 deep',
    '200 000 header fields',
    '30 MB of base64 that ends in the middle',
  ])('%s is explained', async (name) => {
    const bomb = BOMBS.find((candidate) => candidate.name === name)!
    expect((await readMessage(bomb.bytes())).problems.join(' ')).toMatch(/more than|deeper than|longer than/)
  })

  it('an empty message is unreadable, with the reason', async () => {
    const reading = await readMessage(new Uint8Array())
    expect(reading).toMatchObject({ kind: 'unreadable', problems: ['the message is empty'], bounce: null })
  })

  it('500 mutations of the fixtures end as a kind or explained', async () => {
    const random = randomSource(42)
    for (let index = 0; index < 500; index += 1) {
      const bytes = mutate(samples[index % samples.length]!, samples[(index * 7) % samples.length]!, random)
      expect(faultsOf(await readMessage(bytes)), `mutation ${index}`).toEqual([])
    }
  })

  it('arbitrary bytes and texts end as a kind or explained', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        expect(faultsOf(await readMessage(bytes))).toEqual([])
      }),
      { numRuns: 100, seed: 5 },
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 1_000, unit: 'binary' }), (text) => {
        expect(faultsOf(readPlainBody(text))).toEqual([])
        expect(faultsOf(readHtmlBody(text))).toEqual([])
      }),
      { numRuns: 100, seed: 6 },
    )
  })

  it('the same bytes always read the same', async () => {
    for (const sample of samples.slice(0, 20))
      expect(await readMessage(sample)).toEqual(await readMessage(Buffer.from(sample)))
  })
})
