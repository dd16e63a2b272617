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

/** A domain in ASCII (IDNA), lower case; empty where it cannot be one. */
export function asciiHost(domain: string): string {
  if (domain === '' || domain.length > 253 || /[\s/\\:@?#[\]%]/u.test(domain)) return ''
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : ''
}

/** Registrable domain of a host (`mail.maison-lune.example` → `maison-lune.example`); the host itself where there is none. */
export function registrableDomain(host: string): string {
  return getDomain(host, { allowPrivateDomains: true, validateHostname: false }) ?? host
}

/** True for providers whose addresses anyone can have. */
export function isFreeMail(host: string): boolean {
  return FREE_MAIL.has(registrableDomain(host))
}

/** True where `host` is `domain` or lies below it. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`)
}
