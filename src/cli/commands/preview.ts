/** `replymark preview`: shows exactly what would go to whom and when, without sending or storing anything. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import { newPlanSecret, probesOf } from '../../../jobs/send-probes/plan-probes.js'
import type { Edition } from '../../domain/edition.js'
import type { Probe } from '../../domain/probe.js'
import type { Study } from '../../domain/study.js'
import { LEDGER_FILE, openLedger } from '../../ledger/ledger.js'
import { askedNotToBeTested } from '../../mail/fair-play.js'
import type { PowerStatement } from '../../ranking/power.js'
import { editionOf } from '../../study/edition-configuration.js'
import { loadStudy } from '../../study/load-study.js'
import { designPower, powerLines } from '../design-power.js'

function localTime(probe: Probe, study: Study): string {
  const zone = study.brands.find((brand) => brand.id === probe.brand)?.timeZone ?? 'UTC'
  return `${DateTime.fromMillis(probe.dueAt, { zone }).toFormat('yyyy-MM-dd HH:mm')} (${zone})`
}

/** Why a mail of the plan does not go any more; null where it would. The same rules are asked again before each mail. */
function staysBecause(probe: Pick<Probe, 'state' | 'brand' | 'recipient'>, study: Study): string | null {
  if (probe.state !== 'planned') return `it is ${probe.state}`
  const brand = study.brands.find(({ id }) => id === probe.brand)
  if (!brand) return null
  return askedNotToBeTested(study.limits.optOut, brand, probe.recipient) ? 'opt-out: it asked not to be tested' : null
}

function inFull(probe: Probe, study: Study): string {
  const stays = staysBecause(probe, study)
  return [
    `${probe.id}`,
    ...(stays === null ? [] : [`Does not go: ${stays}`]),
    `When:     ${localTime(probe, study)}`,
    `From:     ${probe.fromName} <${probe.fromAddress}>`,
    `Reply-To: ${probe.replyAddress}`,
    `To:       ${probe.recipient}`,
    `Subject:  ${probe.mail.subject}`,
    ...(probe.followsProbe === null ? [] : [`Follows:  ${probe.followsProbe}`]),
    `Variant:  ${probe.variant}`,
    '',
    probe.mail.text
      .split('\n')
      .map((line) => `  ${line}`.trimEnd())
      .join('\n'),
    '',
  ].join('\n')
}

/**
 * The edition's probes as planned in the ledger; before that an example of a plan: times, wordings and addresses are drawn from a
 * secret that only `replymark plan` makes.
 */
function readProbes(
  study: Study,
  edition: Edition,
): { readonly probes: readonly Probe[]; readonly planned: boolean; readonly power: PowerStatement } {
  const file = join(study.dataFolder, LEDGER_FILE)
  if (!existsSync(file))
    return {
      probes: probesOf(study, edition.id, null, newPlanSecret()),
      planned: false,
      power: designPower(study, edition, null),
    }
  const ledger = openLedger(file, { mode: 'read' })
  try {
    const stored = ledger.probes.ofEdition(edition.id)
    const power = designPower(study, edition, ledger)
    if (stored.length > 0)
      return { probes: stored.toSorted((left, right) => left.dueAt - right.dueAt), planned: true, power }
    return { probes: probesOf(study, edition.id, ledger, newPlanSecret()), planned: false, power }
  } finally {
    ledger.close()
  }
}

/** Runs the command. */
export async function run(
  _positional: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const study = await loadStudy(String(options.study), process.env)
  const edition = editionOf(study, options.edition)
  const { probes, planned, power } = readProbes(study, edition)
  const shown = probes.filter((probe) => options.brand === undefined || probe.brand === options.brand)
  if (options.json) {
    const mails = shown.map(({ mail, ...probe }) => ({
      probe: probe.id,
      brand: probe.brand,
      scenario: probe.scenario,
      persona: probe.persona,
      variant: probe.variant,
      goes: staysBecause(probe, study) === null,
      because: staysBecause(probe, study),
      dueAt: new Date(probe.dueAt).toISOString(),
      follows: probe.followsProbe,
      from: { name: probe.fromName, address: probe.fromAddress },
      replyTo: probe.replyAddress,
      to: probe.recipient,
      subject: mail.subject,
      text: mail.text,
      language: mail.language,
      hash: mail.hash,
    }))
    process.stdout.write(`${JSON.stringify({ edition: edition.id, planned, live: study.live, power, mails })}\n`)
    return 0
  }
  const ruler = '─'.repeat(78)
  const texts = shown.map((probe) => `${ruler}\n${inFull(probe, study)}`)
  const going = shown.filter((probe) => staysBecause(probe, study) === null).length
  const rest = shown.length - going
  const count = `${going} e-mails would go${rest > 0 ? `, ${rest} not (any more)` : ''}: edition ${edition.id}, ${planned ? 'as planned in the ledger' : 'an example: `replymark plan` draws times, wordings and addresses anew'}. Nothing was sent.`
  process.stdout.write(`${[...texts, ruler, count, '', ...powerLines(power)].join('\n')}\n`)
  return 0
}
