/** Grammalecte's own server, started for a measure where it is installed. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { createGrammalecteEngine } from '../../../src/proofreading/engines/grammalecte.js'
import type { Proofreader } from '../../../src/proofreading/proofreader.js'

/** Starts Grammalecte's server; null where it is not installed. */
export async function startGrammalecte(): Promise<{ readonly engine: Proofreader; stop(): void } | null> {
  if (spawnSync('grammalecte-server', ['--help']).status !== 0) return null
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await new Promise((resolve) => probe.close(resolve))
  const options = ['-ht', '127.0.0.1', '-p', String(port), '-mp', '1']
  const server: ChildProcess = spawn('grammalecte-server', options, { stdio: 'ignore', detached: true })
  const patience = { timeoutMs: 10_000, attempts: 8, backOffMs: 250 }
  const engine = await createGrammalecteEngine(`http://127.0.0.1:${port}`, { tradeWords: [], patience })
  return {
    engine,
    stop: () => {
      // The server keeps worker processes of its own: its whole group ends.
      if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL')
    },
  }
}
