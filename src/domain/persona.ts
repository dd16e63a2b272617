/** The invented shopper who writes. */
import type { StudyLanguage } from './language.js'

/** Grammatical gender in which a persona writes of themself. */
export type Gender = 'female' | 'male'

/** One invented adult of `personas.yaml`. */
export interface Persona {
  readonly id: string
  readonly firstName: string
  readonly lastName: string
  readonly gender: Gender
  /** Languages the persona writes in. */
  readonly languages: readonly StudyLanguage[]
  /** Years; always 18 or more. */
  readonly age: number
  readonly city: string
  /** Sending account (key of `study.yaml` accounts) from which this persona writes. */
  readonly account: string
  /** Local part of the persona's address on the account's domain. */
  readonly localPart: string
  /** What equal-treatment tests compare: attribute name → value (`origin: maghreb`, `tone: terse`). Gender and age group are always there. */
  readonly attributes: Readonly<Record<string, string>>
}
