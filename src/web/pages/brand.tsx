/** A brand over the editions, for everybody. */

import type { StudyLanguage } from '../../domain/language.js'
import { inLanguage } from '../../languages/index.js'
import type { BrandHistory } from '../data/rankings.js'
import { formatNumber, NO_FIGURE } from '../format.js'
import { ChartFigure, type ChartLink } from './chart-figure.js'
import { Figures, standingFigures } from './figures.js'
import { Scroll } from './scroll.js'
import { YearsTable } from './years-table.js'

const WORDS = {
  fr: {
    overEditions: 'Au fil des éditions',
    rank: 'Rang',
    imported: 'Éditions passées, telles que publiées',
    importedNote:
      'Chiffres publiés par d’autres, importés ; leur méthode diffère, ils ne se comparent pas point à point.',
    year: 'Année',
    score: 'Note',
    source: 'Source',
    compare: 'Comparer des marques',
  },
  en: {
    overEditions: 'Over the editions',
    rank: 'Rank',
    imported: 'Past editions, as published',
    importedNote: 'Figures published by others, imported; their method differs, so they do not compare point by point.',
    year: 'Year',
    score: 'Score',
    source: 'Source',
    compare: 'Compare brands',
  },
} as const

function Imported(props: { history: BrandHistory; language: StudyLanguage }) {
  const { history, language } = props
  const words = inLanguage(WORDS, language)
  if (history.imported.length === 0) return null
  return (
    <>
      <h2>{words.imported}</h2>
      <p class="small">{words.importedNote}</p>
      <Scroll label={words.imported}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.year}</th>
              <th scope="col" class="number">
                {words.rank}
              </th>
              <th scope="col" class="number">
                {words.score}
              </th>
              <th scope="col">{words.source}</th>
            </tr>
          </thead>
          <tbody>
            {history.imported.map((row) => (
              <tr>
                <th scope="row">{row.year}</th>
                <td class="number">{row.rank ?? row.sectorRank ?? NO_FIGURE}</td>
                <td class="number">{formatNumber(row.score, language)}</td>
                <td class="small">{row.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}

/** A brand's public page. */
export function BrandPage(props: {
  history: BrandHistory
  language: StudyLanguage
  brands: number
  charts: readonly ChartLink[]
}) {
  const { history, language } = props
  const words = inLanguage(WORDS, language)
  const newest = history.years.at(-1)?.standing
  return (
    <>
      <h1>{history.name}</h1>
      {newest ? <Figures figures={standingFigures(newest, props.brands, language)} /> : null}
      {props.charts.map((chart) => (
        <ChartFigure chart={chart} language={language} />
      ))}
      {history.years.length > 0 ? (
        <>
          <h2>{words.overEditions}</h2>
          <YearsTable history={history} language={language} />
        </>
      ) : null}
      <Imported history={history} language={language} />
      <p class="no-print">
        <a href={`/compare?brand=${history.brand}`}>{words.compare}</a>
      </p>
    </>
  )
}
