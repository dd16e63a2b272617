/**
 * Erases a person's data: raw bytes of their mail and of mail that names them, every text, name and address in readings, what
 * findings and mistakes quote of them, their names in reviews, audit log and states. Figures, hashes and marks stay, and the
 * seals of published editions still verify (src/editions/seal-differences.ts).
 */
import { randomBytes } from 'node:crypto'
import type { Assessment } from '../../../src/domain/assessment.js'
import { type Problem, ReplymarkError } from '../../../src/domain/error.js'
import type { Finding } from '../../../src/domain/finding.js'
import type { Instant } from '../../../src/domain/time.js'
import { editionLeaves, hashOf, type Leaf, leafKey, type Seal } from '../../../src/editions/seal.js'
import { EDITION_VARIANT } from '../../../src/ledger/assessments.js'
import { ERASED, type KeptSender } from '../../../src/ledger/erased-forms.js'
import type { Ledger } from '../../../src/ledger/ledger.js'
import type { ErasedKind } from '../../../src/ledger/schema/reviews.js'
import type { HeldMessage, PersonData } from './person-data.js'
import { folded } from './person-names.js'

/** Who asks, why, and when it is done. */
export interface ErasureRequest {
  /** Why, in words that name nobody. */
  readonly reason: string
  /** Who does it: `cli`, `user:…`. */
  readonly by: string
  readonly at: Instant
  /** Identifier of a former request that is repeated; a new one otherwise. */
  readonly request?: string
}

/** What was erased. */
export interface ErasureResult {
  readonly request: string
  /** Rows by kind. */
  readonly erased: Readonly<Partial<Record<ErasedKind, number>>>
  /** True where another process kept the write-ahead file from being emptied: old pages go with its next checkpoint. */
  readonly writeAheadKept: boolean
}

/** A new identifier of a request. */
export function newErasureRequest(): string {
  return randomBytes(6).toString('hex')
}

/** Rows that would be erased, by kind: what a dry run shows. */
export function erasableRows(data: PersonData): Readonly<Partial<Record<ErasedKind, number>>> {
  const count = (kind: ErasedKind, number: number) => (number > 0 ? { [kind]: number } : {})
  return {
    ...count('evidence', data.messages.filter(({ bytes }) => bytes).length),
    ...count('reading', data.messages.filter(({ erased }) => !erased).length),
    ...count('assessment', data.assessments.filter(({ assessment }) => left(data, assessment) !== null).length),
    ...count('review', reviewParts(data).length),
    ...count('audit', data.audit.length),
    ...count('probe-state', data.states.length),
    ...count('probe-reason', data.reasons.length),
    ...count('amendment', data.amendments.length),
  }
}

/** Why a request cannot be done yet: messages that no mark rests on so far, in editions that still need them. */
export function erasureProblems(ledger: Ledger, data: PersonData): readonly Problem[] {
  return data.messages.flatMap(({ message, reading, attributions, erased }): Problem[] => {
    const place = { thing: `message ${message.hash.slice(0, 12)}` }
    if (erased) return []
    if (!reading)
      return [{ place, message: 'it was not read yet', hint: 'Let the service run, or run `replymark assess`, first.' }]
    return attributions.flatMap(({ probe, role }) => {
      const id = ledger.probes.get(probe)?.edition ?? ''
      const edition = ledger.editions.brief(id)
      if (role !== 'answer' || !edition || edition.state === 'published') return []
      const { assessedAt, matchedAt } = ledger.erasures.momentsOf(message.hash, probe)
      if (assessedAt !== null && assessedAt >= (matchedAt ?? 0)) return []
      return [
        {
          place,
          message: `exchange ${probe} is not assessed with it yet`,
          hint: `Run \`replymark assess --edition ${id}\` first; an exchange that still waits for its answer is assessed when its window ends.`,
        },
      ]
    })
  })
}

/** Quotations in the sentences of findings. */
const QUOTATION = /[«“]([^»”]{1,2000})[»”]/g

/** Words of the messages of an exchange that are being erased, as they are compared. */
function erasedWords(data: PersonData, probe: string): string {
  const readings = data.messages.flatMap(({ reading, attributions }) =>
    reading && attributions.some((one) => one.probe === probe && one.role === 'answer') ? [reading] : [],
  )
  return folded(readings.map(({ text, signature, subject }) => `${text}\n${signature}\n${subject}`).join('\n'))
}

/** What is left of an assessment when quotations of erased words and names are gone; null where nothing goes. */
function left(data: PersonData, assessment: Assessment): Assessment | null {
  const words = erasedWords(data, assessment.probe)
  const isErased = (text: string) => data.holds(text) || (text.trim() !== '' && words.includes(folded(text).trim()))
  const findings = assessment.findings.map((finding): Finding => {
    const { fr, en } = finding.message
    const quotations = [...`${fr}\n${en}`.matchAll(QUOTATION)].map(([, quoted]) => quoted ?? '')
    const goes = en !== ERASED && (data.holds(`${fr}\n${en}`) || quotations.some(isErased))
    return goes ? { ...finding, message: { fr: ERASED, en: ERASED } } : finding
  })
  const mistakes = assessment.mistakes.map((mistake) =>
    mistake.text !== '' && (isErased(mistake.text) || data.holds(mistake.message))
      ? { ...mistake, text: '', message: '', suggestions: [] }
      : mistake,
  )
  const changed =
    findings.some((finding, index) => finding !== assessment.findings[index]) ||
    mistakes.some((mistake, index) => mistake !== assessment.mistakes[index])
  return changed ? { ...assessment, findings, mistakes } : null
}

interface ReviewParts {
  readonly id: string
  readonly words: boolean
  readonly author: boolean
  readonly decisions: readonly { readonly sequence: number; readonly words: boolean; readonly author: boolean }[]
}

/** What goes of each review: reasons that quote their letters, comments that name them, and who they are where they decided. */
function reviewParts(data: PersonData): readonly ReviewParts[] {
  const fresh = (text: string) => text !== '' && text !== ERASED
  return data.reviews
    .map((review): ReviewParts => {
      return {
        id: review.id,
        words: fresh(review.reason) && (data.isAbout(review) || data.holds(review.reason)),
        author: data.isAuthor(review.openedBy),
        decisions: data.decisions
          .filter(({ item }) => item === review.id)
          .map(({ sequence, comment, decidedBy }) => ({
            sequence,
            words: fresh(comment) && data.holds(comment),
            author: data.isAuthor(decidedBy),
          }))
          .filter(({ words, author }) => words || author),
      }
    })
    .filter(({ words, author, decisions }) => words || author || decisions.length > 0)
}

/** Tells what stays of a sender: the domain says which company wrote; a domain of nobody in the study may be a person's own. */
function keptSenders(ledger: Ledger): (held: HeldMessage) => KeptSender {
  const known = ledger.editions
    .list()
    .flatMap(({ configuration }) => [
      ...configuration.brands.flatMap(({ domains }) => domains),
      ...configuration.helpDeskDomains,
    ])
    .map((domain) => domain.toLowerCase())
  return ({ reading }) => {
    const domain = (reading?.from?.address ?? '').split('@').at(-1)!.toLowerCase()
    return known.some((one) => domain === one || domain.endsWith(`.${one}`)) ? 'domain' : 'nothing'
  }
}

/** Leaves of published editions by kind and id: several where editions share a message. */
function sealedLeaves(ledger: Ledger, wanted: ReadonlySet<string>): ReadonlyMap<string, readonly Leaf[]> {
  const leaves = ledger.editions.list().flatMap(({ id }) => {
    const seal = ledger.standings.seal(id)?.seal as Seal | undefined
    if (!seal) return []
    const previous = seal.leaves.find(({ kind }) => kind === 'previous-standings')?.id ?? null
    return editionLeaves(ledger, id, { analyses: [], previous })
  })
  return Map.groupBy(
    leaves.filter((leaf) => wanted.has(leafKey(leaf))),
    leafKey,
  )
}

/**
 * Erases everything found, in one transaction.
 * @throws ReplymarkError `usage` for a reason that is empty or names the person, `conflict` with what stands in the way
 */
export function erasePerson(ledger: Ledger, data: PersonData, request: ErasureRequest): ErasureResult {
  const reason = request.reason.trim()
  if (reason === '') throw new ReplymarkError('usage', 'Why? An erasure is written down with its reason', {})
  if (data.holds(reason))
    throw new ReplymarkError('usage', 'The reason names the person; it stays when everything else goes', {
      hint: 'Write for instance: request of 3 May, art. 17 GDPR.',
    })
  const problems = erasureProblems(ledger, data)
  if (problems.length > 0)
    throw new ReplymarkError('conflict', 'Some messages cannot be erased yet; nothing was', { problems })

  const id = request.request ?? newErasureRequest()
  const counts: Partial<Record<ErasedKind, number>> = {}
  const { erasures } = ledger
  const { result, writeAheadKept } = ledger.erasing(() => {
    const assessments = data.assessments.flatMap(({ edition, variant, assessment }) => {
      const kept = left(data, assessment)
      return kept ? [{ edition, variant, kept }] : []
    })
    const reviews = reviewParts(data)
    const readings = data.messages.filter(({ erased }) => !erased)
    const wanted = new Set([
      ...readings.map(({ message }) => leafKey({ kind: 'reading', id: message.hash })),
      ...assessments.map(({ kept }) => leafKey({ kind: 'assessment', id: kept.probe })),
      ...reviews.map((review) => leafKey({ kind: 'review', id: review.id })),
    ])
    const before = sealedLeaves(ledger, wanted)
    const pending: { sequence: number; key: string; index: number }[] = []
    const base = { request: id, erasedAt: request.at, reason }
    const count = (kind: ErasedKind) => {
      counts[kind] = (counts[kind] ?? 0) + 1
    }
    /** Writes down a row that no seal holds. */
    const plain = (kind: ErasedKind, row: string | number) => {
      erasures.record({ ...base, kind, id: String(row), hash: null })
      count(kind)
    }
    /** Writes down a leaf of seals, once for every hash under which a published edition holds it. */
    const leaf = (kind: 'reading' | 'assessment' | 'review', row: string) => {
      const key = leafKey({ kind, id: row })
      const found = before.get(key) ?? []
      if (found.length === 0) erasures.record({ ...base, kind, id: row, hash: null })
      for (const [index, { hash }] of found.entries())
        pending.push({ sequence: erasures.record({ ...base, kind, id: row, hash }), key, index })
      count(kind)
    }

    erasures.record({ ...base, kind: 'request', id, hash: null })
    const keptSender = keptSenders(ledger)
    for (const held of data.messages) {
      const { hash } = held.message
      if (held.bytes) {
        plain('evidence', hash)
        ledger.messages.purge(hash, request.at, `erased on request ${id}`)
      }
      if (held.erased) continue
      leaf('reading', hash)
      erasures.emptyReading(hash, keptSender(held))
      if (ledger.matches.get(hash)) {
        plain('match-clues', hash)
        erasures.emptyMatch(hash)
      }
    }
    for (const { edition, variant, kept } of assessments) {
      if (variant === EDITION_VARIANT) leaf('assessment', kept.probe)
      else plain('assessment', kept.probe)
      erasures.emptyAssessment(edition, variant, kept)
    }
    for (const { decisions, ...parts } of reviews) {
      leaf('review', parts.id)
      erasures.emptyReview(parts.id, parts)
      for (const decision of decisions) erasures.emptyDecision(decision.sequence, decision)
    }
    for (const { sequence, actor, target, details } of data.audit) {
      plain('audit', sequence)
      const words =
        details !== null && (data.holds(JSON.stringify(details)) || data.answered.has(target.split('#')[0]!))
      erasures.emptyAudit(sequence, { author: data.isAuthor(actor), target: data.holds(target), words })
    }
    for (const { sequence, by, reason: said } of data.states) {
      plain('probe-state', sequence)
      erasures.emptyProbeState(sequence, { author: data.isAuthor(by), words: data.holds(said ?? '') })
    }
    for (const { probe } of data.reasons) {
      plain('probe-reason', probe)
      erasures.emptyProbeReason(probe)
    }
    for (const { number } of data.amendments) {
      plain('amendment', number)
      erasures.emptyAmendment(number)
    }
    const after = sealedLeaves(ledger, wanted)
    for (const { sequence, key, index } of pending)
      erasures.left(sequence, after.get(key)?.[index]?.hash ?? hashOf(null))
    ledger.audit.add({
      at: request.at,
      actor: data.isAuthor(request.by) ? 'cli' : request.by,
      action: 'erase-person',
      target: `request ${id}`,
      details: counts,
    })
    return counts
  })
  return { request: id, erased: result, writeAheadKept }
}
