import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { criterionById } from '../../src/criteria/index.js'
import type { Assessment } from '../../src/domain/assessment.js'
import type { Evidence } from '../../src/domain/exchange.js'
import type { Grid } from '../../src/domain/grid.js'
import { HOUR_MS } from '../../src/domain/time.js'
import { assessExchange, markFindings } from '../../src/scoring/assess-exchange.js'
import { canonicalJson } from '../../src/scoring/canonical-json.js'
import { resolveGrid } from '../../src/scoring/grid.js'
import { answerWith, evidenceWith, point, SENT_AT, scenarioWith } from '../criteria/frame/evidence.js'

const DETAILS = { probe: '2026/nordvent/late-parcel', proofreader: 'replymark 1', words: 20 }
const GOOD = `Bonjour Madame Lefèvre,

Merci de votre message. Vous nous signalez que votre commande n'est pas arrivée, nous en sommes désolés. Elle sera livrée lundi.

Je reste à votre disposition au 02 40 11 22 33.

Cordialement,
Julie`
const POINTS = [point('date', 'livrée lundi')]

function grid(id: 'qualiweb' | 'replymark'): Grid {
  return resolveGrid(parse(readFileSync(`config/grids/${id}.yaml`, 'utf8')), criterionById)
}

function gridOf(criterion: Record<string, unknown>): Grid {
  return resolveGrid(
    {
      id: 'one',
      version: 1,
      title: { fr: 'Une', en: 'One' },
      families: {
        welcome: {
          weight: 100,
          because: 'test',
          criteria: [
            { id: 'thanks', weight: 1, because: 'test', notApplicable: 'skip', notAvailable: 'skip' },
            { id: 'empathy', weight: 1, because: 'test', notAvailable: 'skip', ...criterion },
          ],
        },
      },
    },
    criterionById,
  )
}

function good(changes: Partial<Evidence> = {}): Evidence {
  return evidenceWith(GOOD, { scenario: scenarioWith({ points: POINTS }), ...changes })
}

function mark(evidence: Evidence, of: Grid = grid('replymark')): Assessment {
  return assessExchange(evidence, of, DETAILS)
}

describe('assessExchange', () => {
  it('gives nearly all points to a good answer after 3 hours', () => {
    const { mark: points, findings } = mark(good())
    expect(points).toBeGreaterThan(93)
    expect(findings.every(({ outcome }) => outcome !== 'error')).toBe(true)
  })

  it.each(['qualiweb', 'replymark'] as const)('marks 0 without an answer under %s', (id) => {
    const assessment = mark(evidenceWith(null), grid(id))
    expect(assessment.mark).toBe(0)
    expect(assessment.families.map(({ points }) => points)).toEqual([0, 0, 0])
  })

  it.each<[string, number | null]>([
    ['skip', 100],
    ['zero', 50],
    ['inconclusive', null],
  ])('lets the grid say what a missing score does: %s', (policy, expected) => {
    const evidence = good({ scenario: scenarioWith({ type: 'question' }) })
    expect(mark(evidence, gridOf({ notApplicable: policy })).mark).toBe(expected)
  })

  it('shows a criterion of weight 0 without counting it', () => {
    const evidence = good({ scenario: scenarioWith({ type: 'complaint' }) })
    const assessment = mark(
      { ...evidence, reply: answerWith('Merci de votre message.') },
      gridOf({ weight: 0, notApplicable: 'skip' }),
    )
    expect(assessment.findings.find(({ criterion }) => criterion === 'empathy')?.score).toBe(0)
    expect(assessment.mark).toBe(100)
  })

  it('turns what a criterion throws into an error finding and no mark', () => {
    const broken = good({ scenario: scenarioWith({ points: [point('date', '(')] }) })
    const assessment = mark(broken)
    const finding = assessment.findings.find(({ criterion }) => criterion === 'coverage')
    expect(finding?.outcome).toBe('error')
    expect(finding?.message.en).toContain('Invalid regular expression')
    expect(assessment.mark).toBeNull()
    expect(assessment.findings.filter(({ outcome }) => outcome === 'error').length).toBe(2)
  })

  it('gives no mark where the delay cannot be measured', () => {
    expect(mark(good({ sentAt: null })).mark).toBeNull()
  })

  it('refuses a grid that was resolved with another version of a criterion', () => {
    const stored = JSON.parse(JSON.stringify(gridOf({ notApplicable: 'skip' }))) as Grid
    const older = {
      ...stored,
      families: stored.families.map((family) => ({
        ...family,
        criteria: family.criteria.map((criterion) => ({ ...criterion, version: 0 })),
      })),
    }
    expect(() => mark(good(), older)).toThrow(/resolved with thanks version 0/)
  })

  it('passes a criterion only what it declares', () => {
    const evidence = good()
    const touched = new Set<PropertyKey>()
    const watched = new Proxy(evidence, {
      get(target, key) {
        touched.add(key)
        return Reflect.get(target, key)
      },
    })
    mark(watched, gridOf({ notApplicable: 'skip' }))
    expect([...touched].toSorted()).toEqual(['mistakes', 'question', 'reply', 'scenario'])
  })

  it('gives the same bytes whatever the order of assessment and of keys', () => {
    const evidences = [good(), evidenceWith(null), evidenceWith('Hello'), good({ businessHours: null })]
    const alone = evidences.map((evidence) => canonicalJson(mark(evidence)))
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          evidences.map((_, index) => index),
          { minLength: 1 },
        ),
        (order) => {
          for (const index of order) {
            const evidence = evidences[index]!
            const shuffled = Object.fromEntries(Object.entries(evidence).toReversed()) as unknown as Evidence
            expect(JSON.stringify(mark(shuffled))).toBe(JSON.stringify(mark(evidence)))
            expect(canonicalJson(mark(shuffled))).toBe(alone[index])
          }
        },
      ),
      { numRuns: 20 },
    )
  })

  it('keeps evidence spans inside the text they speak of', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...GOOD.split(/(?<=\s)/), 'Thank you ', '\n\n', '? ', '😊 '), { maxLength: 60 }),
        (words) => {
          const text = words.join('')
          for (const finding of mark(good({ reply: answerWith(text) })).findings) {
            for (const { start, end } of finding.evidence) {
              expect(start).toBeGreaterThanOrEqual(0)
              expect(end).toBeGreaterThanOrEqual(start)
              expect(end).toBeLessThanOrEqual(text.length)
            }
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('what the weights promise', () => {
  const late = (hours: number) => good({ reply: answerWith(GOOD, { receivedAt: SENT_AT + hours * HOUR_MS }) })

  it('a good answer of the next day outranks an empty one at once', () => {
    const empty = evidenceWith('Bonjour,\n\nVoir notre site.', { scenario: scenarioWith({ points: POINTS }) })
    const atOnce = { ...empty, reply: answerWith('Bonjour,\n\nVoir notre site.', { receivedAt: SENT_AT + HOUR_MS }) }
    expect(mark(late(24)).mark!).toBeGreaterThan(mark(atOnce).mark!)
  })

  it('under qualiweb a good answer loses half of the 40 points of delay at 24 h', () => {
    const family = mark(late(24), grid('qualiweb')).families[0]
    expect(family?.points).toBeCloseTo(20, 2)
  })

  it('mistakes never cost more than the answer itself', () => {
    const mistakes = Array.from({ length: 30 }, (_, start) => ({
      start,
      end: start + 1,
      text: 'x',
      category: 'spelling' as const,
      rule: 'r',
      message: '',
      suggestions: [],
    }))
    const careless = mark(good({ mistakes })).mark!
    const beside = mark(good({ scenario: scenarioWith({ points: [point('other', 'introuvable')] }) })).mark!
    expect(careless).toBeGreaterThan(beside)
  })

  it('any answer, however late, is worth more than none', () => {
    expect(mark(late(14 * 24)).mark!).toBeGreaterThan(0)
  })
})

describe('markFindings', () => {
  it('gives the same mark again from stored findings', () => {
    const assessment = mark(good())
    const again = markFindings(assessment.findings, grid('replymark'), true)
    expect(again).toEqual({ families: assessment.families, mark: assessment.mark })
  })
})
