import { describe, expect, it } from 'vitest'
import type { Persona } from '../../src/domain/persona.js'
import { createSecretRandom } from '../../src/planning/plan-secret.js'
import { drawToken } from '../../src/planning/reply-tokens.js'
import { isMailAddress } from '../../src/study/formats.js'

const SECRET = 'ab'.repeat(32)
const persona: Persona = {
  id: 'mamadou',
  firstName: 'Mamadou',
  lastName: 'Traoré',
  gender: 'male',
  languages: ['fr'],
  age: 31,
  city: 'Rennes',
  account: 'post',
  localPart: 'mamadou.traore',
  attributes: {},
}

function draws(number: number, one: Persona, addressing: 'plus' | 'catch-all'): readonly string[] {
  const taken = new Set<string>()
  for (let index = 0; index < number; index += 1)
    taken.add(drawToken(one, addressing, createSecretRandom(SECRET, index), taken))
  return [...taken]
}

describe('tokens', () => {
  it('read like an address of the persona, and are never the same', () => {
    const tokens = draws(2_000, persona, 'catch-all')
    expect(tokens).toHaveLength(2_000)
    for (const token of tokens) {
      expect(token).toMatch(/^(?:[a-z]+[._-]?[a-z]*)(?:[._-]?\d{2,10}|[._-][a-z]+\d{0,4})$/)
      expect(token).toMatch(/^(?:m|t)/)
      expect(isMailAddress(`${token}@post.example`)).toBe(true)
    }
  })

  it('are a word and figures behind `+` where the domain is not caught whole', () => {
    for (const token of draws(2_000, persona, 'plus')) expect(token).toMatch(/^[a-z]{3,7}\d{4,8}$/)
  })

  it.each([
    ['very long', { firstName: 'Wolfeschlegelsteinhausen'.repeat(9), lastName: 'Bergerdorff'.repeat(20) }],
    ['without Latin letters', { firstName: '华', lastName: '李' }],
    ['of one letter', { firstName: 'A', lastName: 'B' }],
  ])('are there for a name %s', (_what, name) => {
    for (const token of draws(300, { ...persona, ...name }, 'catch-all'))
      expect(isMailAddress(`${token}@post.example`)).toBe(true)
  })

  it('are met by one guess in a hundred at most, for the most probable form, among 300 probes of a persona', () => {
    const tokens = draws(300, persona, 'catch-all')
    // The attacker knows name and forms, and tries the shortest numbers on the form that is used most.
    const byForm = Map.groupBy(
      tokens.filter((token) => /(?<!\d)\d{2}$/.test(token)),
      (token) => token.replace(/\d+$/, ''),
    )
    const most = Math.max(...[...byForm.values()].map((list) => list.length))
    expect(most / 100).toBeLessThanOrEqual(0.03)
    const average = tokens.filter((token) => /(?<!\d)\d{2}$/.test(token)).length / (byForm.size * 100)
    expect(average).toBeLessThanOrEqual(0.015)
  })

  it('hide among some hundred words where they have no figures, as half of people’s addresses do', () => {
    const tokens = draws(4_000, persona, 'catch-all')
    const worded = tokens.filter((token) => !/\d/.test(token))
    expect(worded.length / tokens.length).toBeGreaterThan(0.35)
    expect(worded.length / tokens.length).toBeLessThan(0.5)
    expect(new Set(worded.map((token) => token.split(/[._-]/).at(-1))).size).toBeGreaterThan(250)
  })
})
