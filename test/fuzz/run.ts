/**
 * `npm run fuzz [-- COUNT [SEED]]`: reads mutated mails (own fixtures, the reference corpora where present, fast-check's arbitrary
 * bytes) and mails built to exhaust a reader. Checks: no crash, at most 2 s a message, no memory growth, every input ends as
 * a kind or as an explained `unreadable`. Prints a JSON summary; exit 1 where something failed, with seed and case to repeat it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import type { Reading } from '../../src/domain/message.js'
import { readHtmlBody, readMessage, readPlainBody } from '../../src/reading/read-message.js'
import { BOMBS } from './bombs.js'
import { faultsOf } from './check-reading.js'
import { mutate, randomSource } from './mutations.js'

const count = Number(process.argv[2] ?? 200_000)
const seed = Number(process.argv[3] ?? 20_260_303)
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  process.stderr.write('usage: npm run fuzz [-- COUNT [SEED]]\n')
  process.exit(2)
}

const MOST_MS = 2_000
/** Growth of the heap over the second half of the run that counts as a leak. */
const MOST_GROWTH_MB = 64

function samplesIn(folder: string): Buffer[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => /\.(eml|txt|html)$/.test(file))
    .map((file) => readFileSync(file))
}

const corpora = resolve(process.env.REPLYMARK_CORPORA ?? '../shared/corpora')
const samples = [
  ...samplesIn(join(import.meta.dirname, '../fixtures/mails')),
  ...samplesIn(join(corpora, 'bounces')),
  ...samplesIn(join(corpora, 'replies')),
]
const failures: string[] = []
const kinds: Record<string, number> = {}
let slowest = 0
let slowestCase = ''

async function check(name: string, read: () => Reading | Promise<Reading>): Promise<void> {
  const started = performance.now()
  try {
    const reading = await read()
    kinds[reading.kind] = (kinds[reading.kind] ?? 0) + 1
    for (const fault of faultsOf(reading)) failures.push(`${name}: ${fault}`)
  } catch (error) {
    failures.push(`${name}: threw ${error instanceof Error ? error.stack : String(error)}`)
  }
  const elapsed = performance.now() - started
  if (elapsed > slowest) {
    slowest = elapsed
    slowestCase = name
  }
  if (elapsed > MOST_MS) failures.push(`${name}: took ${Math.round(elapsed)} ms`)
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

function heapMegabytes(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed / 1_000_000
}

const begun = performance.now()
for (const bomb of BOMBS) await check(`bomb ${bomb.name}`, () => readMessage(bomb.bytes()))

const random = randomSource(seed)
const arbitrary = fc.sample(fc.uint8Array({ maxLength: 3_000 }), {
  numRuns: Math.min(2_000, Math.ceil(count / 20)),
  seed,
})
for (const [index, bytes] of arbitrary.entries()) await check(`arbitrary ${index}`, () => readMessage(bytes))
const texts = fc.sample(fc.string({ maxLength: 2_000, unit: 'binary' }), {
  numRuns: Math.min(2_000, Math.ceil(count / 20)),
  seed,
})
for (const [index, text] of texts.entries()) {
  await check(`text ${index}`, () => readPlainBody(text))
  await check(`markup ${index}`, () => readHtmlBody(text))
}

let heapHalfway = 0
const mutated = Math.max(0, count - BOMBS.length - arbitrary.length - 2 * texts.length)
for (let index = 0; index < mutated; index += 1) {
  const sample = samples[Math.floor(random() * samples.length)]!
  const other = samples[Math.floor(random() * samples.length)]!
  const bytes = mutate(sample, other, random)
  const way = index % 10
  if (way === 8) await check(`mutation ${index} as text`, () => readPlainBody(bytes.toString('utf8')))
  else if (way === 9) await check(`mutation ${index} as markup`, () => readHtmlBody(bytes.toString('latin1')))
  else await check(`mutation ${index}`, () => readMessage(bytes))
  if (index === Math.floor(mutated / 2)) heapHalfway = heapMegabytes()
  if (failures.length > 50) break
}
const growth = heapMegabytes() - heapHalfway
if (growth > MOST_GROWTH_MB) failures.push(`the heap grew by ${growth.toFixed(1)} MB over the second half`)

const summary = {
  inputs: Object.values(kinds).reduce((sum, number) => sum + number, 0),
  seed,
  samples: samples.length,
  seconds: Math.round((performance.now() - begun) / 1_000),
  slowestMs: Math.round(slowest),
  slowestCase,
  heapGrowthMb: Number(growth.toFixed(1)),
  peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1_000),
  kinds,
  failures: failures.slice(0, 50),
}
process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`)
process.exitCode = failures.length > 0 ? 1 : 0
