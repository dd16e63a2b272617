/** Splits the text of a bounce into the notice and the returned mail, and finds in the notice the addresses that failed. */

import { anyOf } from '../any-of.js'

/** Lines that announce the returned mail in notices of the well-known mail systems. */
const RETURNED_BELOW = anyOf([
  /^\s*-{2,}\s*(this is a copy of|the body of the message|the header of the original|original message|below this line|message (header|text)|returned message|undelivered message|forwarded message|unsent message|begin original|included is a copy|enclosed is a copy)/i,
  /^\s*-{2,}\s*(original (message|mail)|copy of (the )?(original|message))\b/i,
  /^\s*(original message follows|message headers? follows?|original mail as follows|the original message follows|original message headers?:|your original message|--- original message)/i,
  /^\s*\|-{5,}\s*message text follows/i,
  /^\s*-{2,}\s*(unsent|your|mail) (message|mail)( text)?( follows| below|-)/i,
  /^\s*(the first \d+ lines of the original|return(ed)? message follows|undeliverable message follows)/i,
])

/** First characters of the announcements above; a line that begins otherwise is none, and most lines do. */
const ANNOUNCES = /^\s*[-|omtyru]/i

/** Fields that stand in the header of a mail and hardly ever in a notice. */
const MAIL_FIELD =
  /^(received|return-path|message-id|mime-version|content-type|x-mailer|dkim-signature|x-[a-z-]{3,40}|references|in-reply-to|content-transfer-encoding|delivered-to)\s{0,3}:/i
const ANY_FIELD = /^(from|to|cc|subject|date|reply-to|sender|user-agent|precedence)\s{0,3}:/i

/** A bounce's text in two. */
export interface SplitNotice {
  readonly notice: string
  readonly returned: string
}

/** Splits where the returned mail is announced, or where a block of header lines begins. */
export function splitNotice(text: string): SplitNotice {
  const lines = text.slice(0, 200_000).split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!.slice(0, 400)
    const announced = ANNOUNCES.test(line) && RETURNED_BELOW(line)
    if (announced || startsHeaders(lines, at)) {
      return { notice: lines.slice(0, at).join('\n'), returned: lines.slice(at).join('\n') }
    }
  }
  return { notice: lines.join('\n'), returned: '' }
}

function startsHeaders(lines: readonly string[], at: number): boolean {
  if (!MAIL_FIELD.test(lines[at]!.trimStart().slice(0, 80))) return false
  const following = lines.slice(at, at + 14).map((line) => line.trimStart().slice(0, 80))
  const fields = following.filter((line) => MAIL_FIELD.test(line) || ANY_FIELD.test(line)).length
  return fields >= 3
}

const ADDRESS =
  /[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,24}|[A-Za-z0-9._%+-]{1,64}@\[[\d.]{7,15}\]/g

/** Words in whose line, or just below it, the failed address stands. */
const NAMED_HERE =
  /(following (address|recipient|user|e-?mail)|failed (address|recipient)|recipient\(s\)|deliver(ing|ed|y)?\b.{0,40}\bto\b|unable to deliver|could ?n[o']t (be delivered|deliver)|did not (receive|reach)|has been delayed|unknown user|user unknown|mailbox|delivery (to|failed)|permanent fatal errors|wasn't (able|found)|couldn't be found|n'a pas pu être|destinataire|adresse|empfänger|destinatario|invalid|returned (to|because)|not member|mailing list)/i

function addressesOf(line: string): string[] {
  return line.includes('@') ? (line.slice(0, 2_000).match(ADDRESS) ?? []) : []
}

/**
 * The address a notice says has failed; null where it names none.
 * @param notOurs addresses that cannot be it: those the bounce was sent to and from
 */
export function failedAddress(notice: string, notOurs: ReadonlySet<string>): string | null {
  const lines = notice.split('\n').slice(0, 400)
  let near = 0
  let first: string | null = null
  for (const line of lines) {
    const here = NAMED_HERE.test(line.slice(0, 600))
    if (here) near = 8
    const usable = addressesOf(line).filter(
      (address) => !notOurs.has(address.toLowerCase()) && !/^(mailer-daemon|postmaster|abuse)@/i.test(address),
    )
    const found = usable[0]
    if (found !== undefined) {
      const alone = /^[\s<"'>*-]*$/.test(line.slice(0, line.indexOf(found)))
      if ((near > 0 && (alone || here)) || /^\s*(to|recipient|rcpt to|address)\s*:/i.test(line)) return found
      first ??= found
    }
    near -= 1
  }
  return first
}
