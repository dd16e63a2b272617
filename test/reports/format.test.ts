import { describe, expect, it } from 'vitest'
import { formatFor, frenchTypography } from '../../reports/format.js'
import { maskPeople, namesIn } from '../../src/text/mask-names.js'

describe('figures for people', () => {
  const fr = formatFor('fr')
  const en = formatFor('en')

  it('follow the language', () => {
    expect(fr.number(1234.56)).toBe('1\u202f234,6')
    expect(en.number(1234.56)).toBe('1,234.6')
    expect(fr.percent(0.425)).toBe('43\u00a0%')
    expect(en.percent(0.425)).toBe('43%')
    expect(fr.signed(-14.2)).toBe('−14,2')
    expect(en.signed(3)).toBe('+3.0')
    expect(fr.number(null)).toBe('–')
  })

  it.each([
    [0.5, '30 min', '30 min'],
    [1, '1 h', '1 h'],
    [9.96, '10 h', '10 h'],
    [26.4, '26 h', '26 h'],
    [84, '3,5 j', '3.5 d'],
  ])('say %f hours as people do', (hours, french, english) => {
    expect(fr.duration(hours).replace('\u00a0', ' ')).toBe(french)
    expect(en.duration(hours).replace('\u00a0', ' ')).toBe(english)
  })

  it('name places', () => {
    expect([1, 2, 21].map(fr.ordinal)).toEqual(['1re', '2e', '21e'])
    expect([1, 2, 3, 11, 22].map(en.ordinal)).toEqual(['1st', '2nd', '3rd', '11th', '22nd'])
  })

  it('put no-break spaces where French wants them', () => {
    expect(frenchTypography('Oui ! « Non » : 5 % ; si ?')).toBe(
      'Oui\u202f! «\u00a0Non\u00a0»\u00a0: 5\u00a0%\u202f; si\u202f?',
    )
  })
})

describe('masking people', () => {
  const names = namesIn(
    {
      from: { name: 'Solange Quérin - Service Client', address: 'x@y.example' },
      signature: 'Solange Quérin\nMaison Lune',
    },
    ['Maison Lune'],
  )

  it('knows agents by display name and signature, and leaves the brand its name', () => {
    expect([...names].sort()).toEqual(['Quérin', 'Solange'])
    expect(maskPeople('Je suis Solange QUERIN de Maison Lune', names)).toBe('Je suis […] […] de Maison Lune')
  })

  it('masks addresses and telephone numbers', () => {
    expect(maskPeople('Écrivez à paul@lune.example ou appelez le 01 23 45 67 89.', [])).toBe(
      'Écrivez à […] ou appelez le […].',
    )
    expect(maskPeople('Commande 123456', [])).toBe('Commande 123456')
  })
})
