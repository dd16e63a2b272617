/**
 * A journal beside the ledger of the probes that were handed to SMTP: when an older backup of the ledger is put back, it still
 * knows what was sent since, so that promise 1 of docs/design.md holds over a restore as well. Only added to.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** Name of the journal in a study's data folder. */
export const HANDED_JOURNAL_FILE = 'handed.log'

/** What was handed over. */
export interface HandedJournal {
  /** True where a probe was handed over and not released since. */
  has(probe: string): boolean
  /**
   * Written after `sending` is committed and before the dialogue.
   * @throws the file system's error where it cannot be written; the dialogue must not begin then
   */
  handed(probe: string): void
  /** Noted when the server took nothing of it: it may be tried again. Never throws; what a full disk refuses is written later. */
  released(probe: string): void
}

/** Ends a line of which a full disk took only the beginning: it names no probe. */
const TORN = '!'

/**
 * Opens a journal; a missing file is an empty one.
 * @param append adds text to the end of the file; the file system's by default
 */
export function openHandedJournal(
  file: string,
  append: (file: string, text: string) => void = (to, text) => appendFileSync(to, text, { mode: 0o600 }),
): HandedJournal {
  const handed = new Set<string>()
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : ['']
  // What follows the last line end was torn by a full disk or a power failure before its dialogue could begin.
  let torn = lines.pop() !== ''
  for (const line of lines) {
    if (line.endsWith(TORN)) continue
    if (line.startsWith('+ ')) handed.add(line.slice(2))
    else if (line.startsWith('- ')) handed.delete(line.slice(2))
  }
  /** Lines that the disk refused and that are still true. */
  let owed = ''

  function write(line: string): void {
    try {
      append(file, `${torn ? `${TORN}\n` : ''}${owed}${line}`)
    } catch (error) {
      // How much of it the disk took is not known.
      torn = true
      throw error
    }
    torn = false
    owed = ''
  }

  return {
    has: (probe) => handed.has(probe),
    handed(probe) {
      write(`+ ${probe}\n`)
      handed.add(probe)
    },
    released(probe) {
      handed.delete(probe)
      const line = `- ${probe}\n`
      try {
        write(line)
      } catch {
        owed += line
      }
    },
  }
}
