/** Clocks compared with what servers say in their greeting. */
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { clockDifference, clockWarning, momentIn, readGreeting } from '../../src/mail/server-clock.js'

const NOON = Date.UTC(2026, 2, 2, 12)

/** A server that says one thing to everybody, and nothing where it is null. */
async function saying<Result>(greeting: string | null, work: (port: number) => Promise<Result>): Promise<Result> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    if (greeting !== null) socket.write(greeting)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await work((server.address() as { port: number }).port)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}
const at = (port: number) => ({ host: '127.0.0.1', port, tls: 'none' }) as const

describe('the moment in a greeting', () => {
  it.each([
    ['220 mx.example ESMTP Sendmail 8.17; Mon, 2 Mar 2026 13:00:00 +0100', NOON],
    ['220 ex.example Microsoft ESMTP MAIL Service ready at Mon, 2 Mar 2026 12:00:00 +0000', NOON],
    ['* OK [CAPABILITY IMAP4rev1] ready Mon, 2 Mar 2026 12:00:00 GMT', NOON],
    ['220 mx.example ESMTP Postfix', null],
    ['* OK Dovecot ready.', null],
    ['220 mx.example 30 Feb 2026 12:00:00 +0000', null],
    ['', null],
  ])('%s', (greeting, moment) => {
    expect(momentIn(greeting)).toBe(moment)
  })
})

describe('the clock of a server', () => {
  it('is compared with ours', async () => {
    const greeting = '220 mx.example ESMTP; Mon, 2 Mar 2026 12:00:00 +0000\r\n'
    await saying(greeting, async (port) => {
      expect(await clockDifference(at(port), () => NOON + 600_000)).toBe(600_000)
      expect(await clockDifference(at(port), () => NOON - 1)).toBe(-1)
    })
  })

  it('is unknown where the server tells none, says nothing, or is not there', async () => {
    expect(await saying('220 mx ESMTP\r\n', (port) => clockDifference(at(port), () => NOON))).toBeNull()
    expect(await saying(null, (port) => readGreeting(at(port), 20))).toBe('')
    const gone = await saying('', async (port) => port)
    expect(await readGreeting(at(gone))).toBe('')
  })

  it('is told beyond two minutes, with its way', () => {
    expect(clockWarning('mx', 120_000)).toBeNull()
    expect(clockWarning('mx', 600_000)).toContain('10 minute(s) ahead of that of mx')
    expect(clockWarning('mx', -180_000)).toContain('3 minute(s) behind that of mx')
  })
})
