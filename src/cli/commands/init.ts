/** `replymark init DIR`: writes an example study. */

import { join } from 'node:path'
import { dayAt } from '../../calendar/days.js'
import { writeExampleStudy } from '../../study/write-example.js'
import type { CommandContext } from '../command.js'
import { packageFolder } from '../package-folder.js'

/** Runs the command. */
export async function run(
  positional: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  { now }: CommandContext,
): Promise<number> {
  const folder = String(positional[0])
  const written = writeExampleStudy(join(packageFolder(), 'config'), folder, dayAt(now()))
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ folder, written })}\n`
      : [
          `An example study is in ${folder}.`,
          '',
          '  study.yaml      accounts, limits, editions',
          '  brands.csv      who is measured',
          '  personas.yaml   who writes',
          '  scenarios/      about what, and what a good answer covers',
          '  grids/          how answers are marked',
          '',
          `Edit them, then: replymark check --study ${folder}`,
          '',
        ].join('\n'),
  )
  return 0
}
