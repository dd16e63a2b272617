/** No regular expression of the sources takes more than linear time on any text; the analysis itself is held against known cases. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Collection, collectPatterns, literalsOf, PATTERN_ROOMS, SHORT_TEXTS } from './collect-patterns.js'
import { growthOf } from './growth.js'

/** Files that make patterns inside functions, and why these cannot run long. */
const MADE_LATER: Readonly<Record<string, string>> = {
  'src/cli/commands/mark/read-inputs.ts':
    'tries the patterns of an operator’s scenario; src/study/regex-safety.ts judges those of a study',
  'src/criteria/coverage/cover-points.ts':
    'patterns of a study’s scenarios, judged by src/study/regex-safety.ts when the study is loaded',
  'src/criteria/individuality.ts': 'letters and figures of a persona, without repetition',
  'src/criteria/recognition.ts': 'days, months and a first name, without open-ended repetition',
  'src/proofreading/french/lexicon/inflections.ts': 'endings of the dictionary that is shipped, without repetition',
  'src/reading/any-of.ts': 'joins patterns of the sources while these are loaded, where they are collected',
  'src/reading/new-text/html/containers.ts': 'names of the sources while these are loaded, where they are collected',
  'src/reading/new-text/quote-headers/header-block.ts':
    'names of the sources while these are loaded, where they are collected',
  'src/sandbox/letter.ts': 'words of the sandbox’s own letters',
  'src/study/regex-safety.ts': 'tries what it judges on an empty text',
}

let collection: Collection
beforeAll(async () => {
  collection = await collectPatterns(PATTERN_ROOMS)
})

describe('the patterns of the sources', () => {
  it('are found: literals in every room, and those put together at loading', () => {
    expect(collection.patterns.length).toBeGreaterThan(1_000)
    const rooms = new Set(collection.patterns.map(({ place }) => place.split('/').slice(0, 2).join('/')))
    for (const room of [
      'src/reading',
      'src/matching',
      'src/criteria',
      'src/proofreading',
      'src/composing',
      'src/mail',
      'src/study',
    ])
      expect(rooms, room).toContain(room)
    // Without a line number: made by a call while the file was loaded.
    expect(
      collection.patterns.filter(({ place }) => place.startsWith('src/reading/') && !/:\d+$/.test(place)).length,
    ).toBeGreaterThan(20)
  })

  it('take time in proportion to the text, each of them', () => {
    const slow = collection.patterns.flatMap(({ source, flags, place }) => {
      const { kind, attack } = growthOf(source, flags)
      return attack && !(kind === 'polynomial' && place in SHORT_TEXTS)
        ? [`${place}: ${kind} on ${JSON.stringify(attack(12))}: /${source}/${flags}`]
        : []
    })
    expect(slow).toEqual([])
  })

  it('are made from what comes in by the named files alone', () => {
    expect([...collection.madeLater].sort()).toEqual(Object.keys(MADE_LATER).sort())
  })
})

describe('the collection', () => {
  it('sees literals in code, in JSX and in arguments, not in texts', () => {
    const text =
      'const a = /x+/g\nconst b = "/y+/"\nexport const c = <p>{"".replace(/z*/u, "")}</p>\nfunction d() { return new RegExp(b) }'
    const { patterns, calls, madeLater } = literalsOf('sample.tsx', text)
    expect(patterns).toEqual([
      { source: 'x+', flags: 'g', place: 'sample.tsx:1' },
      { source: 'z*', flags: 'u', place: 'sample.tsx:3' },
    ])
    expect([calls, madeLater]).toEqual([true, true])
  })
})

describe.each([
  // One loop that is left for good, or that cannot be entered again where it runs.
  ['\\b[a-z]+\\b', '', 'linear'],
  ['\\s+', 'g', 'linear'],
  ['(?<!\\s)\\s+$', '', 'linear'],
  ['(?:ab)+', '', 'linear'],
  ['^\\s*(.*)$', 's', 'linear'],
  ['^(\\w+\\s)*$', '', 'linear'],
  ['^(?:\\d{4}\\s?)+$', '', 'linear'],
  ['[.!]{1,70}\\w{1,30}x', '', 'linear'],
  ['(?<=[!?]) +(?=[A-Z])', 'u', 'linear'],
  ['([bdg])\\1$', '', 'linear'],
  // A search that may begin anywhere, two loops in a row, a condition that is looked for again and again.
  ['\\s+$', '', 'polynomial'],
  ['a.*b', '', 'polynomial'],
  ['foo[a-z]*!', 'i', 'polynomial'],
  ['^.*,.*$', '', 'polynomial'],
  ['^x*x*$', '', 'polynomial'],
  ['\\n(?!\\s*\\n)', 'g', 'polynomial'],
  ['(?:\\s*x)|\\s', 'g', 'polynomial'],
  ['^\\s*:', 'm', 'polynomial'],
  // Loops in loops, choices that overlap.
  ['(?:a+)+$', '', 'exponential'],
  ['^(a|a)*$', '', 'exponential'],
  ['^(a|aa)*$', '', 'exponential'],
  ['^(a*)*$', '', 'exponential'],
  ['^(\\w+\\s?)*$', '', 'exponential'],
  ['^(?:\\d{3,5}\\s?)+$', '', 'exponential'],
  ['^(?:a?b?)*$', '', 'exponential'],
] as const)('/%s/%s', (source, flags, kind) => {
  it(`is ${kind}`, () => expect(growthOf(source, flags).kind).toBe(kind))
})

it('refuses what it cannot follow', () => {
  expect(() => growthOf('(a+)\\1', '')).toThrow('back-reference')
  expect(() => growthOf('(?<=a+)b', '')).toThrow('behind without bound')
})
