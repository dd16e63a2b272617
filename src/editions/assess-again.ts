/**
 * Assesses a published edition again, from its messages and frozen configuration, and says the first thing that comes out differently.
 * Nothing stored decides what is repeated: where another engine proofread, its list of mistakes is taken as given, each mistake at its
 * place in the letter, and all the rest is computed anew, the marks of these mistakes with it.
 */

import { criterionById } from '../criteria/index.js'
import type { Assessment } from '../domain/assessment.js'
import { ReplymarkError } from '../domain/error.js'
import type { Exchange } from '../domain/exchange.js'
import type { Grid } from '../domain/grid.js'
import type { StoredEdition } from '../ledger/editions.js'
import type { Ledger } from '../ledger/ledger.js'
import { type AssessmentWork, type Assessor, createAssessor } from '../queue/assessment-work.js'
import { applyDecisions } from '../scoring/apply-decisions.js'
import { criteriaKnown } from '../scoring/assess-exchange.js'
import { firstReply } from '../scoring/build-evidence.js'
import { canonicalJson } from '../scoring/canonical-json.js'
import { assessmentWork, decisionsOf } from './assessment-inputs.js'

/** Something that could not be computed again. */
export interface NotRecomputed {
  /** Why, with how many things: one sentence without full stop. */
  readonly reason: string
  /** Criteria of which something was taken as stored; all of the grid's where exchanges were not assessed at all. */
  readonly criteria: readonly string[]
}

/** What assessing again came to. */
export interface AssessedAgain {
  /** The first assessment that differs, one sentence; null where none does. */
  readonly difference: string | null
  /** Assessments that came out the same in everything. */
  readonly same: number
  /** Assessments that came out the same in everything but the list of mistakes, which was taken as stored. */
  readonly sameButMistakes: number
  /** What was not assessed again. */
  readonly left: readonly NotRecomputed[]
}

function firstDifference(stored: Assessment, again: Assessment): string {
  const findings = new Map(again.findings.map((finding) => [finding.criterion, canonicalJson(finding)]))
  const finding = stored.findings.find((one) => findings.get(one.criterion) !== canonicalJson(one))
  if (finding) return `finding ${finding.criterion} of probe ${stored.probe} comes out differently from its message`
  return `the assessment of probe ${stored.probe} comes out differently from its message`
}

/** Brands of which a sealed thing was erased: what their other answers are compared with is gone. */
function brandsErased(exchanges: readonly Exchange[], erased: ReadonlySet<string>): ReadonlySet<string> {
  const touched = exchanges.filter(
    ({ probe, messages }) => erased.has(probe.id) || messages.some(({ message }) => erased.has(message.hash)),
  )
  return new Set(touched.map(({ probe }) => probe.brand))
}

/** An outside engine that does not answer says nothing of the edition. */
function unlessUnavailable(error: unknown): null {
  if (error instanceof ReplymarkError && error.code === 'unavailable') return null
  throw error
}

/** Criteria of a grid, those alone that look at mistakes where asked. */
function criteriaOf(grid: Grid, ofMistakes: boolean): readonly string[] {
  const ids = grid.families.flatMap((family) => family.criteria.map(({ id }) => id))
  return ofMistakes ? ids.filter((id) => criterionById.get(id)?.meta.needs.includes('mistakes')) : ids
}

/** A mistake whose words are not at its place in the letter: no engine found it there. */
function misplacedMistake({ mistakes }: Assessment, work: AssessmentWork): boolean {
  const text = firstReply(work.exchange, work.answerWindowDays)?.reading.text ?? ''
  return mistakes.some((mistake) => text.slice(mistake.start, mistake.end) !== mistake.text)
}

/** How one exchange came out. */
type Outcome = 'same' | 'other-engine' | 'no-engine' | { readonly difference: string }

async function assessOne(
  assessor: Assessor,
  work: AssessmentWork,
  before: Assessment,
  scores: ReadonlyMap<string, number>,
  sameEngine: boolean,
): Promise<Outcome> {
  const { grid } = work
  const answered = firstReply(work.exchange, work.answerWindowDays) !== null
  const decided = (assessment: Assessment) => applyDecisions(assessment, grid, answered, scores)
  const fresh = await assessor.assess(work).catch(unlessUnavailable)
  if (fresh && fresh.proofreader === before.proofreader) {
    const again = decided(fresh)
    if (canonicalJson(again) === canonicalJson(before)) return 'same'
    // Under the same name, other rules or words than those sealed: another engine, whatever it is called.
    if (sameEngine || before.proofreader === null) return { difference: firstDifference(before, again) }
  }
  // Whether there is something to proofread depends on the letter alone, whoever reads it.
  if (before.proofreader === null)
    return { difference: `the reply to probe ${before.probe} was to be proofread, and its assessment names no engine` }
  if (fresh && fresh.proofreader === null)
    return { difference: `probe ${before.probe} has nothing to proofread, and its assessment names an engine` }
  if (misplacedMistake(before, work))
    return { difference: `a mistake of the assessment of probe ${before.probe} does not stand in its message` }
  const { proofreader, mistakes } = before
  const again = decided(await assessor.assess(work, { proofreader, mistakes }))
  if (canonicalJson(again) !== canonicalJson(before)) return { difference: firstDifference(before, again) }
  return fresh ? 'other-engine' : 'no-engine'
}

/**
 * Runs proofreading and criteria over every exchange of a published edition and compares with what is stored.
 * @param erased ids of sealed things of which something was erased on a person's request; their brands are left out
 * @param sameEngine false where rules, words or weights of proofreading are not those that were sealed
 */
export async function assessAgain(
  ledger: Ledger,
  { id, configuration, publishedAt }: StoredEdition,
  erased: ReadonlySet<string>,
  sameEngine = true,
): Promise<AssessedAgain> {
  const { grid } = configuration
  const none = { difference: null, same: 0, sameButMistakes: 0, left: [] }
  if (!criteriaKnown(grid)) {
    const reason = 'its criteria have other versions than this program has: no exchange was assessed again'
    return { ...none, left: [{ reason, criteria: criteriaOf(grid, false) }] }
  }
  const until = publishedAt ?? undefined
  const stored = new Map(ledger.assessments.ofEdition(id).map((assessment) => [assessment.probe, assessment]))
  const work = assessmentWork(ledger, configuration, grid, until)
  const stray = [...stored.keys()].find((probe) => !work.has(probe))
  if (stray !== undefined)
    return { ...none, difference: `probe ${stray} is assessed, and it is none that the edition assesses` }
  const { scores } = decisionsOf(ledger, id, until)
  const withoutWords = brandsErased(
    [...work.values()].map(({ exchange }) => exchange),
    erased,
  )
  const assessor = createAssessor()
  const engines = new Set<string>()
  const count = { same: 0, gone: 0, 'other-engine': 0, 'no-engine': 0 }
  try {
    for (const [probe, payload] of work) {
      const before = stored.get(probe)
      if (!before) return { ...none, difference: `the assessment of probe ${probe} is missing` }
      if (withoutWords.has(payload.brand.id)) {
        count.gone += 1
        continue
      }
      const outcome = await assessOne(assessor, payload, before, scores, sameEngine)
      if (typeof outcome === 'object') return { ...none, difference: outcome.difference }
      count[outcome] += 1
      if (outcome !== 'same') engines.add(before.proofreader ?? '')
    }
  } finally {
    await assessor.close()
  }
  const taken = `their lists of mistakes are taken as stored (${[...engines].toSorted().join(', ')})`
  const left = (number: number, reason: string, ofMistakes: boolean): NotRecomputed[] =>
    number > 0 ? [{ reason: `${number} exchange(s) ${reason}`, criteria: criteriaOf(grid, ofMistakes) }] : []
  return {
    difference: null,
    same: count.same,
    sameButMistakes: count['other-engine'] + count['no-engine'],
    left: [
      ...left(count.gone, 'of brands with erased words were not assessed again', false),
      ...left(count['no-engine'], `wait for a proofreading engine that does not answer; ${taken}`, true),
      ...left(count['other-engine'], `were proofread by another engine or version; ${taken}`, true),
    ],
  }
}
