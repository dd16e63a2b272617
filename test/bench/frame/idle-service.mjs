// The built service's parts in a process of their own: imports what `replymark run` imports, has two threads assess exchanges in both
// languages, and tells its memory in bytes with the engines open and after the threads have ended for want of work.
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const built = new URL('../../../dist/src/', import.meta.url)
await import(new URL('service.js', built).href)
await import(new URL('service/parts.js', built).href)
await import(new URL('service/open-web.js', built).href)
const { createThreadBench } = await import(new URL('queue/thread-bench.js', built).href)
const works = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const bench = createThreadBench({ threads: 1, idleMs: 4000 })
for (const work of works) await bench.execute('assess-exchange', work)
await pause(2000)
const loaded = process.memoryUsage.rss()
await pause(12_000)
process.stdout.write(`${JSON.stringify({ loaded, idle: process.memoryUsage.rss() })}\n`)
await bench.close()
process.exit(0)
