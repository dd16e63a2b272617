/** The rooms that the service calls, wired: which reading version is current, and how messages are matched. */

import type { ServiceParts } from '../../jobs/context.js'
import { matchMessage } from '../matching/match-message.js'
import { openProbeOf } from '../matching/open-probe.js'
import { createProbeIndex } from '../matching/probe-index.js'
import { READING_VERSION } from '../reading/version.js'

/** The rooms of this program. */
export const serviceParts: ServiceParts = {
  readingVersion: READING_VERSION,
  createMatcher(probes, editions) {
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
    return (message, reading) => matchMessage(reading, message.receivedAt, index, { helpDeskDomains })
  },
}
