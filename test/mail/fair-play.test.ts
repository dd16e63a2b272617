/** The rules that are asked once more before any mail goes out (docs/methodology.en.md §8). */
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../src/domain/time.js'
import { capPeriods, isWorkingTime, maySend, type SendingFacts } from '../../src/mail/fair-play.js'
import { MONDAY, sampleConfiguration, sampleProbe } from '../ledger/samples.js'
import { sampleAccount } from './sample-account.js'

const configuration = sampleConfiguration()
const [brand] = configuration.brands
if (!brand) throw new Error('the sample has a brand')
const { limits } = configuration

const allowed: SendingFacts = {
  probe: sampleProbe(),
  brand,
  account: sampleAccount(),
  limits,
  optOutNow: [],
  publicHolidays: [],
  sendUntil: '2026-03-27',
  toBrand: { number: 0, last: null },
  toDomain: { number: 0, last: null },
  byAccount: 0,
  now: MONDAY,
}

describe('a mail', () => {
  it('goes when nothing speaks against it', () => {
    expect(maySend(allowed)).toEqual({ answer: 'send' })
  })

  const table: readonly [string, Partial<SendingFacts>, 'wait' | 'never', string][] = [
    [
      'to an address that is not in brands.csv',
      { probe: sampleProbe(1, { recipient: 'boss@maison-lune.example' }) },
      'never',
      'not a contact',
    ],
    ['to a brand that is not in the edition', { brand: null }, 'never', 'not in the edition'],
    ['by an account that is not configured', { account: null }, 'wait', 'not configured'],
    ['to an address that opted out since', { optOutNow: ['contact@maison-lune.example'] }, 'never', 'opt-out'],
    ['to a domain that opted out', { optOutNow: ['maison-lune.example'] }, 'never', 'opt-out'],
    ['to a brand that opted out', { optOutNow: ['maison-lune'] }, 'never', 'opt-out'],
    [
      'to a brand that opted out before planning',
      { limits: { ...limits, optOut: ['@maison-lune.example'] } },
      'never',
      'opt-out',
    ],
    ['before the brand opens (08:59 in Paris)', { now: MONDAY - HOUR_MS - 60_000 }, 'wait', 'working hours'],
    ['after the brand closes (18:00 in Paris)', { now: MONDAY + 8 * HOUR_MS }, 'wait', 'working hours'],
    ['on a Sunday', { now: MONDAY - DAY_MS }, 'wait', 'working hours'],
    ['on a day of the study’s own', { limits: { ...limits, holidays: ['2026-03-02'] } }, 'wait', 'working hours'],
    ['on a public holiday', { publicHolidays: ['2026-03-02'] }, 'wait', 'working hours'],
    [
      'less than three days after the last one',
      { toBrand: { number: 1, last: MONDAY - 3 * DAY_MS + 1 } },
      'wait',
      '3 days',
    ],
    ['above the cap of the brand', { toBrand: { number: 8, last: MONDAY - 10 * DAY_MS } }, 'wait', '8 mails'],
    ['above the rate of the domain', { toDomain: { number: 4, last: MONDAY } }, 'wait', 'domain'],
    ['above the rate of the account', { byAccount: 1000 }, 'wait', 'account'],
    ['long after the send window', { now: Date.UTC(2026, 3, 2, 9) }, 'wait', 'window is over'],
    ['in the first working hour after the send window', { now: Date.UTC(2026, 2, 30, 8) }, 'wait', 'window is over'],
  ]

  it.each(table)('%s does not go', (_, changes, answer, reason) => {
    const said = maySend({ ...allowed, ...changes })
    expect(said).toMatchObject({ answer, reason: expect.stringContaining(reason) })
  })

  it.each([
    ['exactly three days after the last one', { toBrand: { number: 1, last: MONDAY - 3 * DAY_MS } }],
    ['one below the cap of the brand', { toBrand: { number: 7, last: MONDAY - 10 * DAY_MS } }],
    ['late on the last day of the window', { now: Date.UTC(2026, 2, 27, 16, 59) }],
    ['to a brand whose name only resembles an opt-out', { optOutNow: ['lune.example', 'maison'] }],
  ] as const)('%s goes', (_, changes) => {
    expect(maySend({ ...allowed, ...changes })).toEqual({ answer: 'send' })
  })
})

describe('working time', () => {
  it('is the brand’s own, over the change to summer time', () => {
    // 30 March 2026 is the first Monday of summer time in Paris: 09:00 there is 07:00 UTC.
    expect(isWorkingTime(Date.UTC(2026, 2, 30, 7), brand, limits, [])).toBe(true)
    expect(isWorkingTime(Date.UTC(2026, 2, 30, 6, 59), brand, limits, [])).toBe(false)
    expect(isWorkingTime(Date.UTC(2026, 2, 27, 8), brand, limits, [])).toBe(true)
    expect(isWorkingTime(Date.UTC(2026, 2, 27, 7, 59), brand, limits, [])).toBe(false)
  })
})

describe('caps', () => {
  it('look back as far as the longer of period and gap', () => {
    expect(capPeriods(MONDAY, limits).brandSince).toBe(MONDAY - 60 * DAY_MS)
    expect(capPeriods(MONDAY, { ...limits, perBrandPeriodDays: 1 }).brandSince).toBe(MONDAY - 3 * DAY_MS)
  })
})

describe('working time in any zone', () => {
  const zones = [
    'Europe/Paris',
    'Europe/London',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  ]
  it('is what the zone’s clock and calendar say, whatever was asked before', () => {
    const moment = fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2037, 0) })
    fc.assert(
      fc.property(fc.array(fc.tuple(moment, fc.constantFrom(...zones)), { minLength: 1, maxLength: 20 }), (asked) => {
        for (const [now, timeZone] of asked) {
          const local = DateTime.fromMillis(now, { zone: timeZone })
          const { workingDays, workingHours, holidays } = limits
          const time = local.toFormat('HH:mm')
          const open = workingDays.includes(local.weekday) && time >= workingHours.from && time < workingHours.until
          const day = local.toISODate() ?? ''
          expect(isWorkingTime(now, { ...brand, timeZone }, limits, [])).toBe(open && !holidays.includes(day))
          expect(isWorkingTime(now, { ...brand, timeZone }, limits, [day])).toBe(false)
        }
      }),
    )
  })
})
