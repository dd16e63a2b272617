/** A simulated market whose truth is known: brands with their shares of answers, expected marks and delays, and one exchange of one. */
import type { Random } from '../../../src/ranking/random.js'
import type { ProbeOutcome } from '../../../src/ranking/standings.js'

/** How a simulated brand behaves; every scenario's own difficulty comes on top. */
export interface SimulatedBrand {
  readonly brand: string
  /** Probability of an answer by scenario. */
  readonly answers: readonly number[]
  /** Expected mark of an answered exchange by scenario. */
  readonly quality: readonly number[]
  /** Half-width of the uniform scatter of a mark around it. */
  readonly scatter: number
  readonly medianHours: number
  readonly sigma: number
}

const WINDOW_HOURS = 30 * 24

/** A brand; `difficulty` is each scenario's own, mean zero. */
export function simulateBrand(
  random: Random,
  name: string,
  scenarios: number,
  difficulty: readonly number[],
): SimulatedBrand {
  // Shares of answers from silent to full, as the published barometers show: about two thirds on average, 10 % silent.
  const level = random.uniform() < 0.08 ? random.uniform() * 0.1 : 0.25 + 0.75 * Math.sqrt(random.uniform())
  const quality = 55 + 30 * random.uniform()
  const scatter = 5 + 10 * random.uniform()
  const answers: number[] = []
  const qualities: number[] = []
  for (let scenario = 0; scenario < scenarios; scenario += 1) {
    answers.push(Math.min(0.99, Math.max(0.005, level + difficulty[scenario]! * 0.1)))
    qualities.push(Math.min(100 - scatter, Math.max(scatter, quality + difficulty[scenario]! * 4)))
  }
  return {
    brand: name,
    answers,
    quality: qualities,
    scatter,
    medianHours: Math.exp(Math.log(20) + 0.9 * random.normal()),
    sigma: 0.8 + 0.6 * random.uniform(),
  }
}

/** What one probe of a scenario brings. */
export function simulateProbe(random: Random, truth: SimulatedBrand, scenario: number): ProbeOutcome {
  const answered = random.uniform() < truth.answers[scenario]!
  const mark = answered ? truth.quality[scenario]! + truth.scatter * (2 * random.uniform() - 1) : 0
  const hours = Math.min(WINDOW_HOURS - 0.01, truth.medianHours * Math.exp(truth.sigma * random.normal()))
  return {
    scenario: `s${scenario}`,
    mark,
    answered,
    delayHours: answered ? hours : null,
    windowHours: WINDOW_HOURS,
    mistakes: answered ? 0 : null,
    words: answered ? 100 : 0,
    families: {},
  }
}
