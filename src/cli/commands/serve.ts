/** `replymark serve`: the web alone, over a study's ledger. Nothing is sent or collected. */

import { createLog } from '../../app/log.js'
import { serviceParts } from '../../app/parts.js'
import { createService } from '../../app/service.js'
import { openWeb } from '../../app/web.js'
import type { CommandContext } from '../command.js'
import { listenOptions } from '../listen-options.js'
import { openSoundStudy } from '../open-study.js'
import { untilAskedToStop } from '../until-asked-to-stop.js'

/** Runs the command until it is asked to stop. */
export async function run(
  _positional: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  { now }: CommandContext,
): Promise<number> {
  const { listen, publicUrl, isTrustedProxy } = listenOptions(options)
  const { study, ledger } = await openSoundStudy(options)
  const log = createLog(process.env.REPLYMARK_LOG_LEVEL ?? 'warn')
  try {
    const service = await createService({
      study,
      ledger,
      environment: process.env,
      live: false,
      parts: serviceParts,
      now,
      log,
    })
    const web = await openWeb({
      study,
      ledger,
      service,
      collecting: false,
      environment: process.env,
      log,
      listen,
      publicUrl,
      isTrustedProxy,
      now,
    })
    const line = `${study.title}: ${web.address} (Ctrl-C stops it)`
    process.stdout.write(options.json ? `${JSON.stringify({ address: web.address })}\n` : `${line}\n`)
    await untilAskedToStop()
    await web.stop()
    await service.stop()
    return 0
  } finally {
    ledger.close()
  }
}
