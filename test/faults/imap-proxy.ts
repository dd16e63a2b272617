/** A proxy in front of the real IMAP server that can cut a connection, leave it half open, say BYE, and refuse commands with NO or BAD. */
import { type AddressInfo, createServer, connect as openSocket, type Socket } from 'node:net'

/** The proxy. */
export interface ImapProxy {
  readonly port: number
  /** Cuts every connection that is open. */
  cut(): void
  /** Cuts every connection and lets no new one in, until it is opened again. */
  shut(closed: boolean): void
  /** Says BYE on every connection and cuts it. */
  bye(): void
  /** Refuses the next so many EXAMINE, SEARCH and FETCH commands. */
  refuse(word: 'NO' | 'BAD', commands: number): void
  /** Every connection that is open stays open and carries nothing any more, either way. */
  freeze(): void
  /** Called when the server delivers a message. */
  fetched: () => void
  close(): Promise<void>
}

const COMMAND = /^(\S{1,20}) ((?:UID )?(?:FETCH|SEARCH)|EXAMINE|SELECT)\b/

/** Starts a proxy in front of a port of this machine. */
export async function startImapProxy(imapPort: number): Promise<ImapProxy> {
  const clients = new Set<Socket>()
  const frozen = new Set<Socket>()
  let refusals = 0
  let closed = false
  let refusalWord = 'NO'
  const proxy = {
    fetched: () => {},
    cut() {
      for (const client of clients) client.destroy()
    },
    shut(now: boolean) {
      closed = now
      if (now) proxy.cut()
    },
    bye() {
      for (const client of clients) client.end('* BYE going down\r\n', () => client.destroy())
    },
    freeze() {
      for (const client of clients) frozen.add(client)
    },
    refuse(word: 'NO' | 'BAD', commands: number) {
      refusalWord = word
      refusals = commands
    },
  }
  const server = createServer((client) => {
    if (closed) return void client.destroy()
    const upstream = openSocket(imapPort, '127.0.0.1')
    clients.add(client)
    for (const socket of [client, upstream]) {
      socket.on('error', () => {})
      socket.on('close', () => {
        clients.delete(client)
        frozen.delete(client)
        client.destroy()
        upstream.destroy()
      })
    }
    client.on('data', (chunk) => {
      if (frozen.has(client)) return
      const command = refusals > 0 ? COMMAND.exec(chunk.toString('latin1')) : null
      if (command) {
        refusals--
        client.write(`${command[1]} ${refusalWord} [UNAVAILABLE] not now\r\n`)
      } else upstream.write(chunk)
    })
    upstream.on('data', (chunk) => {
      if (frozen.has(client)) return
      client.write(chunk)
      if (/ FETCH \(.{0,200}BODY\[\]/.test(chunk.subarray(0, 2_000).toString('latin1'))) proxy.fetched()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(proxy, {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((resolve) => {
        proxy.cut()
        server.close(() => resolve())
      }),
  })
}
