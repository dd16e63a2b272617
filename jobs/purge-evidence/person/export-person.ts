/** The answer to a request for access (art. 15 GDPR): all that is held on a person, as one readable JSON and the raw mails. */
import type { Instant } from '../../../src/domain/time.js'
import type { Ledger } from '../../../src/ledger/ledger.js'
import type { PersonData } from './person-data.js'

/** One file of an export. */
export interface ExportedFile {
  /** Path in the folder of the export. */
  readonly path: string
  readonly content: string | Buffer
}

/** What the export is and is not, for the person who reads it. */
const ABOUT = [
  'Everything this study holds on the person: e-mails they wrote (“own”), e-mails of others that hold their address or full name (“mention”), what was read and found in them, decisions and log entries that name them, and their account.',
  'Moments are ISO 8601 in UTC. “raw” names a file of this export with the e-mail as it came in; null where its bytes were deleted when their retention was over.',
  'Attached files were opened for their words at most, and are kept inside the raw message only. The mailbox itself, backups, and files that were written from the study before are not part of this export.',
]

const moment = (at: Instant | null) => (at === null ? null : new Date(at).toISOString())

/** Everything held, as JSON. */
function exportedData(ledger: Ledger, data: PersonData, account: unknown, madeAt: Instant) {
  return {
    about: ABOUT,
    madeAt: moment(madeAt),
    person: { address: data.address, names: data.names, ...(data.role ? { mailbox: data.role } : {}) },
    account,
    messages: data.messages.map(({ message, reading, relation, why, attributions, bytes, erased }) => ({
      hash: message.hash,
      relation,
      foundIn: why,
      account: message.account,
      receivedAt: moment(message.receivedAt),
      seenIn: ledger.messages
        .sightings(message.hash)
        .map(({ folder, uid, uidValidity, seenAt }) => ({ folder, uid, uidValidity, seenAt: moment(seenAt) })),
      answers: attributions.map(({ probe, role }) => ({ probe, role })),
      raw: bytes ? `messages/${message.hash}.eml` : null,
      purged: ledger.messages.purged(message.hash)?.reason ?? null,
      erased,
      reading,
      match: ledger.matches.get(message.hash),
    })),
    assessments: data.assessments,
    reviews: data.reviews.map(({ decision: _, ...review }) => ({
      ...review,
      openedAt: moment(review.openedAt),
      decisions: data.decisions
        .filter(({ item }) => item === review.id)
        .map(({ sequence: __, item: ___, ...decision }) => ({ ...decision, decidedAt: moment(decision.decidedAt) })),
    })),
    auditLog: data.audit.map(({ sequence: _, ...entry }) => ({ ...entry, at: moment(entry.at) })),
    probeStates: data.states.map(({ sequence: _, ...state }) => ({ ...state, at: moment(state.at) })),
    answersOfMailServers: data.reasons,
    amendments: data.amendments.map(({ number: _, ...amendment }) => ({ ...amendment, at: moment(amendment.at) })),
  }
}

/**
 * The files of an export.
 * @param account what is held on their account; null where they have none
 */
export function exportPerson(
  ledger: Ledger,
  data: PersonData,
  account: unknown,
  madeAt: Instant,
): readonly ExportedFile[] {
  return [
    { path: 'person.json', content: `${JSON.stringify(exportedData(ledger, data, account, madeAt), null, 2)}\n` },
    ...data.messages.flatMap(({ message, bytes }) => {
      const raw = bytes ? ledger.messages.raw(message.hash) : null
      return raw ? [{ path: `messages/${message.hash}.eml`, content: raw }] : []
    }),
  ]
}
