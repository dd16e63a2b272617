/**
 * Assesses the exchanges of an edition: gathers what each assessment depends on, has it computed by the queue, applies
 * people's decisions and stores the result. An exchange whose inputs did not change is not computed again.
 */
import { createHash } from 'node:crypto'
import type { Assessment } from '../domain/assessment.js'
import { ReplymarkError } from '../domain/error.js'
import type { Finding } from '../domain/finding.js'
import type { Grid } from '../domain/grid.js'
import { EDITION_VARIANT } from '../ledger/assessments.js'
import type { StoredEdition } from '../ledger/editions.js'
import type { AssessmentWork } from '../queue/assessment-work.js'
import { markFindings } from '../scoring/assess-exchange.js'
import { firstReply } from '../scoring/build-evidence.js'
import { assessmentWork, decisionsOf } from './assessment-inputs.js'
import type { ServiceContext } from './context.js'

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
  // The key holds the hash of the inputs: a result that is left over from before a change is not taken.
  const key = (probe: string) => `assess:${id}:${variant}:${probe}:${hashes.get(probe)}`
  const leave = desk.take('assess-exchange', ({ key: from, result }) => {
    const assessment = result as Assessment
    const payload = work.get(assessment.probe)
    if (!payload || from !== key(assessment.probe)) return
    const answered = firstReply(payload.exchange, payload.answerWindowDays) !== null
    const fresh = !computed.has(assessment.probe)
    computed.set(assessment.probe, applyDecisions(assessment, grid, answered, decisions.scores))
    if (fresh) options.progress?.(++done, todo.length)
  })
  const failed = new Set<string>()
  try {
    for (let start = 0; start < todo.length; start += AT_ONCE) {
      const part = todo.slice(start, start + AT_ONCE)
      await compute(context, part, key, work, computed, failed)
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
  part: readonly string[],
  key: (probe: string) => string,
  work: ReadonlyMap<string, AssessmentWork>,
  computed: ReadonlyMap<string, Assessment>,
  failed: Set<string>,
): Promise<void> {
  const { queue } = context
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
