/** What people change of an edition under way. The plan and configuration that were fixed stay as they are; amendments are rows beside them. */
import type { Brand, BrandContact } from './brand.js'
import type { Limits } from './study.js'
import type { CalendarDay, Instant } from './time.js'

/** Hours and days on which brands are written to, and by which business hours are counted. */
export type SendingHours = Pick<Limits, 'workingHours' | 'workingDays' | 'holidays'>

/** Where a brand is written to, and from where it may answer. */
export interface BrandAddresses {
  readonly contacts: readonly BrandContact[]
  readonly domains: readonly string[]
}

/** A value as it was and as it is now. */
interface Changed<Value> {
  readonly before: Value
  readonly after: Value
}

/** One change of an edition under way, as it was decided. */
export type AmendmentChange =
  | { readonly kind: 'brand-added'; readonly brand: Brand }
  | { readonly kind: 'brand-withdrawn'; readonly brand: string }
  | ({ readonly kind: 'addresses-corrected'; readonly brand: string } & Changed<BrandAddresses>)
  | { readonly kind: 'persona-retired'; readonly persona: string }
  | ({ readonly kind: 'send-window-extended' } & Changed<CalendarDay>)
  /** Days after sending during which an answer counts. */
  | ({ readonly kind: 'answer-window-extended' } & Changed<number>)
  | ({ readonly kind: 'hours-changed' } & Changed<SendingHours>)
  | { readonly kind: 'probe-cancelled'; readonly probe: string }
  | { readonly kind: 'probe-voided'; readonly probe: string }
  /** A voided probe that counts again. */
  | { readonly kind: 'probe-restored'; readonly probe: string }
  | { readonly kind: 'probe-resent'; readonly probe: string }
  /** E-mails that were overdue, drawn anew within the send window. */
  | { readonly kind: 'redrawn' }

/** A change with what it did to the e-mails. */
export interface Amendment {
  readonly change: AmendmentChange
  /** Probe ids that were not in the plan and are now. */
  readonly added: readonly string[]
  /** Probe ids that were not sent yet and never will be. */
  readonly cancelled: readonly string[]
  /** Probe ids that count for nobody any more. */
  readonly voided: readonly string[]
  /** Probe ids that count again. */
  readonly restored: readonly string[]
  /** Probe ids that go at another time than planned. */
  readonly moved: readonly string[]
}

/** An amendment in the ledger. */
export interface StoredAmendment extends Amendment {
  /** Number in the ledger, ascending. */
  readonly number: number
  readonly edition: string
  readonly at: Instant
  /** Why, in the operator's words; printed on the methodology sheet. */
  readonly reason: string
}
