/** What a job is: something that happens over time, by name, with a checked payload and a schedule. */
import type { ZodType } from 'zod'
import { ReplymarkError } from '../src/domain/error.js'
import type { ProcessingRound } from './assess-exchanges/process-round.js'
import type { ServiceContext } from './context.js'
import type { SendingRound } from './send-probes/take-probe.js'

/** What a job is given to do its work with; whoever runs jobs fills it in. */
export interface JobPorts {
  readonly context: ServiceContext
  /** Hands due probes to SMTP. */
  sendDue(): Promise<SendingRound>
  /** Reads every mailbox to its end. Returns the number of messages fetched. */
  pollMailboxes(): Promise<number>
  /** Reads, matches, settles and assesses what is new. */
  process(): Promise<ProcessingRound>
}

/** One job as its file writes it. */
export interface JobDefinition<Payload> {
  /** Verb and noun, kebab-case, equal to the name of its folder. */
  readonly name: string
  /** What it does, one sentence. */
  readonly description: string
  /** What it may be given. */
  readonly payload: ZodType<Payload>
  /** Milliseconds between two starts; null where it only runs when something calls for it. */
  readonly everyMs: number | null
  /** Does it. Doing it twice does no harm. */
  run(ports: JobPorts, payload: Payload): Promise<unknown>
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
  start(ports: JobPorts, payload: unknown): Promise<unknown>
}

/** Makes a job of its definition. */
export function defineJob<Payload>(definition: JobDefinition<Payload>): Job {
  const { name, description, everyMs, payload: schema } = definition
  return {
    name,
    description,
    everyMs,
    async start(ports, payload) {
      const checked = schema.safeParse(payload)
      if (!checked.success)
        throw new ReplymarkError('usage', `Job ${name} cannot take what it was given`, {
          hint: checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
        })
      return definition.run(ports, checked.data)
    },
  }
}
