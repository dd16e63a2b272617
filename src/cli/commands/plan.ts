/** `replymark plan`: writes an edition's probes into the ledger. Nothing is sent; planning again gives the same plan while nothing of the study changed. */
import { join } from 'node:path'
import { planProbes } from '../../../jobs/send-probes/plan-probes.js'
import { LEDGER_FILE, openLedger } from '../../ledger/ledger.js'
import type { StoredPreregistration } from '../../ledger/preregistrations.js'
import { editionOf } from '../../study/edition-configuration.js'
import { loadStudy } from '../../study/load-study.js'
import type { CommandContext } from '../command.js'
import { designPower, powerLines } from '../design-power.js'

/** What is fixed before the first e-mail, by its hashes. */
function fixedLines({ hash, preregistration }: StoredPreregistration): readonly string[] {
  const { planHash, secretHash, grid } = preregistration
  return [
    `Fixed before the first e-mail: ${hash}`,
    `  plan ${planHash}`,
    `  secret of the plan ${secretHash ?? 'none'}`,
    `  grid ${grid.id} version ${grid.version} ${grid.hash}`,
    'Publish the first line where you cannot change it any more: it proves later that plan, grid and analysis were not chosen after the answers.',
  ]
}

/** Runs the command. */
export async function run(
  _positional: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  { now }: CommandContext,
): Promise<number> {
  const study = await loadStudy(String(options.study), process.env)
  const edition = editionOf(study, options.edition)
  const ledger = openLedger(join(study.dataFolder, LEDGER_FILE))
  try {
    const at = now()
    const probes = planProbes(study, edition.id, ledger, at)
    const brands = new Set(probes.map((probe) => probe.brand)).size
    const left = edition.brands.length - brands
    const first = new Date(Math.min(...probes.map((probe) => probe.dueAt))).toISOString()
    const last = new Date(Math.max(...probes.map((probe) => probe.dueAt))).toISOString()
    const late = probes.filter((probe) => probe.dueAt < at).length
    const fixed = ledger.preregistrations.get(edition.id)
    const power = designPower(study, edition, ledger)
    if (options.json) {
      const summary = {
        edition: edition.id,
        seed: edition.seed,
        probes: probes.length,
        brands,
        optedOut: left,
        first,
        last,
        inThePast: late,
        preregistration: fixed,
        power,
      }
      process.stdout.write(`${JSON.stringify(summary)}\n`)
      return 0
    }
    const lines = [
      `Edition ${edition.id}: ${probes.length} e-mails to ${brands} brands, from ${first.slice(0, 10)} to ${last.slice(0, 10)} (seed ${edition.seed}).`,
      ...(left > 0 ? [`${left} brand(s) opted out and receive nothing.`] : []),
      ...(late > 0 ? [`${late} of them are due in the past: check \`sendFrom\` and \`sendUntil\` in study.yaml.`] : []),
      ...(fixed ? fixedLines(fixed) : []),
      `See them by \`replymark preview --edition ${edition.id}\`; they go out by \`replymark run --live\`.`,
    ]
    process.stdout.write(`${[...lines, '', ...powerLines(power)].join('\n')}\n`)
    return 0
  } finally {
    ledger.close()
  }
}
