/** Editions side by side: the list of editions and the trends. */

import type { KeyFigure, KeyFigureId } from '../../../reports/key-figures.js'
import type { StudyLanguage } from '../../domain/language.js'
import { inLanguage } from '../../languages/index.js'
import type { StoredEdition } from '../../ledger/editions.js'
import { measuredBrands } from '../../ranking/outcomes.js'
import { formatNumber, NO_FIGURE } from '../format.js'
import { ChartFigure, type ChartLink } from './chart-figure.js'
import { Scroll } from './scroll.js'

const WORDS = {
  fr: {
    editions: 'Éditions',
    trends: 'Tendances',
    edition: 'Édition',
    brands: 'Marques',
    index: 'Indice moyen',
    response: 'Réponses',
    day: 'Sous 24 h',
    delay: 'Délai médian',
    mistakes: 'Fautes /100 mots',
    noTrend: 'Les tendances paraîtront avec la deuxième édition publiée.',
  },
  en: {
    editions: 'Editions',
    trends: 'Trends',
    edition: 'Edition',
    brands: 'Brands',
    index: 'Mean index',
    response: 'Answered',
    day: 'Within 24 h',
    delay: 'Median delay',
    mistakes: 'Mistakes /100 words',
    noTrend: 'Trends will appear with the second published edition.',
  },
} as const

/** An edition with its key figures. */
export interface EditionSummary {
  readonly edition: StoredEdition
  readonly figures: readonly KeyFigure[]
}

/** Key figures of the table, in its order. */
const TABLED: readonly KeyFigureId[] = ['index', 'response-rate', 'within-24-hours', 'median-delay', 'mistakes']

/** Editions, newest first, with their main figures; also the table of trends. */
export function EditionsTable(props: { language: StudyLanguage; summaries: readonly EditionSummary[] }) {
  const { language } = props
  const words = inLanguage(WORDS, language)
  return (
    <Scroll label={words.editions}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.edition}</th>
            <th scope="col" class="number">
              {words.brands}
            </th>
            <th scope="col" class="number">
              {words.index}
            </th>
            <th scope="col" class="number">
              {words.response}
            </th>
            <th scope="col" class="number">
              {words.day}
            </th>
            <th scope="col" class="number">
              {words.delay}
            </th>
            <th scope="col" class="number">
              {words.mistakes}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.summaries.map(({ edition, figures }) => (
            <tr>
              <th scope="row">
                <a href={`/editions/${edition.id}`}>{edition.title}</a>
              </th>
              <td class="number">{formatNumber(measuredBrands(edition.configuration).length, language, 0)}</td>
              {TABLED.map((id) => (
                <td class="number">{figures.find((figure) => figure.id === id)?.value ?? NO_FIGURE}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** Trends over the editions. */
export function TrendsPage(props: {
  language: StudyLanguage
  summaries: readonly EditionSummary[]
  charts: readonly ChartLink[]
  sentences: readonly string[]
}) {
  const words = inLanguage(WORDS, props.language)
  return (
    <>
      <h1>{words.trends}</h1>
      {props.summaries.length < 2 ? <p class="empty">{words.noTrend}</p> : null}
      {props.sentences.length > 0 ? (
        <ul>
          {props.sentences.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      ) : null}
      {props.summaries.length > 0 ? <EditionsTable language={props.language} summaries={props.summaries} /> : null}
      {props.charts.map((chart) => (
        <ChartFigure chart={chart} language={props.language} />
      ))}
    </>
  )
}
