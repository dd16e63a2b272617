/** The page of the service's health: what lies in the queue, and what was given up and why. */
import { describe, expect, it } from 'vitest'
import { HealthPage } from '../../src/web/pages/lists.js'

describe('the page of health', () => {
  it('lists work that was given up, with its attempts and the reason', () => {
    const letters = [
      {
        key: 'assess:2026:edition:2026/lune/complaint:4711',
        type: 'assess-exchange',
        attempts: 3,
        reason: 'no <engine>',
      },
    ]
    const page = HealthPage({
      language: 'en',
      mailboxes: [],
      sending: [],
      queue: { waiting: 0, running: 0, dead: 1, letters },
      messages: 0,
      evidenceBytes: 0,
      sound: true,
    }).toString()
    expect(page).toContain('assess 2026 edition 2026/lune/complaint')
    expect(page).toContain('no &lt;engine&gt;')
    expect(page).toMatch(/<td>3<\/td>/)
  })

  it('tells which sending account fails, since when and with which words of the server, and how far clocks differ', () => {
    const page = HealthPage({
      language: 'fr',
      mailboxes: null,
      sending: [
        {
          account: 'courrier',
          failure: { since: Date.UTC(2026, 2, 2, 9), problem: '535 <bad> password' },
          lastHandedAt: null,
          clockAheadMs: 600_000,
        },
      ],
      queue: null,
      messages: 0,
      evidenceBytes: 0,
      sound: true,
    }).toString()
    expect(page).toContain('en panne depuis')
    expect(page).toContain('535 &lt;bad&gt; password')
    expect(page).toContain('600')
  })
})
