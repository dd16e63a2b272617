import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { scaffoldCriterion } from '../../scripts/new-criterion/scaffold.js'
import type { AnyCriterion } from '../../src/criteria/criterion.js'
import { criteria } from '../../src/criteria/index.js'
import { resolveGrid } from '../../src/scoring/grid.js'

const REGISTRY = readFileSync('src/criteria/index.ts', 'utf8')
const GRID = readFileSync('config/grids/replymark.yaml', 'utf8')

describe('new:criterion', () => {
  it.each([
    'responsiveness',
    'answer-quality',
    'welcome',
  ] as const)('gives a grid that is right, at weight 0, in %s', (family) => {
    const { grid } = scaffoldCriterion('humour', family, REGISTRY, GRID)
    const { checkOptions: _, ...first } = criteria[0]!
    const humour: AnyCriterion = { ...first, meta: { ...first.meta, id: 'humour', family }, defaults: {} }
    const registry = new Map([...criteria, humour].map((criterion) => [criterion.meta.id, criterion]))
    const entry = resolveGrid(parse(grid), registry)
      .families.find(({ id }) => id === family)
      ?.criteria.at(-1)
    expect(entry).toMatchObject({ id: 'humour', weight: 0 })
  })

  it('registers it once, imports in order', () => {
    const { registry } = scaffoldCriterion('plain-words', 'answer-quality', REGISTRY, GRID)
    expect(registry).toContain("import { plainWords } from './plain-words.js'\n")
    expect(registry).toMatch(/thanks,\n[^\]]*plainWords,\n\]/)
    const imports = [...registry.matchAll(/from '(\.\/[a-z-]+\.js)'/g)].map((match) => match[1])
    expect(imports).toEqual(imports.toSorted())
  })

  it('writes source and test that speak of each other', () => {
    const { source, test } = scaffoldCriterion('plain-words', 'welcome', REGISTRY, GRID)
    expect(source).toContain("id: 'plain-words'")
    expect(source).toContain("family: 'welcome'")
    expect(test).toContain("from '../../src/criteria/plain-words.js'")
  })

  it.each(['Plain Words', 'thanks', '../x'])('refuses %s', (id) => {
    expect(() => scaffoldCriterion(id, 'welcome', REGISTRY, GRID)).toThrow()
  })
})
