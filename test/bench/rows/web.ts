/** The league table of 1 000 brands over 50 connections, against a bare Hono route that returns the same bytes. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type BenchResult, compare, figureRow } from '../frame/row.js'

/** Rows of this file. */
export const names = ['web', 'web-p99'] as const

const CONNECTIONS = 50
const SECONDS = 4

/** What a round of load measured. */
interface Load {
  readonly perSecond: number
  readonly p99: number
}

const SERVER = fileURLToPath(new URL('../frame/web-server.ts', import.meta.url))
const LOAD = fileURLToPath(new URL('../frame/web-load.ts', import.meta.url))

/** Starts a child that tells its port. */
function startServer(kind: 'project' | 'bare'): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  return new Promise((resolve, reject) => {
    const child = fork(SERVER, [kind], { execArgv: ['--import', 'tsx'] })
    child.once('message', (port) => resolve({ child, port: Number(port) }))
    child.once('exit', (code) => reject(new Error(`the ${kind} server ended with ${code}`)))
  })
}

/** One round of load from a process of its own. */
function load(port: number): Promise<Load> {
  return new Promise((resolve, reject) => {
    const child = fork(LOAD, [String(port), String(CONNECTIONS), String(SECONDS)], { execArgv: ['--import', 'tsx'] })
    child.once('message', (measured) => resolve(measured as Load))
    child.once('error', reject)
  })
}

/** Measures them. */
export async function bench(asked: (name: string) => boolean): Promise<readonly BenchResult[]> {
  const project = await startServer('project')
  const bare = await startServer('bare')
  const p99: { project: number[]; bare: number[] } = { project: [], bare: [] }
  try {
    const row = await compare({
      name: 'web',
      work: `league table page of 1 000 brands, ${CONNECTIONS} connections, ${SECONDS} s a round`,
      unit: 'requests/s',
      bound: { of: 'ratio', at: 'least', limit: 0.5 },
      project: async () => {
        const measured = await load(project.port)
        p99.project.push(measured.p99)
        return measured.perSecond
      },
      peer: {
        name: 'bare Hono route, same bytes',
        round: async () => {
          const measured = await load(bare.port)
          p99.bare.push(measured.p99)
          return measured.perSecond
        },
      },
      rounds: 3,
    })
    const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
    const slowest = figureRow({
      name: 'web-p99',
      work: 'time that 99 of 100 of these requests stay under, against that of the bare route',
      unit: '× bare route',
      bound: { of: 'value', at: 'most', limit: 3 },
      value: middle(p99.project) / middle(p99.bare),
      note: `${middle(p99.project).toFixed(1)} ms against ${middle(p99.bare).toFixed(1)} ms`,
    })
    return [row, slowest].filter(({ name }) => asked(name))
  } finally {
    project.child.kill()
    bare.child.kill()
  }
}
