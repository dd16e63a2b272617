/** Message-IDs, addresses and dates of a header block, as the reading states them. */
import { addressParser } from 'postal-mime'
import type { ReadMoment } from '../../calendar/iso-moment.js'
import { parseMailDate, withoutComments } from '../../calendar/rfc5322-date.js'
import type { MailAddress } from '../../domain/message.js'
import { decodeHeaderText, type HeaderFields } from './headers.js'

/** Most addresses or references kept of one message. */
const MOST_LISTED = 200

/** Longest header value handed to the address parser. */
const LONGEST_ADDRESS_LIST = 16_384

/** Every `<id>` in a text, in order, each once; ids without angle brackets only where nothing else is written. */
export function messageIdsIn(text: string): string[] {
  const bracketed = text.match(/<[^<>\s]{1,500}>/g)
  if (bracketed) return [...new Set(bracketed)].slice(0, MOST_LISTED)
  const bare = text.trim()
  return /^[^\s<>]{1,500}@[^\s<>]{1,250}$/.test(bare) ? [`<${bare}>`] : []
}

/** Lower case in the domain; the local part as written (RFC 5321 §2.4). */
function normalAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 0 ? address : address.slice(0, at) + address.slice(at).toLowerCase()
}

/** One address, alone or behind a name of letters, as nearly every header holds. */
const SIMPLE_ADDRESS =
  /^(?:([A-Za-z]{1,40}(?: [A-Za-z]{1,40}){0,5}) )?<([A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9.-]{1,200})>$|^([A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9.-]{1,200})$/

/** The addresses of a header value; groups are flattened, unreadable ones keep their name. */
export function addressesIn(raw: string): MailAddress[] {
  if (raw.trim() === '') return []
  const simple = SIMPLE_ADDRESS.exec(raw)
  if (simple) return [{ name: simple[1] ?? '', address: normalAddress(simple[2] ?? simple[3]!) }]
  return parsedAddresses(raw)
}

/** The same by the library, which knows every form of RFC 5322. */
export function parsedAddresses(raw: string): MailAddress[] {
  return addressParser(raw.slice(0, LONGEST_ADDRESS_LIST), { flatten: true })
    .slice(0, MOST_LISTED)
    .map(({ name, address }) => ({
      name: decodeHeaderText(name ?? ''),
      address: normalAddress(decodeHeaderText(address ?? '').replace(/\s/g, '')),
    }))
}

/** Fields that say to whom a mail was sent or delivered. */
const RECIPIENT_FIELDS = [
  'to',
  'cc',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-delivered-to',
  'x-forwarded-to',
  'apparently-to',
  'resent-to',
]

/** Every address a mail was sent or delivered to, lower case, each once. */
export function recipientsOf(headers: HeaderFields): string[] {
  const addresses = RECIPIENT_FIELDS.flatMap((name) => headers.all(name).slice(0, 20))
    .flatMap((value) => addressesIn(value))
    .map(({ address }) => address.toLowerCase())
    .filter((address) => address.includes('@'))
  return [...new Set(addresses)].slice(0, MOST_LISTED)
}

/** The Date header; null where it is absent or no date. */
export function dateOf(headers: HeaderFields): ReadMoment | null {
  return parseMailDate(headers.raw('date'))
}

/** Date of the topmost Received field: the last server's, which delivered into the mailbox (RFC 5321 §4.4). Null where there is none. */
export function receivedDateOf(headers: HeaderFields): number | null {
  const bare = withoutComments(headers.raw('received'))
  return bare.includes(';') ? (parseMailDate(bare.slice(bare.lastIndexOf(';') + 1))?.instant ?? null) : null
}
