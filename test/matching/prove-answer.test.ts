import { describe, expect, it } from 'vitest'
import type { Message, Reading } from '../../src/domain/message.js'
import { HOUR_MS } from '../../src/domain/time.js'
import { createProbeIndex } from '../../src/matching/probe-index.js'
import { matchAnswer, type ProofOptions } from '../../src/matching/prove-answer.js'
import { authenticationStatements } from '../../src/reading/mime/authentication-results.js'
import { FROM_BRAND, openProbe, reading, SENT_AT } from './probes.js'

const probe = openProbe()
const OPTIONS: ProofOptions = { authservIds: ['mx.ours.example'], ownHosts: ['smtp.ours.example'] }
const thread = { recipients: [probe.replyAddress], inReplyTo: [probe.messageId!] }
const says = (...fields: string[]) => ({ authentication: authenticationStatements(fields) })

function answer(change: Partial<Reading>, receivedAt = SENT_AT + HOUR_MS, options = OPTIONS) {
  const message: Message = {
    hash: 'a'.repeat(64),
    account: 'a',
    folder: 'INBOX',
    receivedAt,
    receivedFrom: 'internaldate',
    size: 1,
  }
  return matchAnswer(message, reading({ ...thread, from: FROM_BRAND, ...change }), createProbeIndex([probe]), options)
}

describe('who may answer', () => {
  it.each<[string, Partial<Reading>]>([
    ['the brand, of which nobody says anything', {}],
    ['the brand, authenticated', says('mx.ours.example; dmarc=pass header.from=maison-lune.example')],
    [
      'the brand, signed below another domain’s envelope',
      says(
        'mx.ours.example; dkim=pass header.d=mail.maison-lune.example; spf=pass smtp.mailfrom=bounce.mailer.example',
      ),
    ],
    ['a help desk in its name', { from: { name: 'Maison Lune', address: 'x@maison-lune.zendesk.com' } }],
    [
      'the brand’s own mail system',
      { kind: 'bounce', from: { name: '', address: 'MAILER-DAEMON@mx.maison-lune.example' } },
    ],
    ['our own server', { kind: 'bounce', from: { name: '', address: 'MAILER-DAEMON@smtp.ours.example' } }],
    ['a provider’s mail system', { kind: 'bounce', from: { name: '', address: 'mailer-daemon@googlemail.com' } }],
  ])('%s', (_who, change) => {
    expect(answer(change).outcome).toBe('matched')
  })

  it.each<[string, Partial<Reading>, string]>([
    [
      'a stranger who knows our Message-ID',
      { from: { name: 'Maison Lune', address: 'a@else.example' } },
      'neither the brand’s domain nor a known help desk’s',
    ],
    [
      'a stranger who is authenticated as itself',
      {
        from: { name: '', address: 'a@else.example' },
        ...says('mx.ours.example; dmarc=pass header.from=else.example'),
      },
      'which is what it says it is',
    ],
    [
      'the brand’s domain, disowned',
      says('mx.ours.example; dmarc=fail header.from=maison-lune.example'),
      'disowns it (dmarc fails)',
    ],
    [
      'the brand’s domain, with a signature that does not verify',
      says('mx.ours.example; dkim=fail header.d=maison-lune.example'),
      'disowns it (dkim fails)',
    ],
    [
      'the brand’s domain, sent by another',
      says('mx.ours.example; spf=pass smtp.mailfrom=a@else.example; dmarc=none'),
      'else.example sent it',
    ],
    [
      'a bounce of anybody',
      { kind: 'bounce', from: { name: '', address: 'MAILER-DAEMON@mx.else.example' } },
      'neither our server nor',
    ],
    [
      'a bounce in our name from outside',
      {
        kind: 'bounce',
        from: { name: '', address: 'MAILER-DAEMON@ours.example' },
        ...says('mx.ours.example; spf=none'),
      },
      'came from outside',
    ],
    [
      'another help desk than those known',
      { from: { name: 'Maison Lune', address: 'x@maison-lune.zendesk-support.example' } },
      'known help desk',
    ],
  ])('%s is left to a person, who is told why', (_who, change, why) => {
    const decision = answer(change)
    expect(decision).toMatchObject({ outcome: 'doubtful', probes: [] })
    expect(decision.candidates[0]?.probe).toBe(probe.id)
    expect(decision.reason).toContain(why)
  })

  it('only the topmost statement of our own server counts', () => {
    const fail = 'mx.ours.example; dmarc=fail header.from=maison-lune.example'
    const pass = 'MX.ours.example 1 ; dmarc = pass (p=reject) header.from = maison-lune.example'
    expect(answer(says(fail, pass)).outcome).toBe('doubtful')
    expect(answer(says(pass, fail)).outcome).toBe('matched')
    expect(answer(says('mx.evil.example; dmarc=fail header.from=maison-lune.example', pass)).outcome).toBe('matched')
    expect(answer(says(fail), SENT_AT + HOUR_MS, { authservIds: [] }).outcome).toBe('matched')
  })

  it('a message whose thread and address name different probes of a brand is left to a person', () => {
    const second = openProbe({
      id: 'e/second',
      token: 'zzz111',
      replyAddress: 'c+zzz111@persona.example',
      messageId: '<2@persona.example>',
    })
    const index = createProbeIndex([probe, second])
    const message = {
      hash: 'a',
      account: 'a',
      folder: 'f',
      receivedAt: SENT_AT + HOUR_MS,
      receivedFrom: 'internaldate',
      size: 1,
    } as const
    const crossed = reading({ from: FROM_BRAND, recipients: [probe.replyAddress], inReplyTo: [second.messageId!] })
    expect(matchAnswer(message, crossed, index).reason).toContain('Its thread answers e/second')
  })
})

describe('when it may have come', () => {
  const options = { ...OPTIONS, clockSkewMs: 120_000 }
  it.each([
    [0, 'matched'],
    [-1_000, 'matched'],
    [-120_000, 'matched'],
    [-120_001, 'doubtful'],
    [-86_400_000, 'doubtful'],
  ])('%i ms after its question: %s', (after, outcome) => {
    expect(answer({}, SENT_AT + after, options).outcome).toBe(outcome)
  })

  it.each([
    [0, 'matched'],
    [HOUR_MS, 'matched'],
    [HOUR_MS + 1, 'doubtful'],
    [-HOUR_MS - 1, 'doubtful'],
  ])('the mailbox date %i ms after the topmost Received: %s', (apart, outcome) => {
    const at = SENT_AT + 5 * HOUR_MS
    expect(answer({ topmostReceivedAt: at - apart }, at).outcome).toBe(outcome)
  })
})
