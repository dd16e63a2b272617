/**
 * `replymark verify`: computes a published edition anew and says the first thing that differs. Exit code 0 where everything comes
 * out the same, 1 where something differs, 3 where nothing differs and something could not be computed again.
 */
import { join } from 'node:path'
import { comparePublishedFolder } from '../../app/published-folder.js'
import { type Verification, verifyEdition } from '../../editions/verification.js'
import type { Ledger } from '../../ledger/ledger.js'
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
    `Believed as it was before sealing (reasons with --json): ${Object.keys(found.believed).length} columns.`,
    ...notRecomputed.map(
      ({ reason, criteria }) =>
        `Not computed again: ${reason}${criteria.length > 0 ? `. Criteria: ${criteria.join(', ')}` : ''}.`,
    ),
    ...notes.map((note) => `Note: ${note}.`),
  ]
}

/** What the ledger gave, with what the published folder gives. */
async function withFolder(found: Verification, ledger: Ledger, folder: string): Promise<Verification> {
  if (!found.sound) return found
  const { differences, left, files } = await comparePublishedFolder(ledger, found.edition, folder)
  if (differences.length > 0) return { ...found, state: 'differs', sound: false, difference: differences.join('; ') }
  if (left !== null)
    return {
      ...found,
      state: 'partly-verified',
      notRecomputed: [...found.notRecomputed, { reason: left, criteria: [] }],
    }
  return files === 0
    ? found
    : { ...found, notes: [...found.notes, `${files} published file(s) in ${folder} are as published`] }
}

/** Verifies the edition, and its published files. */
export async function run(_: readonly unknown[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const id = editionOption(options)
  const study = await loadStudy(String(options.study ?? '.'), process.env)
  const ledger = openLedger(join(study.dataFolder, LEDGER_FILE), { mode: 'read' })
  try {
    const folder = String(options.site ?? join(study.dataFolder, 'site', id))
    const found = await withFolder(await verifyEdition(ledger, id), ledger, folder)
    process.stdout.write(options.json ? `${JSON.stringify(found)}\n` : `${inWords(found).join('\n')}\n`)
    return EXIT_CODES[found.state]
  } finally {
    ledger.close()
  }
}
