/** `replymark close`: ends an edition when nothing of it is open any more. */

import { join } from 'node:path'
import { closeEdition } from '../../editions/closing.js'
import { LEDGER_FILE, openLedger } from '../../ledger/ledger.js'
import { loadStudy } from '../../study/load-study.js'
import type { CommandContext } from '../command.js'
import { editionOption } from '../edition-options.js'

/** Closes the edition. */
export async function run(
  _: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  { now }: CommandContext,
): Promise<number> {
  const id = editionOption(options)
  const study = await loadStudy(String(options.study ?? '.'), process.env)
  const ledger = openLedger(join(study.dataFolder, LEDGER_FILE))
  try {
    closeEdition(ledger, id, now(), 'cli')
    const brands = ledger.standings.ofEdition(id).length
    if (options.json) process.stdout.write(`${JSON.stringify({ edition: id, state: 'closed', brands })}\n`)
    else
      process.stdout.write(
        `Edition ${id} is closed: ${brands} brands are ranked. Publish and seal it by \`replymark publish --edition ${id}\`.\n`,
      )
    return 0
  } finally {
    ledger.close()
  }
}
