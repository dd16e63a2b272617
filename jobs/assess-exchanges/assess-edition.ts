/**
 * Assesses the exchanges of an edition: gathers what each assessment depends on, has it computed by the queue, applies
 * people's decisions and stores the result. An exchange whose inputs did not change is not computed again.
 */
import type { Assessment } from '../../src/domain/assessment.js'
import { ReplymarkError } from '../../src/domain/error.js'
import type { Grid } from '../../src/domain/grid.js'
import { assessmentWork, decisionsOf, inputHashes } from '../../src/editions/assessment-inputs.js'
import { textIn } from '../../src/languages/index.js'
import { EDITION_VARIANT } from '../../src/ledger/assessments.js'
import type { StoredEdition } from '../../src/ledger/editions.js'
import type { AssessmentWork } from '../../src/queue/assessment-work.js'
import { applyDecisions } from '../../src/scoring/apply-decisions.js'
import { firstReply } from '../../src/scoring/build-evidence.js'
import type { ServiceContext } from '../context.js'

const BY = 'assess-exchanges'

/** Exchanges handed to the queue in one go. */
const AT_ONCE = 500

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
  const { ledger, results } = context
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
  const work = new Map(assessmentWork(ledger, edition.configuration, grid))
  const decisions = decisionsOf(ledger, id)
  const hashes = inputHashes(work, decisions)
  const erased = keepErased(context, { id, variant, grid }, work, decisions.scores)
  const stored = ledger.assessments.inputHashes(id, variant)
  const todo = [...work.keys()].filter((probe) => options.again || stored.get(probe) !== hashes.get(probe))
  const before = new Map(ledger.assessments.ofEdition(id, variant).map(({ probe, mark }) => [probe, mark]))
  const changes: MarkChange[] = []
  const computed = new Map<string, Assessment>()
  const failed = new Set<string>()
  /** Computed and not stored yet. */
  let arrived: Assessment[] = []
  // The key holds the hash of the inputs: a result that is left over from before a change is not taken.
  const key = (probe: string) => `assess:${id}:${variant}:${probe}:${hashes.get(probe)}`
  const unsubscribe = results.subscribe('assess-exchange', ({ key: from, result }) => {
    const assessment = result as Assessment
    const payload = work.get(assessment.probe)
    if (!payload || from !== key(assessment.probe) || computed.has(assessment.probe)) return
    const answered = firstReply(payload.exchange, payload.answerWindowDays) !== null
    const decided = applyDecisions(assessment, grid, answered, decisions.scores)
    computed.set(assessment.probe, decided)
    arrived.push(decided)
    options.progress?.(computed.size, todo.length)
  })
  function storeArrived(): void {
    ledger.assessments.store(id, variant, arrived, context.now(), hashes)
    for (const { probe, mark } of arrived) {
      const old = before.get(probe) ?? null
      if (!before.has(probe) || old !== mark) changes.push({ probe, before: old, after: mark })
    }
    arrived = []
  }
  try {
    await compute(context, todo, { key, work, computed, failed, storeArrived })
  } finally {
    unsubscribe()
    // What came before a queue's server went away stays.
    storeArrived()
  }
  for (const probe of before.keys()) {
    if (work.has(probe) || erased.has(probe)) continue
    ledger.assessments.remove(id, variant, probe)
    changes.push({ probe, before: before.get(probe) ?? null, after: null })
  }
  if (variant === EDITION_VARIANT) openFindingReviews(context, edition, [...computed.values()])
  return {
    edition: id,
    variant,
    grid: grid.id,
    assessed: work.size - failed.size + erased.size,
    computed: computed.size,
    changes: changes.toSorted((one, other) => (one.probe < other.probe ? -1 : 1)),
    failed: [...failed].toSorted(),
  }
}

/**
 * Takes exchanges out of the work of which a message was erased on a person's request: they cannot be assessed again from what
 * is left. What was found before holds; people's scores still take their place in it.
 * @returns probes that keep their assessment; a variant made after the erasure has none
 */
function keepErased(
  { ledger, now }: ServiceContext,
  { id, variant, grid }: { readonly id: string; readonly variant: string; readonly grid: Grid },
  work: Map<string, AssessmentWork>,
  scores: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const kept = new Set<string>()
  if (ledger.erasures.newest() === 0) return kept
  const stored = new Map(ledger.assessments.ofEdition(id, variant).map((one) => [one.probe, one]))
  for (const [probe, { exchange, answerWindowDays }] of work) {
    if (!exchange.messages.some(({ message }) => ledger.erasures.has('reading', message.hash))) continue
    work.delete(probe)
    const before = stored.get(probe)
    if (!before) continue
    kept.add(probe)
    const after = applyDecisions(before, grid, firstReply(exchange, answerWindowDays) !== null, scores)
    if (after !== before && JSON.stringify(after) !== JSON.stringify(before))
      ledger.assessments.store(id, variant, [after], now())
  }
  return kept
}

interface Computing {
  readonly key: (probe: string) => string
  readonly work: ReadonlyMap<string, AssessmentWork>
  readonly computed: ReadonlyMap<string, Assessment>
  readonly failed: Set<string>
  readonly storeArrived: () => void
}

/**
 * Has exchanges computed. The queue is filled up while it works, so that no worker waits for the last of a part; what it loses on
 * the way is added again.
 */
async function compute(context: ServiceContext, todo: readonly string[], computing: Computing): Promise<void> {
  const { queue } = context
  const { key, work, computed, failed, storeArrived } = computing
  // What failed for good in an earlier round (an engine's server was down, say) gets its attempts again.
  const wanted = new Set(todo.map(key))
  for (const letter of await queue.deadLetters()) if (wanted.has(letter.key)) await queue.retryDead(letter.key)
  let open: string[] = []
  for (let next = 0; next < todo.length || open.length > 0; ) {
    const more = todo.slice(next, next + AT_ONCE)
    next += more.length
    open.push(...more)
    // What is still there is not added twice; what was wiped away is added again.
    await queue.add(
      open.map((probe) => ({ key: key(probe), type: 'assess-exchange', payload: work.get(probe), priority: 5 })),
    )
    await queue.idle(next < todo.length ? AT_ONCE : 0)
    storeArrived()
    const dead = new Set((await queue.deadLetters()).map((letter) => letter.key))
    for (const probe of open) if (dead.has(key(probe)) && !computed.has(probe)) failed.add(probe)
    open = open.filter((probe) => !computed.has(probe) && !failed.has(probe))
  }
}

/** Doubtful findings, and those about words that were not read, go to a person; a doubt that is gone is taken back. */
function openFindingReviews(context: ServiceContext, edition: StoredEdition, assessments: readonly Assessment[]): void {
  const { ledger } = context
  const now = context.now()
  // Most findings were never doubted: only where an item is can one be taken back.
  const { families } = edition.configuration.grid
  const counted = families.flatMap(({ criteria }) => criteria.filter(({ weight }) => weight > 0))
  const counts = new Set(counted.map(({ id }) => id))
  const doubted = new Set(ledger.reviews.list({ subject: 'finding' }).map(({ target }) => target))
  ledger.transaction(() => {
    for (const assessment of assessments)
      for (const finding of assessment.findings) {
        const target = `${assessment.probe}#${finding.criterion}`
        const waits = finding.outcome === 'scored' ? finding.doubtful : finding.unread && counts.has(finding.criterion)
        if (waits) {
          const brand = ledger.probes.get(assessment.probe)?.brand ?? null
          const doubt = {
            subject: 'finding',
            target,
            edition: edition.id,
            brand,
            reason: textIn(finding.message, 'en'),
            openedBy: BY,
          } as const
          ledger.reviews.openItem(doubt, now)
        } else if (doubted.has(target)) ledger.reviews.withdraw('finding', target, now)
      }
  })
}
