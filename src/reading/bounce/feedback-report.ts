/** Feedback-loop reports: a provider tells that its customer took a mail for spam or opted out (RFC 5965, RFC 6650). */
import type { OpenedMail } from '../mime/open-mail.js'

/** Why a mail was taken for a feedback report. */
export interface FeedbackRecognition {
  readonly confidence: number
  readonly rule: string
  readonly seen: string
}

/** Subjects and texts of providers that send complaints outside RFC 5965. */
const COMPLAINT_SUBJECT =
  /^(complaint about message from|abuse report|spam report|fw?d?: ?spam complaint|\[?feedback ?loop)/i

/** Recognises a feedback report; null where the message is none. */
export function recogniseFeedback(mail: OpenedMail, subject: string, bodyText: string): FeedbackRecognition | null {
  const report = mail.reports.find(({ type }) => type === 'message/feedback-report')
  if (report || mail.reportType === 'feedback-report') {
    const type = /^feedback-type\s{0,3}:\s{0,5}(\S{1,40})/im.exec(report?.text ?? '')?.[1]
    return { confidence: 0.99, rule: 'feedback-report', seen: `Feedback-Type: ${type ?? 'not given'}` }
  }
  if (mail.headers.has('x-hmxmroriginalrecipient') || (COMPLAINT_SUBJECT.test(subject) && mail.embedded.length > 0)) {
    return { confidence: 0.95, rule: 'complaint-subject', seen: subject.slice(0, 100) }
  }
  // Apple Mail unsubscribes by mail (RFC 2369 List-Unsubscribe) and says so in a fixed sentence.
  if (/^unsubscribe$/i.test(subject.trim()) && /sent this e?-?mail to unsubscribe/i.test(bodyText.slice(0, 500))) {
    return { confidence: 0.95, rule: 'unsubscribe-request', seen: bodyText.trim().slice(0, 100) }
  }
  if (
    /^feedback-type\s{0,3}:/im.test(bodyText.slice(0, 5_000)) &&
    /^(user-agent|version)\s{0,3}:/im.test(bodyText.slice(0, 5_000))
  ) {
    return { confidence: 0.9, rule: 'feedback-fields-in-text', seen: 'Feedback-Type in the text' }
  }
  return null
}
