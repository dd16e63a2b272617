/** docs/licences.md is what the lock file says, and no package of it has a licence that nobody knows. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  LICENCES_PATH,
  learntNotices,
  licencesPage,
  lockedPackages,
  STATED_ELSEWHERE,
  vendoredNotices,
} from '../../scripts/docs/licences.js'

describe('the page of licences', () => {
  const packages = lockedPackages()

  it('is the one that `npm run docs` writes', () => {
    expect(readFileSync(LICENCES_PATH, 'utf8')).toBe(licencesPage())
  })

  it('names every package of package.json, and tells production from development', () => {
    const named = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>
    const byName = new Map(packages.filter(({ direct }) => direct).map((one) => [one.name, one]))
    for (const [name, version] of Object.entries(named.dependencies ?? {}))
      expect(byName.get(name)).toMatchObject({ version, production: true })
    for (const [name, version] of Object.entries(named.devDependencies ?? {}))
      expect(byName.get(name)).toMatchObject({ version, production: false })
  })

  it('has a known licence for every package', () => {
    const unknown = packages.filter(({ name, licence }) => licence === null && !(name in STATED_ELSEWHERE))
    expect(unknown.map(({ name, version }) => `${name} ${version}`)).toEqual([])
  })

  it('finds the licences that are stated elsewhere where it says they are', () => {
    for (const [name, { licence, where }] of Object.entries(STATED_ELSEWHERE)) {
      expect(packages.some((one) => one.name === name && one.licence === null)).toBe(true)
      const folder = join('node_modules', name)
      // An optional package may be absent.
      if (!existsSync(folder)) continue
      const file = where.includes('package.json') ? 'package.json' : where
      const text = readFileSync(join(folder, file), 'utf8')
      expect(text).toContain(
        file === 'package.json' ? `"type": "${licence}"` : 'Permission is hereby granted, free of charge',
      )
    }
  })

  it('gives the notice of every vendored data file', () => {
    expect(vendoredNotices().length).toBeGreaterThan(0)
    for (const { file, notice } of vendoredNotices())
      expect(notice).toMatch(
        file.includes('lexicon')
          ? /Mozilla Public License, v. 2.0/
          : /MPL 2.0.*CC BY 2.0|Licence Ouverte.*public domain/,
      )
  })

  it('names the licence of learnt weights and every text that they were learnt from', () => {
    expect(learntNotices().length).toBeGreaterThan(0)
    for (const { notice } of learntNotices()) expect(notice).toMatch(/CC BY 4\.0\. Learnt from .*Licence Ouverte/)
  })
})
