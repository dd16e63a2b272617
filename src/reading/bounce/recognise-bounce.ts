/**
 * Tells bounces, delay notices and delivery receipts from other mail. Machine-readable reports come first; otherwise the
 * sender (a mail system, or the null return path) and the words of the notice must both speak for it.
 */
import type { OpenedMail } from '../mime/open-mail.js'
import type { BounceReading } from './read-bounce.js'
import { parseSesNotification } from './ses-notification.js'

/** What a report of a mail system is. */
export interface ReportRecognition {
  readonly kind: 'bounce' | 'delay-notice' | 'delivery-receipt' | 'complaint'
  readonly confidence: number
  readonly rule: string
  readonly seen: string
}

/** Names and local parts under which mail systems write (RFC 5321 §6.1, RFC 2142, and usage). */
const MAIL_SYSTEM =
  /mailer[-_ ]?daemon|post[-_]?master|mail delivery (sub)?system|mail deliver(y|er)|mail system|system administrator|internet mail delivery|microsoft outlook|content[- ]filter|email delivery|\bmta\b|mdaemon/i

/** Subjects of failure notices of the well-known mail systems, French and English first. */
const FAILURE_SUBJECT =
  /undeliver(ed|able)|failure notice|delivery (status|failure|failed|has failed|notification|error)|returned mail|mail (delivery|system) (failed|failure|error)|mail (failed|error|status)|returning (to|message)|non[- ]remis|non[- ]distribu(é|able)?|échec (de la )?(remise|distribution|livraison)|message non (délivré|distribué|remis)|avis de non-remise|unzustellbar|nicht zugestellt|nicht zustellbar|mail non (consegnat|recapitat)|no se pudo entregar|no entregado|onbestelbaar|não (foi )?entregue|could not be delivered|couldn'?t be delivered|error sending your mail|permanent(e)? (delivery )?failure|rejected( mail|:)|delivery report|message status|your message to.{0,80}(rejected|blocked)|postmaster notify|message you sent blocked|mta-blocked|loop alert|are not member|not member article|recapito non riuscito|non recapitabile|mensaje no entregado|não entregue/i

/** Words of notices that no letter of a person begins with. */
const FAILURE_WORDS =
  /(could|can|was|were|did) ?(not|n't|n’t) (be )?(delivered|reach|sent|deliver|received?)\b|(unable|failed|not able|error occurred while trying|unsuccessful) (to|in) deliver|error delivering|wasn'?t delivered|permanent (fatal )?(error|failure)|fatal errors|delivery (to|of|has|attempt|failed|failure)\b.{0,120}(fail|reject|delay|undeliver)|(following|this) (recipient|address|message|e-?mail)\S{0,6}.{0,60}(fail|undeliver|reject|not delivered|did not)|did not receive this message|undeliverable|returned (to sender|for the following)|user unknown|unknown user|no such (user|address|recipient)|mailbox (is )?full|mailbox exceeds|invalid (final delivery|recipient|address)|recipient.{0,40}(reject|unknown|not (found|exist))|n'a (pas (encore )?)?pu être (remis|délivré|distribué|livré|acheminé)|n’a pas pu être|échec de la remise|impossible de (remettre|distribuer)|konnte nicht zugestellt|nicht zugestellt werden|no se ha podido entregar|no pudo ser entregado|non è stato possibile recapitare|kon niet worden (bezorgd|afgeleverd)|não pôde ser entregue|created automatically by mail delivery software|this is the (mail system|qmail-send|dragonfly)|message that you sent|returned mail|duplicated message-id|not a member of this (mailing list|ml)|cannot accept your mail|recapito non riuscito|we have a problem delivering|problem(s)? (delivering|with the delivery)|transcript of session|smtp error|remote host said|no valid recipients|unable to (deliver|relay|send)|delivery status notification|couldn'?t be delivered|was (rejected|blocked|refused|not delivered)|rejected by|refused by|not reach the following|message log follows|quota exceeded/i

/** Words that make a notice one of delay (RFC 3464 action `delayed`). */
const DELAY_WORDS =
  /warning message only|has (not yet|been) delayed|delivery incomplete|not been delivered yet|will go on trying|n'a pas encore (pu être|été) (remis|délivré|distribué|acheminé)|poursuit ses tentatives|en attente de (remise|distribution)|temporary problem (delivering|with)|will (retry|keep retrying) for|fera de nouvelles tentatives|(nouvelles tentatives|continuer (d'|à )essayer)[^\n]{0,30}remettre|delivery (has been |is )?delayed|not yet been delivered|will (be retried|continue|keep trying)|still (being )?(trying|attempt)|delayed mail|(warning|avertissement)[^\n]{0,60}(delay|not yet|could not be delivered (for|yet))|you do not need to resend|temporary failure[^\n]{0,80}retr|est retardée?|a été retardée?|verzögert|se ha retrasado|wird weiter versucht|delivery status notification \(delay\)/i

/** Parcels fail to be delivered too: without a mail server's code such words are about goods. */
const ABOUT_GOODS =
  /\b(colis|parcels?|packages?|commandes?|orders?|paquet|shipments?|livreurs?|couriers?|transporteur|paket|pacco|paquete|pakket)\b/i

/** A notice that names the failed address in its first words. */
const NAMES_ADDRESS =
  /(could not be delivered to|undeliverable to|failed (for|to)|invalid (user )?address|rejected)[^\n]{0,40}(<?[\w.+-]{1,64}@|\n)/i

const MACHINE_SENDER =
  /no[-_.]?reply|do[-_.]?not[-_.]?reply|ne[-_.]?pas[-_.]?repondre|-admin@|majordomo|listserv|owner-/i

const GAVE_UP =
  /permanent(?!ly)|permanently (failed|rejected|refused|undeliverable)|giving up|gave up|no further attempts|will not be retried|returned to sender|has failed|failed permanently/i

function fromMailSystem(mail: OpenedMail): boolean {
  const from = mail.headers.text('from')
  return (
    MAIL_SYSTEM.test(from) ||
    MAIL_SYSTEM.test(mail.headers.text('sender')) ||
    MAIL_SYSTEM.test(mail.headers.raw('return-path'))
  )
}

function nullSender(mail: OpenedMail): boolean {
  const path = mail.headers.raw('return-path').trim()
  return path === '<>' || /^<?mailer-daemon>?$/i.test(path) || mail.headers.raw('from').trim() === '<>'
}

/**
 * A letter about goods that did not arrive: no mail system's marks, no failed address, and a code in it is of somebody's
 * logistics. Brands send such letters from addresses of mail systems as well.
 */
function isLetterAboutGoods(mail: OpenedMail, subject: string, reading: BounceReading): boolean {
  const automatic = /^\s*auto-/i.test(mail.headers.raw('auto-submitted'))
  if (automatic || nullSender(mail) || reading.report().recipient !== null) return false
  return ABOUT_GOODS.test(`${subject}\n${reading.notice.slice(0, 3_000)}`)
}

function delayed(subject: string, { actions, notice }: BounceReading): boolean {
  if (actions.length > 0) return actions.every((action) => action === 'delayed')
  const words = `${subject}\n${notice.slice(0, 4_000)}`
  return DELAY_WORDS.test(words) && !GAVE_UP.test(notice.slice(0, 4_000))
}

/** Recognises a report of a mail system; null where the message is none. */
export function recogniseReport(mail: OpenedMail, subject: string, reading: BounceReading): ReportRecognition | null {
  const { actions, notice } = reading
  const shown = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 120)
  const ses = parseSesNotification(notice)
  if (ses) {
    const kind = ses.type === 'bounce' ? 'bounce' : ses.type === 'delivery' ? 'delivery-receipt' : 'complaint'
    return { kind, confidence: 0.99, rule: 'ses-notification', seen: `notificationType: ${ses.type}` }
  }
  const kindOf = () => (delayed(subject, reading) ? 'delay-notice' : 'bounce')
  if (actions.length > 0 && actions.every((action) => /^(delivered|relayed|expanded)$/.test(action))) {
    return { kind: 'delivery-receipt', confidence: 0.97, rule: 'dsn-success', seen: `Action: ${actions[0]}` }
  }
  const isReport = mail.reports.some(({ type }) => type.endsWith('delivery-status'))
  if (isReport || mail.reportType === 'delivery-status') {
    const seen = shown(mail.reports[0]?.text ?? mail.contentType)
    return { kind: kindOf(), confidence: 0.99, rule: 'dsn-content-type', seen }
  }
  if (mail.headers.has('x-failed-recipients')) {
    const seen = `X-Failed-Recipients: ${shown(mail.headers.raw('x-failed-recipients'))}`
    return { kind: kindOf(), confidence: 0.98, rule: 'failed-recipients-header', seen }
  }
  if (actions.length > 0)
    return { kind: kindOf(), confidence: 0.95, rule: 'dsn-fields-in-text', seen: `Action: ${actions[0]}` }
  const failure = FAILURE_WORDS.exec(notice.slice(0, 6_000))
  const failureSubject = FAILURE_SUBJECT.exec(subject)
  const system = fromMailSystem(mail)
  if (!failure && !system) return null
  if (isLetterAboutGoods(mail, subject, reading)) return null
  const kind = kindOf()
  const delay = DELAY_WORDS.exec(notice.slice(0, 4_000))
  const code = reading.answer().status !== null || reading.answer().replyCode !== null
  if (system && (failure || failureSubject || delay || code)) {
    return {
      kind,
      confidence: 0.96,
      rule: 'mail-system-notice',
      seen: shown((failure ?? failureSubject ?? delay)?.[0] ?? reading.answer().diagnostic),
    }
  }
  if (!failure || (!code && ABOUT_GOODS.test(`${subject}\n${notice.slice(0, 3_000)}`))) return null
  if (nullSender(mail) && (failureSubject || code)) {
    return { kind, confidence: 0.92, rule: 'null-sender-notice', seen: shown(failure[0]) }
  }
  if (/^\s*(re|fwd?|tr|aw|wg)\s*:/i.test(subject)) return null
  if (failureSubject)
    return { kind, confidence: 0.9, rule: 'failure-subject-and-words', seen: shown(failureSubject[0]) }
  if (MACHINE_SENDER.test(mail.headers.raw('from')) && NAMES_ADDRESS.test(notice.slice(0, 400))) {
    return { kind, confidence: 0.85, rule: 'machine-notice', seen: shown(failure[0]) }
  }
  return null
}
