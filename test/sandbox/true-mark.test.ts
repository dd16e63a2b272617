import { describe, expect, it } from 'vitest'
import type { Grid, GridCriterion } from '../../src/domain/grid.js'
import { DAY_MS, HOUR_MS } from '../../src/domain/time.js'
import { isAnswered, trueMark, trueScore } from '../../src/sandbox/true-mark.js'
import type { TrueExchange } from '../../src/sandbox/truth.js'
import { loadStudy } from '../../src/study/load-study.js'

const { scenarios } = await loadStudy('config', {})
const complaint = scenarios.find((scenario) => scenario.id === 'complaint')!
const SENT = Date.parse('2026-03-03T09:00:00Z')

const exchangeOf = (
  hours: number | null,
  changes: Partial<NonNullable<TrueExchange['answer']>['facts']> = {},
): TrueExchange => ({
  probe: '2026/a/complaint',
  edition: '2026',
  brand: 'a',
  scenario: 'complaint',
  persona: 'p',
  sentAt: SENT,
  undelivered: false,
  receipt: null,
  answer:
    hours === null
      ? null
      : {
          at: SENT + hours * HOUR_MS,
          givesContact: true,
          words: 100,
          planted: [
            { wrong: 'rembourssement', category: 'spelling' },
            { wrong: 'addresse', category: 'spelling' },
          ],
          facts: {
            language: 'fr',
            canned: false,
            points: ['solution', 'procedure', 'delay', 'gesture'],
            deflects: false,
            greeting: 'name',
            thanks: true,
            empathy: true,
            reformulates: true,
            contact: true,
            courtesy: true,
            signature: 'person',
            personal: true,
            mistakesPer100Words: 0,
            recognises: null,
            startsAgain: false,
            machine: false,
            ...changes,
          },
        },
})
const criterionOf = (id: string, options: Record<string, unknown> = {}, weight = 1): GridCriterion => ({
  id,
  version: 1,
  weight,
  because: 'test',
  options,
  notApplicable: 'skip',
  notAvailable: 'skip',
})
const gridOf = (families: Grid['families']): Grid => ({
  id: 'g',
  version: 1,
  title: { fr: 'g', en: 'g' },
  families,
  hash: '',
})

describe('the true score of', () => {
  it.each([
    [2, 0.9],
    [24, 0.5],
    [0, 1],
  ])('a delay of %d h is %d', (hours, score) => {
    const criterion = criterionOf('reply-delay', { good: 2, typical: 24 })
    expect(trueScore(criterion, exchangeOf(hours), complaint)).toBeCloseTo(score, 9)
  })

  it.each([
    ['spelling', {}, 0.5],
    ['grammar', {}, 1],
    ['coverage', { points: ['solution'] }, 2 / 4.5],
    ['coverage', {}, 1],
    ['resolution', {}, 1],
    ['resolution', { deflects: true }, 0.5],
    ['resolution', { points: [], deflects: true }, 0],
    ['resolution', { points: ['gesture'] }, 0.5],
    ['greeting', { greeting: 'plain' }, 0.4],
    ['greeting', { greeting: 'none' }, 0],
    ['signature', { signature: 'team' }, 0.4],
    ['language', { language: 'en' }, 0],
    ['empathy', { empathy: false }, 0],
    ['recognition', {}, null],
    ['recognition', { recognises: true }, 1],
    ['recognition', { recognises: false }, 0],
  ] as const)('%s with %j is %s', (id, changes, score) => {
    const measured = trueScore(criterionOf(id), exchangeOf(1, changes), complaint)
    if (score === null) expect(measured).toBeNull()
    else expect(measured).toBeCloseTo(score, 9)
  })

  it('empathy does not exist outside complaints', () => {
    const question = scenarios.find((scenario) => scenario.type === 'question')!
    expect(trueScore(criterionOf('empathy'), exchangeOf(1), question)).toBeNull()
  })
})

describe('the true mark', () => {
  const grid = gridOf([
    {
      id: 'responsiveness',
      weight: 40,
      because: '',
      criteria: [criterionOf('answer', {}, 1), criterionOf('reply-delay', { good: 2, typical: 24 }, 3)],
    },
    {
      id: 'welcome',
      weight: 60,
      because: '',
      criteria: [criterionOf('greeting', { generic: 0.4 }), criterionOf('thanks'), criterionOf('recognition')],
    },
  ])

  it('adds weighted families, leaving out what does not apply', () => {
    const mark = trueMark(exchangeOf(24, { greeting: 'plain', thanks: false }), complaint, grid, 15)
    expect(mark).toBeCloseTo((40 * (1 + 3 * 0.5)) / 4 + (60 * 0.4) / 2, 9)
  })

  it('is 0 without an answer, or with one after the window', () => {
    expect(trueMark(exchangeOf(null), complaint, grid, 15)).toBe(0)
    expect(trueMark(exchangeOf(15 * 24 + 1), complaint, grid, 15)).toBe(0)
    expect(isAnswered({ ...exchangeOf(null) }, 15)).toBe(false)
    expect(isAnswered(exchangeOf(15 * (DAY_MS / HOUR_MS)), 15)).toBe(true)
  })
})
