/**
 * Elements by which mail programs and help desks mark quotes, signatures and hidden text: class and id names as they write
 * them, also behind the prefixes that web mails put before foreign names (`x_`, `ecx`, `ydp…`, `m_…`).
 */

/** What an element says of the lines inside it. */
export type ContainerRole =
  /** Quoted mail. */
  | 'quote'
  /** Holds attribution and quote, but answers may stand between its block quotes (Gmail). */
  | 'quote-frame'
  /** Header line of a quote. */
  | 'quote-header'
  /** From here on everything is quoted (Outlook writes an empty element before the header block). */
  | 'quote-from-here'
  | 'signature'
  | 'hidden'

/** What is looked at of an element. */
export interface ElementFacts {
  readonly name: string
  /** Class and id names, lower case, blank-separated. */
  readonly names: string
  /** Inline style, lower case, without white space. */
  readonly style: string
  readonly attributes: Readonly<Record<string, string>>
}

const PREFIX = String.raw`(?:^|\s)(?:x_|ecx|ydp[\da-z]{4,12}|yiv\d{4,12}|m_-?\d{4,25}|[a-z]{1,3}-\d{1,6}-)?`
const named = (names: string) => new RegExp(`${PREFIX}(?:${names})(?=$|\\s)`)

const QUOTE = named(
  [
    'yahoo_quoted|yahoo-quoted-begin|protonmail_quote|tutanota_quote|zmail_extra|freshdesk_quote|front-blockquote|frontapp_quote',
    'front_quote|missive_quote|sh-quoted-content|hs_reply_quote|hs-quote|intercom-quote|crisp-quote|gorgias-quote|kustomer-quote',
    'ntes-mailmaster-quote|mailmaster-quote|mail-quote|mail_quote|email-quote|email_quote|quoted-text|quoted_text|quotedtext|quote-text',
    'mailplugin-quote|ms-outlook-mobile-reference-message|mail-editor-reference-message-container|olk_src_body_section|bodyremark',
    'zendesk_quote|zd_quote|zd-quote|helpscout-quote|spark_quote|airmail_quote|bloop_markup_quote|mb_quote|history_container',
    'ticket-history|previous-messages|conversation-history|email-history|case-history|thread-history|previous_comments|reply-history',
  ].join('|'),
)
const QUOTE_FRAME = named('gmail_quote|gmail_quote_container|ha-quote|wm-quote')
const QUOTE_HEADER = named(
  'moz-cite-prefix|gmail_attr|outlookmessageheader|moz-email-headers-table|moz-forward-container|yahoo-quoted-header|zmail_extra_hr|protonmail_quote_header',
)
const QUOTE_FROM_HERE = named(
  'divrplyfwdmsg|appendonsend|stopspelling|zwchr|ms-outlook-mobile-body-separator-line|replysplit|originalmessage|_msoriginalmessage|reply-separator|mimecastreply',
)
const SIGNATURE = named(
  [
    'gmail_signature|gmail_signature_prefix|moz-signature|protonmail_signature_block|protonmail_signature_block-user|applemailsignature',
    'apple-mail-signature|signature|ms-outlook-mobile-signature|ms-outlook-signature|yahoo-signature|front-signature|frontapp-signature',
    'front_signature|mobilesignature|lineBreakAtBeginningOfSignature|sh-signature|email-signature|email_signature|emailsignature',
    'freshdesk_signature|agent-signature|agent_signature|zd-signature|helpscout-signature|hs-signature|hs_signature|gorgias-signature',
    'tutanota_signature|mail_signature|spark_signature|bloop_sign|zmail_signature|zmail_signature_below|crisp-signature|user-signature',
  ]
    .join('|')
    .toLowerCase(),
)
const PREHEADER = named(
  'preheader|preview-text|previewtext|preview_text|hidden-preheader|mcnpreviewtext|email-preheader',
)

const HIDDEN = /display:none|visibility:hidden|mso-hide:all|(?:^|;)opacity:0(?:\.0+)?(?:;|$)|max-height:0(?:px)?(?:;|$)/
/** The writer's own indentation, made as a block quote (Gmail's and Outlook's indent buttons). */
const INDENTATION =
  /^(?=.*margin(?:-left)?:(?:0(?:px)? 0(?:px)? 0(?:px)? )?(?:40px|30px|2em)).*border:(?:none|0|medium)|^margin:00040px;border:none/

/** What an element says of its content; null for an ordinary one. */
export function roleOf({ name, names, style, attributes }: ElementFacts): ContainerRole | null {
  if (HIDDEN.test(style) || 'hidden' in attributes || PREHEADER.test(names)) return 'hidden'
  if (QUOTE_FROM_HERE.test(names)) return 'quote-from-here'
  if (name === 'blockquote') return isIndentation(style, names, attributes) ? null : 'quote'
  if (QUOTE_HEADER.test(names)) return 'quote-header'
  if (QUOTE.test(names)) return 'quote'
  if (QUOTE_FRAME.test(names)) return 'quote-frame'
  const marker = (attributes['data-marker'] ?? '').toLowerCase()
  if (marker === '__quoted_text__') return 'quote'
  if (marker === '__headers__') return 'quote-header'
  if (marker.startsWith('__sig_')) return 'signature'
  if (
    SIGNATURE.test(names) ||
    attributes['data-smartmail'] === 'gmail_signature' ||
    attributes['data-signature'] === 'true'
  )
    return 'signature'
  return null
}

function isIndentation(style: string, names: string, attributes: Readonly<Record<string, string>>): boolean {
  return names.trim() === '' && !('type' in attributes) && !('cite' in attributes) && INDENTATION.test(style)
}

/** True where an element draws a line above its content, as Outlook does above a header block. */
export function drawsRule({ style }: ElementFacts): boolean {
  return (
    /border-top:(?:solid|1|\d|inset|thin)[^;]{0,40}(?:\d|solid)|border:none;border-top:/.test(style) &&
    !/border-top:(?:none|0)/.test(style)
  )
}
