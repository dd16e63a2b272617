/**
 * Rows of an edition that contradict each other: columns that repeat what another row or JSON says, histories with a gap, links to
 * messages that nothing decided. A seal made over a changed row covers the change; what the row repeats still tells.
 */
import { createHash } from 'node:crypto'
import type { StoredEdition } from '../ledger/editions.js'
import { ERASED, ERASED_AUTHOR } from '../ledger/erased-forms.js'
import type { Ledger } from '../ledger/ledger.js'
import { canonicalJson } from '../scoring/canonical-json.js'

/** Action under which the audit log tells of an amendment; its details are the amendment in full. */
export const AMEND_ACTION = 'amend-edition'

/** Columns of one row. */
type Row = Readonly<Record<string, unknown>>

/** Rows of sealed tables, by table. */
function rowsOf(ledger: Ledger, edition: string): (table: string) => readonly Row[] {
  const tables = new Map(
    ledger.sealedRows
      .ofEdition(edition)
      .map(({ table, rows }) => [table.table, rows.map(({ sealed, words }) => ({ ...sealed, ...words }))]),
  )
  return (table) => tables.get(table) ?? []
}

function editionDifference(edition: StoredEdition): string | null {
  const { id, title, fixedConfiguration: configuration, configurationHash } = edition
  if (title !== configuration.edition.title) return `the title of edition ${id} is not the one of its configuration`
  const hash = createHash('sha256').update(JSON.stringify(configuration)).digest('hex')
  return hash === configurationHash ? null : `the hash of the configuration of edition ${id} is not that of its bytes`
}

/** Words that may have been erased on one side only. */
function sameUnlessErased(one: unknown, other: unknown): boolean {
  return one === other || one === ERASED || other === ERASED
}

/** A probe against the history of its states. */
function historyDifference(row: Row, states: readonly Row[]): string | null {
  const what = `probe ${row.id}`
  let state: unknown = null
  for (const change of states) {
    if (change.from_state !== state)
      return `the history of ${what} has a gap: ${state} is followed by ${change.to_state}`
    state = change.to_state
  }
  const last = states.at(-1)
  if (!last || row.state !== state) return `${what} is ${row.state}; its history ends with ${state}`
  if (!sameUnlessErased(row.state_reason, last.reason)) return `the reason of ${what} is not the one of its history`
  const handed = states.filter(({ to_state }) => to_state === 'sending').at(-1)?.at ?? null
  if (row.handed_at !== handed) return `the moment at which ${what} was handed over is not the one of its history`
  const back = states.filter(({ from_state, to_state }) => from_state === 'sending' && to_state === 'planned').length
  if (row.deferrals !== back) return `${what} says it was put off ${row.deferrals} times, its history ${back}`
  return null
}

/** Probes with their histories, and the columns that repeat others. */
function probeDifference(rows: ReturnType<typeof rowsOf>): string | null {
  const states = Map.groupBy(rows('probe_states'), ({ probe }) => probe)
  for (const row of rows('probes')) {
    const recipient = String(row.recipient)
    const domain = recipient.slice(recipient.lastIndexOf('@') + 1).toLowerCase()
    if (row.recipient_domain !== domain)
      return `the domain of the recipient of probe ${row.id} is not that of its address`
    const sequences = (states.get(row.id) ?? []).toSorted((a, b) => Number(a.sequence) - Number(b.sequence))
    const difference = historyDifference(row, sequences)
    if (difference) return difference
  }
  return null
}

/** Columns of readings and assessments that repeat what stands in their JSON. */
function columnDifference(ledger: Ledger, edition: string, rows: ReturnType<typeof rowsOf>): string | null {
  for (const { message, version, kind, kind_confidence } of rows('readings')) {
    const reading = ledger.readings.get(String(message))
    const same =
      reading && reading.version === version && reading.kind === kind && reading.kindConfidence === kind_confidence
    if (!same) return `the columns of the reading of message ${message} are not what it says`
  }
  const assessments = new Map(ledger.assessments.ofEdition(edition).map((one) => [one.probe, one]))
  for (const { probe, grid_hash, mark } of rows('assessments')) {
    const assessment = assessments.get(String(probe))
    if (!assessment || assessment.gridHash !== grid_hash || assessment.mark !== mark)
      return `the columns of the assessment of probe ${probe} are not what it says`
  }
  return null
}

/** Messages, their evidence, and why they belong to their exchange. */
function messageDifference(ledger: Ledger, rows: ReturnType<typeof rowsOf>): string | null {
  const evidence = new Map(rows('evidence').map(({ hash, size }) => [hash, size]))
  for (const { hash, size } of rows('messages'))
    if (evidence.get(hash) !== size) return `the evidence of message ${hash} is missing, or of another size`
  const matches = new Map(rows('matches').map((match) => [match.message, match]))
  for (const { message, outcome, probes } of matches.values()) {
    if (outcome !== 'matched' && outcome !== 'stranger') continue
    const missing = (JSON.parse(String(probes)) as readonly unknown[]).find((id) => !ledger.probes.get(String(id)))
    if (missing !== undefined) return `the match of message ${message} names probe ${missing}, which is not there`
  }
  for (const { probe, message, role, decided_by } of rows('exchange_messages')) {
    const what = `message ${message} in the exchange of probe ${probe}`
    if (decided_by === 'review') {
      if (!ledger.reviews.decisionOn('match', String(message)))
        return `${what} is said to be decided by a person; nobody did`
      continue
    }
    const match = matches.get(message)
    const outcome = role === 'answer' ? 'matched' : 'stranger'
    const probes: unknown = match ? JSON.parse(String(match.probes)) : []
    if (decided_by !== 'match' || match?.outcome !== outcome || !Array.isArray(probes) || !probes.includes(probe))
      return `${what} is not what its match says`
  }
  return null
}

/** People's decisions against the audit log, whose entries are chained; those that no entry tells of are not compared. */
function decisionDifference(ledger: Ledger, rows: ReturnType<typeof rowsOf>): string | null {
  const decisions = rows('review_decisions').toSorted((a, b) => Number(a.sequence) - Number(b.sequence))
  for (const [item, made] of Map.groupBy(decisions, ({ item }) => String(item))) {
    const entries = ledger.audit
      .ofTarget(item)
      .filter(({ action }) => action === 'decide-review')
      .toReversed()
    if (entries.length === 0) continue
    const stored = ledger.reviews.decisionsOf(item)
    for (const [index, { decided_at, decision, replacement }] of made.entries()) {
      const entry = entries[index]
      const by = stored[index]?.decidedBy
      const value: unknown = replacement === null ? null : JSON.parse(String(replacement))
      const erased = entry?.details === null || entry?.actor === ERASED_AUTHOR || by === ERASED_AUTHOR
      const same =
        entry !== undefined &&
        entry.at === decided_at &&
        (erased ||
          (entry.actor === by && canonicalJson(entry.details) === canonicalJson({ decision, replacement: value })))
      if (!same) return `a decision on review ${item} is not the one of the audit log`
    }
  }
  return null
}

/** Amendments against the audit log, in which each stands in full. */
function amendmentDifference(ledger: Ledger, edition: string): string | null {
  const entries = ledger.audit
    .ofTarget(`edition ${edition}`)
    .filter(({ action }) => action === AMEND_ACTION)
    .toReversed()
  const amendments = ledger.amendments.ofEdition(edition)
  if (entries.length !== amendments.length)
    return `edition ${edition} has ${amendments.length} amendments; the audit log tells of ${entries.length}`
  for (const [index, { reason, edition: _, at, ...amendment }] of amendments.entries()) {
    const { at: told, details } = entries[index]!
    if (details === null) continue
    const { reason: toldReason, ...rest } = details as { readonly reason?: unknown }
    const same = at === told && sameUnlessErased(reason, toldReason) && canonicalJson(rest) === canonicalJson(amendment)
    if (!same) return `amendment ${amendment.number} of edition ${edition} is not the one of the audit log`
  }
  return null
}

/** The first contradiction between rows of an edition, one sentence; null where there is none. */
export function inconsistency(ledger: Ledger, edition: StoredEdition): string | null {
  const rows = rowsOf(ledger, edition.id)
  return (
    editionDifference(edition) ??
    probeDifference(rows) ??
    columnDifference(ledger, edition.id, rows) ??
    messageDifference(ledger, rows) ??
    decisionDifference(ledger, rows) ??
    amendmentDifference(ledger, edition.id)
  )
}
