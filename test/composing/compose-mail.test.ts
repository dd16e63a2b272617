import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Composition, composeMail, templateFault } from '../../src/composing/compose-mail.js'
import { ReplymarkError } from '../../src/domain/error.js'
import type { Gender } from '../../src/domain/persona.js'
import { loadStudy } from '../../src/study/load-study.js'

const study = await loadStudy('config', {})
const compositionOf = (
  body: string,
  changes: { subject?: string; gender?: Gender; brand?: string } = {},
): Composition => {
  const persona = { ...study.personas[0]!, gender: changes.gender ?? 'female' }
  const brand = { ...study.brands[0]!, name: changes.brand ?? 'Maison Lune' }
  const variant = { id: 'v', subject: changes.subject ?? 'Question', body }
  return { scenario: study.scenarios[0]!, variant, persona, brand, earlier: null }
}
const failureOf = (composition: Composition): ReplymarkError => {
  try {
    composeMail(composition)
  } catch (error) {
    if (error instanceof ReplymarkError) return error
    throw error
  }
  return expect.fail('the template was accepted')
}

describe('a composed e-mail', () => {
  it.each([
    ['female', 'Je suis intéressée.'],
    ['male', 'Je suis intéressé.'],
  ] as const)('agrees with a %s persona', (gender, text) => {
    const template = "Je suis {{ persona | agree: 'intéressé', 'intéressée' }}."
    expect(composeMail(compositionOf(template, { gender })).text).toBe(text)
  })

  it('is hashed over subject and text', () => {
    const mail = composeMail(compositionOf('Bonjour {{ brand.name }}'))
    expect(mail.hash).toBe(createHash('sha256').update('Question\n\nBonjour Maison Lune').digest('hex'))
  })

  it('has LF line ends, at most one empty line, and no blanks at line ends', () => {
    expect(composeMail(compositionOf('\r\nBonjour,  \r\n\r\n\r\n\r\nmerci\u0007 \n')).text).toBe('Bonjour,\n\nmerci')
  })

  it('cannot inject a header through a brand name', () => {
    const failure = failureOf(
      compositionOf('x', { subject: '{{ brand.name }}', brand: 'Lune\r\nBcc: all@example.org' }),
    )
    expect(failure.message).toContain('line breaks')
  })

  it.each([
    ['an unknown variable', '{{ persona.email }}'],
    ['an unknown filter', "{{ 'a' | shout }}"],
    ['a file', "{% include '/etc/passwd' %}"],
    ['a prototype', '{{ persona.constructor.name }}'],
    ['a wrong use of agree', "{{ 'Claire' | agree: 'a', 'b' }}"],
    ['nothing', '   '],
  ])('is refused when it uses %s', (_what, body) => {
    expect(failureOf(compositionOf(body)).code).toBe('configuration')
  })

  it('differs between variants, brands and genders, for every scenario of the example', () => {
    for (const scenario of study.scenarios) {
      for (const variant of scenario.variants) {
        const earlier = scenario.followUp ? { subject: 'Retour', sentAt: Date.parse('2026-03-04T10:00:00Z') } : null
        const texts = study.personas.map(
          (persona) => composeMail({ scenario, variant, persona, brand: study.brands[0]!, earlier }).text,
        )
        expect(new Set(texts).size).toBe(texts.length)
        for (const text of texts) expect(text).not.toMatch(/\{\{|\}\}|undefined|\[object/)
      }
    }
  })

  it('dates the earlier e-mail of a follow-up in words', () => {
    const composition = compositionOf('Le {{ earlier.sentOn }} : {{ earlier.subject }}')
    const mail = composeMail({
      ...composition,
      earlier: { subject: 'Retour', sentAt: Date.parse('2026-03-04T10:00:00Z') },
    })
    expect(mail.text).toBe('Le 4 mars : Retour')
  })
})

describe('template syntax', () => {
  it('is checked without a persona', () => {
    expect(templateFault('{{ persona.firstName }}')).toBeNull()
    expect(templateFault('{% if %}')).not.toBeNull()
    expect(templateFault('{{ persona.firstName')).not.toBeNull()
  })
})
