/** Resident memory of the built service, in a process of its own: with both languages loaded, and as it idles. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AssessmentWork } from '../../../src/queue/assessment-work.js'
import { brandMail } from '../../jobs/fake-context.js'
import { assessmentLoad } from '../frame/assessment-load.js'
import { letters } from '../frame/letters.js'
import { type BenchResult, figureRow, missingRow } from '../frame/row.js'

/** Rows of this file. */
export const names = ['memory-loaded', 'memory-idle'] as const

const LETTERS = 100
const ENTRY = fileURLToPath(new URL('../frame/idle-service.mjs', import.meta.url))

const WHAT = {
  'memory-loaded':
    'resident memory of service, web and one thread that has read mail and assessed French and English letters, all engines open',
  'memory-idle': 'the same once the thread has ended for want of work (a minute by default), as the service idles',
} as const

/** The same exchanges with the shipped engines, answered by English letters. */
function inEnglish(works: readonly AssessmentWork[]): readonly AssessmentWork[] {
  const texts = letters('en', works.length)
  return works.map((work, number) => {
    const { exchange } = work
    const messages = exchange.messages.map((message) => ({
      ...message,
      reading: { ...message.reading, language: 'en', text: texts[number] ?? '' },
    }))
    const mail = { ...exchange.probe.mail, language: 'en' as const }
    return { ...work, exchange: { ...exchange, probe: { ...exchange.probe, mail }, messages } }
  })
}

/** Runs the process and returns its memory after each step, in MB; throws what it said where it failed. */
function measured(...words: readonly string[]): Readonly<Record<string, number>> {
  const run = spawnSync(process.execPath, [ENTRY, ...words], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr.slice(-200))
  const steps = JSON.parse(run.stdout) as Record<string, number>
  return Object.fromEntries(Object.entries(steps).map(([step, bytes]) => [step, bytes / 2 ** 20]))
}

async function measureService(): Promise<Readonly<Record<string, number>>> {
  execFileSync(process.execPath, ['scripts/build.js'])
  const engine = { fr: 'replymark', en: 'replymark' } as const
  const french = (await assessmentLoad(LETTERS)).map((work) => ({
    ...work,
    proofreading: { ...work.proofreading, engine },
  }))
  const mail = Buffer.from(brandMail('claire@study.example', 'Bonjour Claire,\n\nVotre colis arrive demain.')).toString(
    'base64',
  )
  const folder = mkdtempSync(join(tmpdir(), 'replymark-memory-'))
  try {
    const file = join(folder, 'works.json')
    writeFileSync(file, JSON.stringify({ mail, works: { fr: french, en: inEnglish(french) } }))
    return { ...measured(file), ...measured('harper') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Measures them. */
export async function bench(asked: (name: string) => boolean): Promise<readonly BenchResult[]> {
  const bound = { of: 'value', at: 'most', limit: 250 } as const
  const wanted = names.filter(asked)
  try {
    const steps = await measureService()
    const megabytes = (step: string) => `${(steps[step] ?? Number.NaN).toFixed(0)} MB`
    const notes = {
      'memory-loaded': `step by step: bare Node.js ${megabytes('bare')}, with the ledger ${megabytes('ledger')}, with service and web ${megabytes('web')}, with a thread that reads ${megabytes('reading')}, with French ${megabytes('French')}, with English ${megabytes('English')}; Harper alone in a bare Node.js, without anything of ours, takes ${megabytes('harper')}: 160 MB are its WebAssembly’s own memory (61 MB of it freed while it set itself up, which WebAssembly cannot give back; 73 MB two tables), 15 MB its program, the rest what V8 compiles from it. A service that keeps it loaded cannot stay below the bound; an idle one lets go of it`,
      'memory-idle': `one process; ${megabytes('web')} before its first work: the difference is what the allocator keeps for the next thread`,
    } as const
    const values = { 'memory-loaded': steps['English'], 'memory-idle': steps['idle'] }
    return wanted.map((name) =>
      figureRow({ name, work: WHAT[name], unit: 'MB', bound, value: values[name] ?? Number.NaN, note: notes[name] }),
    )
  } catch (error) {
    const missing = error instanceof Error ? error.message : String(error)
    return wanted.map((name) => missingRow(name, WHAT[name], 'MB', bound, missing))
  }
}
