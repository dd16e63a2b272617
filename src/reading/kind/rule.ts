/** The contract of a kind rule: what it looks at, what it says, and examples that are tested. */
import type { MailAddress, MessageKind } from '../../domain/message.js'
import type { HeaderFields } from '../mime/headers.js'
import type { LetterActs } from './acts/recognise-acts.js'
import type { HeaderSignal } from './automatic-headers.js'

/** Everything the kind rules look at, gathered once. */
export interface KindFeatures {
  readonly headers: HeaderFields
  readonly hasHeaders: boolean
  readonly contentType: string
  readonly reportType: string
  readonly from: MailAddress | null
  readonly subject: string
  /** Newly written text; the whole body where nothing was left of it. */
  readonly letter: string
  /** Whole body as text. */
  readonly bodyText: string
  readonly acts: LetterActs
  /** What the notices set apart from the letter do (surveys below an answer, "do not reply"). */
  readonly noticeActs: LetterActs
  /** Telling headers, strongest first. */
  readonly signals: readonly HeaderSignal[]
  /** Help desk it passed through; null where none is recognised. */
  readonly ticketSystem: string | null
  /** True where it refers to an earlier mail: In-Reply-To, References, a reply prefix in the subject, or quoted text. */
  readonly refersBack: boolean
}

/** What a rule found. */
export interface KindFinding {
  /** 0–1. */
  readonly confidence: number
  /** What was seen, for people. */
  readonly seen: string
}

/** A message as an example: only what matters to the rule. */
export interface KindExample {
  readonly headers?: Readonly<Record<string, string>>
  readonly subject?: string
  readonly body: string
  /** Whether the rule must find it. */
  readonly found: boolean
}

/** One rule of one kind. */
export interface KindRule {
  /** Kebab-case, unique over all kinds. */
  readonly id: string
  readonly kind: MessageKind
  /** One sentence for people. */
  readonly doc: string
  /** RFC section, product or usage it rests on. */
  readonly source: string
  readonly examples: readonly KindExample[]
  /** Pure; null where the rule says nothing. */
  readonly find: (features: KindFeatures) => KindFinding | null
}

/** Shortens what was seen. */
export function shown(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 120)
}
