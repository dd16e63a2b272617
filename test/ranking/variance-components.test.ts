import { describe, expect, it } from 'vitest'
import { varianceComponents } from '../../src/ranking/variance-components.js'

/** Brennan (2001), synthetic data set no. 3: ten persons, four items on each of two occasions. */
const OCCASIONS = [
  [
    [2, 6, 7, 5],
    [4, 5, 6, 7],
    [5, 5, 4, 6],
    [5, 9, 8, 6],
    [4, 3, 5, 6],
    [4, 4, 4, 7],
    [2, 6, 6, 5],
    [3, 4, 4, 5],
    [0, 5, 4, 5],
    [6, 8, 7, 6],
  ],
  [
    [2, 5, 5, 5],
    [6, 7, 5, 7],
    [5, 4, 5, 5],
    [5, 7, 7, 6],
    [4, 5, 6, 4],
    [6, 4, 7, 8],
    [2, 7, 7, 5],
    [6, 6, 6, 4],
    [5, 5, 5, 3],
    [6, 8, 8, 6],
  ],
]

const rows = OCCASIONS.flatMap((persons, occasion) =>
  persons.flatMap((items, person) => items.map((score, item) => ({ occasion, person, item, score }))),
)
const by = (id: string, ...keys: ('occasion' | 'person' | 'item')[]) => ({
  id,
  groupOf: rows.map((row) => keys.map((key) => row[key]).join('/')),
})

describe('variance components', () => {
  it('agree with the published two-facet example to the printed digits', () => {
    const components = varianceComponents(
      rows.map(({ score }) => score),
      [
        by('p', 'person'),
        by('i', 'item'),
        by('o', 'occasion'),
        by('pi', 'person', 'item'),
        by('po', 'person', 'occasion'),
        by('io', 'item', 'occasion'),
        by('pio', 'person', 'item', 'occasion'),
      ],
    )!
    expect(Object.fromEntries([...components].map(([id, value]) => [id, value.toFixed(4)]))).toEqual({
      p: '0.5528',
      i: '0.4417',
      o: '0.0074',
      pi: '0.5750',
      po: '0.1009',
      io: '0.1565',
      pio: '0.9352',
    })
  })

  it('cannot be told where an effect is the residual under another name', () => {
    const own = { id: 'a', groupOf: ['1', '2', '3'] }
    expect(varianceComponents([1, 2, 3], [own, { ...own, id: 'b' }])).toBeNull()
    expect(varianceComponents([1], [{ id: 'a', groupOf: ['1'] }])).toBeNull()
  })
})
