/** A new study's edition lies ahead, on whatever day `init` runs. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { dayAt, dayStart, daysBetween, weekdayOf } from '../../src/calendar/days.js'
import { parseIsoMoment } from '../../src/calendar/iso-moment.js'
import { datedExample } from '../../src/study/example-dates.js'
import { MOMENTS } from '../moments/moments.js'

const EXAMPLE = readFileSync('config/study.yaml', 'utf8')
const editionOf = (text: string) => parse(text).editions[0]

describe('the example study’s dates', () => {
  it.each(['2026-01-01', '2026-11-30', ...MOMENTS.map(({ at }) => dayAt(at))])('written on %s lie ahead', (today) => {
    const text = datedExample(EXAMPLE, today)
    const made = editionOf(text)
    const model = editionOf(EXAMPLE)
    expect(daysBetween(today, made.sendFrom)).toBeGreaterThanOrEqual(28)
    expect(daysBetween(today, made.sendFrom)).toBeLessThan(35)
    expect(weekdayOf(made.sendFrom)).toBe(weekdayOf(model.sendFrom))
    expect(daysBetween(made.sendFrom, made.sendUntil)).toBe(daysBetween(model.sendFrom, model.sendUntil))
    const year = Number(made.sendFrom.slice(0, 4))
    expect(made).toMatchObject({ id: year, seed: year, title: `Édition ${year}` })
    const embargo = parseIsoMoment(made.embargoUntil)
    expect(embargo?.zone).toBe('stated')
    expect((embargo?.instant ?? 0) > dayStart(made.sendUntil)).toBe(true)
    expect(made.embargoUntil).toMatch(/T09:00:00\+0[12]:00$/)
    expect(parse(text).limits.holidays).toEqual(expect.arrayContaining([`${year}-12-24`, `${year}-12-31`]))
  })

  it('change nothing else', () => {
    const lines = (text: string) => text.split('\n')
    const made = lines(datedExample(EXAMPLE, '2028-02-29'))
    const changed = lines(EXAMPLE).filter((line, index) => line !== made[index])
    expect(made).toHaveLength(lines(EXAMPLE).length)
    expect(
      changed.every((line) => /holidays:|id: 2026|title: Édition|sendFrom|sendUntil|seed:|embargoUntil/.test(line)),
    ).toBe(true)
  })

  it('are left where the text starts no edition', () => {
    expect(datedExample('id: x\n', '2028-02-29')).toBe('id: x\n')
  })
})
