/** Assessments: findings and mark of each exchange, per edition and grid variant. */
import type { Assessment } from '../domain/assessment.js'
import type { Instant } from '../domain/time.js'
import type { OpenDatabase } from './database.js'
import { and, asc, eq, sql } from './drizzle.js'
import { assessments } from './schema/messages.js'

/** Name of the variant that is the edition's own. */
export const EDITION_VARIANT = 'edition'

/** Queries about assessments. */
export function createAssessmentQueries({ drizzle, transaction }: OpenDatabase) {
  const place = sql.placeholder
  const ofEdition = drizzle
    .select({ assessment: assessments.assessment })
    .from(assessments)
    .where(and(eq(assessments.edition, place('edition')), eq(assessments.variant, place('variant'))))
    .orderBy(asc(assessments.probe))
    .prepare()
  const ofProbe = drizzle
    .select({ assessment: assessments.assessment })
    .from(assessments)
    .where(and(eq(assessments.probe, place('probe')), eq(assessments.variant, place('variant'))))
    .prepare()
  const inputs = drizzle
    .select({ probe: assessments.probe, inputHash: assessments.inputHash })
    .from(assessments)
    .where(and(eq(assessments.edition, place('edition')), eq(assessments.variant, place('variant'))))
    .prepare()
  const variants = drizzle
    .selectDistinct({ variant: assessments.variant })
    .from(assessments)
    .where(eq(assessments.edition, place('edition')))
    .orderBy(asc(assessments.variant))
    .prepare()
  const put = drizzle
    .insert(assessments)
    .values({
      edition: place('edition'),
      variant: place('variant'),
      probe: place('probe'),
      gridHash: place('gridHash'),
      mark: place('mark'),
      assessment: place('assessment'),
      inputHash: place('inputHash'),
      computedAt: place('computedAt'),
    })
    .onConflictDoUpdate({
      target: [assessments.edition, assessments.variant, assessments.probe],
      set: {
        gridHash: sql`excluded.grid_hash`,
        mark: sql`excluded.mark`,
        assessment: sql`excluded.assessment`,
        inputHash: sql`excluded.input_hash`,
        computedAt: sql`excluded.computed_at`,
      },
    })
    .prepare()

  return {
    /** The assessment of a probe's exchange; null where there is none. */
    ofProbe(probe: string, variant: string = EDITION_VARIANT): Assessment | null {
      return ofProbe.get({ probe, variant })?.assessment ?? null
    },
    /** All assessments of an edition, by probe id. */
    ofEdition(edition: string, variant: string = EDITION_VARIANT): readonly Assessment[] {
      return ofEdition.all({ edition, variant }).map((row) => row.assessment)
    },
    /** Hash of what each stored assessment was computed from, by probe id. */
    inputHashes(edition: string, variant: string = EDITION_VARIANT): ReadonlyMap<string, string> {
      return new Map(inputs.all({ edition, variant }).map((row) => [row.probe, row.inputHash ?? '']))
    },
    /** Names of the variants an edition was assessed under. */
    variants(edition: string): readonly string[] {
      return variants.all({ edition }).map((row) => row.variant)
    },
    /**
     * Stores assessments in place of those of the same probes.
     * @param inputHashes hash of what each was computed from, by probe id
     * @throws ReplymarkError `conflict` when the edition is published and the variant is its own
     */
    store(
      edition: string,
      variant: string,
      computed: readonly Assessment[],
      at: Instant,
      inputHashes: ReadonlyMap<string, string> = new Map(),
    ): void {
      transaction(() => {
        for (const assessment of computed) {
          const { probe, gridHash, mark } = assessment
          const inputHash = inputHashes.get(probe) ?? null
          put.run({ edition, variant, probe, gridHash, mark, assessment, inputHash, computedAt: at })
        }
      })
    },
    /** Removes a probe's assessment, for one whose mail turned out not to count. */
    remove(edition: string, variant: string, probe: string): void {
      drizzle
        .delete(assessments)
        .where(and(eq(assessments.edition, edition), eq(assessments.variant, variant), eq(assessments.probe, probe)))
        .run()
    },
  }
}

/** Queries about assessments. */
export type AssessmentQueries = ReturnType<typeof createAssessmentQueries>
