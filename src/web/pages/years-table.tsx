/** A brand's table over the editions. */

import type { StudyLanguage } from '../../domain/language.js'
import { inLanguage } from '../../languages/index.js'
import type { BrandHistory } from '../data/rankings.js'
import { formatHours, formatNumber, formatShare, NO_FIGURE } from '../format.js'
import { Movement } from './movement.js'
import { Scroll } from './scroll.js'
import { Whisker } from './whisker.js'

const WORDS = {
  fr: {
    overEditions: 'Au fil des éditions',
    edition: 'Édition',
    rank: 'Rang',
    sectorRank: 'Rang du secteur',
    index: 'Indice /100',
    interval: 'Intervalle à 95 %, échelle 0–100',
    response: 'Réponses',
    delay: 'Délai médian',
    move: 'Évolution',
  },
  en: {
    overEditions: 'Over the editions',
    edition: 'Edition',
    rank: 'Rank',
    sectorRank: 'Sector rank',
    index: 'Index /100',
    interval: '95 % interval, scale 0–100',
    response: 'Answered',
    delay: 'Median delay',
    move: 'Move',
  },
} as const

/** A brand's line in each edition, newest first. */
export function YearsTable(props: { history: BrandHistory; language: StudyLanguage }) {
  const { history, language } = props
  const words = inLanguage(WORDS, language)
  return (
    <Scroll label={words.overEditions}>
      <table class="league">
        <thead>
          <tr>
            <th scope="col">{words.edition}</th>
            <th scope="col" class="number">
              {words.rank}
            </th>
            <th scope="col" class="wide">
              {words.move}
            </th>
            <th scope="col" class="number wide">
              {words.sectorRank}
            </th>
            <th scope="col" class="number">
              {words.index}
            </th>
            <th scope="col" class="whisker">
              {words.interval}
            </th>
            <th scope="col" class="number wide">
              {words.response}
            </th>
            <th scope="col" class="number wide">
              {words.delay}
            </th>
          </tr>
        </thead>
        <tbody>
          {history.years.toReversed().map(({ edition, standing }) => (
            <tr>
              <th scope="row">
                <a href={`/editions/${edition.id}`}>{edition.title}</a>
              </th>
              <td class="number">{standing.rank ?? NO_FIGURE}</td>
              <td class="wide">
                <Movement standing={standing} language={language} />
              </td>
              <td class="number wide">{standing.sectorRank ?? NO_FIGURE}</td>
              <td class="number">{formatNumber(standing.index.value, language)}</td>
              <td class="whisker">
                <Whisker estimate={standing.index} language={language} />
              </td>
              <td class="number wide">{formatShare(standing.responseRate.value, language)}</td>
              <td class="number wide">{formatHours(standing.medianDelayHours.value, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
