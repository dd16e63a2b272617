/** What a job is: something that happens over time, by name, with a checked payload and a schedule. */
import type { ZodType } from 'zod'
import type { Service } from '../src/service.js'

/** One job. */
export interface Job<Payload = unknown> {
  /** Verb and noun, kebab-case, equal to the file name. */
  readonly name: string
  /** What it does, one sentence. */
  readonly description: string
  /** What it may be given. */
  readonly payload: ZodType<Payload>
  /** Milliseconds between two starts; null where it only runs when something calls for it. */
  readonly everyMs: number | null
  /** Does it. Doing it twice does no harm. */
  run(service: Service, payload: Payload): Promise<unknown>
}

/** Gives a job its types. */
export function defineJob<Payload>(job: Job<Payload>): Job<Payload> {
  return job
}
