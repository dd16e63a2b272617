/** What an edition is measured by: everything of the study that decides its figures, frozen in the ledger when it is planned. */
import type { Brand, Sector } from './brand.js'
import type { Edition } from './edition.js'
import type { Grid } from './grid.js'
import type { StudyLanguage } from './language.js'
import type { Persona } from './persona.js'
import type { Scenario } from './scenario.js'
import type { AnswerSettings, Limits, ProofreadingSettings, ReviewSettings } from './study.js'

/** The resolved configuration of one edition. No account, address or password of ours is in it. */
export interface EditionConfiguration {
  readonly study: {
    readonly id: string
    readonly title: string
    readonly operator: string
    readonly languages: readonly StudyLanguage[]
  }
  readonly edition: Edition
  readonly sectors: readonly Sector[]
  /** Brands of this edition only. */
  readonly brands: readonly Brand[]
  /** Personas of this edition only. */
  readonly personas: readonly Persona[]
  /** Scenarios of this edition only. */
  readonly scenarios: readonly Scenario[]
  /** The grid that marks it. */
  readonly grid: Grid
  readonly limits: Limits
  readonly proofreading: ProofreadingSettings
  readonly helpDeskDomains: readonly string[]
  /** How answers are proven and timed; absent in editions planned before it was asked: no server is believed, 120 s. */
  readonly answers?: AnswerSettings
  /** Absent in editions planned before a study could say it. */
  readonly reviews?: ReviewSettings
  /** Brands that were taken out while it ran: they stand in `brands` and count nowhere. Absent where none was. */
  readonly withdrawn?: readonly string[]
  /** Days after publication until evidence is purged; null: kept. */
  readonly retentionDays: number | null
  /**
   * SHA-256 of the secret from which the plan derives, in hex: sealed before the first mail; the secret is revealed after
   * publication. Absent in editions planned before plans had a secret.
   */
  readonly planCommitment?: string
}
