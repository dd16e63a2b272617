/** What `mark` takes from the headers of a lone message: the addressee's display name and when it arrived. */
import PostalMime from 'postal-mime'

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
}

/** Reads them; nothing is thrown on broken headers. */
export async function readHeaderFacts(raw: Uint8Array): Promise<HeaderFacts> {
  const end = Buffer.from(raw).indexOf('\n\r\n')
  const endUnix = Buffer.from(raw).indexOf('\n\n')
  const ends = [end, endUnix].filter((place) => place >= 0)
  const head = raw.subarray(0, ends.length > 0 ? Math.min(...ends) + 3 : raw.length)
  try {
    const mail = await PostalMime.parse(head)
    const received =
      mail.headers
        .find(({ key }) => key === 'received')
        ?.value.split(';')
        .at(-1) ?? ''
    const arrived = Date.parse(received.trim())
    const dated = Date.parse(mail.date ?? '')
    const to = mail.to?.[0]
    const automatic = mail.headers.some(
      ({ key, value }) =>
        (key === 'auto-submitted' && /^\s*auto/i.test(value)) || key === 'x-autoreply' || key === 'x-autorespond',
    )
    return {
      toName: to && 'name' in to ? (to.name ?? '') : '',
      automatic,
      receivedAt: Number.isFinite(arrived) ? arrived : Number.isFinite(dated) ? dated : null,
      receivedFrom: Number.isFinite(arrived) ? 'received-header' : Number.isFinite(dated) ? 'date-header' : null,
    }
  } catch {
    return { toName: '', automatic: false, receivedAt: null, receivedFrom: null }
  }
}
