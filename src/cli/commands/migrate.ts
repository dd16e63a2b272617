/** `replymark migrate`: brings a ledger that an older version wrote to this version's schema. */

import { existsSync } from 'node:fs'
import { ReplymarkError } from '../../domain/error.js'
import { openLedger } from '../../ledger/ledger.js'
import { loadStudy } from '../../study/load-study.js'
import { ledgerFile } from '../open-study.js'

/** Runs the command. */
export async function run(
  _positional: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const study = await loadStudy(String(options.study ?? '.'), process.env)
  const file = ledgerFile(study)
  if (!existsSync(file))
    throw new ReplymarkError('not-found', 'There is no ledger to migrate', {
      place: { file },
      hint: 'A new one is made by `replymark plan` and needs no migration.',
    })
  const ledger = openLedger(file, { migrate: true })
  try {
    const applied = ledger.sqlite.prepare('SELECT name FROM migrations ORDER BY name').pluck().all() as string[]
    const problems = ledger.integrityProblems()
    const text = problems.length === 0 ? `The ledger is up to date (${applied.at(-1)}).` : problems.join('\n')
    process.stdout.write(`${options.json ? JSON.stringify({ applied, problems }) : text}\n`)
    return problems.length === 0 ? 0 : 1
  } finally {
    ledger.close()
  }
}
