import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressesIn, parsedAddresses } from '../../../src/reading/mime/identifiers.js'
import { readMessage } from '../../../src/reading/read-message.js'

describe('addresses of a header', () => {
  it.each([
    ['contact@Maison.example', [{ name: '', address: 'contact@maison.example' }]],
    ['Service Clients <Contact@Maison.example>', [{ name: 'Service Clients', address: 'Contact@maison.example' }]],
    [
      '"Martin, Julie" <j@a.example>, b@c.example',
      [
        { name: 'Martin, Julie', address: 'j@a.example' },
        { name: '', address: 'b@c.example' },
      ],
    ],
    ['', []],
  ])('of %j', (raw, addresses) => {
    expect(addressesIn(raw)).toEqual(addresses)
  })

  it('are those that the library finds, in simple headers too', () => {
    const word = fc.oneof(
      fc.constantFrom('Service', 'Clients', 'a', 'Via', 'x.y', 'no-reply', '..', '-', 'a.', '.b', 'Ünal', '12'),
      fc.string({ maxLength: 4 }),
    )
    const address = fc.tuple(word, fc.constantFrom('@', '@@', ' @ ', ''), word).map((pieces) => pieces.join(''))
    const header = fc
      .tuple(
        fc.array(word, { maxLength: 4 }),
        fc.constantFrom('', ' ', '  '),
        fc.constantFrom('<', '', ' <'),
        address,
        fc.constantFrom('>', '', '> ', ','),
      )
      .map(([name, space, opening, written, closing]) => `${name.join(' ')}${space}${opening}${written}${closing}`)
    fc.assert(
      fc.property(header, (raw) => {
        fc.pre(raw.trim() !== '')
        expect(addressesIn(raw)).toEqual(parsedAddresses(raw))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the Date header', () => {
  const reading = (date: string) => readMessage(Buffer.from(`From: a@b.example\r\n${date}\r\nBonjour, à demain.\r\n`))

  it('with a zone is a moment', async () => {
    const { date, problems } = await reading('Date: Mon, 2 Mar 2026\r\n 09:30:00 +0100 (CET)\r\n')
    expect({ date, problems }).toEqual({ date: Date.UTC(2026, 2, 2, 8, 30), problems: [] })
  })

  it('without one is UTC, and the reading says so', async () => {
    const { date, problems } = await reading('Date: Mon, 2 Mar 2026 09:30:00\r\n')
    expect(date).toBe(Date.UTC(2026, 2, 2, 9, 30))
    expect(problems).toEqual(['the Date header names no known time zone: it was read as UTC'])
  })

  it.each(['Date: yesterday\r\n', 'Subject: x\r\n'])('%j is none', async (header) => {
    expect((await reading(header)).date).toBeNull()
  })
})
