/**
 * Who answers: the share of first replies that say of themselves that a machine wrote them, and how long either kind takes. What is
 * only suspected of a machine is asked of a person and printed nowhere.
 */
import type { Estimate } from '../domain/standing.js'
import { medianDelay } from './median-delay.js'
import { counts, delayHours, type ProbeResult } from './outcomes.js'
import { shareEstimate } from './wilson.js'

/** Figures of who answers. */
export interface AnsweredBy {
  /** Share of first replies that say a machine wrote them, 0–1; `n` counts the replies of which it is known. */
  readonly machineShare: Estimate
  /** Hours to the first reply among those answered, where a machine says it wrote it. */
  readonly machineDelayHours: Estimate
  /** The same for all other replies. */
  readonly personDelayHours: Estimate
}

/** Whether the reply of a probe says that a machine wrote it; null where there is none or its grid does not ask. */
export function saysMachine({ assessment }: ProbeResult): boolean | null {
  const finding = assessment?.findings.find(({ criterion }) => criterion === 'answer')
  return finding?.unit === 'machine' ? finding.value === 1 : null
}

/** Figures over a set of results: a sector's, an edition's. */
export function answeredBy(results: readonly ProbeResult[]): AnsweredBy {
  const known = results.filter((result) => counts(result) && result.repliedAt !== null && saysMachine(result) !== null)
  const machines = known.filter((result) => saysMachine(result))
  const delays = (list: readonly ProbeResult[]) => {
    const hours = list.map(delayHours).filter((one) => one !== null)
    return medianDelay(
      hours.map((one) => ({ hours: one, event: true })),
      Math.max(0, ...hours),
    )
  }
  return {
    machineShare: shareEstimate(machines.length, known.length),
    machineDelayHours: delays(machines),
    personDelayHours: delays(known.filter((result) => !saysMachine(result))),
  }
}
