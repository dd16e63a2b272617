/** The league table: rank, movement, brand, sector, index with its interval, response rate, median delay, mistakes. */

import type { StudyLanguage } from '../../domain/language.js'
import { RANK_RULE } from '../../domain/rank-rule.js'
import type { Standing } from '../../domain/standing.js'
import { inLanguage } from '../../languages/index.js'
import { unaccented } from '../../text/unaccented.js'
import type { LeagueLine } from '../data/rankings.js'
import { formatHours, formatNumber, formatShare, NO_FIGURE } from '../format.js'
import { Movement } from './movement.js'
import { Whisker } from './whisker.js'

/** Columns a reader can sort by. */
export const SORT_KEYS = ['rank', 'brand', 'sector', 'index', 'response', 'delay', 'mistakes'] as const
/** One of them. */
export type SortKey = (typeof SORT_KEYS)[number]

/** What the reader asked for; lives in the address, so that a permalink keeps it. */
export interface LeagueQuery {
  readonly sort: SortKey
  readonly descending: boolean
  /** Sector id, or empty for all. */
  readonly sector: string
  readonly search: string
}

const WORDS = {
  fr: {
    rank: 'Rang',
    movement: 'Évolution',
    brand: 'Marque',
    sector: 'Secteur',
    index: 'Indice /100',
    interval: 'Intervalle à 95 %',
    response: 'Réponses',
    delay: 'Délai médian',
    mistakes: 'Fautes /100 mots',
    none: 'Aucune marque ne correspond à ce filtre. Effacez la recherche ou choisissez tous les secteurs.',
    more: 'Détails',
    places: 'Rang, intervalle',
  },
  en: {
    rank: 'Rank',
    movement: 'Move',
    brand: 'Brand',
    sector: 'Sector',
    index: 'Index /100',
    interval: '95 % interval',
    response: 'Answered',
    delay: 'Median delay',
    mistakes: 'Mistakes /100 words',
    none: 'No brand fits this filter. Clear the search or choose all sectors.',
    more: 'Details',
    places: 'Rank interval',
  },
} as const

const VALUE_OF: Readonly<Record<SortKey, (line: LeagueLine) => number | string | null>> = {
  rank: ({ standing }) => standing.rank,
  brand: ({ brandName }) => brandName,
  sector: ({ sectorTitle }) => sectorTitle,
  index: ({ standing }) => standing.index.value,
  response: ({ standing }) => standing.responseRate.value,
  delay: ({ standing }) => standing.medianDelayHours.value,
  mistakes: ({ standing }) => standing.mistakesPer100Words.value,
}

/** Lines that fit the query, in its order; lines without the figure come last either way. */
export function arrangeLines(
  lines: readonly LeagueLine[],
  query: LeagueQuery,
  language: StudyLanguage,
): readonly LeagueLine[] {
  const sought = unaccented(query.search.trim())
  const value = VALUE_OF[query.sort]
  const collator = new Intl.Collator(language)
  const sign = query.descending ? -1 : 1
  return lines
    .filter((line) => !query.sector || line.standing.sector === query.sector)
    .filter((line) => !sought || unaccented(line.brandName).includes(sought))
    .sort((one, other) => {
      const a = value(one)
      const b = value(other)
      if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
      const order = typeof a === 'string' ? collator.compare(a, String(b)) : a - Number(b)
      return order === 0 ? collator.compare(one.brandName, other.brandName) : sign * order
    })
}

/** The range all whiskers share: tens around the data, so that differences show without cutting a whisker. */
export function commonScale(lines: readonly LeagueLine[]): readonly [number, number] {
  const values = lines.flatMap(({ standing: { index } }) => [
    index.interval?.low ?? index.value,
    index.interval?.high ?? index.value,
  ])
  const known = values.filter((value): value is number => value !== null)
  if (known.length === 0) return [0, 100]
  return [Math.max(0, Math.floor(Math.min(...known) / 10) * 10), Math.min(100, Math.ceil(Math.max(...known) / 10) * 10)]
}

function SortHead(props: {
  label: string
  sort: SortKey
  query: LeagueQuery
  address: (query: LeagueQuery) => string
  class?: string
}) {
  const { query, sort } = props
  const active = query.sort === sort
  const descending = active ? !query.descending : sort === 'index' || sort === 'response'
  return (
    <th
      scope="col"
      class={props.class}
      aria-sort={active ? (query.descending ? 'descending' : 'ascending') : undefined}
    >
      <a href={props.address({ ...query, sort, descending })}>
        {props.label}
        {active ? <span aria-hidden="true">{query.descending ? ' ↓' : ' ↑'}</span> : null}
      </a>
    </th>
  )
}

/** The places a brand may hold. */
function places({ rankInterval }: Standing): string {
  return rankInterval ? `${rankInterval.low}–${rankInterval.high}` : NO_FIGURE
}

/** The table. `address` makes the link of a sorted table; `linkBrand` that of a brand, null in an embed that links outside. */
export function LeagueTable(props: {
  language: StudyLanguage
  lines: readonly LeagueLine[]
  query: LeagueQuery
  caption: string
  scale: readonly [number, number]
  address: (query: LeagueQuery) => string
  linkBrand: (brand: string) => string
  linkTarget?: string
  /** True for a table of one sector: its ranks are those of the sector, and nothing is said of the winner of all. */
  oneSector?: boolean
}) {
  const { language, query, address } = props
  const words = inLanguage(WORDS, language)
  if (props.lines.length === 0) return <p class="empty">{words.none}</p>
  const byRank = query.sort === 'rank' && !query.descending
  const last =
    byRank && !props.oneSector ? props.lines.findLastIndex(({ standing }) => standing.indistinguishableFromWinner) : -1
  const cut = last >= 0 && last < props.lines.length - 1 ? last : -1
  return (
    <table class="league">
      <caption>
        {props.caption} {props.oneSector ? '' : RANK_RULE[language]}
      </caption>
      <thead>
        <tr>
          <SortHead label={words.rank} sort="rank" query={query} address={address} class="number" />
          <th scope="col" class="wide">
            {words.movement}
          </th>
          <SortHead label={words.brand} sort="brand" query={query} address={address} />
          <SortHead label={words.sector} sort="sector" query={query} address={address} class="wide" />
          <SortHead label={words.index} sort="index" query={query} address={address} class="number" />
          <th scope="col" class="whisker">
            {words.interval}
            <span class="small wide">{` ${formatNumber(props.scale[0], language, 0)}–${formatNumber(props.scale[1], language, 0)}`}</span>
          </th>
          {props.oneSector ? null : (
            <th scope="col" class="number wide">
              {words.places}
            </th>
          )}
          <SortHead label={words.response} sort="response" query={query} address={address} class="number wide" />
          <SortHead label={words.delay} sort="delay" query={query} address={address} class="number wide" />
          <SortHead label={words.mistakes} sort="mistakes" query={query} address={address} class="number wide" />
        </tr>
      </thead>
      <tbody>
        {props.lines.map(({ standing, brandName, sectorTitle, whyUnranked }, index) => (
          <tr class={index === cut ? 'cut' : undefined}>
            <td class="number rank">{standing.rank ?? NO_FIGURE}</td>
            <td class="wide">
              <Movement standing={standing} language={language} />
            </td>
            <th scope="row">
              <a
                href={props.linkBrand(standing.brand)}
                target={props.linkTarget}
                rel={props.linkTarget ? 'noopener' : undefined}
              >
                {brandName}
              </a>
            </th>
            <td class="wide">{sectorTitle}</td>
            <td class="number">{formatNumber(standing.index.value, language)}</td>
            <td class="whisker">
              {whyUnranked === null ? (
                <Whisker estimate={standing.index} language={language} scale={props.scale} />
              ) : (
                <span class="small">{whyUnranked}</span>
              )}
              <details class="narrow small">
                <summary>{words.more}</summary>
                {sectorTitle}
                {props.oneSector ? '' : ` · ${words.places} ${places(standing)}`} · {words.response}{' '}
                {formatShare(standing.responseRate.value, language)} · {words.delay}{' '}
                {formatHours(standing.medianDelayHours.value, language)} · {words.mistakes}{' '}
                {formatNumber(standing.mistakesPer100Words.value, language)} ·{' '}
                <Movement standing={standing} language={language} />
              </details>
            </td>
            {props.oneSector ? null : <td class="number wide">{places(standing)}</td>}
            <td class="number wide">{formatShare(standing.responseRate.value, language)}</td>
            <td class="number wide">{formatHours(standing.medianDelayHours.value, language)}</td>
            <td class="number wide">{formatNumber(standing.mistakesPer100Words.value, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
