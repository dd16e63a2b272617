// The built service's parts in a process of their own, started as `replymark run` starts: imports what it imports, has a thread read a
// mail and assess exchanges in both languages with the shipped engines, and tells its resident memory in bytes after each step, with
// the engines open and after the thread has ended for want of work. Asked for `harper`, it opens Harper alone in a bare Node.js.
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { startAsService } from '../../../bin/as-service.js'

startAsService()
const built = new URL('../../../dist/src/', import.meta.url)
const steps = {}
const step = (name) => {
  steps[name] = process.memoryUsage.rss()
}
/** Long enough for compilers and collectors to have ended what the work before left behind. */
const SETTLED_MS = 12_000

async function service(file) {
  await import(new URL('ledger/ledger.js', built).href)
  step('ledger')
  await import(new URL('service.js', built).href)
  await import(new URL('service/parts.js', built).href)
  await import(new URL('service/open-web.js', built).href)
  step('web')
  const { createThreadPool } = await import(new URL('queue/thread-pool.js', built).href)
  const { mail, works } = JSON.parse(readFileSync(file, 'utf8'))
  const bench = createThreadPool({ threads: 1, idleMs: SETTLED_MS + 4_000 })
  await bench.execute('read-message', { raw: mail })
  step('reading')
  for (const work of works.fr) await bench.execute('assess-exchange', work)
  step('French')
  for (const work of works.en) await bench.execute('assess-exchange', work)
  await pause(SETTLED_MS)
  step('English')
  await pause(4_000 + SETTLED_MS)
  step('idle')
  await bench.close()
}

async function harper() {
  const { loadHarper } = await import(new URL('proofreading/engines/harper.js', built).href)
  const { lint } = await loadHarper()
  await lint('Your parcel will arrive tomorrow.')
  await pause(SETTLED_MS)
  step('harper')
}

step('bare')
await (process.argv[2] === 'harper' ? harper() : service(process.argv[2]))
process.stdout.write(`${JSON.stringify(steps)}\n`)
process.exit(0)
