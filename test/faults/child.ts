/** Processes of a fault run: the real command line, built, started with the harness's clock, killed and awaited. */
import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { slowness } from './patience.js'

const PROGRAM = fileURLToPath(new URL('../../bin/replymark.js', import.meta.url))
const PRELOAD = new URL('./preload.js', import.meta.url).href

/** What a process is started with. */
export interface ChildOptions {
  readonly arguments: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  /** Virtual time at which its clock starts; null for the real clock. */
  readonly clock: ChildClock | null
}

/** A clock of the harness's. */
export interface ChildClock {
  readonly base: number
  /** File by which the process is told things later. */
  readonly control: string
  /** May run past the real time; it may not by default. */
  readonly free?: boolean
}

/** What a process can be told. */
export interface ControlState {
  readonly jumpMs: number
  readonly full: boolean
}

/** A process. */
export interface Child {
  readonly process: ChildProcess
  /** Everything it said on stderr so far. */
  log(): string
  /** Exit code, or the signal's name. */
  readonly ended: Promise<number | string>
  readonly alive: boolean
  kill(signal?: NodeJS.Signals): void
}

/** Starts `replymark …`. */
export function startChild(options: ChildOptions): Child {
  const { clock } = options
  const child = spawn(process.execPath, ['--import', PRELOAD, PROGRAM, ...options.arguments], {
    env: {
      ...process.env,
      ...options.environment,
      ...(clock
        ? {
            FAULT_CLOCK_BASE: String(clock.base),
            FAULT_CONTROL: clock.control,
            FAULT_CLOCK_FREE: clock.free ? 'yes' : 'no',
            FAULT_SLOWNESS: String(slowness()),
          }
        : {}),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let text = ''
  let alive = true
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  const ended = new Promise<number | string>((resolve) =>
    child.on('close', (code, signal) => {
      alive = false
      resolve(signal ?? code ?? -1)
    }),
  )
  return {
    process: child,
    log: () => text,
    ended,
    get alive() {
      return alive
    },
    kill: (signal = 'SIGKILL') => void child.kill(signal),
  }
}

/** Tells a started process something: how far its clock jumped, whether its ledger is full. */
export function control(child: Child, file: string, state: ControlState): void {
  writeFileSync(file, JSON.stringify(state))
  // Before it has said anything, nobody in it listens to the signal yet.
  if (child.alive && child.log() !== '') child.process.kill('SIGUSR2')
}
