/** Dates of mail headers: RFC 5322 with its obsolete forms, what real mailers write, and the same answer in every zone of the machine. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMailDate, parseMailDate, withoutComments } from '../../src/calendar/rfc5322-date.js'
import { inZones } from '../zones/in-zones.js'

const iso = (value: string) => {
  const read = parseMailDate(value)
  return read && `${new Date(read.instant).toISOString().replace('.000', '')} ${read.zone}`
}

describe('a date of RFC 5322 §3.3', () => {
  it.each([
    ['Mon, 2 Mar 2026 09:30:00 +0100', '2026-03-02T08:30:00Z stated'],
    ['Mon, 02 Mar 2026 09:30:00 +0530', '2026-03-02T04:00:00Z stated'],
    ['Sun, 1 Nov 2026 00:10:00 -0330', '2026-11-01T03:40:00Z stated'],
    ['2 Mar 2026 09:30 +0100', '2026-03-02T08:30:00Z stated'],
    ['Thu, 31 Dec 2026 23:59:60 +0000', '2027-01-01T00:00:00Z stated'],
    ['Tue, 29 Feb 2028 12:00:00 +1300', '2028-02-28T23:00:00Z stated'],
    ['Mon, 2 Mar 2026 09:30:00 -0000', '2026-03-02T09:30:00Z stated'],
    ['Mon,\r\n 2 Mar 2026\r\n\t09:30:00 +0100', '2026-03-02T08:30:00Z stated'],
    [
      'Thu,\r\n      13\r\n        Feb\r\n          1969\r\n      23:32\r\n               -0330 (Newfoundland Time)',
      '1969-02-14T03:02:00Z stated',
    ],
    ['Mon, 2 Mar 2026 09:30:00 +0100 (CET)', '2026-03-02T08:30:00Z stated'],
    [
      'Mon (lundi), 2 (deux (\\))) Mar 2026 09(:):30:00 +0100 (Paris, Madrid (heure d’hiver))',
      '2026-03-02T08:30:00Z stated',
    ],
    ['Mon, 2 Mar 2026 09:30:00 +0100 (never closed', '2026-03-02T08:30:00Z stated'],
  ])('%j is %s', (value, read) => {
    expect(iso(value)).toBe(read)
  })
})

describe('an obsolete date (§4.3)', () => {
  it.each([
    ['21 Nov 97 09:55:06 -0600', '1997-11-21T15:55:06Z stated'],
    ['2 Mar 26 09:30:00 GMT', '2026-03-02T09:30:00Z stated'],
    ['31 Dec 49 00:00:00 GMT', '2049-12-31T00:00:00Z stated'],
    ['1 Jan 50 00:00:00 GMT', '1950-01-01T00:00:00Z stated'],
    ['2 Mar 126 09:30:00 GMT', '2026-03-02T09:30:00Z stated'],
    ['Fri, 21 Nov 1997 09(comment):   55  :  06 -0600', '1997-11-21T15:55:06Z stated'],
    ['2 Mar 2026 09:30:00 EST', '2026-03-02T14:30:00Z stated'],
    ['2 Mar 2026 09:30:00 edt', '2026-03-02T13:30:00Z stated'],
    ['2 Mar 2026 09:30:00 CST', '2026-03-02T15:30:00Z stated'],
    ['2 Mar 2026 09:30:00 MDT', '2026-03-02T15:30:00Z stated'],
    ['2 Mar 2026 09:30:00 PDT', '2026-03-02T16:30:00Z stated'],
    ['2 Mar 2026 09:30:00 PST', '2026-03-02T17:30:00Z stated'],
    ['2 Mar 2026 09:30:00 UT', '2026-03-02T09:30:00Z stated'],
    ['2 Mar 2026 09:30:00 Z', '2026-03-02T09:30:00Z stated'],
    // Military letters were defined with the wrong sign in RFC 822: read as no zone.
    ['2 Mar 2026 09:30:00 A', '2026-03-02T09:30:00Z assumed-utc'],
    ['2 Mar 2026 09:30:00 Y', '2026-03-02T09:30:00Z assumed-utc'],
    ['2 Mar 2026 09:30:00 XYZT', '2026-03-02T09:30:00Z assumed-utc'],
    ['2 Mar 2026 09:30:00 IST', '2026-03-02T09:30:00Z assumed-utc'],
  ])('%j is %s', (value, read) => {
    expect(iso(value)).toBe(read)
  })
})

describe('a date as real mailers write it', () => {
  it.each([
    ['Mon, 2 Mar 2026 09:30:00', '2026-03-02T09:30:00Z assumed-utc'],
    ['Mon, 2 Mar 2026 09:30:00 GMT+01:00', '2026-03-02T08:30:00Z stated'],
    ['Mon, 2 Mar 2026 09:30:00 GMT-5', '2026-03-02T14:30:00Z stated'],
    ['Mon, 2 Mar 2026 09:30:00 UTC+0100', '2026-03-02T08:30:00Z stated'],
    ['Mon, 2 Mar 2026 09:30:00 +01:00', '2026-03-02T08:30:00Z stated'],
    ['Mon, 2 Mar 2026 09:30:00 +100', '2026-03-02T08:30:00Z stated'],
    ['Mon, 2 Mar 2026 09:30:00 +0100 CET', '2026-03-02T08:30:00Z stated'],
    ['Mon, 2 Mar 2026 09:30:00+0100', '2026-03-02T08:30:00Z stated'],
    ['Mon, 2 Mar 2026 09:30:00 CET', '2026-03-02T08:30:00Z stated'],
    ['Mon, 2 Mar 2026 09:30:00 "GMT"', '2026-03-02T09:30:00Z stated'],
    // Windows' name of the British zone, in summer: its first word alone would be an hour off.
    ['Mon, 6 Jul 2026 09:30:00 GMT Daylight Time', '2026-07-06T09:30:00Z assumed-utc'],
    ['Monday, 2 March 2026 09:30:00 +0100', '2026-03-02T08:30:00Z stated'],
    ['Tues 15 Sept 2026 09:30:00 +0200', '2026-09-15T07:30:00Z stated'],
    ['lun., 2 Mar 2026 09:30:00 +0100', '2026-03-02T08:30:00Z stated'],
    ['Mon,2 Mar 2026 9:5:7 +0100', '2026-03-02T08:05:07Z stated'],
    ['02-Mar-2026 09:30:00 +0100', '2026-03-02T08:30:00Z stated'],
    [' 2-Mar-2026 09:30:00 +0100', '2026-03-02T08:30:00Z stated'],
    ['Monday, 02-Mar-26 09:30:00 GMT', '2026-03-02T09:30:00Z stated'],
    ['Mon Mar  2 09:30:00 2026', '2026-03-02T09:30:00Z assumed-utc'],
    ['Mon Mar  2 09:30:00 CET 2026', '2026-03-02T08:30:00Z stated'],
    ['Mon Mar 02 2026 09:30:00 GMT+0100 (heure normale)', '2026-03-02T08:30:00Z stated'],
    ['March 2, 2026 9:30 PM +0100', '2026-03-02T20:30:00Z stated'],
    ['Mon, 2 Mar 2026 12:15:00 AM GMT', '2026-03-02T00:15:00Z stated'],
    ['Mon, 2 Mar 2026 09:30:00.250 +0100', '2026-03-02T08:30:00.250Z stated'],
    ['2026-03-02T09:30:00+01:00', '2026-03-02T08:30:00Z stated'],
    ['2026-03-02 09:30:00 +0100', '2026-03-02T08:30:00Z stated'],
    ['2026-03-02 09:30:00', '2026-03-02T09:30:00Z assumed-utc'],
  ])('%j is %s', (value, read) => {
    expect(iso(value)).toBe(read)
  })
})

describe('no date', () => {
  it.each([
    '',
    ' \r\n ',
    'yesterday',
    'Mon',
    'Mon, 2 Mar 2026',
    '2026-03-02',
    'Mon, 30 Feb 2026 09:30:00 +0100',
    'Thu, 29 Feb 2027 09:30:00 +0100',
    'Mon, 0 Mar 2026 09:30:00 +0100',
    'Mon, 2 Mars 2026 09:30:00 +0100',
    'Mon, 2 Mär 2026 09:30:00 +0100',
    'Mon, 2 Mar 2026 24:00:00 +0100',
    'Mon, 2 Mar 2026 09:60:00 +0100',
    'Mon, 2 Mar 2026 09:30:61 +0100',
    'Mon, 2 Mar 2026 13:30 PM +0100',
    'Mon, 2 Mar 2026 09:30:00 +0175',
    'Mon, 2 Mar 1026 09:30:00 +0100',
    'Mon, 2 Mar 20260 09:30:00 +0100',
    'Mon, 2 Mar 6 09:30:00 +0100',
    '2/3/2026 09:30:00',
    '03/02/2026 9:30 AM',
    '1772440200',
    'Mon, ٢ Mar 2026 09:30:00 +0100',
    '(Mon, 2 Mar 2026 09:30:00 +0100)',
    'Mon, 2 Mar 2026 09:30:00 +0100; by mail.example',
  ])('is read from %j', (value) => {
    expect(parseMailDate(value)).toBeNull()
  })
})

describe('whatever a header holds', () => {
  it('a date written as §3.3 asks is read back, whatever its zone, weekday, seconds and folding', () => {
    const moments = fc.integer({ min: Date.UTC(1900, 0, 2), max: Date.UTC(9999, 11, 30) })
    const offsets = fc.integer({ min: -12 * 60, max: 14 * 60 })
    fc.assert(
      fc.property(
        moments,
        offsets,
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (at, offset, weekday, seconds, folded) => {
          const moment = seconds ? Math.floor(at / 1000) * 1000 : Math.floor(at / 60_000) * 60_000
          const [name, day, month, year, time = ''] = new Date(moment + offset * 60_000).toUTCString().split(' ')
          const zone = Math.abs(offset)
          const digits = String(Math.floor(zone / 60) * 100 + (zone % 60)).padStart(4, '0')
          const clock = seconds ? time : time.slice(0, 5)
          const parts = [...(weekday ? [name] : []), day, month, year, clock, `${offset < 0 ? '-' : '+'}${digits}`]
          expect(parseMailDate(parts.join(folded ? '\r\n ' : ' '))).toEqual({ instant: moment, zone: 'stated' })
        },
      ),
    )
  })

  it('what the program writes itself is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800 }), (second) => {
        expect(parseMailDate(formatMailDate(second * 1000))).toEqual({ instant: second * 1000, zone: 'stated' })
      }),
    )
  })

  const pieces = fc.constantFrom(
    'Mon',
    ',',
    ' ',
    '2',
    '31',
    'Mar',
    'February',
    '2026',
    '26',
    ':',
    '09',
    '30',
    '+0100',
    '-',
    '(',
    ')',
    '\\',
    'T',
    'Z',
    'GMT',
    'pm',
    '\r\n ',
    '.',
    '\0',
    'é',
    '😀',
  )
  it('nothing throws, and an answer is a whole number of milliseconds within the calendar', () => {
    const values = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(pieces, { maxLength: 24 }).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(values, (value) => {
        const read = parseMailDate(value)
        if (read === null) return
        expect(Number.isSafeInteger(read.instant)).toBe(true)
        expect(Math.abs(read.instant)).toBeLessThan(8.64e15)
      }),
      { numRuns: 500 },
    )
  })

  it('comments can be put between any two parts', () => {
    const comment = fc.array(fc.constantFrom('a', ' ', '(b)', '\\(', '\\)', ';', '09:30', '\r\n '), { maxLength: 6 })
    fc.assert(
      fc.property(fc.array(comment, { minLength: 6, maxLength: 6 }), (comments) => {
        const parts = ['Mon,', '2', 'Mar', '2026', '09:30:00', '+0100']
        const value = parts.map((part, index) => `${part} (${comments[index]?.join('')})`).join(' ')
        expect(iso(value)).toBe('2026-03-02T08:30:00Z stated')
      }),
    )
  })

  it('keeps what stands outside comments', () => {
    expect(withoutComments('a (b (c) \\) d) e')).toBe('a   e')
    expect(withoutComments('a) b')).toBe('a) b')
  })

  it('a long value costs no more than its length', () => {
    for (const value of [
      '('.repeat(1_000_000),
      'Mon '.repeat(300_000),
      '2 '.repeat(300_000),
      `Mon, 2 Mar 2026 09:30:00 ${'A '.repeat(300_000)}`,
    ])
      expect(parseMailDate(value)).toBeNull()
  })
})

describe('in any zone of the machine', () => {
  it('the same text is the same moment', async () => {
    const values = [
      'Mon, 2 Mar 2026 09:30:00',
      'Sun, 29 Mar 2026 02:30:00',
      'Mon Mar  2 09:30:00 2026',
      '2026-03-02 09:30',
      '2 Mar 26 09:30:00 A',
      'Mon, 2 Mar 2026 09:30:00 +0100',
    ]
    const script = `import { parseMailDate } from './src/calendar/rfc5322-date.ts'
      console.log(JSON.stringify(${JSON.stringify(values)}.map((value) => parseMailDate(value)?.instant)))`
    const answers = await inZones(script)
    expect(answers.map(({ said }) => said)).toEqual(
      answers.map(() => JSON.stringify(values.map((value) => parseMailDate(value)?.instant))),
    )
    expect(parseMailDate('Mon, 2 Mar 2026 09:30:00')?.instant).toBe(Date.UTC(2026, 2, 2, 9, 30))
  }, 300_000)
})
