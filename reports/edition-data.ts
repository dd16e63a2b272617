/**
 * Builds the one report object of an edition from ledger rows: standings, indicators, sectors, trends, changes, equal
 * treatment, leaks. Pure: same rows, same object. Every format, page and API answer is made from it.
 */
import { criterionById } from '../src/criteria/index.js'
import {
  type ComputedEdition,
  comparableEdition,
  computeEdition,
  equalTreatmentOf,
  proofreadersOf,
  totalsOf,
} from '../src/editions/computed-edition.js'
import { criterionExclusions } from '../src/editions/criterion-exclusions.js'
import type { EditionRows, ReportRows } from '../src/editions/edition-rows.js'
import { answeredBy } from '../src/ranking/answered-by.js'
import { authenticatedShare } from '../src/ranking/authenticated.js'
import { compareEditions } from '../src/ranking/changes.js'
import { competitionRanks } from '../src/ranking/competition-rank.js'
import { indexReliability, markVariances } from '../src/ranking/generalisability.js'
import { measureLeaks } from '../src/ranking/leaks.js'
import { measuredBrands, treatmentObservations } from '../src/ranking/outcomes.js'
import { createRandom } from '../src/ranking/random.js'
import { WEIGHTINGS, type WeightDraw, weightSensitivity } from '../src/ranking/sensitivity.js'
import { DEFAULT_DRAWS } from '../src/ranking/standings.js'
import { TOP_SET_SIZES, topSet } from '../src/ranking/top-sets.js'
import { consistency, segmentOf } from '../src/ranking/trends.js'
import { marksOf, overallFigures, rounded, scenarioFigures, sectorFigures, survivalOf } from './edition-figures.js'
import type { EditionReport, ReportSector } from './edition-schema.js'
import { trendsOf } from './trend-data.js'

/** Licence of published figures. */
export const LICENCE = {
  id: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const

function sectorsOf({ rows, outcomes, standings }: ComputedEdition): ReportSector[] {
  const sectorOf = new Map(rows.configuration.brands.map((brand) => [brand.id, brand.sector]))
  const measured = rows.configuration.sectors
    .map((sector) => ({
      id: sector.id,
      title: { fr: sector.title.fr ?? sector.id, en: sector.title.en ?? sector.id },
      ...sectorFigures(sector.id, outcomes, standings),
      answeredByMachine: answeredBy(rows.results.filter(({ brand }) => sectorOf.get(brand) === sector.id)).machineShare,
      authenticated: authenticatedShare(rows.replies, sector.id),
    }))
    .filter((sector) => sector.brands > 0)
  const ranks = competitionRanks(measured.map((sector) => sector.index.value))
  return measured.map((sector, position) => ({ ...sector, rank: ranks[position] ?? null }))
}

function gridOf({ grid }: EditionRows['configuration']): EditionReport['method']['grid'] {
  return {
    id: grid.id,
    version: grid.version,
    title: grid.title,
    hash: grid.hash,
    families: grid.families.map((family) => ({
      id: family.id,
      weight: family.weight,
      because: family.because,
      criteria: family.criteria.map(({ id, version, weight, because }) => ({
        id,
        version,
        weight,
        because,
        title: criterionById.get(id)?.meta.title ?? { fr: id, en: id },
      })),
    })),
  }
}

function countsOf(edition: ComputedEdition): EditionReport['counts'] {
  const { configuration, results } = edition.rows
  const totals = totalsOf(edition)
  const waiting = results.filter((result) => result.state === 'sent' || result.state === 'sending').length
  return {
    brands: measuredBrands(configuration).length,
    ranked: edition.standings.filter((standing) => standing.rank !== null).length,
    scenarios: configuration.scenarios.length,
    personas: configuration.personas.length,
    probes: totals.probes,
    answered: totals.answered,
    waiting,
    uncounted: results.length - totals.probes - waiting,
    undelivered: results.filter((result) => result.state === 'undelivered').length,
    silentBrands: totals.silentBrands,
    fullResponseBrands: edition.standings.filter((standing) => standing.fullResponse).length,
    answeredWithin24Hours: totals.answeredWithin24Hours,
    mistakes: totals.mistakes,
    words: totals.words,
  }
}

/** E-mails a brand for which reliability is said beside the edition's own. */
const OTHER_SIZES = [5, 7, 10, 20, 50] as const

/** Generalisability study of the edition and decision study for the next. */
function generalisabilityOf({ configuration, results }: EditionRows): EditionReport['generalisability'] {
  const exchanges = treatmentObservations(configuration, results).flatMap((one) =>
    one.mark === null ? [] : [{ ...one, mark: one.mark }],
  )
  const variances = markVariances(exchanges)
  if (!variances) return null
  const sizes = [...new Set([configuration.scenarios.length, ...OTHER_SIZES])].sort((a, b) => a - b)
  return { variances: { ...variances }, sizes: sizes.map((size) => ({ ...indexReliability(variances, size) })) }
}

/** How far the order rests on weights and single criteria; null where nobody is ranked. */
function sensitivityOf({ rows, standings }: ComputedEdition): EditionReport['sensitivity'] {
  const { grid, edition } = rows.configuration
  const families = grid.families.filter(({ weight }) => weight > 0)
  const ranked = standings.filter(
    (standing) => standing.rank !== null && families.every(({ id }) => standing.families[id] !== undefined),
  )
  if (ranked.length === 0) return null
  const brands = ranked.map((standing) => ({
    brand: standing.brand,
    shares: families.map(({ id, weight }) => rounded((standing.families[id] ?? 0) / weight)),
  }))
  const weights = families.map(({ weight }) => weight)
  const spread = (draw: WeightDraw) =>
    weightSensitivity(brands, weights, draw, createRandom(edition.seed, 'weights', draw)).map((one) => ({ ...one }))
  return {
    weightings: WEIGHTINGS,
    families: families.map(({ id, weight }) => ({ id, weight })),
    brands: brands.map(({ brand, shares }) => ({ brand, shares: [...shares] })),
    near: spread('near'),
    free: spread('free'),
    exclusions: criterionExclusions(grid, rows.results).map((one) => ({ ...one })),
  }
}

/** What was fixed beforehand, as published. */
function preregistrationIn({ preregistration: fixed }: EditionRows): EditionReport['edition']['preregistration'] {
  if (!fixed) return null
  const { planHash, hypotheses, analysis } = fixed.preregistration
  return {
    hash: fixed.hash,
    fixedAt: fixed.fixedAt,
    planHash,
    hypotheses: [...hypotheses],
    analysis: { ...analysis },
    deviations: fixed.deviations.map((deviation) => ({ ...deviation })),
  }
}

/** Builds the report. */
export function buildEditionReport({ edition: own, earlier, history }: ReportRows): EditionReport {
  const computed: ComputedEdition[] = []
  for (const rows of earlier) computed.push(computeEdition(rows, computed))
  const edition = computeEdition(own, computed)
  const { configuration } = own
  const names = new Map(configuration.brands.map((brand) => [brand.id, brand.name]))
  const nameOf = (brand: string) => names.get(brand) ?? brand
  const trends = trendsOf([...computed, edition], history, nameOf)
  const paths = new Map(trends.brands.map((brand) => [brand.brand, brand.points]))
  const previous = comparableEdition(computed, edition.method)
  const named = <Moved extends { brand: string }>(mover: Moved) => ({ ...mover, name: nameOf(mover.brand) })
  const changes = previous
    ? compareEditions(
        { totals: totalsOf(previous), standings: previous.standings },
        { totals: totalsOf(edition), standings: edition.standings },
      )
    : null
  const all = edition.outcomes.flatMap((brand) => brand.outcomes)
  const { study } = configuration
  return {
    version: 1,
    study: { id: study.id, title: study.title, operator: study.operator, languages: [...study.languages] },
    edition: {
      id: configuration.edition.id,
      title: configuration.edition.title,
      state: own.state,
      sendFrom: configuration.edition.sendFrom,
      sendUntil: configuration.edition.sendUntil,
      answerWindowDays: configuration.edition.answerWindowDays,
      seed: configuration.edition.seed,
      publishedAt: own.publishedAt,
      embargoUntil: configuration.edition.embargoUntil,
      sealRoot: own.sealRoot,
      publicKey: own.publicKey,
      planCommitment: configuration.planCommitment ?? null,
      preregistration: preregistrationIn(own),
      planSecret: own.planSecret,
    },
    method: {
      id: edition.method,
      grid: gridOf(configuration),
      proofreaders: proofreadersOf(own),
      draws: DEFAULT_DRAWS,
      fairPlay: {
        perBrand: configuration.limits.perBrand,
        perBrandPeriodDays: configuration.limits.perBrandPeriodDays,
        minGapDays: configuration.limits.minGapDays,
        rightOfReplyDays: configuration.edition.rightOfReplyDays ?? 0,
        retentionDays: configuration.retentionDays,
      },
    },
    answeredBy: answeredBy(own.results),
    counts: countsOf(edition),
    overall: overallFigures(edition.outcomes, edition.standings),
    sectors: sectorsOf(edition),
    scenarios: configuration.scenarios.map((scenario) => ({
      id: scenario.id,
      title: scenario.title,
      ...scenarioFigures(scenario.id, edition.outcomes),
    })),
    standings: edition.standings.map((standing) => {
      const path = paths.get(standing.brand) ?? []
      return {
        ...standing,
        name: nameOf(standing.brand),
        families: { ...standing.families },
        segment: segmentOf(path),
        consistency: consistency(path),
      }
    }),
    topSets: TOP_SET_SIZES.filter((k) => k < edition.standings.length).map((k) => {
      const { possible, certain } = topSet(edition.standings, k)
      return { k, possible: [...possible], certain: [...certain] }
    }),
    generalisability: generalisabilityOf(own),
    sensitivity: sensitivityOf(edition),
    marks: marksOf(edition.outcomes).map((mark) => {
      const mailHash = own.mailHashes.get(`${mark.brand}/${mark.scenario}`) ?? null
      return { ...mark, mailHash }
    }),
    survival: survivalOf(all),
    trends,
    changes: changes
      ? {
          ...changes,
          mistakes: changes.mistakes
            ? {
                ...changes.mistakes,
                interval: {
                  ...changes.mistakes.interval,
                  high: Number.isFinite(changes.mistakes.interval.high) ? changes.mistakes.interval.high : null,
                },
              }
            : null,
          climbers: changes.climbers.map(named),
          fallers: changes.fallers.map(named),
          fallenWinners: changes.fallenWinners.map(named),
          winners: [...changes.winners],
        }
      : null,
    equalTreatment: [...equalTreatmentOf(own)],
    leaks: measureLeaks(own.uses).map((leak) => ({
      ...leak,
      leaks: { ...leak.leaks, senders: [...leak.leaks.senders] },
      solicitations: { ...leak.solicitations, senders: [...leak.solicitations.senders] },
    })),
    licence: LICENCE,
    sources: sourcesOf(history),
  }
}

/** Where figures come from that this study did not measure. */
function sourcesOf(history: ReportRows['history']): EditionReport['sources'] {
  const references = new Set(
    history.flatMap((row) => (typeof row.figures.source === 'string' ? [row.figures.source] : [])),
  )
  return [...references]
    .sort()
    .map((reference) => ({ title: reference.replace(/^https?:\/\/(www\.)?|\/.*$/gs, ''), reference }))
}
