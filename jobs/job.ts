/** What a job is: something that happens over time, by name, with a checked payload and a schedule. */
import type { ZodType } from 'zod'
import type { Service } from '../src/app/service.js'
import { ReplymarkError } from '../src/domain/error.js'

/** One job as its file writes it. */
export interface JobDefinition<Payload> {
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

/** One job as the registry holds it. */
export interface Job {
  readonly name: string
  readonly description: string
  readonly everyMs: number | null
  /**
   * Checks the payload and does the job.
   * @throws ReplymarkError `usage` for a payload it cannot take
   */
  start(service: Service, payload: unknown): Promise<unknown>
}

/** Makes a job of its definition. */
export function defineJob<Payload>(definition: JobDefinition<Payload>): Job {
  const { name, description, everyMs, payload: schema } = definition
  return {
    name,
    description,
    everyMs,
    async start(service, payload) {
      const checked = schema.safeParse(payload)
      if (!checked.success)
        throw new ReplymarkError('usage', `Job ${name} cannot take what it was given`, {
          hint: checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
        })
      return definition.run(service, checked.data)
    },
  }
}
