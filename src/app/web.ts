/** Wires the web to a ledger and a service: reports, actions of the operator, health. */

import { join } from 'node:path'
import type { ServiceLog } from '../../jobs/context.js'
import { createEditionReports } from '../../reports/edition-reports.js'
import type { Study } from '../domain/study.js'
import type { Instant } from '../domain/time.js'
import { closeEdition } from '../editions/closing.js'
import { rankEdition } from '../editions/edition-ranking.js'
import { publishEdition } from '../editions/publishing.js'
import { firstToldLanguage, toldLanguages } from '../languages/index.js'
import type { Ledger } from '../ledger/ledger.js'
import { isPaused, setPaused } from '../ledger/pause.js'
import { openAccounts } from '../web/accounts/accounts.js'
import { openApiKeys } from '../web/accounts/api-keys.js'
import { webSecret } from '../web/accounts/web-secret.js'
import type { ServiceControl, WebDependencies } from '../web/dependencies.js'
import type { IsTrustedProxy } from '../web/http/client-address.js'
import { startWebServer, type WebServer } from '../web/server.js'
import type { Service } from './service.js'

/** What the web is opened over. */
export interface WebOptions {
  readonly study: Study
  readonly ledger: Ledger
  readonly service: Service
  /** True where the service sends and polls; false where only pages are served. */
  readonly collecting: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly log: ServiceLog
  readonly listen: { readonly host: string; readonly port: number }
  /** Address under which people open it; made from `listen` where it is null. */
  readonly publicUrl: string | null
  /** Proxies whose `X-Forwarded-For` is believed; none where it is left out. */
  readonly isTrustedProxy?: IsTrustedProxy
  /** The program's clock. */
  readonly now: () => Instant
}

function controlOf({ service, ledger, study }: WebOptions, now: () => Instant): ServiceControl {
  return {
    mailboxes: () => service.mailboxes(),
    async queue() {
      const { queue } = service.context
      return { ...(await queue.counts()), letters: await queue.deadLetters() }
    },
    isRunning: (edition) => study.live && !isPaused(ledger, edition),
    start: async (edition) => setPaused(ledger, edition, false, now()),
    pause: async (edition) => setPaused(ledger, edition, true, now()),
  }
}

/** Everything the web needs, from the real parts. */
export async function webDependencies(options: WebOptions): Promise<WebDependencies> {
  const { study, ledger, service, environment, log, listen, now } = options
  const publicUrl = options.publicUrl ?? `http://${listen.host}:${listen.port}`
  const secret = webSecret(environment, study.dataFolder)
  return {
    ledger,
    accounts: await openAccounts({ database: ledger.sqlite, secret, publicUrl }),
    apiKeys: openApiKeys(ledger.sqlite, now),
    now,
    logger: log,
    publicUrl,
    ...(options.isTrustedProxy ? { isTrustedProxy: options.isTrustedProxy } : {}),
    studyTitle: study.title,
    operatorName: study.operator,
    defaultLanguage: study.languages.find((language) => toldLanguages().includes(language)) ?? firstToldLanguage(),
    sendingAccounts: study.accounts,
    service: options.collecting ? controlOf(options, now) : null,
    actions: {
      async close(edition, by) {
        closeEdition(ledger, edition, now(), by)
      },
      async publish(edition, by) {
        publishEdition(ledger, edition, now(), by)
        const { publishSite } = await import('./publish-site.js')
        await publishSite({ ledger, edition, folder: join(study.dataFolder, 'site', edition), by, environment, now })
      },
      async reassess(edition) {
        await service.process()
        if (ledger.editions.require(edition).state !== 'published') rankEdition(ledger, edition, now())
      },
    },
    reports: createEditionReports(ledger),
  }
}

/** Opens the web and serves it. */
export async function openWeb(options: WebOptions): Promise<WebServer> {
  return startWebServer(await webDependencies(options), options.listen)
}
