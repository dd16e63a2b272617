import { describe, expect, it } from 'vitest'
import type { Exchange, ReceivedMessage } from '../../src/domain/exchange.js'
import type { MessageKind } from '../../src/domain/message.js'
import { DAY_MS, HOUR_MS } from '../../src/domain/time.js'
import { readPlainBody } from '../../src/reading/read-message.js'
import { buildEvidence, firstAcknowledgement, firstReply } from '../../src/scoring/build-evidence.js'
import { evidenceWith, SENT_AT } from '../criteria/frame/evidence.js'

const OFFICE = {
  timeZone: 'Europe/Paris',
  workingHours: { from: '09:00', until: '18:00' },
  workingDays: [1, 2, 3, 4, 5],
  holidays: [],
}

function message(kind: MessageKind, hours: number, text = `${kind} after ${hours}`): ReceivedMessage {
  return {
    message: {
      hash: `${kind}-${hours}-${text}`,
      account: 'courrier',
      folder: 'INBOX',
      receivedAt: SENT_AT + hours * HOUR_MS,
      receivedFrom: 'internaldate',
      size: 1000,
    },
    reading: { ...readPlainBody(text), kind, text },
  }
}

function exchange(messages: readonly ReceivedMessage[], sentAt: number | null = SENT_AT): Exchange {
  return {
    probe: {
      id: '2026/nordvent/late-parcel',
      edition: '2026',
      brand: 'nordvent',
      scenario: 'late-parcel',
      persona: 'camille-lefevre',
      variant: 'short',
      account: 'courrier',
      recipient: 'contact@nordvent.example',
      token: 'abc123',
      dueAt: SENT_AT,
      followsProbe: null,
      state: 'answered',
      mail: { subject: 'Colis', text: 'Où est mon colis ?', language: 'fr', hash: 'h' },
      fromName: 'Camille Lefèvre',
      fromAddress: 'camille@courrier.example',
      replyAddress: 'camille+abc123@courrier.example',
      messageId: '<1@courrier.example>',
      sentAt,
      stateReason: null,
    },
    messages,
  }
}

function build(messages: readonly ReceivedMessage[], earlier: Exchange | null = null) {
  const { persona, brand, scenario } = evidenceWith(null)
  return buildEvidence({
    exchange: exchange(messages),
    persona,
    brand,
    scenario,
    answerWindowDays: 15,
    mistakes: [],
    otherReplies: [],
    earlier,
    calendar: OFFICE,
  })
}

describe('buildEvidence', () => {
  it('takes the first human reply and the first receipt, whatever the order of arrival', () => {
    const messages = [message('reply', 30), message('acknowledgement', 1), message('reply', 5), message('survey', 2)]
    const evidence = build(messages)
    expect(evidence.reply?.text).toBe('reply after 5')
    expect(evidence.acknowledgement?.text).toBe('acknowledgement after 1')
    expect(build(messages.toReversed())).toEqual(evidence)
  })

  it('counts a reply to the end of the window, and none after it', () => {
    const end = (15 * DAY_MS) / HOUR_MS
    expect(build([message('reply', end)]).reply).not.toBeNull()
    expect(build([message('reply', end + 0.001)]).reply).toBeNull()
  })

  it('has no mistakes and no business hours without a reply', () => {
    expect(build([message('out-of-office', 1)])).toMatchObject({ reply: null, mistakes: null, businessHours: null })
  })

  it('computes business hours: Monday 09:00 to Tuesday 10:00 is ten', () => {
    expect(build([message('reply', 25)]).businessHours).toBe(10)
  })

  it('decides between two replies of one moment by their hash', () => {
    const pair = [message('reply', 3, 'b'), message('reply', 3, 'a')]
    expect(firstReply(exchange(pair), 15)?.reading.text).toBe('a')
    expect(firstReply(exchange(pair.toReversed()), 15)?.reading.text).toBe('a')
  })

  it('finds no receipt where none came', () => {
    expect(firstAcknowledgement(exchange([message('reply', 1)]), 15)).toBeNull()
  })

  it('tells a follow-up of its earlier exchange, answered or not', () => {
    expect(build([], exchange([message('reply', 4)])).earlier).toMatchObject({
      sentAt: SENT_AT,
      reply: { text: 'reply after 4' },
    })
    expect(build([], exchange([])).earlier).toMatchObject({ reply: null })
    expect(build([], exchange([], null)).earlier).toBeNull()
    expect(build([]).earlier).toBeNull()
  })
})
