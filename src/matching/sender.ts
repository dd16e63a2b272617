/** Who a message comes from, seen from one probe: its brand, a help desk, a mail system, or a stranger. */
import type { Reading } from '../domain/message.js'
import { hostOf, isFreeMail, isWithin, registrableDomain } from './domains.js'
import { HELP_DESK_DOMAINS } from './help-desk-domains.js'
import type { OpenProbe } from './open-probe.js'
import { wordsOf } from './words.js'

/**
 * `brand`: its domain or one of its own addresses. `named-help-desk`: a help desk that writes in its name. `help-desk`: one
 * that names nobody. `system`: a bounce or report of a mail system, whoever's. `stranger`: anyone else.
 */
export type SenderStanding = 'brand' | 'named-help-desk' | 'help-desk' | 'system' | 'stranger'

const BUILT_IN = new Set(HELP_DESK_DOMAINS)

/** True where a host belongs to help desk software. */
export function isHelpDesk(host: string, more: readonly string[]): boolean {
  return BUILT_IN.has(registrableDomain(host)) || more.some((domain) => isWithin(host, domain.toLowerCase()))
}

/** True where name or address of the sender name the brand: all words of one of its names, or its domain's label. */
function namesBrand(sender: string, probe: OpenProbe): boolean {
  const folded = wordsOf(sender).join('')
  const labels = probe.brand.domains.map((domain) => wordsOf(registrableDomain(domain).split('.')[0] ?? '').join(''))
  const names = [...probe.brand.names.map((name) => wordsOf(name).join('')), ...labels]
  return names.some((name) => name.length >= 3 && folded.includes(name))
}

/** Host of a message's sender in ASCII; empty where it has none. */
export function senderHost({ from }: Pick<Reading, 'from'>): string {
  return from ? hostOf(from.address) : ''
}

/** Standing of a message's sender towards a probe. Reply-To is never asked. */
export function standingOf(reading: Reading, probe: OpenProbe, helpDeskDomains: readonly string[]): SenderStanding {
  const { kind } = reading
  if (kind === 'bounce' || kind === 'delay-notice' || kind === 'feedback-loop') return 'system'
  const from = reading.from
  if (from === null || from.address === '') return 'stranger'
  const address = from.address.toLowerCase()
  if (probe.brand.addresses.includes(address)) return 'brand'
  const host = hostOf(address)
  if (host === '') return 'stranger'
  if (!isFreeMail(host)) {
    const own = [...probe.brand.domains, ...probe.brand.addresses.map(hostOf)].filter(
      (domain) => domain !== '' && !isFreeMail(domain),
    )
    if (own.some((domain) => isWithin(host, domain) || registrableDomain(host) === registrableDomain(domain)))
      return 'brand'
  }
  if (!isHelpDesk(host, helpDeskDomains)) return 'stranger'
  return namesBrand(`${from.name} ${address.replace(registrableDomain(host), '')}`, probe)
    ? 'named-help-desk'
    : 'help-desk'
}
