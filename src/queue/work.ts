/**
 * The registry of work: pure computations by name, the same in this process, in its threads and in a worker on another
 * machine. Nothing here reads the ledger, a mailbox or a clock.
 */
import type { Assessment } from '../domain/assessment.js'
import { ReplymarkError } from '../domain/error.js'
import type { Reading } from '../domain/message.js'
import { type AssessmentWork, createAssessor } from './assessment-work.js'
import { type ExecuteBatch, runBatch } from './batch.js'
import { createPdfReader } from './pdf-text.js'

/** Raised whenever a payload or result changes its shape: coordinator and workers of different versions never share a queue. */
export const WORK_VERSION = 3

/** Payload of `read-message`: raw bytes, in base64 where they travel as text. */
export interface ReadingWork {
  readonly raw: string | Uint8Array
}

/** What each kind of work takes and gives. */
export interface WorkTypes {
  'read-message': { readonly payload: ReadingWork; readonly result: Reading }
  'assess-exchange': { readonly payload: AssessmentWork; readonly result: Assessment }
}

/** Does work by name; engines are loaded on first use and kept. */
export interface WorkPool {
  /** @throws ReplymarkError `internal` for a name it does not know */
  execute(type: string, payload: unknown): Promise<unknown>
  /** Works through a batch; a piece that fails is an outcome, not an error. */
  executeBatch: ExecuteBatch
  close(): Promise<void>
}

let reading: Promise<typeof import('../reading/read-message.js')> | null = null

const readDocument = createPdfReader()

/** Reads a message; the room is loaded with the first, because the tables of languages take 40 MB that a coordinator with threads does without. */
async function read({ raw }: ReadingWork): Promise<Reading> {
  reading ??= import('../reading/read-message.js')
  const { readMessage } = await reading
  return readMessage(typeof raw === 'string' ? Buffer.from(raw, 'base64') : raw, { readDocument })
}

/** Opens a work pool. */
export function createWorkPool(): WorkPool {
  const assessor = createAssessor()
  const registry: {
    readonly [Name in keyof WorkTypes]: (payload: WorkTypes[Name]['payload']) => Promise<WorkTypes[Name]['result']>
  } = {
    'read-message': read,
    'assess-exchange': (payload) => assessor.assess(payload),
  }
  async function execute(type: string, payload: unknown): Promise<unknown> {
    if (!Object.hasOwn(registry, type))
      throw new ReplymarkError('internal', `There is no work named ${type}`, {
        hint: 'Coordinator and workers must run the same version of Replymark.',
      })
    return registry[type as keyof WorkTypes](payload as never)
  }
  return {
    execute,
    executeBatch: (type, body) => runBatch(execute, type, body),
    close: () => assessor.close(),
  }
}
