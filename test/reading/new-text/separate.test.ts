import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { separateNewText } from '../../../src/reading/new-text/separate.js'
import { newTextCases, squash } from './cases.js'

const NOBODY = { senderName: '', senderAddress: '', subject: '' }

describe('help-desk mails', () => {
  it.each(newTextCases())('$file: $name', (one) => {
    const got = separateNewText(
      { plain: one.plain ?? null, html: one.html ?? null },
      { senderName: one.senderName ?? '', senderAddress: one.senderAddress ?? '', subject: one.subject ?? '' },
    )
    expect(squash(got.text)).toBe(squash(one.text))
    for (const part of ['quoted', 'signature', 'boilerplate'] as const) {
      if (one[part] !== undefined) expect(squash(got[part])).toBe(squash(one[part]))
    }
  })
})

/** Lines that rules look for, and lines they must leave alone, in any order. */
const line = fc.oneof(
  fc.constantFrom(
    '> cité',
    '>> deux fois',
    'Le mar. 12 mars 2024 à 10:24, Claire Aubry <claire@persona.example> a écrit :',
    'On 12 Mar 2024, at 10:24, Claire Aubry wrote:',
    'De : Claire Aubry <claire@persona.example>',
    'Envoyé : mardi 12 mars 2024 10:24',
    'Objet : Ma commande',
    "-----Message d'origine-----",
    '---------- Forwarded message ---------',
    '-- ',
    '________________',
    'Cordialement,',
    'Julie Martin',
    'Tél. : 04 72 00 00 00',
    'Envoyé de mon iPhone',
    'Ce message et ses pièces jointes sont confidentiels.',
    'Comment évaluez-vous notre réponse ?',
    '##- Please type your reply above this line -##',
    '[EXTERNAL]',
    '```',
    'Le paragraphe qui pose problème est le quatrième.',
    '',
  ),
  fc.string({ maxLength: 60 }).map((text) => text.replace(/[\r\n]/g, ' ')),
)

function visibleLines(text: string): string[] {
  return text
    .split('\n')
    .map((one) => one.replace(/[\p{Default_Ignorable_Code_Point}\u1427]/gu, '').trim())
    .filter((one) => one !== '')
    .sort()
}

describe('separateNewText', () => {
  it('loses no line and repeats none', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const plain = lines.join('\n')
        fc.pre(!/<\/?\w/.test(plain.replaceAll('<claire@persona.example>', '')))
        const got = separateNewText({ plain, html: null }, NOBODY)
        const parts = [got.text, got.quoted, got.signature, got.boilerplate].join('\n')
        expect(visibleLines(parts)).toEqual(visibleLines(plain))
      }),
      { numRuns: 2_000 },
    )
  })

  it('reads CRLF and LF alike', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const read = (end: string) => separateNewText({ plain: lines.join(end), html: null }, NOBODY)
        expect(read('\r\n')).toEqual(read('\n'))
      }),
    )
  })

  it('never throws on any text or markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (plain, html) => {
        separateNewText({ plain, html: `<div${html}<blockquote>${plain}` }, NOBODY)
      }),
    )
  })

  it('gives four empty parts for a mail without body', () => {
    expect(separateNewText({ plain: null, html: null }, NOBODY)).toEqual({
      text: '',
      quoted: '',
      signature: '',
      boilerplate: '',
    })
  })

  it('reads a plain part that holds markup as HTML', () => {
    const plain = '<html><body><p>Bonjour</p><blockquote>cité</blockquote></body></html>'
    expect(separateNewText({ plain, html: null }, NOBODY)).toMatchObject({ text: 'Bonjour', quoted: 'cité' })
  })

  it('counts what lies beyond ten thousand lines as quoted', () => {
    const plain = `Bonjour\n${'\n'.repeat(10_000)}loin`
    expect(separateNewText({ plain, html: null }, NOBODY)).toMatchObject({ text: 'Bonjour', quoted: 'loin' })
  })

  it('keeps hidden words apart', () => {
    const html = '<div style="display: none">aperçu</div><p>Bonjour</p>'
    expect(separateNewText({ plain: null, html }, NOBODY)).toMatchObject({ text: 'Bonjour', boilerplate: 'aperçu' })
  })
})

describe('hostile bodies', () => {
  const bodies: Record<string, string> = {
    'quote characters on one line': '>'.repeat(200_000),
    'quote lines': '>\n'.repeat(60_000),
    'openings on one line': 'On '.repeat(60_000),
    'openings on many lines': 'On Mon, 12 Mar 2024 at 10:24 Claire\n'.repeat(6_000),
    'open brackets': 'Claire <\n'.repeat(20_000),
    'header labels': 'De : a@b.example\n'.repeat(12_000),
    dashes: '-'.repeat(200_000),
    'dash lines': '--\n'.repeat(60_000),
    spaces: `a${' '.repeat(200_000)}b`,
    banners: '[EXTERNAL]\n'.repeat(60_000),
    fences: '```\n'.repeat(60_000),
    'ticket state': 'Merci de ne pas modifier l’objet.\n'.repeat(20_000),
    'quotes and answers in turn': '> a\nCordialement,\n'.repeat(20_000),
    'closing formulas': 'Cordialement,\n'.repeat(15_000),
    'capitals and dots': 'A.'.repeat(100_000),
    notices: 'Ce message et ses pièces jointes sont confidentiels.\n\n'.repeat(4_000),
    'comments of a help desk': `[7QZ1K2-E9W4]\n${'Julie\n12 mars 2024 à 10:24\n\n'.repeat(6_000)}`,
  }
  // The time limit of a test is the proof: a rule that backtracks would need hours.
  it.each(Object.entries(bodies))('reads %s', (_, plain) => {
    const got = separateNewText({ plain, html: null }, NOBODY)
    expect(got.text.length + got.quoted.length + got.signature.length + got.boilerplate.length).toBeGreaterThan(0)
  })
  const markups: Record<string, string> = {
    'nested divisions': `${'<div>'.repeat(50_000)}x`,
    'nested quotes': `${'<blockquote>'.repeat(50_000)}x`,
    'inline elements on one line': '<b>a </b>'.repeat(60_000),
    'line breaks': `x${'<br>'.repeat(100_000)}`,
    'unclosed tags': `x${'<div '.repeat(50_000)}`,
  }
  it.each(Object.entries(markups))('reads %s', (_, html) => {
    const got = separateNewText({ plain: null, html }, NOBODY)
    expect(Object.values(got).join('')).toMatch(/[xa]/)
  })
})
