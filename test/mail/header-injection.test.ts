/**
 * No value that reaches the headers of our own mails can add a header, whatever it holds: names and subjects of the configuration,
 * texts of brands, addresses, Message-IDs of what a mail continues. Each mail is taken by a real SMTP server and read back.
 */
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FIRST_CLIENT } from '../../src/mail/clients/mail-client.js'
import { createSender, type OutgoingMail, type Sender } from '../../src/mail/sender.js'
import { readMessage } from '../../src/reading/read-message.js'
import { MONDAY } from '../ledger/samples.js'
import { sampleAccount } from './sample-account.js'
import { type SmtpBrand, startSmtpBrand } from './smtp-brand.js'

const MAIL: OutgoingMail = {
  client: FIRST_CLIENT,
  language: 'fr',
  messageId: '<0123456789abcdef@shopper.example>',
  fromName: 'Camille Roux',
  fromAddress: 'camille.roux@shopper.example',
  replyAddress: 'camille.roux+tok00001@shopper.example',
  recipient: 'contact@maison-lune.example',
  subject: 'Où est mon colis ?',
  text: 'Bonjour,\n\nJe n’ai rien reçu.\n',
  timeZone: 'Europe/Paris',
  inReplyTo: '<first@shopper.example>',
}

/** What a value may try. */
const ATTACKS: Readonly<Record<string, string>> = {
  'CR and LF': 'Colis\r\nBcc: other@elsewhere.example\r\nX-Evil: 1',
  'a bare LF': 'Colis\nBcc: other@elsewhere.example\nX-Evil: 1',
  'a bare CR': 'Colis\rBcc: other@elsewhere.example\rX-Evil: 1',
  'a folded line': 'Colis\r\n\tX-Evil: 1\r\n X-Evil: 2',
  'the end of the headers': 'Colis\r\n\r\nX-Evil: 1\r\n\r\n<b>other text</b>',
  'NUL and other controls': 'Colis\0\u0001\u0008\u000b\u000c\u001b\u007f\u0085 X-Evil: 1',
  'line separators of Unicode': 'Colis\u2028Bcc: other@elsewhere.example\u2029X-Evil: 1',
  'an encoded word that hides a line end': '=?utf-8?Q?Colis=0D=0ABcc:_other@elsewhere.example=0D=0AX-Evil:_1?=',
  'an encoded word in base64': `=?utf-8?B?${Buffer.from('Colis\r\nX-Evil: 1').toString('base64')}?=`,
  'encoded words without end': '=?utf-8?Q?=?utf-8?Q?Colis'.repeat(20),
  'the end of an address': 'Colis" <other@elsewhere.example>, "x',
  'a comment and a group': '(Colis\\) friends: other@elsewhere.example;',
  'very long words': `Colis ${'é'.repeat(20_000)}`,
  'very long ASCII without a space': 'C'.repeat(20_000),
  'long ASCII without a space': 'C'.repeat(700),
  'long words': `Colis ${'é'.repeat(690)}`,
  'halves of surrogates': `Colis \ud83d \udc00 X-Evil: 1`,
  'the end of SMTP data': 'Colis\r\n.\r\nMAIL FROM:<other@elsewhere.example>\r\n',
}

let brand: SmtpBrand
let sender: Sender
beforeAll(async () => {
  brand = await startSmtpBrand('secret')
  sender = createSender(sampleAccount({ smtpPort: brand.port }), { password: 'secret', now: () => MONDAY })
})
afterAll(async () => {
  await sender.close()
  await brand.close()
})

/** Names of the header fields as they stand in the bytes, in lower case and sorted. */
function fieldsOf(raw: string): readonly string[] {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n'))
  return head
    .split('\r\n')
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
    .sort()
}

/** The mail that the server took for this one; null where none was handed over. */
async function taken(mail: OutgoingMail): Promise<string | null> {
  const before = brand.taken.length
  const { outcome } = await sender.send(mail)
  expect(['accepted', 'refused']).toContain(outcome)
  expect(brand.taken.length - before).toBe(outcome === 'accepted' ? 1 : 0)
  return brand.taken[before]?.raw ?? null
}

/** Checks what must hold of every mail, beside the value that tried something. */
async function isOneLetter(raw: string): Promise<void> {
  expect(fieldsOf(raw)).toEqual(fieldsOf(harmless))
  const head = raw.slice(0, raw.indexOf('\r\n\r\n'))
  // Nothing but CRLF ends a line, and no line is longer than a server must take (RFC 5322 §2.1.1).
  expect(head.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
  for (const line of head.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998)
  const read = await simpleParser(raw)
  expect([...read.headers.keys()].sort()).toEqual([...(await simpleParser(harmless)).headers.keys()].sort())
  expect(read.headers.has('bcc') || read.headers.has('x-evil') || read.cc !== undefined).toBe(false)
  expect([read.to].flat().flatMap((list) => list?.value.map(({ address }) => address))).toEqual([MAIL.recipient])
  expect(read.from?.value.map(({ address }) => address)).toEqual([MAIL.fromAddress])
  expect(read.replyTo?.value.map(({ address }) => address)).toEqual([MAIL.replyAddress])
  expect(read.messageId).toBe(MAIL.messageId)
  expect(read.text?.trimEnd()).toBe(MAIL.text.trimEnd())
  // Our own reader sees the same letter.
  const own = await readMessage(Buffer.from(raw))
  expect([own.from?.address, own.messageId]).toEqual([MAIL.fromAddress, MAIL.messageId])
  expect(own.text).toContain('Je n’ai rien reçu.')
}

let harmless = ''
beforeAll(async () => {
  harmless = (await taken(MAIL)) ?? ''
  expect(fieldsOf(harmless)).toContain('references')
})

describe.each(Object.entries(ATTACKS))('%s', (_, value) => {
  it('stays in the subject', async () => {
    const raw = await taken({ ...MAIL, subject: value })
    if (raw === null) return expect(value.length).toBeGreaterThan(700)
    await isOneLetter(raw)
  })

  it('stays in the sender’s name', async () => {
    const raw = await taken({ ...MAIL, fromName: value })
    if (raw === null) return expect(value.length).toBeGreaterThan(700)
    await isOneLetter(raw)
  })

  it.each([
    'fromAddress',
    'replyAddress',
    'recipient',
  ] as const)('is refused as %s, alone and behind an address', async (field) => {
    expect(await taken({ ...MAIL, [field]: value })).toBeNull()
    expect(await taken({ ...MAIL, [field]: `${MAIL[field]}${value.slice(5)}` })).toBeNull()
    expect(await taken({ ...MAIL, [field]: `${value}@shopper.example` })).toBeNull()
  })

  it.each(['inReplyTo', 'messageId'] as const)('cannot leave the identifiers, as %s', async (field) => {
    for (const id of [value, `<${value}@shopper.example>`]) {
      const raw = await taken({ ...MAIL, [field]: id })
      if (raw !== null) await isOneLetter(raw)
    }
  })
})
