/** `replymark publish`: freezes and seals a closed edition, and writes its static site. */

import { join } from 'node:path'
import { publishSite } from '../../app/publish-site.js'
import { signatureInWords } from '../../editions/publication-check.js'
import { publishEdition } from '../../editions/publishing.js'
import type { Seal } from '../../editions/seal.js'
import { LEDGER_FILE, openLedger } from '../../ledger/ledger.js'
import { loadStudy } from '../../study/load-study.js'
import type { CommandContext } from '../command.js'
import { editionOption } from '../edition-options.js'

/** Publishes the edition; of one that is published already (a crash or a full disk came before its site was whole), writes the site again. */
export async function run(
  _: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  { now }: CommandContext,
): Promise<number> {
  const id = editionOption(options)
  const study = await loadStudy(String(options.study ?? '.'), process.env)
  const ledger = openLedger(join(study.dataFolder, LEDGER_FILE))
  try {
    const at = now()
    const sealedBefore = ledger.standings.seal(id)?.seal as Seal | undefined
    const seal = sealedBefore ?? publishEdition(ledger, id, at, 'cli')
    const folder = String(options.out ?? join(study.dataFolder, 'site', id))
    const { publication, files } = await publishSite({
      ledger,
      edition: id,
      folder,
      by: 'cli',
      environment: process.env,
      now,
    })
    const { embargoUntil } = ledger.editions.require(id).configuration.edition
    const underEmbargo = embargoUntil !== null && embargoUntil > at
    if (options.json) {
      process.stdout.write(
        `${JSON.stringify({ edition: id, state: 'published', before: sealedBefore !== undefined, root: seal.root, leaves: seal.leaves.length, folder, files, filesRoot: publication.statement.filesRoot, publicKey: publication.statement.publicKey, embargoUntil })}\n`,
      )
      return 0
    }
    const lines = [
      sealedBefore
        ? `Edition ${id} was published and frozen before; its site is written again.`
        : `Edition ${id} is published and frozen.`,
      `Seal: ${seal.root} (${seal.leaves.length} leaves). Anyone with the ledger checks it by \`replymark verify --edition ${id}\`.`,
      `Site: ${files} files in ${folder}; root of the files: ${publication.statement.filesRoot}.`,
      ...signatureInWords(publication).map((line) => `${line.charAt(0).toUpperCase()}${line.slice(1)}.`),
      'Anybody checks the folder alone: open verify.html in a browser, or run `node verify.mjs` in it.',
      ...(underEmbargo
        ? [`Under embargo until ${new Date(embargoUntil).toISOString()}: do not put the site on line before.`]
        : []),
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
    return 0
  } finally {
    ledger.close()
  }
}
