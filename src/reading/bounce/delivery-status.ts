/**
 * The fields of a delivery report (RFC 3464), read leniently: in their own part, or written into the text of a notice as many
 * gateways do.
 */

/** What a report says of one recipient. */
export interface RecipientStatus {
  /** Address of Final-Recipient, else Original-Recipient; null where neither is an address. */
  readonly recipient: string | null
  /** `failed`, `delayed`, `delivered`, `relayed`, `expanded`, `expired`; empty where absent. Lower case. */
  readonly action: string
  /** Status field's code; null where absent. */
  readonly status: string | null
  /** Comment written behind the status code; empty where there is none. */
  readonly statusComment: string
  /** Diagnostic-Code without its type, unfolded; empty where absent. */
  readonly diagnostic: string
  /** PowerMTA's own verdict such as `bad-mailbox`; empty where absent. */
  readonly category: string
}

const FIELD = /^([A-Za-z][A-Za-z-]{2,40})[ \t]{0,5}:[ \t]{0,20}(.*)$/
const KNOWN =
  /^(final-recipient|original-recipient|x-actual-recipient|action|status|diagnostic-code|remote-mta|reporting-mta|last-attempt-date|arrival-date|will-retry-until|final-log-id|x-supplementary-info|x-postfix-sender|x-postfix-queue-id|x-powermta-bouncecategory)$/

/** A field without which a text holds no report; most texts hold none. */
const TELLING_FIELD = /^(?:final-recipient|original-recipient|action)[ \t]{0,5}:/im

/** Most recipient groups looked at. */
const MOST_GROUPS = 100

/** Address of a `type; address` value: angle brackets, source routes and comments are dropped. */
export function addressOfField(value: string): string | null {
  const written = value.replace(/^[\w-]{1,30}\s{0,5};/, '').trim()
  const bracketed = /<([^<>\s]{1,320})>/.exec(written)?.[1]
  const address = (bracketed ?? written).replace(/^@[\w.-]{1,250}:/, '').replace(/^mailto:/i, '')
  if (/^[^\s@]{1,250}@[^\s@]{1,250}$/.test(address)) return address.replace(/(?<![>,;])[>,;]+$/, '')
  // A command behind an alias is named instead of an address.
  return address.startsWith('|') || address.startsWith('/') ? address.replace(/\s+/g, '') : null
}

function unfolded(text: string): { name: string; value: string }[][] {
  const groups: { name: string; value: string }[][] = [[]]
  for (const line of text.split('\n').slice(0, 4_000)) {
    const group = groups.at(-1)!
    const last = group.at(-1)
    if (line.trim() === '') {
      if (group.length > 0 && groups.length < MOST_GROUPS) groups.push([])
      continue
    }
    const field = FIELD.exec(line.trimEnd())
    if (field && KNOWN.test(field[1]!.toLowerCase())) group.push({ name: field[1]!.toLowerCase(), value: field[2]! })
    else if (last && /^[ \t]/.test(line) && last.value.length < 4_000) last.value += ` ${line.trim()}`
    else if (last?.name === 'diagnostic-code' && !field && last.value.length < 4_000) last.value += ` ${line.trim()}`
  }
  return groups
}

function statusOf(fields: ReadonlyMap<string, string>): RecipientStatus {
  const status = /^\(?([245]\.\d{1,3}\.\d{1,3})\)?\s*(\S.*)?$/.exec((fields.get('status') ?? '').trim())
  const recipient = ['final-recipient', 'original-recipient']
    .map((name) => addressOfField(fields.get(name) ?? ''))
    .find((address) => address !== null)
  return {
    recipient: recipient ?? null,
    action: /[a-z]+/.exec((fields.get('action') ?? '').toLowerCase())?.[0] ?? '',
    status: status?.[1] ?? null,
    statusComment: status?.[2] ?? '',
    diagnostic: (fields.get('diagnostic-code') ?? '').replace(
      /^\s{0,5}(x-[\w-]{1,30}|smtp|x400|unix)\s{0,5};\s{0,5}/i,
      '',
    ),
    category: (fields.get('x-powermta-bouncecategory') ?? '').trim().toLowerCase(),
  }
}

/** The recipients a report names; empty where the text holds no report. */
export function parseDeliveryStatus(text: string): RecipientStatus[] {
  const statuses: RecipientStatus[] = []
  if (!TELLING_FIELD.test(text)) return statuses
  for (const group of unfolded(text)) {
    let fields = new Map<string, string>()
    const flush = () => {
      const named = fields.has('final-recipient') || fields.has('original-recipient')
      if (named || (fields.has('action') && (fields.has('status') || fields.has('diagnostic-code')))) {
        statuses.push(statusOf(fields))
      }
      fields = new Map()
    }
    for (const { name, value } of group) {
      // Some reports separate recipients by no blank line; a field that comes again starts the next one.
      if (fields.has(name)) flush()
      fields.set(name, value)
    }
    flush()
  }
  return statuses
}
