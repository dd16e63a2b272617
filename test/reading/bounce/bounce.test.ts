/** Parts of bounce reading: status codes, delivery fields, notices, recognition. */
import { describe, expect, it } from 'vitest'
import { decideReason } from '../../../src/reading/bounce/decide-reason.js'
import { addressOfField, parseDeliveryStatus } from '../../../src/reading/bounce/delivery-status.js'
import { failedAddress, splitNotice } from '../../../src/reading/bounce/notice.js'
import { parseSesNotification } from '../../../src/reading/bounce/ses-notification.js'
import { chooseStatus, enhancedCodesIn, replyCodeIn } from '../../../src/reading/bounce/status-code.js'
import { readMessage } from '../../../src/reading/read-message.js'

describe('status codes', () => {
  it.each([
    ['550 5.1.1 User unknown', ['5.1.1']],
    ['550-5.7.1 one 550 5.7.1 two', ['5.7.1', '5.7.1']],
    ['Exim 4.72 at 192.0.2.1 and 10.4.4.1', []],
    ['(#5.1.2)', ['5.1.2']],
  ])('in "%s"', (text, codes) => {
    expect(enhancedCodesIn(text)).toEqual(codes)
  })

  it.each([
    ['550 5.1.1 no', '550'],
    ['said: 452 full', '452'],
    ['room 1550 of 450m2', null],
  ])('reply code of "%s"', (text, code) => {
    expect(replyCodeIn(text)).toBe(code)
  })

  it.each([
    ['5.0.0', '550 5.7.1 rejected', '5.7.1'],
    ['4.4.7', '450 4.7.1 denied', '4.7.1'],
    ['5.2.1', '550 5.2.1 disabled', '5.2.1'],
    ['5.1.1', '550 unknown', '5.1.1'],
    [null, '550 5.1.1 unknown', '5.1.1'],
    [null, 'no code', null],
  ])('field %s and "%s" give %s', (field, diagnostic, status) => {
    expect(chooseStatus(field, diagnostic)).toBe(status)
  })
})

describe('a letter about goods', () => {
  const letter = (from: string, subject: string, text: string, more: readonly string[] = []) =>
    readMessage(
      Buffer.from(
        [`From: ${from}`, 'To: shopper@studio.example', `Subject: ${subject}`, ...more, '', text].join('\r\n'),
      ),
    )

  it.each([
    [
      'Post <mailer-daemon@shop.example>',
      'Delivery failed: order 5521',
      'Hello,\n\nthe courier could not deliver your package (status 5.4.1 in their portal). We send a new one on Monday.\n\nBest wishes,\nAnn',
    ],
    [
      'Expéditions <expeditions@shop.example>',
      'Échec de livraison',
      'Bonjour,\n\nVotre paquet n’a pas pu être livré, erreur 550 du transporteur. Nous vous remboursons.\n\nCordialement,\nLéa',
    ],
  ])('from %s, "%s", is no bounce', async (from, subject, text) => {
    // What else it is, the learnt kinds decide: test/reading/kind.
    expect((await letter(from, subject, text)).bounce).toBeNull()
  })

  it.each([
    ['names the address that failed', 'order@shop.example', []],
    ['comes without a sender', 'your order', ['Return-Path: <>']],
    ['says that a machine sent it', 'your order', ['Auto-Submitted: auto-replied']],
  ])('is a notice all the same where it %s', async (_what, named, more) => {
    const notice = `Your message about the order could not be delivered to ${named}: 550 5.1.1 user unknown`
    const { kind } = await letter('postmaster@shop.example', 'Undeliverable: my parcel', notice, more)
    expect(kind).toBe('bounce')
  })
})

describe('limits of the sending account', () => {
  it.each([
    ['552 Sender has exceeded the hourly sending quota', 'sending-limit'],
    ['550 5.4.5 Daily SMTP relay limit exceeded for this customer', 'sending-limit'],
    ['Limite quotidienne d’envoi atteinte', 'sending-limit'],
    ['You have reached a limit for sending messages', 'sending-limit'],
    ['552 5.2.2 Mailbox has exceeded its daily quota', 'mailbox-full'],
    ['552 quota exceeded', 'mailbox-full'],
    ['452 too many messages sent in this session', 'too-fast'],
  ])('"%s" gives %s', (diagnostic, reason) => {
    expect(decideReason({ diagnostic, status: null, replyCode: null, command: null })).toEqual({ reason, hard: false })
  })
})

describe('delivery fields', () => {
  it('reads each recipient, folded lines and blank lines or none between them', () => {
    const statuses = parseDeliveryStatus(
      'Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822; one@b.example\nAction: failed\nStatus: 5.1.1 (no)\nDiagnostic-Code: smtp; 550\n  5.1.1 no\nFinal-Recipient: rfc822;two@b.example\nAction: delayed\nStatus: 4.4.1\n',
    )
    expect(statuses.map(({ recipient, action, status }) => [recipient, action, status])).toEqual([
      ['one@b.example', 'failed', '5.1.1'],
      ['two@b.example', 'delayed', '4.4.1'],
    ])
    expect(statuses[0]?.diagnostic).toBe('550 5.1.1 no')
  })

  it.each([
    ['rfc822; a@b.example', 'a@b.example'],
    ['RFC822;<a@b.example>', 'a@b.example'],
    ['rfc822;@relay.example:a@b.example', 'a@b.example'],
    ['rfc822; @mx.example', null],
    ['', null],
  ])('address of "%s"', (value, address) => {
    expect(addressOfField(value)).toBe(address)
  })

  it('finds nothing in a letter', () => {
    expect(parseDeliveryStatus('Bonjour,\n\nAction: merci de rappeler.\n')).toEqual([])
  })
})

describe('notices', () => {
  it.each([
    '--- Below this line is a copy of the message.',
    '------ This is a copy of the message, including all the headers. ------',
    '----- Original message -----',
    'Received: from a\nMessage-ID: <a@b.example>\nFrom: c@d.example\nSubject: e',
  ])('end where the returned mail begins: %s', (line) => {
    const { notice, returned } = splitNotice(`could not be delivered\n\n${line}\n\nbody`)
    expect(notice.trim()).toBe('could not be delivered')
    expect(returned).toContain('body')
  })

  it('name the failed address, not those of the bounce itself', () => {
    const own = new Set(['me@study.example'])
    expect(failedAddress('Your message from me@study.example failed.\n\n<lost@brand.example>:\nno mailbox', own)).toBe(
      'lost@brand.example',
    )
    expect(failedAddress('Nothing here.', own)).toBeNull()
  })

  it('of Amazon SES are read, wrapped or cut at 990 bytes too', () => {
    const bounce = {
      notificationType: 'Bounce',
      bounce: {
        bounceType: 'Permanent',
        bouncedRecipients: [{ emailAddress: 'a@b.example', status: '5.1.1', diagnosticCode: 'smtp; 550 no' }],
      },
    }
    const text = JSON.stringify(bounce)
    for (const written of [
      text,
      `${text.slice(0, 60)}!\n ${text.slice(60)}\n--\nstop`,
      JSON.stringify({ Message: text }),
    ]) {
      expect(parseSesNotification(written)).toMatchObject({ type: 'bounce', recipient: 'a@b.example', status: '5.1.1' })
    }
    expect(parseSesNotification('{"a":1}')).toBeNull()
  })
})

describe('reason and permanence', () => {
  it.each([
    [
      'an unknown user refused after DATA with a generic code is filtered',
      { diagnostic: '550 Unknown user', status: '5.0.0', command: 'data' },
      'filtered',
      false,
    ],
    [
      'an unknown user refused at RCPT is dead',
      { diagnostic: '550 Unknown user', status: '5.2.1', command: 'rcpt' },
      'user-unknown',
      true,
    ],
    [
      '"unknown" said at MAIL FROM is about the sender',
      { diagnostic: '550 user unknown', status: null, command: 'mail' },
      'sender-rejected',
      false,
    ],
    [
      'a host that is unknown for now is soft',
      { diagnostic: '450 Host unknown', status: '4.4.3', command: null },
      'host-unknown',
      false,
    ],
    ['a code alone gives its reason', { diagnostic: 'no', status: '5.2.2', command: null }, 'mailbox-full', false],
    ['nothing known is soft', { diagnostic: '', status: null, command: null }, 'undetermined', false],
  ])('%s', (_name, evidence, reason, hard) => {
    expect(decideReason({ replyCode: null, ...evidence })).toEqual({ reason, hard })
  })
})

describe('what is no bounce', () => {
  const mail = (headers: string, body: string) =>
    Buffer.from(`${headers}\nContent-Type: text/plain; charset=utf-8\n\n${body}`)

  it.each([
    [
      'a parcel that could not be delivered',
      'From: suivi@colis.example\nSubject: Échec de livraison de votre colis',
      "Bonjour,\n\nVotre colis n'a pas pu être livré ce matin. Vous pouvez choisir une autre date.",
    ],
    [
      'an agent who writes of undelivered mail',
      'From: help@brand.example\nSubject: Re: Invoice\nIn-Reply-To: <p@study.example>',
      'Hello,\n\nOur e-mail to you was returned: the mailbox was full. I have attached the invoice again.',
    ],
    [
      'a receipt with a null return path',
      'Return-Path: <>\nFrom: contact@brand.example\nSubject: Accusé de réception',
      'Nous avons bien reçu votre message et vous répondrons sous 48 h.',
    ],
  ])('%s', async (_name, headers, body) => {
    const reading = await readMessage(mail(headers, body))
    expect(reading.bounce).toBeNull()
  })

  it('a report of success is unrelated', async () => {
    const reading = await readMessage(
      Buffer.from(
        'From: postmaster@a.example\nSubject: Delivered\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nok\n--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; a@b.example\nAction: delivered\nStatus: 2.0.0\n--b--\n',
      ),
    )
    expect(reading).toMatchObject({ kind: 'unrelated', kindClue: { rule: 'dsn-success' } })
  })
})
