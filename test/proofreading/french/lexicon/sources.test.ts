/** The kept lexicon hangs on every file it is made of: once, it loaded with all data deleted, for its name was a number set by hand. */
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openKept } from '../../../../src/cache/compiled-file.js'
import { lexiconSources } from '../../../../src/proofreading/french/lexicon/build.js'
import { loadFrenchLexicon } from '../../../../src/proofreading/french/lexicon/load.js'
import { tableSources } from '../../../../src/reading/language/sequences/build.js'

const DATA = 'src/proofreading/french/lexicon/data'

describe('the sources of the lexicon', () => {
  it('are all its data, the conjugations, and the code that compiles them', () => {
    const names = lexiconSources().map((file) => basename(file))
    expect(names).toEqual(expect.arrayContaining([...readdirSync(DATA), 'conjugations.json', 'build.ts', 'binary.ts']))
    expect(lexiconSources().filter((file) => !existsSync(file))).toEqual([])
    expect(loadFrenchLexicon().lookup('maison').noun).not.toBe(0)
  })

  it('are asked for before anything kept is opened: with data deleted nothing loads', () => {
    for (const [index, file] of lexiconSources().entries()) {
      const sources = lexiconSources().with(index, join('deleted', basename(file)))
      const kept = { name: 'french-lexicon', sources, open: () => 'loaded' }
      expect(() => openKept(kept)).toThrow(/cannot be read/)
    }
  })
})

describe('the sources of the letter sequences', () => {
  it('are files that exist', () => {
    expect(tableSources().filter((file) => !existsSync(file))).toEqual([])
    expect(tableSources()).toHaveLength(6)
  })
})
