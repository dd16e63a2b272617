/** Languages are asked, never compared: what differs from one to the next stands in its pack or in a table by language. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { studyLanguages } from '../../src/languages/index.js'

/** French grammar compares words, and “en” is one. */
const WORDS_OF_FRENCH = /^src\/proofreading\/french\//

const files = ['src', 'jobs', 'reports', 'scripts']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('src/languages/') && !WORDS_OF_FRENCH.test(file))

/** Files in which a pattern is found. */
function filesWith(pattern: RegExp): readonly string[] {
  return files.filter((file) => pattern.test(readFileSync(file, 'utf8')))
}

describe('outside src/languages', () => {
  const codes = studyLanguages().join('|')

  it('no language is compared with a literal', () => {
    expect(
      filesWith(new RegExp(`[!=]==? ['"](?:${codes})['"]|['"](?:${codes})['"] [!=]==?|case ['"](?:${codes})['"]:`)),
    ).toEqual([])
  })

  it('no type names the languages', () => {
    expect(
      filesWith(new RegExp(`['"](?:${codes})['"] \\| ['"](?:${codes})['"]|enum\\(\\[['"](?:${codes})['"]`)),
    ).toEqual([])
  })
})
