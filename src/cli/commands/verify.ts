/**
 * `replymark verify`: computes a published edition anew and says the first thing that differs. Exit code 0 where everything comes
 * out the same, 1 where something differs, 3 where nothing differs and something could not be computed again.
 */
import { join } from 'node:path'
import { type Verification, verifyEdition } from '../../editions/verification.js'
import { LEDGER_FILE, openLedger } from '../../ledger/ledger.js'
import { loadStudy } from '../../study/load-study.js'
import { editionOption } from '../edition-options.js'

const EXIT_CODES: Readonly<Record<Verification['state'], number>> = { verified: 0, differs: 1, 'partly-verified': 3 }

function inWords(found: Verification): readonly string[] {
  const { edition, root, difference, notRecomputed, notes } = found
  if (difference !== null) return [`Edition ${edition} does not verify. First difference: ${difference}.`]
  const checked = Object.entries(found.checked).map(([kind, number]) => `${number} ${kind}`)
  return [
    found.state === 'verified'
      ? `Edition ${edition} verifies: everything is as it was sealed (${root}).`
      : `Edition ${edition} verifies in part: everything is as it was sealed (${root}), and not everything could be computed again.`,
    `Checked: ${checked.join(', ')}.`,
    `Not sealed (reasons with --json): ${found.notSealed.map(({ what }) => what).join(', ')}.`,
    ...notRecomputed.map(
      ({ reason, criteria }) =>
        `Not computed again: ${reason}${criteria.length > 0 ? `. Criteria: ${criteria.join(', ')}` : ''}.`,
    ),
    ...notes.map((note) => `Note: ${note}.`),
  ]
}

/** Verifies the edition. */
export async function run(_: readonly unknown[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const id = editionOption(options)
  const study = await loadStudy(String(options.study ?? '.'), process.env)
  const ledger = openLedger(join(study.dataFolder, LEDGER_FILE), { mode: 'read' })
  try {
    const found = await verifyEdition(ledger, id)
    process.stdout.write(options.json ? `${JSON.stringify(found)}\n` : `${inWords(found).join('\n')}\n`)
    return EXIT_CODES[found.state]
  } finally {
    ledger.close()
  }
}
