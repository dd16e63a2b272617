/**
 * Text of a PDF, read in a thread of its own that is ended when its time or its memory is up: what a stranger sends can hold up
 * or crash that thread and nothing else.
 */
import { Worker } from 'node:worker_threads'
import type { DocumentText, ReadDocument } from '../reading/words-in-files.js'
import type { PdfTask } from './pdf-thread.js'

/** Bounds of one document. Letters have few pages; general terms have many and are no answer. */
export interface PdfLimits {
  readonly bytes: number
  readonly pages: number
  /** UTF-16 units of text. */
  readonly characters: number
  readonly milliseconds: number
  readonly megabytes: number
}

const DEFAULT_LIMITS: PdfLimits = {
  bytes: 8_000_000,
  pages: 12,
  characters: 60_000,
  // A letter takes a second; the rest is for machines that are busy.
  milliseconds: 30_000,
  megabytes: 256,
}

/** The entry of the thread has the same ending as this file, as in ./thread-pool.ts. */
const FROM_SOURCE = import.meta.url.endsWith('.ts')
const ENTRY = new URL(FROM_SOURCE ? './pdf-thread.ts' : './pdf-thread.js', import.meta.url)

/** Makes a reader of PDFs; each document has a thread of its own. It gives null for what is no PDF, is locked, or exceeds a bound. */
export function createPdfReader(limits: Partial<PdfLimits> = {}): ReadDocument {
  const { bytes: mostBytes, pages, characters, milliseconds, megabytes } = { ...DEFAULT_LIMITS, ...limits }
  return async (bytes) => {
    if (bytes.length > mostBytes || !Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-')) return null
    // The reader takes its bytes' memory away, which may belong to the whole mail.
    const task: PdfTask = { bytes: new Uint8Array(bytes), mostPages: pages, mostCharacters: characters }
    const thread = new Worker(ENTRY, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      env: {},
      stdout: true,
      stderr: true,
      ...(FROM_SOURCE ? { execArgv: ['--import', 'tsx'] } : {}),
    })
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), milliseconds)
    })
    const told = new Promise<DocumentText | null>((resolve) => {
      thread.once('message', (message: DocumentText | null) => resolve(message))
      thread.once('error', () => resolve(null))
      thread.once('exit', () => resolve(null))
    })
    try {
      return await Promise.race([told, late])
    } finally {
      clearTimeout(timer)
      await thread.terminate()
    }
  }
}
