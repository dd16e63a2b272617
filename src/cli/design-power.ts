/** What an edition of a study can show, in lines for people: `power` prints them, `plan` and `preview` end with them. */
import type { Edition } from '../domain/edition.js'
import type { Study } from '../domain/study.js'
import { readEdition } from '../editions/edition-rows.js'
import type { Ledger } from '../ledger/ledger.js'
import { treatmentObservations } from '../ranking/outcomes.js'
import { ASSUMED_SPREAD, type ExchangeSpread, POWER, type PowerStatement, powerOf, spreadOf } from '../ranking/power.js'

/** Spread of exchanges in the last closed edition before one, else the stated assumption. */
function spreadBefore(ledger: Ledger | null, edition: Edition): ExchangeSpread {
  const earlier = (ledger?.editions.list() ?? [])
    .filter(
      ({ state, configuration }) =>
        (state === 'closed' || state === 'published') && configuration.edition.sendFrom < edition.sendFrom,
    )
    .toSorted((a, b) => (a.configuration.edition.sendFrom < b.configuration.edition.sendFrom ? 1 : -1))
  for (const { id } of earlier) {
    const { configuration, results } = readEdition(ledger!, id)
    const spread = spreadOf(id, treatmentObservations(configuration, results))
    if (spread) return spread
  }
  return ASSUMED_SPREAD
}

/**
 * What an edition can show.
 * @param ledger where earlier editions are; null where there is none yet
 * @param probes e-mails a brand; its scenarios where nothing is said
 */
export function designPower(
  study: Pick<Study, 'brands'>,
  edition: Edition,
  ledger: Ledger | null,
  probes = edition.scenarios.length,
): PowerStatement {
  const brands = edition.brands.length || study.brands.length
  return powerOf(spreadBefore(ledger, edition), Math.max(1, brands), Math.max(2, probes))
}

/** The statement in sentences. */
export function powerLines(power: PowerStatement): readonly string[] {
  const { spread, brands, probes, halfWidth, twoBrands, twoHalves } = power
  const percent = (share: number) => `${Math.round(100 * share)} %`
  const share = (value: number | null) => (value === null ? 'no difference' : `${Math.round(100 * value)} points of %`)
  const basis =
    spread.from === null
      ? `No earlier edition: assumed are marks that spread by ${spread.mark.toFixed(0)} points within a brand and ${percent(spread.responseRates[0]!)} answered.`
      : `From edition ${spread.from}: marks spread by ${spread.mark.toFixed(1)} points within a brand, delays by a factor of ${Math.exp(spread.logDelay).toFixed(1)}.`
  return [
    `What ${probes} e-mails to each of ${brands} brands can show (differences found ${percent(POWER)} of the time at the 5 % level):`,
    `  ${basis}`,
    `  A brand’s index is known to ± ${halfWidth.index.toFixed(0)} points, its share answered to ± ${percent(halfWidth.responseRate)}.`,
    `  Two brands are told apart from ${twoBrands.index.toFixed(0)} points of index, ${share(twoBrands.responseRate)} of answers, or delays ${twoBrands.delayRatio.toFixed(1)} times as long.`,
    `  Two halves of the brands: ${twoHalves.index.toFixed(1)} points, ${share(twoHalves.responseRate)} of answers, delays ${twoHalves.delayRatio.toFixed(2)} times as long.`,
    `  A brand’s change to a next edition of this size counts from ${power.detectableChange.toFixed(0)} points.`,
    `  Ten points between two brands would need ${power.probesForTenPoints} e-mails to each: smaller differences than those above must not be claimed of single brands.`,
  ]
}
