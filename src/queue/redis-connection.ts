/** Connections to Redis: one for questions that fail fast, one for workers that wait; and what a Redis must be like to hold a queue. */
import { Redis } from 'ioredis'
import { ReplymarkError } from '../domain/error.js'
import { isLoopback } from '../domain/loopback.js'

/** Milliseconds until a Redis that does not answer is given up at start. */
const CONNECT_MS = 5_000

/** The error for a Redis that does not answer. */
export function redisFailure(error: unknown, url: string): ReplymarkError {
  if (error instanceof ReplymarkError) return error
  const said = error instanceof Error ? error.message : String(error)
  // ioredis's own words for a connection that cannot be made.
  const reason = /max retries per request/i.test(said) ? 'it cannot be reached' : said
  return new ReplymarkError('unavailable', `Redis at ${withoutPassword(url)} does not answer: ${reason}`, {
    cause: error,
    hint: 'The ledger holds everything; work goes on when Redis is back, or without --redis in one process.',
  })
}

/** The address as it may be shown. */
export function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]{0,500}@/, '//…@')
}

/**
 * Refuses a connection to another machine that anybody on the way could read: work holds the texts of mails.
 * @throws ReplymarkError `configuration`
 */
function checkTransport(url: string): void {
  const parsed = URL.parse(url)
  if (parsed?.protocol === 'rediss:') return
  if (parsed?.protocol === 'redis:' && isLoopback(parsed.hostname)) return
  throw new ReplymarkError('configuration', `Redis at ${withoutPassword(url)} would be spoken to without TLS`, {
    hint: 'Write rediss://HOST:PORT for a Redis on another machine, or redis:// with a tunnel on 127.0.0.1.',
  })
}

/** Connects for commands that should fail rather than wait. */
export function connectForCommands(url: string): Redis {
  checkTransport(url)
  const redis = new Redis(url, {
    maxRetriesPerRequest: 1,
    connectTimeout: CONNECT_MS,
    retryStrategy: (attempt) => Math.min(attempt * 200, 2_000),
  })
  // Every failing command says so itself; without a listener the process would end.
  redis.on('error', () => {})
  return redis
}

/** Connects for a worker, which waits for Redis as long as it takes (BullMQ asks for `maxRetriesPerRequest: null`). */
export function connectForWaiting(url: string): Redis {
  checkTransport(url)
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(attempt * 200, 2_000),
  })
  redis.on('error', () => {})
  return redis
}

/**
 * Asks a Redis whether it may hold a queue: it must never evict keys (bullmq #2215).
 * @throws ReplymarkError `unavailable` when it does not answer, `configuration` when it evicts
 */
export async function checkRedis(redis: Redis, url: string): Promise<void> {
  let memory: string
  try {
    memory = await redis.info('memory')
  } catch (error) {
    throw redisFailure(error, url)
  }
  const policy = /maxmemory_policy:(\S+)/.exec(memory)?.[1]
  if (policy && policy !== 'noeviction')
    throw new ReplymarkError(
      'configuration',
      `Redis at ${withoutPassword(url)} evicts keys (maxmemory-policy ${policy})`,
      {
        hint: 'Set `maxmemory-policy noeviction` in redis.conf; a queue must not lose keys silently.',
      },
    )
}
