/** The service's log: one JSON object a line on stderr (pino). Secrets are cut out wherever they might appear. */
import { type DestinationStream, destination, pino } from 'pino'
import type { ServiceLog } from '../../jobs/context.js'

/** Keys whose values never reach the log. */
const SECRETS = ['password', 'pass', 'secret', 'token', 'key', 'authorization', 'cookie', 'redisUrl']

/** Most causes that are followed: an error may be its own cause. */
const MOST_CAUSES = 5

/** An error as the log shows it, with its causes: pino alone would write `{}` under any key but `err`. */
function errorFacts(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error
  const { code } = error as { code?: unknown }
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: error.message,
    ...(depth === 0 && error.stack ? { stack: error.stack } : {}),
    ...(error.cause !== undefined && depth < MOST_CAUSES ? { cause: errorFacts(error.cause, depth + 1) } : {}),
  }
}

/**
 * Opens a log.
 * @param level `info` by default; `warn` and `error` say less
 * @param stream where it goes; stderr by default, so that stdout stays for results
 */
export function createLog(level: string = 'info', stream: DestinationStream = destination(2)): ServiceLog {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`])
  return pino(
    {
      level,
      base: null,
      serializers: { error: errorFacts, cause: errorFacts },
      redact: { paths, censor: '[secret]' },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    stream,
  )
}
