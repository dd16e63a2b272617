/**
 * Which client a request comes from. `X-Forwarded-For` is believed only as far as it was written by proxies that the operator named;
 * anybody else could write any address into it.
 */
import { BlockList, isIP } from 'node:net'
import { ReplymarkError } from '../../domain/error.js'

/** Says whether an address is one of the operator's proxies. */
export type IsTrustedProxy = (address: string) => boolean

/** Longest `X-Forwarded-For` that is read, in addresses from its end. */
const MOST_HOPS = 20

/** `::ffff:192.0.2.1` is 192.0.2.1; a zone (`fe80::1%eth0`) is no part of who somebody is. */
function plainAddress(address: string): string {
  const bare = address
    .trim()
    .replace(/^\[|\](?::\d{1,5})?$/g, '')
    .replace(/%.{0,40}$/, '')
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(bare)?.[1]
  return mapped ?? bare.toLowerCase()
}

/**
 * Reads the list of trusted proxies: addresses or networks (`10.0.0.0/8`), with commas.
 * @throws ReplymarkError `usage` for one that is neither
 */
export function trustedProxies(list: string): IsTrustedProxy {
  const known = new BlockList()
  for (const entry of list.split(',').map((one) => one.trim())) {
    if (entry === '') continue
    const [address = '', prefix] = entry.split('/')
    const version = isIP(address)
    const bits = prefix === undefined ? null : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN
    if (version === 0 || (bits !== null && !(bits >= 1 && bits <= (version === 4 ? 32 : 128))))
      throw new ReplymarkError('usage', `“${entry}” is neither an address nor a network`, {
        hint: 'Write trusted proxies as 127.0.0.1 or 10.0.0.0/8, with commas between them.',
      })
    const family = version === 4 ? 'ipv4' : 'ipv6'
    if (bits === null) known.addAddress(address, family)
    else known.addSubnet(address, bits, family)
  }
  return (address) => {
    const version = isIP(address)
    return version !== 0 && known.check(address, version === 4 ? 'ipv4' : 'ipv6')
  }
}

/** The first 64 bits of an IPv6 address: what one customer of a provider is given (RFC 6177), so one client for every limit. */
function network(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array<string>(gap).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

/**
 * The client behind a connection, as limits count it.
 * @param peer address of the connection; null where it is not known
 * @param forwarded the `X-Forwarded-For` header; null where there is none
 */
export function clientAddress(peer: string | null, forwarded: string | null, isTrusted: IsTrustedProxy): string {
  let client = peer === null ? 'unknown' : plainAddress(peer)
  const hops = (forwarded ?? '').split(',').slice(-MOST_HOPS).map(plainAddress)
  while (isTrusted(client)) {
    const before = hops.pop()
    // What is no address was not written by a proxy: the proxy itself is the last that is known.
    if (before === undefined || isIP(before) === 0) break
    client = before
  }
  return network(client)
}
