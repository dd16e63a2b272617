import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { criterionById } from '../../src/criteria/index.js'
import { ReplymarkError } from '../../src/domain/error.js'
import type { Grid } from '../../src/domain/grid.js'
import { gridHash, resolveGrid } from '../../src/scoring/grid.js'

function shipped(id: string): Record<string, unknown> {
  return parse(readFileSync(`config/grids/${id}.yaml`, 'utf8')) as Record<string, unknown>
}

function small(changes: Record<string, unknown> = {}, criterion: Record<string, unknown> = {}) {
  return {
    id: 'small',
    version: 1,
    title: { fr: 'Petite', en: 'Small' },
    missing: { notApplicable: 'skip', notAvailable: 'skip' },
    families: {
      responsiveness: {
        weight: 100,
        because: 'the only one',
        criteria: [{ id: 'reply-delay', weight: 1, because: 'the only one', ...criterion }],
      },
    },
    ...changes,
  }
}

function problemsOf(raw: unknown): string[] {
  try {
    resolveGrid(raw, criterionById)
  } catch (error) {
    if (!(error instanceof ReplymarkError)) throw error
    expect(error.code).toBe('configuration')
    return (error.details.problems ?? []).map(({ place, message }) => `${place.thing}: ${message}`)
  }
  return []
}

describe('resolveGrid', () => {
  it('fills in every option and policy, and freezes the grid', () => {
    const grid = resolveGrid(small(), criterionById)
    expect(grid.families[0]?.criteria[0]).toEqual({
      id: 'reply-delay',
      version: 2,
      weight: 1,
      because: 'the only one',
      options: { good: 2, typical: 24, clock: 'elapsed' },
      notApplicable: 'skip',
      notAvailable: 'skip',
    })
    expect(Object.isFrozen(grid.families[0]?.criteria[0]?.options)).toBe(true)
  })

  it.each<[string, unknown, string]>([
    [
      'an unknown criterion',
      small({}, { id: 'charm' }),
      'families.responsiveness.criteria[0].id: charm is not a criterion',
    ],
    [
      'a criterion of another family',
      small({}, { id: 'thanks' }),
      'families.responsiveness.criteria[0].id: thanks is of the family welcome',
    ],
    [
      'an unknown option',
      small({}, { options: { speed: 1 } }),
      'families.responsiveness.criteria[0].options.speed: is not an option of reply-delay',
    ],
    [
      'an option of another type',
      small({}, { options: { good: 'fast' } }),
      'families.responsiveness.criteria[0].options.good: must be a number, not a string',
    ],
    [
      'control points in the wrong order',
      small({}, { options: { good: 30 } }),
      'families.responsiveness.criteria[0].options: good (30) must be below typical (24)',
    ],
    ['weights of 0 only', small({}, { weight: 0 }), 'families.responsiveness.criteria: has weights of 0 only'],
    [
      'a weight below 0',
      small({}, { weight: -1 }),
      'families.responsiveness.criteria[0].weight: must be a number of 0 or more',
    ],
    ['no reason', small({}, { because: '' }), 'families.responsiveness.criteria[0].because: must be a text'],
    [
      'no missing-data policy',
      small({ missing: undefined }),
      'families.responsiveness.criteria[0].notApplicable: says nothing of a missing score',
    ],
    [
      'an unknown policy',
      small({}, { notAvailable: 'guess' }),
      'families.responsiveness.criteria[0].notAvailable: is not a missing-data policy',
    ],
    ['an unknown key', small({ colour: 'red' }), 'colour: is not a key of a grid'],
    ['an empty file', null, 'grid: is empty or not a mapping'],
    ['no version', small({ version: 0 }), 'version: must be a whole number from 1'],
    ['no title', small({ title: { fr: 'Petite' } }), 'title.en: is missing'],
    ['no family', small({ families: {} }), 'families: names no family'],
    ['an unknown family', small({ families: { charm: {} } }), 'families.charm: charm is not a family'],
    [
      'an empty family',
      small({ families: { welcome: { weight: 100, because: 'all', criteria: [] } } }),
      'families.welcome.criteria: has no criterion',
    ],
    [
      'family weights that are not 100',
      small({ families: { responsiveness: { ...small().families.responsiveness, weight: 60 } } }),
      'families: family weights add up to 60, not 100',
    ],
  ])('refuses %s', (_title, raw, problem) => {
    expect(problemsOf(raw)).toContain(problem)
  })

  it('refuses a criterion that stands twice', () => {
    const one = small().families.responsiveness
    const twice = { responsiveness: { ...one, criteria: [...one.criteria, ...one.criteria] } }
    expect(problemsOf(small({ families: twice }))).toEqual([
      'families.responsiveness.criteria[1].id: reply-delay stands twice in the grid',
    ])
  })

  it('names every problem at once and lists the known criteria', () => {
    try {
      resolveGrid(small({ version: 'one' }, { id: 'charm', weight: 'much' }), criterionById)
      expect.unreachable()
    } catch (error) {
      const problems = (error as ReplymarkError).details.problems ?? []
      expect(problems).toHaveLength(3)
      expect(problems.find(({ message }) => message.includes('charm'))?.hint).toContain('reply-delay, acknowledgement')
    }
  })

  it('hashes content, not the order of keys or what defaults fill in', () => {
    const grid = resolveGrid(small(), criterionById)
    const spelled = small({}, { options: { clock: 'elapsed', typical: 24, good: 2 }, notApplicable: 'skip' })
    expect(resolveGrid(spelled, criterionById).hash).toBe(grid.hash)
    expect(resolveGrid(small({}, { options: { good: 3 } }), criterionById).hash).not.toBe(grid.hash)
    expect(gridHash(JSON.parse(JSON.stringify(grid)) as Grid)).toBe(grid.hash)
  })
})

describe('the shipped grids', () => {
  it.each(['qualiweb', 'replymark'])('%s is right', (id) => {
    expect(problemsOf(shipped(id))).toEqual([])
  })

  it('qualiweb gives 40 points to delay, 40 to the answer, 20 to the welcome', () => {
    const grid = resolveGrid(shipped('qualiweb'), criterionById)
    expect(grid.families.map(({ id, weight }) => [id, weight])).toEqual([
      ['responsiveness', 40],
      ['answer-quality', 40],
      ['welcome', 20],
    ])
  })

  it('replymark shows every criterion there is, but for the duties of one country, which the grid of its law holds', () => {
    const idsOf = (name: string) =>
      resolveGrid(shipped(name), criterionById).families.flatMap(({ criteria }) => criteria.map(({ id }) => id))
    const duties = ['reply-within', 'tracking-reference', 'human-offered']
    expect([...idsOf('replymark'), ...duties].toSorted()).toEqual([...criterionById.keys()].toSorted())
    expect(idsOf('ley-10-2025')).toEqual(expect.arrayContaining(duties))
  })
})
