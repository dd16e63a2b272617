/**
 * Keeps the direction of imports that docs/design.md draws:
 * domain ← calendar, text ← rules, learning ← languages ← pure rooms ← edges ← editions ← jobs, reports, web ← app ← sandbox ← cli.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Rooms by layer, lowest first; a room imports rooms of its own layer and of those below. */
const LAYERS: readonly (readonly string[])[] = [
  ['domain'],
  ['calendar', 'text', 'cache'],
  ['rules', 'learning'],
  ['languages'],
  ['planning', 'composing', 'reading', 'matching', 'proofreading', 'criteria', 'scoring', 'ranking'],
  ['ledger', 'mail', 'queue', 'study', 'forms'],
  ['editions'],
  ['jobs', 'reports', 'web'],
  ['app'],
  ['sandbox'],
  ['cli'],
]

/** Number of layers, from the lowest, that know no clock, randomness, file, network or database. */
const PURE_LAYERS = 5

/** Node modules that reach files, network, processes, clocks or randomness; no pure room may import them. */
const IMPURE =
  /^(node:)?(fs|fs\/promises|net|tls|http|https|http2|dgram|dns|child_process|worker_threads|cluster|timers|timers\/promises|os)$/

/**
 * Files of pure rooms that may read data shipped with the program (dictionaries, lexicon) or talk to an optional engine,
 * because they are the room's own edge; everything else of the room stays pure.
 */
const ROOM_EDGES = [
  /^src\/cache\//,
  /^src\/rules\/load\.ts$/,
  /^src\/proofreading\/(engines|french\/lexicon)\//,
  /^src\/reading\/language\/sequences\//,
]

function sources(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => /\.tsx?$/.test(file))
}

function roomOf(file: string): string {
  const parts = file.split('/')
  return parts[0] === 'src' ? (parts[1] ?? '') : (parts[0] ?? '')
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

const files = ['src', 'jobs', 'reports'].flatMap(sources)
const layerOf = (file: string): number => LAYERS.findIndex((rooms) => rooms.includes(roomOf(file)))
const imports = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })))
const inside = imports
  .filter(({ target }) => target.startsWith('.'))
  .map(({ file, target }) => ({ file, target: normalize(join(dirname(file), target)) }))
const isPure = (file: string): boolean =>
  layerOf(file) < PURE_LAYERS && !ROOM_EDGES.some((pattern) => pattern.test(file))

describe('import walls', () => {
  it('every room has its layer', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !LAYERS.flat().includes(room))).toEqual([])
  })

  it('no room imports one of a layer above its own', () => {
    expect(inside.filter(({ file, target }) => layerOf(target) > layerOf(file))).toEqual([])
  })

  it('domain imports nothing but domain', () => {
    expect(imports.filter(({ file, target }) => roomOf(file) === 'domain' && !target.startsWith('.'))).toEqual([])
  })

  it('pure rooms import no clock, randomness, file, network or database', () => {
    const leaks = imports
      .filter(({ file }) => isPure(file))
      .filter(
        ({ target }) =>
          IMPURE.test(target) || /^(better-sqlite3|drizzle-orm|imapflow|nodemailer|bullmq|ioredis|hono)/.test(target),
      )
    expect(leaks).toEqual([])
    const calls = files
      .filter((file) => isPure(file) || roomOf(file) === 'editions')
      .filter((file) =>
        /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\bprocess\.env\b|\bsetTimeout\(/.test(
          readFileSync(file, 'utf8'),
        ),
      )
    expect(calls).toEqual([])
  })
})
