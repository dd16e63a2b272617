/** Mails built to exhaust a reader: too many parts, too deep, too long, or slow for patterns. */

/** A hostile mail by name. */
export interface Bomb {
  readonly name: string
  readonly bytes: () => Buffer
}

const HEAD = 'From: a@b.example\nSubject: x\nMIME-Version: 1.0\n'

function nested(depth: number, type: 'multipart' | 'message'): Buffer {
  const pieces = [HEAD]
  for (let level = 0; level < depth; level += 1) {
    pieces.push(
      type === 'message'
        ? 'Content-Type: message/rfc822\n\n'
        : `Content-Type: multipart/mixed; boundary="b${level}"\n\n--b${level}\n`,
    )
  }
  pieces.push('Content-Type: text/plain\n\nend\n')
  return Buffer.from(pieces.join(''))
}

function plain(text: string, headers = ''): Buffer {
  return Buffer.from(`${HEAD}${headers}Content-Type: text/plain; charset=utf-8\n\n${text}`)
}

function html(text: string): Buffer {
  return Buffer.from(`${HEAD}Content-Type: text/html; charset=utf-8\n\n${text}`)
}

/** Every hostile mail. */
export const BOMBS: readonly Bomb[] = [
  {
    name: '100 000 parts',
    bytes: () =>
      Buffer.from(
        `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${'--b\nContent-Type: text/plain\n\nx\n'.repeat(100_000)}--b--\n`,
      ),
  },
  { name: 'multiparts nested 10 000 deep', bytes: () => nested(10_000, 'multipart') },
  { name: 'messages nested 10 000 deep', bytes: () => nested(10_000, 'message') },
  {
    name: 'one boundary nested 5 000 times',
    bytes: () => Buffer.from(`${HEAD}${'Content-Type: multipart/mixed; boundary=b\n\n--b\n'.repeat(5_000)}`),
  },
  {
    name: '30 MB of base64 that ends in the middle',
    bytes: () =>
      Buffer.concat([
        Buffer.from(`${HEAD}Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n`),
        Buffer.alloc(30_000_000, `${'QUFB'.repeat(19)}\n`),
        Buffer.from('QU'),
      ]),
  },
  {
    name: '36 MB of line ends',
    bytes: () => Buffer.concat([Buffer.from(`${HEAD}\n`), Buffer.alloc(36_000_000, '\n')]),
  },
  {
    name: '1 MB of quoted-printable line ends',
    bytes: () =>
      Buffer.concat([
        Buffer.from(`${HEAD}Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n`),
        Buffer.alloc(1_000_000, '=\n'),
      ]),
  },
  { name: '200 000 header fields', bytes: () => Buffer.from(`${'X-A: b\n'.repeat(200_000)}\nbody`) },
  { name: 'one header of 20 MB', bytes: () => Buffer.from(`Subject: ${'a '.repeat(10_000_000)}\n\nbody`) },
  { name: 'a header folded 300 000 times', bytes: () => Buffer.from(`Subject: a\n${' b\n'.repeat(300_000)}\nbody`) },
  {
    name: '10 000 encoded words',
    bytes: () => Buffer.from(`Subject: ${'=?utf-8?Q?=C3=A9?= '.repeat(10_000)}\n\nbody`),
  },
  {
    name: '100 000 addresses',
    bytes: () => Buffer.from(`From: a@b.example\nTo: ${'x <y@z.example>, '.repeat(100_000)}\n\nbody`),
  },
  { name: 'nested comments in addresses', bytes: () => Buffer.from(`From: ${'('.repeat(50_000)}a@b.example\n\nbody`) },
  { name: '100 000 references', bytes: () => Buffer.from(`References: ${'<a@b.example> '.repeat(100_000)}\n\nbody`) },
  {
    name: 'parameters without end',
    bytes: () => Buffer.from(`${HEAD}Content-Type: text/plain; ${'a="b'.repeat(50_000)}\n\nbody`),
  },
  { name: '1 MB of quote marks', bytes: () => plain('>'.repeat(1_000_000)) },
  { name: '200 000 quoted lines', bytes: () => plain('> a\n'.repeat(200_000)) },
  {
    name: '100 000 quote headers',
    bytes: () => plain('Le lun. 2 mars 2026 à 10:00, X <x@y.example> a écrit :\n'.repeat(20_000)),
  },
  { name: '1 MB without a space', bytes: () => plain('a'.repeat(1_000_000)) },
  { name: '1 MB of spaces', bytes: () => plain(`${' '.repeat(1_000_000)}x`) },
  { name: '1 MB of "Le "', bytes: () => plain('Le '.repeat(330_000)) },
  { name: '1 MB of "On a, "', bytes: () => plain('On a, '.repeat(160_000)) },
  { name: '1 MB of dashes', bytes: () => plain(`${'-'.repeat(1_000_000)}x`) },
  { name: '1 MB of underscores on lines', bytes: () => plain(`${'_'.repeat(80)}\n`.repeat(12_000)) },
  { name: '1 MB of "vous "', bytes: () => plain('nous vous '.repeat(100_000)) },
  { name: '1 MB of "your "', bytes: () => plain('your message has been your '.repeat(37_000)) },
  { name: '1 MB of mail addresses', bytes: () => plain('a@b.example '.repeat(80_000), 'Return-Path: <>\n') },
  { name: '1 MB of dots and ats', bytes: () => plain('a.@'.repeat(330_000), 'From: MAILER-DAEMON@x.example\n') },
  {
    name: '1 MB of failure codes',
    bytes: () => plain('550 5.1.1 user '.repeat(66_000), 'From: MAILER-DAEMON@x.example\n'),
  },
  {
    name: '1 MB of header-like lines',
    bytes: () => plain('Received: x\n'.repeat(80_000), 'From: MAILER-DAEMON@x.example\n'),
  },
  {
    name: '1 MB of report fields',
    bytes: () =>
      plain('Final-Recipient: rfc822; a@b.example\nAction: failed\n'.repeat(20_000), 'From: MAILER-DAEMON@x.example\n'),
  },
  { name: '1 MB of open braces', bytes: () => plain(`{"notificationType":${'{"a":'.repeat(190_000)}`) },
  {
    name: 'format=flowed without end',
    bytes: () => Buffer.from(`${HEAD}Content-Type: text/plain; format=flowed\n\n${'a \n'.repeat(300_000)}`),
  },
  { name: '200 000 open elements', bytes: () => html('<div>'.repeat(200_000)) },
  { name: '100 000 open quotes', bytes: () => html('<blockquote>'.repeat(80_000)) },
  { name: '1 MB of attributes', bytes: () => html(`<div ${'a="b" '.repeat(160_000)}>x</div>`) },
  { name: '1 MB of open angle brackets', bytes: () => html('<'.repeat(1_000_000)) },
  { name: '1 MB of entities', bytes: () => html('&amp;'.repeat(200_000)) },
  { name: '1 MB of open comments', bytes: () => html('<!--'.repeat(250_000)) },
  { name: '50 000 table cells', bytes: () => html(`<table>${'<tr><td>a</td></tr>'.repeat(50_000)}</table>`) },
]
