/** Calls an engine's HTTP server: bounded time, a few patient retries, and one clear error when it does not answer. */
import { setTimeout as wait } from 'node:timers/promises'
import { ReplymarkError } from '../../domain/error.js'

/** How patient to be with a server. */
export interface ServerPatience {
  /** Milliseconds for one answer. */
  readonly timeoutMs: number
  /** Attempts in all. */
  readonly attempts: number
  /** Milliseconds before the second attempt; doubled before each further one. */
  readonly backOffMs: number
}

/** Grammar servers answer a letter within a second; the first call after their start takes longer. */
export const DEFAULT_PATIENCE: ServerPatience = { timeoutMs: 20_000, attempts: 3, backOffMs: 500 }

/** Statuses after which another attempt may succeed (RFC 9110 §15.6, RFC 6585 §4). */
const PASSING_STATUSES = new Set([408, 429, 500, 502, 503, 504])

/** One engine server. */
export class EngineServer {
  private readonly base: string

  /**
   * @param engine name for messages
   * @param address base address as configured
   * @throws ReplymarkError `configuration` when the address is none
   */
  constructor(
    private readonly engine: string,
    address: string,
    private readonly patience: ServerPatience = DEFAULT_PATIENCE,
  ) {
    if (!/^https?:\/\//.test(address) || !URL.canParse(address)) {
      throw new ReplymarkError('configuration', `The address of the ${engine} server is not one: “${address}”.`, {
        hint: 'Write it as http://host:port.',
      })
    }
    this.base = address.replace(/(?<!\/)\/+$/, '')
  }

  /**
   * Sends a form, or asks without one, and returns the JSON of the answer.
   * @throws ReplymarkError `unavailable` when the server does not answer in time, answers with an error or with something else than JSON
   */
  async ask(path: string, form?: Readonly<Record<string, string>>): Promise<unknown> {
    let reason = ''
    let cause: unknown
    for (let attempt = 1; attempt <= this.patience.attempts; attempt++) {
      if (attempt > 1) await wait(this.patience.backOffMs * 2 ** (attempt - 2))
      try {
        const response = await fetch(this.base + path, {
          method: form ? 'POST' : 'GET',
          ...(form ? { body: new URLSearchParams(form) } : {}),
          signal: AbortSignal.timeout(this.patience.timeoutMs),
        })
        const body = await response.text()
        if (response.ok) return parse(body)
        reason = `it answered ${response.status} ${body.trim().slice(0, 120)}`
        if (!PASSING_STATUSES.has(response.status)) break
      } catch (error) {
        cause = error
        reason = reasonOf(error, this.patience.timeoutMs)
      }
    }
    throw new ReplymarkError('unavailable', `The ${this.engine} server at ${this.base} does not work: ${reason}.`, {
      place: { thing: `proofreading server ${this.base}` },
      hint: `Start it, or correct proofreading.server in study.yaml. Replymark never takes another engine by itself, because marks would not compare.`,
      cause,
    })
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (error) {
    throw new Error('its answer is not JSON', { cause: error })
  }
}

function reasonOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`
  const cause = error.cause as { readonly code?: unknown } | undefined
  return typeof cause?.code === 'string' ? cause.code : error.message
}
