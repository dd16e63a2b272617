import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authenticationStatements } from '../../../src/reading/mime/authentication-results.js'

describe('Authentication-Results', () => {
  it('are read as RFC 8601 writes them, with comments, versions, quotes and spaces', () => {
    const field =
      'example.org 1 ; spf=pass (ip4 (nested) ok) smtp.mailfrom=Joe@Example.NET ; dkim = fail reason="bad; signature" header.i=@mail.example.net header.s=s; dmarc=PASS (p=none) header.from=example.net'
    expect(authenticationStatements([field])).toEqual([
      {
        authservId: 'example.org',
        results: [
          { method: 'spf', result: 'pass', domain: 'example.net' },
          { method: 'dkim', result: 'fail', domain: 'mail.example.net' },
          { method: 'dmarc', result: 'pass', domain: 'example.net' },
        ],
      },
    ])
  })

  it.each([
    ['none was done', 'mx.example.org; none', { authservId: 'mx.example.org', results: [] }],
    ['nothing follows', 'mx.example.org', { authservId: 'mx.example.org', results: [] }],
  ])('say nothing where %s', (_what, field, statement) => {
    expect(authenticationStatements([field])).toEqual([statement])
  })

  it('without a name of a server are passed over (some systems leave it out)', () => {
    expect(authenticationStatements(['spf=pass smtp.mailfrom=a@b.example; dkim=none', ''])).toEqual([])
  })

  it('never throw and keep no address, whatever is written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (fields) => {
        for (const { results } of authenticationStatements(fields))
          for (const { domain } of results) expect(domain).not.toContain('@')
      }),
    )
  })
})
