/**
 * Reads the folders of one account over IMAP, never changing anything in them: EXAMINE, BODY.PEEK, UID cursors. A batch is
 * collected first and handed on after, so that no command ever runs inside a running fetch.
 */
import { setImmediate } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'
import { parseMailDate } from '../calendar/rfc5322-date.js'
import { isLoopback } from '../domain/loopback.js'
import type { Account } from '../domain/study.js'
import type { Instant } from '../domain/time.js'
import { accountFailure } from './account-failure.js'
import { freeBuffers } from './free-buffers.js'
import { receivedHeaderTime } from './received-header.js'
import { checkTransport } from './transport-security.js'

/** One fetched message. */
export interface MailboxMessage {
  readonly uid: number
  /** INTERNALDATE; null where the server gave none. */
  readonly internalDate: Instant | null
  /** Raw bytes; cut at `MAX_MESSAGE_BYTES`. */
  readonly raw: Uint8Array
  /** Time of the topmost Received header, where there is no INTERNALDATE. */
  readonly receivedHeader: Instant | null
}

/** Messages of one folder, and the cursor that holds once they are stored. */
export interface MailboxBatch {
  readonly account: string
  readonly folder: string
  readonly uidValidity: string
  readonly lastUid: number
  readonly messages: readonly MailboxMessage[]
}

/** Where fetched mail goes, and where fetching begins. */
export interface MailboxStore {
  /** How far a folder is stored; null where it never was. */
  cursor(account: string, folder: string): { readonly uidValidity: string; readonly lastUid: number } | null
  /** Mail that arrived before this moment is none of ours and is never fetched; null where no mail is: nothing was asked yet. */
  since(account: string): Instant | null
  /** UIDs of a folder that the server listed and would not deliver; none under another UIDVALIDITY. */
  aside(account: string, folder: string, uidValidity: string): readonly number[]
  /** Keeps those UIDs in place of what was kept: they are asked for again at every poll. */
  setAside(account: string, folder: string, uidValidity: string, uids: readonly number[]): void
  /** Stores a batch and its cursor in one transaction. What it throws ends the poll; the batch is fetched again next time. */
  store(batch: MailboxBatch): void
}

/** What a poll found wrong without failing as a whole. */
export interface PollResult {
  /** Messages handed on. */
  readonly fetched: number
  /** Folders that the mailbox does not have. */
  readonly missingFolders: readonly string[]
  /** Messages that were cut because of their size: folder and UID. */
  readonly cut: readonly { readonly folder: string; readonly uid: number; readonly size: number }[]
  /** Messages that were passed by because they arrived before anything was asked. */
  readonly older: number
  /** Messages that the server lists and does not deliver, with its words: every other one was read, these are asked for again. */
  readonly aside: readonly { readonly folder: string; readonly uid: number; readonly said: string }[]
}

/** A connection to one account's mailbox. */
export interface Mailbox {
  /**
   * Fetches everything after the cursors of all folders and hands it on in batches.
   * @throws ReplymarkError `mailbox`; whatever `store` throws
   */
  poll(): Promise<PollResult>
  /** Every folder that can be opened, with its special use where it has one (RFC 6154: `\\Junk`, `\\Sent`). @throws ReplymarkError `mailbox` */
  folders(): Promise<readonly { readonly path: string; readonly use: string | null }[]>
  /** Waits on the first folder until the server announces something, the time is over or the connection ends (IDLE, RFC 2177; NOOP where the server has none). */
  waitForChange(milliseconds: number): Promise<void>
  /** Which of these Message-IDs the folder of sent mail holds; empty where the account has no such folder. */
  sentAmong(messageIds: readonly string[]): Promise<ReadonlySet<string>>
  close(): Promise<void>
}

/** Messages longer than this are cut: nobody answers a customer with more, and memory stays bounded. */
export const MAX_MESSAGE_BYTES = 40 * 1024 * 1024

/** A batch ends at so many messages or bytes, whichever comes first: storing it takes about a tenth of a second, in which no page is served. */
const BATCH_MESSAGES = 200
const BATCH_BYTES = 4 * 1024 * 1024

/** Longer messages are fetched in pieces of so many bytes (RFC 9051 §6.4.5, partial fetch). */
const PIECE_BYTES = 4 * 1024 * 1024

/** UIDs whose sizes are asked for in one command. */
const SIZES_AT_ONCE = 2000

/** Longest line of a response: a line is held and taken apart in memory, at about a hundred times its length. */
const MAX_LINE_BYTES = 1024 * 1024

/** UIDs that one SEARCH may list, so that its line stays well below the longest one. */
const UIDS_AT_ONCE = 50_000

/** Most SEARCH commands for one listing, however sparse the UIDs are. */
const MOST_LISTINGS = 200

/** What a mailbox needs beside the account. */
export interface MailboxOptions {
  readonly password: string
  readonly store: MailboxStore
  /** Milliseconds; 30 000 for connecting, 60 000 of silence in a command by default. */
  readonly timeouts?: { readonly connect: number; readonly silence: number }
}

const CONNECT_MS = 30_000
const SILENCE_MS = 60_000

interface SizedUid {
  readonly uid: number
  readonly size: number
  readonly internalDate: Instant | null
}

/** What a listing of a folder found. */
interface Listing {
  /** To be fetched, in the order of their UIDs. */
  readonly found: readonly SizedUid[]
  /** How many were passed by for their age. */
  readonly older: number
  /** Highest UID that was listed; 0 where none was. */
  readonly lastUid: number
}

/** The server's date of arrival; null where it gave none that can be read. IMAP's always names its zone (RFC 9051 §9, date-time). */
function internalDateOf(given: Date | string | undefined): Instant | null {
  if (typeof given === 'string') return parseMailDate(given)?.instant ?? null
  const instant = given?.getTime() ?? Number.NaN
  return Number.isNaN(instant) ? null : instant
}

function batches(found: readonly SizedUid[]): readonly (readonly SizedUid[])[] {
  const result: SizedUid[][] = []
  let bytes = 0
  for (const message of found) {
    const size = Math.min(message.size, MAX_MESSAGE_BYTES)
    const current = result.at(-1)
    if (!current || current.length >= BATCH_MESSAGES || bytes + size > BATCH_BYTES) {
      result.push([message])
      bytes = size
    } else {
      current.push(message)
      bytes += size
    }
  }
  return result
}

/**
 * Connects to an account's mailbox and signs in.
 * @throws ReplymarkError `mailbox` (unreachable, password refused, TLS), `configuration` (no TLS to another machine)
 */
export async function openMailbox(account: Account, options: MailboxOptions): Promise<Mailbox> {
  const { imap } = account
  checkTransport(account.id, 'imap', imap)
  const connect = options.timeouts?.connect ?? CONNECT_MS
  const client = new ImapFlow({
    host: imap.host,
    port: imap.port,
    secure: imap.tls === 'implicit',
    ...(imap.tls === 'implicit' ? {} : { doSTARTTLS: imap.tls === 'starttls' }),
    auth: { user: imap.user, pass: options.password },
    logger: false,
    disableAutoIdle: true,
    // Compressing for a socket on the same machine only costs time.
    disableCompression: isLoopback(imap.host),
    connectionTimeout: connect,
    greetingTimeout: connect,
    socketTimeout: options.timeouts?.silence ?? SILENCE_MS,
    maxLineLength: MAX_LINE_BYTES,
    maxLiteralSize: MAX_MESSAGE_BYTES + 1024,
  })
  let wake: (() => void) | null = null
  let ended = false
  // Without a listener a socket time-out would take the process down; the failing command reports it.
  client.on('error', () => wake?.())
  client.on('exists', () => wake?.())
  client.on('close', () => {
    ended = true
    wake?.()
  })
  const failure = (error: unknown) => accountFailure(error, account.id, 'mailbox', imap, options.password)
  try {
    await client.connect()
  } catch (error) {
    client.close()
    throw failure(error)
  }

  async function examine(folder: string) {
    try {
      return await client.mailboxOpen(folder, { readOnly: true })
    } catch (error) {
      if ((error as { mailboxMissing?: boolean }).mailboxMissing) return null
      throw failure(error)
    }
  }

  /** UIDs in a range, in ascending order. @throws what the server refused: an empty list would be read as silence */
  async function uidsBetween(range: string): Promise<readonly number[]> {
    const found = await client.search({ uid: range }, { uid: true })
    if (!Array.isArray(found)) throw failure(new Error('it refused to list its messages'))
    return found
  }

  async function uidsAfter(lastUid: number, box: { readonly exists: number; readonly uidNext: number }) {
    const uids = new Set<number>()
    const span = (box.uidNext || 0) - 1 - lastUid
    if (box.exists <= UIDS_AT_ONCE || span <= UIDS_AT_ONCE)
      for (const uid of await uidsBetween(`${lastUid + 1}:*`)) uids.add(uid)
    else {
      const step = Math.max(UIDS_AT_ONCE, Math.ceil(span / MOST_LISTINGS))
      for (let first = lastUid + 1; first < box.uidNext; first += step)
        for (const uid of await uidsBetween(`${first}:${Math.min(first + step, box.uidNext) - 1}`)) uids.add(uid)
    }
    if (uids.size === 0 && box.exists > 0) await refuseSilence(lastUid)
    // `n:*` always names the last message, even when its UID is below n (RFC 9051 §9, seq-range).
    return [...uids].filter((uid) => uid > lastUid).toSorted((a, b) => a - b)
  }

  /** An empty listing is believed only where the last message of the folder is an old one: a SEARCH may fail and say OK. */
  async function refuseSilence(lastUid: number): Promise<void> {
    const [last] = await client.fetchAll('*', { uid: true })
    if (last && last.uid > lastUid) throw failure(new Error(`it listed no message, and holds one with UID ${last.uid}`))
  }

  async function listAfter(
    lastUid: number,
    box: { readonly exists: number; readonly uidNext: number },
    since: Instant,
  ): Promise<Listing> {
    const uids = await uidsAfter(lastUid, box)
    const found: SizedUid[] = []
    let older = 0
    for (let start = 0; start < uids.length; start += SIZES_AT_ONCE) {
      const part = uids.slice(start, start + SIZES_AT_ONCE)
      const wanted = new Set(part)
      const query = { uid: true, size: true, internalDate: true }
      const rows = await client.fetchAll(`${part[0]}:${part.at(-1)}`, query, { uid: true })
      const sized = rows
        .filter(({ uid }) => wanted.has(uid))
        .map(({ uid, size, internalDate }) => ({ uid, size: size ?? 0, internalDate: internalDateOf(internalDate) }))
      await refuseGaps(
        part,
        sized.map(({ uid }) => uid),
      )
      const passed = await olderThan(since, sized)
      older += passed.size
      found.push(...sized.filter(({ uid }) => !passed.has(uid)))
    }
    return { found: found.toSorted((a, b) => a.uid - b.uid), older, lastUid: uids.at(-1) ?? 0 }
  }

  /**
   * UIDs of messages that arrived before a moment. A migrated mailbox gives every message a date of its own, often 1970 or
   * the day of the move: only where the topmost Received header says so too, or is missing, is a message old.
   */
  async function olderThan(since: Instant, sized: readonly SizedUid[]): Promise<ReadonlySet<number>> {
    const passed = new Set<number>()
    const early = sized.filter(({ internalDate }) => internalDate === null || internalDate < since)
    if (early.length === 0) return passed
    const dates = new Map(early.map(({ uid, internalDate }) => [uid, internalDate]))
    const range = early.map(({ uid }) => uid).join(',')
    for (const { uid, headers } of await client.fetchAll(range, { uid: true, headers: ['received'] }, { uid: true })) {
      const internalDate = dates.get(uid)
      if (internalDate === undefined || !headers) continue
      const received = receivedHeaderTime(headers)?.instant ?? internalDate
      if (received !== null && received < since) passed.add(uid)
    }
    return passed
  }

  /** One large message, into one buffer: fetched whole it would be held twice. Null where it is gone. */
  async function fetchInPieces({ uid, size }: SizedUid) {
    let raw = Buffer.allocUnsafe(Math.min(size, MAX_MESSAGE_BYTES))
    let internalDate: Date | string | undefined
    let end = 0
    while (end < MAX_MESSAGE_BYTES) {
      const maxLength = Math.min(PIECE_BYTES, MAX_MESSAGE_BYTES - end)
      const query = { uid: true, internalDate: true, source: { start: end, maxLength } }
      const row = (await client.fetchAll(String(uid), query, { uid: true })).find((found) => found.uid === uid)
      if (!row) return null
      const piece = row.source ?? Buffer.alloc(0)
      // A server that knows no partial fetch sends the whole message each time.
      if (piece.length > maxLength) return { raw: piece.subarray(0, MAX_MESSAGE_BYTES), internalDate: row.internalDate }
      // RFC822.SIZE is a promise that not every server keeps.
      if (end + piece.length > raw.length) raw = Buffer.concat([raw.subarray(0, end), piece])
      else piece.copy(raw, end)
      end += piece.length
      internalDate = row.internalDate
      freeBuffers('minor')
      if (piece.length === 0 || (piece.length < maxLength && end >= size)) break
    }
    return { raw: raw.subarray(0, end), internalDate }
  }

  async function fetchBatch(batch: readonly SizedUid[]): Promise<readonly MailboxMessage[]> {
    const messages: MailboxMessage[] = []
    const keep = (uid: number, given: Date | string | undefined, raw: Uint8Array) => {
      const internalDate = internalDateOf(given)
      const receivedHeader = internalDate === null ? (receivedHeaderTime(raw)?.instant ?? null) : null
      messages.push({ uid, internalDate, raw, receivedHeader })
    }
    const small = batch.filter(({ size }) => size <= PIECE_BYTES)
    const all = small.length === batch.length
    const range = all ? `${batch[0]?.uid}:${batch.at(-1)?.uid}` : small.map(({ uid }) => uid).join(',')
    if (small.length > 0)
      for (const row of await client.fetchAll(range, { uid: true, internalDate: true, source: true }, { uid: true }))
        if (row.source) keep(row.uid, row.internalDate, row.source)
    for (const sized of batch) {
      if (sized.size <= PIECE_BYTES) continue
      const found = await fetchInPieces(sized)
      if (found) keep(sized.uid, found.internalDate, found.raw)
    }
    await refuseGaps(
      batch.map(({ uid }) => uid),
      messages.map((message) => message.uid),
    )
    return messages.toSorted((a, b) => a.uid - b.uid)
  }

  /** The cursor may only pass a UID whose message was stored or is gone from the mailbox. */
  async function refuseGaps(listed: readonly number[], fetchedUids: readonly number[]): Promise<void> {
    const fetched = new Set(fetchedUids)
    const missing = listed.filter((uid) => !fetched.has(uid))
    if (missing.length === 0) return
    const still = await client.search({ uid: missing.join(',') }, { uid: true })
    if (!Array.isArray(still) || still.length > 0)
      throw failure(
        // As if it had said NO: it said OK and kept the message.
        Object.assign(new Error(`it listed ${missing.length} message(s) and did not deliver them`), {
          responseStatus: 'NO',
        }),
      )
  }

  /** True where the server refused a command and the connection goes on (RFC 9051 §7.1: NO, BAD). */
  const isRefusal = (error: unknown): boolean => {
    const { responseStatus, cause } = error as { responseStatus?: unknown; cause?: { responseStatus?: unknown } }
    return ['NO', 'BAD'].includes(String(responseStatus ?? cause?.responseStatus ?? ''))
  }

  /** A batch; where the server refuses it, message by message, so that one that it cannot deliver hides no other. */
  async function fetchEach(batch: readonly SizedUid[], refused: (uid: number, said: string) => void) {
    try {
      return await fetchBatch(batch)
    } catch (error) {
      if (!isRefusal(error)) throw error
      const messages: MailboxMessage[] = []
      for (const one of batch)
        try {
          messages.push(...(await fetchBatch([one])))
        } catch (alone) {
          if (!isRefusal(alone)) throw alone
          refused(one.uid, failure(alone).message)
        }
      return messages
    }
  }

  /** Asks again for what was set aside before. Returns what the server still does not deliver. */
  async function retryAside(folder: string, uidValidity: string, lastUid: number) {
    const waiting = options.store.aside(account.id, folder, uidValidity)
    const refused = new Map<number, string>()
    if (waiting.length === 0) return { refused, fetched: 0 }
    // What was moved or deleted meanwhile is no longer asked for.
    const there = new Set(await uidsBetween(waiting.join(',')))
    const batch = waiting.filter((uid) => there.has(uid)).map((uid) => ({ uid, size: 0, internalDate: null }))
    const messages = await fetchEach(batch, (uid, said) => refused.set(uid, said))
    if (messages.length > 0) options.store.store({ account: account.id, folder, uidValidity, lastUid, messages })
    return { refused, fetched: messages.length }
  }

  /** Fetches a batch and hands it on. Returns how many messages it had; nothing holds them afterwards. */
  async function storeBatch(
    folder: string,
    uidValidity: string,
    batch: readonly SizedUid[],
    refused: Map<number, string>,
  ): Promise<number> {
    const messages = await fetchEach(batch, (uid, said) => refused.set(uid, said))
    // Before the cursor passes them.
    if (refused.size > 0) options.store.setAside(account.id, folder, uidValidity, [...refused.keys()])
    options.store.store({ account: account.id, folder, uidValidity, lastUid: batch.at(-1)?.uid ?? 0, messages })
    return messages.length
  }

  async function pollFolder(
    folder: string,
    cut: { folder: string; uid: number; size: number }[],
    aside: { folder: string; uid: number; said: string }[],
  ) {
    const box = await examine(folder)
    if (!box) return null
    const since = options.store.since(account.id)
    if (since === null) return { fetched: 0, older: 0 }
    const uidValidity = String(box.uidValidity)
    const known = options.store.cursor(account.id, folder)
    // Another UIDVALIDITY: UIDs mean nothing any more, everything is fetched again and known hashes are skipped (RFC 9051 §2.3.1.1).
    const lastUid = known?.uidValidity === uidValidity ? known.lastUid : 0
    const { refused, fetched: again } = await retryAside(folder, uidValidity, lastUid)
    const keepAside = () => {
      const before = options.store.aside(account.id, folder, uidValidity)
      const now = [...refused.keys()].toSorted((a, b) => a - b)
      if (now.join() !== before.join()) options.store.setAside(account.id, folder, uidValidity, now)
      for (const [uid, said] of refused) aside.push({ folder, uid, said })
    }
    if (box.uidNext && box.uidNext - 1 <= lastUid) {
      keepAside()
      return { fetched: again, older: 0 }
    }
    const listing = await listAfter(lastUid, box, since)
    let fetched = again
    for (const batch of batches(listing.found)) {
      for (const { uid, size } of batch) if (size > MAX_MESSAGE_BYTES) cut.push({ folder, uid, size })
      fetched += await storeBatch(folder, uidValidity, batch, refused)
      if (batch.some(({ size }) => size > PIECE_BYTES)) freeBuffers('major')
      // Pages and other mailboxes have their turn between two batches.
      await setImmediate()
    }
    keepAside()
    const storedUid = listing.found.at(-1)?.uid ?? 0
    if (listing.lastUid > storedUid || (listing.lastUid === 0 && known?.uidValidity !== uidValidity))
      options.store.store({ account: account.id, folder, uidValidity, lastUid: listing.lastUid, messages: [] })
    return { fetched, older: listing.older }
  }

  return {
    async poll() {
      const missingFolders: string[] = []
      const cut: { folder: string; uid: number; size: number }[] = []
      const aside: { folder: string; uid: number; said: string }[] = []
      let fetched = 0
      let older = 0
      try {
        for (const folder of account.folders) {
          const polled = await pollFolder(folder, cut, aside)
          if (!polled) missingFolders.push(folder)
          fetched += polled?.fetched ?? 0
          older += polled?.older ?? 0
        }
      } catch (error) {
        throw isFromStore(error) ? error : failure(error)
      }
      return { fetched, missingFolders, cut, older, aside }
    },

    async folders() {
      try {
        const found = await client.list()
        return found
          .filter(({ flags }) => !flags.has('\\Noselect'))
          .map(({ path, specialUse }) => ({ path, use: specialUse ?? null }))
      } catch (error) {
        throw failure(error)
      }
    },

    async waitForChange(milliseconds) {
      if (ended) throw failure({ code: 'NoConnection', message: 'connection closed' })
      const [folder] = account.folders
      if (folder !== undefined) await examine(folder)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
        // Broken off by the next command; a refusal of IDLE leaves the timer.
        void client.idle().catch(() => {})
      })
      wake = null
      // The watchdog: a connection that looks alive and is not fails here (imapflow #13, #14, #98).
      try {
        await client.noop()
      } catch (error) {
        throw failure(error)
      }
    },

    async sentAmong(messageIds) {
      const found = new Set<string>()
      if (!account.sentFolder || messageIds.length === 0 || !(await examine(account.sentFolder))) return found
      try {
        for (const messageId of messageIds) {
          const uids = await client.search({ header: { 'message-id': messageId } }, { uid: true })
          if (Array.isArray(uids) && uids.length > 0) found.add(messageId)
        }
      } catch (error) {
        throw failure(error)
      }
      return found
    },

    async close() {
      try {
        if (!ended) await client.logout()
      } catch {
        // It was gone already.
      }
      client.close()
    },
  }
}

/** Errors of the ledger pass as they are; everything else came from the connection. */
function isFromStore(error: unknown): boolean {
  return error instanceof Error && error.name === 'ReplymarkError'
}
