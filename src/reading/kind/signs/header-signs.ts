/**
 * Signs in the headers: who marks mail as automatic, which program made it, whether it belongs to a thread, what sort of sender
 * writes. Facts about headers: RFC 3834 (Auto-Submitted, Precedence), RFC 2369 and 8058 (List-*), RFC 5322 (Message-ID, In-Reply-To),
 * and the names that products write.
 */
import type { FeatureBuilder } from '../../../learning/hashed-features.js'
import { fold } from '../acts/act.js'
import type { KindFeatures } from '../rule.js'

/** Headers whose presence alone says something. */
const TELLING = new Set([
  'in-reply-to',
  'references',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'list-id',
  'feedback-id',
  'thread-index',
  'thread-topic',
  'x-originating-ip',
  'user-agent',
  'accept-language',
  'x-ms-has-attach',
  'x-gm-message-state',
  'x-autoreply',
  'x-autorespond',
  'x-auto-response-suppress',
  'x-loop',
  'x-php-originating-script',
  'x-csa-complaints',
  'disposition-notification-to',
  'auto-submitted',
  'precedence',
  'sender',
  'reply-to',
])

/** Marks of companies that send for others, by header name. */
const MAILING_SERVICE =
  /^x-(mc-|mailchimp|campaign|mailin|sib|mj-|sfmc|kmail|msfbl|msys|sg-|ses-|mailgun|pm-|mandrill|mailer-recptid|emarsys|sarbacane|actito|splio|cm-|binding|report-abuse|entity)|^x-job$|^x-sendgrid/

const HUMAN_PROGRAM =
  /outlook|apple mail|iphone|ipad|thunderbird|roundcube|zimbra|open-xchange|notes|evolution|mailspring|emclient|k-9|samsung|protonmail|sogo|webmail|squirrelmail|claws|mutt/i

const SCRIPT_PROGRAM = /php|mailer|swift|nodemailer|javamail|cdo|sendmail|drupal|wordpress|mailkit/i

const SENDERS: readonly (readonly [string, RegExp])[] = [
  ['no-reply', /no[-_.]?reply|do[-_.]?not[-_.]?reply|ne[-_.]?pas[-_.]?repondre|nepasrepondre|noreponse|ne-repond/],
  ['notification', /notif|alert|auto|system|mailer|robot|bot@|ticket/],
  ['news', /news|lettre|offres|promo|marketing|club/],
  ['survey', /survey|feedback|enquete|avis|satisfaction|review|sondage|nps|opinion/],
  ['accounts', /factur|billing|invoice|order|commande|account|compte|paiement|payment|shipping|livraison/],
  [
    'service',
    /support|contact|service|client|customer|care|sav|help|info|relation|accueil|reservation|mairie|conseil|hello|bonjour/,
  ],
]

const SUBJECTS: readonly (readonly [string, RegExp])[] = [
  ['re', /^\s{0,3}(re|aw|sv|antw|rif|r|ref)\s{0,3}(\[\d{1,4}\])?\s{0,3}:/],
  ['forwarded', /^\s{0,3}(fw|fwd|tr|wg|i)\s{0,3}:/],
  ['bracketed', /^\s*\[[^\]]{1,40}\]/],
  ['re-inside', /\]\s*re\s*:/],
  ['ticket', /#\s?\d{3,}|\b[a-z]{2,6}-\d{3,}|\bn[°o]\s?\d{3,}|\b\d{5,}\b|ref[:.]/],
  ['automatic', /^\s*(auto\b|automatic|reponse auto|automatische|respuesta auto|risposta auto|abwesen|out of office)/],
  ['exclaims', /!/],
  ['asks', /\?/],
  ['percent', /\d ?%/],
  ['amount', /\d ?[€£$]|[€£$] ?\d/],
  ['empty', /^\s*$/],
]

function messageIdShape(id: string): string {
  if (id === '') return 'none'
  if (/prod\.outlook\.com/i.test(id)) return 'outlook'
  if (/mail\.gmail\.com/i.test(id)) return 'gmail'
  if (/javamail/i.test(id)) return 'java'
  if (/amazonses|sendgrid|mailgun|mailjet|mcsv|mandrill|sparkpost|postmark|sendinblue|brevo/i.test(id)) return 'service'
  if (/ticket|case|conversation|comment|issue/i.test(id)) return 'ticket'
  if (/^<[0-9a-f]{8}-[0-9a-f]{4}-/i.test(id)) return 'uuid'
  return 'other'
}

/** Adds the signs of the headers. */
export function addHeaderSigns(features: KindFeatures, signs: FeatureBuilder): void {
  const { headers, hasHeaders, from, subject, signals, ticketSystem, contentType } = features
  if (!hasHeaders) {
    signs.add('headers:none')
    return
  }
  let service = false
  for (const { name } of headers.fields) {
    if (MAILING_SERVICE.test(name)) service = true
  }
  for (const name of TELLING) if (headers.has(name)) signs.add(`header:${name}`)
  if (service) signs.add('header:mailing-service')
  for (const { rule } of signals) signs.add(`signal:${rule}`)
  const weight = signals.slice(0, 2).reduce((sum, signal) => sum + signal.weight, 0)
  signs.add('signals', Math.min(3, weight) / 3)
  if (weight >= 1.2) signs.add('signals:marked')
  if (/^\s*no\b/i.test(headers.raw('auto-submitted'))) signs.add('auto-submitted:no')
  if (ticketSystem !== null) signs.add('ticket-system')
  const program = `${headers.raw('x-mailer')} ${headers.raw('user-agent')}`
  if (HUMAN_PROGRAM.test(program) || headers.has('x-gm-message-state')) signs.add('program:human')
  else if (SCRIPT_PROGRAM.test(program)) signs.add('program:script')
  const threaded = headers.has('in-reply-to') || headers.has('references')
  if (!threaded) signs.add('thread:none')
  signs.add(`message-id:${messageIdShape(headers.raw('message-id'))}`)
  signs.add(`content:${contentType.split(';')[0]}`)

  const address = fold(from?.address ?? '')
  const local = address.split('@')[0] ?? ''
  const sort = SENDERS.find(([, pattern]) => pattern.test(local))?.[0]
  signs.add(`sender:${sort ?? (/^[a-z]{2,}[._-][a-z]{2,}$/.test(local) ? 'person' : 'other')}`)
  const name = from?.name ?? ''
  if (name === '') signs.add('sender-name:none')
  else if (/\b(service|support|team|[ée]quipe|client|customer|care|no.?reply|info|contact|mairie)\b/i.test(name))
    signs.add('sender-name:house')
  else if (/^\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+$/u.test(name)) signs.add('sender-name:two-words')

  const folded = fold(subject)
  for (const [sign, pattern] of SUBJECTS) if (pattern.test(folded)) signs.add(`subject:${sign}`)
}
