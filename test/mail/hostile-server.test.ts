/** A mail server that means harm: what it can make us hold in memory is bounded. */
import { type AddressInfo, createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openMailbox } from '../../src/mail/mailbox.js'
import { sampleAccount } from './sample-account.js'

const MEGABYTE = Buffer.alloc(1024 * 1024, 'x')
/** What the server would like to send. */
const WISHED_MEGABYTES = 64

let close = () => {}
afterEach(() => close())

/** A server that says `greeting` and then one line without end; `taken` is what the client took of it, in bytes. */
async function endlessLine(greeting: string) {
  let ended = (_taken: number) => {}
  const taken = new Promise<number>((resolve) => {
    ended = resolve
  })
  const server = createServer((socket) => {
    let left = WISHED_MEGABYTES
    const more = () => {
      while (left > 0) {
        left -= 1
        if (!socket.write(MEGABYTE)) return
      }
    }
    socket.on('error', () => {})
    socket.on('drain', more)
    socket.on('close', () => ended(socket.bytesWritten - socket.writableLength))
    socket.write(greeting)
    more()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () => void server.close()
  return { port: (server.address() as AddressInfo).port, taken }
}

describe('a line without end', () => {
  it.each([
    ['instead of a greeting', ''],
    ['after a greeting', '* OK ready\r\n'],
    ['within an answer', '* OK ready\r\n* CAPABILITY IMAP4rev1 '],
  ])('%s ends the connection after little of it', async (_, greeting) => {
    const { port, taken } = await endlessLine(greeting)
    const store = { cursor: () => null, since: () => 0, aside: () => [], setAside: () => {}, store: () => {} }
    const opening = openMailbox(sampleAccount({ imapPort: port }), { password: 'secret', store })
    await expect(opening).rejects.toThrow(/Line length \d+ exceeds/)
    // What lies in the buffers of the two sockets counts as taken.
    expect(await taken).toBeLessThan(16 * 1024 * 1024)
  })
})
