/** Open doubts with what a person needs to decide them. */

import type { EditionConfiguration } from '../../domain/configuration.js'
import type { StudyLanguage } from '../../domain/language.js'
import { MESSAGE_KINDS } from '../../domain/message.js'
import type { ReviewDecision, ReviewItem } from '../../domain/review.js'
import { inLanguage, textIn } from '../../languages/index.js'
import type { WebDependencies } from '../dependencies.js'
import { brandName, CRITERION_TITLES, kindInWords, scenarioTitle } from './names.js'

/** One doubt as the page shows it. */
export interface ReviewView {
  readonly item: ReviewItem
  readonly brandName: string | null
  /** The exchange it belongs to; null where there is none yet. */
  readonly exchange: string | null
  /** Text to judge by: the message, the words that decide. */
  readonly excerpt: string
  /** What may hold instead: probe ids for a match, kinds for a kind; empty where only yes or no can be said. */
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  /** Criteria by which the contested exchange was marked; empty for other doubts. */
  readonly criteria: readonly { readonly value: string; readonly label: string }[]
  /** Every decision so far, oldest first: the last one holds. */
  readonly decisions: readonly ReviewDecision[]
}

/** Characters of a message shown with a doubt. */
const EXCERPT_LENGTH = 600

function excerptOf(dependencies: WebDependencies, item: ReviewItem): string {
  const { ledger } = dependencies
  if (item.subject === 'match' || item.subject === 'kind') {
    const reading = ledger.readings.get(item.target)
    return reading
      ? `${reading.from?.address ?? ''} · ${reading.subject}\n\n${reading.text.slice(0, EXCERPT_LENGTH)}`
      : ''
  }
  const [probe, part] = item.target.split('#')
  const exchange = probe ? ledger.matches.exchange(probe) : null
  const reply = exchange?.messages.find(({ reading }) => reading.kind === 'reply')?.reading.text ?? ''
  const span = part?.match(/^(\d+)-(\d+)$/)
  if (!span) return reply.slice(0, EXCERPT_LENGTH)
  const [start, end] = [Number(span[1]), Number(span[2])]
  return `${reply.slice(Math.max(0, start - 120), start)}⟦${reply.slice(start, end)}⟧${reply.slice(end, end + 120)}`
}

function choicesOf(dependencies: WebDependencies, item: ReviewItem, language: StudyLanguage): ReviewView['choices'] {
  const { ledger } = dependencies
  if (item.subject === 'kind') return MESSAGE_KINDS.map((kind) => ({ value: kind, label: kindInWords(kind, language) }))
  if (item.subject !== 'match') return []
  const candidates = ledger.matches.get(item.target)?.candidates ?? []
  return [
    ...candidates.map(({ probe, clue, confidence }) => ({
      value: probe,
      label: `${probe} · ${clue} · ${Math.round(confidence * 100)} %`,
    })),
    { value: '', label: inLanguage({ fr: 'aucun', en: 'none' }, language) },
  ]
}

/** Address of the exchange a review belongs to; null for a message without one. */
function exchangeOf(configuration: EditionConfiguration | null, item: ReviewItem): string | null {
  const probe = item.target.split('#')[0] ?? ''
  const [edition, brand, scenario] = probe.split('/')
  if (!configuration || !edition || !brand || !scenario) return null
  return `/exchanges/${probe}`
}

function viewOf(dependencies: WebDependencies, item: ReviewItem, language: StudyLanguage): ReviewView {
  const { ledger } = dependencies
  const configuration = item.edition ? (ledger.editions.get(item.edition)?.configuration ?? null) : null
  const scenario = ledger.probes.get(item.target.split('#')[0] ?? '')?.scenario
  const title = configuration && scenario ? ` · ${scenarioTitle(configuration, scenario, language)}` : ''
  const marked = item.subject === 'contestation' ? (ledger.assessments.ofProbe(item.target)?.findings ?? []) : []
  return {
    item,
    brandName: configuration && item.brand ? brandName(configuration, item.brand) + title : item.brand,
    exchange: exchangeOf(configuration, item),
    excerpt: excerptOf(dependencies, item),
    choices: choicesOf(dependencies, item, language),
    criteria: marked.map(({ criterion }) => {
      const titles = CRITERION_TITLES[criterion]
      return { value: criterion, label: titles ? textIn(titles, language) : criterion }
    }),
    decisions: ledger.reviews.decisionsOf(item.id),
  }
}

/** Reads the open doubts, oldest first. */
export function readReviews(dependencies: WebDependencies, language: StudyLanguage): readonly ReviewView[] {
  return dependencies.ledger.reviews.open().map((item) => viewOf(dependencies, item, language))
}

/** Reads what was decided in editions that are not published, the newest decision first. */
export function readDecided(
  dependencies: WebDependencies,
  language: StudyLanguage,
  most: number,
): readonly ReviewView[] {
  const { ledger } = dependencies
  const changeable = (edition: string | null) =>
    edition === null || ledger.editions.brief(edition)?.state !== 'published'
  return ledger.reviews
    .list()
    .filter(({ decision, edition }) => decision !== null && changeable(edition))
    .toSorted((one, other) => (other.decision?.decidedAt ?? 0) - (one.decision?.decidedAt ?? 0))
    .slice(0, most)
    .map(({ decision: _, ...item }) => viewOf(dependencies, item, language))
}
