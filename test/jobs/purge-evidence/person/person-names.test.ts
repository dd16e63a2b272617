/** Finding a person in text: addresses whole, full names in any case, accent and order, and nobody by a first name. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFullName, isRoleAddress, personFinder } from '../../../../jobs/purge-evidence/person/person-names.js'

const find = personFinder({ address: 'marie.durand@lune.example', names: ['Marie-Hélène Durand'] })

describe('a person', () => {
  it.each([
    ['write to marie.durand@lune.example, please', ['address']],
    ['<Marie.Durand@LUNE.example>', ['address']],
    ['marie.durand@lune.example.', ['address']],
    ['Marie-Hélène Durand', ['name']],
    ['MARIE HELENE DURAND', ['name']],
    ['DURAND Marie-Hélène', ['name']],
    ['marie hélène\n  durand, service client', ['name']],
    ['anne-marie.durand@lune.example', []],
    ['marie.durand@lune.example.org', []],
    ['marie.durand@lune.example-shop', []],
    ['xmarie.durand@lune.example', []],
    ['Marie-Hélène', []],
    ['Marie Durand', []],
    ['Marie-Hélène Durandal', []],
    ['', []],
  ])('in “%s” is found by %j', (text, traces) => {
    expect(find(text)).toEqual(traces)
  })

  it('is found wherever the address or name stands among other words', () => {
    const around = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '.', ',', '<', '@'), maxLength: 40 })
    return fc.assert(
      fc.property(around, around, (before, after) => {
        expect(find(`${before} <marie.durand@lune.example> ${after}`)).toContain('address')
        expect(find(`${before} Marie-Hélène Durand ${after}`)).toContain('name')
      }),
    )
  })

  it('whose address is a role’s is found by name alone', () => {
    const byName = personFinder({ address: null, names: ['Paul Martin'] })
    expect(byName('contact@lune.example')).toEqual([])
    expect(byName('Paul Martin <contact@lune.example>')).toEqual(['name'])
  })
})

describe('a full name', () => {
  it.each([
    ['Paul Martin', true],
    ['Jean-Paul', true],
    ['Paul', false],
    ['P. Martin', false],
    ['', false],
  ])('“%s”: %s', (name, full) => {
    expect(isFullName(name)).toBe(full)
  })
})

describe('an address of a role', () => {
  it.each([
    'contact',
    'sav',
    'service.client',
    'service-clients',
    'no-reply',
    'support+123',
    'relation.client',
    'INFO',
  ])('is told by its local part: %s', (local) => {
    expect(isRoleAddress(`${local}@lune.example`)).toBe(true)
  })
  it.each(['marie.durand', 'paul', 'infobeauty', 'savary', 'p.martin'])('%s may be a person’s', (local) => {
    expect(isRoleAddress(`${local}@lune.example`)).toBe(false)
  })
})
