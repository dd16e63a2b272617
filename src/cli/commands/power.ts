/** `replymark power`: what an edition of so many e-mails can show, before the first one is sent. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ReplymarkError } from '../../domain/error.js'
import { LEDGER_FILE, openLedger } from '../../ledger/ledger.js'
import { editionOf } from '../../study/edition-configuration.js'
import { loadStudy } from '../../study/load-study.js'
import { designPower, powerLines } from '../design-power.js'

/** E-mails a brand that are asked about; undefined: as many as the edition has scenarios. */
function probesOption(options: Readonly<Record<string, unknown>>): number | undefined {
  if (options['probes'] === undefined) return undefined
  const probes = Number(options['probes'])
  if (Number.isInteger(probes) && probes >= 2 && probes <= 10_000) return probes
  throw new ReplymarkError('usage', `--probes ${String(options['probes'])} is no number of e-mails a brand`, {
    hint: 'Write a whole number from 2 to 10000.',
  })
}

/** Prints the statement. */
export async function run(_: readonly unknown[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const probes = probesOption(options)
  const study = await loadStudy(String(options['study'] ?? '.'), process.env)
  const edition = editionOf(study, options['edition'])
  const file = join(study.dataFolder, LEDGER_FILE)
  const ledger = existsSync(file) ? openLedger(file, { mode: 'read' }) : null
  try {
    const power = designPower(study, edition, ledger, probes)
    process.stdout.write(
      options['json'] ? `${JSON.stringify({ edition: edition.id, ...power })}\n` : `${powerLines(power).join('\n')}\n`,
    )
    return 0
  } finally {
    ledger?.close()
  }
}
