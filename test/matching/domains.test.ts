import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asciiHost,
  asciiHostByStandard,
  hostOf,
  isFreeMail,
  isWithin,
  registrableDomain,
} from '../../src/matching/domains.js'
import { HELP_DESK_DOMAINS } from '../../src/matching/help-desk-domains.js'

describe('domains', () => {
  it.each([
    ['Contact@Maison-Lune.EXAMPLE', 'maison-lune.example'],
    ['a@bücher.example', 'xn--bcher-kva.example'],
    ['no address', ''],
    ['a@b c', ''],
    ['a@', ''],
    ['a@host.example.', 'host.example'],
  ])('host of %s is "%s"', (address, host) => expect(hostOf(address)).toBe(host))

  it('are the same by the short way as by the URL standard', () => {
    const label = fc.string({ unit: fc.constantFrom(...'abz09-.xné%_'), maxLength: 12 })
    fc.assert(
      fc.property(
        fc.oneof(label, fc.domain(), fc.ipV4(), fc.constantFrom('xn--a.example', '1.2.3.0x4', 'a..b')),
        (domain) => {
          expect(asciiHost(domain)).toBe(asciiHostByStandard(domain))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('keeps look-alikes apart', () => {
    expect(asciiHost('mаison-lune.example')).toMatch(/^xn--/)
    expect(asciiHost('maison-1une.example')).not.toBe(asciiHost('maison-lune.example'))
  })

  it.each([
    ['mail.maison-lune.example', 'maison-lune.example'],
    ['www.shop.co.uk', 'shop.co.uk'],
    ['maison.github.io', 'maison.github.io'],
    ['localhost', 'localhost'],
  ])('registrable domain of %s is %s', (host, domain) => expect(registrableDomain(host)).toBe(domain))

  it('knows free mail providers and what lies below a domain', () => {
    expect(isFreeMail('gmail.com')).toBe(true)
    expect(isFreeMail('maison-lune.example')).toBe(false)
    expect(isWithin('a.b.example', 'b.example')).toBe(true)
    expect(isWithin('ab.example', 'b.example')).toBe(false)
  })

  it('lists help desks by registrable domain, each once', () => {
    expect(HELP_DESK_DOMAINS.filter((domain) => registrableDomain(domain) !== domain)).toEqual([])
    expect(new Set(HELP_DESK_DOMAINS).size).toBe(HELP_DESK_DOMAINS.length)
  })
})
