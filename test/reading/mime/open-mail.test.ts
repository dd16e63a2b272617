/** A message opened: structure, bodies, attachments, reports, and what is survived. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../../src/reading/mime/limits.js'
import { openMail } from '../../../src/reading/mime/open-mail.js'

function open(text: string, limits = DEFAULT_LIMITS) {
  return openMail(Buffer.from(text, 'utf8'), limits)
}

describe('openMail', () => {
  it('gives both bodies of an alternative', async () => {
    const mail = await open(
      'Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nun\n--b\nContent-Type: text/html\n\n<p>un</p>\n--b--\n',
    )
    expect(mail.body).toEqual({ plain: 'un', html: '<p>un</p>' })
    expect(mail.problems).toEqual([])
  })

  it('joins the parts of a mixed body, the plain one shown as HTML where another has only HTML', async () => {
    const mail = await open(
      'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>un</p>\n--b\nContent-Type: text/plain\n\na < b\n--b--\n',
    )
    expect(mail.body.plain).toBeNull()
    expect(mail.body.html).toContain('<p>un</p>')
    expect(mail.body.html).toContain('a &lt; b')
  })

  it('lists attachments without opening them, winmail.dat too', async () => {
    const mail = await open(
      'Content-Type: multipart/mixed; boundary=b\n\n--b\n\ntexte\n--b\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\nAAAA\n--b\nContent-Type: text/plain; name="notes.txt"\nContent-Disposition: attachment\n\nnotes\n--b--\n',
    )
    expect(mail.body.plain).toBe('texte')
    expect(mail.attachments.map(({ fileName }) => fileName)).toEqual(['winmail.dat', 'notes.txt'])
  })

  it('reads a mail without any header as its body', async () => {
    const mail = await open('Bonjour,\n\nvoici la réponse.')
    expect(mail.headers.fields).toEqual([])
    expect(mail.body.plain).toBe('Bonjour,\n\nvoici la réponse.')
  })

  it('skips the envelope line of a mailbox file', async () => {
    const mail = await open('From MAILER-DAEMON Sat Dec  6 13:46:11 2014\nSubject: a\n\nb')
    expect(mail.headers.text('subject')).toBe('a')
    expect(mail.body.plain).toBe('b')
  })

  it('unfolds headers and decodes their words, 8-bit ones too', async () => {
    const raw = Buffer.concat([
      Buffer.from('Subject: =?utf-8?Q?r=C3=A9?=\n =?utf-8?Q?ponse?=\nX-Note: '),
      Buffer.from('été', 'latin1'),
      Buffer.from('\n\nb'),
    ])
    const mail = await openMail(raw)
    expect(mail.headers.text('subject')).toBe('réponse')
    expect(mail.headers.text('x-note')).toBe('été')
  })

  it('uses the boundary that the body shows where the declared one never occurs', async () => {
    const mail = await open(
      'Content-Type: multipart/mixed; boundary=x\n\n--real\nContent-Type: text/plain\n\nun\n--real--\n',
    )
    expect(mail.body.plain).toBe('un')
    expect(mail.problems.join()).toContain('boundary')
  })

  it('reads a multipart whose end is missing, and says so', async () => {
    const mail = await open('Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nun deux')
    expect(mail.body.plain).toBe('un deux')
    expect(mail.problems.join()).toContain('may be cut')
  })

  it('keeps the headers of an embedded message apart from the body', async () => {
    const mail = await open(
      'Content-Type: multipart/mixed; boundary=b\n\n--b\n\nvoir dessous\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <a@b.example>\nSubject: c\n\nintérieur\n--b--\n',
    )
    expect(mail.body.plain).toBe('voir dessous')
    expect(mail.embedded.map((headers) => headers.raw('message-id'))).toEqual(['<a@b.example>'])
    expect(mail.embeddedText).toContain('intérieur')
  })

  it('sets delivery reports apart', async () => {
    const mail = await open(
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nnotice\n--b\nContent-Type: message/delivery-status\n\nAction: failed\n--b--\n',
    )
    expect(mail).toMatchObject({ reportType: 'delivery-status', body: { plain: 'notice' } })
    expect(mail.reports).toEqual([{ type: 'message/delivery-status', text: 'Action: failed' }])
  })

  it('decodes base64 and quoted-printable, and reads a charset from the page where the header has none', async () => {
    const base64 = await open(
      `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from('été').toString('base64')}\n`,
    )
    expect(base64.body.plain?.trim()).toBe('été')
    const page = await openMail(
      Buffer.concat([Buffer.from('Content-Type: text/html\n\n<meta charset="iso-8859-2">'), Buffer.from([0xb1])]),
    )
    expect(page.body.html).toContain('ą')
  })

  it('stops at its bounds and says which', async () => {
    const many = `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(50)}--b--\n`
    expect((await open(many, { ...DEFAULT_LIMITS, parts: 10 })).problems.join()).toContain('more than 10 parts')
    expect(
      (await open(`Subject: ${'a'.repeat(500)}\n\nb`, { ...DEFAULT_LIMITS, headerBytes: 100 })).problems.join(),
    ).toContain('headers longer')
    expect((await open(`\n${'x'.repeat(500)}`, { ...DEFAULT_LIMITS, textBytes: 100 })).body.plain).toHaveLength(100)
    expect(
      (await open(`Subject: a\n\n${'x'.repeat(500)}`, { ...DEFAULT_LIMITS, bytes: 100 })).problems.join(),
    ).toContain('longer than 100')
  })
})
