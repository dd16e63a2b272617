/**
 * Verifies a published edition: opens every piece of evidence, compares everything with the seal, and computes readings,
 * findings, marks and standings anew. Says the first thing that differs.
 */
import type { Assessment } from '../domain/assessment.js'
import { ReplymarkError } from '../domain/error.js'
import type { StoredEdition } from '../ledger/editions.js'
import { ERASED } from '../ledger/erased-forms.js'
import type { Ledger } from '../ledger/ledger.js'
import { BELIEVED_BEFORE_SEALING, notSealed } from '../ledger/sealed-rows.js'
import { commitmentOf } from '../planning/plan-secret.js'
import { engineIdentity } from '../queue/engine-identity.js'
import { createPdfReader } from '../queue/pdf-text.js'
import { readMessage } from '../reading/read-message.js'
import { READING_VERSION } from '../reading/version.js'
import { markFindings } from '../scoring/assess-exchange.js'
import { canonicalJson } from '../scoring/canonical-json.js'
import { gridHash } from '../scoring/grid.js'
import { assessAgain, type NotRecomputed } from './assess-again.js'
import { checkAuditLog } from './audit-log-check.js'
import { computeRanking } from './edition-ranking.js'
import { EQUAL_TREATMENT_ANALYSIS, readEdition } from './edition-rows.js'
import { plannedProbes, preregistrationDifference } from './preregistration.js'
import { newestPublication, signatureInWords, storedPublicationsDifference } from './publication-check.js'
import { inconsistency } from './row-consistency.js'
import { type Leaf, type Seal, sealRoot } from './seal.js'
import { compareSeal, type SealDifference } from './seal-differences.js'
import { currentLeaves } from './seal-edition.js'
import { compareEngine, ENGINE_ANALYSIS, engineInWords, type SealedEngine } from './sealed-engine.js'

/** What verifying found. */
export interface Verification {
  readonly edition: string
  /**
   * `verified`: everything is as it was sealed and comes out the same from its evidence. `partly-verified`: nothing differs, and
   * something could not be computed again. `differs`: something is not what was sealed or what its evidence gives.
   */
  readonly state: 'verified' | 'partly-verified' | 'differs'
  /** True where nothing differs. */
  readonly sound: boolean
  readonly root: string
  /** The first thing that differs, one sentence; null where nothing does. */
  readonly difference: string | null
  /** Things compared, by kind. */
  readonly checked: Readonly<Record<string, number>>
  /** Sealed things of which something was erased on a person's request, by kind: their sealed hash was compared. */
  readonly erased: Readonly<Record<string, number>>
  /** Columns and tables that no seal covers, with the reason. */
  readonly notSealed: ReturnType<typeof notSealed>
  /** Columns of which nobody can tell whether they were changed before sealing, with the reason. */
  readonly believed: Readonly<Record<string, string>>
  /** What could not be computed again, and why; the seal was compared all the same. Empty where all of it was. */
  readonly notRecomputed: readonly NotRecomputed[]
  /** What a reader of the result may want to know. */
  readonly notes: readonly string[]
}

/** Opens the bytes of every message: their hash is their name. */
function evidenceDifference(ledger: Ledger, seal: Seal): { difference: string | null; opened: number; purged: number } {
  let opened = 0
  let purged = 0
  for (const leaf of seal.leaves) {
    if (leaf.kind !== 'evidence') continue
    try {
      if (ledger.messages.raw(leaf.id) === null) purged += 1
      else opened += 1
    } catch (error) {
      if (!(error instanceof ReplymarkError) || error.code === 'configuration') throw error
      return { difference: `evidence ${leaf.id}: ${error.message}`, opened, purged }
    }
  }
  return { difference: null, opened, purged }
}

const KINDS: Readonly<Record<Leaf['kind'], string>> = {
  configuration: 'the configuration of edition',
  grid: 'grid',
  probe: 'probe',
  evidence: 'evidence',
  reading: 'the reading of message',
  match: 'the match of',
  assessment: 'the assessment of probe',
  review: 'review',
  analysis: 'the analysis',
  standing: 'the standing of brand',
  'previous-standings': 'the standings of the previous edition',
  row: 'the row',
  words: 'the words',
}

function inWords({ kind, id, how, parts }: SealDifference): string {
  const criteria = parts.filter((part) => part !== 'mark')
  if (kind === 'assessment' && criteria.length > 0)
    return `finding ${criteria.join(', ')} of probe ${id} ${how === 'changed' ? 'is not the one that was sealed' : how}`
  const what = `${KINDS[kind]} ${id}`
  if (how === 'missing') return `${what} is missing`
  if (how === 'added') return `${what} was added after sealing`
  return `${what} is not the one that was sealed`
}

/** Marks added up again from findings. */
function markDifference(ledger: Ledger, edition: string): string | null {
  const rows = readEdition(ledger, edition)
  const { grid } = rows.configuration
  for (const { assessment, repliedAt } of rows.results) {
    if (!assessment) continue
    const again = markFindings(assessment.findings, grid, repliedAt !== null)
    const stored: Pick<Assessment, 'families' | 'mark'> = { families: assessment.families, mark: assessment.mark }
    if (canonicalJson(again) !== canonicalJson(stored))
      return `the mark of probe ${assessment.probe} is ${assessment.mark}; its findings add up to ${again.mark}`
  }
  return null
}

/** Standings and comparisons computed again. */
function rankingDifference(ledger: Ledger, edition: string): string | null {
  const { standings, equalTreatment } = computeRanking(ledger, edition)
  const stored = ledger.standings.ofEdition(edition)
  const again = new Map(standings.map((standing) => [standing.brand, canonicalJson(standing)]))
  for (const standing of stored)
    if (again.get(standing.brand) !== canonicalJson(standing))
      return `the standing of brand ${standing.brand} is not what its marks give`
  if (stored.length !== standings.length)
    return `the league table has ${stored.length} brands; the marks give ${standings.length}`
  if (canonicalJson(ledger.standings.analysis(edition, EQUAL_TREATMENT_ANALYSIS)) !== canonicalJson(equalTreatment))
    return 'the comparisons of personas are not what the marks give'
  return null
}

/** Messages read again from their bytes, where there are any and this version of the program read them. */
async function readingDifference(
  ledger: Ledger,
  seal: Seal,
): Promise<{ readonly difference: string | null; readonly left: readonly NotRecomputed[] }> {
  let [purged, other] = [0, 0]
  const readDocument = createPdfReader()
  for (const leaf of seal.leaves) {
    if (leaf.kind !== 'reading') continue
    const stored = ledger.readings.get(leaf.id)
    const raw = ledger.messages.raw(leaf.id)
    if (raw === null) purged += 1
    else if (!stored || stored.version !== READING_VERSION) other += 1
    else if (canonicalJson(await readMessage(raw, { readDocument })) !== canonicalJson(stored))
      return { difference: `message ${leaf.id} reads differently from what is stored`, left: [] }
  }
  const left = (number: number, reason: string): NotRecomputed[] =>
    number > 0 ? [{ reason: `${number} message(s) ${reason}`, criteria: [] }] : []
  return {
    difference: null,
    left: [
      ...left(purged, 'have no bytes any more: their readings are taken as stored'),
      ...left(other, 'were read by another version of the program: their readings are taken as stored'),
    ],
  }
}

/**
 * Verifies a published edition.
 * @param assess how its exchanges are assessed again; null leaves that out
 * @throws ReplymarkError `not-found`, `conflict` when it is not published, `configuration` when evidence needs a key
 */
export async function verifyEdition(
  ledger: Ledger,
  id: string,
  assess: typeof assessAgain | null = assessAgain,
): Promise<Verification> {
  const edition = ledger.editions.require(id)
  const stored = ledger.standings.seal(id)
  if (!stored)
    throw new ReplymarkError('conflict', `Edition ${id} is ${edition.state} and has no seal to verify`, {
      place: { thing: `edition ${id}` },
      hint: `\`replymark publish --edition ${id}\` seals it.`,
    })
  const seal = stored.seal as Seal
  const notes: string[] = []
  const notRecomputed: NotRecomputed[] = []
  const checked: Record<string, number> = {}
  const erased: Record<string, number> = {}
  for (const leaf of seal.leaves) checked[leaf.kind] = (checked[leaf.kind] ?? 0) + 1
  const result = (difference: string | null): Verification => ({
    edition: id,
    state: difference !== null ? 'differs' : notRecomputed.length > 0 ? 'partly-verified' : 'verified',
    sound: difference === null,
    root: stored.root,
    difference,
    checked,
    erased,
    notSealed: notSealed(),
    believed: BELIEVED_BEFORE_SEALING,
    notRecomputed,
    notes,
  })
  const { version, leaves } = seal
  if (sealRoot(leaves) !== stored.root || seal.root !== stored.root)
    return result('the seal itself: its leaves do not give its root')
  if (canonicalJson(seal) !== canonicalJson({ version, edition: id, root: stored.root, leaves }))
    return result('the seal itself: it holds something that its root does not cover')

  if (stored.sealedAt !== edition.publishedAt)
    return result('the moment of the seal: it is not the one at which the edition was published')
  const said = ledger.audit.ofTarget(`edition ${id}`).find(({ action }) => action === 'publish-edition')?.details
  if ((said as { readonly root?: unknown } | null | undefined)?.root !== stored.root)
    return result('the audit log: its entry of publishing names another root than the seal has')

  const published = await storedPublicationsDifference(ledger, edition, stored.root)
  if (published) return result(published)
  const newest = newestPublication(ledger, id)
  notes.push(...(newest ? signatureInWords(newest) : ['no published file is covered: its site was not written yet']))

  const secret = ledger.editions.planSecret(id)
  const { planCommitment } = edition.configuration
  if (planCommitment !== undefined && (secret === null || commitmentOf(secret) !== planCommitment))
    return result('the secret of the plan is not the one whose hash was fixed when it was planned')

  const fixed = ledger.preregistrations.get(id)
  const beforehand = fixed
    ? preregistrationDifference(fixed, edition.fixedConfiguration, plannedProbes(ledger, id), secret)
    : null
  notes.push(
    fixed
      ? `plan, grid and analysis are those that were fixed before the first e-mail (${fixed.hash})`
      : 'nothing was fixed before the first e-mail: it was planned by an older version of the program',
  )

  const evidence = evidenceDifference(ledger, seal)
  if (evidence.difference) return result(evidence.difference)
  if (evidence.purged > 0)
    notes.push(`the bytes of ${evidence.purged} message(s) were purged; their hashes are compared`)

  try {
    const found = await ledgerDifference(ledger, edition, seal, { notes, notRecomputed, erased, assess })
    // Last: what was changed after sealing is named more closely by the seal.
    const contradiction = found ?? beforehand ?? inconsistency(ledger, edition)
    if (contradiction) return result(contradiction)
    const log = checkAuditLog(ledger)
    if (log.before > 0) notes.push(`${log.before} entries of the audit log were made before it was a chain of hashes`)
    return result(log.difference)
  } catch (error) {
    // A row that was JSON when it was sealed, and is not any more.
    if (error instanceof SyntaxError)
      return result(`a stored row of edition ${id} cannot be read any more: ${error.message}`)
    throw error
  }
}

/** What an erasure must not touch: an emptied reading holds no words at all, and findings that kept theirs are the sealed ones. */
function changedBeyondErasure(ledger: Ledger, leaf: Leaf, current: readonly Leaf[]): string | null {
  if (leaf.kind === 'reading') {
    const reading = ledger.readings.get(leaf.id)
    const words = reading
      ? reading.text + reading.quoted + reading.signature + reading.boilerplate + reading.subject
      : ''
    return words === '' ? null : `the reading of message ${leaf.id} was erased, and holds words all the same`
  }
  if (leaf.kind === 'assessment') {
    const now = current.find(({ kind, id }) => kind === leaf.kind && id === leaf.id)
    const stored = ledger.assessments.ofProbe(leaf.id)
    for (const { criterion, message } of stored?.findings ?? [])
      if (message.en !== ERASED && now?.parts?.[criterion] !== leaf.parts?.[criterion])
        return `finding ${criterion} of probe ${leaf.id} is not the one that was sealed`
  }
  return null
}

/** What comparing adds to, and how exchanges are assessed again. */
interface Telling {
  readonly notes: string[]
  readonly notRecomputed: NotRecomputed[]
  readonly erased: Record<string, number>
  readonly assess: typeof assessAgain | null
}

/** Everything but the evidence and the seal itself. */
async function ledgerDifference(
  ledger: Ledger,
  edition: StoredEdition,
  seal: Seal,
  { notes, notRecomputed, erased, assess }: Telling,
): Promise<string | null> {
  const { id } = edition
  const { grid } = edition.configuration
  const { hash, ...body } = grid
  if (gridHash(body) !== hash) return `grid ${grid.id}: its weights or options are not those of its hash`
  const previous = seal.leaves.find((leaf) => leaf.kind === 'previous-standings')?.id ?? null
  if (seal.version === 1)
    notRecomputed.push({
      reason:
        'its seal is of version 1, which holds no title, order, history, reason or audit log: these are not covered',
      criteria: [],
    })
  const analyses = seal.leaves.flatMap((leaf) => (leaf.kind === 'analysis' ? [leaf.id] : []))
  const current = currentLeaves(ledger, seal, { analyses, previous })
  const compared = compareSeal(seal.leaves, current, ledger.erasures.list())
  const [first] = compared.differences
  if (first) return inWords(first)
  for (const leaf of compared.erased) {
    const beyond = changedBeyondErasure(ledger, leaf, current)
    if (beyond) return beyond
    erased[leaf.kind] = (erased[leaf.kind] ?? 0) + 1
  }
  if (compared.erased.length > 0)
    notes.push(
      `the words of ${Object.entries(erased)
        .map(([kind, number]) => `${number} ${kind}(s)`)
        .join(', ')} were erased on a person's request; their sealed hashes are compared, their figures are unchanged`,
    )

  const engine = compareEngine(ledger.standings.analysis(id, ENGINE_ANALYSIS) as SealedEngine | null, engineIdentity())
  const otherEngine = engineInWords(engine)
  if (otherEngine) notes.push(otherEngine)
  const marks = markDifference(ledger, id)
  if (marks) return marks
  const readings = await readingDifference(ledger, seal)
  if (readings.difference) return readings.difference
  notRecomputed.push(...readings.left)
  if (assess) {
    const erasedIds = new Set(compared.erased.map((leaf) => leaf.id))
    const again = await assess(ledger, edition, erasedIds, !engine.parts.includes('proofreading'))
    if (again.difference) return again.difference
    notes.push(`${again.same} exchange(s) were assessed again from their messages, with the same findings`)
    if (again.sameButMistakes > 0)
      notes.push(
        `${again.sameButMistakes} exchange(s) were assessed again with the mistakes that are stored, with the same findings`,
      )
    notRecomputed.push(...again.left)
  } else notRecomputed.push({ reason: 'no exchange was assessed again, as it was asked', criteria: [] })
  return rankingDifference(ledger, id)
}
