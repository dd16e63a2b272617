/** A scriptable SMTP server on loopback: the brand's side of the dialogue in tests. */
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** What the server does with a mail. */
export type Script =
  | { readonly do: 'accept' }
  | { readonly do: 'refuse'; readonly at: 'MAIL' | 'RCPT' | 'DATA'; readonly code: number; readonly text: string }
  /** Cuts the connection. `content`: after the first bytes of the mail; `dot`: after the whole mail, before the answer. */
  | { readonly do: 'cut'; readonly at: 'RCPT' | 'content' | 'dot' }

/** A mail that the server took, or saw whole before it cut the connection. */
export interface TakenMail {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
  /** False where the connection was cut before the answer. */
  readonly answered: boolean
}

/** The server. */
export interface SmtpBrand {
  readonly port: number
  readonly taken: readonly TakenMail[]
  /** Scripts for the next mails, in order; `accept` when it is empty. */
  readonly scripts: Script[]
  /** Called with each mail that was accepted. */
  onMail: ((mail: TakenMail) => void) | null
  close(): Promise<void>
}

function refusal(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code })
}

/** Starts a server; with a password it asks for it. */
export async function startSmtpBrand(password: string | null = null): Promise<SmtpBrand> {
  const taken: TakenMail[] = []
  const scripts: Script[] = []
  let script: Script = { do: 'accept' }
  const brand = { taken, scripts, onMail: null as ((mail: TakenMail) => void) | null }

  const cut = (session: { readonly id: string }) => {
    for (const connection of server.connections)
      if ((connection as unknown as { id: string }).id === session.id)
        (connection as unknown as { _socket: Socket })._socket.destroy()
  }
  const server = new SMTPServer({
    authOptional: password === null,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth(auth, _session, done) {
      if (auth.password === password) done(null, { user: auth.username })
      else done(refusal(535, '5.7.8 Authentication failed'))
    },
    onMailFrom(_address, _session, done) {
      script = scripts.shift() ?? { do: 'accept' }
      if (script.do === 'refuse' && script.at === 'MAIL') done(refusal(script.code, script.text))
      else done()
    },
    onRcptTo(_address, session, done) {
      if (script.do === 'refuse' && script.at === 'RCPT') done(refusal(script.code, script.text))
      else if (script.do === 'cut' && script.at === 'RCPT') cut(session)
      else done()
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        if (script.do === 'cut' && script.at === 'content') cut(session)
      })
      stream.on('end', () => {
        const mail = {
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          to: session.envelope.rcptTo.map((recipient) => recipient.address),
          raw: Buffer.concat(chunks).toString(),
          answered: script.do === 'accept',
        }
        if (script.do === 'refuse') return done(refusal(script.code, script.text))
        taken.push(mail)
        if (script.do === 'cut') return cut(session)
        brand.onMail?.(mail)
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return Object.assign(brand, {
    port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}
