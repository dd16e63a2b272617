import { describe, expect, it } from 'vitest'
import { replyDelay } from '../../src/criteria/reply-delay.js'
import { HOUR_MS } from '../../src/domain/time.js'
import { answerWith, evidenceWith, SENT_AT } from './frame/evidence.js'

function repliedAfter(hours: number, businessHours: number | null = null) {
  return evidenceWith('', { reply: answerWith('', { receivedAt: SENT_AT + hours * HOUR_MS }), businessHours })
}

describe('reply-delay', () => {
  it.each([
    [0, 1],
    [2, 0.9],
    [24, 0.5],
  ])('after %d h scores %d', (hours, score) => {
    const verdict = replyDelay.evaluate(repliedAfter(hours), replyDelay.defaults)
    expect(verdict).toMatchObject({ outcome: 'scored', value: hours, unit: 'h' })
    expect(verdict.outcome === 'scored' && verdict.score).toBeCloseTo(score, 5)
  })

  it('scores less the longer it takes', () => {
    const scores = [1, 4, 12, 48, 200].map((hours) => {
      const verdict = replyDelay.evaluate(repliedAfter(hours), replyDelay.defaults)
      return verdict.outcome === 'scored' ? verdict.score : Number.NaN
    })
    expect(scores).toEqual(scores.toSorted((one, other) => other - one))
  })

  it.each([
    [-1 / 3_600, 'Dated 1 s before the question (clocks): no delay.'],
    [-2, 'Dated 7200 s before the question (clocks): no delay.'],
  ])('is no delay where the reply is dated %f h before the question, and says so', (hours, said) => {
    const verdict = replyDelay.evaluate(repliedAfter(hours), replyDelay.defaults)
    expect(verdict).toMatchObject({ outcome: 'scored', score: 1, value: 0 })
    expect(verdict.message.en).toContain(said)
  })

  it('takes business hours where the grid chooses them', () => {
    const verdict = replyDelay.evaluate(repliedAfter(64, 2), { good: 2, typical: 24, clock: 'business' })
    expect(verdict).toMatchObject({ value: 2 })
    expect(verdict.message.en).toBe('First reply after 64.0 h (2.0 business hours).')
  })

  it.each([
    ['there is no reply', evidenceWith(null), 'not-applicable'],
    ['sending is not known', evidenceWith('Bonjour', { sentAt: null }), 'not-available'],
  ])('has no score where %s', (_title, evidence, outcome) => {
    expect(replyDelay.evaluate(evidence, replyDelay.defaults).outcome).toBe(outcome)
  })

  it('has no score on business hours that are not known', () => {
    expect(replyDelay.evaluate(repliedAfter(3), { good: 2, typical: 24, clock: 'business' }).outcome).toBe(
      'not-available',
    )
  })

  it.each([
    [{ good: 24, typical: 2, clock: 'elapsed' }, 'good (24) must be below typical (2)'],
    [{ good: 0, typical: 2, clock: 'elapsed' }, 'good must be above 0, not 0'],
    [{ good: 1, typical: 2, clock: 'lunar' }, 'clock must be elapsed or business, not lunar'],
    [{ good: 1, typical: 2, clock: 'business' }, null],
  ])('checks its options %j', (options, problem) => {
    expect(replyDelay.checkOptions?.(options)).toBe(problem)
  })
})
