import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../src/domain/assessment.js'
import { HOUR_MS } from '../../src/domain/time.js'
import { answeredBy, saysMachine } from '../../src/ranking/answered-by.js'
import type { ProbeResult } from '../../src/ranking/outcomes.js'

function result(machine: boolean | null, hours: number | null): ProbeResult {
  const finding = {
    criterion: 'answer',
    value: machine === null ? null : Number(machine),
    unit: machine === null ? null : 'machine',
  }
  return {
    id: 'p',
    brand: 'lune',
    scenario: 's',
    persona: 'claire',
    state: hours === null ? 'unanswered' : 'answered',
    sentAt: 0,
    repliedAt: hours === null ? null : hours * HOUR_MS,
    assessment: { findings: [finding] } as unknown as Assessment,
  }
}

describe('who answers', () => {
  it('is told by class, each with its own delay', () => {
    const figures = answeredBy([
      result(true, 1),
      result(false, 10),
      result(false, 20),
      result(false, 30),
      result(null, null),
    ])
    expect(figures.machineShare).toMatchObject({ value: 0.25, n: 4 })
    expect(figures.machineDelayHours).toMatchObject({ value: 1, n: 1 })
    expect(figures.personDelayHours).toMatchObject({ value: 20, n: 3 })
  })

  it('is unknown under a grid without the criterion, and where nobody answered', () => {
    expect(saysMachine(result(null, 3))).toBeNull()
    expect(answeredBy([result(null, 3), result(true, null)]).machineShare).toMatchObject({ value: null, n: 0 })
    expect(answeredBy([]).machineDelayHours).toMatchObject({ value: null, n: 0 })
  })
})
