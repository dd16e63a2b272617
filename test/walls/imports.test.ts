/** Keeps the direction of imports that DESIGN.md draws: domain ← pure rooms ← edges ← jobs, reports, web, cli, sandbox. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const PURE = ['planning', 'composing', 'reading', 'matching', 'proofreading', 'criteria', 'scoring', 'ranking']
const EDGES = ['ledger', 'mail', 'queue', 'study']
const OUTER = ['jobs', 'reports', 'web', 'cli', 'sandbox', 'service']

/** Node modules that reach files, network, processes, clocks or randomness; no pure room may import them. */
const IMPURE =
  /^(node:)?(fs|fs\/promises|net|tls|http|https|http2|dgram|dns|child_process|worker_threads|cluster|timers|timers\/promises|os)$/

/**
 * Files of pure rooms that may read data shipped with the program (dictionaries, lexicon) or talk to an optional engine,
 * because they are the room's own edge; everything else of the room stays pure.
 */
const ROOM_EDGES = [/^src\/proofreading\/(engines|french\/lexicon)\//, /^src\/reading\/language\/sequences\//]

function sources(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => /\.tsx?$/.test(file))
}

function roomOf(file: string): string {
  const parts = file.split('/')
  if (parts[0] !== 'src') return parts[0] ?? ''
  return (parts[1] ?? '').replace(/\.tsx?$/, '')
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

describe('import walls', () => {
  it('domain imports nothing but domain', () => {
    const leaks = files
      .filter((file) => roomOf(file) === 'domain')
      .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
      .filter(
        ({ file, target }) => !target.startsWith('.') || roomOf(normalize(join(dirname(file), target))) !== 'domain',
      )
    expect(leaks).toEqual([])
  })

  it('pure rooms import domain and pure rooms only, and no clock, randomness, file, network or database', () => {
    const leaks = files
      .filter((file) => PURE.includes(roomOf(file)) && !ROOM_EDGES.some((pattern) => pattern.test(file)))
      .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
      .filter(({ file, target }) => {
        if (!target.startsWith('.'))
          return (
            IMPURE.test(target) || /^(better-sqlite3|drizzle-orm|imapflow|nodemailer|bullmq|ioredis|hono)/.test(target)
          )
        return ![...PURE, 'domain'].includes(roomOf(normalize(join(dirname(file), target))))
      })
    expect(leaks).toEqual([])
    const calls = files
      .filter((file) => PURE.includes(roomOf(file)) && !ROOM_EDGES.some((pattern) => pattern.test(file)))
      .filter((file) =>
        /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\bprocess\.env\b|\bsetTimeout\(/.test(
          readFileSync(file, 'utf8'),
        ),
      )
    expect(calls).toEqual([])
  })

  it('edges never import jobs, reports, web, cli, sandbox or the composition root', () => {
    const leaks = files
      .filter((file) => EDGES.includes(roomOf(file)))
      .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
      .filter(
        ({ file, target }) => target.startsWith('.') && OUTER.includes(roomOf(normalize(join(dirname(file), target)))),
      )
    expect(leaks).toEqual([])
  })

  it('nothing imports the command line', () => {
    const leaks = files
      .filter((file) => roomOf(file) !== 'cli')
      .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
      .filter(({ file, target }) => target.startsWith('.') && roomOf(normalize(join(dirname(file), target))) === 'cli')
    expect(leaks).toEqual([])
  })
})
