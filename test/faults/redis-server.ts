/** A Redis of a run's own that can be flushed, killed and started again on the same port, and workers that are kept alive beside it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { type AddressInfo, connect, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { type Child, startChild } from './child.js'
import { until } from './patience.js'

/** A Redis. */
export interface RedisServer {
  readonly url: string
  /** Forgets everything. */
  flush(): Promise<void>
  /** Ends it with SIGKILL; nothing of it is kept. */
  kill(): Promise<void>
  /** Starts it again, empty. */
  start(): Promise<void>
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

function said(port: number, command: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`))
    socket.on('data', (data) => {
      socket.destroy()
      resolve(data.toString())
    })
    socket.on('error', () => resolve(''))
  })
}

/** Prepares one in a folder; it runs from `start` on. */
export async function redisServer(folder: string): Promise<RedisServer> {
  const port = await freePort()
  let server: ChildProcess | null = null
  return {
    url: `redis://127.0.0.1:${port}`,
    async flush() {
      await said(port, 'FLUSHALL')
    },
    async kill() {
      const dying = server
      server = null
      if (!dying || dying.exitCode !== null || dying.signalCode !== null) return
      const gone = new Promise((resolve) => dying.once('exit', resolve))
      dying.kill('SIGKILL')
      await gone
    },
    async start() {
      const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
      server = spawn(process.env.REPLYMARK_TEST_REDIS_SERVER ?? 'redis-server', flags, { stdio: 'ignore', cwd: folder })
      for (let attempt = 0; attempt < 200; attempt++) {
        if ((await said(port, 'PING')).startsWith('+PONG')) return
        await pause(50)
      }
      throw new Error(`Redis did not start on port ${port}`)
    },
  }
}

/** How long a worker may take to say its first word, in milliseconds. */
const BOOT_PATIENCE_MS = 60_000

/** Workers under a supervisor. */
export interface SupervisedWorkers {
  /** Kills one with SIGKILL; another takes its place. */
  killOne(): void
  /** Everything they said. */
  log(): string
  /** How many left by themselves, which none should. */
  left(): number
  /** Asks all of them to leave; returns their exit codes. */
  stop(): Promise<readonly (number | string)[]>
}

/** Starts `replymark worker` so many times, one thread each, and starts another for each that ends. */
export function superviseWorkers(redisUrl: string, study: string, count: number): SupervisedWorkers {
  const all: Child[] = []
  const alive = new Set<Child>()
  let stopping = false
  let left = 0
  function start(): void {
    const child = startChild({
      arguments: ['worker', '--redis', redisUrl, '--study-id', study, '--threads', '1'],
      environment: { REPLYMARK_LOG_LEVEL: 'info' },
      clock: null,
    })
    all.push(child)
    alive.add(child)
    void child.ended.then((how) => {
      alive.delete(child)
      if (stopping) return
      if (how !== 'SIGKILL') left++
      start()
    })
  }
  for (let number = 0; number < count; number++) start()
  return {
    killOne: () => [...alive][0]?.kill(),
    log: () => all.map((child) => child.log()).join(''),
    left: () => left,
    async stop() {
      stopping = true
      const leaving = [...alive]
      for (const child of leaving) {
        // One just started listens to no signal before it has said something.
        await until(() => child.log() !== '' || !child.alive, BOOT_PATIENCE_MS)
        child.kill('SIGTERM')
      }
      return Promise.all(leaving.map((child) => child.ended))
    },
  }
}
