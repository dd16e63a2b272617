/**
 * The true mark of an exchange: the grid's weights and options applied to what the brand decided, never to what it wrote. No
 * code of criteria or scoring is used, so that an error there shows as a difference.
 */
import type { Grid, GridCriterion } from '../domain/grid.js'
import type { Scenario } from '../domain/scenario.js'
import { DAY_MS, HOUR_MS } from '../domain/time.js'
import type { TrueExchange } from './truth.js'

type Answer = NonNullable<TrueExchange['answer']>

interface Known {
  readonly exchange: TrueExchange
  readonly answer: Answer
  readonly scenario: Scenario
  readonly option: (name: string, otherwise: number) => number
}

/** Standard normal distribution function by its Taylor series around 0 (Marsaglia, J. Stat. Softw. 11(4), 2004). */
function normalShareBelow(z: number): number {
  if (z < -8) return 0
  if (z > 8) return 1
  let sum = z
  let term = z
  for (let odd = 3; Math.abs(term) > 1e-17; odd += 2) {
    term = (term * z * z) / odd
    sum += term
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
}

/** The curve through 0.9 at `good` and 0.5 at `typical` (docs/methodology.en.md §4). */
function curve(value: number, good: number, typical: number): number {
  if (value <= 0) return 1
  const quantileOf90 = 1.2815515655446004
  return (
    1 - normalShareBelow(((Math.log(value) - Math.log(typical)) * quantileOf90) / (Math.log(typical) - Math.log(good)))
  )
}

function coveredShare({ answer, scenario }: Known): number {
  const total = scenario.points.reduce((sum, point) => sum + point.weight, 0)
  const covered = scenario.points.filter((point) => answer.facts.points.includes(point.id))
  return covered.reduce((sum, point) => sum + point.weight, 0) / total
}

function mistakeScore({ answer, option }: Known, spelling: boolean): number {
  const counted = answer.planted.filter(({ category }) => (category === 'spelling') === spelling).length
  const rate = (100 * counted) / Math.max(answer.words, option('minimumWords', 40))
  return curve(rate, option('good', 0.5), option('typical', 2))
}

/** True score of each criterion, 0–1; null where it does not apply. */
const TRUE_SCORES: Readonly<Record<string, (known: Known) => number | null>> = {
  answer: () => 1,
  'reply-delay': ({ exchange, answer, option }) =>
    curve((answer.at - exchange.sentAt) / HOUR_MS, option('good', 2), option('typical', 24)),
  acknowledgement: ({ exchange, option }) =>
    exchange.receipt ? (exchange.receipt.promises ? 1 : option('withoutPromise', 0.5)) : 0,
  coverage: coveredShare,
  resolution: (known) => {
    const mostly = coveredShare(known) >= 0.6
    const partial = known.option('partial', 0.5)
    if (known.answer.facts.deflects) return mostly ? partial : 0
    return mostly ? 1 : partial
  },
  spelling: (known) => mistakeScore(known, true),
  grammar: (known) => mistakeScore(known, false),
  language: ({ answer, scenario }) => (answer.facts.language === scenario.language ? 1 : 0),
  reformulation: ({ answer }) => (answer.facts.reformulates ? 1 : 0),
  individuality: ({ answer }) => (answer.facts.canned ? 0 : 1),
  recognition: ({ answer }) => (answer.facts.recognises === null ? null : answer.facts.recognises ? 1 : 0),
  greeting: ({ answer, option }) => ({ name: 1, plain: option('generic', 0.4), none: 0 })[answer.facts.greeting],
  thanks: ({ answer }) => (answer.facts.thanks ? 1 : 0),
  courtesy: ({ answer }) => (answer.facts.courtesy ? 1 : 0),
  signature: ({ answer, option }) => ({ person: 1, team: option('team', 0.4), none: 0 })[answer.facts.signature],
  contact: ({ answer }) => (answer.givesContact ? 1 : 0),
  empathy: ({ answer, scenario }) => (scenario.type === 'complaint' ? (answer.facts.empathy ? 1 : 0) : null),
}

/** True where a person answered inside the window. */
export function isAnswered(exchange: TrueExchange, answerWindowDays: number): boolean {
  return exchange.answer !== null && exchange.answer.at - exchange.sentAt <= answerWindowDays * DAY_MS
}

/** True score of one criterion, 0–1; null where it does not apply or no answer came. */
export function trueScore(criterion: GridCriterion, exchange: TrueExchange, scenario: Scenario): number | null {
  const { answer } = exchange
  const score = TRUE_SCORES[criterion.id]
  if (!answer || !score) return null
  const option = (name: string, otherwise: number) => {
    const value = criterion.options[name]
    return typeof value === 'number' ? value : otherwise
  }
  return score({ exchange, answer, scenario, option })
}

/** True mark of an exchange under a grid, 0–100; 0 where no answer came inside the window. */
export function trueMark(exchange: TrueExchange, scenario: Scenario, grid: Grid, answerWindowDays: number): number {
  if (!isAnswered(exchange, answerWindowDays)) return 0
  let mark = 0
  for (const family of grid.families) {
    let points = 0
    let weights = 0
    for (const criterion of family.criteria) {
      const score = trueScore(criterion, exchange, scenario)
      if (score === null && criterion.notApplicable === 'skip') continue
      points += criterion.weight * (score ?? 0)
      weights += criterion.weight
    }
    if (weights > 0) mark += (family.weight * points) / weights
  }
  return mark
}
