/** The README says what the code does, and names the two commands a newcomer needs. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { README_PATH, readmePage } from '../../scripts/docs/readme.js'

describe('the README', () => {
  const text = readFileSync(README_PATH, 'utf8')

  it('carries the table that the code makes; `npm run docs` renews it', () => {
    expect(text).toBe(readmePage())
  })

  it('has exactly the two set-up commands', () => {
    expect(text.match(/^npm ci && .*$/gm)).toEqual(['npm ci && npm run demo', 'npm ci && npm test'])
  })
})
