/**
 * Equal treatment: do brands answer shoppers differently by who they seem to be (docs/methodology.en.md §7, correspondence testing)?
 * Every attribute is compared over the edition and in every sector; brand, scenario and the other attributes are held. An
 * accusation is made only where it survives the correction over all comparisons, and is large enough to matter.
 */
import type { Interval } from '../domain/standing.js'
import {
  type ContrastResult,
  type FamilyTest,
  type PersonaContrast,
  testContrasts,
  testFamily,
} from './equal-treatment-test.js'
import { personaResiduals } from './persona-residuals.js'

/** One exchange as this test sees it. */
export interface TreatmentObservation {
  readonly brand: string
  readonly sector: string
  readonly scenario: string
  readonly persona: string
  /** Attribute name → value of the persona who wrote. */
  readonly attributes: Readonly<Record<string, string>>
  /** 0–100; null where inconclusive. */
  readonly mark: number | null
  readonly answered: boolean
  /** Null where no answer came. */
  readonly delayHours: number | null
}

/** What is compared: the mark decides, share answered and delay explain where a difference comes from. */
export type TreatmentOutcome = 'mark' | 'answered' | 'delay'

/** One comparison. */
export interface TreatmentEffect {
  readonly attribute: string
  /** The personas with this value … */
  readonly value: string
  /** … against those with this one; null: against all others. */
  readonly reference: string | null
  readonly outcome: TreatmentOutcome
  /** Null: over the whole edition. */
  readonly sector: string | null
  /** Points (mark), share −1 to 1 (answered), ratio of hours (delay; 1 is no difference); negative or above 1 is worse treatment. */
  readonly effect: number
  /** Holds together with those of all comparisons of its family. */
  readonly interval: Interval
  /** Two-sided p of "no difference" of this comparison alone. */
  readonly p: number
  /** The same after correction over all comparisons of the family (max-T); absent in editions closed before it was computed. */
  readonly adjustedP?: number
  /** Exchanges of the compared personas, and of the others. */
  readonly n: number
  readonly nReference: number
  /** Personas on each side; absent in editions closed before they were counted. */
  readonly personas?: number
  readonly personasReference?: number
  /** On the outcome that decides: significant after correction, and at least the smallest effect of interest. */
  readonly significant: boolean
}

/** How an edition's comparisons are made; part of what is fixed before the first mail. */
export interface TreatmentOptions {
  /** Points below which a difference is not worth an accusation. */
  readonly smallestEffect?: number
}

/** Chance that an edition in which nobody discriminates accuses anybody: below the usual 0.05, since the sentence accuses. */
export const EQUAL_TREATMENT_LEVEL = 0.04

/** Part of it spent on comparisons inside sectors, where there is more than one; the rest goes to those over the edition, which tell most. */
export const SECTOR_LEVEL = 0.01

/** Points of the mark below which a difference is not printed as unequal treatment where the study names no other. */
export const SMALLEST_EFFECT = 5

/** Largest difference that an outcome can show: points, share, logarithm of a ratio of hours (a second to a month). */
const LARGEST: Readonly<Record<TreatmentOutcome, number>> = { mark: 100, answered: 1, delay: 15 }

/** Shuffles of the personas. */
export const SHUFFLES = 1_999

/** Fewest exchanges and personas on a side that are compared. */
const SMALLEST_GROUP = 5
const FEWEST_PERSONAS = 2

/** The pairs of values to compare: both where there are two, each against the others where there are more. */
function contrastsOf(values: readonly string[]): { value: string; reference: string | null }[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const ordered = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value]) => value)
  if (ordered.length < 2) return []
  if (ordered.length === 2) return [{ value: ordered[1]!, reference: ordered[0]! }]
  return ordered.map((value) => ({ value, reference: null }))
}

/** What is compared over the edition and in every sector. */
interface Comparison {
  readonly id: string
  readonly attribute: string
  readonly value: string
  readonly reference: string | null
}

function comparisonsOf(observations: readonly TreatmentObservation[]): Comparison[] {
  const attributes = [...new Set(observations.flatMap((one) => Object.keys(one.attributes)))].sort()
  return attributes.flatMap((attribute) =>
    contrastsOf(observations.flatMap((one) => one.attributes[attribute] ?? [])).map((pair) => ({
      id: `${attribute}\n${pair.value}`,
      attribute,
      ...pair,
    })),
  )
}

function outcomeOf(observation: TreatmentObservation, outcome: TreatmentOutcome): number | null {
  if (outcome === 'mark') return observation.mark
  if (outcome === 'answered') return observation.answered ? 1 : 0
  // The second keeps an answer within the same second from having no logarithm.
  return observation.delayHours === null ? null : Math.log(Math.max(1 / 3600, observation.delayHours))
}

/** A measured comparison of one set of exchanges. */
interface Measured {
  readonly comparison: Comparison
  readonly sector: string | null
  readonly result: ContrastResult
  readonly sides: Readonly<Record<'n' | 'nReference' | 'personas' | 'personasReference', number>>
}

function measureSet(
  observations: readonly TreatmentObservation[],
  comparisons: readonly Comparison[],
  outcome: TreatmentOutcome,
  sector: string | null,
  seed: number,
): Measured[] {
  const usable = observations.filter((one) => outcomeOf(one, outcome) !== null)
  const residuals = personaResiduals(usable.map((one) => ({ ...one, outcome: outcomeOf(one, outcome)! })))
  const attributesOf = new Map(usable.map((one) => [one.persona, one.attributes]))
  const valueAt = (persona: string, attribute: string) => attributesOf.get(persona)?.[attribute]
  const columnOf = (attribute: string, value: string | undefined) =>
    Float64Array.from(residuals.personas, (persona) => (valueAt(persona, attribute) === value ? 1 : 0))
  const attributes = [...new Set(comparisons.map(({ attribute }) => attribute))]
  const valuesOf = (attribute: string) => [...new Set(residuals.personas.map((persona) => valueAt(persona, attribute)))]
  const sidesOf = ({ attribute, value }: Comparison) => {
    const sides = { n: 0, nReference: 0, personas: 0, personasReference: 0 }
    residuals.personas.forEach((persona, place) => {
      const own = valueAt(persona, attribute)
      if (own === undefined) return
      sides[own === value ? 'n' : 'nReference'] += residuals.count[place]!
      sides[own === value ? 'personas' : 'personasReference'] += 1
    })
    return sides
  }
  const told = comparisons.flatMap((comparison) => {
    const sides = sidesOf(comparison)
    const enough =
      Math.min(sides.n, sides.nReference) >= SMALLEST_GROUP &&
      Math.min(sides.personas, sides.personasReference) >= FEWEST_PERSONAS
    return enough ? [{ comparison, sides }] : []
  })
  const contrasts = told.map(({ comparison }): PersonaContrast => {
    const others = attributes.filter((attribute) => attribute !== comparison.attribute)
    return {
      id: comparison.id,
      column: columnOf(comparison.attribute, comparison.value),
      held: [
        // Personas without the attribute are on neither side.
        ...(valuesOf(comparison.attribute).includes(undefined) ? [columnOf(comparison.attribute, undefined)] : []),
        ...others.flatMap((attribute) => valuesOf(attribute).map((value) => columnOf(attribute, value))),
      ],
    }
  })
  const results = testContrasts(residuals, contrasts, SHUFFLES, seed, [outcome, sector ?? ''])
  return results.map((result) => {
    const { comparison, sides } = told.find((one) => one.comparison.id === result.id)!
    return { comparison, sector, result, sides }
  })
}

function effectsOf(
  family: readonly Measured[],
  outcome: TreatmentOutcome,
  level: number,
  smallestEffect: number,
): TreatmentEffect[] {
  const { adjusted, critical }: FamilyTest = testFamily(
    family.map(({ result }) => result),
    level,
  )
  const shown = (value: number) => (outcome === 'delay' ? Math.exp(value) : value)
  return family.map(({ comparison, sector, result, sides }, place): TreatmentEffect => {
    const { effect, error } = result
    const alone = testFamily([result], level).adjusted[0]!
    // With too few personas no shuffle can be rare enough: nothing that is possible is excluded.
    const within = (value: number) => Math.max(-LARGEST[outcome], Math.min(LARGEST[outcome], value))
    const half = critical * error
    return {
      attribute: comparison.attribute,
      value: comparison.value,
      reference: comparison.reference,
      outcome,
      sector,
      effect: shown(effect),
      interval: { low: shown(within(effect - half)), high: shown(within(effect + half)), level: 1 - level },
      p: alone,
      adjustedP: adjusted[place]!,
      ...sides,
      significant: outcome === 'mark' && adjusted[place]! <= level && Math.abs(effect) >= smallestEffect,
    }
  })
}

/**
 * Compares the treatment of personas by every attribute, over the edition and in every sector.
 * Left out: comparisons with fewer than five exchanges or two personas on a side, and those that the other attributes hide.
 * @param seed the edition's seed: same exchanges, same result, in whatever order they are given
 */
export function measureEqualTreatment(
  observations: readonly TreatmentObservation[],
  seed: number,
  { smallestEffect = SMALLEST_EFFECT }: TreatmentOptions = {},
): TreatmentEffect[] {
  const key = ({ brand, scenario }: TreatmentObservation) => `${brand}\n${scenario}`
  const ordered = observations.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  const comparisons = comparisonsOf(ordered)
  const sectors = [...new Set(ordered.map((one) => one.sector))].sort()
  const several = sectors.length > 1
  return (['mark', 'answered', 'delay'] as const).flatMap((outcome) => {
    const overall = measureSet(ordered, comparisons, outcome, null, seed)
    const inside = several
      ? sectors.flatMap((sector) =>
          measureSet(
            ordered.filter((one) => one.sector === sector),
            comparisons,
            outcome,
            sector,
            seed,
          ),
        )
      : []
    return [
      ...effectsOf(
        overall,
        outcome,
        several ? EQUAL_TREATMENT_LEVEL - SECTOR_LEVEL : EQUAL_TREATMENT_LEVEL,
        smallestEffect,
      ),
      ...effectsOf(inside, outcome, SECTOR_LEVEL, smallestEffect),
    ]
  })
}
