/** What matching needs to know of a probe that may still be answered, and how it is taken from a probe and its brand. */
import type { Brand } from '../domain/brand.js'
import type { Probe } from '../domain/probe.js'
import type { Instant } from '../domain/time.js'

/** A probe to which messages are matched. */
export interface OpenProbe {
  readonly id: string
  readonly brand: {
    readonly id: string
    /** Name and aliases under which it writes. */
    readonly names: readonly string[]
    /** Domains from which it may answer, lower case. */
    readonly domains: readonly string[]
    /** Its own addresses, lower case; their domains count as the brand's unless they belong to a free mail provider. */
    readonly addresses: readonly string[]
  }
  readonly personaName: string
  /** Address in From, without token. */
  readonly personaAddress: string
  readonly token: string
  readonly replyAddress: string
  /** With angle brackets; null where it was never given out. */
  readonly messageId: string | null
  readonly subject: string
  readonly text: string
  /** SMTP acceptance; null where it is unknown (`uncertain`). */
  readonly sentAt: Instant | null
  /** End of the answer window; null where it is unknown. Later answers still match by sure clues. */
  readonly windowEnd: Instant | null
  /** Probe id of the earlier exchange in the same thread; null where there is none. */
  readonly followsProbe: string | null
}

/** The matching view of a probe. `answerWindowDays` is the edition's. */
export function openProbeOf(probe: Probe, brand: Brand, answerWindowDays: number): OpenProbe {
  return {
    id: probe.id,
    brand: {
      id: brand.id,
      names: [brand.name, ...brand.aliases],
      domains: brand.domains,
      addresses: [...brand.contacts.map(({ address }) => address.toLowerCase()), probe.recipient.toLowerCase()],
    },
    personaName: probe.fromName,
    personaAddress: probe.fromAddress,
    token: probe.token,
    replyAddress: probe.replyAddress,
    messageId: probe.messageId,
    subject: probe.mail.subject,
    text: probe.mail.text,
    sentAt: probe.sentAt,
    windowEnd: probe.sentAt === null ? null : probe.sentAt + answerWindowDays * 86_400_000,
    followsProbe: probe.followsProbe,
  }
}
