/** The moments at which the suites run are those that are promised, and a shard or a draw leaves none out. */
import { describe, expect, it } from 'vitest'
import { dayAt, weekdayOf } from '../../src/calendar/days.js'
import { publicHolidays } from '../../src/calendar/holidays.js'
import { parseIsoMoment } from '../../src/calendar/iso-moment.js'
import { clock, injectedMoment, MOMENT } from './moment.js'
import { COMBINATIONS, drawnOn, MOMENTS, nameOf, shardOf } from './moments.js'

const DAY = 86_400_000
const parisDay = (at: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(at)
const isHoliday = (day: string) => publicHolidays('FR', Number(day.slice(0, 4))).includes(day)

describe('the moments', () => {
  it('are twelve from 2027 to 2030, in order, each written as it is', () => {
    expect(MOMENTS).toHaveLength(12)
    expect(MOMENTS.map(({ at }) => at)).toEqual(MOMENTS.map(({ at }) => at).toSorted((a, b) => a - b))
    for (const { written, at } of MOMENTS) expect(parseIsoMoment(written)).toEqual({ instant: at, zone: 'stated' })
    expect(new Set(MOMENTS.map(({ at }) => dayAt(at).slice(0, 4)))).toEqual(new Set(['2027', '2028', '2029', '2030']))
  })

  it('hold a leap day, an end of year, both clock changes, holidays, the days 20 after them, and a Sunday', () => {
    const days = MOMENTS.map(({ at }) => parisDay(at))
    expect(days).toEqual(expect.arrayContaining(['2028-02-29', '2027-12-31', '2027-03-28', '2027-10-31']))
    expect(days.filter(isHoliday).length).toBeGreaterThanOrEqual(4)
    expect(MOMENTS.filter(({ at }) => isHoliday(parisDay(at - 20 * DAY))).length).toBeGreaterThanOrEqual(3)
    expect(days.map(weekdayOf)).toContain(7)
  })
})

describe('the runs', () => {
  it('are 96, each with a name of its own', () => {
    expect(new Set(COMBINATIONS.map(nameOf)).size).toBe(96)
  })

  it('of all shards are all', () => {
    const shards = ['1/5', '2/5', '3/5', '4/5', '5/5'].flatMap((shard) => shardOf(COMBINATIONS, shard))
    expect(shards.map(nameOf).sort()).toEqual(COMBINATIONS.map(nameOf).sort())
    for (const wrong of ['0/5', '6/5', 'x', '1', '']) expect(() => shardOf(COMBINATIONS, wrong)).toThrow(RangeError)
  })

  it('drawn by the day are two other ones, and hold every moment, zone and locale within a month', () => {
    const month = Array.from({ length: 30 }, (_, day) => drawnOn(20_788 + day))
    for (const [one, other] of month) expect(one?.moment).not.toBe(other?.moment)
    const all = month.flat()
    expect(new Set(all.map(({ moment }) => moment.name)).size).toBe(12)
    expect(new Set(all.map(({ zone }) => zone)).size).toBe(4)
    expect(new Set(all.map(({ locale }) => locale)).size).toBe(2)
  })
})

describe('the injected moment', () => {
  it('is read with its zone, and refused without', () => {
    expect(injectedMoment('2028-02-29T12:00:00+01:00')).toBe(Date.UTC(2028, 1, 29, 11))
    expect(injectedMoment(undefined)).toBeNull()
    expect(injectedMoment('')).toBeNull()
    for (const wrong of ['2028-02-29T12:00:00', '2027-02-29T12:00:00Z', 'now'])
      expect(() => injectedMoment(wrong)).toThrow()
  })

  it('is where the suites’ clock starts', () => {
    expect(MOMENT).toBe(injectedMoment(process.env.REPLYMARK_TEST_MOMENT) ?? MOMENT)
    expect(clock()).toBeGreaterThanOrEqual(MOMENT)
  })
})
