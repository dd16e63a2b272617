/** An SMTP server on loopback, in a process of its own, that takes every mail and keeps how often it saw each Message-ID. */
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

const seen = new Map<string, number>()
const server = new SMTPServer({
  authOptional: true,
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onAuth: (auth, _session, done) => done(null, { user: auth.username }),
  onData(stream, _session, done) {
    let head = ''
    stream.on('data', (chunk: Buffer) => {
      if (head.length < 4000) head += chunk.toString('latin1')
    })
    stream.on('end', () => {
      const id = /^message-id:\s*(\S+)/im.exec(head)?.[1] ?? ''
      seen.set(id, (seen.get(id) ?? 0) + 1)
      done(null, 'taken')
    })
  },
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.server.address() as AddressInfo).port }))
process.on('message', () => {
  const counts = [...seen.values()]
  process.send?.({ mails: counts.length, twice: counts.filter((count) => count > 1).length })
  seen.clear()
})
process.on('disconnect', () => process.exit(0))
