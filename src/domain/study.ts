/** Everything configured by one operator, validated. */
import type { Brand, Sector } from './brand.js'
import type { Edition } from './edition.js'
import type { Grid } from './grid.js'
import type { StudyLanguage } from './language.js'
import type { Persona } from './persona.js'
import type { Scenario } from './scenario.js'
import type { CalendarDay } from './time.js'

/** How to reach a server. Passwords come from the environment only. */
export interface ServerAddress {
  readonly host: string
  readonly port: number
  /** `implicit`: TLS from the first byte; `starttls`: upgraded, required; `none`: only for loopback and tests. */
  readonly tls: 'implicit' | 'starttls' | 'none'
  readonly user: string
  /** Name of the environment variable that holds the password. */
  readonly passwordVariable: string
}

/** A sending account with the mailbox its answers come to. */
export interface Account {
  readonly id: string
  /** Domain of the personas' addresses. */
  readonly domain: string
  /** `plus`: local+token@domain; `catch-all`: every address of the domain comes to the mailbox, and each probe has its own. */
  readonly addressing: 'plus' | 'catch-all'
  readonly smtp: ServerAddress
  readonly imap: ServerAddress
  /** Folders that are polled; `INBOX` and the junk folder by default. */
  readonly folders: readonly string[]
  /** Folder with copies of sent mail, evidence for uncertain probes; null where there is none. */
  readonly sentFolder: string | null
  /** Mails per hour at most. */
  readonly perHour: number
  /** DKIM key when the account signs itself; null where the relay does. */
  readonly dkim: { readonly domain: string; readonly selector: string; readonly keyFileVariable: string } | null
}

/** What the program never does more than. docs/methodology.en.md §1 and §8. */
export interface Limits {
  /** Days at least between two probes to one brand. */
  readonly minGapDays: number
  /** Probes at most to one brand in `perBrandPeriodDays`. */
  readonly perBrand: number
  readonly perBrandPeriodDays: number
  /** Probes at most to one recipient domain in an hour. */
  readonly perDomainPerHour: number
  /** Working hours of brands, local time, `HH:MM`. */
  readonly workingHours: { readonly from: string; readonly until: string }
  /** 1 = Monday … 7 = Sunday. */
  readonly workingDays: readonly number[]
  /** Extra days without sending, beside the public holidays of a brand's country. */
  readonly holidays: readonly CalendarDay[]
  /** Addresses, domains or brand ids that asked not to be tested. */
  readonly optOut: readonly string[]
}

/** Which proofreading engine reads which language. Never changed silently inside an edition. */
export interface ProofreadingSettings {
  /** `replymark` (own rules over Hunspell; with Harper for English), `hunspell`, `languagetool`, `grammalecte`. */
  readonly engine: Readonly<Record<StudyLanguage, string>>
  /** Base address of an engine server; null where none is used. */
  readonly server: string | null
  /** English trade words that French letters use (`newsletter`, `click and collect`). */
  readonly tradeWords: readonly string[]
}

/** How answers are proven and timed. */
export interface AnswerSettings {
  /** Names by which the operator's own mail servers sign Authentication-Results fields (RFC 8601 §2.5). */
  readonly authservIds: readonly string[]
  /** Seconds by which an answer may be dated before its question: whole seconds of IMAP, and clocks that differ. */
  readonly clockSkewSeconds: number
}

/** How often a person is asked what a message is. */
export interface ReviewSettings {
  /** Reviews of kinds that the study bears for 100 messages, 0–100; the doubt from which a person is asked follows from it. */
  readonly per100Messages: number
}

/** Reviews for 100 messages where a study says nothing. */
export const DEFAULT_REVIEWS_PER_100 = 12

/** A study, loaded and checked. */
export interface Study {
  /** Absolute path of the folder it was loaded from. */
  readonly folder: string
  readonly id: string
  readonly title: string
  /** Organisation that runs it, printed on reports. */
  readonly operator: string
  /** Languages of pages and reports; the first is the default. */
  readonly languages: readonly StudyLanguage[]
  /** Absolute path of the data folder (ledger, reports). */
  readonly dataFolder: string
  /** Sending needs this and `--live`. */
  readonly live: boolean
  readonly sectors: readonly Sector[]
  readonly brands: readonly Brand[]
  readonly personas: readonly Persona[]
  readonly scenarios: readonly Scenario[]
  readonly accounts: readonly Account[]
  readonly editions: readonly Edition[]
  readonly grids: readonly Grid[]
  readonly limits: Limits
  readonly proofreading: ProofreadingSettings
  /** Registrable domains of help desks through which brands answer (`zendesk.com`), beside the built-in list. */
  readonly helpDeskDomains: readonly string[]
  readonly answers: AnswerSettings
  readonly reviews: ReviewSettings
  /** Days after publication until evidence is purged; null: kept. */
  readonly retentionDays: number | null
}
