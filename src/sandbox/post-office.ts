/**
 * The simulated market's post office: a real SMTP server that takes our e-mails and a real IMAP server that holds what comes
 * back, both on loopback, with time given from outside. Answers stay on their way until `deliverUntil` reaches their moment.
 */
import type { AddressInfo, Server } from 'node:net'
import hoodiecrow from 'hoodiecrow-imap'
import { SMTPServer } from 'smtp-server'
import type { Instant } from '../domain/time.js'
import type { Delivery } from './behave.js'
import { parseProbe, type ReceivedProbe } from './received-probe.js'

/** What a post office needs. */
export interface PostOfficeOptions {
  readonly now: () => Instant
  readonly user: string
  readonly password: string
  /** True where the recipient's server refuses the address. */
  readonly refuses: (recipient: string) => boolean
  /** What is sent back to one of our e-mails, sooner or later. */
  readonly receive: (probe: ReceivedProbe) => Promise<readonly Delivery[]>
}

/** Running servers. */
export interface PostOffice {
  readonly smtpPort: number
  readonly imapPort: number
  /** Puts everything due until a moment into the mailbox, oldest first; returns how many. */
  deliverUntil(moment: Instant): number
  /** When the last answer under way arrives; null where none is. */
  lastDelivery(): Instant | null
  close(): Promise<void>
}

const FOLDERS = {
  INBOX: {},
  '': { separator: '/', folders: { Junk: { 'special-use': '\\Junk' }, Sent: { 'special-use': '\\Sent' } } },
}

/** Starts both servers on free ports of 127.0.0.1. */
export async function openPostOffice(options: PostOfficeOptions): Promise<PostOffice> {
  const pending: Delivery[] = []
  const imap = hoodiecrow({
    plugins: ['ID', 'IDLE', 'LITERALPLUS', 'SPECIAL-USE', 'UNSELECT', 'ENABLE', 'NAMESPACE'],
    users: { [options.user]: { password: options.password } },
    storage: structuredClone(FOLDERS),
  })
  const smtp = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === options.user && password === options.password
        ? done(null, { user: username })
        : done(new Error('wrong user or password')),
    onRcptTo({ address }, _session, done) {
      if (!options.refuses(address)) return done()
      done(Object.assign(new Error('5.1.1 User unknown'), { responseCode: 550 }))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address
        const to = session.envelope.rcptTo[0]?.address ?? ''
        parseProbe(Buffer.concat(chunks), { from, to }, options.now())
          .then((probe) => options.receive(probe))
          .then((deliveries) => {
            pending.push(...deliveries)
            done()
          }, done)
      })
    },
  })
  const smtpPort = await listen(smtp.server as Server, () => smtp.listen(0, '127.0.0.1'))
  const imapPort = await listen(imap.server, () => imap.listen(0, '127.0.0.1'))
  return {
    smtpPort,
    imapPort,
    deliverUntil(moment) {
      const due = pending
        .filter((delivery) => delivery.truth.at <= moment)
        .toSorted((left, right) => left.truth.at - right.truth.at || (left.truth.hash < right.truth.hash ? -1 : 1))
      for (const { folder, raw, truth } of due)
        imap.appendMessage(folder, [], new Date(truth.at), raw.toString('binary'))
      const late = pending.filter((delivery) => delivery.truth.at > moment)
      pending.splice(0, pending.length, ...late)
      return due.length
    },
    lastDelivery: () => (pending.length === 0 ? null : Math.max(...pending.map((delivery) => delivery.truth.at))),
    async close() {
      await new Promise<void>((resolve) => smtp.close(() => resolve()))
      await new Promise<void>((resolve) => {
        imap.close(() => resolve())
        // Clients that did not say goodbye would keep the server open.
        setTimeout(resolve, 200).unref()
      })
    },
  }
}

function listen(server: Server, start: () => void): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    // Small answers wait for nothing: Nagle's algorithm and delayed acknowledgements would add 40 ms to each.
    server.on('connection', (socket) => socket.setNoDelay(true))
    server.once('listening', () => resolve((server.address() as AddressInfo).port))
    start()
  })
}
