import { describe, expect, it } from 'vitest'
import type { MessageKind } from '../../src/domain/message.js'
import { HOUR_MS } from '../../src/domain/time.js'
import { type AddressUse, measureLeaks } from '../../src/ranking/leaks.js'

const use = (
  brand: string,
  probe: string,
  kind: MessageKind,
  stranger: boolean,
  hours: number,
  domain: string,
): AddressUse => ({
  probe,
  brand,
  sector: 's',
  sentAt: 0,
  receivedAt: hours * HOUR_MS,
  senderDomain: domain,
  kind,
  stranger,
})

describe('leaks and solicitations', () => {
  it('counts strangers as leaks: how many, how soon, from whom', () => {
    const [brand] = measureLeaks([
      use('a', 'p1', 'marketing', true, 100, 'ads.example'),
      use('a', 'p2', 'reply', true, 50, 'ads.example'),
      use('a', 'p1', 'marketing', true, 200, 'other.example'),
    ])
    expect(brand!.leaks).toEqual({
      messages: 3,
      addresses: 2,
      firstAfterHours: 50,
      senders: [
        { domain: 'ads.example', messages: 2 },
        { domain: 'other.example', messages: 1 },
      ],
    })
    expect(brand!.solicitations).toEqual({ messages: 0, addresses: 0, firstAfterHours: null, senders: [] })
  })

  it('counts the brand’s own advertising and surveys as solicitations', () => {
    const [brand] = measureLeaks([
      use('a', 'p1', 'marketing', false, 24, 'a.example'),
      use('a', 'p1', 'survey', false, 30, 'a.example'),
      use('a', 'p1', 'reply', false, 2, 'a.example'),
    ])
    expect(brand!.solicitations).toMatchObject({ messages: 2, addresses: 1, firstAfterHours: 24 })
    expect(brand!.leaks.messages).toBe(0)
  })

  it('takes no bounce or receipt of mail machinery for a leak, and leaves clean brands out', () => {
    expect(
      measureLeaks([
        use('a', 'p1', 'bounce', true, 1, 'mx.example'),
        use('a', 'p1', 'delay-notice', true, 1, 'mx.example'),
        use('b', 'p2', 'acknowledgement', false, 1, 'b.example'),
      ]),
    ).toEqual([])
  })
})
