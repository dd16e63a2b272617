import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { criteria, criterionById } from '../../src/criteria/index.js'

const SOURCES = join(import.meta.dirname, '../../src/criteria')
const ids = criteria.map(({ meta }) => meta.id)

describe('the registry of criteria', () => {
  it('lists every file of the folder, and nothing else', () => {
    const files = readdirSync(SOURCES, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !['criterion.ts', 'index.ts'].includes(entry.name))
      .map(({ name }) => name.replace(/\.ts$/, ''))
    expect(ids.toSorted()).toEqual(files.toSorted())
  })

  it('has a test file for every criterion', () => {
    expect(ids.filter((id) => !existsSync(join(import.meta.dirname, `${id}.test.ts`)))).toEqual([])
  })

  it('has no id twice', () => {
    expect(criterionById.size).toBe(criteria.length)
  })

  it.each(
    criteria.map((criterion) => [criterion.meta.id, criterion] as const),
  )('%s is described in both languages', (_id, { meta }) => {
    for (const said of [meta.title, meta.description, meta.why, meta.method]) {
      expect(said.fr?.trim()).toBeTruthy()
      expect(said.en?.trim()).toBeTruthy()
    }
    expect(meta.needs.length).toBeGreaterThan(0)
    expect(meta.version).toBeGreaterThanOrEqual(1)
  })

  it.each(
    criteria.map((criterion) => [criterion.meta.id, criterion] as const),
  )('%s accepts its own defaults', (_id, criterion) => {
    expect(criterion.checkOptions?.(criterion.defaults as never) ?? null).toBeNull()
  })
})
