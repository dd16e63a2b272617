/** The service's log: one JSON object a line on stderr (pino). Secrets are cut out wherever they might appear. */
import { type DestinationStream, destination, pino } from 'pino'
import type { ServiceLog } from '../../jobs/context.js'

/** Keys whose values never reach the log. */
const SECRETS = ['password', 'pass', 'secret', 'token', 'key', 'authorization', 'cookie', 'redisUrl']

/**
 * Opens a log.
 * @param level `info` by default; `warn` and `error` say less
 * @param stream where it goes; stderr by default, so that stdout stays for results
 */
export function createLog(level: string = 'info', stream: DestinationStream = destination(2)): ServiceLog {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`])
  return pino(
    { level, base: null, redact: { paths, censor: '[secret]' }, timestamp: pino.stdTimeFunctions.isoTime },
    stream,
  )
}
