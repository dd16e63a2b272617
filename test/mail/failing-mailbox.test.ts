/** A mailbox server that fails in part: what it does not say is never taken for "nothing there". */
import { type AddressInfo, createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type MailboxBatch, openMailbox } from '../../src/mail/mailbox.js'
import { sampleAccount } from './sample-account.js'

/** What the server answers to a command: untagged lines, then the tagged status. */
type Answer = (tag: string, command: string) => string | null

const MAILS = [1, 2, 3, 4].map((uid) => `Subject: mail ${uid}\r\n\r\nHello ${uid}\r\n`)
const DATE = '"02-Nov-2026 10:12:00 +0000"'

/** A mail as FETCH gives it. */
const row = (uid: number, body: boolean) => {
  const raw = MAILS[uid - 1]!
  const source = body ? ` BODY[] {${raw.length}}\r\n${raw}` : ''
  return `* ${uid} FETCH (UID ${uid} RFC822.SIZE ${raw.length} INTERNALDATE ${DATE}${source})\r\n`
}

/** UIDs of a sequence set, up to the number of mails. */
function uidsIn(set: string): number[] {
  return set.split(',').flatMap((part) => {
    const [from = '1', to = from] = part.split(':')
    const last = to === '*' ? MAILS.length : Number(to)
    const first = from === '*' ? MAILS.length : Number(from)
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
  })
}

let close = () => {}
afterEach(() => close())

/** A small IMAP server that answers as told, and otherwise as it should. */
async function scripted(own: Answer): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n')
    let line = ''
    socket.on('data', (data) => {
      line += data.toString('latin1')
      for (let end = line.indexOf('\r\n'); end >= 0; end = line.indexOf('\r\n')) {
        const [tag = '', ...rest] = line.slice(0, end).split(' ')
        line = line.slice(end + 2)
        const command = rest.join(' ')
        socket.write(own(tag, command) ?? usual(tag, command))
        if (/^LOGOUT/i.test(command)) socket.end()
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () => void server.close()
  return (server.address() as AddressInfo).port
}

function usual(tag: string, command: string): string {
  const ok = `${tag} OK done\r\n`
  if (/^CAPABILITY/i.test(command)) return `* CAPABILITY IMAP4rev1\r\n${ok}`
  if (/^(LIST|XLIST|LSUB)/i.test(command)) return `* LIST (\\HasNoChildren) "/" INBOX\r\n${ok}`
  if (/^(EXAMINE|SELECT)/i.test(command))
    return `* FLAGS ()\r\n* ${MAILS.length} EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT ${MAILS.length + 1}] ok\r\n${tag} OK [READ-ONLY] done\r\n`
  const search = /^UID SEARCH UID (\S+)/i.exec(command)
  if (search) return `* SEARCH ${uidsIn(search[1]!).join(' ')}\r\n${ok}`
  const fetch = /^(UID )?FETCH (\S+) (.*)$/i.exec(command)
  if (fetch)
    return (
      uidsIn(fetch[2]!)
        .map((uid) => row(uid, /BODY/i.test(fetch[3]!)))
        .join('') + ok
    )
  return ok
}

async function polled(own: Answer) {
  const port = await scripted(own)
  const batches: MailboxBatch[] = []
  let aside: readonly number[] = []
  const store = {
    cursor: () => {
      const last = batches.at(-1)
      return last
        ? { uidValidity: last.uidValidity, lastUid: Math.max(...batches.map(({ lastUid }) => lastUid)) }
        : null
    },
    since: () => 0,
    aside: () => aside,
    setAside: (_account: string, _folder: string, _uidValidity: string, uids: readonly number[]) => {
      aside = uids
    },
    store: (batch: MailboxBatch) => void batches.push(batch),
  }
  const mailbox = await openMailbox(sampleAccount({ imapPort: port }), { password: 'secret', store })
  return {
    mailbox,
    stored: () => batches.flatMap(({ messages }) => messages.map(({ uid }) => uid)),
    aside: () => aside,
  }
}

describe('a listing that fails', () => {
  it.each<[string, (tag: string) => string]>([
    ['NO', (tag) => `${tag} NO server busy\r\n`],
    ['BAD', (tag) => `${tag} BAD what?\r\n`],
    ['an empty list', (tag) => `* SEARCH\r\n${tag} OK done\r\n`],
    ['nothing at all', (tag) => `${tag} OK done\r\n`],
  ])('with %s fails the poll: it is never "0 new"', async (_what, answer) => {
    const { mailbox, stored } = await polled((tag, command) => (/^UID SEARCH/i.test(command) ? answer(tag) : null))
    await expect(mailbox.poll()).rejects.toThrow('failed')
    expect(stored()).toEqual([])
    await mailbox.close()
  })
})

describe('a message that the server cannot deliver', () => {
  const refusesSecond = (working: () => boolean, quiet = false): Answer => {
    return (tag, command) => {
      const fetch = /^UID FETCH (\S+) .*BODY/i.exec(command)
      if (!fetch || working() || !uidsIn(fetch[1]!).includes(2)) return null
      if (!quiet) return `${tag} NO cannot read message\r\n`
      const others = uidsIn(fetch[1]!).filter((uid) => uid !== 2)
      return `${others.map((uid) => row(uid, true)).join('')}${tag} OK done\r\n`
    }
  }

  it.each([
    ['says NO', false],
    ['says OK and leaves it out', true],
  ])('and %s: every other is stored, it is named, and asked for again until it comes', async (_how, quiet) => {
    let working = false
    const { mailbox, stored, aside } = await polled(refusesSecond(() => working, quiet))
    const first = await mailbox.poll()
    expect(stored()).toEqual([1, 3, 4])
    expect(first).toMatchObject({ fetched: 3, aside: [{ folder: 'INBOX', uid: 2, said: expect.any(String) }] })
    expect(await mailbox.poll()).toMatchObject({ fetched: 0, aside: [{ uid: 2 }] })
    expect(aside()).toEqual([2])
    working = true
    expect(await mailbox.poll()).toMatchObject({ fetched: 1, aside: [] })
    expect(stored()).toEqual([1, 3, 4, 2])
    expect(aside()).toEqual([])
    await mailbox.close()
  })
})

describe('a server that turns a client away', () => {
  it.each([
    ['NO [ALERT] Too many simultaneous connections. (Failure)', 'Too many simultaneous connections', false],
    ['NO [UNAVAILABLE] Temporary failure, try again later', 'try again later', false],
    ['NO [ALERT] Too many connections for password secret', 'Too many connections for password …', false],
    ['NO [AUTHENTICATIONFAILED] Invalid credentials', 'refused user', true],
  ])('with “%s” is quoted, and a password is called wrong only where it is', async (words, shown, wrong) => {
    const port = await scripted((tag, command) =>
      /^(LOGIN|AUTHENTICATE)/i.test(command) ? `${tag} ${words}\r\n` : null,
    )
    const store = { cursor: () => null, since: () => 0, aside: () => [], setAside: () => {}, store: () => {} }
    const opening = openMailbox(sampleAccount({ imapPort: port }), { password: 'secret', store })
    const error = (await opening.catch((thrown: unknown) => thrown)) as Error
    expect(error.message).toContain(shown)
    expect(error.message.includes('or its password')).toBe(wrong)
  })
})

describe('a server that knows no partial fetch', () => {
  it('gives its whole message once, however often a piece is asked for', async () => {
    const raw = `Subject: large\r\n\r\n${'x'.repeat(5 * 1024 * 1024)}\r\n`
    const port = await scripted((tag, command) => {
      if (/^(EXAMINE|SELECT)/i.test(command))
        return `* FLAGS ()\r\n* 1 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 2] ok\r\n${tag} OK [READ-ONLY] done\r\n`
      if (/^UID SEARCH/i.test(command)) return `* SEARCH 1\r\n${tag} OK done\r\n`
      if (!/^UID FETCH/i.test(command)) return null
      const body = /BODY/i.test(command) ? ` BODY[] {${raw.length}}\r\n${raw}` : ''
      return `* 1 FETCH (UID 1 RFC822.SIZE ${raw.length} INTERNALDATE ${DATE}${body})\r\n${tag} OK done\r\n`
    })
    const sizes: number[] = []
    const store = {
      cursor: () => null,
      since: () => 0,
      aside: () => [],
      setAside: () => {},
      store: ({ messages }: MailboxBatch) => void sizes.push(...messages.map((message) => message.raw.length)),
    }
    const mailbox = await openMailbox(sampleAccount({ imapPort: port }), { password: 'secret', store })
    await mailbox.poll()
    expect(sizes).toEqual([raw.length])
    await mailbox.close()
  })
})
