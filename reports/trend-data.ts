/** Paths over editions, measured here and published elsewhere side by side. Pure. */

import type { PublishedRow } from '../src/domain/published-row.js'
import type { Standing } from '../src/domain/standing.js'
import { type ComputedEdition, totalsOf } from '../src/editions/computed-edition.js'
import type { TrendPoint } from '../src/ranking/trends.js'
import { shareEstimate } from '../src/ranking/wilson.js'
import type { EditionReport } from './edition-schema.js'

type EditionTrend = EditionReport['trends']['editions'][number]

function measuredEdition(edition: ComputedEdition): EditionTrend {
  const totals = totalsOf(edition)
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)
  const indices = edition.standings.map((standing) => standing.index.value).filter((value) => value !== null)
  const full = edition.standings.filter((standing) => standing.fullResponse).length
  const rate = shareEstimate(totals.answered, totals.probes)
  return {
    edition: totals.edition,
    origin: 'measured',
    method: edition.method,
    brands: totals.brands,
    responseRate: rate.value,
    responseRateLow: rate.interval?.low ?? null,
    responseRateHigh: rate.interval?.high ?? null,
    fullResponseShare: share(full, totals.brands),
    silentShare: share(totals.silentBrands, totals.brands),
    meanIndex: share(
      indices.reduce((sum, value) => sum + value, 0),
      indices.length,
    ),
  }
}

/** Method of a published row: the series it belongs to, and the year from which its method held where it changed. */
function methodOfRow(row: PublishedRow): string {
  const from = row.figures['method']
  return typeof from === 'string' ? from.replace(/\/[^ ]*/, '') : row.series.split('/')[0]!
}

/** First figure of that name that a source gives for the edition, as a number. */
function firstFigure(rows: readonly PublishedRow[], name: string): number | null {
  for (const row of rows) if (typeof row.figures[name] === 'number') return row.figures[name]
  return null
}

/** Rows of a published edition as a whole: those that name no brand and no sector. */
function publishedEditions(history: readonly PublishedRow[]): EditionTrend[] {
  const byYear = Map.groupBy(
    history.filter((row) => row.brand === '' && row.sector === null),
    (row) => row.year,
  )
  const years = [...new Set(history.map((row) => row.year))].sort((a, b) => a - b)
  return years.map((year) => {
    const rows = byYear.get(year) ?? []
    return {
      edition: String(year),
      origin: 'published',
      method: methodOfRow(rows[0] ?? history.find((row) => row.year === year)!),
      brands: firstFigure(rows, 'sites'),
      responseRate: firstFigure(rows, 'response_rate'),
      responseRateLow: null,
      responseRateHigh: null,
      fullResponseShare: firstFigure(rows, 'full_response_sites_rate'),
      silentShare: firstFigure(rows, 'silent_sites_rate'),
      meanIndex: null,
    }
  })
}

function measuredPoint(edition: ComputedEdition, standing: Standing, ranked: number): TrendPoint {
  return {
    edition: standing.edition,
    origin: 'measured',
    method: edition.method,
    rank: standing.rank,
    ranked,
    index: standing.index.value,
    low: standing.index.interval?.low ?? null,
    high: standing.index.interval?.high ?? null,
    responseRate: standing.responseRate.value,
  }
}

/** A brand's published places, one a year: several sources of one year are joined, an overall place before a sector's. */
function publishedPoints(rows: readonly PublishedRow[], sizes: ReadonlyMap<number, number | null>): TrendPoint[] {
  return [...Map.groupBy(rows, (row) => row.year)]
    .sort(([a], [b]) => a - b)
    .flatMap(([year, ofYear]) => {
      const rank = ofYear.find((row) => row.rank !== null)?.rank ?? null
      const index = ofYear.find((row) => row.score !== null)?.score ?? null
      if (rank === null && index === null) return []
      return [
        {
          edition: String(year),
          origin: 'published' as const,
          method: methodOfRow(ofYear[0]!),
          rank,
          ranked: sizes.get(year) ?? null,
          index,
          low: null,
          high: null,
          responseRate: null,
        },
      ]
    })
}

/** All paths: editions and brands, published ones first, in order of time. */
export function trendsOf(
  measured: readonly ComputedEdition[],
  history: readonly PublishedRow[],
  nameOf: (brand: string) => string,
): EditionReport['trends'] {
  const published = publishedEditions(history)
  const sizes = new Map(published.map((edition) => [Number(edition.edition), edition.brands]))
  const historyByBrand = Map.groupBy(
    history.filter((row) => row.brand !== ''),
    (row) => row.brand,
  )
  const tables = measured.map((edition) => ({
    edition,
    ranked: edition.standings.filter((standing) => standing.rank !== null).length,
    points: new Map(edition.standings.map((standing) => [standing.brand, standing])),
  }))
  const brands = [...new Set([...tables.flatMap(({ points }) => [...points.keys()]), ...historyByBrand.keys()])].sort()
  return {
    editions: [...published, ...measured.map(measuredEdition)],
    brands: brands.map((brand) => {
      const own = historyByBrand.get(brand) ?? []
      const known = nameOf(brand)
      return {
        brand,
        name: known === brand ? (own.at(-1)?.printedName ?? brand) : known,
        points: [
          ...publishedPoints(own, sizes),
          ...tables.flatMap(({ edition, points, ranked }) => {
            const standing = points.get(brand)
            return standing ? [measuredPoint(edition, standing, ranked)] : []
          }),
        ],
      }
    }),
  }
}
