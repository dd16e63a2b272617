/**
 * What the operator's own mail server writes above a mail that it takes: who vouches for it (RFC 8601), and when it came (RFC 5321
 * §4.4). Most brands' domains publish DMARC, some only sign or only list their servers, a few do nothing.
 */
import { createHash } from 'node:crypto'
import { formatMailDate } from '../calendar/rfc5322-date.js'
import type { Instant } from '../domain/time.js'

/** The server's name, as the example study gives it. */
export const OWN_SERVER = 'imap.courrier-particulier.example'

/** Of a hundred domains, those that publish DMARC, those that only sign, those that only list their servers. The rest does nothing. */
const SHARES = { dmarc: 78, dkim: 9, spf: 6 }

/** How a domain vouches for what it sends; the same for the same domain. */
export function practiceOf(domain: string): 'dmarc' | 'dkim' | 'spf' | 'none' {
  const place = createHash('sha256').update(domain).digest().readUInt32BE(0) % 100
  if (place < SHARES.dmarc) return 'dmarc'
  if (place < SHARES.dmarc + SHARES.dkim) return 'dkim'
  return place < SHARES.dmarc + SHARES.dkim + SHARES.spf ? 'spf' : 'none'
}

/**
 * The fields for a genuine mail.
 * @param raw its bytes as the sender wrote them
 * @param at when it is delivered
 */
export function traceOf(raw: Buffer, at: Instant): string {
  const head = raw.subarray(0, 8_192).toString('latin1')
  const domain =
    /^From:(?:[^\n]|\n[ \t]){0,400}?@([a-z0-9.-]{1,200})/im.exec(head)?.[1]?.toLowerCase() ?? 'unknown.example'
  const organisation = domain.replace(/^mx\./, '')
  const practice = practiceOf(organisation)
  const results = [
    `dkim=${practice === 'dmarc' || practice === 'dkim' ? `pass header.d=${organisation}` : 'none'}`,
    `spf=${practice === 'dmarc' || practice === 'spf' ? `pass smtp.mailfrom=${organisation}` : 'none'}`,
    `dmarc=${practice === 'dmarc' ? 'pass' : 'none'} header.from=${domain}`,
  ]
  return [
    `Authentication-Results: ${OWN_SERVER};`,
    `\t${results.join(';\r\n\t')}`,
    `Received: from mail.${organisation} by ${OWN_SERVER} with ESMTPS; ${formatMailDate(at)}`,
    '',
  ].join('\r\n')
}
