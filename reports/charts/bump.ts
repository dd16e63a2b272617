/** Bump chart: ranks over editions, the chosen brands in colour and the rest in grey; method changes as dashed lines. */
import { inLanguage } from '../../src/languages/index.js'
import { methodBreaks } from '../../src/ranking/trends.js'
import type { EditionReport } from '../edition-schema.js'
import { headlines } from '../sentences.js'
import type { ChartContext } from './context.js'
import { fitted, widthOf } from './text-width.js'
import { CATEGORIES, type Chart, FONT, framed, GHOST, LINE, MUTED, QUIET_AXIS } from './theme.js'

/** Brands in colour at most. */
const CHOSEN = 6

/** Brands drawn at most; with more, grey lines say nothing. */
const DRAWN = 60

/** Brands that make the story: winners now and then, biggest climbers and fallers. */
export function chosenBrands(report: EditionReport): readonly string[] {
  const { changes } = report
  const candidates = [
    ...report.standings.filter((standing) => standing.rank === 1).map((standing) => standing.brand),
    ...(changes?.fallenWinners ?? []).map((mover) => mover.brand),
    ...(changes?.climbers ?? []).slice(0, 2).map((mover) => mover.brand),
    ...(changes?.fallers ?? []).slice(0, 2).map((mover) => mover.brand),
    ...report.standings.slice(0, CHOSEN).map((standing) => standing.brand),
  ]
  return [...new Set(candidates)].slice(0, CHOSEN)
}

/** A single brand's path as a finding. */
function brandTitle(report: EditionReport, brand: string, { language, format }: ChartContext): string {
  const path = report.trends.brands.find((one) => one.brand === brand)
  const points = path?.points.filter((point) => point.rank !== null) ?? []
  const first = points[0]
  const last = points.at(-1)
  if (!path || !first || !last) return headlines(report, language).bump
  const { ordinal } = format
  return format.text(
    inLanguage(
      {
        fr: `${path.name} : ${ordinal(first.rank!)} en ${first.edition}, ${ordinal(last.rank!)} en ${last.edition}`,
        en: `${path.name}: ${ordinal(first.rank!)} in ${first.edition}, ${ordinal(last.rank!)} in ${last.edition}`,
      },
      language,
    ),
  )
}

/** Ranks over editions; brands given are coloured instead of those that make the story. */
export function bumpChart(report: EditionReport, context: ChartContext, brands?: readonly string[]): Chart {
  const { language, format, words } = context
  const chosen = brands ?? chosenBrands(report)
  const title = brands?.length === 1 ? brandTitle(report, brands[0]!, context) : headlines(report, language).bump
  const measured = report.trends.editions.filter((edition) => edition.origin === 'measured')
  const editions = measured.length > 1 ? measured : report.trends.editions
  const wanted = new Set(editions.map((edition) => `${edition.origin} ${edition.edition}`))
  const rankOfNow = new Map(
    report.standings.map((standing) => [standing.brand, standing.rank ?? Number.POSITIVE_INFINITY]),
  )
  const paths = report.trends.brands
    .map((brand) => ({
      ...brand,
      points: brand.points.filter((point) => point.rank !== null && wanted.has(`${point.origin} ${point.edition}`)),
    }))
    .filter((brand) => brand.points.length > 0)
    .sort((a, b) => (rankOfNow.get(a.brand) ?? 1e9) - (rankOfNow.get(b.brand) ?? 1e9))
    .filter((brand, place) => place < DRAWN || chosen.includes(brand.brand))
  const subtitle = format.text(
    inLanguage(
      {
        fr: `Rang de ${paths.length} marques par édition, 1 en haut.${brands ? '' : ` En couleur : ${chosen.length} marques qui font l’édition.`}`,
        en: `Rank of ${paths.length} brands by edition, 1 at the top.${brands ? '' : ` In colour: ${chosen.length} brands that make the edition.`}`,
      },
      language,
    ),
  )
  const { width } = context
  const frame = framed({ title, subtitle, source: context.source, width })
  const { letters } = frame
  const right = letters.narrow ? 128 : 200
  const largest = Math.max(2, ...paths.flatMap((brand) => brand.points.map((point) => point.rank!)))
  const height = Math.max(460, Math.min(900, 190 + largest * 16))
  const breaks = methodBreaks(
    editions.map((edition) => ({ ...edition, rank: null, ranked: null, index: null, low: null, high: null })),
  )
  /** The place now before the name; nothing for a brand without one. */
  const placeNow = (brand: string) => {
    const rank = rankOfNow.get(brand)
    return rank === undefined || !Number.isFinite(rank) ? '' : `${rank}  `
  }
  const every = Math.max(
    1,
    Math.ceil((widthOf('2026', 13) + 8) / ((width - right - 56) / Math.max(1, editions.length))),
  )
  const series = paths
    .toSorted((a, b) => Number(chosen.includes(a.brand)) - Number(chosen.includes(b.brand)))
    .map((brand) => {
      const place = chosen.indexOf(brand.brand)
      const colour = place < 0 ? GHOST : CATEGORIES[place % CATEGORIES.length]!
      const byEdition = new Map(brand.points.map((point) => [`${point.origin} ${point.edition}`, point.rank]))
      return {
        type: 'line' as const,
        name: brand.name,
        data: editions.map((edition) => byEdition.get(`${edition.origin} ${edition.edition}`) ?? null),
        connectNulls: true,
        triggerEvent: 'line' as const,
        symbol: 'circle',
        symbolSize: place < 0 ? 4 : 9,
        lineStyle: { color: colour, width: place < 0 ? 1 : 3 },
        itemStyle: { color: colour },
        z: place < 0 ? 1 : 3,
        endLabel: {
          show: place >= 0,
          formatter: fitted(`${placeNow(brand.brand)}${brand.name}`, right - 16, 13, true),
          color: colour,
          fontFamily: FONT,
          fontSize: 13,
          fontWeight: 600 as const,
          distance: 10,
        },
        labelLayout: { moveOverlap: 'shiftY' as const },
      }
    })
  return {
    id: 'rank-bump',
    title,
    subtitle,
    width,
    height,
    tooltip: {
      trigger: 'item',
      formatter: (hovered) => {
        const name = (hovered as { readonly seriesName?: string }).seriesName ?? ''
        const path = paths.find((one) => one.name === name)
        return [name, ...(path?.points ?? []).map((point) => `${point.edition}  ${format.ordinal(point.rank!)}`)].join(
          '\n',
        )
      },
    },
    option: {
      ...frame.options(height),
      grid: { left: letters.narrow ? 40 : 56, right, top: frame.top + 20, bottom: frame.bottom + 34 },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: editions.map((edition) => edition.edition),
        ...QUIET_AXIS,
        axisLine: { show: true, lineStyle: { color: LINE } },
        axisLabel: { ...QUIET_AXIS.axisLabel, fontSize: 13, interval: every - 1 },
      },
      yAxis: {
        type: 'value',
        inverse: true,
        min: 1,
        max: largest,
        minInterval: 1,
        ...QUIET_AXIS,
        splitLine: { show: false },
        axisLabel: {
          ...QUIET_AXIS.axisLabel,
          formatter: (value: number) => (Number.isInteger(value) ? String(value) : ''),
        },
      },
      series: series.map((one, position) =>
        position === 0 && breaks.length > 0
          ? {
              ...one,
              markLine: {
                silent: true,
                symbol: 'none',
                lineStyle: { color: MUTED, type: 'dashed' as const },
                label: { formatter: words.methodBreak, color: MUTED, fontFamily: FONT, fontSize: letters.small },
                data: breaks.map((at) => ({ xAxis: at - 0.5 })),
              },
            }
          : one,
      ),
    },
  }
}
