/** A mail that is no more than headers and a body: a saved letter, a mail out of another format. */
import type { HeaderFields } from './headers.js'
import type { OpenedMail } from './open-mail.js'

/** A mail of headers and a body alone. */
export function bareMail(headers: HeaderFields, body: OpenedMail['body']): OpenedMail {
  return {
    headers,
    contentType: body.html === null ? 'text/plain' : 'text/html',
    reportType: '',
    body,
    reports: [],
    embedded: [],
    embeddedText: '',
    attachments: [],
    files: [],
    attachedMails: [],
    locked: null,
    problems: [],
  }
}
