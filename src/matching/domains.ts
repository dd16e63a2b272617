/**
 * Domains as matching compares them: in ASCII (IDNA), by registrable domain (Public Suffix List). A look-alike such as
 * `maison-1une` or a Cyrillic `а` is another domain and stays another one.
 */
import { getDomain } from 'tldts'

/** Providers whose addresses anyone can have: there the whole address counts, never the domain. */
const FREE_MAIL = new Set(
  [
    'gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr hotmail.co.uk live.com live.fr msn.com yahoo.com yahoo.fr',
    'yahoo.co.uk ymail.com aol.com icloud.com me.com mac.com proton.me protonmail.com gmx.com gmx.net gmx.de gmx.fr web.de t-online.de',
    'orange.fr wanadoo.fr free.fr sfr.fr neuf.fr bbox.fr laposte.net numericable.fr btinternet.com sky.com virginmedia.com talktalk.net',
    'libero.it virgilio.it tiscali.it alice.it telefonica.net ziggo.nl kpnmail.nl skynet.be telenet.be bluewin.ch sapo.pt wp.pl onet.pl',
    'mail.ru yandex.ru yandex.com zoho.com mail.com fastmail.com tutanota.com hey.com qq.com 163.com comcast.net',
  ].flatMap((line) => line.split(' ')),
)

/** Host of an address in ASCII, lower case; empty where it has none or none that could exist. */
export function hostOf(address: string): string {
  const host = address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .replace(/\.$/, '')
  return address.includes('@') ? asciiHost(host) : ''
}

/** Domains that IDNA leaves as they are: plain labels, lower case, a last one of letters (else it could be an IPv4 address). */
const PLAIN_DOMAIN = /^(?:[a-z0-9-]{1,63}\.){1,10}[a-z]{2,63}$/

/** A domain in ASCII (IDNA), lower case; empty where it cannot be one. */
export function asciiHost(domain: string): string {
  if (PLAIN_DOMAIN.test(domain) && domain.length <= 253 && !domain.includes('xn--')) return domain
  return asciiHostByStandard(domain)
}

/** The same by the URL standard's own parser: slow, right for every domain, and what the short way above is tested against. */
export function asciiHostByStandard(domain: string): string {
  if (domain === '' || domain.length > 253 || /[\s/\\:@?#[\]%]/u.test(domain)) return ''
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : ''
}

/** Registrable domains looked up last. */
const registrable = new Map<string, string>()
const MOST_KEPT = 20_000

/** Registrable domain of a host (`mail.maison-lune.example` → `maison-lune.example`); the host itself where there is none. */
export function registrableDomain(host: string): string {
  const known = registrable.get(host)
  if (known !== undefined) return known
  const domain = getDomain(host, { allowPrivateDomains: true, validateHostname: false }) ?? host
  if (registrable.size >= MOST_KEPT) registrable.clear()
  registrable.set(host, domain)
  return domain
}

/** True for providers whose addresses anyone can have. */
export function isFreeMail(host: string): boolean {
  return FREE_MAIL.has(registrableDomain(host))
}

/** True where `host` is `domain` or lies below it. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`)
}
