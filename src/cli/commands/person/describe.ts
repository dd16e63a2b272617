/** What `replymark person` says to the operator: what is held, what would go, and what lies outside the program's reach. */

import type { HeldMessage, PersonData } from '../../../../jobs/purge-evidence/person/person-data.js'
import type { Problem } from '../../../domain/error.js'

/** Messages listed before "and N more". */
const SHOWN = 40

/** Where a message lies in a mailbox. */
export interface MailboxPlace {
  readonly account: string
  readonly folder: string
  readonly uid: number
  readonly uidValidity: string
}

function line({ message, relation, why, bytes, erased }: HeldMessage): string {
  const day = new Date(message.receivedAt).toISOString().slice(0, 16).replace('T', ' ')
  const state = erased ? ', erased already' : bytes ? '' : ', bytes purged'
  return `  ${message.hash.slice(0, 12)}  ${day}  ${relation.padEnd(7)}  ${why.join(', ')}${state}`
}

function heading(data: PersonData): readonly string[] {
  return [
    data.role
      ? `${data.address}: ${data.role}. A role is no person: only mail signed ${data.names.join(' or ')} is theirs.`
      : `${data.address}${data.names.length > 0 ? `, also written ${data.names.join(', ')}` : ''}`,
    ...(data.messages.length > 0
      ? ['Messages (“own”: they wrote it; “mention”: somebody else’s that names them):']
      : []),
    ...data.messages.slice(0, SHOWN).map(line),
    ...(data.messages.length > SHOWN ? [`  … and ${data.messages.length - SHOWN} more`] : []),
  ]
}

/** What lies outside: the mailbox, backups, files written before. */
export function outsideReach(files: readonly string[], places: readonly MailboxPlace[]): readonly string[] {
  return [
    ...(places.length > 0
      ? [
          'In the mailboxes, which this program never changes, delete by hand:',
          ...places
            .slice(0, SHOWN)
            .map(
              ({ account, folder, uid, uidValidity }) =>
                `  ${account} ${folder} UID ${uid} (UIDVALIDITY ${uidValidity})`,
            ),
          ...(places.length > SHOWN ? [`  … and ${places.length - SHOWN} more (--json lists all)`] : []),
        ]
      : []),
    ...(files.length > 0
      ? ['Files written before that name them; write them again or delete them:', ...files.map((file) => `  ${file}`)]
      : []),
    'Backups made before still hold everything: delete them when their time is over. Where one is put back, erased.log beside the ledger has it erased again.',
  ]
}

/** What an export holds. */
export function describeExport(data: PersonData, account: object | null, files: readonly string[]): string {
  return [
    ...heading(data),
    `Held: ${data.messages.length} message(s), ${data.assessments.length} assessment(s), ${data.reviews.length} review(s), ${data.audit.length} entries of the audit log, ${account ? 'an account' : 'no account'}.`,
    ...(files.length > 0 ? ['Files written before that name them:', ...files.map((file) => `  ${file}`)] : []),
  ].join('\n')
}

/** What a dry run of an erasure says. */
export function describeErasure(
  data: PersonData,
  rows: Readonly<Record<string, number>>,
  problems: readonly Problem[],
  files: readonly string[],
  places: readonly MailboxPlace[],
): string {
  const counts = Object.entries(rows).map(([kind, number]) => `${number} ${kind}`)
  return [
    ...heading(data),
    `Would be erased: ${counts.join(', ') || 'nothing, nothing is held'}.`,
    'Raw bytes, texts, names and addresses go. Times, kinds, scores, marks and hashes stay, and seals still verify. What they wrote in reviews stays without their name.',
    ...(problems.length > 0
      ? [
          'Not possible yet:',
          ...problems.map(({ place, message, hint }) => `  ${place?.thing ?? ''}: ${message}. ${hint ?? ''}`),
        ]
      : []),
    ...outsideReach(files, places),
    'Nothing was changed. Look at the list; leave a message aside by --keep HASH; then add --yes.',
  ].join('\n')
}
