/**
 * A journal beside the ledger of the probes that were handed to SMTP: when an older backup of the ledger is put back, it still
 * knows what was sent since, so that promise 1 of DESIGN.md holds over a restore as well. Only added to.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** Name of the journal in a study's data folder. */
export const HANDED_JOURNAL_FILE = 'handed.log'

/** What was handed over. */
export interface HandedJournal {
  /** True where a probe was handed over and not released since. */
  has(probe: string): boolean
  /** Written after `sending` is committed and before the dialogue. */
  handed(probe: string): void
  /** Written when the server took nothing of it: it may be tried again. */
  released(probe: string): void
}

/** Opens a journal; a missing file is an empty one. */
export function openHandedJournal(file: string): HandedJournal {
  const handed = new Set<string>()
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  for (const line of lines) {
    if (line.startsWith('+ ')) handed.add(line.slice(2))
    else if (line.startsWith('- ')) handed.delete(line.slice(2))
  }
  return {
    has: (probe) => handed.has(probe),
    handed(probe) {
      appendFileSync(file, `+ ${probe}\n`)
      handed.add(probe)
    },
    released(probe) {
      appendFileSync(file, `- ${probe}\n`)
      handed.delete(probe)
    },
  }
}
