/**
 * Mails as ordinary customers write them, for the detector: nine families of programs, each from what such mails look like on the
 * wire, with the releases, habits and accidents that come with people. Nothing here is taken from `src/mail/clients`; families stand
 * in it that no shopper of ours uses. Shares are an assumption about people who write through a server of their own provider.
 */
import { createHash } from 'node:crypto'
import type { Random } from '../../../src/ranking/random.js'

/** What a customer wants to say. */
export interface CustomerWords {
  readonly first: string
  readonly last: string
  readonly to: string
  readonly subject: string
  /** LF line ends. */
  readonly text: string
  readonly french: boolean
  /** As RFC 5322 has it, without a zero before the day. */
  readonly date: string
}

/** A mail, and the family of the program that wrote it. */
export interface ConsumerMail {
  readonly family: string
  readonly raw: string
}

const ascii = (text: string) => [...text].every((character) => character.charCodeAt(0) < 127)

/** Quoted-printable, byte by byte. */
function qp(text: string): string {
  const out: string[] = []
  for (const line of text.split('\n')) {
    const bytes = Buffer.from(line, 'utf8')
    let row = ''
    for (const [place, byte] of bytes.entries()) {
      const literal =
        (byte >= 33 && byte <= 126 && byte !== 61) || ((byte === 32 || byte === 9) && place < bytes.length - 1)
      const unit = literal ? String.fromCharCode(byte) : `=${byte < 16 ? '0' : ''}${byte.toString(16).toUpperCase()}`
      // Programs keep the bytes of one character together.
      const begins = (byte & 0xc0) !== 0x80
      const unitLength = byte >= 0xf0 ? 12 : byte >= 0xe0 ? 9 : byte >= 0xc0 ? 6 : unit.length
      if (begins && row.length + unitLength > 75) {
        out.push(`${row}=`)
        row = ''
      }
      row += unit
    }
    out.push(row)
  }
  return out.join('\r\n')
}

function q(text: string, label: string, first: number): string {
  if (ascii(text)) {
    const lines = ['']
    for (const word of text.split(' ')) {
      const line = lines.at(-1) ?? ''
      const lead = lines.length === 1 ? first : 1
      if (line !== '' && lead + line.length + word.length + 1 > 76) lines.push(word)
      else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
    }
    return lines.join('\r\n ')
  }
  const rows = ['']
  for (const character of text) {
    const unit = /[A-Za-z0-9!*+\-/]/.test(character)
      ? character
      : character === ' '
        ? '_'
        : [...Buffer.from(character)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
    const limit = 75 - label.length - 7 - (rows.length === 1 ? first : 0)
    if ((rows.at(-1) ?? '').length + unit.length > limit) rows.push('')
    rows[rows.length - 1] += unit
  }
  return rows.map((row) => `=?${label}?Q?${row}?=`).join('\r\n ')
}

function flow(text: string, width: number): string {
  const out: string[] = []
  for (const paragraph of text.split('\n')) {
    let row = ''
    for (const word of paragraph.split(' ')) {
      if (row !== '' && row.length + word.length >= width) {
        out.push(`${row} `)
        row = word
      } else row = row === '' ? word : `${row} ${word}`
    }
    out.push(row)
  }
  return out.join('\r\n')
}

const html = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const zero = (date: string) => date.replace(/^(\w+, )(\d )/, '$10$2')

const plainName = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z]/g, '')
    .toLowerCase()

/** The part of an address before the @, as people choose it; most have no figure where the domain is their provider's or their own. */
function localPart(first: string, last: string, random: Random): string {
  const one = plainName(first)
  const two = plainName(last)
  const base = random.pick([
    `${one}.${two}`,
    `${one}.${two}`,
    `${one}.${two}`,
    `${one}${two}`,
    `${one[0]}${two}`,
    `${one[0]}.${two}`,
    `${two}.${one}`,
    `${one}-${two}`,
    `${one}_${two}`,
    `${two}${one[0]}`,
    `${one}${two.slice(0, 3)}`,
  ])
  const tail = random.uniform()
  if (tail < 0.4) return base
  if (tail < 0.55) return `${base}${random.pick(['', '.', '_'])}${random.below(100)}`
  if (tail < 0.68) return `${base}${1950 + random.below(60)}`
  if (tail < 0.78) return `${base}${String(random.below(1000)).padStart(3, '0')}`
  if (tail < 0.86) return `${base}.${random.pick(['pro', 'perso', 'mail', 'contact', 'famille', 'web', 'achats'])}`
  if (tail < 0.93) return `${one}.${plainName(random.pick(['Anne', 'Marie', 'Jean', 'Paul', 'Rose', 'Louis']))}.${two}`
  return `${base}${String(1 + random.below(28)).padStart(2, '0')}${String(1 + random.below(12)).padStart(2, '0')}`
}

function shownName(first: string, last: string, random: Random): string {
  const habit = random.uniform()
  if (habit < 0.8) return `${first} ${last}`
  if (habit < 0.87) return `${first} ${last.toUpperCase()}`
  if (habit < 0.92) return `${last.toUpperCase()} ${first}`
  if (habit < 0.97) return `${first} ${last}`.toLowerCase()
  return first
}

interface Parts {
  readonly words: CustomerWords
  readonly address: string
  readonly domain: string
  readonly name: string
  readonly random: Random
  /** Hex figures that nobody foresees. */
  readonly hex: (length: number) => string
}

const uuid = (hex: Parts['hex'], random: Random) =>
  `${hex(8)}-${hex(4)}-4${hex(3)}-${random.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`
const mail = (head: readonly string[], body: string) => `${head.join('\r\n')}\r\n\r\n${body}\r\n`

type Family = (parts: Parts) => string

const apple = (text: string): readonly [string, string, string] =>
  ascii(text) ? ['us-ascii', '7bit', text.replaceAll('\n', '\r\n')] : ['utf-8', 'quoted-printable', qp(text)]

const FAMILIES: Readonly<Record<string, readonly [share: number, family: Family]>> = {
  iphone: [
    30,
    ({ words, address, domain, name, random, hex }) => {
      const closing = words.french ? 'Envoyé de mon iPhone' : 'Sent from my iPhone'
      const text = random.uniform() < 0.3 ? `${words.text.trimEnd()}\n\n${closing}` : words.text.trimEnd()
      const [charset, encoding, body] = apple(text)
      const build = random.pick([
        '20H350',
        '21F90',
        '21G93',
        '21H450',
        '22A3370',
        '22D82',
        '22E252',
        '22F76',
        '22G86',
        '22G100',
        '23A341',
        '23A355',
      ])
      return mail(
        [
          `Content-Type: text/plain; charset=${charset}`,
          `Content-Transfer-Encoding: ${encoding}`,
          `From: ${q(name, 'utf-8', 6)} <${address}>`,
          'Mime-Version: 1.0 (1.0)',
          `Date: ${words.date}`,
          `Subject: ${q(words.subject, 'utf-8', 9)}`,
          `Message-Id: <${uuid(hex, random).toUpperCase()}@${domain}>`,
          `To: ${words.to}`,
          `X-Mailer: iPhone Mail (${build})`,
        ],
        body,
      )
    },
  ],
  'apple-mail': [
    14,
    ({ words, address, domain, name, random, hex }) => {
      const [charset, encoding, body] = apple(words.text.trimEnd())
      const release = random.pick([
        '3774.600.62',
        '3774.500.171.1.1',
        '3826.400.131.1.6',
        '3826.600.51.1.1',
        '3696.120.41.1.1',
        '3731.700.6.1.9',
        '3864.100.1.1.5',
      ])
      return mail(
        [
          `From: ${q(name, 'utf-8', 6)} <${address}>`,
          `Content-Type: text/plain; charset=${charset}`,
          `Content-Transfer-Encoding: ${encoding}`,
          `Mime-Version: 1.0 (Mac OS X Mail 16.0 \\(${release}\\))`,
          `Subject: ${q(words.subject, 'utf-8', 9)}`,
          `Message-Id: <${uuid(hex, random).toUpperCase()}@${domain}>`,
          `Date: ${words.date}`,
          `To: ${random.uniform() < 0.1 ? `Service client <${words.to}>` : words.to}`,
          `X-Mailer: Apple Mail (2.${release})`,
        ],
        body,
      )
    },
  ],
  thunderbird: [
    16,
    ({ words, address, domain, name, random, hex }) => {
      const agent = random.pick([
        'Mozilla Thunderbird',
        'Mozilla Thunderbird',
        'Mozilla Thunderbird',
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:102.0) Gecko/20100101 Thunderbird/102.15.1',
        'Mozilla/5.0 (X11; Linux x86_64; rv:102.0) Gecko/20100101 Thunderbird/102.10.0',
        'Mozilla/5.0 (Windows NT 10.0; rv:91.0) Gecko/20100101 Thunderbird/91.13.1',
      ])
      const text =
        random.uniform() < 0.12
          ? `${words.text.trimEnd()}\n\n-- \n${name}\n06 ${random.below(90) + 10} 12 34 56`
          : words.text
      return mail(
        [
          `Message-ID: <${uuid(hex, random)}@${domain}>`,
          `Date: ${words.date}`,
          'MIME-Version: 1.0',
          `User-Agent: ${agent}`,
          `Subject: ${q(words.subject, 'UTF-8', 9)}`,
          `Content-Language: ${words.french ? random.pick(['fr', 'fr', 'fr', 'fr-FR', 'en-US']) : random.pick(['en-US', 'en-GB'])}`,
          `To: ${words.to}`,
          `From: ${q(name, 'UTF-8', 6)} <${address}>`,
          'Content-Type: text/plain; charset=UTF-8; format=flowed',
          `Content-Transfer-Encoding: ${ascii(text) ? '7bit' : '8bit'}`,
        ],
        flow(text, 72),
      )
    },
  ],
  roundcube: [
    12,
    ({ words, address, domain, name, random, hex }) => {
      const text = words.text
      const release = random.pick(['1.4.15', '1.5.10', '1.6.0', '1.6.5', '1.6.9', '1.6.11'])
      const charset = ascii(text) ? 'US-ASCII' : 'UTF-8'
      const seven = !ascii(text) && random.uniform() < 0.2
      return mail(
        [
          'MIME-Version: 1.0',
          `Date: ${zero(words.date)}`,
          `From: ${q(name, 'UTF-8', 6)} <${address}>`,
          `To: ${words.to}`,
          `Subject: ${q(words.subject, 'UTF-8', 9)}`,
          ...(random.uniform() < 0.85 ? [`User-Agent: Roundcube Webmail/${release}`] : []),
          `Message-ID: <${hex(32)}@${domain}>`,
          ...(random.uniform() < 0.85 ? [`X-Sender: ${address}`] : []),
          `Content-Type: text/plain; charset=${charset};\r\n format=flowed`,
          `Content-Transfer-Encoding: ${ascii(text) ? '7bit' : seven ? 'quoted-printable' : '8bit'}`,
        ],
        seven ? qp(flow(text, 76).replaceAll('\r\n', '\n')) : flow(text, 76),
      )
    },
  ],
  k9: [
    6,
    ({ words, address, domain, name, random, hex }) => {
      const closing = words.french
        ? '-- \nEnvoyé de mon appareil Android avec Courriel K-9 Mail. Veuillez excuser ma brièveté.'
        : '-- \nSent from my Android device with K-9 Mail. Please excuse my brevity.'
      return mail(
        [
          `Date: ${zero(words.date)}`,
          `From: ${q(name, 'UTF-8', 6)} <${address}>`,
          `To: ${words.to}`,
          `Subject: ${q(words.subject, 'UTF-8', 9)}`,
          'User-Agent: K-9 Mail for Android',
          `Message-ID: <${uuid(hex, random).toUpperCase()}@${domain}>`,
          'MIME-Version: 1.0',
          'Content-Type: text/plain;\r\n charset=utf-8',
          'Content-Transfer-Encoding: quoted-printable',
        ],
        qp(random.uniform() < 0.4 ? `${words.text.trimEnd()}\n${closing}` : words.text),
      )
    },
  ],
  outlook: [
    13,
    ({ words, address, domain, name, random, hex }) => {
      const boundary = `----=_NextPart_000_${hex(4).toUpperCase()}_01DA${hex(4).toUpperCase()}.${hex(8).toUpperCase()}`
      const paragraphs = words.text
        .trimEnd()
        .split('\n')
        .map((line) => `<p class=MsoNormal>${line === '' ? '&nbsp;' : html(line)}<o:p></o:p></p>`)
        .join('')
      const page = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15 (filtered medium)"></head><body lang=${words.french ? 'FR' : 'EN-GB'} link="#0563C1" vlink="#954F72"><div class=WordSection1>${paragraphs}</div></body></html>`
      return mail(
        [
          `From: ${ascii(name) ? `"${name}"` : q(name, 'utf-8', 6)} <${address}>`,
          `To: <${words.to}>`,
          `Subject: ${q(words.subject, 'utf-8', 9)}`,
          `Date: ${words.date}`,
          `Message-ID: <${hex(12)}$${hex(8)}$${hex(8)}$@${domain}>`,
          'MIME-Version: 1.0',
          `Content-Type: multipart/alternative;\r\n\tboundary="${boundary}"`,
          'X-Mailer: Microsoft Outlook 16.0',
          `Thread-Index: Adp${Buffer.from(hex(38), 'hex').toString('base64')}==`,
          `Content-Language: ${words.french ? 'fr' : 'en-gb'}`,
        ],
        [
          'This is a multipart message in MIME format.',
          '',
          `--${boundary}`,
          'Content-Type: text/plain;\r\n\tcharset="utf-8"',
          `Content-Transfer-Encoding: ${random.pick(['quoted-printable', '8bit'])}`,
          '',
          qp(words.text),
          `--${boundary}`,
          'Content-Type: text/html;\r\n\tcharset="utf-8"',
          'Content-Transfer-Encoding: quoted-printable',
          '',
          qp(page),
          `--${boundary}--`,
        ].join('\r\n'),
      )
    },
  ],
  samsung: [
    5,
    ({ words, address, domain, name, hex, random }) => {
      const boundary = `--_com.samsung.android.email_${hex(16)}`
      return mail(
        [
          `Date: ${zero(words.date)}`,
          `Subject: ${q(words.subject, 'UTF-8', 9)}`,
          `Message-ID: <${hex(10)}.${1_700_000_000_000 + random.below(90_000_000)}@email.android.com>`,
          'Importance: normal',
          `From: ${q(name, 'UTF-8', 6)} <${address}>`,
          `To: ${words.to}`,
          'MIME-Version: 1.0',
          `Content-Type: multipart/alternative; boundary="${boundary}"`,
          `X-Originating-Client: ${domain.length}`,
        ],
        [
          `--${boundary}`,
          'Content-Type: text/plain; charset=utf-8',
          'Content-Transfer-Encoding: base64',
          '',
          Buffer.from(words.text)
            .toString('base64')
            .replaceAll(/(.{76})/g, '$1\r\n'),
          `--${boundary}`,
          'Content-Type: text/html; charset=utf-8',
          'Content-Transfer-Encoding: base64',
          '',
          Buffer.from(`<html><body><div dir="auto">${html(words.text).replaceAll('\n', '<br>')}</div></body></html>`)
            .toString('base64')
            .replaceAll(/(.{76})/g, '$1\r\n'),
          `--${boundary}--`,
        ].join('\r\n'),
      )
    },
  ],
  zimbra: [
    4,
    ({ words, address, domain, name, random }) =>
      mail(
        [
          `Date: ${words.date} (CET)`,
          `From: ${q(name, 'utf-8', 6)} <${address}>`,
          `To: ${words.to.split('@')[0]} <${words.to}>`,
          `Message-ID: <${random.below(1_000_000_000)}.${random.below(9_000_000)}.${1_700_000_000_000 + random.below(90_000_000)}.JavaMail.zimbra@${domain}>`,
          `Subject: ${q(words.subject, 'utf-8', 9)}`,
          'MIME-Version: 1.0',
          'Content-Type: text/plain; charset=utf-8',
          'Content-Transfer-Encoding: quoted-printable',
          'X-Mailer: Zimbra 8.8.15_GA_4581 (ZimbraWebClient - FF128 (Win)/8.8.15_GA_4581)',
          `Thread-Topic: ${q(words.subject, 'utf-8', 14)}`,
        ],
        qp(words.text),
      ),
  ],
}

/** A mail of a customer; the same stream gives the same mail. */
export function consumerMail(words: CustomerWords, domain: string, random: Random): ConsumerMail {
  const total = Object.values(FAMILIES).reduce((sum, [share]) => sum + share, 0)
  let left = random.below(total)
  const [family, [, write]] = Object.entries(FAMILIES).find(([, [share]]) => {
    left -= share
    return left < 0
  })!
  let pool = ''
  const hex = (length: number) => {
    while (pool.length < length)
      pool += createHash('sha256')
        .update(`${pool}${random.below(1_000_000_000)}`)
        .digest('hex')
    const taken = pool.slice(0, length)
    pool = pool.slice(length)
    return taken
  }
  const address = `${localPart(words.first, words.last, random)}@${domain}`
  const name = shownName(words.first, words.last, random)
  return { family, raw: write({ words, address, domain, name, random, hex }) }
}
