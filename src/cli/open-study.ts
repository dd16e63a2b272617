/** Opens what most commands work on: a study's folder and its ledger. */
import { join } from 'node:path'
import type { Study } from '../domain/study.js'
import { LEDGER_FILE, type Ledger, openLedger } from '../ledger/ledger.js'
import { loadStudy } from '../study/load-study.js'

/** A study with its ledger. */
export interface OpenStudy {
  readonly study: Study
  readonly ledger: Ledger
}

/** Path of a study's ledger. */
export function ledgerFile(study: Study): string {
  return join(study.dataFolder, LEDGER_FILE)
}

/**
 * The same for a service, which must not begin on a damaged ledger.
 * @throws ReplymarkError `ledger` where a page is damaged
 */
export async function openSoundStudy(options: Readonly<Record<string, unknown>>): Promise<OpenStudy> {
  const opened = await openStudy(options)
  try {
    opened.ledger.requireSound()
    return opened
  } catch (error) {
    opened.ledger.close()
    throw error
  }
}

/**
 * Loads the study named by `--study` and opens its ledger.
 * @param mode `read` refuses a ledger that is not there yet
 */
export async function openStudy(
  options: Readonly<Record<string, unknown>>,
  mode: 'write' | 'read' = 'write',
): Promise<OpenStudy> {
  const study = await loadStudy(String(options.study ?? '.'), process.env)
  return { study, ledger: openLedger(ledgerFile(study), { mode }) }
}
