/** Weight files: what is written is read, the same bytes each time, and nothing else is taken for one. */
import { describe, expect, it } from 'vitest'
import { decodeWeightFile, encodeWeightFile, quantise, type WeightNotice } from '../../src/learning/weight-file.js'

const NOTICE: WeightNotice = {
  name: 'a-model',
  version: 3,
  trainedOn: ['a text (CC0)'],
  licence: 'CC0',
  settings: { labels: ['x'] },
}

describe('a weight file', () => {
  const table = quantise('choices', Float32Array.of(0, 1, -2, 0.5, 9), 2)
  const bytes = encodeWeightFile(NOTICE, [table])

  it('gives back its notice and tables', () => {
    const file = decodeWeightFile(bytes, 3, 'here')
    expect(file.notice).toEqual(NOTICE)
    expect([...file.tables.get('choices')!.values]).toEqual([0, 64, -127, 32, 127])
    expect(file.tables.get('choices')!.scale).toBeCloseTo(2 / 127)
  })

  it('is the same bytes for the same weights, and has the hash of its bytes', () => {
    expect(encodeWeightFile(NOTICE, [table])).toEqual(bytes)
    const other = encodeWeightFile({ ...NOTICE, licence: 'CC BY 4.0' }, [table])
    expect(decodeWeightFile(other, 3, 'here').hash).not.toBe(decodeWeightFile(bytes, 3, 'here').hash)
    expect(decodeWeightFile(bytes, 3, 'here').hash).toMatch(/^[0-9a-f]{12}$/)
  })

  it.each([
    ['bytes of something else', new Uint8Array(40)],
    ['an empty file', new Uint8Array(0)],
    ['a file cut short', bytes.subarray(0, bytes.length - 1)],
    ['a header cut short', bytes.subarray(0, 30)],
  ])('refuses %s', (_name, broken) => {
    expect(() => decodeWeightFile(broken, 3, 'here')).toThrow('The weight file here')
  })

  it('refuses another version', () => {
    expect(() => decodeWeightFile(bytes, 4, 'here')).toThrow('is of version 3, version 4 is needed')
  })
})
