/** An answer is read in whatever form it came, and where it cannot be read it says so: it is never an empty reply. */
import { describe, expect, it } from 'vitest'
import { createPdfReader } from '../../../src/queue/pdf-text.js'
import { readCms } from '../../../src/reading/attachments/signed-data.js'
import { readTnef } from '../../../src/reading/attachments/tnef.js'
import { COVER_EXAMPLES, coverOf } from '../../../src/reading/points-to-file.js'
import { readMessage } from '../../../src/reading/read-message.js'
import { cms, mailWith, outlookFile, pdf, property, storedRtf, winmail } from '../../fixtures/forms/build.js'

const LETTER =
  'Bonjour Madame Carrel,\n\nLe tissu gris est de nouveau disponible : nous recouvrons votre fauteuil sous trois semaines pour 180 €.\n\nBien à vous,\nNadia Belkacem'
const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const TNEF = { type: 'application/ms-tnef', name: 'winmail.dat' }

describe('winmail.dat', () => {
  it.each([
    ['its plain body', winmail({ body: Buffer.from(LETTER.replace('€', '\x80'), 'latin1') })],
    ['a property in Unicode', winmail({ properties: [property(0x1000, 0x1f, utf16(`${LETTER}\0`))] })],
    [
      'HTML',
      winmail({
        properties: [property(0x1013, 0x102, Buffer.from(`<p>${LETTER.replaceAll('\n', '<br>')}</p>`))],
        codePage: 65001,
      }),
    ],
    [
      'RTF',
      winmail({
        properties: [
          property(
            0x1009,
            0x102,
            storedRtf(
              String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0 Bonjour Madame Carrel,\par\par Le tissu gris est de nouveau disponible : nous recouvrons votre fauteuil sous trois semaines pour 180 \u8364 ?.\par\par Bien \'e0 vous,\par Nadia Belkacem\par}`,
            ),
          ),
        ],
      }),
    ],
    [
      'HTML hidden in RTF',
      winmail({
        properties: [
          property(
            0x1009,
            0x102,
            storedRtf(
              String.raw`{\rtf1\ansi\ansicpg1252\fromhtml1 {\*\htmltag64 <p>}Bonjour Madame Carrel,\htmlrtf \par\htmlrtf0 {\*\htmltag72 </p>}{\*\htmltag64 <p>}Le tissu gris est de nouveau disponible : nous recouvrons votre fauteuil sous trois semaines pour 180 \u8364 ?.{\*\htmltag72 </p>}{\*\htmltag64 <p>}Bien \'e0 vous,{\*\htmltag116 <br>}Nadia Belkacem{\*\htmltag72 </p>}}`,
            ),
          ),
        ],
      }),
    ],
  ])('is read from %s', async (_, bytes) => {
    const reading = await readMessage(mailWith(' ', [{ ...TNEF, bytes }]))
    expect(reading.text).toBe(LETTER)
    expect(reading.unreadWords).toBeNull()
  })

  it('lists the files inside, and gives way to a body that is there', async () => {
    const bytes = winmail({ body: Buffer.from('copy'), files: ['bon.pdf'] })
    const reading = await readMessage(mailWith(LETTER, [{ ...TNEF, bytes }]))
    expect(reading.text).toBe(LETTER)
    expect(reading.attachments.map(({ fileName }) => fileName)).toEqual(['winmail.dat', 'bon.pdf'])
  })

  it('that is broken is named for a person', async () => {
    const reading = await readMessage(mailWith('', [{ ...TNEF, bytes: Buffer.from('no such thing') }]))
    expect(reading.unreadWords).toEqual({ form: 'container', attachment: 0 })
  })

  it('cut anywhere ends without an error', () => {
    const whole = winmail({ properties: [property(0x1000, 0x1f, utf16(LETTER))], files: ['a.txt'], codePage: 1252 })
    for (let length = 0; length < whole.length; length += 1) readTnef(whole.subarray(0, length), 10_000)
  })
})

describe('S/MIME', () => {
  const inner = Buffer.from(`Content-Type: text/plain; charset=utf-8\r\n\r\n${LETTER.replaceAll('\n', '\r\n')}`)
  const P7M = { type: 'application/pkcs7-mime; smime-type=signed-data', name: 'smime.p7m' }

  it.each([
    ['whole', false],
    ['in pieces', true],
  ])('signed without a copy in clear, %s, is read', async (_, pieces) => {
    const reading = await readMessage(mailWith('', [{ ...P7M, bytes: cms('signed', inner, pieces) }]))
    expect(reading).toMatchObject({ kind: 'reply', text: LETTER, unreadWords: null })
  })

  it('encrypted says that a person must read it', async () => {
    const bytes = cms('enveloped', inner)
    const reading = await readMessage(mailWith('', [{ ...P7M, type: 'application/x-pkcs7-mime', bytes }]))
    expect(reading).toMatchObject({ text: '', unreadWords: { form: 'encrypted', attachment: 0 } })
  })

  it('cut anywhere ends without an error', () => {
    const whole = cms('signed', inner, true)
    for (let length = 0; length < whole.length; length += 1) readCms(whole.subarray(0, length))
  })

  it('PGP too: encrypted is named, a cleartext signature is taken off', async () => {
    const sealed = await readMessage(mailWith('-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n', []))
    expect(sealed.unreadWords).toEqual({ form: 'encrypted', attachment: null })
    const signed = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n${LETTER}\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----`
    expect((await readMessage(mailWith(signed, []))).text).toBe(LETTER)
  })
})

describe('a PDF', () => {
  // However busy the machine is.
  const milliseconds = 600_000
  const readDocument = createPdfReader({ milliseconds })
  const lines = [
    'Madame Carrel,',
    '',
    'Nous faisons suite à votre courrier du 4 mars relatif à un fauteuil dont le tissu',
    'se découd. Après examen, nous prenons la répara-',
    'tion à notre charge sous trois semaines.',
    '',
    'Veuillez agréer nos salutations distinguées.',
  ]
  const file = { type: 'application/pdf', name: 'lettre.pdf' }
  const cover = 'Bonjour,\n\nNotre réponse se trouve dans le document joint.\n\nCordialement,\nNadia'

  it('that holds the answer is read below the covering note, and the place is told', async () => {
    const reading = await readMessage(mailWith(cover, [{ ...file, bytes: pdf([lines]) }]), { readDocument })
    expect(reading.text).toContain('nous prenons la réparation à notre charge sous trois semaines.')
    expect(reading.text).toContain('dont le tissu se découd.')
    const [place] = reading.textFromFiles!
    expect(reading.text.slice(place!.start, place!.end)).toMatch(/^Madame Carrel,/)
    expect(reading.unreadWords).toBeNull()
  })

  it.each([
    ['is a scan', pdf([null])],
    ['is no PDF', Buffer.from('%PDF-1.4 nothing of the sort')],
  ])('that %s is named for a person', async (_, bytes) => {
    const reading = await readMessage(mailWith(cover, [{ ...file, bytes }]), { readDocument })
    expect(reading.unreadWords).toEqual({ form: 'document', attachment: 0 })
  })

  it('beside a letter that says something is left closed', async () => {
    const reading = await readMessage(mailWith(LETTER, [{ ...file, bytes: pdf([lines]) }]), { readDocument })
    expect(reading).toMatchObject({ text: LETTER, textFromFiles: [], unreadWords: null })
  })

  it('longer than its bounds is read in part, and a person reads the rest', async () => {
    const short = createPdfReader({ pages: 1, milliseconds })
    const reading = await readMessage(mailWith('', [{ ...file, bytes: pdf([lines, lines]) }]), { readDocument: short })
    expect(reading.text).toContain('Madame Carrel')
    expect(reading.unreadWords).toEqual({ form: 'document', attachment: 0 })
  })

  it('above the bound of bytes is not opened', async () => {
    expect(await createPdfReader({ bytes: 100 })(pdf([lines]))).toBeNull()
  })
})

describe('other files', () => {
  it.each([
    ['a picture', 'image/jpeg', 'IMG_204.jpg', 'picture'],
    ['a voice message', 'audio/mpeg', 'message.mp3', 'recording'],
    ['a word processor’s file', 'application/msword', 'reponse.doc', 'document'],
    ['a file of unknown sort', 'application/octet-stream', 'reponse.bin', 'file'],
  ])('%s alone is an answer for a person', async (_, type, name, form) => {
    const reading = await readMessage(mailWith('Bonjour\n\nCordialement', [{ type, name, bytes: Buffer.alloc(9_000) }]))
    expect(reading.unreadWords).toEqual({ form, attachment: 0 })
  })

  it('a logo beside a letter is none', async () => {
    const logo = { type: 'image/png', name: 'logo.png', bytes: Buffer.alloc(9_000), disposition: 'inline' }
    expect((await readMessage(mailWith(LETTER, [logo]))).unreadWords).toBeNull()
  })

  it('a body that is labelled as a file is the body', async () => {
    const raw = `From: a@b.example\nSubject: Re: Fauteuil\nContent-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; filename="message.txt"\n\n${LETTER}\n`
    expect((await readMessage(Buffer.from(raw))).text).toBe(LETTER)
  })

  it('an invitation whose words stand in its description is read', async () => {
    const calendar =
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Appel\r\nDESCRIPTION:Bonjour Madame Carrel\\,\\n\\nLe tissu est arri\r\n vé : je vous appelle jeudi.\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
    const reading = await readMessage(
      mailWith('', [{ type: 'text/calendar; charset=utf-8', bytes: Buffer.from(calendar), disposition: 'inline' }]),
    )
    expect(reading.text).toBe('Bonjour Madame Carrel,\n\nLe tissu est arrivé : je vous appelle jeudi.')
  })

  it('an attached mail holds the answer where the covering note says so; our own mail carried back does not', async () => {
    const mail = (from: string, text: string) =>
      Buffer.from(`From: ${from}\nTo: x@y.example\nSubject: Fauteuil\n\n${text}\n`)
    const cover = 'Bonjour,\n\nVoici en pièce jointe la réponse de l’atelier.\n\nCordialement,\nNadia'
    const attach = (inner: Buffer) =>
      Buffer.from(
        `From: aide@velours.example\nTo: zoe@atelier.example\nSubject: Re: Fauteuil\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=q\n\n--q\nContent-Type: text/plain; charset=utf-8\n\n${cover}\n--q\nContent-Type: message/rfc822; name="atelier.eml"\n\n${inner}\n--q--\n`,
      )
    const answer = await readMessage(
      attach(mail('atelier@velours.example', 'Le ressort est cassé, nous le changeons.')),
    )
    expect(answer.text).toContain('Le ressort est cassé')
    const back = await readMessage(attach(mail('zoe@atelier.example', 'Mon fauteuil se découd.')))
    expect(back.text).not.toContain('se découd')
  })
})

describe('an Outlook .msg file', () => {
  it('is read like the mail it was', async () => {
    const bytes = outlookFile({
      '__substg1.0_0037001F': utf16('Re: Fauteuil'),
      '__substg1.0_0C1A001F': utf16('Nadia Belkacem'),
      '__substg1.0_5D01001F': utf16('aide@velours.example'),
      '__substg1.0_1000001F': utf16(LETTER.replaceAll('\n', '\r\n')),
    })
    const reading = await readMessage(bytes)
    expect(reading).toMatchObject({
      kind: 'reply',
      subject: 'Re: Fauteuil',
      from: { name: 'Nadia Belkacem', address: 'aide@velours.example' },
      text: LETTER,
    })
  })

  it('that is broken says what to do', async () => {
    const bytes = outlookFile({ '__substg1.0_1000001F': utf16(LETTER) }).subarray(0, 700)
    const reading = await readMessage(bytes)
    expect(reading.kind).toBe('unreadable')
    expect(reading.problems.join()).toContain('save the mail as .eml')
  })
})

describe('a transfer encoding', () => {
  const encoded = Buffer.from(LETTER).toString('base64').replace(/.{76}/g, '$&\n')
  const quoted = LETTER.replace(/[^\x20-\x7e\n]/g, (sign) =>
    [...Buffer.from(sign)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join(''),
  )
  const mail = (body: string, header = '') =>
    readMessage(
      Buffer.from(
        `From: a@b.example\nSubject: Re: Fauteuil\nContent-Type: text/plain; charset=utf-8\n${header}\n${body}\n`,
      ),
    )

  it.each([
    ['base64 without its header', encoded, ''],
    ['quoted-printable without its header', quoted, ''],
    ['"base64" that is plain text', LETTER, 'Content-Transfer-Encoding: base64\n'],
  ])('%s is undone by what the bytes show', async (_, body, header) => {
    expect((await mail(body, header)).text).toBe(LETTER)
  })

  it('is not guessed where a letter holds codes', async () => {
    const text = 'Bonjour,\n\nVotre code : A7=C3B9, à saisir avant lundi.\n\nNadia'
    expect((await mail(text)).text).toBe(text)
    const code = 'Q2xlZiBkZSBsaWNlbmNlIDogMTIzNDU2'
    expect((await mail(code)).text).toBe(code)
  })
})

describe('a covering note', () => {
  it.each(COVER_EXAMPLES)('$cover: $text', ({ text, cover }) => {
    expect(coverOf(text)).toBe(cover)
  })
})
