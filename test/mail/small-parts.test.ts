/** Secrets, reconnecting, Received headers and fault points. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSecret } from '../../src/mail/credentials.js'
import { reconnectPauseMs, watchMailbox } from '../../src/mail/mailbox-watch.js'
import { receivedHeaderTime } from '../../src/mail/received-header.js'

const folder = mkdtempSync(join(tmpdir(), 'replymark-mail-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a secret', () => {
  it('comes from the environment, or from a file that only its owner can read', () => {
    const file = join(folder, 'secret')
    writeFileSync(file, 'from a file\n')
    chmodSync(file, 0o600)
    expect(readSecret({ PASSWORD: 'plain' }, 'PASSWORD', 'a mailbox')).toBe('plain')
    expect(readSecret({ PASSWORD_FILE: file }, 'PASSWORD', 'a mailbox')).toBe('from a file')
    chmodSync(file, 0o644)
    expect(() => readSecret({ PASSWORD_FILE: file }, 'PASSWORD', 'a mailbox')).toThrow('Others can read')
  })

  it('is named with its purpose when it is missing', () => {
    expect(() => readSecret({}, 'PASSWORD', 'the mailbox of account main')).toThrow(/PASSWORD is not set.*account main/)
    expect(() => readSecret({ PASSWORD_FILE: join(folder, 'none') }, 'PASSWORD', 'a mailbox')).toThrow('cannot be read')
  })
})

describe('the pause before reconnecting', () => {
  it('doubles from a second to five minutes', () => {
    expect([1, 2, 3, 9, 50].map((failures) => reconnectPauseMs(failures, 1))).toEqual([
      1000, 2000, 4000, 256_000, 300_000,
    ])
    expect(reconnectPauseMs(3, 0)).toBe(2000)
  })

  it('starts again after a successful poll', async () => {
    const stop = new AbortController()
    const pauses: number[] = []
    let opens = 0
    await watchMailbox({
      open: async () => {
        opens++
        if (opens !== 3) throw new Error('not reachable')
        return {
          poll: async () => ({ fetched: 0, missingFolders: [], cut: [], older: 0, aside: [] }),
          folders: async () => [],
          waitForChange: async () => {
            throw new Error('the connection was cut')
          },
          sentAmong: async () => new Set<string>(),
          close: async () => {},
        }
      },
      polled: () => {},
      failed: (_error, pauseMs) => pauses.push(pauseMs),
      pollEveryMs: 1,
      signal: stop.signal,
      pause: async () => {
        if (pauses.length === 4) stop.abort()
      },
      random: () => 1,
    })
    expect(pauses).toEqual([1000, 2000, 1000, 2000])
  })
})

describe('the topmost Received header', () => {
  const table: readonly [string, string, number | null][] = [
    [
      'gives the time after the last semicolon',
      'Received: from a by b; Mon, 2 Mar 2026 10:00:00 +0100\r\n\r\n',
      Date.UTC(2026, 2, 2, 9),
    ],
    [
      'is unfolded',
      'Received: from a\r\n\tby b;\r\n Mon, 2 Mar 2026 10:00:00 +0100 (CET)\r\n\r\n',
      Date.UTC(2026, 2, 2, 9),
    ],
    [
      'is the first of several',
      'Received: x; Mon, 2 Mar 2026 09:00:00 +0000\nReceived: y; Sun, 1 Mar 2026 09:00:00 +0000\n\n',
      Date.UTC(2026, 2, 2, 9),
    ],
    ['never comes from the body', 'Subject: x\r\n\r\nReceived: y; Mon, 2 Mar 2026 09:00:00 +0000\r\n', null],
    ['is never the Date of the sender', 'Date: Mon, 2 Mar 2026 09:00:00 +0000\r\n\r\n', null],
    [
      'is what follows the last semicolon outside comments',
      'Received: from a; Mon, 2 Mar 2026 10:00:00 +0100 (CET; winter)\r\n\r\n',
      Date.UTC(2026, 2, 2, 9),
    ],
    ['without a zone is UTC', 'Received: from a; Mon, 2 Mar 2026 09:00:00\r\n\r\n', Date.UTC(2026, 2, 2, 9)],
    ['may be nonsense', 'Received: from a; yesterday\r\n\r\n', null],
  ]

  it.each(table)('%s', (_, raw, time) => {
    expect(receivedHeaderTime(Buffer.from(raw))?.instant ?? null).toBe(time)
  })
})
