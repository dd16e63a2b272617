import { describe, expect, it } from 'vitest'
import { authenticatedShare, type JudgedReply } from '../../src/ranking/authenticated.js'

const reply = (sector: string, authenticated: boolean | null): JudgedReply => ({ sector, authenticated })

describe('the share of replies that authenticate', () => {
  it('counts what a server judged, and nothing else', () => {
    const replies = [reply('bank', true), reply('bank', false), reply('bank', null), reply('shop', true)]
    expect(authenticatedShare(replies, 'bank')).toMatchObject({ value: 0.5, n: 2 })
    expect(authenticatedShare(replies, null)).toMatchObject({ n: 3 })
  })

  it('is unknown where nobody judged', () => {
    expect(authenticatedShare([reply('bank', null)], 'bank')).toMatchObject({ value: null, n: 0 })
    expect(authenticatedShare([], null)).toMatchObject({ value: null, n: 0 })
  })
})
