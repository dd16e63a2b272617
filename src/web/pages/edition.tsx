/** Public pages around the league table: an edition, a sector, and what is shown before the first. */

import type { EditionReport } from '../../../reports/edition-schema.js'
import type { EditionSummary } from '../../../reports/edition-summary.js'
import { type KeyFigure, OPENING_FIGURES } from '../../../reports/key-figures.js'
import type { StudyLanguage } from '../../domain/language.js'
import { inLanguage } from '../../languages/index.js'
import type { StoredEdition } from '../../ledger/editions.js'
import type { LeagueLine } from '../data/rankings.js'
import { formatDay } from '../format.js'
import { ChartFigure, type ChartLink } from './chart-figure.js'
import { type Figure, Figures } from './figures.js'
import { HowToRead } from './how-to-read.js'
import { arrangeLines, commonScale, type LeagueQuery, LeagueTable } from './league-table.js'
import { OtherWeights } from './other-weights.js'
import { type OfferedLink, TakeAway } from './take-away.js'

const WORDS = {
  fr: {
    none: 'Aucun classement n’est encore publié. Le premier paraîtra ici à la fin de l’édition en cours.',
    filter: 'Filtrer',
    sector: 'Secteur',
    all: 'tous les secteurs',
    search: 'Chercher une marque',
    method: 'Comment nous mesurons',
    published: 'Publié le',
    preview: 'Non publié : seules les personnes habilitées voient cette page.',
    caption: 'Indice : moyenne des notes sur 100. Le trait donne l’intervalle à 95 %.',
    table: 'Le classement',
    asPicture: 'Ce classement en image :',
    findings: 'Ce que l’édition montre',
    earlier: 'Éditions précédentes',
    allEditions: 'Toutes les éditions, côte à côte',
    sectors: 'Par secteur :',
    source: 'Source : {study}, édition {edition}.',
  },
  en: {
    none: 'No league table is published yet. The first will appear here when the running edition ends.',
    filter: 'Filter',
    sector: 'Sector',
    all: 'all sectors',
    search: 'Find a brand',
    method: 'How we measure',
    published: 'Published on',
    preview: 'Not published: only people with a role see this page.',
    caption: 'Index: mean of the marks out of 100. The line is the 95 % interval.',
    table: 'The league table',
    asPicture: 'This table as a picture:',
    findings: 'What the edition shows',
    earlier: 'Earlier editions',
    allEditions: 'All editions, side by side',
    sectors: 'By sector:',
    source: 'Source: {study}, edition {edition}.',
  },
} as const

/** What is shown where nothing is published. */
export function NothingPublished(props: { language: StudyLanguage }) {
  return <p class="empty">{inLanguage(WORDS, props.language).none}</p>
}

/** Address of an edition's page with a query. */
export function leagueAddress(path: string, query: LeagueQuery): string {
  const parameters = new URLSearchParams()
  if (query.sort !== 'rank' || query.descending) parameters.set('sort', (query.descending ? '-' : '') + query.sort)
  if (query.sector) parameters.set('sector', query.sector)
  if (query.search) parameters.set('search', query.search)
  const text = parameters.toString()
  return text ? `${path}?${text}` : path
}

function Filter(props: {
  language: StudyLanguage
  query: LeagueQuery
  sectors: readonly (readonly [string, string])[]
}) {
  const words = inLanguage(WORDS, props.language)
  const { query } = props
  return (
    <form class="inline-form no-print" data-filter>
      <div>
        <label for="sector">{words.sector}</label>
        <select id="sector" name="sector">
          <option value="">{words.all}</option>
          {props.sectors.map(([id, title]) => (
            <option value={id} selected={id === query.sector}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for="search">{words.search}</label>
        <input id="search" name="search" type="search" value={query.search} />
      </div>
      {query.sort !== 'rank' || query.descending ? (
        <input type="hidden" name="sort" value={(query.descending ? '-' : '') + query.sort} />
      ) : null}
      <button type="submit">{words.filter}</button>
    </form>
  )
}

/** League table of one edition, told as an article: finding, what was done, key figures, table, findings, files. */
export function EditionPage(props: {
  language: StudyLanguage
  edition: StoredEdition
  lines: readonly LeagueLine[]
  query: LeagueQuery
  charts: readonly ChartLink[]
  figures: readonly KeyFigure[]
  summary: EditionSummary
  sensitivity: EditionReport['sensitivity'] | null
  /** Pictures of the table, by format. */
  tablePictures: readonly OfferedLink[]
  takeAway: Omit<Parameters<typeof TakeAway>[0], 'language'>
  /** Editions before this one, newest first, each with its finding. */
  earlier: readonly { readonly edition: StoredEdition; readonly finding: string }[]
  studyTitle: string
}) {
  const { language, edition, query, summary } = props
  const words = inLanguage(WORDS, language)
  const path = `/editions/${edition.id}`
  const sectors = [...new Map(props.lines.map(({ standing, sectorTitle }) => [standing.sector, sectorTitle]))]
  const opens = ({ id }: KeyFigure) => OPENING_FIGURES.includes(id)
  return (
    <>
      <p class="kicker">
        {`${props.studyTitle} · ${edition.title} · `}
        {edition.publishedAt === null
          ? words.preview
          : `${words.published} ${formatDay(edition.publishedAt, language)}`}
      </p>
      <h1>{summary.finding}</h1>
      <p class="done">
        {summary.done} <a href="/methodology">{words.method}</a>
      </p>
      <Figures figures={props.figures.filter(opens)} />
      <Figures figures={props.figures.filter((figure) => !opens(figure))} quiet />
      <h2 id="table">{words.table}</h2>
      <Filter language={language} query={query} sectors={sectors} />
      <LeagueTable
        language={language}
        lines={arrangeLines(props.lines, query, language)}
        query={query}
        caption={words.caption}
        scale={commonScale(props.lines)}
        address={(next) => leagueAddress(path, next)}
        linkBrand={(brand) => `/brands/${brand}`}
      />
      <p class="small">
        {words.source.replace('{study}', props.studyTitle).replace('{edition}', edition.id)}{' '}
        <span class="no-print">
          {words.asPicture}{' '}
          {props.tablePictures.map(({ href, label }, at) => (
            <>
              {at > 0 ? ' · ' : ''}
              <a href={href}>{label}</a>
            </>
          ))}
        </span>
      </p>
      <p class="no-print">
        {words.sectors}{' '}
        {sectors.map(([id, title], at) => (
          <>
            {at > 0 ? ' · ' : ''}
            <a href={`${path}/sectors/${id}`}>{title}</a>
          </>
        ))}
      </p>
      {props.charts.length > 0 ? <h2 id="findings">{words.findings}</h2> : null}
      {props.charts.map((chart) => (
        <ChartFigure chart={chart} language={language} />
      ))}
      <HowToRead language={language} />
      <TakeAway language={language} {...props.takeAway} />
      {props.sensitivity ? (
        <OtherWeights
          language={language}
          sensitivity={props.sensitivity}
          names={new Map(props.lines.map(({ standing, brandName }) => [standing.brand, brandName]))}
          report={`${path}/files/sensitivity.csv`}
        />
      ) : null}
      {props.earlier.length > 0 ? (
        <section class="no-print">
          <h2 id="earlier">{words.earlier}</h2>
          <ul>
            {props.earlier.map((one) => (
              <li>
                <a href={`/editions/${one.edition.id}`}>{one.edition.title}</a>
                {inLanguage({ fr: ` : ${one.finding}`, en: `: ${one.finding}` }, language)}
              </li>
            ))}
          </ul>
          <p>
            <a href="/editions">{words.allEditions}</a>
          </p>
        </section>
      ) : null}
    </>
  )
}

/** One sector of an edition. */
export function SectorPage(props: {
  language: StudyLanguage
  edition: StoredEdition
  title: string
  figures: readonly Figure[]
  lines: readonly LeagueLine[]
  charts: readonly ChartLink[]
}) {
  const { language, edition, lines } = props
  const query: LeagueQuery = { sort: 'rank', descending: false, sector: '', search: '' }
  const ranked = lines.map((line) => ({
    ...line,
    standing: { ...line.standing, rank: line.standing.sectorRank },
  }))
  return (
    <>
      <h1>{`${props.title} · ${edition.title}`}</h1>
      <Figures figures={props.figures} />
      <LeagueTable
        language={language}
        lines={arrangeLines(ranked, query, language)}
        query={query}
        caption={inLanguage(WORDS, language).caption}
        oneSector
        scale={commonScale(lines)}
        address={(next) =>
          leagueAddress(`/editions/${edition.id}`, { ...next, sector: lines[0]?.standing.sector ?? '' })
        }
        linkBrand={(brand) => `/brands/${brand}`}
      />
      {props.charts.map((chart) => (
        <ChartFigure chart={chart} language={language} />
      ))}
    </>
  )
}
