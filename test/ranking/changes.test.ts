import { describe, expect, it } from 'vitest'
import { compareEditions, type EditionTotals } from '../../src/ranking/changes.js'
import { computeStandings } from '../../src/ranking/standings.js'

const totals = (edition: string, answered: number, mistakes: number): EditionTotals => ({
  edition,
  probes: 1000,
  answered,
  answeredWithin24Hours: Math.floor(answered / 2),
  mistakes,
  words: 20_000,
  silentBrands: 20,
  brands: 200,
})

const standings = (
  edition: string,
  marks: Record<string, number>,
  previous: ReturnType<typeof computeStandings> | null = null,
) =>
  computeStandings({
    edition,
    seed: 1,
    previous,
    draws: 50,
    brands: Object.entries(marks).map(([brand, mark]) => ({
      brand,
      sector: 's',
      outcomes: [0, 1, 2, 3, 4].map((scenario) => ({
        scenario: `s${scenario}`,
        mark: mark + scenario,
        answered: true,
        delayHours: 5,
        windowHours: 720,
        mistakes: 0,
        words: 100,
        families: {},
      })),
    })),
  })

describe('changes between two editions', () => {
  const before = standings('2025', { a: 90, b: 80, c: 70, d: 60, gone: 50 })
  const now = standings('2026', { a: 65, b: 82, c: 71, d: 91, fresh: 40 }, before)
  const changes = compareEditions(
    { totals: totals('2025', 700, 200), standings: before },
    { totals: totals('2026', 620, 400), standings: now },
  )

  it('names climbers, fallers and the winner that fell', () => {
    expect(changes.climbers[0]).toMatchObject({ brand: 'd', from: 4, to: 1, places: 3 })
    expect(changes.fallers[0]).toMatchObject({ brand: 'a', from: 1, to: 4, places: -3 })
    expect(changes.fallenWinners.map((mover) => mover.brand)).toEqual(['a'])
    expect(changes.winners).toEqual(['d'])
    expect([changes.newBrands, changes.goneBrands]).toEqual([1, 1])
  })

  it('says which differences are clear, with their intervals', () => {
    expect(changes.responseRate).toMatchObject({ before: 0.7, now: 0.62, clear: true })
    expect(changes.responseRate!.difference).toBeCloseTo(-0.08, 12)
    expect(changes.mistakes).toMatchObject({ before: 1, now: 2, ratio: 2, clear: true })
    expect(changes.silentShare!.clear).toBe(false)
  })

  it('has nothing to say of shares without probes', () => {
    const empty = { ...totals('x', 0, 0), probes: 0, words: 0, brands: 0 }
    const none = compareEditions({ totals: empty, standings: [] }, { totals: empty, standings: [] })
    expect(none).toMatchObject({ responseRate: null, mistakes: null, silentShare: null, climbers: [], winners: [] })
  })
})
