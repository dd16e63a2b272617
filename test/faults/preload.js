// Loaded into the service by the fault harness before anything else: a clock that starts where the harness says and runs
// faster up to the real time, long pauses made short, a ledger that waits less for a lock and can be told that it is full, and a
// death at the Nth thing written. Plain JavaScript, because it also goes into worker threads. Nothing of this is part of the program.
import fs, { readFileSync, writeFileSync } from 'node:fs'
import { createRequire, syncBuiltinESMExports } from 'node:module'
import { Socket } from 'node:net'
import { isMainThread } from 'node:worker_threads'

const { FAULT_CLOCK_BASE, FAULT_CLOCK_FACTOR = '200', FAULT_CLOCK_FREE, FAULT_CONTROL } = process.env
const { FAULT_BUSY_MS = '600', FAULT_SLOWNESS = '1', FAULT_KILL_AT, FAULT_COUNTS } = process.env

if (FAULT_CLOCK_BASE) {
  const RealDate = Date
  const started = RealDate.now()
  let jumped = 0
  const now = () => {
    const real = RealDate.now()
    const mine = Number(FAULT_CLOCK_BASE) + (real - started) * Number(FAULT_CLOCK_FACTOR) + jumped
    // Not ahead of the servers, which stamp mail with the real time, until nothing comes in any more.
    return Math.floor(FAULT_CLOCK_FREE === 'yes' ? mine : Math.min(real, mine))
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

  // On a machine that others use as well an answer takes longer, and is none the worse for it.
  const silenceMs = 2_000 * Math.sqrt(Number(FAULT_SLOWNESS))
  // What the program gives a server to connect and to greet; longer timers are its jobs'.
  const connectMs = 30_000
  const short = (ms) => (ms === connectMs ? silenceMs : ms >= 15_000 ? Math.max(1_000, ms / 200) : ms)
  const wait = globalThis.setTimeout
  globalThis.setTimeout = Object.assign((work, ms, ...rest) => wait(work, short(ms), ...rest), wait)
  const setSilence = Socket.prototype.setTimeout
  Socket.prototype.setTimeout = function setTimeout(ms, ...rest) {
    return setSilence.call(this, ms >= 15_000 ? Math.max(silenceMs, ms / 200) : ms, ...rest)
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

if (isMainThread && (FAULT_KILL_AT || FAULT_COUNTS)) {
  const [kind = '', nth = '0'] = (FAULT_KILL_AT ?? '').split(':')
  const written = { statement: 0, file: 0 }
  const write = (what) => {
    written[what]++
    if (kind === what && written[what] === Number(nth)) process.kill(process.pid, 'SIGKILL')
  }
  const Database = createRequire(import.meta.url)('better-sqlite3')
  const { prepare, exec } = Database.prototype
  Database.prototype.exec = function counted(...parts) {
    write('statement')
    return exec.apply(this, parts)
  }
  Database.prototype.prepare = function prepared(...parts) {
    const statement = prepare.apply(this, parts)
    const { run } = statement
    statement.run = (...values) => {
      write('statement')
      return run.apply(statement, values)
    }
    return statement
  }
  const { writeFile } = fs.promises
  fs.promises.writeFile = (...parts) => {
    write('file')
    return writeFile(...parts)
  }
  syncBuiltinESMExports()
  if (FAULT_COUNTS) process.on('exit', () => writeFileSync(FAULT_COUNTS, JSON.stringify(written)))
}
