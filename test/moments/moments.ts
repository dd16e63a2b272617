/**
 * The twelve moments, four zones and two locales at which `npm run test:dates` runs the suites: where calendars turn, where clocks are
 * set, where nothing is sent in France, and the days that start 20 days after such a one.
 */
import type { Instant } from '../../src/domain/time.js'
import { ZONES } from '../zones/in-zones.js'

/** A moment to run at. */
export interface TestMoment {
  /** Kebab-case name, for `--only`. */
  readonly name: string
  /** As REPLYMARK_TEST_MOMENT has it. */
  readonly written: string
  readonly at: Instant
}

const moment = (name: string, written: string, at: Instant): TestMoment => ({ name, written, at })

/** In the order of time. */
export const MOMENTS: readonly TestMoment[] = [
  moment('spring-clock-change', '2027-03-28T01:59:30+01:00', Date.UTC(2027, 2, 28, 0, 59, 30)),
  moment('ascension', '2027-05-06T09:00:00+02:00', Date.UTC(2027, 4, 6, 7)),
  moment('after-ascension', '2027-05-26T09:00:00+02:00', Date.UTC(2027, 4, 26, 7)),
  moment('autumn-clock-change', '2027-10-31T02:30:00+02:00', Date.UTC(2027, 9, 31, 0, 30)),
  moment('after-armistice', '2027-12-01T09:00:00+01:00', Date.UTC(2027, 11, 1, 8)),
  moment('year-end', '2027-12-31T23:59:30+01:00', Date.UTC(2027, 11, 31, 22, 59, 30)),
  moment('leap-day', '2028-02-29T12:00:00+01:00', Date.UTC(2028, 1, 29, 11)),
  moment('labour-day', '2028-05-01T10:00:00+02:00', Date.UTC(2028, 4, 1, 8)),
  moment('sunday', '2029-07-15T15:00:00+02:00', Date.UTC(2029, 6, 15, 13)),
  moment('christmas', '2029-12-25T18:00:00+01:00', Date.UTC(2029, 11, 25, 17)),
  moment('new-year', '2030-01-01T00:00:00Z', Date.UTC(2030, 0, 1)),
  moment('after-christmas', '2030-01-14T09:00:00+01:00', Date.UTC(2030, 0, 14, 8)),
]

/** French, and Turkish, whose i and I are other letters than everybody's. */
export const LOCALES = ['fr_FR.UTF-8', 'tr_TR.UTF-8'] as const

/** One run. */
export interface Combination {
  readonly moment: TestMoment
  readonly zone: string
  readonly locale: string
}

/** `moment/zone/locale`. */
export function nameOf({ moment: { name }, zone, locale }: Combination): string {
  return `${name}/${zone}/${locale}`
}

/** All of them. */
export const COMBINATIONS: readonly Combination[] = MOMENTS.flatMap((at) =>
  ZONES.flatMap((zone) => LOCALES.map((locale) => ({ moment: at, zone, locale }))),
)

/**
 * Two runs with other moments, zones and locales than one another, drawn by the day: within twelve days every moment comes twice.
 * @param day days since 1970-01-01
 */
export function drawnOn(day: number): readonly Combination[] {
  return [0, 1].map((which) => ({
    moment: MOMENTS[(day + which * 6) % MOMENTS.length]!,
    zone: ZONES[(day + Math.floor(day / 12) + which * 2) % ZONES.length]!,
    locale: LOCALES[(day + which) % LOCALES.length]!,
  }))
}

/**
 * Every nth of a list, from the one given: shards together are all.
 * @param shard `1/3` … `3/3`
 * @throws RangeError for another text
 */
export function shardOf<Item>(items: readonly Item[], shard: string): readonly Item[] {
  const [, index = 0, of = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(shard) ?? []).map(Number)
  if (index < 1 || index > of) throw new RangeError(`--shard ${shard}: write it like 1/4`)
  return items.filter((_, place) => place % of === index - 1)
}
