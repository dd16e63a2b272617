/**
 * What of the ledger's rows a seal covers: every column of every table stands here, as sealed in its row, as words that may be
 * erased on request, as part of another leaf, as computed again by `verify`, or as not sealed, with the reason. A test changes
 * each of them in a published edition.
 */
import type { OpenDatabase } from './database.js'
import type { ErasedKind } from './schema/reviews.js'

/** Words that a person may have erased: a leaf of their own, so that the rest of the row stays sealed in full. */
interface ErasableWords {
  readonly column: string
  /** As which kind an erasure writes it down; the row's key is its id. */
  readonly kind: ErasedKind
}

/** How the columns of one table are covered. */
interface SealedTable {
  readonly table: string
  /** SQL expression of the row's name within the table; rows of one name are sealed together. */
  readonly key: string
  /** SQL condition on the rows that belong to the edition `@edition`; `published` is when it was published. */
  readonly rows: string
  /** Sealed as stored, in one leaf a name. */
  readonly sealed: readonly string[]
  readonly words: readonly ErasableWords[]
  /** Sealed by leaves of other kinds. */
  readonly elsewhere: readonly string[]
  /** Column → why it is not sealed. */
  readonly notSealed: Readonly<Record<string, string>>
}

const PUBLISHED = '(SELECT published_at FROM editions WHERE id = @edition)'
/** A message that came after publication is no part of the edition. */
const inEdition = (message: string) => `EXISTS (SELECT 1 FROM exchange_messages AS link
    JOIN probes ON probes.id = link.probe JOIN messages AS mail ON mail.hash = link.message
    WHERE link.message = ${message} AND probes.edition = @edition AND mail.ingested_at <= ${PUBLISHED})`
const ownVariant = "edition = @edition AND variant = 'edition'"

/** Tables of which rows are sealed. */
export const SEALED_TABLES: readonly SealedTable[] = [
  {
    table: 'editions',
    key: 'id',
    rows: 'id = @edition',
    sealed: ['id', 'title', 'state', 'configuration_hash', 'planned_at', 'closed_at', 'published_at'],
    words: [],
    elsewhere: ['configuration'],
    notSealed: {},
  },
  {
    table: 'plan_secrets',
    key: 'edition',
    rows: 'edition = @edition',
    sealed: ['edition', 'secret', 'made_at'],
    words: [],
    elsewhere: [],
    notSealed: {},
  },
  {
    table: 'preregistrations',
    key: 'edition',
    rows: 'edition = @edition',
    sealed: ['edition', 'hash', 'preregistration', 'fixed_at'],
    words: [],
    elsewhere: [],
    notSealed: {},
  },
  {
    table: 'amendments',
    key: 'sequence',
    rows: 'edition = @edition',
    sealed: ['sequence', 'edition', 'at', 'amendment'],
    words: [{ column: 'reason', kind: 'amendment' }],
    elsewhere: [],
    notSealed: {},
  },
  {
    table: 'probes',
    key: 'id',
    rows: 'edition = @edition',
    sealed: [
      ...['id', 'edition', 'brand', 'scenario', 'persona', 'variant', 'account', 'recipient', 'recipient_domain'],
      ...['token', 'due_at', 'follows_probe', 'subject', 'text', 'language', 'mail_hash', 'from_name', 'from_address'],
      ...['reply_address', 'message_id', 'state', 'handed_at', 'sent_at', 'deferrals', 'retry_at'],
    ],
    words: [{ column: 'state_reason', kind: 'probe-reason' }],
    elsewhere: [],
    notSealed: {},
  },
  {
    table: 'probe_states',
    key: 'sequence',
    rows: 'probe IN (SELECT id FROM probes WHERE edition = @edition)',
    sealed: ['sequence', 'probe', 'from_state', 'to_state', 'at'],
    words: [
      { column: 'reason', kind: 'probe-state' },
      { column: 'moved_by', kind: 'probe-state' },
    ],
    elsewhere: [],
    notSealed: {},
  },
  {
    table: 'evidence',
    key: 'hash',
    rows: inEdition('evidence.hash'),
    sealed: ['hash', 'size'],
    words: [],
    elsewhere: [],
    notSealed: {},
  },
  {
    table: 'messages',
    key: 'hash',
    rows: inEdition('messages.hash'),
    sealed: ['sequence', 'hash', 'account', 'folder', 'received_at', 'received_from', 'size', 'ingested_at'],
    words: [],
    elsewhere: [],
    notSealed: {},
  },
  {
    table: 'readings',
    key: 'message',
    rows: inEdition('readings.message'),
    sealed: ['message', 'version', 'kind', 'kind_confidence', 'read_at'],
    words: [],
    elsewhere: ['reading'],
    notSealed: {},
  },
  {
    table: 'matches',
    key: 'message',
    rows: inEdition('matches.message'),
    sealed: ['message', 'outcome', 'probes', 'matched_at'],
    words: [
      { column: 'candidates', kind: 'match-clues' },
      { column: 'reason', kind: 'match-clues' },
    ],
    elsewhere: [],
    notSealed: {},
  },
  {
    table: 'exchange_messages',
    key: "probe || ' ' || message",
    rows: `probe IN (SELECT id FROM probes WHERE edition = @edition)
      AND message IN (SELECT hash FROM messages WHERE ingested_at <= ${PUBLISHED})`,
    sealed: ['probe', 'message', 'role', 'decided_by'],
    words: [],
    elsewhere: [],
    notSealed: {},
  },
  {
    table: 'assessments',
    key: 'probe',
    rows: ownVariant,
    sealed: ['edition', 'variant', 'probe', 'grid_hash', 'mark', 'input_hash', 'computed_at'],
    words: [],
    elsewhere: ['assessment'],
    notSealed: {},
  },
  {
    table: 'standings',
    key: 'brand',
    rows: ownVariant,
    // The league table stands in the order of `rank`, then `brand`.
    sealed: ['edition', 'variant', 'brand', 'rank', 'mark_index', 'computed_at'],
    words: [],
    elsewhere: ['standing'],
    notSealed: {},
  },
  {
    table: 'analyses',
    key: 'name',
    rows: ownVariant,
    sealed: ['edition', 'variant', 'name', 'computed_at'],
    words: [],
    elsewhere: ['result'],
    notSealed: {},
  },
  {
    table: 'review_items',
    key: 'id',
    rows: `edition = @edition AND opened_at <= ${PUBLISHED}`,
    sealed: ['id', 'subject', 'target', 'edition', 'brand', 'opened_at'],
    words: [],
    elsewhere: ['reason', 'opened_by'],
    notSealed: { withdrawn_at: 'a doubt may be taken back after publication; what was decided on it is sealed' },
  },
  {
    table: 'review_decisions',
    key: 'sequence',
    rows: `item IN (SELECT id FROM review_items WHERE edition = @edition AND opened_at <= ${PUBLISHED})`,
    sealed: ['sequence', 'item', 'decision', 'replacement', 'decided_at'],
    words: [],
    elsewhere: ['comment', 'decided_by'],
    notSealed: {},
  },
  {
    table: 'audit_log',
    key: 'sequence',
    // What stands before the entry of publishing itself; where that is gone, everything does.
    rows: `sequence < coalesce((SELECT min(sequence) FROM audit_log
      WHERE action = 'publish-edition' AND target = 'edition ' || @edition), 9e15)`,
    sealed: ['sequence', 'at', 'action'],
    words: [
      { column: 'actor', kind: 'audit' },
      { column: 'target', kind: 'audit' },
      { column: 'details', kind: 'audit' },
    ],
    elsewhere: [],
    notSealed: {},
  },
  {
    table: 'history_rows',
    key: "series || ' ' || year",
    rows: '@edition = @edition',
    sealed: ['series', 'year', 'brand', 'printed_name', 'sector', 'rank', 'sector_rank', 'score', 'figures'],
    words: [],
    elsewhere: [],
    notSealed: {
      sequence: 'importing a series again gives its rows other numbers',
      source: 'importing a series again may name another file and line',
      imported_at: 'importing a series again has another moment',
    },
  },
]

/** Columns that `verify` compares with what it computes, without a leaf of their own: table → columns. */
export const COMPUTED_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  evidence_bytes: ['hash', 'key_id', 'bytes'],
  audit_log: ['words_hash', 'chain'],
  seals: ['edition', 'root', 'seal', 'sealed_at'],
  publications: ['edition', 'revision', 'publication'],
}

/** Columns of tables without leaves that no seal covers, with the reason. */
export const COLUMNS_NOT_SEALED: Readonly<Record<string, string>> = {
  'publications.written_at':
    'when the files were written, after the seal; the statement holds when the edition was published',
  'evidence_bytes.compression': 'how bytes are packed: opened, they have the sealed hash or they are named',
}

/** Rows of sealed tables that belong to no published edition, with the reason: table → why. */
const ROWS_NOT_SEALED: Readonly<Record<string, string>> = {
  messages:
    'mail that answers no probe of the edition or came after it was published, with its evidence, reading and match',
  assessments: 'variants under other grids, with their standings and analyses: the edition is published under its own',
  audit_log: 'entries after the edition was published',
  history_rows: 'series and years imported after the edition was published',
}

/** Tables of which nothing is sealed, with the reason. */
export const TABLES_NOT_SEALED: Readonly<Record<string, string>> = {
  evidence_purges:
    'bytes are purged after publication, when their retention is over; `verify` counts the messages without bytes',
  message_sightings:
    'a mailbox is scanned again after publication; the earliest arrival of each message is sealed in `messages`',
  mailbox_cursors: 'where the next fetch of a folder begins: it says nothing of an edition',
  erasures:
    'people ask for erasure after publication; `verify` counts what was erased and compares it with its emptied form',
  settings: 'what the service remembers between two starts: it says nothing of an edition',
  migrations: 'which version of the program made the tables',
  probe_moves: 'what a guard of the ledger allows; the states that were reached are sealed in `probe_states`',
}

const COMPUTED_ANEW = 'publishing computes it anew: a change does not outlive it'
const IMPORTED = 'an operator imports it from a file of theirs: nothing else in the ledger says it'
const DOUBT = 'what was asked, not what was decided: a decision that changes a figure is found by computing it again'
const CLUES = "told to people; that the message belongs to this probe is compared with the match's outcome"
const MOMENT = 'when the program did it, which no figure rests on'

/**
 * Columns of which nobody can tell afterwards whether they were changed *before* sealing, with the reason; every other one is
 * computed again, or contradicts another row. A test changes each.
 */
export const BELIEVED_BEFORE_SEALING: Readonly<Record<string, string>> = {
  'analyses.computed_at': COMPUTED_ANEW,
  'analyses.edition': COMPUTED_ANEW,
  'analyses.name': COMPUTED_ANEW,
  'analyses.result': COMPUTED_ANEW,
  'analyses.variant': COMPUTED_ANEW,
  'assessments.computed_at': MOMENT,
  'editions.planned_at': MOMENT,
  'evidence_bytes.compression': 'how bytes are packed: opened, they have their hash or they are named',
  'history_rows.brand': IMPORTED,
  'history_rows.figures': IMPORTED,
  'history_rows.imported_at': IMPORTED,
  'history_rows.printed_name': IMPORTED,
  'history_rows.rank': IMPORTED,
  'history_rows.score': IMPORTED,
  'history_rows.sector': IMPORTED,
  'history_rows.sector_rank': IMPORTED,
  'history_rows.sequence': IMPORTED,
  'history_rows.series': IMPORTED,
  'history_rows.source': IMPORTED,
  'history_rows.year': IMPORTED,
  'matches.candidates': CLUES,
  'matches.reason': CLUES,
  'matches.matched_at': MOMENT,
  'messages.ingested_at': 'when a mail was fetched: it decides no more than whether that was before publication',
  'messages.sequence': 'the order in which mails were fetched, which no figure rests on',
  'plan_secrets.made_at': MOMENT,
  'preregistrations.edition': 'taken away, nothing is fixed beforehand, and `verify` and the methodology sheet say so',
  'preregistrations.fixed_at': 'when it was fixed: what the operator made known elsewhere at that time tells',
  'probe_states.at':
    'moments of a probe’s history, beside that at which it was handed over: delays run from `probes.sent_at`',
  'probe_states.moved_by': 'who or what moved a probe, which no figure rests on',
  'probe_states.reason': 'reasons of earlier moves, told to people; the last one is compared with the probe',
  'probes.retry_at': 'when a temporary refusal was to be tried again, which no figure rests on',
  'readings.read_at': MOMENT,
  'review_decisions.comment': 'what a person wrote beside a decision; the decision is compared with the audit log',
  'review_decisions.sequence': 'the number of a decision; their order is compared with the audit log',
  'review_items.brand': DOUBT,
  'review_items.edition': DOUBT,
  'review_items.opened_at': DOUBT,
  'review_items.opened_by': DOUBT,
  'review_items.reason': DOUBT,
  'review_items.subject': DOUBT,
  'review_items.target': DOUBT,
  'review_items.withdrawn_at': DOUBT,
  'standings.brand': COMPUTED_ANEW,
  'standings.computed_at': COMPUTED_ANEW,
  'standings.edition': COMPUTED_ANEW,
  'standings.mark_index': COMPUTED_ANEW,
  'standings.rank': COMPUTED_ANEW,
  'standings.standing': COMPUTED_ANEW,
  'standings.variant': COMPUTED_ANEW,
}

/** Columns and tables that no seal covers, as `table.column` or `table`, each with its reason. */
export function notSealed(): readonly { readonly what: string; readonly reason: string }[] {
  return [
    ...SEALED_TABLES.flatMap(({ table, notSealed: columns }) =>
      Object.entries(columns).map(([column, reason]) => ({ what: `${table}.${column}`, reason })),
    ),
    ...Object.entries(COLUMNS_NOT_SEALED).map(([what, reason]) => ({ what, reason })),
    ...Object.entries(ROWS_NOT_SEALED).map(([table, reason]) => ({ what: `rows of ${table}`, reason })),
    ...Object.entries(TABLES_NOT_SEALED).map(([what, reason]) => ({ what, reason })),
  ]
}

/** One row of a sealed table. */
interface SealedRow {
  readonly key: string
  /** Sealed columns and what they hold. */
  readonly sealed: Readonly<Record<string, unknown>>
  /** Columns of erasable words and what they hold. */
  readonly words: Readonly<Record<string, unknown>>
}

/** Queries about what is sealed. */
export function createSealedRowQueries({ sqlite }: OpenDatabase) {
  const statements = SEALED_TABLES.map(({ table, key, rows, sealed, words }) => {
    const columns = [...sealed, ...words.map(({ column }) => column)].map((column) => `"${column}"`).join(', ')
    const order = sealed.map((column) => `"${column}"`).join(', ')
    return sqlite.prepare(
      `SELECT CAST(${key} AS TEXT) AS "sealed key", ${columns} FROM ${table} WHERE ${rows} ORDER BY 1, ${order}`,
    )
  })
  return {
    /** Rows of an edition, table by table, in the order of their names. */
    ofEdition(edition: string): readonly { readonly table: SealedTable; readonly rows: readonly SealedRow[] }[] {
      return SEALED_TABLES.map((table, index) => {
        const rows = statements[index]!.all({ edition }) as Record<string, unknown>[]
        const pick = (row: Record<string, unknown>, columns: readonly string[]) =>
          Object.fromEntries(columns.map((column) => [column, row[column]]))
        return {
          table,
          rows: rows.map((row) => ({
            key: String(row['sealed key']),
            sealed: pick(row, table.sealed),
            words: pick(
              row,
              table.words.map(({ column }) => column),
            ),
          })),
        }
      })
    },
  }
}

/** Queries about what is sealed. */
export type SealedRowQueries = ReturnType<typeof createSealedRowQueries>
