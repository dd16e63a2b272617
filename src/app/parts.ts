/** The rooms that the service calls, wired: which reading version is current, and how messages are matched. */

import type { ServiceParts } from '../../jobs/context.js'
import { CLOCK_SKEW_MS } from '../domain/time.js'
import { openProbeOf } from '../matching/open-probe.js'
import { createProbeIndex } from '../matching/probe-index.js'
import { matchAnswer } from '../matching/prove-answer.js'
import { READING_VERSION } from '../reading/version.js'

/** The rooms of this program. */
export const serviceParts: ServiceParts = {
  readingVersion: READING_VERSION,
  createMatcher(probes, editions, accounts) {
    const byId = new Map(editions.map((configuration) => [configuration.edition.id, configuration]))
    const brands = new Map(
      editions.flatMap(({ edition, brands: own }) => own.map((brand) => [`${edition.id}/${brand.id}`, brand] as const)),
    )
    const open = probes.flatMap((probe) => {
      const brand = brands.get(`${probe.edition}/${probe.brand}`)
      const days = byId.get(probe.edition)?.edition.answerWindowDays
      return brand && days !== undefined ? [openProbeOf(probe, brand, days)] : []
    })
    const index = createProbeIndex(open)
    const helpDeskDomains = [...new Set(editions.flatMap((configuration) => configuration.helpDeskDomains))]
    const authservIds = [...new Set(editions.flatMap(({ answers }) => answers?.authservIds ?? []))]
    const skews = editions.map(({ answers }) => (answers ? answers.clockSkewSeconds * 1_000 : CLOCK_SKEW_MS))
    const ownHosts = accounts.flatMap(({ domain, smtp, imap }) => [domain, smtp.host, imap.host])
    const options = { helpDeskDomains, authservIds, clockSkewMs: Math.max(0, ...skews), ownHosts }
    return (message, reading) => matchAnswer(message, reading, index, options)
  },
}
