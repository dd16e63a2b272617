/** What people and servers do to a mailbox behind the service's back, on the real Dovecot. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ImapFlow } from 'imapflow'
import { withImap } from '../integration/dovecot.js'

/** Makes the folders that messages are moved to and that copies of sent mail go to. */
export function createFolders(user: string): Promise<void> {
  return withImap(user, async (client) => {
    for (const folder of ['Archive', 'Sent']) await client.mailboxCreate(folder)
  })
}

/** Puts a copy of a mail into the folder of sent mail, as servers do that keep what they hand on. */
export function keepSentCopy(user: string, raw: string): Promise<void> {
  return withImap(user, async (client) => void (await client.append('Sent', raw)))
}

function uidValidityOf(user: string): Promise<string> {
  return withImap(user, async (client) => {
    const status = await client.status('INBOX', { uidValidity: true })
    return status ? String(status.uidValidity) : ''
  })
}

/** Another UIDVALIDITY with the same messages: the server loses its list of UIDs. Nobody may be connected meanwhile. */
export async function changeUidValidity(user: string): Promise<void> {
  const folder = join(process.env.REPLYMARK_TEST_MAIL_FOLDER ?? '', user, 'Maildir')
  if (!existsSync(folder)) return
  const before = await uidValidityOf(user)
  // Dovecot takes the second of its clock.
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  for (const name of readdirSync(folder)) if (name.startsWith('dovecot')) rmSync(join(folder, name), { force: true })
  if ((await uidValidityOf(user)) === before) throw new Error('the server kept its UIDVALIDITY')
}

async function inInbox<Result>(user: string, work: (client: ImapFlow) => Promise<Result>): Promise<Result> {
  return withImap(user, async (client) => {
    await client.mailboxOpen('INBOX')
    return work(client)
  })
}

/** Somebody tidies up: every message that is in the ledger already is deleted from the inbox. */
export function emptyInbox(user: string, isKnown: (hash: string) => boolean): Promise<void> {
  return inInbox(user, async (client) => {
    const messages = await client.fetchAll('1:*', { uid: true, source: true }).catch(() => [])
    const known = messages.filter(({ source }) => source && isKnown(createHash('sha256').update(source).digest('hex')))
    if (known.length > 0) await client.messageDelete(known.map(({ uid }) => uid).join(','), { uid: true })
  })
}

/** Somebody moves everything to another folder, which the service reads as well. */
export function moveInbox(user: string): Promise<void> {
  return inInbox(user, async (client) => void (await client.messageMove('1:*', 'Archive').catch(() => {})))
}

/** A folder has another name for a while, and another one stands in its place. */
export async function renameArchive(user: string): Promise<void> {
  await withImap(user, async (client) => {
    await client.mailboxRename('Archive', 'Elsewhere')
    await client.mailboxCreate('Archive')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await client.mailboxDelete('Archive')
    await client.mailboxRename('Elsewhere', 'Archive')
  })
}
