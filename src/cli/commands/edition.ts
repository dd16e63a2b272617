/** `replymark edition`: shows in what files and plan differ, and brings single differences into force in an edition under way. */
import type { StoredAmendment } from '../../domain/amendment.js'
import { ReplymarkError } from '../../domain/error.js'
import { amendEdition } from '../../editions/amend/amend-edition.js'
import { type AmendableThing, amendCommand } from '../../editions/amend/plan-differences.js'
import type { CommandContext } from '../command.js'
import { deciderOption, editionOption } from '../edition-options.js'
import { differencesOf, filesConfiguration, notInForceLines } from '../not-in-force.js'
import { openStudy } from '../open-study.js'

const USAGE =
  'replymark edition show --edition E | edition amend brand ID | persona ID | send-window | answer-window | hours (each with --edition E --reason "…")'

const THINGS: readonly AmendableThing[] = ['brand', 'persona', 'send-window', 'answer-window', 'hours']

function dated({ at, change, added, cancelled, voided, moved, reason }: StoredAmendment): string {
  const about = 'brand' in change ? (typeof change.brand === 'string' ? change.brand : change.brand.id) : null
  const thing = about ?? ('probe' in change ? change.probe : 'persona' in change ? change.persona : '')
  const counts = Object.entries({ added, cancelled, 'taken out': voided, 'drawn anew': moved }).flatMap(
    ([what, ids]) => (ids.length > 0 ? [`${ids.length} ${what}`] : []),
  )
  const day = new Date(at).toISOString().slice(0, 16).replace('T', ' ')
  return `${day}  ${change.kind} ${thing}${counts.length > 0 ? ` (${counts.join(', ')})` : ''}: ${reason}`
}

/** Runs the command. */
export async function run(
  positional: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  { now }: CommandContext,
): Promise<number> {
  const action = String(positional[0] ?? '')
  const [thing, id = null] = (positional[1] ?? []) as readonly string[]
  const { study, ledger } = await openStudy(options)
  try {
    const edition = editionOption(options)
    const print = (json: unknown, text: string) =>
      process.stdout.write(options.json ? `${JSON.stringify(json)}\n` : `${text}\n`)
    if (action === 'show') {
      const stored = ledger.editions.require(edition)
      const amendments = ledger.amendments.ofEdition(edition)
      const differences = differencesOf(study, stored)
      print(
        {
          edition,
          state: stored.state,
          amendments,
          notInForce: differences.map((one) => ({ ...one, command: amendCommand(edition, one) })),
        },
        [
          `Edition ${edition} is ${stored.state}; it was amended ${amendments.length} time(s).`,
          ...amendments.map(dated),
          ...notInForceLines(study, ledger, edition),
        ].join('\n'),
      )
      return 0
    }
    const known = THINGS.find((one) => one === thing)
    const needsId = known === 'brand' || known === 'persona'
    if (action !== 'amend' || !known || needsId !== (id !== null))
      throw new ReplymarkError('usage', `There is no \`edition ${[action, thing, id].filter(Boolean).join(' ')}\``, {
        hint: USAGE,
      })
    const made = amendEdition(
      ledger,
      { edition, thing: known, id, files: filesConfiguration(study, edition), accounts: study.accounts },
      { by: deciderOption(options), at: now(), reason: String(options.reason ?? '') },
    )
    print({ amendment: made }, `${dated(made)}\nIt is in force; the methodology sheet tells of it.`)
    return 0
  } finally {
    ledger.close()
  }
}
