import { describe, expect, it } from 'vitest'
import { readGrid } from '../../src/cli/commands/mark/read-inputs.js'
import { compareEngine, engineInWords, engineOf } from '../../src/editions/sealed-engine.js'

const GRID = await readGrid('replymark')
const engine = engineOf(GRID)

describe('the engine that is sealed', () => {
  it('has a hash for every kind of data that decides a mark', () => {
    const names = Object.keys(engine.files)
    for (const kind of [
      /rules\/.*\.yaml$/,
      /\.weights$/,
      /lexicon\/data\//,
      /common-words\.txt$/,
      /\.dic$/,
      /\.aff$/,
      /verbs-lefff/,
    ])
      expect(
        names.some((name) => kind.test(name)),
        String(kind),
      ).toBe(true)
    for (const hash of [...Object.values(engine.parts), ...Object.values(engine.files)])
      expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(Object.values(engine.parts)).size).toBe(4)
  })

  it('names what each criterion of the grid needs', () => {
    const ids = GRID.families.flatMap((family) => family.criteria.map(({ id }) => id))
    expect(engine.criteria.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    for (const { needs } of engine.criteria) expect(needs.length).toBeGreaterThan(0)
  })
})

describe('comparing engines', () => {
  it('finds none but itself the same', () => {
    expect(engineInWords(compareEngine(engine, engine))).toBeNull()
    expect(compareEngine(null, engine)).toEqual({ parts: [], files: [] })
  })

  it('names parts and files that changed, came or went, the first five of many', () => {
    const { 'dictionary-fr/index.dic': _, ...files } = engine.files
    const other = { ...engine, parts: { ...engine.parts, reading: 'x' }, files: { ...files, 'new.yaml': 'y' } }
    expect(compareEngine(other, engine)).toEqual({ parts: ['reading'], files: ['dictionary-fr/index.dic', 'new.yaml'] })
    expect(engineInWords({ parts: ['ranking'], files: [] })).toContain('ranking (code alone)')
    expect(engineInWords({ parts: ['reading'], files: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] })).toContain('e and 2 more')
  })
})
