/**
 * The programs in which shoppers write. A filter that knows one program of ours would know every probe: each persona has a program
 * of its own in an edition, drawn from the edition's secret, and its mails have the fields, their order, the forms of date and
 * Message-ID and the encoding of that program. Written from what is known of
 * these programs, not measured on their mails; only what writes plain text by itself is here.
 */
import type { Random } from '../../ranking/random.js'

/** A family of programs. */
export type ClientKind = 'thunderbird' | 'apple-mail' | 'iphone' | 'roundcube' | 'k9'

/** One program, in one release. */
export interface MailClient {
  readonly kind: ClientKind
  /** As its own field names it. */
  readonly release: string
}

/** Releases in use in 2025 and 2026; a line a family. How often a family is drawn is its place in `SHARES`. */
const RELEASES: Readonly<Record<ClientKind, readonly string[]>> = {
  thunderbird: [
    'Mozilla Thunderbird',
    'Mozilla Thunderbird',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:102.0) Gecko/20100101 Thunderbird/102.15.1',
  ],
  'apple-mail': ['3774.600.62', '3826.400.131.1.6', '3826.600.51.1.1', '3731.700.6.1.9'],
  iphone: ['21H450', '22F76', '22G86', '22G100', '23A355'],
  roundcube: ['Roundcube Webmail/1.6.11', 'Roundcube Webmail/1.6.9', 'Roundcube Webmail/1.5.10'],
  k9: ['K-9 Mail for Android'],
}

/** Of twenty shoppers. */
const SHARES: readonly ClientKind[] = [
  ...Array<ClientKind>(8).fill('iphone'),
  ...Array<ClientKind>(4).fill('apple-mail'),
  ...Array<ClientKind>(4).fill('thunderbird'),
  ...Array<ClientKind>(3).fill('roundcube'),
  'k9',
]

/** The program of editions that were planned before programs were drawn. */
export const FIRST_CLIENT: MailClient = { kind: 'thunderbird', release: 'Mozilla Thunderbird' }

/** Draws a shopper's program. */
export function drawClient(random: Random): MailClient {
  const kind = random.pick(SHARES)
  return { kind, release: random.pick(RELEASES[kind]) }
}

/** A random UUID (RFC 9562 §5.4) of these bytes. */
function uuidOf(hex: string): string {
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * A Message-ID as the program makes it.
 * @param bytes at least 16, which nobody can foresee
 * @param domain of the sender's address
 */
export function messageIdIn({ kind }: MailClient, bytes: Uint8Array, domain: string): string {
  const hex = Buffer.from(bytes).toString('hex').slice(0, 32)
  switch (kind) {
    case 'thunderbird':
      return `<${uuidOf(hex)}@${domain}>`
    case 'roundcube':
      return `<${hex}@${domain}>`
    default:
      return `<${uuidOf(hex).toUpperCase()}@${domain}>`
  }
}
