/** The shipped grids give their reasons in English, inside their hash; a French reader gets each in French. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { reasonIn } from '../../src/languages/index.js'

const folder = new URL('../../config/grids/', import.meta.url)

interface Family {
  readonly because: string
  readonly criteria: readonly { readonly because: string }[]
}

const reasons = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => {
    const grid = parse(readFileSync(new URL(file, folder), 'utf8')) as { readonly families: Record<string, Family> }
    return Object.values(grid.families)
  })
  .flatMap((family) => [family.because, ...family.criteria.map(({ because }) => because)])

describe('the reasons of the shipped grids', () => {
  it.each([...new Set(reasons)])('“%s” is told in French', (reason) => {
    expect(reasonIn(reason, 'fr')).not.toBe(reason)
    expect(reasonIn(reason, 'en')).toBe(reason)
  })

  it('a reason that an operator wrote stays as it is', () => {
    expect(reasonIn('our own choice', 'fr')).toBe('our own choice')
  })
})
