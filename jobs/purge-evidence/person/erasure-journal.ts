/**
 * A journal beside the ledger of the erasures that were done: when an older backup is put back, or mail from before is fetched
 * again, they are done again. It holds hashes of messages and of addresses, no name and no address. Only added to.
 */
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Instant } from '../../../src/domain/time.js'
import type { Ledger } from '../../../src/ledger/ledger.js'
import { type ErasureResult, erasePerson, erasureProblems } from './erase-person.js'
import { findPerson, type PersonData } from './person-data.js'

/** Name of the journal in a study's data folder. */
export const ERASURE_JOURNAL_FILE = 'erased.log'

/** Looked for where a request is known by its messages alone; nobody has it (RFC 2606 §2). */
const NOBODY = 'nobody@erased.invalid'

interface JournalRequest {
  readonly id: string
  /** SHA-256 in hex of the address in lower case; null where messages alone were named. */
  readonly address: string | null
  readonly messages: Set<string>
}

/** Path of the journal of a ledger; null for one in memory. */
function journalFile(ledger: Ledger): string | null {
  return ledger.file === ':memory:' ? null : join(dirname(ledger.file), ERASURE_JOURNAL_FILE)
}

const digest = (address: string) => createHash('sha256').update(address.toLowerCase()).digest('hex')

/** Writes a request down, before it is carried out. */
export function journalErasure(ledger: Ledger, data: PersonData, request: string, at: Instant): void {
  const file = journalFile(ledger)
  if (file === null) return
  const lines = [
    `request ${request} ${new Date(at).toISOString()} ${data.role ? '-' : digest(data.address)}`,
    ...data.messages.map(({ message }) => `message ${request} ${message.hash}`),
  ]
  appendFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
}

function readJournal(file: string): readonly JournalRequest[] {
  const requests = new Map<string, JournalRequest>()
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    const [what, id = '', third = '', fourth = ''] = line.split(' ')
    if (what === 'request' && !requests.has(id))
      requests.set(id, { id, address: fourth === '-' ? null : fourth, messages: new Set() })
    if (what === 'message') requests.get(id)?.messages.add(third)
  }
  return [...requests.values()]
}

/** Addresses in the ledger's readings by their digest: as many as there are senders. */
function sendersByDigest(ledger: Ledger): ReadonlyMap<string, string> {
  const senders = new Map<string, string>()
  for (const { hash } of ledger.messages.list()) {
    const address = ledger.readings.get(hash)?.from?.address.toLowerCase()
    if (address) senders.set(digest(address), address)
  }
  return senders
}

/** Erasures of the journal that were done again, and how many have to wait until their exchanges are assessed. */
export interface RepeatedErasures {
  readonly repeated: readonly ErasureResult[]
  readonly waiting: number
}

/** Does again what the journal says was erased and the ledger does not know of. Doing it again changes nothing. */
export function repeatErasures(ledger: Ledger, at: Instant): RepeatedErasures {
  const file = journalFile(ledger)
  const requests = file === null ? [] : readJournal(file)
  const repeated: ErasureResult[] = []
  let waiting = 0
  let senders: ReadonlyMap<string, string> | null = null
  for (const { id, address, messages } of requests) {
    const back = [...messages].filter(
      (hash) => ledger.messages.get(hash) !== null && !ledger.erasures.has('reading', hash),
    )
    if (back.length === 0 && ledger.erasures.has('request', id)) continue
    senders ??= sendersByDigest(ledger)
    const data = findPerson(ledger, {
      address: (address === null ? null : senders.get(address)) ?? NOBODY,
      names: [],
      wholeMailbox: true,
      keep: [],
      known: messages,
    })
    if (erasureProblems(ledger, data).length > 0) waiting += 1
    else
      repeated.push(
        erasePerson(ledger, data, { reason: 'repeated after a restore', by: 'purge-evidence', at, request: id }),
      )
  }
  return { repeated, waiting }
}
