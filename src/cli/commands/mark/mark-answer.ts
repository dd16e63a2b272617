/** Marks one answer outside any edition: reading, proofreading, evidence, findings. Used by `mark` and by the accuracy measure. */

import { businessHours } from '../../../calendar/business-hours.js'
import type { Assessment } from '../../../domain/assessment.js'
import type { Brand } from '../../../domain/brand.js'
import type { Evidence } from '../../../domain/exchange.js'
import type { Grid } from '../../../domain/grid.js'
import type { StudyLanguage } from '../../../domain/language.js'
import type { Reading } from '../../../domain/message.js'
import type { Mistake } from '../../../domain/mistake.js'
import type { Persona } from '../../../domain/persona.js'
import type { Scenario } from '../../../domain/scenario.js'
import { PROOFREAD_CHARACTERS, type Proofreader } from '../../../proofreading/proofreader.js'
import { assessExchange, markFindings } from '../../../scoring/assess-exchange.js'
import { answerEvidence } from '../../../scoring/build-evidence.js'
import { countWords } from '../../../text/count-words.js'

/** What is marked, and against what. */
export interface AnswerToMark {
  readonly name: string
  readonly reading: Reading
  /** True where a header says that a machine wrote it. */
  readonly automatic: boolean
  readonly receivedAt: number | null
  readonly sentAt: number | null
  readonly scenario: Scenario
  readonly questionLanguage: StudyLanguage
  readonly persona: Persona
  readonly brand: Brand
  readonly grid: Grid
  /** Null where it is not proofread. */
  readonly proofreader: Proofreader | null
}

/** Working hours when no study says others. */
const OFFICE = { workingHours: { from: '09:00', until: '18:00' }, workingDays: [1, 2, 3, 4, 5], holidays: [] }
/** An answer marked by itself has no window to miss. */
const NO_WINDOW_DAYS = 3650

/** Kinds that are no answer, whoever says so. */
const NO_ANSWER = new Set(['bounce', 'delay-notice', 'feedback-loop', 'unreadable'])
/** Kinds that are none where a header or a sure reading says that a machine wrote. */
const AUTOMATIC = new Set(['acknowledgement', 'out-of-office', 'challenge'])
/** Confidence of a reading that is sure. */
const SURE = 0.9

/**
 * True where the message is marked as the answer. Whoever marks a file says that it is one: words alone that promise
 * an answer for later do not make it a receipt here, as they may in an edition.
 * @param automatic true where a header says that a machine wrote it (RFC 3834)
 */
export function isAnswer(reading: Reading, automatic: boolean): boolean {
  if (NO_ANSWER.has(reading.kind)) return false
  if (!AUTOMATIC.has(reading.kind)) return true
  return !automatic && (reading.kind === 'acknowledgement' || reading.kindConfidence < SURE)
}

/** Marks it. */
export async function markAnswer(input: AnswerToMark): Promise<Assessment> {
  const { reading, scenario, persona, brand, receivedAt } = input
  const answered = isAnswer(reading, input.automatic)
  // Without both moments there is no delay to measure.
  const sentAt = receivedAt === null ? null : input.sentAt
  let mistakes: readonly Mistake[] | null = null
  if (answered && input.proofreader && input.proofreader.language === reading.language) {
    const names = [persona.firstName, persona.lastName, brand.name, ...brand.aliases].filter((name) => name !== '')
    mistakes = await input.proofreader.proofread(reading.text.slice(0, PROOFREAD_CHARACTERS), {
      glossary: [...scenario.glossary, ...brand.glossary],
      names,
    })
  }
  const evidence: Evidence = {
    sentAt,
    answerWindowDays: NO_WINDOW_DAYS,
    question: {
      subject: scenario.variants[0]?.subject ?? '',
      text: reading.quoted || (scenario.variants[0]?.body ?? ''),
      language: input.questionLanguage,
    },
    persona,
    brand,
    scenario: { ...scenario, language: input.questionLanguage },
    reply: answered ? answerEvidence(reading, receivedAt ?? 0) : null,
    acknowledgement: reading.kind === 'acknowledgement' && !answered ? answerEvidence(reading, receivedAt ?? 0) : null,
    mistakes,
    otherReplies: [],
    earlier: null,
    businessHours:
      answered && sentAt !== null && receivedAt !== null
        ? businessHours(sentAt, receivedAt, { timeZone: brand.timeZone, ...OFFICE })
        : null,
  }
  const engine = mistakes === null ? null : `${input.proofreader?.engine} ${input.proofreader?.version}`
  return assessExchange(evidence, input.grid, {
    probe: input.name,
    proofreader: engine,
    words: answered ? countWords(reading.text) : 0,
  })
}

/**
 * The mark of a letter whose delay nobody knows: counted over the rest, and said so, where a grid would give no mark at all.
 * @param timed false where one of the two moments is not known
 */
export function withoutUntimedDelay(
  assessment: Assessment,
  grid: Grid,
  timed: boolean,
): { readonly assessment: Assessment; readonly leavesOut: readonly string[] } {
  const answered = assessment.findings.some(({ criterion, score }) => criterion === 'answer' && score === 1)
  if (timed || !answered) return { assessment, leavesOut: [] }
  const lenient: Grid = {
    ...grid,
    families: grid.families.map((family) => {
      const criteria = family.criteria.map((criterion) =>
        criterion.id === 'reply-delay' ? { ...criterion, notAvailable: 'skip' as const } : criterion,
      )
      return { ...family, criteria }
    }),
  }
  const { families, mark } = markFindings(assessment.findings, lenient, true)
  const empty = families.filter(({ points }) => points === null)
  if (mark !== null || empty.length !== 1)
    return { assessment: { ...assessment, families, mark }, leavesOut: ['reply-delay'] }
  // The delay was the whole family: the others' points are brought to 100.
  const counted = families.filter(({ points }) => points !== null)
  const outOf = counted.reduce((sum, family) => sum + family.outOf, 0)
  const points = counted.reduce((sum, family) => sum + (family.points ?? 0), 0)
  return {
    assessment: { ...assessment, families, mark: Math.round((1e6 * points) / outOf) / 1e4 },
    leavesOut: ['reply-delay', ...empty.map(({ family }) => family)],
  }
}
