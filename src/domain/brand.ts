/** Who is measured. */
import type { LanguageCode, StudyLanguage } from './language.js'

/** One brand of an edition, a row of `brands.csv`. */
export interface Brand {
  /** Stable identifier over editions: kebab-case, from `brands.csv`. */
  readonly id: string
  /** Name as printed. */
  readonly name: string
  /** Other names under which it was published or writes (former names, company name). */
  readonly aliases: readonly string[]
  /** Sector identifier, kebab-case. */
  readonly sector: string
  /** Addresses our probes are sent to; the first is the default. Only these ever receive mail. */
  readonly contacts: readonly BrandContact[]
  /** Domains from which the brand may answer, registrable or below, lower case (`maison-lune.example`). */
  readonly domains: readonly string[]
  /** ISO 3166-1 alpha-2 country, whose holidays apply. */
  readonly country: string
  /** IANA time zone of its customer service (`Europe/Paris`). */
  readonly timeZone: string
  /** Languages in which it can be asked. */
  readonly languages: readonly StudyLanguage[]
  /** Product names and trade words that are never spelling mistakes. */
  readonly glossary: readonly string[]
}

/** One address of a brand, with the department behind it. */
export interface BrandContact {
  readonly address: string
  /** `customer-service`, `shop`, … ; used by follow-up scenarios that write to another department. */
  readonly department: string
}

/** A sector as printed. */
export interface Sector {
  readonly id: string
  readonly title: Readonly<Record<LanguageCode, string>>
}
