/**
 * Leaks and solicitations: what else came to a probe's own address (docs/methodology.en.md §7). Every address is given to one brand
 * only, so a stranger who writes to it got it from that brand: a leak. Advertising and surveys by the brand itself that nobody
 * asked for are solicitations. Only sender domains are kept, never addresses.
 */
import type { MessageKind } from '../domain/message.js'
import { HOUR_MS, type Instant } from '../domain/time.js'

/** One message that came to a probe's address. */
export interface AddressUse {
  readonly probe: string
  readonly brand: string
  readonly sector: string
  /** SMTP acceptance of the probe. */
  readonly sentAt: Instant
  readonly receivedAt: Instant
  /** Domain of the sender, lower case; empty where it cannot be read. */
  readonly senderDomain: string
  readonly kind: MessageKind
  /** True where matching says the sender is none of the brand's domains. */
  readonly stranger: boolean
}

/** Who wrote, how often. */
export interface SenderCount {
  readonly domain: string
  readonly messages: number
}

/** How an address was used. */
export interface UseCount {
  readonly messages: number
  /** Addresses (probes) concerned. */
  readonly addresses: number
  /** Hours from our e-mail to the first one; null where there was none. */
  readonly firstAfterHours: number | null
  /** Most messages first, then by name. */
  readonly senders: readonly SenderCount[]
}

/** Leaks and solicitations of one brand. */
export interface BrandLeaks {
  readonly brand: string
  readonly sector: string
  readonly leaks: UseCount
  readonly solicitations: UseCount
}

/** Kinds that nobody asked for when the brand itself sends them. */
const SOLICITATIONS: readonly MessageKind[] = ['marketing', 'survey']

/** Kinds that machines send about mail; from a stranger's domain they are no sign that an address was passed on. */
const MACHINERY: readonly MessageKind[] = ['bounce', 'delay-notice', 'challenge', 'feedback-loop', 'out-of-office']

function count(uses: readonly AddressUse[]): UseCount {
  const bySender = Map.groupBy(uses, (use) => use.senderDomain)
  return {
    messages: uses.length,
    addresses: new Set(uses.map((use) => use.probe)).size,
    firstAfterHours: uses.length === 0 ? null : Math.min(...uses.map((use) => (use.receivedAt - use.sentAt) / HOUR_MS)),
    senders: [...bySender]
      .map(([domain, list]) => ({ domain, messages: list.length }))
      .sort((a, b) => b.messages - a.messages || (a.domain < b.domain ? -1 : 1)),
  }
}

/** Whether a message is a sign that the brand passed the address on. */
export function isLeak(use: AddressUse): boolean {
  return use.stranger && !MACHINERY.includes(use.kind)
}

/** Whether a message is advertising or a survey by the brand itself. */
export function isSolicitation(use: AddressUse): boolean {
  return !use.stranger && SOLICITATIONS.includes(use.kind)
}

/** Leaks and solicitations per brand that has any, by brand id. */
export function measureLeaks(uses: readonly AddressUse[]): readonly BrandLeaks[] {
  return [...Map.groupBy(uses, (use) => use.brand)]
    .map(([brand, own]) => ({
      brand,
      sector: own[0]!.sector,
      leaks: count(own.filter(isLeak)),
      solicitations: count(own.filter(isSolicitation)),
    }))
    .filter(({ leaks, solicitations }) => leaks.messages + solicitations.messages > 0)
    .sort((a, b) => (a.brand < b.brand ? -1 : 1))
}
