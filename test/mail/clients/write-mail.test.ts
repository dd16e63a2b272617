/** What shoppers' programs write: the fields of each, and that whatever text goes in comes out again at the brand. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { type ClientKind, drawClient, type MailClient, messageIdIn } from '../../../src/mail/clients/mail-client.js'
import { type Letter, writeMail } from '../../../src/mail/clients/write-mail.js'
import { createSecretRandom } from '../../../src/planning/plan-secret.js'
import { readMessage } from '../../../src/reading/read-message.js'
import { MONDAY } from '../../ledger/samples.js'

const secretOf = (name: string) => createHash('sha256').update(name).digest('hex')
const drawn = (name: string) => drawClient(createSecretRandom(secretOf(name), 'mail-client', 'claire'))

/** One program of each family. */
const CLIENTS = new Map<ClientKind, MailClient>()
for (let draw = 0; CLIENTS.size < 5; draw += 1) {
  const client = drawn(`draw ${draw}`)
  CLIENTS.set(client.kind, client)
}

const letterIn = (client: MailClient): Letter => ({
  client,
  messageId: messageIdIn(client, createHash('sha256').update('one').digest(), 'shopper.example'),
  fromName: 'Éléonore Vasseur',
  fromAddress: 'eleonore.1403@shopper.example',
  replyAddress: 'eleonore.1403@shopper.example',
  recipient: 'contact@maison-lune.example',
  subject: 'Où est mon colis ?',
  text: `Bonjour,\n\nJe n’ai rien reçu. ${'Cela fait dix jours que j’attends. '.repeat(8)}\n> vu\nFrom là\n-- \nÉléonore\n`,
  language: 'fr',
  timeZone: 'Europe/Paris',
  inReplyTo: null,
})

const namesOf = (raw: Buffer) =>
  raw
    .toString()
    .split('\r\n\r\n')[0]!
    .split('\r\n')
    .filter((line) => !/^\s/.test(line))
    .map((line) => line.split(':')[0])

describe.each([
  [
    'thunderbird',
    'Message-ID Date MIME-Version User-Agent Subject Content-Language To From Content-Type Content-Transfer-Encoding',
    /^<[0-9a-f]{8}-[0-9a-f-]{27}@/,
  ],
  [
    'apple-mail',
    'From Content-Type Content-Transfer-Encoding Mime-Version Subject Message-Id Date To X-Mailer',
    /^<[0-9A-F]{8}-[0-9A-F-]{27}@/,
  ],
  [
    'iphone',
    'Content-Type Content-Transfer-Encoding From Mime-Version Date Subject Message-Id To X-Mailer',
    /^<[0-9A-F]{8}-[0-9A-F-]{27}@/,
  ],
  [
    'roundcube',
    'MIME-Version Date From To Subject User-Agent Message-ID X-Sender Content-Type Content-Transfer-Encoding',
    /^<[0-9a-f]{32}@/,
  ],
  [
    'k9',
    'Date From To Subject User-Agent Message-ID MIME-Version Content-Type Content-Transfer-Encoding',
    /^<[0-9A-F]{8}-[0-9A-F-]{27}@/,
  ],
] as const)('a mail of %s', (kind, fields, identifier) => {
  const letter = letterIn(CLIENTS.get(kind)!)

  it('has its fields in their order, its Message-ID, and no Reply-To where From carries the address', () => {
    const { raw } = writeMail(letter, MONDAY)
    expect(namesOf(raw).join(' ')).toBe(fields)
    expect(letter.messageId).toMatch(identifier)
    expect(raw.toString()).toContain('Mar 2026 10:00:00 +0100')
    expect(raw.toString()).not.toMatch(/replymark|nodemailer/i)
  })

  it('says what it continues and where answers go, where that is another address', () => {
    const { raw } = writeMail(
      { ...letter, inReplyTo: '<first@shopper.example>', replyAddress: 'eleonore+achats1@shopper.example' },
      MONDAY,
    )
    for (const field of ['In-Reply-To: <first@', 'References: <first@', 'Reply-To: eleonore+achats1@'])
      expect(raw.toString()).toContain(`\r\n${field}`)
  })

  it('is read as it was meant, whatever the words', async () => {
    const character = fc.oneof(
      fc.constantFrom(...[...' \n>-=?_.éœ’€😀"\\(),<@;:'], '😀', 'From ', '-- ', '=?UTF-8?Q?x?='),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    )
    const words = fc
      .array(character, { maxLength: 80 })
      .map((parts) => parts.join('').replaceAll(/[^\P{Cc}\n]|[\u2028\u2029]/gu, ''))
    const line = words.map((text) => text.replaceAll(/\s+/g, ' ').trim())
    await fc.assert(
      fc.asyncProperty(words, line, line, async (text, subject, fromName) => {
        const { raw } = writeMail({ ...letter, text, subject, fromName }, MONDAY)
        for (const one of raw.toString('latin1').split('\r\n')) expect(one.length).toBeLessThanOrEqual(998)
        expect(raw.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        const read = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true })
        expect(namesOf(raw).join(' ')).toBe(fields)
        expect(read.subject ?? '').toBe(subject)
        expect(read.from?.value[0]).toEqual({ name: fromName, address: letter.fromAddress })
        const plain = (one: string) =>
          one
            .split('\n')
            .map((part) => part.trimEnd())
            .join('\n')
            .trimEnd()
        expect(plain(read.text ?? '')).toBe(plain(text))
      }),
      { numRuns: 60 },
    )
    const own = await readMessage(writeMail(letter, MONDAY).raw)
    expect([own.from?.address, own.messageId]).toEqual([letter.fromAddress, letter.messageId])
  })
})

describe('the program of a persona', () => {
  it('is the same in an edition and cannot be told without its secret', () => {
    const personas = Array.from({ length: 40 }, (_, index) => `persona ${index}`)
    const of = (secret: string) =>
      personas.map((persona) => drawClient(createSecretRandom(secretOf(secret), 'mail-client', persona)))
    expect(of('one')).toEqual(of('one'))
    expect(of('one')).not.toEqual(of('other'))
    expect(new Set(of('one').map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(4)
  })
})
