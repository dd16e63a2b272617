/** Measures the instrument against the truth of a simulated market: matching, kinds, delays, marks, ranks, leaks, recognition. */

import type { EditionConfiguration } from '../domain/configuration.js'
import type { Standing } from '../domain/standing.js'
import type { Ledger } from '../ledger/ledger.js'
import { competitionRanks } from '../ranking/competition-rank.js'
import { spearman } from '../ranking/correlation.js'
import type { TreatmentEffect } from '../ranking/equal-treatment.js'
import { firstReply } from '../scoring/build-evidence.js'
import type { Bias } from './profile.js'
import { trueMark, trueScore } from './true-mark.js'
import type { MarketTruth, TrueExchange } from './truth.js'

/** Right among those named, and named among those there are; null where there are none. */
export interface PrecisionRecall {
  readonly precision: number | null
  readonly recall: number | null
  /** How many there truly are. */
  readonly n: number
}

/** A brand's index measured and true, in one edition. */
export interface IndexError {
  readonly edition: string
  readonly brand: string
  readonly measured: number
  readonly true: number
  readonly rank: number | null
  readonly trueRank: number | null
}

/** A planted unequal treatment, and what the instrument says of that group in each edition. */
export interface TreatmentMeasure {
  readonly planted: Bias | null
  /** Effect on the mark (negative: worse), overall, per edition. Empty where nothing was planted. */
  readonly measured: readonly {
    readonly edition: string
    readonly effect: number
    readonly p: number
    readonly significant: boolean
  }[]
  /** Difference of true marks between the group and everybody else within brand and scenario, over all editions; null where nothing was planted. */
  readonly trueEffect: number | null
  /** Comparisons called significant though nothing was planted for their attribute. */
  readonly falseAlarms: number
  /** Comparisons made of attributes for which nothing was planted. */
  readonly comparisons: number
}

/** All that is measured. */
export interface Accuracy {
  readonly messages: number
  readonly matching: PrecisionRecall
  readonly kinds: {
    readonly accuracy: number
    readonly n: number
    readonly confusions: Readonly<Record<string, number>>
  }
  /** E-mails that never reached a brand because of us: told exactly, or which not. */
  readonly undelivered: PrecisionRecall
  /** Answers of which a machine says that it wrote them. */
  readonly machines: PrecisionRecall
  readonly delay: { readonly maxErrorSeconds: number; readonly n: number }
  readonly index: { readonly meanAbsoluteError: number; readonly maxAbsoluteError: number; readonly n: number }
  /** Lowest over the editions, and each. */
  readonly ranks: { readonly spearman: number | null; readonly byEdition: Readonly<Record<string, number | null>> }
  readonly leaks: PrecisionRecall
  readonly recognition: { readonly accuracy: number | null; readonly n: number }
  readonly equalTreatment: TreatmentMeasure
  /** Mean absolute difference of each criterion's score, where both have one. */
  readonly criteria: Readonly<Record<string, { readonly meanAbsoluteError: number; readonly n: number }>>
  readonly brands: readonly IndexError[]
}

const share = (part: number, all: number): number | null => (all === 0 ? null : round(part / all))
const round = (value: number): number => Math.round(value * 1e6) / 1e6
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** Measures everything that was received. */
export function measureAccuracy(
  ledger: Ledger,
  truth: MarketTruth,
  standings: ReadonlyMap<string, readonly Standing[]>,
  treatment: TreatmentMeasure,
): Accuracy {
  const brands = [...standings].flatMap(([edition, table]) => indexErrors(ledger, truth, edition, table))
  const errors = brands.map((brand) => Math.abs(brand.measured - brand.true))
  const byEdition = Object.fromEntries(
    [...standings.keys()].map((edition) => [
      edition,
      rankCorrelation(brands.filter((brand) => brand.edition === edition)),
    ]),
  )
  const correlations = Object.values(byEdition).filter((value) => value !== null)
  return {
    messages: truth.messages.length,
    ...measureMessages(ledger, truth),
    undelivered: measureUndelivered(ledger, truth),
    machines: measureMachines(ledger, truth),
    delay: measureDelays(ledger, truth),
    index: {
      meanAbsoluteError: round(mean(errors)),
      maxAbsoluteError: round(Math.max(0, ...errors)),
      n: errors.length,
    },
    ranks: { spearman: correlations.length === 0 ? null : Math.min(...correlations), byEdition },
    ...measureFindings(ledger, truth),
    equalTreatment: treatment,
    brands,
  }
}

function measureMessages(ledger: Ledger, truth: MarketTruth): Pick<Accuracy, 'matching' | 'kinds' | 'leaks'> {
  const matching = { right: 0, wrong: 0, all: 0 }
  const leaks = { right: 0, wrong: 0, all: 0 }
  const confusions = new Map<string, number>()
  let rightKinds = 0
  for (const message of truth.messages) {
    const attributions = ledger.matches.attributions(message.hash)
    const answers = attributions.filter(({ role }) => role === 'answer')
    const strangers = attributions.filter(({ role }) => role === 'stranger')
    const expected = message.from === 'stranger' ? leaks : matching
    expected.all += 1
    const named = message.from === 'stranger' ? strangers : answers
    if (named.some(({ probe }) => probe === message.probe)) expected.right += 1
    matching.wrong += answers.filter(({ probe }) => message.from === 'stranger' || probe !== message.probe).length
    leaks.wrong += strangers.filter(({ probe }) => message.from !== 'stranger' || probe !== message.probe).length
    const kind = ledger.readings.get(message.hash)?.kind ?? 'not received'
    if (kind === message.kind) rightKinds += 1
    else confusions.set(`${message.kind} read as ${kind}`, (confusions.get(`${message.kind} read as ${kind}`) ?? 0) + 1)
  }
  const precisionRecall = ({ right, wrong, all }: typeof matching): PrecisionRecall => ({
    precision: share(right, right + wrong),
    recall: share(right, all),
    n: all,
  })
  return {
    matching: precisionRecall(matching),
    leaks: precisionRecall(leaks),
    kinds: {
      accuracy: share(rightKinds, truth.messages.length) ?? 1,
      n: truth.messages.length,
      confusions: Object.fromEntries([...confusions].toSorted()),
    },
  }
}

/** Which answers say that a machine wrote them, among those whose first reply is the true one. */
function measureMachines(ledger: Ledger, truth: MarketTruth): PrecisionRecall {
  const judged = truth.exchanges.flatMap(({ probe, edition, answer }) => {
    const { answerWindowDays } = ledger.editions.require(edition).configuration.edition
    const stored = ledger.matches.exchange(probe)
    const reply = stored ? firstReply(stored, answerWindowDays) : null
    const finding = ledger.assessments.ofProbe(probe)?.findings.find(({ criterion }) => criterion === 'answer')
    if (!answer || !finding || reply?.message.receivedAt !== answer.at) return []
    return [{ there: answer.facts.machine, told: finding.unit === 'machine' && finding.value === 1 }]
  })
  const right = judged.filter(({ there, told }) => there && told).length
  const there = judged.filter((one) => one.there).length
  return { precision: share(right, judged.filter(({ told }) => told).length), recall: share(right, there), n: there }
}

function measureUndelivered(ledger: Ledger, truth: MarketTruth): PrecisionRecall {
  const told = (probe: string) => ledger.probes.get(probe)?.state === 'undelivered'
  const there = truth.exchanges.filter(({ undelivered }) => undelivered)
  const named = truth.exchanges.filter(({ probe }) => told(probe))
  const right = there.filter(({ probe }) => told(probe)).length
  return { precision: share(right, named.length), recall: share(right, there.length), n: there.length }
}

/** The delay of every reply that was matched, against its true delay. */
function measureDelays(ledger: Ledger, truth: MarketTruth): Accuracy['delay'] {
  const exchanges = new Map(truth.exchanges.map((exchange) => [exchange.probe, exchange]))
  const errors = truth.messages.flatMap((message) => {
    const exchange = exchanges.get(message.probe)
    const probe = ledger.probes.get(message.probe)
    const stored = ledger.messages.get(message.hash)
    const matched = ledger.matches.attributions(message.hash).some((attribution) => attribution.probe === message.probe)
    if (message.kind !== 'reply' || !exchange || !stored || !matched || probe?.sentAt == null) return []
    return [Math.abs(stored.receivedAt - probe.sentAt - (message.at - exchange.sentAt)) / 1_000]
  })
  return { maxErrorSeconds: Math.max(0, ...errors), n: errors.length }
}

/** True index of every brand that has one: the mean of its true marks over the e-mails that a server accepted. */
function indexErrors(
  ledger: Ledger,
  truth: MarketTruth,
  edition: string,
  table: readonly Standing[],
): readonly IndexError[] {
  const { configuration } = ledger.editions.require(edition)
  const byBrand = Map.groupBy(
    truth.exchanges.filter((exchange) => exchange.edition === edition && !exchange.undelivered),
    (exchange) => exchange.brand,
  )
  const measured = table.flatMap((standing) => {
    const exchanges = byBrand.get(standing.brand)
    if (!exchanges || standing.index.value === null) return []
    const marks = exchanges.map((exchange) => markOf(exchange, configuration))
    return [{ edition, brand: standing.brand, measured: standing.index.value, true: mean(marks), rank: standing.rank }]
  })
  const ranks = competitionRanks(measured.map((brand) => brand.true))
  return measured.map((brand, place) => ({
    ...brand,
    measured: round(brand.measured),
    true: round(brand.true),
    trueRank: ranks[place] ?? null,
  }))
}

function markOf(exchange: TrueExchange, { scenarios, grid, edition }: EditionConfiguration): number {
  const scenario = scenarios.find((one) => one.id === exchange.scenario)
  if (!scenario) throw new Error(`scenario ${exchange.scenario} is not in edition ${edition.id}`)
  return trueMark(exchange, scenario, grid, edition.answerWindowDays)
}

function rankCorrelation(brands: readonly IndexError[]): number | null {
  const ranked = brands.filter((brand) => brand.rank !== null && brand.trueRank !== null)
  const value = spearman(
    ranked.map((brand) => brand.rank ?? 0),
    ranked.map((brand) => brand.trueRank ?? 0),
  )
  return value === null ? null : round(value)
}

/** Findings of exchanges whose first reply is the true one, criterion by criterion. */
function measureFindings(ledger: Ledger, truth: MarketTruth): Pick<Accuracy, 'recognition' | 'criteria'> {
  const differences = new Map<string, number[]>()
  const recognised: boolean[] = []
  for (const exchange of truth.exchanges) {
    const { configuration } = ledger.editions.require(exchange.edition)
    const assessment = ledger.assessments.ofProbe(exchange.probe)
    const stored = ledger.matches.exchange(exchange.probe)
    const reply = stored ? firstReply(stored, configuration.edition.answerWindowDays) : null
    const scenario = configuration.scenarios.find((one) => one.id === exchange.scenario)
    if (!assessment || !scenario || !exchange.answer || reply?.message.receivedAt !== exchange.answer.at) continue
    for (const criterion of configuration.grid.families.flatMap((family) => family.criteria)) {
      const finding = assessment.findings.find((one) => one.criterion === criterion.id)
      const expected = trueScore(criterion, exchange, scenario)
      if (finding?.outcome !== 'scored' || expected === null) continue
      differences.set(criterion.id, [...(differences.get(criterion.id) ?? []), Math.abs(finding.score - expected)])
      if (criterion.id === 'recognition') recognised.push(finding.score >= 0.5 === (expected === 1))
    }
  }
  return {
    recognition: {
      accuracy: share(recognised.filter((right) => right).length, recognised.length),
      n: recognised.length,
    },
    criteria: Object.fromEntries(
      [...differences].map(([id, values]) => [id, { meanAbsoluteError: round(mean(values)), n: values.length }]),
    ),
  }
}

/**
 * Compares what was found on equal treatment with what was planted.
 * @param effects comparisons of each edition
 */
export function measureTreatment(
  ledger: Ledger,
  truth: MarketTruth,
  effects: ReadonlyMap<string, readonly TreatmentEffect[]>,
  planted: Bias | null,
): TreatmentMeasure {
  const all = [...effects].flatMap(([edition, list]) => list.map((effect) => ({ edition, ...effect })))
  const concerned = (effect: TreatmentEffect) => effect.attribute === planted?.attribute
  const others = all.filter((effect) => !concerned(effect))
  const alarms = { falseAlarms: others.filter((effect) => effect.significant).length, comparisons: others.length }
  if (!planted) return { planted, measured: [], trueEffect: null, ...alarms }
  const measured = all
    .filter(
      (effect) =>
        concerned(effect) && effect.value === planted.value && effect.outcome === 'mark' && effect.sector === null,
    )
    .map(({ edition, effect, p, significant }) => ({ edition, effect: round(effect), p: round(p), significant }))
  const delivered = truth.exchanges.filter(({ undelivered }) => !undelivered)
  const marks = delivered.map((exchange) => {
    const { configuration } = ledger.editions.require(exchange.edition)
    const persona = configuration.personas.find((one) => one.id === exchange.persona)
    const worse = persona?.attributes[planted.attribute] === planted.value
    return { ...exchange, mark: markOf(exchange, configuration), worse }
  })
  // What brands and scenarios explain is taken off first: who writes to whom is drawn, not equal in every brand.
  const meansBy = (key: (one: (typeof marks)[number]) => string) =>
    new Map([...Map.groupBy(marks, key)].map(([name, group]) => [name, mean(group.map((one) => one.mark))]))
  const byBrand = meansBy((one) => `${one.edition}/${one.brand}`)
  const byScenario = meansBy((one) => one.scenario)
  const grandMean = mean(marks.map((one) => one.mark))
  const residual = (one: (typeof marks)[number]) =>
    one.mark - (byBrand.get(`${one.edition}/${one.brand}`) ?? 0) - (byScenario.get(one.scenario) ?? 0) + grandMean
  const meanOf = (worse: boolean) => mean(marks.filter((one) => one.worse === worse).map(residual))
  return { planted, measured, trueEffect: round(meanOf(true) - meanOf(false)), ...alarms }
}
