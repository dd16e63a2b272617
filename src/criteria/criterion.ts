/** The contract of a criterion: meta, defaults and a pure function over declared evidence. */
import type { Evidence } from '../domain/exchange.js'
import type { CriterionFamily, EvidenceSpan } from '../domain/finding.js'
import type { Texts } from '../domain/language.js'
import type { Capability } from '../languages/language-pack.js'

/** What a criterion is, for grids, pages and the generated methodology. */
export interface CriterionMeta<Need extends keyof Evidence = keyof Evidence> {
  /** Noun, kebab-case, equal to the file name. */
  readonly id: string
  /** Raised when the same evidence may score differently. */
  readonly version: number
  readonly family: CriterionFamily
  readonly title: Texts
  readonly description: Texts
  /** Why it matters to a customer, with a source where there is one. */
  readonly why: Texts
  /** How it is measured, with source. */
  readonly method: Texts
  /** Evidence keys it reads; the runner passes these only. */
  readonly needs: readonly Need[]
  /** What the language of the question must have for it to judge; where it lacks one, the finding says so. */
  readonly speaks: readonly Capability[]
  readonly lifecycle: 'experimental' | 'stable' | 'deprecated'
}

/** What `evaluate` says: a finding without what the runner adds (criterion, version, family). */
export type Verdict =
  | {
      readonly outcome: 'scored'
      readonly score: number
      readonly value?: number
      readonly unit?: string
      readonly message: Texts
      readonly evidence?: readonly EvidenceSpan[]
      readonly doubtful?: boolean
    }
  | {
      readonly outcome: 'not-applicable' | 'not-available'
      readonly message: Texts
      readonly evidence?: readonly EvidenceSpan[]
    }

/** A criterion: a plain object. */
export interface Criterion<Need extends keyof Evidence = keyof Evidence, Options = Record<string, unknown>> {
  readonly meta: CriterionMeta<Need>
  /** Options with their default values; a grid may override them. */
  readonly defaults: Options
  /** Returns what is wrong with resolved options, in a sentence; null where nothing is. */
  readonly checkOptions?: (options: Options) => string | null
  readonly evaluate: (evidence: Pick<Evidence, Need>, options: Options) => Verdict
}

/** Any criterion, whatever it needs: what the registry holds and the runner calls with the declared evidence. */
export interface AnyCriterion {
  readonly meta: CriterionMeta
  readonly defaults: object
  readonly checkOptions?: (options: never) => string | null
  readonly evaluate: (evidence: never, options: never) => Verdict
}

/** Criteria by id. */
export type CriterionRegistry = ReadonlyMap<string, AnyCriterion>

/** Gives a criterion its types: `evaluate` sees only the evidence keys that `meta.needs` names. */
export function defineCriterion<const Need extends keyof Evidence, Options>(
  criterion: Criterion<Need, Options>,
): Criterion<Need, Options> {
  return criterion
}
