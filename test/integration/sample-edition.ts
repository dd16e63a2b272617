/** An edition with one brand and a few probes, and a service over it, for tests against real servers. */

import { serviceParts } from '../../src/app/parts.js'
import { createService, type Service } from '../../src/app/service.js'
import { readGrid } from '../../src/cli/commands/mark/read-inputs.js'
import type { EditionConfiguration } from '../../src/domain/configuration.js'
import type { Probe } from '../../src/domain/probe.js'
import type { Study } from '../../src/domain/study.js'
import { DAY_MS, type Instant } from '../../src/domain/time.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import type { AtFaultPoint } from '../../src/mail/fault-points.js'
import { sampleConfiguration, sampleProbe } from '../ledger/samples.js'
import { clock, MOMENT } from '../moments/moment.js'
import { dovecotAccount, passwords } from './dovecot.js'

/**
 * The sample edition marked by a shipped grid, with a window around a moment and no closed hours.
 * @param country of its brand; by default one without known holidays, for on a holiday nothing is sent, whatever the limits
 */
export async function editionConfigurationAt(moment: Instant, country = 'ZZ'): Promise<EditionConfiguration> {
  const sample = sampleConfiguration()
  const day = (offset: number) => new Date(moment + offset * DAY_MS).toISOString().slice(0, 10)
  return {
    ...sample,
    edition: { ...sample.edition, sendFrom: day(-1), sendUntil: day(200), answerWindowDays: 365 },
    brands: sample.brands.map((brand) => ({ ...brand, country })),
    grid: await readGrid('qualiweb'),
    limits: {
      ...sample.limits,
      holidays: [],
      minGapDays: 3,
      perBrand: 100,
      workingHours: { from: '00:00', until: '24:00' },
      workingDays: [1, 2, 3, 4, 5, 6, 7],
    },
  }
}

/** A while before the moment of the run: six mails go out, with three days between two, before the answers come. */
const START = MOMENT - 60 * DAY_MS

/** Plans an edition of so many probes to one brand into a ledger. */
export async function planSampleEdition(
  ledger: Ledger,
  number: number,
  start: Instant = START,
  country = 'ZZ',
): Promise<{ readonly probes: readonly Probe[]; readonly start: Instant }> {
  ledger.editions.plan(await editionConfigurationAt(start, country), start)
  const probes = Array.from({ length: number }, (_, index) =>
    sampleProbe(index + 1, { scenario: 'complaint', dueAt: start - 1000 }),
  )
  ledger.probes.add(probes, start)
  return { probes, start }
}

/** What a test gives a service. */
export interface EditionServiceOptions {
  readonly ledger: Ledger
  readonly user: string
  readonly smtpPort: number
  /** The suites' clock by default. */
  readonly now?: () => Instant
  readonly study?: Partial<Study>
  readonly live?: boolean
  readonly atFaultPoint?: AtFaultPoint
}

/** A service over the sample edition, with the user's mailbox and the brand's server. */
export function openEditionService(options: EditionServiceOptions): Promise<Service> {
  const { study: name, ...configuration } = sampleConfiguration()
  const study: Study = {
    ...name,
    folder: '.',
    dataFolder: '.',
    live: true,
    sectors: configuration.sectors,
    brands: configuration.brands,
    personas: configuration.personas,
    scenarios: configuration.scenarios,
    accounts: [dovecotAccount(options.user, { smtpPort: options.smtpPort })],
    editions: [configuration.edition],
    grids: [configuration.grid],
    limits: configuration.limits,
    proofreading: configuration.proofreading,
    helpDeskDomains: [],
    answers: { authservIds: [], clockSkewSeconds: 120 },
    reviews: { per100Messages: 12 },
    retentionDays: null,
    ...options.study,
  }
  return createService({
    study,
    ledger: options.ledger,
    environment: passwords(),
    live: options.live ?? true,
    parts: serviceParts,
    now: options.now ?? clock,
    ...(options.atFaultPoint ? { atFaultPoint: options.atFaultPoint } : {}),
  })
}
