/** What each assessment of an edition depends on: exchanges, frozen configuration, the brand's other replies, people's decisions. */
import { createHash } from 'node:crypto'
import { publicHolidays } from '../calendar/holidays.js'
import type { EditionConfiguration } from '../domain/configuration.js'
import type { Exchange } from '../domain/exchange.js'
import type { Grid } from '../domain/grid.js'
import type { ProbeState } from '../domain/probe.js'
import { EDITION_VARIANT } from '../ledger/assessments.js'
import type { StoredEdition } from '../ledger/editions.js'
import type { Ledger } from '../ledger/ledger.js'
import type { Review } from '../ledger/reviews.js'
import { PROOFREAD_CHARACTERS } from '../proofreading/proofreader.js'
import type { AssessmentWork } from '../queue/assessment-work.js'
import { firstReply } from '../scoring/build-evidence.js'

/** Mails that reached a server: what the brand did with them is measured. A refused or cancelled one says nothing of its service. */
const ASSESSED: readonly ProbeState[] = ['answered', 'unanswered', 'bounced']

/** People's decisions that change assessments. */
export interface Decisions {
  /** `probe#criterion` → score. */
  readonly scores: ReadonlyMap<string, number>
  /** Probe → places `start-end`. */
  readonly dismissed: ReadonlyMap<string, readonly string[]>
}

function scoreOf(review: Review): number | null {
  if (review.decision?.decision !== 'overrule') return null
  const value = review.decision.replacement
  const score = typeof value === 'object' && value !== null && 'score' in value ? value.score : value
  return typeof score === 'number' && score >= 0 && score <= 1 ? score : null
}

/**
 * People's decisions on findings and mistakes of an edition.
 * @param until doubts opened later do not count: those after a publication are no part of it
 */
export function decisionsOf(ledger: Ledger, edition: string, until = Number.POSITIVE_INFINITY): Decisions {
  const scores = new Map<string, number>()
  const dismissed = new Map<string, string[]>()
  for (const review of ledger.reviews.list({ subject: 'finding', edition })) {
    if (review.openedAt > until) continue
    const score = scoreOf(review)
    if (score !== null) scores.set(review.target, score)
  }
  for (const review of ledger.reviews.list({ subject: 'mistake', edition })) {
    if (review.openedAt > until || review.decision === null || review.decision.decision === 'accept') continue
    const at = review.target.lastIndexOf('#')
    const probe = review.target.slice(0, at)
    const place = review.target.slice(at + 1)
    dismissed.set(probe, [...(dismissed.get(probe) ?? []), place].toSorted())
  }
  return { scores, dismissed }
}

/** A single word, which a dismissal puts into the brand's glossary; a dismissed turn of phrase only counts in its place. */
const ONE_WORD = /^[\p{L}\p{M}’'-]{2,60}$/u

/** Words that people's dismissals made right for each brand, wherever it writes them. */
function dismissedWords(
  exchanges: readonly Exchange[],
  answerWindowDays: number,
  dismissed: Decisions['dismissed'],
): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>()
  for (const exchange of exchanges) {
    const text = firstReply(exchange, answerWindowDays)?.reading.text ?? ''
    for (const place of dismissed.get(exchange.probe.id) ?? []) {
      const [start, end] = place.split('-').map(Number)
      const word = text.slice(start, end)
      if (!ONE_WORD.test(word)) continue
      const { brand } = exchange.probe
      words.set(brand, [...new Set([...(words.get(brand) ?? []), word])].toSorted())
    }
  }
  return words
}

function byTime(one: { readonly receivedAt: number; readonly probe: string }, other: typeof one): number {
  return one.receivedAt - other.receivedAt || (one.probe < other.probe ? -1 : 1)
}

/**
 * Everything each assessment of the edition depends on, by probe id.
 * @param until doubts opened later do not count
 */
export function assessmentWork(
  ledger: Ledger,
  configuration: EditionConfiguration,
  grid: Grid,
  until = Number.POSITIVE_INFINITY,
): ReadonlyMap<string, AssessmentWork> {
  const { edition, limits, proofreading } = configuration
  const { answerWindowDays } = edition
  const exchanges = ledger.matches.exchanges(edition.id)
  const decisions = decisionsOf(ledger, edition.id, until)
  const brands = new Map(configuration.brands.map((brand) => [brand.id, brand]))
  const personas = new Map(configuration.personas.map((persona) => [persona.id, persona]))
  const scenarios = new Map(configuration.scenarios.map((scenario) => [scenario.id, scenario]))
  const byId = new Map(exchanges.map((exchange) => [exchange.probe.id, exchange]))
  const repliesByBrand = Map.groupBy(
    exchanges.flatMap((exchange) => {
      const reply = firstReply(exchange, answerWindowDays)
      const { id, brand } = exchange.probe
      // What was taken out says nothing of the brand's other answers either.
      if (!reply || exchange.probe.state === 'void') return []
      // As far as a letter is proofread: nobody writes longer ones, and every answer of the brand is compared with all of them.
      const text = reply.reading.text.slice(0, PROOFREAD_CHARACTERS)
      return [{ probe: id, brand, receivedAt: reply.message.receivedAt, text }]
    }),
    (reply) => reply.brand,
  )
  const years = new Set(exchanges.map(({ probe }) => new Date(probe.sentAt ?? probe.dueAt).getUTCFullYear()))
  const holidaysOf = new Map<string, readonly string[]>()
  function holidays(country: string): readonly string[] {
    const known = holidaysOf.get(country)
    if (known) return known
    const days = [...years].flatMap((year) => [...publicHolidays(country, year), ...publicHolidays(country, year + 1)])
    const all = [...new Set([...limits.holidays, ...days])].toSorted()
    holidaysOf.set(country, all)
    return all
  }

  const words = dismissedWords(exchanges, answerWindowDays, decisions.dismissed)
  const work = new Map<string, AssessmentWork>()
  for (const exchange of exchanges) {
    const { probe } = exchange
    const brand = brands.get(probe.brand)
    const persona = personas.get(probe.persona)
    const scenario = scenarios.get(probe.scenario)
    if (!brand || !persona || !scenario || !ASSESSED.includes(probe.state)) continue
    work.set(probe.id, {
      exchange: plain(exchange),
      persona,
      brand,
      scenario,
      answerWindowDays,
      otherReplies: (repliesByBrand.get(probe.brand) ?? [])
        .filter((reply) => reply.probe !== probe.id)
        .toSorted(byTime)
        .map((reply) => reply.text),
      earlier: probe.followsProbe === null ? null : plain(byId.get(probe.followsProbe) ?? null),
      calendar: {
        timeZone: brand.timeZone,
        workingHours: limits.workingHours,
        workingDays: limits.workingDays,
        holidays: holidays(brand.country),
      },
      grid,
      proofreading,
      dismissed: decisions.dismissed.get(probe.id) ?? [],
      dismissedWords: words.get(probe.brand) ?? [],
    })
  }
  return work
}

/** An exchange with what an assessment depends on, and nothing that changes without a reason (retries, where it was seen first). */
function plain<Given extends Exchange | null>(exchange: Given): Given {
  if (exchange === null) return exchange
  const { probe, messages } = exchange
  const { stateReason: _, dueAt: __, ...kept } = probe
  const { deferrals: _d, retryAt: _r, handedAt: _h, ...stable } = kept as typeof kept & Record<string, unknown>
  return { probe: { ...stable, stateReason: null, dueAt: 0 }, messages } as Given
}

/** SHA-256, in hex, of everything each assessment depends on, people's scores with it, by probe id. */
export function inputHashes(
  work: ReadonlyMap<string, AssessmentWork>,
  { scores }: Decisions,
): ReadonlyMap<string, string> {
  const scoresByProbe = Map.groupBy(scores, ([target]) => target.slice(0, target.lastIndexOf('#')))
  return new Map(
    [...work].map(([probe, payload]) => {
      const inputs = JSON.stringify([payload, [...new Map(scoresByProbe.get(probe))]])
      return [probe, createHash('sha256').update(inputs).digest('hex')]
    }),
  )
}

/**
 * Probes whose stored assessment was computed from other inputs than the ledger holds now. What was erased on a person's request
 * cannot be assessed again, and what was stored without its inputs cannot be compared: neither is listed.
 */
export function staleAssessments(ledger: Ledger, { id, configuration }: StoredEdition): readonly string[] {
  const work = assessmentWork(ledger, configuration, configuration.grid)
  const stored = ledger.assessments.inputHashes(id, EDITION_VARIANT)
  const erased = ledger.erasures.newest() > 0
  return [...inputHashes(work, decisionsOf(ledger, id))].flatMap(([probe, hash]) => {
    const before = stored.get(probe)
    const emptied =
      erased && work.get(probe)?.exchange.messages.some(({ message }) => ledger.erasures.has('reading', message.hash))
    return before && before !== hash && !emptied ? [probe] : []
  })
}
