/** A brand's own room: what to fix first, its exchanges, its value at stake. */

import type { StudyLanguage } from '../../domain/language.js'
import { inLanguage } from '../../languages/index.js'
import type { LostPoints } from '../data/lost-points.js'
import type { BrandHistory } from '../data/rankings.js'
import { formatNumber } from '../format.js'
import { Figures, standingFigures } from './figures.js'
import { type ExchangeLine, ExchangeTable } from './lists.js'
import { ValueAtStake } from './value-at-stake.js'
import { YearsTable } from './years-table.js'

const WORDS = {
  fr: {
    overEditions: 'Au fil des éditions',
    own: 'Ma marque',
    closed: 'Les échanges s’ouvriront aux marques à la clôture de l’édition, ou à la date fixée par l’opérateur.',
    exchanges: 'Vos échanges',
    first: 'À corriger d’abord',
    firstNote: 'Les critères où vous perdez le plus de points, et combien.',
    points: 'points perdus par message, en moyenne',
    nothing: 'Rien à corriger : aucun point perdu.',
  },
  en: {
    overEditions: 'Over the editions',
    own: 'My brand',
    closed: 'Exchanges open to brands when the edition is closed, or at the time the operator has set.',
    exchanges: 'Your exchanges',
    first: 'What to fix first',
    firstNote: 'The criteria on which you lose most points, and how many.',
    points: 'points lost per mail, on average',
    nothing: 'Nothing to fix: no point lost.',
  },
} as const

/** A brand's own room. */
export function OwnBrandPage(props: {
  language: StudyLanguage
  history: BrandHistory | null
  name: string
  brands: number
  exchanges: readonly ExchangeLine[]
  lost: readonly LostPoints[]
  open: boolean
}) {
  const { language, history } = props
  const words = inLanguage(WORDS, language)
  const newest = history?.years.at(-1)?.standing
  return (
    <>
      <h1>{`${words.own} · ${props.name}`}</h1>
      {newest ? <Figures figures={standingFigures(newest, props.brands, language)} /> : null}
      {props.open ? (
        <>
          <h2>{words.first}</h2>
          {props.lost.length === 0 ? (
            <p>{words.nothing}</p>
          ) : (
            <>
              <p class="small">{words.firstNote}</p>
              <ol>
                {props.lost.map(({ title, points }) => (
                  <li>{`${title}${inLanguage({ fr: '\u00a0', en: '' }, language)}: ${formatNumber(points, language)} ${words.points}`}</li>
                ))}
              </ol>
            </>
          )}
          <h2>{words.exchanges}</h2>
          <ExchangeTable lines={props.exchanges} language={language} />
        </>
      ) : (
        <p class="empty">{words.closed}</p>
      )}
      {history && history.years.length > 0 ? (
        <>
          <h2>{words.overEditions}</h2>
          <YearsTable history={history} language={language} />
        </>
      ) : null}
      {newest ? <ValueAtStake language={language} responseRate={newest.responseRate} /> : null}
    </>
  )
}
