/** A brand over the editions, brands side by side, and a brand's own room. */
import type { StudyLanguage } from '../../domain/language.js'
import type { Standing } from '../../domain/standing.js'
import type { BrandHistory } from '../data/rankings.js'
import type { StakeFigures } from '../data/value-at-stake.js'
import { formatHours, formatNumber, formatShare, NO_FIGURE } from '../format.js'
import { ChartFigure, type ChartLink } from './chart-figure.js'
import { Figures, standingFigures } from './figures.js'
import { type ExchangeLine, ExchangeTable } from './lists.js'
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
    imported: 'Éditions passées, telles que publiées',
    importedNote:
      'Chiffres publiés par d’autres, importés ; leur méthode diffère, ils ne se comparent pas point à point.',
    year: 'Année',
    score: 'Note',
    source: 'Source',
    families: 'Où vont les points',
    compare: 'Comparer des marques',
    choose: 'Choisissez jusqu’à cinq marques.',
    show: 'Comparer',
    add: 'Marque',
    none: 'aucune',
    own: 'Ma marque',
    closed: 'Les échanges s’ouvriront aux marques à la clôture de l’édition, ou à la date fixée par l’opérateur.',
    exchanges: 'Vos échanges',
    first: 'À corriger d’abord',
    firstNote: 'Les critères où vous perdez le plus de points, et combien.',
    points: 'points perdus par message, en moyenne',
    stake: 'Valeur en jeu',
    stakeNote:
      'Vos propres chiffres, calculés sur cette page et jamais conservés : clients qui écrivent × panier × achats par an × années × part sans réponse.',
    customers: 'Clients qui écrivent par an',
    basket: 'Panier moyen (€)',
    frequency: 'Achats par an',
    duration: 'Années de fidélité',
    compute: 'Calculer',
    atStake: '{value} € en jeu chaque année : {share} de vos clients restent sans réponse.',
    nothing: 'Rien à corriger : aucun point perdu.',
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
    imported: 'Past editions, as published',
    importedNote: 'Figures published by others, imported; their method differs, so they do not compare point by point.',
    year: 'Year',
    score: 'Score',
    source: 'Source',
    families: 'Where the points go',
    compare: 'Compare brands',
    choose: 'Choose up to five brands.',
    show: 'Compare',
    add: 'Brand',
    none: 'none',
    own: 'My brand',
    closed: 'Exchanges open to brands when the edition is closed, or at the time the operator has set.',
    exchanges: 'Your exchanges',
    first: 'What to fix first',
    firstNote: 'The criteria on which you lose most points, and how many.',
    points: 'points lost per mail, on average',
    stake: 'Value at stake',
    stakeNote:
      'Your own figures, computed on this page and never kept: customers who write × basket × purchases a year × years × share unanswered.',
    customers: 'Customers who write, a year',
    basket: 'Mean basket (€)',
    frequency: 'Purchases a year',
    duration: 'Years a customer stays',
    compute: 'Compute',
    atStake: '€{value} at stake every year: {share} of your customers get no answer.',
    nothing: 'Nothing to fix: no point lost.',
  },
} as const

function YearsTable(props: { history: BrandHistory; language: StudyLanguage }) {
  const { history, language } = props
  const words = WORDS[language]
  return (
    <Scroll label={words.overEditions}>
      <table class="league">
        <thead>
          <tr>
            <th scope="col">{words.edition}</th>
            <th scope="col" class="number">
              {words.rank}
            </th>
            <th scope="col">{words.move}</th>
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
              <td>
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

function Imported(props: { history: BrandHistory; language: StudyLanguage }) {
  const { history, language } = props
  const words = WORDS[language]
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
  const words = WORDS[language]
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

/** Most brands side by side. */
export const MOST_COMPARED = 5

/** Up to five brands side by side. */
export function ComparePage(props: {
  language: StudyLanguage
  brands: readonly { readonly id: string; readonly name: string }[]
  chosen: readonly BrandHistory[]
}) {
  const { language, chosen } = props
  const words = WORDS[language]
  const rows: readonly (readonly [string, (standing: Standing) => string])[] = [
    [words.rank, ({ rank }) => formatNumber(rank, language, 0)],
    [words.index, ({ index }) => formatNumber(index.value, language)],
    [words.response, ({ responseRate }) => formatShare(responseRate.value, language)],
    [words.delay, ({ medianDelayHours }) => formatHours(medianDelayHours.value, language)],
  ]
  return (
    <>
      <h1>{words.compare}</h1>
      <p>{words.choose}</p>
      <form class="inline-form no-print">
        {Array.from({ length: MOST_COMPARED }, (_, place) => (
          <div>
            <label for={`brand-${place}`}>{`${words.add} ${place + 1}`}</label>
            <select id={`brand-${place}`} name="brand">
              <option value="">{words.none}</option>
              {props.brands.map(({ id, name }) => (
                <option value={id} selected={chosen[place]?.brand === id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        ))}
        <button type="submit" class="primary">
          {words.show}
        </button>
      </form>
      {chosen.length > 0 ? (
        <Scroll label={words.compare}>
          <table class="league">
            <thead>
              <tr>
                <td></td>
                {chosen.map(({ brand, name }) => (
                  <th scope="col">
                    <a href={`/brands/${brand}`}>{name}</a>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([label, show]) => (
                <tr>
                  <th scope="row">{label}</th>
                  {chosen.map(({ years }) => {
                    const newest = years.at(-1)?.standing
                    return <td>{newest ? show(newest) : NO_FIGURE}</td>
                  })}
                </tr>
              ))}
              <tr>
                <th scope="row">{words.interval}</th>
                {chosen.map(({ years }) => {
                  const newest = years.at(-1)?.standing
                  return <td>{newest ? <Whisker estimate={newest.index} language={language} /> : NO_FIGURE}</td>
                })}
              </tr>
            </tbody>
          </table>
        </Scroll>
      ) : null}
    </>
  )
}

/** A criterion on which points are lost. */
export interface LostPoints {
  readonly title: string
  /** Points out of 100 lost per mail, mean over the exchanges. */
  readonly points: number
}

/** A brand's own room. */
export function OwnBrandPage(props: {
  language: StudyLanguage
  history: BrandHistory | null
  name: string
  brands: number
  exchanges: readonly ExchangeLine[]
  lost: readonly LostPoints[]
  open: boolean
  stake: StakeFigures | null
  stakeValue: number | null
}) {
  const { language, history, stake } = props
  const words = WORDS[language]
  const newest = history?.years.at(-1)?.standing
  const field = (name: keyof StakeFigures, label: string) => (
    <div>
      <label for={name}>{label}</label>
      <input id={name} name={name} type="number" min="0" step="any" required value={stake ? String(stake[name]) : ''} />
    </div>
  )
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
                  <li>{`${title} : ${formatNumber(points, language)} ${words.points}`}</li>
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
      <section class="no-print">
        <h2>{words.stake}</h2>
        <p class="small">{words.stakeNote}</p>
        <form class="inline-form">
          {field('customers', words.customers)}
          {field('basket', words.basket)}
          {field('frequency', words.frequency)}
          {field('years', words.duration)}
          <button type="submit">{words.compute}</button>
        </form>
        {props.stakeValue !== null && newest ? (
          <p class="notice" role="status">
            {words.atStake
              .replace('{value}', formatNumber(props.stakeValue, language, 0))
              .replace('{share}', formatShare(1 - (newest.responseRate.value ?? 0), language))}
          </p>
        ) : null}
      </section>
    </>
  )
}
