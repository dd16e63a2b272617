/** What `mark` takes from the headers of a lone message: the addressee's display name and when it arrived. */
import PostalMime from 'postal-mime'
import type { ReadMoment } from '../../../calendar/iso-moment.js'
import { parseMailDate } from '../../../calendar/rfc5322-date.js'
import { receivedHeaderTime } from '../../../mail/received-header.js'

/** Facts of a lone message. */
export interface HeaderFacts {
  /** Display name of the first To address; empty where there is none. */
  readonly toName: string
  /** True where a header says that a machine wrote it (RFC 3834 and its forerunners). */
  readonly automatic: boolean
  /** Milliseconds; null where neither header can be read. */
  readonly receivedAt: number | null
  /** Which header gave it: there is no INTERNALDATE outside a mailbox. */
  readonly receivedFrom: 'received-header' | 'date-header' | null
  /** `assumed-utc` where that header names no zone and was read as UTC; null where there is no arrival. */
  readonly receivedZone: ReadMoment['zone'] | null
}

/** Of a text without headers. */
export const NO_HEADER_FACTS: HeaderFacts = {
  toName: '',
  automatic: false,
  receivedAt: null,
  receivedFrom: null,
  receivedZone: null,
}

/** Reads them; nothing is thrown on broken headers. */
export async function readHeaderFacts(raw: Uint8Array): Promise<HeaderFacts> {
  const end = Buffer.from(raw).indexOf('\n\r\n')
  const endUnix = Buffer.from(raw).indexOf('\n\n')
  const ends = [end, endUnix].filter((place) => place >= 0)
  const head = raw.subarray(0, ends.length > 0 ? Math.min(...ends) + 3 : raw.length)
  try {
    const mail = await PostalMime.parse(head)
    const arrived = receivedHeaderTime(raw)
    // The header as written: the library's own reading takes a date without zone for the machine's local time.
    const dated = parseMailDate(mail.headers.find(({ key }) => key === 'date')?.value ?? '')
    const moment = arrived ?? dated
    const to = mail.to?.[0]
    const automatic = mail.headers.some(
      ({ key, value }) =>
        (key === 'auto-submitted' && /^\s*auto/i.test(value)) || key === 'x-autoreply' || key === 'x-autorespond',
    )
    return {
      toName: to && 'name' in to ? (to.name ?? '') : '',
      automatic,
      receivedAt: moment?.instant ?? null,
      receivedFrom: arrived ? 'received-header' : dated ? 'date-header' : null,
      receivedZone: moment?.zone ?? null,
    }
  } catch {
    return NO_HEADER_FACTS
  }
}
