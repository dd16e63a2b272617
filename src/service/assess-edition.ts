/**
 * Assesses the exchanges of an edition: gathers what each assessment depends on, has it computed by the queue, applies
 * people's decisions and stores the result. An exchange whose inputs did not change is not computed again.
 */
import { createHash } from 'node:crypto'
import type { Assessment } from '../domain/assessment.js'
import type { EditionConfiguration } from '../domain/configuration.js'
import { ReplymarkError } from '../domain/error.js'
import type { Exchange } from '../domain/exchange.js'
import type { Finding } from '../domain/finding.js'
import type { Grid } from '../domain/grid.js'
import type { ProbeState } from '../domain/probe.js'
import { EDITION_VARIANT } from '../ledger/assessments.js'
import type { StoredEdition } from '../ledger/editions.js'
import type { Review } from '../ledger/reviews.js'
import { publicHolidays } from '../planning/holidays.js'
import type { AssessmentWork } from '../queue/assessment-work.js'
import { markFindings } from '../scoring/assess-exchange.js'
import { firstReply } from '../scoring/build-evidence.js'
import type { ServiceContext } from './context.js'

const BY = 'assess-exchanges'

/** Exchanges handed to the queue in one go. */
const AT_ONCE = 500

/** Mails that reached a server: what the brand did with them is measured. A refused or cancelled one says nothing of its service. */
const ASSESSED: readonly ProbeState[] = ['answered', 'unanswered', 'bounced']

/** How to assess. */
export interface AssessOptions {
  /** Another grid than the edition's own; needs a variant name. */
  readonly grid?: Grid
  /** Name under which results are kept beside the edition's own. */
  readonly variant?: string
  /** Computes everything again, changed or not. */
  readonly again?: boolean
  /** Told how many are done. */
  readonly progress?: (done: number, all: number) => void
}

/** A mark that changed. `null`: none, or inconclusive. */
export interface MarkChange {
  readonly probe: string
  readonly before: number | null
  readonly after: number | null
}

/** What assessing did. */
export interface AssessmentRound {
  readonly edition: string
  readonly variant: string
  readonly grid: string
  /** Exchanges that have an assessment now. */
  readonly assessed: number
  /** Of these, computed in this round. */
  readonly computed: number
  readonly changes: readonly MarkChange[]
  /** Probe ids whose assessment failed again and again. */
  readonly failed: readonly string[]
}

interface Decisions {
  /** `probe#criterion` → score. */
  readonly scores: ReadonlyMap<string, number>
  /** Probe → places `start-end`. */
  readonly dismissed: ReadonlyMap<string, readonly string[]>
  /** Brand → words. */
  readonly words: ReadonlyMap<string, readonly string[]>
}

function scoreOf(review: Review): number | null {
  if (review.decision?.decision !== 'overrule') return null
  const value = review.decision.replacement
  const score = typeof value === 'object' && value !== null && 'score' in value ? value.score : value
  return typeof score === 'number' && score >= 0 && score <= 1 ? score : null
}

/** People's decisions on findings and mistakes of an edition. */
function decisionsOf(context: ServiceContext, edition: string): Decisions {
  const { ledger } = context
  const scores = new Map<string, number>()
  const dismissed = new Map<string, string[]>()
  const words = new Map<string, string[]>()
  for (const review of ledger.reviews.list({ subject: 'finding', edition })) {
    const score = scoreOf(review)
    if (score !== null) scores.set(review.target, score)
  }
  for (const review of ledger.reviews.list({ subject: 'mistake', edition })) {
    if (review.decision === null || review.decision.decision === 'accept') continue
    const at = review.target.lastIndexOf('#')
    const probe = review.target.slice(0, at)
    const place = review.target.slice(at + 1)
    dismissed.set(probe, [...(dismissed.get(probe) ?? []), place].toSorted())
    // The dismissed word is right for this brand wherever it writes it.
    const text = (review.decision.replacement as { readonly text?: unknown } | null)?.text
    if (typeof text === 'string' && review.brand !== null)
      words.set(review.brand, [...(words.get(review.brand) ?? []), text].toSorted())
  }
  return { scores, dismissed, words }
}

function byTime(one: { readonly receivedAt: number; readonly probe: string }, other: typeof one): number {
  return one.receivedAt - other.receivedAt || (one.probe < other.probe ? -1 : 1)
}

/** Everything each assessment of the edition depends on, by probe id. */
export function assessmentWork(
  context: ServiceContext,
  configuration: EditionConfiguration,
  grid: Grid,
): ReadonlyMap<string, AssessmentWork> {
  const { ledger } = context
  const { edition, limits, proofreading } = configuration
  const { answerWindowDays } = edition
  const exchanges = ledger.matches.exchanges(edition.id)
  const decisions = decisionsOf(context, edition.id)
  const brands = new Map(configuration.brands.map((brand) => [brand.id, brand]))
  const personas = new Map(configuration.personas.map((persona) => [persona.id, persona]))
  const scenarios = new Map(configuration.scenarios.map((scenario) => [scenario.id, scenario]))
  const byId = new Map(exchanges.map((exchange) => [exchange.probe.id, exchange]))
  const repliesByBrand = Map.groupBy(
    exchanges.flatMap((exchange) => {
      const reply = firstReply(exchange, answerWindowDays)
      const { id, brand } = exchange.probe
      return reply ? [{ probe: id, brand, receivedAt: reply.message.receivedAt, text: reply.reading.text }] : []
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
      dismissedWords: decisions.words.get(probe.brand) ?? [],
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

/** Puts people's scores in the place of the criteria's, and adds the mark up again. */
export function applyDecisions(
  assessment: Assessment,
  grid: Grid,
  answered: boolean,
  scores: ReadonlyMap<string, number>,
): Assessment {
  let overruled = false
  const findings = assessment.findings.map((finding): Finding => {
    const score = scores.get(`${assessment.probe}#${finding.criterion}`)
    if (score === undefined) return finding
    overruled = true
    const { criterion, criterionVersion, family, message, evidence, value, unit } = finding
    return { criterion, criterionVersion, family, message, evidence, value, unit, outcome: 'scored', score }
  })
  return overruled ? { ...assessment, findings, ...markFindings(findings, grid, answered) } : assessment
}

function refuseIfPublished(edition: StoredEdition, variant: string): void {
  if (edition.state !== 'published' || variant !== EDITION_VARIANT) return
  throw new ReplymarkError('conflict', `Edition ${edition.id} is published; its marks never change`, {
    place: { thing: `edition ${edition.id}` },
    hint: 'Give the new assessment a name of its own with --variant NAME; it is kept beside the published one.',
  })
}

/**
 * Assesses what an edition has.
 * @throws ReplymarkError `conflict` for a published edition without a variant, or another grid without one
 */
export async function assessEdition(
  context: ServiceContext,
  id: string,
  options: AssessOptions = {},
): Promise<AssessmentRound> {
  const { ledger, desk } = context
  const edition = ledger.editions.require(id)
  const variant = options.variant ?? EDITION_VARIANT
  const grid = options.grid ?? edition.configuration.grid
  refuseIfPublished(edition, variant)
  if (variant === EDITION_VARIANT && grid.hash !== edition.configuration.grid.hash)
    throw new ReplymarkError(
      'conflict',
      `Edition ${id} is marked by grid ${edition.configuration.grid.id}, not ${grid.id}`,
      {
        hint: 'Name the other assessment with --variant NAME.',
      },
    )
  const work = assessmentWork(context, edition.configuration, grid)
  const decisions = decisionsOf(context, id)
  const hashes = new Map(
    [...work].map(([probe, payload]) => {
      const scores = [...decisions.scores].filter(([target]) => target.startsWith(`${probe}#`))
      return [
        probe,
        createHash('sha256')
          .update(JSON.stringify([payload, scores]))
          .digest('hex'),
      ]
    }),
  )
  const stored = ledger.assessments.inputHashes(id, variant)
  const todo = [...work.keys()].filter((probe) => options.again || stored.get(probe) !== hashes.get(probe))
  const before = new Map(ledger.assessments.ofEdition(id, variant).map(({ probe, mark }) => [probe, mark]))
  const changes: MarkChange[] = []
  const computed = new Map<string, Assessment>()
  let done = 0
  const leave = desk.take('assess-exchange', ({ result }) => {
    const assessment = result as Assessment
    const payload = work.get(assessment.probe)
    if (!payload) return
    const answered = firstReply(payload.exchange, payload.answerWindowDays) !== null
    const fresh = !computed.has(assessment.probe)
    computed.set(assessment.probe, applyDecisions(assessment, grid, answered, decisions.scores))
    if (fresh) options.progress?.(++done, todo.length)
  })
  const failed = new Set<string>()
  try {
    for (let start = 0; start < todo.length; start += AT_ONCE) {
      const part = todo.slice(start, start + AT_ONCE)
      await compute(context, id, variant, part, work, computed, failed)
      const results = part.flatMap((probe) => computed.get(probe) ?? [])
      ledger.assessments.store(id, variant, results, context.now(), hashes)
      for (const { probe, mark } of results) {
        const old = before.get(probe) ?? null
        if (!before.has(probe) || old !== mark) changes.push({ probe, before: old, after: mark })
      }
    }
  } finally {
    leave()
  }
  for (const probe of before.keys()) {
    if (work.has(probe)) continue
    ledger.assessments.remove(id, variant, probe)
    changes.push({ probe, before: before.get(probe) ?? null, after: null })
  }
  if (variant === EDITION_VARIANT) openFindingReviews(context, edition, [...computed.values()])
  return {
    edition: id,
    variant,
    grid: grid.id,
    assessed: work.size - failed.size,
    computed: computed.size,
    changes: changes.toSorted((one, other) => (one.probe < other.probe ? -1 : 1)),
    failed: [...failed].toSorted(),
  }
}

/** Has a part computed; what a queue loses on the way is added again. */
async function compute(
  context: ServiceContext,
  edition: string,
  variant: string,
  part: readonly string[],
  work: ReadonlyMap<string, AssessmentWork>,
  computed: ReadonlyMap<string, Assessment>,
  failed: Set<string>,
): Promise<void> {
  const { queue } = context
  const key = (probe: string) => `assess:${edition}:${variant}:${probe}`
  // What failed for good in an earlier round (an engine's server was down, say) gets its attempts again.
  const wanted = new Set(part.map(key))
  for (const letter of await queue.deadLetters()) if (wanted.has(letter.key)) await queue.retryDead(letter.key)
  for (;;) {
    const missing = part.filter((probe) => !computed.has(probe) && !failed.has(probe))
    if (missing.length === 0) return
    await queue.add(
      missing.map((probe) => ({ key: key(probe), type: 'assess-exchange', payload: work.get(probe), priority: 5 })),
    )
    await queue.idle()
    const dead = new Set((await queue.deadLetters()).map((letter) => letter.key))
    for (const probe of missing) if (dead.has(key(probe)) && !computed.has(probe)) failed.add(probe)
  }
}

/** Doubtful findings go to a person; a doubt that is gone is taken back. */
function openFindingReviews(context: ServiceContext, edition: StoredEdition, assessments: readonly Assessment[]): void {
  const { ledger } = context
  const now = context.now()
  ledger.transaction(() => {
    for (const assessment of assessments)
      for (const finding of assessment.findings) {
        const target = `${assessment.probe}#${finding.criterion}`
        if (finding.outcome === 'scored' && finding.doubtful) {
          const brand = ledger.probes.get(assessment.probe)?.brand ?? null
          const doubt = {
            subject: 'finding',
            target,
            edition: edition.id,
            brand,
            reason: finding.message.en,
            openedBy: BY,
          } as const
          ledger.reviews.openItem(doubt, now)
        } else ledger.reviews.withdraw('finding', target, now)
      }
  })
}
