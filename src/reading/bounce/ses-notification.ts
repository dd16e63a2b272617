/** Amazon SES tells of bounces, complaints and deliveries as JSON in a mail from SNS (Amazon SES developer guide, notification contents). */

/** What such a notification says. */
export interface SesNotification {
  readonly type: 'bounce' | 'complaint' | 'delivery'
  /** Permanent by SES's own bounceType. */
  readonly permanent: boolean
  readonly recipient: string | null
  readonly status: string | null
  readonly diagnostic: string
  readonly originalMessageId: string | null
}

type Json = Readonly<Record<string, unknown>>

function asObject(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Parses the first JSON object of a text; SNS adds an explanation behind it, and may wrap the notification in a `Message` string. */
function objectIn(text: string): Json | null {
  const start = text.indexOf('{')
  if (start < 0 || start > 200) return null
  for (const end of [text.indexOf('\n--\n', start), text.lastIndexOf('}') + 1]) {
    if (end <= start) continue
    try {
      const found = asObject(JSON.parse(text.slice(start, end)))
      if (found && typeof found.Message === 'string') return asObject(JSON.parse(found.Message)) ?? found
      return found
    } catch {
      // Not JSON up to here: the next end is tried.
    }
  }
  return null
}

/** Reads a notification; null where the text is none. */
export function parseSesNotification(text: string): SesNotification | null {
  if (!text.includes('otificationType') && !text.includes('eventType')) return null
  // sendmail breaks lines over 990 bytes with an exclamation mark.
  const found = objectIn(text.slice(0, 300_000).replace(/!\n /g, ''))
  const type = asText(found?.notificationType ?? found?.eventType).toLowerCase()
  if (!found || (type !== 'bounce' && type !== 'complaint' && type !== 'delivery')) return null
  const bounce = asObject(found.bounce)
  const recipients = Array.isArray(bounce?.bouncedRecipients) ? bounce.bouncedRecipients : []
  const first = asObject(recipients[0])
  const id = asText(asObject(asObject(found.mail)?.commonHeaders)?.messageId)
  return {
    type,
    permanent: asText(bounce?.bounceType).toLowerCase() === 'permanent',
    recipient: asText(first?.emailAddress) || null,
    status: asText(first?.status) || null,
    diagnostic: asText(first?.diagnosticCode).replace(/^smtp;\s*/i, ''),
    originalMessageId: /^<[^<>\s]{1,500}>$/.test(id) ? id : null,
  }
}
