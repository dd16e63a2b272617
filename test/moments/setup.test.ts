/** A run at an injected moment is at that moment: were the set-up not to move the clock, 96 runs would all be at one. */
import { describe, expect, it } from 'vitest'
import { MOMENT } from './moment.js'

describe('the clock of a suite without servers', () => {
  it('is at the moment of the run', () => {
    expect(Math.abs(Date.now() - MOMENT)).toBeLessThan(3_600_000)
    const made = new Date()
    expect(Math.abs(made.getTime() - MOMENT)).toBeLessThan(3_600_000)
  })

  it('makes dates like any other', () => {
    expect(new Date(0)).toBeInstanceOf(Date)
    expect(new Date(Date.UTC(2028, 1, 29)).toISOString()).toBe('2028-02-29T00:00:00.000Z')
  })

  it('has the zone and the language of the run', () => {
    const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions()
    if (process.env.REPLYMARK_TEST_MOMENT && process.env.TZ)
      expect(timeZone).toBe(
        process.env.TZ.replace('Asia/Kolkata', timeZone === 'Asia/Calcutta' ? timeZone : 'Asia/Kolkata'),
      )
    if (process.env.REPLYMARK_TEST_MOMENT && process.env.LC_ALL)
      expect(locale).toBe(process.env.LC_ALL.replace(/\..*/, '').replace('_', '-'))
  })
})
