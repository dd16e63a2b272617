/** The league table as an HTML table: rank, movement, brand, index with its interval drawn, indicators. */

import type { StudyLanguage } from '../../src/domain/language.js'
import { RANK_RULE } from '../../src/domain/rank-rule.js'
import { inLanguage, textIn } from '../../src/languages/index.js'
import type { EditionReport, ReportStanding } from '../edition-schema.js'
import { formatFor, NOTHING } from '../format.js'
import { wordsIn } from '../words.js'
import { Scroll } from './layout.js'

/** Dot and whisker of one brand on the scale 0–100; said in words for those who do not see it. */
function Whisker({ standing, language }: { readonly standing: ReportStanding; readonly language: StudyLanguage }) {
  const { number, range } = formatFor(language)
  const { value, interval } = standing.index
  if (value === null) return <span>{NOTHING}</span>
  const low = interval?.low ?? value
  const high = interval?.high ?? value
  const label = `${number(value)} (${range(number(low), number(high))})`
  return (
    <svg class="whisker" viewBox="0 0 208 16" role="img" aria-label={label}>
      <line x1="4" x2="204" y1="8" y2="8" stroke="#ddd8cc" stroke-width="1" />
      <line x1={4 + 2 * low} x2={4 + 2 * high} y1="8" y2="8" stroke="#0b5fa5" stroke-width="2" />
      <circle
        cx={4 + 2 * value}
        cy="8"
        r="4.5"
        fill={standing.indistinguishableFromWinner ? '#0b5fa5' : '#fbf9f4'}
        stroke="#0b5fa5"
        stroke-width="2"
      />
    </svg>
  )
}

function Movement({
  standing,
  compared,
  language,
}: {
  readonly standing: ReportStanding
  readonly compared: boolean
  readonly language: StudyLanguage
}) {
  const words = wordsIn(language)
  const { movement } = standing
  if (movement === null) return <span class="muted">{compared ? words.isNew : ''}</span>
  if (movement === 0) return <span class="muted">=</span>
  const sign = movement > 0 ? '▲' : '▼'
  return (
    <span class={movement > 0 ? 'up' : 'down'}>
      {`${sign}\u00a0${Math.abs(movement)}`}
      {standing.significantMove ? ' *' : ''}
    </span>
  )
}

/** The table of the brands given, which are in the order of ranks. */
export function LeagueRows({
  report,
  standings,
  language,
  sector = null,
}: {
  readonly report: EditionReport
  readonly standings: readonly ReportStanding[]
  readonly language: StudyLanguage
  readonly sector?: string | null
}) {
  const words = wordsIn(language)
  const { number, percent, duration, text } = formatFor(language)
  const titles = new Map(report.sectors.map((one) => [one.id, inLanguage(one.title, language)]))
  const compared = report.changes !== null
  const lastNear = sector === null ? standings.findLastIndex((standing) => standing.indistinguishableFromWinner) : -1
  const caption = inLanguage(
    {
      fr: `Indice sur 100, intervalle à 95 %. ${words.nearWinner}${sector === null ? ' * : évolution au-delà du hasard.' : ''}`,
      en: `Index out of 100, 95% interval. ${words.nearWinner}${sector === null ? ' *: moved beyond chance.' : ''}`,
    },
    language,
  )
  return (
    <Scroll label={sector === null ? words.leagueTable : `${words.leagueTable}, ${titles.get(sector) ?? sector}`}>
      <table>
        <caption>
          {text(caption)} {sector === null ? text(textIn(RANK_RULE, language)) : ''}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {words.rank}
            </th>
            {sector === null ? (
              <th scope="col" class="number">
                {words.movement}
              </th>
            ) : null}
            <th scope="col">{words.brand}</th>
            {sector === null ? (
              <th scope="col" class="wide">
                {words.sector}
              </th>
            ) : null}
            <th scope="col" class="number">
              {words.index}
            </th>
            <th scope="col">{text(words.interval)}</th>
            {sector === null ? (
              <th scope="col" class="number">
                {words.rankInterval}
              </th>
            ) : null}
            <th scope="col" class="number">
              {words.responseRate}
            </th>
            <th scope="col" class="number wide">
              {words.medianDelay}
            </th>
            <th scope="col" class="number wide">
              {words.mistakes}
            </th>
            <th scope="col" class="number">
              n
            </th>
          </tr>
        </thead>
        <tbody>
          {standings.map((standing, row) => (
            <tr class={row === lastNear && row < standings.length - 1 ? 'cut' : ''}>
              <td class="number">{(sector === null ? standing.rank : standing.sectorRank) ?? NOTHING}</td>
              {sector === null ? (
                <td class="number">
                  <Movement standing={standing} compared={compared} language={language} />
                </td>
              ) : null}
              <th scope="row">{standing.name}</th>
              {sector === null ? <td class="wide">{titles.get(standing.sector) ?? standing.sector}</td> : null}
              <td class="number">{number(standing.index.value)}</td>
              <td>
                <Whisker standing={standing} language={language} />
              </td>
              {sector === null ? (
                <td class="number">
                  {standing.rankInterval ? `${standing.rankInterval.low}–${standing.rankInterval.high}` : NOTHING}
                </td>
              ) : null}
              <td class="number">{percent(standing.responseRate.value)}</td>
              <td class="number wide">{duration(standing.medianDelayHours.value)}</td>
              <td class="number wide">{number(standing.mistakesPer100Words.value)}</td>
              <td class="number">{standing.index.n}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
