/** Receiving from a real Dovecot: every message once, none missing, nothing changed in the mailbox. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { Account } from '../../src/domain/study.js'
import { DAY_MS, type Instant } from '../../src/domain/time.js'
import { type Ledger, openLedger } from '../../src/ledger/ledger.js'
import { type MailboxBatch, openMailbox } from '../../src/mail/mailbox.js'
import { watchMailbox } from '../../src/mail/mailbox-watch.js'
import {
  deliver,
  dovecot,
  dovecotAccount,
  newUser,
  passwords,
  rawMail,
  startCuttingProxy,
  withImap,
} from './dovecot.js'

const folder = mkdtempSync(join(tmpdir(), 'replymark-mailbox-'))
afterAll(() => rmSync(folder, { recursive: true }))

function mails(number: number, mark = 'mail'): string[] {
  return Array.from({ length: number }, (_, index) => rawMail(`${mark} ${index} ${'lorem ipsum '.repeat(300)}`))
}

function intoLedger(ledger: Ledger, since: Instant | null = 0) {
  return {
    cursor: (account: string, name: string) => ledger.messages.cursor(account, name),
    since: () => since,
    aside: () => [],
    setAside: () => {},
    store: (batch: MailboxBatch) => void ledger.messages.ingest(batch, Date.now()),
  }
}

async function poll(ledger: Ledger, account: Account, since: Instant | null = 0): Promise<number> {
  const mailbox = await openMailbox(account, {
    password: passwords().REPLYMARK_IMAP_PASSWORD ?? '',
    store: intoLedger(ledger, since),
  })
  try {
    return (await mailbox.poll()).fetched
  } finally {
    await mailbox.close()
  }
}

/** Texts of all stored messages, without the headers that delivery adds. */
function texts(ledger: Ledger): string[] {
  return ledger.messages
    .list()
    .map(({ hash }) => ledger.messages.raw(hash)?.toString().split('\r\n\r\n').slice(1).join('').trim() ?? '')
    .map((text) => text.split(' lorem')[0] ?? '')
    .toSorted()
}

describe.skipIf(!dovecot)('a mailbox on Dovecot', () => {
  it('fetches a large message in pieces and stores the bytes that the server has', async () => {
    const user = newUser()
    const lines = Array.from({ length: 120_000 }, (_, index) => `${index} ${'lorem ipsum '.repeat(5)}`).join('\r\n')
    await deliver(user, [rawMail('small'), rawMail(lines), rawMail('last')])
    const ledger = openLedger(':memory:', { evidenceKey: null })
    expect(await poll(ledger, dovecotAccount(user))).toBe(3)
    const whole = await withImap(user, async (client) => {
      await client.mailboxOpen('INBOX', { readOnly: true })
      return client.fetchAll('1:*', { uid: true, source: true })
    })
    expect(whole[1]?.source?.length).toBeGreaterThan(8 * 1024 * 1024)
    const stored = ledger.messages.list().map(({ hash }) => ledger.messages.raw(hash)?.toString('latin1'))
    expect(stored).toEqual(whole.map(({ source }) => source?.toString('latin1')))
    ledger.close()
  })

  it('gives every message once, with its INTERNALDATE, and keeps its flags as they were', async () => {
    const user = newUser()
    await deliver(user, mails(3))
    const ledger = openLedger(':memory:', { evidenceKey: null })
    expect(await poll(ledger, dovecotAccount(user))).toBe(3)
    expect(await poll(ledger, dovecotAccount(user))).toBe(0)
    await deliver(user, mails(1, 'later'))
    expect(await poll(ledger, dovecotAccount(user))).toBe(1)
    expect(texts(ledger)).toEqual(['later 0', 'mail 0', 'mail 1', 'mail 2'])
    const seen = await withImap(user, async (client) => {
      await client.mailboxOpen('INBOX', { readOnly: true })
      return client.fetchAll('1:*', { flags: true, internalDate: true })
    })
    expect(seen.map(({ flags }) => flags?.has('\\Seen'))).toEqual([false, false, false, false])
    expect(ledger.messages.list().map(({ receivedAt }) => receivedAt)).toEqual(
      seen.map(({ internalDate }) => new Date(internalDate ?? 0).getTime()),
    )
  })

  it('reads several folders and says which it does not have', async () => {
    const user = newUser()
    await deliver(user, mails(2))
    await withImap(user, async (client) => {
      await client.mailboxCreate('Junk')
      await client.append('Junk', rawMail('in the junk folder'), [], new Date('2026-03-02T10:00:00Z'))
    })
    const ledger = openLedger(':memory:', { evidenceKey: null })
    const mailbox = await openMailbox(dovecotAccount(user, { folders: ['INBOX', 'Junk', 'Nowhere'] }), {
      password: passwords().REPLYMARK_IMAP_PASSWORD ?? '',
      store: intoLedger(ledger),
    })
    expect(await mailbox.poll()).toMatchObject({ fetched: 3, missingFolders: ['Nowhere'] })
    await mailbox.close()
    expect(ledger.messages.list().find(({ folder: name }) => name === 'Junk')?.receivedAt).toBe(
      Date.parse('2026-03-02T10:00:00Z'),
    )
  })

  it('never stores mail from before the first question, and stores what a migration dated wrongly', async () => {
    const user = newUser()
    const asked = Date.parse('2026-03-02T10:00:00Z')
    const private1 = rawMail('private, from years ago')
    const received = (date: string, text: string) => `Received: from a by b; ${date}\r\n${rawMail(text)}`
    await withImap(user, async (client) => {
      const put = (raw: string, at: Date) => client.append('INBOX', raw, [], at)
      await put(private1, new Date('2015-05-01T10:00:00Z'))
      await put(received('Fri, 01 May 2015 10:00:00 +0000', 'private, moved'), new Date('2015-05-01T10:00:00Z'))
      await put(received('Tue, 03 Mar 2026 09:00:00 +0000', 'an answer, migrated'), new Date('1970-01-02T00:00:00Z'))
      await put(rawMail('an answer'), new Date('2026-03-03T10:00:00Z'))
      await put(rawMail('private, the day before'), new Date('2026-02-28T10:00:00Z'))
    })
    const ledger = openLedger(':memory:', { evidenceKey: null })
    const account = dovecotAccount(user)
    // Before anything was asked no mail is ours, and the cursor stays where it is.
    expect(await poll(ledger, account, null)).toBe(0)
    expect(ledger.messages.cursor(account.id, 'INBOX')).toBeNull()
    expect(await poll(ledger, account, asked - DAY_MS)).toBe(2)
    expect(texts(ledger)).toEqual(['an answer', 'an answer, migrated'])
    // The cursor stands behind the last one: what was passed by is not looked at again.
    expect(ledger.messages.cursor(account.id, 'INBOX')?.lastUid).toBe(5)
    expect(await poll(ledger, account, 0)).toBe(0)
  })

  it('loses and doubles nothing when connections are cut in the middle of a fetch', async () => {
    const user = newUser()
    await deliver(user, mails(40))
    const proxy = await startCuttingProxy()
    const ledger = openLedger(':memory:', { evidenceKey: null })
    const account = dovecotAccount(user, { imapPort: proxy.port })
    for (const cutAfter of [100, 1_500, 6_000, 40_000, 90_000, 150_000]) {
      proxy.cutAfter = cutAfter
      await expect(poll(ledger, account)).rejects.toThrow(/cannot be reached|failed/)
      expect(ledger.messages.cursor(account.id, 'INBOX')?.lastUid ?? 0).toBe(ledger.messages.count())
    }
    expect(proxy.cuts).toBeGreaterThanOrEqual(6)
    proxy.cutAfter = null
    await poll(ledger, account)
    expect(new Set(texts(ledger)).size).toBe(40)
    expect(ledger.messages.count()).toBe(40)
    await proxy.close()
  })

  it('finds only known messages after a change of UIDVALIDITY', async () => {
    const user = newUser()
    const account = dovecotAccount(user, { folders: ['Answers'] })
    const kept = mails(5).map((raw) => Buffer.from(raw))
    const fill = (extra: readonly Buffer[]) =>
      withImap(user, async (client) => {
        await client.mailboxCreate('Answers')
        for (const raw of [...kept, ...extra]) await client.append('Answers', raw, [], new Date('2026-03-02T10:00:00Z'))
      })
    const ledger = openLedger(':memory:', { evidenceKey: null })
    await fill([])
    await poll(ledger, account)
    const before = ledger.messages.cursor(account.id, 'Answers')
    await withImap(user, (client) => client.mailboxDelete('Answers'))
    await fill([Buffer.from(rawMail('new after the change'))])
    await poll(ledger, account)
    expect(ledger.messages.cursor(account.id, 'Answers')?.uidValidity).not.toBe(before?.uidValidity)
    expect(ledger.messages.count()).toBe(6)
    expect(texts(ledger).filter((text) => text === 'new after the change')).toHaveLength(1)
  })

  it('announces new mail by IDLE, and comes back after the connection was cut', async () => {
    const user = newUser()
    await deliver(user, mails(1, 'first'))
    const proxy = await startCuttingProxy()
    const ledger = openLedger(':memory:', { evidenceKey: null })
    const stop = new AbortController()
    const failures: unknown[] = []
    const watching = watchMailbox({
      open: () =>
        openMailbox(dovecotAccount(user, { imapPort: proxy.port }), {
          password: passwords().REPLYMARK_IMAP_PASSWORD ?? '',
          store: intoLedger(ledger),
        }),
      polled: () => {},
      failed: (error) => failures.push(error),
      // Longer than the test: only IDLE can announce anything.
      pollEveryMs: 600_000,
      signal: stop.signal,
      pause: () => new Promise((resolve) => setImmediate(resolve)),
      random: () => 0,
    })
    const stored = (number: number) =>
      vi.waitFor(() => expect(ledger.messages.count()).toBe(number), { timeout: 20_000, interval: 20 })
    await stored(1)
    await deliver(user, mails(2, 'second'))
    await stored(3)
    proxy.cutAfter = 0
    await deliver(user, mails(1, 'third'))
    await vi.waitFor(() => expect(failures.length).toBeGreaterThan(0), { timeout: 20_000, interval: 20 })
    proxy.cutAfter = null
    await stored(4)
    stop.abort()
    await watching
    await proxy.close()
  })

  it.each([
    'between-fetch-and-commit',
    'after-commit',
  ])('is complete after the process was killed %s', async (point) => {
    const user = newUser()
    await deliver(user, mails(12))
    const file = join(folder, `${point}.sqlite`)
    const script = fileURLToPath(new URL('./poll-once.ts', import.meta.url))
    const run = (faultPoint: string) =>
      new Promise<NodeJS.Signals | number | null>((resolve) => {
        const child = spawn(process.execPath, ['--import', 'tsx', script, file, user], {
          env: { ...process.env, ...passwords(), REPLYMARK_FAULT_POINT: faultPoint },
          stdio: 'inherit',
        })
        child.on('exit', (code, signal) => resolve(signal ?? code))
      })
    expect(await run(point)).toBe('SIGKILL')
    expect(await run('')).toBe(0)
    const ledger = openLedger(file, { evidenceKey: null })
    expect(ledger.messages.count()).toBe(12)
    expect(new Set(texts(ledger)).size).toBe(12)
    expect(ledger.integrityProblems()).toEqual([])
    ledger.close()
  })

  it('tells a wrong password from a server that does not answer', async () => {
    const account = dovecotAccount(newUser())
    const store = intoLedger(openLedger(':memory:', { evidenceKey: null }))
    await expect(openMailbox(account, { password: 'wrong', store })).rejects.toThrow('refused user')
    const nowhere = { ...account, imap: { ...account.imap, port: 1 } }
    await expect(openMailbox(nowhere, { password: 'wrong', store })).rejects.toThrow('cannot be reached')
  })
})
