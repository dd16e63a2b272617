/** `replymark run`: the service. Sends what is due (with --live), watches the mailboxes, reads, matches and assesses until it is asked to stop. */

import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createLog } from '../../app/log.js'
import { serviceParts } from '../../app/parts.js'
import { createService } from '../../app/service.js'
import { openWeb } from '../../app/web.js'
import { takeServiceLock } from '../../ledger/service-lock.js'
import { faultPointFrom } from '../../mail/fault-points.js'
import { HANDED_JOURNAL_FILE, openHandedJournal } from '../../mail/handed-journal.js'
import { WORK_VERSION } from '../../queue/work.js'
import type { CommandContext } from '../command.js'
import { listenOptions } from '../listen-options.js'
import { allNotInForce } from '../not-in-force.js'
import { openSoundStudy } from '../open-study.js'
import { untilAskedToStop } from '../until-asked-to-stop.js'

/** Runs the command. */
export async function run(
  _positional: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  { now }: CommandContext,
): Promise<number> {
  const { study, ledger } = await openSoundStudy(options)
  const freeLock = takeServiceLock(study.dataFolder)
  const log = createLog(process.env.REPLYMARK_LOG_LEVEL)
  const redisUrl = options.redis ? String(options.redis) : process.env.REPLYMARK_REDIS_URL
  const threads = options.threads === undefined ? Math.max(1, availableParallelism() - 1) : Number(options.threads)
  try {
    const service = await createService({
      study,
      ledger,
      environment: process.env,
      live: options.live === true,
      parts: serviceParts,
      now,
      log,
      threads,
      journal: openHandedJournal(join(study.dataFolder, HANDED_JOURNAL_FILE)),
      atFaultPoint: faultPointFrom(process.env.REPLYMARK_FAULT_POINT),
      ...(redisUrl
        ? {
            async openQueue(handlers) {
              const { openBullQueue } = await import('../../queue/bullmq.js')
              return openBullQueue({ redisUrl, study: study.id, version: WORK_VERSION, handlers })
            },
          }
        : {}),
    })
    if (options.live !== true || !study.live)
      log.warn(
        {},
        study.live ? 'nothing is sent: started without --live' : 'nothing is sent: `live` is not true in study.yaml',
      )
    for (const { id, state } of ledger.editions.list()) {
      const fixed = state === 'planned' || state === 'running' ? ledger.preregistrations.get(id) : null
      if (!fixed) continue
      const { planHash, secretHash, grid } = fixed.preregistration
      const hashes = { edition: id, preregistration: fixed.hash, plan: planHash, secret: secretHash, grid: grid.hash }
      log.info(hashes, 'plan, grid and analysis are fixed')
    }
    for (const line of allNotInForce(study, ledger)) log.warn({}, line)
    const { listen, publicUrl, isTrustedProxy } = listenOptions(options)
    const web =
      options.web === false
        ? null
        : await openWeb({
            study,
            ledger,
            service,
            collecting: true,
            environment: process.env,
            log,
            listen,
            publicUrl,
            isTrustedProxy,
            now,
          })
    await service.start()
    if (web) log.info({ address: web.address }, 'web opened')
    await untilAskedToStop()
    await web?.stop()
    await service.stop()
    return 0
  } finally {
    ledger.close()
    freeLock()
  }
}
