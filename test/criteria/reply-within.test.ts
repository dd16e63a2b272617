import { describe, expect, it } from 'vitest'
import { replyWithin } from '../../src/criteria/reply-within.js'
import { HOUR_MS } from '../../src/domain/time.js'
import { evidenceWith } from './frame/evidence.js'

const options = { hours: 120, clock: 'business' }

describe('reply-within', () => {
  it.each([
    [119.9, 1],
    [120, 1],
    [120.1, 0],
  ])('after %s business hours of 120 scores %s', (businessHours, score) => {
    expect(replyWithin.evaluate(evidenceWith('Bonjour', { businessHours }), options)).toMatchObject({ score })
  })

  it('counts elapsed hours where the grid says so', () => {
    const evidence = evidenceWith('Bonjour', { sentAt: 0 })
    const taken = (hours: number) => ({ ...evidence, reply: { ...evidence.reply!, receivedAt: hours * HOUR_MS } })
    expect(replyWithin.evaluate(taken(48), { hours: 48, clock: 'elapsed' })).toMatchObject({ score: 1, value: 48 })
    expect(replyWithin.evaluate(taken(49), { hours: 48, clock: 'elapsed' })).toMatchObject({ score: 0 })
  })

  it('does not guess a time that is not known, and times no silence', () => {
    expect(replyWithin.evaluate(evidenceWith('Bonjour', { businessHours: null }), options)).toMatchObject({
      outcome: 'not-available',
    })
    expect(replyWithin.evaluate(evidenceWith(null), options)).toMatchObject({ outcome: 'not-applicable' })
  })

  it.each([
    [{ hours: 0, clock: 'business' }, /above 0/],
    [{ hours: 5, clock: 'sidereal' }, /elapsed or business/],
  ])('refuses %s', (wrong, said) => {
    expect(replyWithin.checkOptions?.(wrong)).toMatch(said)
  })
})
