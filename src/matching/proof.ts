/**
 * How far a message is proven to come from the domain in its From, as DMARC judges (RFC 7489 §3.1, relaxed alignment: the same
 * registrable domain). Only the topmost Authentication-Results field of a server that the operator names is believed: that server
 * takes such fields of others away (RFC 8601 §5), and whatever stands below is written by whoever sent the mail.
 */
import type { AnswerProof, AuthenticationStatement } from '../domain/authentication.js'
import type { Reading } from '../domain/message.js'
import { asciiHost, hostOf, registrableDomain } from './domains.js'

/** Nothing is known. */
export const UNPROVEN: AnswerProof = { verdict: 'unproven', by: null, method: null, domain: '' }

/** Results by which a domain disowns a message; `softfail` and temporary errors disown nothing. */
const DISOWNED: readonly string[] = ['fail', 'permfail', 'hardfail']

/** Judges a statement that is believed, for a message from `host`. */
function judged({ results }: AuthenticationStatement, host: string): AnswerProof {
  const by = 'authentication-results'
  const own = (domain: string) => {
    const named = asciiHost(domain)
    return named !== '' && host !== '' && registrableDomain(named) === registrableDomain(host)
  }
  const dmarc = results.find(({ method }) => method === 'dmarc')
  // A server that names no domain judged the one in From: that is what DMARC is.
  const speaksOfIt = dmarc !== undefined && (dmarc.domain === '' || own(dmarc.domain))
  if (speaksOfIt && dmarc.result === 'pass' && host !== '')
    return { verdict: 'authenticated', by, method: 'dmarc', domain: dmarc.domain || host }
  if (speaksOfIt && DISOWNED.includes(dmarc.result))
    return { verdict: 'failed', by, method: 'dmarc', domain: dmarc.domain || host }
  for (const method of ['dkim', 'spf'] as const) {
    const passed = results.find((one) => one.method === method && one.result === 'pass' && own(one.domain))
    if (passed) return { verdict: 'authenticated', by, method, domain: passed.domain }
  }
  for (const method of ['dkim', 'spf'] as const) {
    const refused = results.find((one) => one.method === method && DISOWNED.includes(one.result) && own(one.domain))
    if (refused) return { verdict: 'failed', by, method, domain: refused.domain }
  }
  const other = results.find(
    ({ method, result, domain }) => ['dkim', 'spf'].includes(method) && result === 'pass' && domain !== '',
  )
  return { ...UNPROVEN, by, domain: other?.domain ?? '' }
}

/**
 * The proof of a message.
 * @param trusted authserv-ids of the operator's own servers
 * @param ownCheck what this program found by itself where no such server speaks; null where it did not look
 */
export function proofOf(
  reading: Pick<Reading, 'authentication' | 'from'>,
  trusted: readonly string[],
  ownCheck: AnswerProof | null = null,
): AnswerProof {
  const names = trusted.map((name) => name.toLowerCase())
  const statement = reading.authentication?.find(({ authservId }) => names.includes(authservId))
  if (statement) return judged(statement, hostOf(reading.from?.address ?? ''))
  return ownCheck ?? UNPROVEN
}
