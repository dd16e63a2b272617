/** Gathers what the kind rules look at, once a message. */
import type { MailAddress } from '../../domain/message.js'
import type { OpenedMail } from '../mime/open-mail.js'
import { type LetterActs, recogniseActs } from './acts/recognise-acts.js'
import { headerSignals } from './automatic-headers.js'
import type { KindFeatures } from './rule.js'
import { ticketSystemOf } from './ticket-systems.js'

/** What is known of a message before its kind. */
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
  /** Notices and wrappers set apart. */
  readonly boilerplate: string
}

/** True where the new text says anything beyond greeting, closing and names; else what was set apart may be the message itself. */
function saysSomething(acts: LetterActs): boolean {
  return acts.sentences.some(
    ({ act, sentence }) =>
      act !== 'greeting' && act !== 'closing' && (act !== null || sentence.split(/\s+/).length >= 4),
  )
}

const REPLY_PREFIX = /(^|\]\s{0,3})(re|aw|sv|antw|rif|r|ref)\s{0,2}(\[\d+\])?\s{0,2}:/i

/** Gathers the features. */
export function gatherFeatures(evidence: KindEvidence): KindFeatures {
  const { mail, subject, from, newText, bodyText, quoted, boilerplate } = evidence
  const { headers } = mail
  const fresh = recogniseActs(newText)
  const alone = saysSomething(fresh)
  const letter = alone ? newText : [newText, boilerplate].join('\n\n').trim() || bodyText
  return {
    headers,
    hasHeaders: headers.fields.length > 0,
    contentType: mail.contentType,
    reportType: mail.reportType,
    from,
    subject,
    letter,
    bodyText,
    acts: alone ? fresh : recogniseActs(letter),
    noticeActs: recogniseActs(alone ? boilerplate : ''),
    signals: headerSignals(headers),
    ticketSystem: ticketSystemOf(headers),
    refersBack:
      headers.has('in-reply-to') || headers.has('references') || REPLY_PREFIX.test(subject) || quoted.trim() !== '',
  }
}
