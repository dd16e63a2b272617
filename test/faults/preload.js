// Loaded into the service by the fault harness before anything else: a clock that starts where the harness says and runs
// faster up to the real time, long pauses made short, and a ledger that waits less for a lock and can be made full. Plain
// JavaScript, because it also goes into worker threads. Nothing of this is part of the program.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Socket } from 'node:net'
import { isMainThread } from 'node:worker_threads'

const { FAULT_CLOCK_BASE, FAULT_CLOCK_FACTOR = '200', FAULT_CONTROL, FAULT_BUSY_MS = '600' } = process.env

if (FAULT_CLOCK_BASE) {
  const RealDate = Date
  const started = RealDate.now()
  let jumped = 0
  const now = () => {
    const real = RealDate.now()
    const elapsed = (real - started) * Number(FAULT_CLOCK_FACTOR)
    // Never ahead of the servers, which stamp mail with the real time.
    return Math.floor(Math.min(real, Number(FAULT_CLOCK_BASE) + elapsed + jumped))
  }
  globalThis.Date = class ShiftedDate extends RealDate {
    constructor(...parts) {
      if (parts.length === 0) super(now())
      else super(...parts)
    }
    static now() {
      return now()
    }
  }

  const short = (milliseconds) => (milliseconds >= 15_000 ? Math.max(2_000, milliseconds / 200) : milliseconds)
  const wait = globalThis.setTimeout
  globalThis.setTimeout = Object.assign((work, ms, ...rest) => wait(work, short(ms), ...rest), wait)
  const silence = Socket.prototype.setTimeout
  Socket.prototype.setTimeout = function setTimeout(ms, ...rest) {
    return silence.call(this, short(ms), ...rest)
  }

  if (isMainThread) {
    const Database = createRequire(import.meta.url)('better-sqlite3')
    const ledgers = new Set()
    const pragma = Database.prototype.pragma
    Database.prototype.pragma = function withFaults(text, ...rest) {
      const answer = pragma.call(this, text, ...rest)
      if (text.startsWith('journal_mode = WAL')) {
        ledgers.add(this)
        pragma.call(this, `busy_timeout = ${FAULT_BUSY_MS}`)
      }
      return answer
    }
    process.on('SIGUSR2', () => {
      const control = JSON.parse(readFileSync(FAULT_CONTROL, 'utf8'))
      jumped = control.jumpMs ?? jumped
      for (const ledger of ledgers)
        if (ledger.open) pragma.call(ledger, `max_page_count = ${control.full ? 1 : 1_073_741_823}`)
    })
  }
}
