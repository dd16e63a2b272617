/**
 * What time it is for a mail server: many say it in their greeting (sendmail, Exchange; RFC 5321 §4.2 leaves the text free). Our clock
 * times the question and theirs the answer, so that a difference makes delays wrong.
 */
import { connect } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { parseMailDate } from '../calendar/rfc5322-date.js'
import type { ServerAddress } from '../domain/study.js'
import { CLOCK_SKEW_MS, type Instant } from '../domain/time.js'

/** Milliseconds to wait for a greeting. */
const GREETING_TIMEOUT_MS = 10_000
/** Bytes of a greeting that are read. */
const LONGEST_GREETING = 4_096

/** A date as RFC 5322 §3.3 writes it, anywhere in a line. */
const DATE = /(?:[A-Z][a-z]{2}, ?)?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|GMT|UT)/

/** The moment in a greeting; null where it tells none. */
export function momentIn(greeting: string): Instant | null {
  const [date] = DATE.exec(greeting) ?? []
  return date === undefined ? null : (parseMailDate(date)?.instant ?? null)
}

/** First line that a server says; empty where it says none in time or cannot be reached. */
export function readGreeting(
  { host, port, tls }: Pick<ServerAddress, 'host' | 'port' | 'tls'>,
  timeoutMs = GREETING_TIMEOUT_MS,
): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    const socket = tls === 'implicit' ? connectTls({ host, port, servername: host }) : connect({ host, port })
    const end = () => {
      socket.destroy()
      resolve(said.split(/\r?\n/)[0] ?? '')
    }
    socket.setTimeout(timeoutMs, end)
    // What is wrong with the server itself is told by signing in to it.
    socket.on('error', end)
    socket.on('end', end)
    socket.on('data', (bytes) => {
      said += bytes.toString('latin1')
      if (said.includes('\n') || said.length > LONGEST_GREETING) end()
    })
  })
}

/**
 * By how much our clock is ahead of a server's, in milliseconds (negative: behind); null where the server tells no time. The moment
 * is taken when the greeting has come.
 */
export async function clockDifference(
  server: Pick<ServerAddress, 'host' | 'port' | 'tls'>,
  now: () => Instant,
  timeoutMs?: number,
): Promise<number | null> {
  const moment = momentIn(await readGreeting(server, timeoutMs))
  return moment === null ? null : now() - moment
}

/** What a difference means, one sentence; null where it is none to speak of. */
export function clockWarning(who: string, differenceMs: number): string | null {
  if (Math.abs(differenceMs) <= CLOCK_SKEW_MS) return null
  const minutes = Math.round(Math.abs(differenceMs) / 60_000)
  const way = differenceMs > 0 ? 'ahead of' : 'behind'
  return `This machine's clock is ${minutes} minute(s) ${way} that of ${who}: delays would come out wrong, and answers before their questions. Set it by NTP (\`timedatectl set-ntp true\`).`
}
