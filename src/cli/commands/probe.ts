/** `replymark probe`: repairs single e-mails of an edition under way. Each repair is a dated row with its reason, told on the methodology sheet. */
import type { StoredAmendment } from '../../domain/amendment.js'
import { ReplymarkError } from '../../domain/error.js'
import { printable } from '../../domain/printable.js'
import type { Account } from '../../domain/study.js'
import type { AmendedBy } from '../../editions/amend/apply-amendment.js'
import { cancelProbe, resendProbe, restoreProbe, voidProbe } from '../../editions/amend/repair-probe.js'
import type { Ledger } from '../../ledger/ledger.js'
import type { CommandContext } from '../command.js'
import { deciderOption, editionOption } from '../edition-options.js'
import { openStudy } from '../open-study.js'

const USAGE =
  'replymark probe list --edition E | cancel ID… | void ID… | restore ID… | resend ID… (each with --reason "…")'

/** What each action does to one e-mail, and says of it. */
const ACTIONS: Readonly<
  Record<string, (ledger: Ledger, id: string, accounts: readonly Account[], how: AmendedBy) => StoredAmendment>
> = {
  cancel: (ledger, id, _, how) => cancelProbe(ledger, id, how),
  void: (ledger, id, _, how) => voidProbe(ledger, id, how),
  restore: (ledger, id, _, how) => restoreProbe(ledger, id, how),
  resend: resendProbe,
}

function said(ledger: Ledger, { change, added, cancelled }: StoredAmendment): string {
  const id = 'probe' in change ? change.probe : ''
  const again = added[0] === undefined ? null : ledger.probes.get(added[0])
  switch (change.kind) {
    case 'probe-resent':
      return `${id} counts for nobody any more; ${again?.id} goes on ${new Date(again?.dueAt ?? 0).toISOString().slice(0, 16).replace('T', ' ')} UTC in its place.`
    case 'probe-cancelled':
      return `${cancelled.join(', ')} will not be sent.`
    case 'probe-restored':
      return `${id} counts again.`
    default:
      return `${id} counts for nobody any more.`
  }
}

function list(ledger: Ledger, options: Readonly<Record<string, unknown>>): void {
  const edition = editionOption(options)
  ledger.editions.require(edition)
  const probes = ledger.probes
    .ofEdition(edition)
    .filter(({ state }) => options.state === undefined || state === options.state)
  const lines = probes.map(({ id, state, dueAt, sentAt, stateReason }) => {
    const moment = new Date(sentAt ?? dueAt).toISOString().slice(0, 16).replace('T', ' ')
    return `${state.padEnd(11)} ${moment}  ${id}${stateReason ? `  ${printable(stateReason, ' ').slice(0, 120)}` : ''}`
  })
  const rows = probes.map(({ id, state, dueAt, sentAt, stateReason }) => ({ id, state, dueAt, sentAt, stateReason }))
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ edition, probes: rows })}\n`
      : `${lines.join('\n') || 'No e-mail in this state.'}\n`,
  )
}

/** Runs the command. */
export async function run(
  positional: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  { now }: CommandContext,
): Promise<number> {
  const action = String(positional[0] ?? '')
  const ids = (positional[1] ?? []) as readonly string[]
  const { study, ledger } = await openStudy(options)
  try {
    if (action === 'list') {
      list(ledger, options)
      return 0
    }
    const repair = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined
    if (!repair || ids.length === 0)
      throw new ReplymarkError('usage', `There is no \`probe ${[action, ...ids].join(' ')}\``, { hint: USAGE })
    const how = { by: deciderOption(options), at: now(), reason: String(options.reason ?? '') }
    // All of them or none.
    const made = ledger.transaction(() => ids.map((id) => repair(ledger, id, study.accounts, how)))
    const open = [...new Set(made.map(({ edition }) => edition))]
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ amendments: made })}\n`
        : `${[...made.map((one) => said(ledger, one)), `\`replymark assess --edition ${open.join(' ')}\` computes the marks anew; the methodology sheet tells of it.`].join('\n')}\n`,
    )
    return 0
  } finally {
    ledger.close()
  }
}
