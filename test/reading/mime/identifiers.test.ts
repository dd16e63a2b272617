import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressesIn, parsedAddresses } from '../../../src/reading/mime/identifiers.js'

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
