/** Decides what a message is, from its headers and its words. */
import type { BounceReport, KindClue, MailAddress, MessageKind } from '../../domain/message.js'
import type { OpenedMail } from '../mime/open-mail.js'

/** What the kind rules look at. */
export interface KindEvidence {
  readonly mail: OpenedMail
  readonly subject: string
  readonly from: MailAddress | null
  /** Newly written text, quote and signature set apart. */
  readonly newText: string
  /** The whole body as text. */
  readonly bodyText: string
  /** Quoted earlier mail. */
  readonly quoted: string
}

/** What a message is, how surely, and why. */
export interface KindDecision {
  readonly kind: MessageKind
  /** 0–1. */
  readonly confidence: number
  readonly clue: KindClue
  readonly bounce: BounceReport | null
}

/** Decides the kind of a message. */
export function decideKind({ mail, from }: KindEvidence): KindDecision {
  if (mail.reports.some(({ type }) => type.endsWith('delivery-status'))) {
    const diagnostic = mail.reports[0]?.text.slice(0, 200) ?? ''
    return {
      kind: 'bounce',
      confidence: 0.9,
      clue: { rule: 'dsn-content-type', seen: mail.contentType },
      bounce: {
        status: null,
        hard: false,
        reason: 'undetermined',
        recipient: null,
        originalMessageId: null,
        replyCode: null,
        diagnostic,
      },
    }
  }
  const automatic = mail.headers.raw('auto-submitted')
  if (automatic !== '' && !/^no\b/i.test(automatic)) {
    const clue = { rule: 'auto-submitted-header', seen: `Auto-Submitted: ${automatic.slice(0, 60)}` }
    return { kind: 'acknowledgement', confidence: 0.6, clue, bounce: null }
  }
  return {
    kind: 'reply',
    confidence: 0.5,
    clue: { rule: 'nothing-automatic', seen: from?.address ?? '' },
    bounce: null,
  }
}
