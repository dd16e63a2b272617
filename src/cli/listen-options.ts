/** Where the web listens and under which address people open it, from the options of `serve` and `run`. */
import { ReplymarkError } from '../domain/error.js'
import { type IsTrustedProxy, trustedProxies } from '../web/http/client-address.js'

/** Port where none is given. */
const DEFAULT_PORT = 3000

/**
 * Reads `--host`, `--port`, `--public-url` and `--trusted-proxies`.
 * @throws ReplymarkError `usage` for a port that is none or an address that is none
 */
export function listenOptions(options: Readonly<Record<string, unknown>>): {
  readonly listen: { readonly host: string; readonly port: number }
  readonly publicUrl: string | null
  readonly isTrustedProxy: IsTrustedProxy
} {
  const port = options.port === undefined ? DEFAULT_PORT : Number(options.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ReplymarkError('usage', `${String(options.port)} is not a port`, {
      hint: 'A port is a number from 0 to 65535.',
    })
  }
  const given = typeof options.publicUrl === 'string' ? options.publicUrl.replace(/(?<!\/)\/+$/, '') : null
  if (given !== null && !/^https?:\/\/[^/]+$/.test(given)) {
    throw new ReplymarkError('usage', `${given} is not an address for --public-url`, {
      hint: 'Write it as https://ranking.example, without path.',
    })
  }
  return {
    listen: { host: typeof options.host === 'string' ? options.host : '127.0.0.1', port },
    publicUrl: given,
    isTrustedProxy: trustedProxies(typeof options.trustedProxies === 'string' ? options.trustedProxies : ''),
  }
}
