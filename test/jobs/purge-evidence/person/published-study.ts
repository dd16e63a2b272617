/** Two published editions whose reviews, comments, quotations and log name people; for tests of export and erasure. */

import { erasePerson } from '../../../../jobs/purge-evidence/person/erase-person.js'
import { findPerson, type PersonQuery } from '../../../../jobs/purge-evidence/person/person-data.js'
import { closeEdition } from '../../../../src/editions/closing.js'
import { publishEdition } from '../../../../src/editions/publishing.js'
import type { Ledger } from '../../../../src/ledger/ledger.js'
import { AFTER, PRIVATE_NAMES, syntheticLedger } from '../../../reports/synthetic-ledger.js'

export const person = (address: string, changes: Partial<PersonQuery> = {}): PersonQuery => ({
  address,
  names: [],
  wholeMailbox: false,
  keep: [],
  ...changes,
})

export function erase(ledger: Ledger, query: PersonQuery, at = AFTER + 1) {
  return erasePerson(ledger, findPerson(ledger, query), { reason: 'asked for it', by: 'cli', at })
}

export const AGENT = PRIVATE_NAMES[0]!
export const OPERATOR = 'quentin.lacaze@consulting.example'

/** Two published editions with reviews, comments, quotations and log entries that name people. */
export function published(file = ':memory:', brands = 4): Ledger {
  const ledger = syntheticLedger({ brands }, file)
  for (const assessment of ledger.assessments.ofEdition('2026').filter(({ mistakes }) => mistakes.length > 0)) {
    const findings = assessment.findings.map((finding) =>
      finding.criterion === 'signature'
        ? { ...finding, message: { fr: `Signé : « ${AGENT} ».`, en: `Signed: “${AGENT}”.` } }
        : finding,
    )
    ledger.assessments.store('2026', 'edition', [{ ...assessment, findings }], AFTER)
    const { probe } = assessment
    const item = ledger.reviews.openItem(
      {
        subject: 'finding',
        target: `${probe}#signature`,
        edition: '2026',
        brand: null,
        reason: `Signed: “${AGENT}”.`,
        openedBy: 'x',
      },
      AFTER,
    )
    ledger.reviews.decide({
      item,
      decision: 'accept',
      replacement: null,
      comment: `${AGENT} signs here`,
      decidedAt: AFTER,
      decidedBy: `user:${OPERATOR}`,
    })
    ledger.audit.add({ at: AFTER, actor: `user:${OPERATOR}`, action: 'decide-review', target: item, details: null })
  }
  for (const id of ['2025', '2026']) {
    if (id === '2026') closeEdition(ledger, id, AFTER, `user:${OPERATOR}`)
    publishEdition(ledger, id, AFTER, `user:${OPERATOR}`)
  }
  return ledger
}

/** Every stored text of the ledger in one string, raw bytes unpacked. */
export function everything(ledger: Ledger): string {
  const tables = ledger.sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[]
  const rows = tables.map((table) => JSON.stringify(ledger.sqlite.prepare(`SELECT * FROM ${table}`).all()))
  const raw = ledger.messages.list().map(({ hash }) => ledger.messages.raw(hash)?.toString('utf8') ?? '')
  return [...rows, ...raw].join('\n')
}

export const marksOf = (ledger: Ledger) =>
  ['2025', '2026'].flatMap((id) => [
    ledger.assessments.ofEdition(id).map(({ probe, mark }) => [probe, mark]),
    ledger.standings.ofEdition(id),
  ])
