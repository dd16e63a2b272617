/** The brands' mail server of a fault run: does with each attempt what the run's plan says, and notes what it took. */
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { SmtpScript } from './plan.js'

/** One attempt to hand a mail over, as the server saw it. */
export interface Attempt {
  /** Message-ID with its angle brackets; empty where the mail did not get that far. */
  readonly messageId: string
  /** Envelope sender: the probe's reply address. */
  readonly from: string
  readonly script: SmtpScript
  /** The server keeps the mail: it will be read by the brand. */
  readonly kept: boolean
  /** The whole mail arrived. */
  readonly whole: boolean
  readonly raw: string
}

/** The server. */
export interface BrandServer {
  readonly port: number
  readonly attempts: readonly Attempt[]
  /** Behaviour by reply address token, an entry for each attempt; `accept` past its end. */
  scriptOf: (envelopeFrom: string, attempt: number) => SmtpScript
  /** Called when bytes of a mail are on the wire, and when it is whole and not answered. */
  moment: (at: 'content' | 'dot') => void
  /** Called with each mail that is kept. */
  kept: (attempt: Attempt) => void
  /** Connections between two mails stay open and carry nothing any more. */
  freeze(): void
  close(): Promise<void>
}

/** What smtp-server keeps of a connection. */
interface Connection {
  readonly session: { readonly envelope?: { readonly mailFrom: unknown } }
  readonly _socket: Socket
}

function refusal(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code })
}

/** Starts a server that asks for a password. */
export async function startBrandServer(password: string): Promise<BrandServer> {
  const attempts: Attempt[] = []
  const tried = new Map<string, number>()
  const scripts = new Map<string, SmtpScript>()
  const senders = new Map<string, string>()
  const cut = (session: { readonly id: string }) => {
    for (const connection of server.connections)
      if ((connection as unknown as { id: string }).id === session.id)
        (connection as unknown as { _socket: Socket })._socket.destroy()
  }
  const brand = {
    attempts,
    scriptOf: (_from: string, _attempt: number): SmtpScript => ({ do: 'accept' }),
    moment: (_at: 'content' | 'dot') => {},
    kept: (_attempt: Attempt) => {},
    freeze() {
      for (const connection of server.connections) {
        const { session, _socket } = connection as unknown as Connection
        if (!session.envelope?.mailFrom && _socket.readable) _socket.pause()
      }
    },
  }
  const server = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onAuth(auth, _session, done) {
      if (auth.password === password) done(null, { user: auth.username })
      else done(refusal(535, '5.7.8 Authentication failed'))
    },
    onMailFrom(address, session, done) {
      const number = tried.get(address.address) ?? 0
      tried.set(address.address, number + 1)
      const script = brand.scriptOf(address.address, number)
      scripts.set(session.id, script)
      senders.set(session.id, address.address)
      if (script.do === 'refuse' && script.at === 'MAIL') {
        note('', session, false, false, '')
        return done(refusal(script.code, 'not now or never'))
      }
      done()
    },
    onRcptTo(_address, session, done) {
      const script = scripts.get(session.id) ?? { do: 'accept' }
      if (script.do === 'refuse' && script.at === 'RCPT') {
        note('', session, false, false, '')
        return done(refusal(script.code, 'not now or never'))
      }
      if (script.do !== 'accept' && script.at === 'RCPT') {
        note('', session, false, false, '')
        return script.do === 'cut' ? cut(session) : undefined
      }
      done()
    },
    onData(stream, session, done) {
      const script = scripts.get(session.id) ?? { do: 'accept' }
      const chunks: Buffer[] = []
      let silent = false
      stream.on('data', (chunk: Buffer) => {
        if (chunks.length === 0) brand.moment('content')
        chunks.push(chunk)
        if (script.do === 'cut' && script.at === 'content') {
          if (!silent) note('', session, false, false, '')
          silent = true
          cut(session)
        }
      })
      stream.on('end', () => {
        if (silent) return
        const raw = Buffer.concat(chunks).toString()
        const messageId = /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? ''
        if (script.do === 'refuse') {
          note(messageId, session, false, true, raw)
          return done(refusal(script.code, 'not now or never'))
        }
        const drops = script.do !== 'accept' && script.at !== 'dot-kept'
        note(messageId, session, !drops, true, raw)
        brand.moment('dot')
        if (script.do === 'cut') return cut(session)
        if (script.do === 'silence') return
        done()
      })
    },
  })
  function note(messageId: string, session: { readonly id: string }, kept: boolean, whole: boolean, raw: string): void {
    const attempt: Attempt = {
      messageId,
      from: senders.get(session.id) ?? '',
      script: scripts.get(session.id) ?? { do: 'accept' },
      kept,
      whole,
      raw,
    }
    attempts.push(attempt)
    if (kept) brand.kept(attempt)
  }
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return Object.assign(brand, {
    port,
    close: () =>
      new Promise<void>((resolve) => {
        for (const connection of server.connections) (connection as unknown as { _socket: Socket })._socket.destroy()
        server.close(() => resolve())
      }),
  })
}
