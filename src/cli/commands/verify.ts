/** `replymark verify`: computes a published edition anew and says the first thing that differs. Exit code 1 where one does. */
import { join } from 'node:path'
import { verifyEdition } from '../../editions/verification.js'
import { LEDGER_FILE, openLedger } from '../../ledger/ledger.js'
import { loadStudy } from '../../study/load-study.js'
import { editionOption } from '../edition-options.js'

/** Verifies the edition. */
export async function run(_: readonly unknown[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const id = editionOption(options)
  const study = await loadStudy(String(options.study ?? '.'), process.env)
  const ledger = openLedger(join(study.dataFolder, LEDGER_FILE), { mode: 'read' })
  try {
    const found = await verifyEdition(ledger, id)
    if (options.json) {
      process.stdout.write(`${JSON.stringify(found)}\n`)
      return found.sound ? 0 : 1
    }
    const checked = Object.entries(found.checked)
      .map(([kind, number]) => `${number} ${kind}`)
      .join(', ')
    const lines = found.sound
      ? [
          `Edition ${id} verifies: everything is as it was sealed (${found.root}).`,
          `Checked: ${checked}.`,
          ...found.notes.map((note) => `Note: ${note}.`),
        ]
      : [`Edition ${id} does not verify. First difference: ${found.difference}.`]
    process.stdout.write(`${lines.join('\n')}\n`)
    return found.sound ? 0 : 1
  } finally {
    ledger.close()
  }
}
