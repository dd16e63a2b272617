/**
 * The Redis of one fault run: servers on sockets of the run's own folder behind one TCP port that the harness holds from the first to
 * the last moment, so that no other run's server can take it while Redis is down. Redis can be killed, wiped and failed over.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { type AddressInfo, createServer, connect as openSocket, type Socket } from 'node:net'
import { join } from 'node:path'

/** The Redis of a run. */
export interface RedisFront {
  readonly port: number
  /** Forgets everything it holds. */
  flush(): Promise<void>
  /** Killed; a new and empty one takes the address after so many milliseconds. */
  killAndReplace(downMs: number): Promise<void>
  /** A replica follows, the first is killed, the replica is promoted and takes the address. */
  failOver(): Promise<void>
  /** Length of a list; 0 where it or Redis is gone. */
  lengthOf(list: string): Promise<number>
  close(): Promise<void>
}

interface Backend {
  readonly process: ChildProcess
  readonly path: string
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** Sends one command and gives back the beginning of the answer. @throws where nothing answers */
function ask(path: string, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = openSocket({ path }, () => void socket.write(`${command}\r\n`))
    socket.setTimeout(5_000, () => socket.destroy(new Error('Redis is silent')))
    socket.once('data', (answer) => {
      socket.destroy()
      resolve(answer.toString())
    })
    socket.once('error', reject)
  })
}

async function untilAnswers(path: string, command: string, wanted: string): Promise<void> {
  const end = Date.now() + 20_000
  while (Date.now() < end) {
    if ((await ask(path, command).catch(() => '')).includes(wanted)) return
    await pause(20)
  }
  throw new Error(`Redis did not answer ${command} with ${wanted}`)
}

/** Starts a Redis behind a port. @param folder where its socket lies */
export async function startRedisFront(folder: string): Promise<RedisFront> {
  const all: Backend[] = []
  const pairs = new Set<Socket>()
  let current: Backend | null = null

  async function startBackend(replica: boolean): Promise<Backend> {
    const path = join(folder, `redis-${all.length}.sock`)
    const flags = ['--port', '0', '--unixsocket', path, '--save', '', '--appendonly', 'no', '--dir', folder]
    // A replica gets its copy at once and not after five seconds.
    flags.push('--repl-diskless-sync-delay', '0', ...(replica ? ['--replicaof', `127.0.0.1 ${port}`] : []))
    const started = spawn(process.env.REPLYMARK_TEST_REDIS_SERVER ?? 'redis-server', flags, { stdio: 'ignore' })
    started.on('error', () => {})
    const backend = { process: started, path }
    all.push(backend)
    await untilAnswers(path, 'PING', 'PONG')
    return backend
  }
  let turn: Promise<unknown> = Promise.resolve()
  /** One change of the address at a time: two servers never hold it. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const mine = turn.then(work)
    turn = mine.catch(() => {})
    return mine
  }
  function killCurrent(): void {
    current?.process.kill('SIGKILL')
    current = null
    for (const socket of pairs) socket.destroy()
  }

  const server = createServer((client) => {
    if (!current) return void client.destroy()
    const upstream = openSocket({ path: current.path })
    for (const socket of [client, upstream]) {
      pairs.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        pairs.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.pipe(upstream)
    upstream.pipe(client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  current = await startBackend(false)

  return {
    port,
    async flush() {
      if (current) await ask(current.path, 'FLUSHALL')
    },
    killAndReplace: (downMs) =>
      inTurn(async () => {
        killCurrent()
        await pause(downMs)
        current = await startBackend(false)
      }),
    failOver: () =>
      inTurn(async () => {
        const replica = await startBackend(true)
        await untilAnswers(replica.path, 'INFO replication', 'master_link_status:up')
        killCurrent()
        await untilAnswers(replica.path, 'REPLICAOF NO ONE', 'OK')
        current = replica
      }),
    async lengthOf(list) {
      const answer = current ? await ask(current.path, `LLEN ${list}`).catch(() => '') : ''
      return Number(/^:(\d+)/.exec(answer)?.[1] ?? 0)
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const { process: started } of all) started.kill('SIGKILL')
      for (const socket of pairs) socket.destroy()
      await closed
    },
  }
}
