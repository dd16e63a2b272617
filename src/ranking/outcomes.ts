/** From the ledger's rows to what standings and equal-treatment tests are computed from. Pure. */
import type { Assessment } from '../domain/assessment.js'
import type { EditionConfiguration } from '../domain/configuration.js'
import { isCounted } from '../domain/mistake.js'
import type { ProbeState } from '../domain/probe.js'
import { DAY_MS, HOUR_MS, type Instant } from '../domain/time.js'
import type { TreatmentObservation } from './equal-treatment.js'
import type { BrandOutcomes } from './standings.js'

/** What became of one probe. */
export interface ProbeResult {
  readonly id: string
  readonly brand: string
  readonly scenario: string
  readonly persona: string
  readonly state: ProbeState
  readonly sentAt: Instant | null
  /** INTERNALDATE of the first human reply inside the window; null where none came. */
  readonly repliedAt: Instant | null
  /** Null where it was not assessed. */
  readonly assessment: Assessment | null
}

/** States in which a probe's outcome is known; one that still waits inside its window counts for nobody yet. */
const SETTLED: readonly ProbeState[] = ['answered', 'unanswered', 'bounced']

/** Whether a probe counts in the figures: its outcome is known and it was assessed. */
export function counts(result: ProbeResult): result is ProbeResult & { readonly assessment: Assessment } {
  return SETTLED.includes(result.state) && result.assessment !== null
}

/** Hours from SMTP acceptance to the first reply; null where none came or the clock contradicts itself. */
export function delayHours({ sentAt, repliedAt }: ProbeResult): number | null {
  if (sentAt === null || repliedAt === null || repliedAt < sentAt) return null
  return (repliedAt - sentAt) / HOUR_MS
}

/** Brands that count in the edition: all but those that were withdrawn while it ran. */
export function measuredBrands({ brands, withdrawn = [] }: EditionConfiguration): EditionConfiguration['brands'] {
  return withdrawn.length === 0 ? brands : brands.filter(({ id }) => !withdrawn.includes(id))
}

/** Outcomes of every brand of the edition, in the order of its configuration; brands without probes have none. */
export function outcomesByBrand(
  configuration: EditionConfiguration,
  results: readonly ProbeResult[],
): readonly BrandOutcomes[] {
  const byBrand = Map.groupBy(results, (result) => result.brand)
  const windowHours = (configuration.edition.answerWindowDays * DAY_MS) / HOUR_MS
  return measuredBrands(configuration).map((brand) => ({
    brand: brand.id,
    sector: brand.sector,
    outcomes: (byBrand.get(brand.id) ?? []).filter(counts).map((result) => {
      const { assessment } = result
      const answered = result.repliedAt !== null
      // Typography is reported, never counted (docs/methodology.en.md §5).
      const counted = assessment.mistakes.filter((mistake) => isCounted(mistake) && mistake.category !== 'typography')
      return {
        scenario: result.scenario,
        mark: assessment.mark,
        answered,
        delayHours: delayHours(result),
        windowHours,
        mistakes: answered && assessment.proofreader !== null ? counted.length : null,
        words: assessment.words,
        families: Object.fromEntries(assessment.families.map(({ family, points }) => [family, points])),
      }
    }),
  }))
}

/** Age groups that equal-treatment tests compare, by the years at which each begins. */
const AGE_GROUPS = [18, 30, 45, 60] as const

/** `18-29`, `30-44`, `45-59`, `60+`. */
export function ageGroup(age: number): string {
  const from = AGE_GROUPS.findLast((start) => age >= start) ?? AGE_GROUPS[0]
  const next = AGE_GROUPS[AGE_GROUPS.indexOf(from) + 1]
  return next === undefined ? `${from}+` : `${from}-${next - 1}`
}

/** One observation per counted probe, with the attributes of the persona who wrote it; gender and age group are always there. */
export function treatmentObservations(
  configuration: EditionConfiguration,
  results: readonly ProbeResult[],
): readonly TreatmentObservation[] {
  const personas = new Map(configuration.personas.map((persona) => [persona.id, persona]))
  const sectors = new Map(measuredBrands(configuration).map((brand) => [brand.id, brand.sector]))
  return results.filter(counts).flatMap((result) => {
    const persona = personas.get(result.persona)
    const sector = sectors.get(result.brand)
    if (!persona || sector === undefined) return []
    return [
      {
        brand: result.brand,
        sector,
        scenario: result.scenario,
        persona: result.persona,
        attributes: { gender: persona.gender, 'age-group': ageGroup(persona.age), ...persona.attributes },
        mark: result.assessment.mark,
        answered: result.repliedAt !== null,
        delayHours: delayHours(result),
      },
    ]
  })
}
