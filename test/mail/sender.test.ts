/** What the sender says of a mail's fate, against a server that does what it is told. */
import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Account } from '../../src/domain/study.js'
import { FIRST_CLIENT } from '../../src/mail/clients/mail-client.js'
import { createSender, type OutgoingMail, type Sender } from '../../src/mail/sender.js'
import { MONDAY } from '../ledger/samples.js'
import { sampleAccount } from './sample-account.js'
import { type Script, type SmtpBrand, startSmtpBrand } from './smtp-brand.js'

const mail: OutgoingMail = {
  client: FIRST_CLIENT,
  language: 'fr',
  messageId: '<0123456789abcdef@shopper.example>',
  fromName: 'Éléonore Vasseur',
  fromAddress: 'eleonore.vasseur@shopper.example',
  replyAddress: 'eleonore.vasseur+tok00001@shopper.example',
  recipient: 'contact@maison-lune.example',
  subject: 'Où est mon colis ?',
  text: 'Bonjour,\n\nJe n’ai rien reçu.\n.\nÉléonore\n',
  timeZone: 'Europe/Paris',
  inReplyTo: null,
}

let brand: SmtpBrand
let sender: Sender

function open(changes: Partial<Account> = {}, options: { password?: string; dkimKey?: string } = {}): Sender {
  const account = sampleAccount({ smtpPort: brand.port, ...changes })
  return createSender(account, { password: 'secret', now: () => MONDAY, ...options })
}

beforeEach(async () => {
  brand = await startSmtpBrand('secret')
  sender = open()
})

afterEach(async () => {
  await sender.close()
  await brand.close()
})

describe('a mail that is accepted', () => {
  it('carries the fixed Message-ID, the token in Reply-To and in the envelope sender, and the clock it was given', async () => {
    expect(await sender.send(mail)).toMatchObject({ outcome: 'accepted', at: MONDAY })
    const [taken] = brand.taken
    expect(taken?.from).toBe(mail.replyAddress)
    expect(taken?.to).toEqual([mail.recipient])
    expect(taken?.raw).toContain(`Message-ID: ${mail.messageId}`)
    expect(taken?.raw).toContain(`Reply-To: ${mail.replyAddress}`)
    expect(taken?.raw).toContain('Date: Mon, 2 Mar 2026 10:00:00 +0100')
    expect(taken?.raw).not.toMatch(/x-mailer|replymark|nodemailer/i)
  })

  it('says what it continues', async () => {
    await sender.send({ ...mail, inReplyTo: '<first@shopper.example>' })
    expect(brand.taken[0]?.raw).toContain('In-Reply-To: <first@shopper.example>')
    expect(brand.taken[0]?.raw).toContain('References: <first@shopper.example>')
  })

  it('cannot be given header lines by a name, subject or address', async () => {
    await sender.send({
      ...mail,
      subject: 'Bonjour\r\nBcc: other@elsewhere.example',
      fromName: 'Paul\r\nX-Evil: 1',
    })
    const [taken] = brand.taken
    expect(taken?.to).toEqual([mail.recipient])
    expect(taken?.raw).not.toMatch(/^(bcc|x-evil):/im)
  })

  it('goes to one recipient even when the address tries to be two', async () => {
    const two = { ...mail, recipient: 'contact@maison-lune.example, other@elsewhere.example' }
    expect(await sender.send(two)).toMatchObject({ outcome: 'refused' })
    expect(brand.taken).toEqual([])
  })

  it('is signed when the account has a DKIM key', async () => {
    await sender.close()
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const dkim = { domain: 'shopper.example', selector: 'mail', keyFileVariable: 'KEY' }
    sender = open({ dkim }, { dkimKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() })
    expect(await sender.send(mail)).toMatchObject({ outcome: 'accepted' })
    expect(brand.taken[0]?.raw).toContain('DKIM-Signature: v=1;')
  })
})

describe('the fate of a mail', () => {
  const table: readonly [string, Script, string][] = [
    ['a 550 for the recipient', { do: 'refuse', at: 'RCPT', code: 550, text: '5.1.1 No such user' }, 'refused'],
    ['a 554 after the content', { do: 'refuse', at: 'DATA', code: 554, text: '5.7.1 Spam' }, 'refused'],
    ['a 553 for the sender', { do: 'refuse', at: 'MAIL', code: 553, text: '5.7.1 Not owned' }, 'account-failure'],
    ['a 550 for our limit', { do: 'refuse', at: 'MAIL', code: 550, text: '5.4.5 Daily limit' }, 'account-failure'],
    ['a 554 for our host', { do: 'refuse', at: 'MAIL', code: 554, text: '5.7.1 Blocked' }, 'account-failure'],
    [
      'a limit told at the recipient',
      { do: 'refuse', at: 'RCPT', code: 550, text: '5.4.5 Daily user sending limit exceeded' },
      'account-failure',
    ],
    [
      'a suspension told after the content',
      { do: 'refuse', at: 'DATA', code: 554, text: '5.7.1 Your account has been suspended' },
      'account-failure',
    ],
    [
      'the recipient’s full mailbox',
      { do: 'refuse', at: 'RCPT', code: 552, text: '5.2.2 Mailbox over quota' },
      'refused',
    ],
    ['a 451 for the recipient', { do: 'refuse', at: 'RCPT', code: 451, text: '4.7.1 Greylisted' }, 'deferred'],
    ['a 452 after the content', { do: 'refuse', at: 'DATA', code: 452, text: '4.2.2 Full' }, 'deferred'],
    ['a cut after the first bytes', { do: 'cut', at: 'content' }, 'uncertain'],
    ['a cut before the answer to the whole mail', { do: 'cut', at: 'dot' }, 'uncertain'],
  ]

  it.each(table)('after %s is told', async (_, script, outcome) => {
    brand.scripts.push(script)
    expect((await sender.send(mail)).outcome).toBe(outcome)
  })

  it.each(['content', 'dot'] as const)('is never tried again by itself after a cut at %s', async (at) => {
    brand.scripts.push({ do: 'cut', at })
    await sender.send(mail)
    expect(brand.taken.length).toBeLessThanOrEqual(1)
    expect(brand.taken.filter((taken) => taken.answered)).toEqual([])
  })

  it('is tried once more on a fresh connection when not a byte was handed over', async () => {
    brand.scripts.push({ do: 'cut', at: 'RCPT' })
    expect((await sender.send(mail)).outcome).toBe('accepted')
    expect(brand.taken).toHaveLength(1)
  })

  it('does not disturb the next one', async () => {
    brand.scripts.push({ do: 'refuse', at: 'RCPT', code: 550, text: 'no' }, { do: 'cut', at: 'dot' })
    expect((await sender.send(mail)).outcome).toBe('refused')
    expect((await sender.send(mail)).outcome).toBe('uncertain')
    expect((await sender.send(mail)).outcome).toBe('accepted')
  })
})

describe('an account that does not work', () => {
  it('is told from a refused mail when the password is wrong', async () => {
    await sender.close()
    sender = open({}, { password: 'wrong' })
    const outcome = await sender.send(mail)
    expect(outcome).toMatchObject({ outcome: 'account-failure' })
    if (outcome.outcome === 'account-failure') {
      expect(outcome.failure.message).toContain('refused user')
      expect(outcome.failure.details.hint).toContain('REPLYMARK_SMTP_PASSWORD')
      expect(JSON.stringify([outcome.failure.message, outcome.failure.details.hint])).not.toContain('wrong')
    }
    await expect(sender.verify()).rejects.toThrow('refused user')
  })

  it('says that nothing listens there', async () => {
    await sender.close()
    await brand.close()
    sender = open()
    const outcome = await sender.send(mail)
    expect(outcome.outcome).toBe('account-failure')
    if (outcome.outcome === 'account-failure') expect(outcome.failure.message).toContain('cannot be reached')
    brand = await startSmtpBrand()
  })

  it('never speaks with another machine in the clear', () => {
    const account = sampleAccount({ smtpPort: 25 })
    const remote = { ...account, smtp: { ...account.smtp, host: 'smtp.shopper.example' } }
    expect(() => createSender(remote, { password: 'secret', now: () => MONDAY })).toThrow('without TLS')
  })
})
