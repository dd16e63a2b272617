/**
 * What an edition of a given size can show (Cohen, Statistical Power Analysis, 1988): differences told apart at the 5 % level with
 * a chance of 80 %, widths of intervals, and exchanges needed for a difference. Said before the first mail, so that nobody claims
 * afterwards what the design cannot bear.
 */
import { markVariances } from './generalisability.js'
import { curveVariance, measureSpread, PRIOR_DEGREES_OF_FREEDOM } from './moderated-variance.js'
import { binomialProbability, normalQuantile, studentQuantile, Z95 } from './special-functions.js'
import { wilsonInterval } from './wilson.js'

/** What is assumed, or known from an earlier edition, of single exchanges. */
export interface ExchangeSpread {
  /** Standard deviation of a brand's marks around its own mean, scenarios taken out, points. */
  readonly mark: number
  /** Mean mark of each brand, 0–100, with its deviation; one pair where only the mean is assumed. */
  readonly brands: readonly { readonly mean: number; readonly deviation: number }[]
  /** Shares answered of the brands, 0–1; one figure where only the mean is assumed. */
  readonly responseRates: readonly number[]
  /** Standard deviation of the natural logarithm of hours to the answer within a brand. */
  readonly logDelay: number
  /** Edition it comes from; null: the stated assumption. */
  readonly from: string | null
}

/**
 * The stated assumption where there is no earlier edition: seven in ten e-mails answered, as the published barometers show, an
 * answer being worth 75 points give or take 8 (0.7 × 0.3 × 75² + 0.7 × 8² = 35²), and delays spread by a factor of e.
 */
export const ASSUMED_SPREAD: ExchangeSpread = {
  mark: 35,
  brands: [{ mean: 52.5, deviation: 35 }],
  responseRates: [0.7],
  logDelay: 1,
  from: null,
}

/** Chance of finding a difference that is there. */
export const POWER = 0.8

/** What a comparison of two groups of exchanges can tell apart. */
export interface Detectable {
  /** Exchanges on each side. */
  readonly exchanges: number
  /** Points of the index. */
  readonly index: number
  /** Share answered, 0–1; null where no difference can be told. */
  readonly responseRate: number | null
  /** Ratio of hours, above 1. */
  readonly delayRatio: number
}

/** What an edition can show. */
export interface PowerStatement {
  readonly spread: ExchangeSpread
  readonly brands: number
  readonly probes: number
  /** Mean half-width of the 95 % interval of a brand's index (points) and share answered. */
  readonly halfWidth: { readonly index: number; readonly responseRate: number }
  readonly twoBrands: Detectable
  /** Two halves of the brands, as two sectors would be. */
  readonly twoHalves: Detectable
  /** Smallest change of one brand to another edition of this size, points, that is told from chance at 95 %. */
  readonly detectableChange: number
  /** Exchanges a brand needed so that two brands 10 points apart are told apart. */
  readonly probesForTenPoints: number
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Errors of a difference that a two-sided test at 5 % finds with a chance of 80 %, for so many degrees of freedom. */
function factor(degrees: number): number {
  return studentQuantile(0.975, degrees) + normalQuantile(POWER)
}

/** Degrees of freedom behind a brand's moderated variance. */
const degreesOf = (exchanges: number, brands: number) => exchanges - 1 + (brands > 1 ? PRIOR_DEGREES_OF_FREEDOM : 0)

/** Smallest difference of shares between two groups of n, upwards or downwards from a share, whichever is possible; arcsine scale. */
function detectableShare(share: number, n: number): number | null {
  const reach = ((Z95 + normalQuantile(POWER)) * Math.SQRT2) / Math.sqrt(n)
  const angle = 2 * Math.asin(Math.sqrt(share))
  const differences = [angle - reach, angle + reach]
    .filter((other) => other >= 0 && other <= Math.PI)
    .map((other) => Math.abs(Math.sin(other / 2) ** 2 - share))
  return differences.length > 0 ? Math.max(...differences) : null
}

/** What two groups of so many exchanges can be told apart by. */
function detectable(spread: ExchangeSpread, exchanges: number, degrees: number): Detectable {
  const share = mean(spread.responseRates)
  const answered = Math.max(1, exchanges * share)
  return {
    exchanges,
    index: Math.min(100, factor(degrees) * spread.mark * Math.sqrt(2 / exchanges)),
    responseRate: detectableShare(share, exchanges),
    delayRatio: Math.exp(factor(degrees) * spread.logDelay * Math.sqrt(2 / answered)),
  }
}

/** Mean half-width of Wilson's interval over what so many probes may bring. */
function shareHalfWidth(share: number, n: number): number {
  let width = 0
  for (let answered = 0; answered <= n; answered += 1) {
    const { low, high } = wilsonInterval(answered, n)
    width += binomialProbability(answered, n, share) * (high - low)
  }
  return width / 2
}

/**
 * Half-width of a brand's index interval. The interval asks which expected marks the data do not contradict, marks being bounded by
 * 0 and 100 (`indexInterval`): Wilson's interval with so many exchanges over their dispersion. Its bootstrapped quantiles lie close to the
 * normal ones, bounded marks having no tails (`npm run accuracy -- power`).
 */
function indexHalfWidth({ mean: level, deviation }: ExchangeSpread['brands'][number], probes: number): number {
  const share = Math.min(0.98, Math.max(0.02, level / 100))
  const dispersion = Math.min(1, deviation ** 2 / (10_000 * share * (1 - share)))
  const n = probes / dispersion
  const square = Z95 * Z95
  return (100 * Z95 * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n))) / (1 + square / n)
}

/** Exchanges a brand with which a difference of so many points between two brands is found. */
export function probesNeeded(spread: ExchangeSpread, points: number, brands: number): number {
  let probes = 2
  while (detectable(spread, probes, degreesOf(probes, brands)).index > points && probes < 100_000) probes += 1
  return probes
}

/**
 * What an edition can show.
 * @param brands 1 or more
 * @param probes exchanges a brand, 2 or more
 */
export function powerOf(spread: ExchangeSpread, brands: number, probes: number): PowerStatement {
  const degrees = degreesOf(probes, brands)
  const half = Math.max(1, Math.floor(brands / 2)) * probes
  return {
    spread,
    brands,
    probes,
    halfWidth: {
      index: mean(spread.brands.map((brand) => indexHalfWidth(brand, probes))),
      responseRate: mean(spread.responseRates.map((share) => shareHalfWidth(share, probes))),
    },
    twoBrands: detectable(spread, probes, degrees),
    twoHalves: detectable(spread, half, Math.max(2, 2 * half - brands)),
    detectableChange: Z95 * spread.mark * Math.sqrt(2 / probes),
    probesForTenPoints: probesNeeded(spread, 10, brands),
  }
}

/** One exchange of an earlier edition. */
export interface EarlierExchange {
  readonly brand: string
  readonly scenario: string
  readonly persona: string
  /** Null where inconclusive. */
  readonly mark: number | null
  readonly answered: boolean
  readonly delayHours: number | null
}

/** Spread of the exchanges of an earlier edition; null where it holds too little. */
export function spreadOf(edition: string, exchanges: readonly EarlierExchange[]): ExchangeSpread | null {
  const brands = [...Map.groupBy(exchanges, ({ brand }) => brand).values()]
  const scenarios = [...new Set(exchanges.map(({ scenario }) => scenario))]
  const marks = new Float64Array(brands.length * scenarios.length).fill(Number.NaN)
  brands.forEach((members, brand) => {
    for (const { scenario, mark } of members)
      if (mark !== null) marks[brand * scenarios.length + scenarios.indexOf(scenario)] = mark
  })
  const spread = measureSpread({ brands: brands.length, scenarios: scenarios.length, marks })
  const marked = exchanges.flatMap((exchange) => (exchange.mark === null ? [] : [{ ...exchange, mark: exchange.mark }]))
  if (Number.isNaN(spread.dispersion.atZero) || markVariances(marked) === null) return null
  // The mean of the brands' standard deviations: widths of intervals go by it, not by the root of the mean variance.
  const levels = [...spread.mean].flatMap((value) =>
    Number.isNaN(value)
      ? []
      : [{ mean: value, deviation: Math.sqrt(curveVariance(spread, Math.min(98, Math.max(2, value)))) }],
  )
  const logs = brands.map((members) =>
    members.flatMap(({ delayHours }) => (delayHours === null ? [] : [Math.log(Math.max(1 / 3600, delayHours))])),
  )
  let squares = 0
  let degrees = 0
  for (const own of logs) {
    if (own.length < 2) continue
    const centre = mean(own)
    squares += own.reduce((sum, value) => sum + (value - centre) ** 2, 0)
    degrees += own.length - 1
  }
  return {
    mark: mean(levels.map(({ deviation }) => deviation)),
    brands: levels,
    responseRates: brands.map((members) => members.filter(({ answered }) => answered).length / members.length),
    logDelay: degrees > 0 ? Math.sqrt(squares / degrees) : ASSUMED_SPREAD.logDelay,
    from: edition,
  }
}
