/** What a report is built from: rows of the ledger, read once. The builder itself is pure. */
import type { EditionConfiguration } from '../domain/configuration.js'
import type { EditionState } from '../domain/edition.js'
import type { Exchange } from '../domain/exchange.js'
import type { Deviation } from '../domain/preregistration.js'
import type { PublishedRow } from '../domain/published-row.js'
import type { Standing } from '../domain/standing.js'
import type { Instant } from '../domain/time.js'
import type { StoredEdition } from '../ledger/editions.js'
import type { Ledger } from '../ledger/ledger.js'
import type { StoredPreregistration } from '../ledger/preregistrations.js'
import { proofOf } from '../matching/proof.js'
import type { JudgedReply } from '../ranking/authenticated.js'
import type { TreatmentEffect } from '../ranking/equal-treatment.js'
import type { AddressUse } from '../ranking/leaks.js'
import type { ProbeResult } from '../ranking/outcomes.js'
import { firstReply } from '../scoring/build-evidence.js'
import { closingsOf, deviationsOf } from './preregistration.js'
import { newestPublication } from './publication-check.js'

/** One edition's rows. */
export interface EditionRows {
  readonly configuration: EditionConfiguration
  readonly state: EditionState
  readonly publishedAt: Instant | null
  /** Null where it is not sealed. */
  readonly sealRoot: string | null
  /** ed25519 key that signs its files, 32 bytes in base64url; null where nobody signs them, and until they are written. */
  readonly publicKey: string | null
  /** Secret of its plan, revealed; null until it is published, and where it has none. */
  readonly planSecret: string | null
  /** What was fixed before its first e-mail, and in what it was done otherwise; null in editions planned before there was any. */
  readonly preregistration: (StoredPreregistration & { readonly deviations: readonly Deviation[] }) | null
  readonly results: readonly ProbeResult[]
  /** Hash of subject and text of each e-mail that was sent, by `brand/scenario`: a brand can tell which were ours. */
  readonly mailHashes: ReadonlyMap<string, string>
  /** First replies, with whether their domain vouches for them. */
  readonly replies: readonly JudgedReply[]
  /** Every message at a probe's address. */
  readonly uses: readonly AddressUse[]
  /** Standings as stored when it was closed; null where they are computed now. */
  readonly standings: readonly Standing[] | null
  /** Comparisons as stored when it was closed; null where they are computed now. */
  readonly equalTreatment: readonly TreatmentEffect[] | null
}

/** All that a report needs. */
export interface ReportRows {
  readonly edition: EditionRows
  /** Measured editions before it, in order of time. */
  readonly earlier: readonly EditionRows[]
  readonly history: readonly PublishedRow[]
}

/** Name under which the comparisons of personas are stored. */
export const EQUAL_TREATMENT_ANALYSIS = 'equal-treatment'

function addressUses(ledger: Ledger, id: string, configuration: EditionConfiguration): AddressUse[] {
  const sectors = new Map(configuration.brands.map((brand) => [brand.id, brand.sector]))
  const domain = (address: string | undefined) => (address ?? '').split('@').at(-1)!.toLowerCase()
  const exchanges = ledger.matches.exchanges(id)
  const probes = new Map(exchanges.map(({ probe }) => [probe.id, probe]))
  const use = (probeId: string, received: (typeof exchanges)[number]['messages'][number], stranger: boolean) => {
    const probe = probes.get(probeId)
    if (!probe || probe.sentAt === null) return []
    return [
      {
        probe: probe.id,
        brand: probe.brand,
        sector: sectors.get(probe.brand) ?? '',
        sentAt: probe.sentAt,
        receivedAt: received.message.receivedAt,
        senderDomain: domain(received.reading.from?.address),
        kind: received.reading.kind,
        stranger,
      },
    ]
  }
  return [
    ...exchanges.flatMap(({ probe, messages }) => messages.flatMap((received) => use(probe.id, received, false))),
    ...ledger.matches.strangers(id).flatMap((received) => use(received.probe, received, true)),
  ]
}

/** First replies inside the window, with what the operator's own servers, or the program itself, say of their origin. */
function judgedReplies(exchanges: readonly Exchange[], configuration: EditionConfiguration): JudgedReply[] {
  const sectors = new Map(configuration.brands.map((brand) => [brand.id, brand.sector]))
  return exchanges.flatMap((exchange) => {
    const reply = firstReply(exchange, configuration.edition.answerWindowDays)
    if (!reply) return []
    const { by, verdict } = proofOf(reply.reading, configuration.answers?.authservIds ?? [])
    const authenticated = by === null ? null : verdict === 'authenticated'
    return [{ sector: sectors.get(exchange.probe.brand) ?? '', authenticated }]
  })
}

/** When the first reply came; not before its question, however clocks differ. Null where none came. */
function repliedAt(exchange: Exchange, answerWindowDays: number): Instant | null {
  const reply = firstReply(exchange, answerWindowDays)
  return reply ? Math.max(reply.message.receivedAt, exchange.probe.sentAt ?? reply.message.receivedAt) : null
}

/** What was fixed of an edition, with its deviations. */
function fixedBeforehand(
  ledger: Ledger,
  { id, configuration }: StoredEdition,
  exchanges: readonly Exchange[],
  results: readonly ProbeResult[],
): EditionRows['preregistration'] {
  const fixed = ledger.preregistrations.get(id)
  if (!fixed) return null
  const proofreaders = results.flatMap(({ assessment }) => assessment?.proofreader ?? [])
  const decided = ledger.reviews.list({ edition: id })
  const deviations = deviationsOf(fixed.preregistration, {
    configuration,
    probes: exchanges.map(({ probe }) => probe),
    closings: closingsOf(ledger, id),
    amendments: ledger.amendments.ofEdition(id),
    upheld: decided.filter(({ subject, decision }) => subject === 'contestation' && decision?.decision === 'accept')
      .length,
    // What a person opened was doubted by nobody else; a mistake that is dismissed is shown with its exchange.
    corrected: decided.filter(
      ({ subject, openedBy, decision }) =>
        openedBy.startsWith('user:') &&
        decision?.decision === 'overrule' &&
        (subject === 'finding' || subject === 'kind' || subject === 'match'),
    ).length,
    proofreaders: [...new Set(proofreaders)].toSorted(),
  })
  return { ...fixed, deviations }
}

/**
 * Reads one edition.
 * @param recompute leaves stored standings and analyses aside, to compute them anew
 * @throws ReplymarkError `not-found`
 */
export function readEdition(ledger: Ledger, id: string, recompute = false): EditionRows {
  const stored = ledger.editions.require(id)
  const { configuration } = stored
  const assessments = new Map(ledger.assessments.ofEdition(id).map((assessment) => [assessment.probe, assessment]))
  const exchanges = ledger.matches.exchanges(id)
  // One that was taken out gives way to the one that was sent in its place.
  const sent = exchanges.filter(({ probe }) => probe.sentAt !== null && probe.state !== 'void')
  const results = exchanges.map((exchange): ProbeResult => {
    const { probe } = exchange
    return {
      id: probe.id,
      brand: probe.brand,
      scenario: probe.scenario,
      persona: probe.persona,
      state: probe.state,
      sentAt: probe.sentAt,
      repliedAt: repliedAt(exchange, configuration.edition.answerWindowDays),
      assessment: assessments.get(probe.id) ?? null,
    }
  })
  const standings = recompute ? [] : ledger.standings.ofEdition(id)
  const final = stored.state === 'closed' || stored.state === 'published'
  const analysis = recompute ? null : ledger.standings.analysis(id, EQUAL_TREATMENT_ANALYSIS)
  return {
    configuration,
    state: stored.state,
    publishedAt: stored.publishedAt,
    sealRoot: ledger.standings.seal(id)?.root ?? null,
    publicKey: newestPublication(ledger, id)?.statement.publicKey ?? null,
    planSecret: stored.state === 'published' ? ledger.editions.planSecret(id) : null,
    preregistration: fixedBeforehand(ledger, stored, exchanges, results),
    results,
    mailHashes: new Map(sent.map(({ probe }) => [`${probe.brand}/${probe.scenario}`, probe.mail.hash])),
    replies: judgedReplies(exchanges, configuration),
    uses: addressUses(ledger, id, configuration),
    standings: final && standings.length > 0 ? standings : null,
    equalTreatment: final && Array.isArray(analysis) ? (analysis as readonly TreatmentEffect[]) : null,
  }
}

/** Measured editions that began before one, in order of time: by first sending day, since planning may happen in another order. */
export function readEarlierEditions(ledger: Ledger, id: string): readonly EditionRows[] {
  const start = ledger.editions.require(id).configuration.edition.sendFrom
  const begin = (rows: EditionRows) => rows.configuration.edition.sendFrom
  return ledger.editions
    .list()
    .filter((other) => other.id !== id && other.configuration.edition.sendFrom < start)
    .map((other) => readEdition(ledger, other.id))
    .sort((a, b) => (begin(a) < begin(b) ? -1 : 1))
}

/**
 * Reads an edition with everything before it.
 * @throws ReplymarkError `not-found`
 */
export function readReportRows(ledger: Ledger, id: string): ReportRows {
  return { edition: readEdition(ledger, id), earlier: readEarlierEditions(ledger, id), history: ledger.history.list() }
}
