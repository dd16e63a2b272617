/** `replymark assess`: computes an edition's marks again from its evidence and shows what changed. */

import { interpretMessages } from '../../../jobs/interpret-messages/interpret-messages.js'
import { createLog } from '../../app/log.js'
import { serviceParts } from '../../app/parts.js'
import { createService } from '../../app/service.js'
import { ReplymarkError } from '../../domain/error.js'
import type { Grid } from '../../domain/grid.js'
import type { Study } from '../../domain/study.js'
import type { CommandContext } from '../command.js'
import { openStudy } from '../open-study.js'

/** Changes listed in the terminal; `--json` has all of them. */
const SHOWN_CHANGES = 30

function gridOf(study: Study, id: unknown): Grid | undefined {
  if (id === undefined) return undefined
  const grid = study.grids.find((candidate) => candidate.id === id)
  if (grid) return grid
  throw new ReplymarkError('usage', `There is no grid ${String(id)} in the study`, {
    hint: `It has: ${study.grids.map((candidate) => candidate.id).join(', ')}.`,
  })
}

function inWords(mark: number | null): string {
  return mark === null ? '–' : mark.toFixed(1)
}

/** Runs the command. */
export async function run(
  _positional: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  { now }: CommandContext,
): Promise<number> {
  if (options.edition === undefined)
    throw new ReplymarkError('usage', 'Which edition?', { hint: 'Add --edition with its id.' })
  const edition = String(options.edition)
  const { study, ledger } = await openStudy(options)
  const grid = gridOf(study, options.grid)
  const variant = options.variant === undefined ? undefined : String(options.variant)
  const service = await createService({
    study,
    ledger,
    environment: process.env,
    live: false,
    parts: serviceParts,
    now,
    log: createLog('warn'),
  })
  const showProgress = process.stderr.isTTY && !options.json
  try {
    ledger.editions.require(edition)
    await interpretMessages(service.context, options.reread === true)
    service.settle(edition)
    const round = await service.assess(edition, {
      ...(grid ? { grid } : {}),
      ...(variant ? { variant } : {}),
      again: options.reread === true,
      progress: (done, all) => {
        if (showProgress) process.stderr.write(`\rassessed ${done} of ${all}${done === all ? '\n' : ''}`)
      },
    })
    if (options.json) process.stdout.write(`${JSON.stringify(round)}\n`)
    else {
      const lines = round.changes
        .slice(0, SHOWN_CHANGES)
        .map(
          ({ probe, before, after }) =>
            `${probe.padEnd(48)} ${inWords(before).padStart(6)} → ${inWords(after).padStart(6)}`,
        )
      const more = round.changes.length - lines.length
      process.stdout.write(
        [
          ...lines,
          ...(more > 0 ? [`… and ${more} more`] : []),
          `Edition ${edition}, ${round.variant === 'edition' ? 'its own marks' : `variant ${round.variant}`}, grid ${round.grid}: ${round.assessed} exchange(s), ${round.changes.length} mark(s) changed.`,
          ...(round.failed.length > 0
            ? [`${round.failed.length} could not be assessed: ${round.failed.join(', ')}`]
            : []),
          '',
        ].join('\n'),
      )
    }
    return round.failed.length > 0 ? 1 : 0
  } finally {
    await service.stop()
    ledger.close()
  }
}
