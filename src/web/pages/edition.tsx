/** Public pages around the league table: an edition, a sector, and what is shown before the first. */

import type { EditionReport } from '../../../reports/edition-schema.js'
import type { EditionSummary } from '../../../reports/edition-summary.js'
import type { ByLanguage, StudyLanguage } from '../../domain/language.js'
import { inLanguage } from '../../languages/index.js'
import type { StoredEdition } from '../../ledger/editions.js'
import type { LeagueLine } from '../data/rankings.js'
import { formatDay } from '../format.js'
import { ChartFigure, type ChartLink } from './chart-figure.js'
import { type Figure, Figures } from './figures.js'
import { arrangeLines, commonScale, type LeagueQuery, LeagueTable } from './league-table.js'
import { OtherWeights } from './other-weights.js'

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
    caption: 'Indice : moyenne des notes sur 100. Le trait donne l’intervalle à 95 %.',
    files: 'Télécharger',
    embed: 'Intégrer ce tableau',
    charts: 'Graphiques',
    sectors: 'Par secteur',
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
    files: 'Download',
    embed: 'Embed this table',
    charts: 'Charts',
    sectors: 'By sector',
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

/** The title says the finding: who leads, and how many cannot be told from it. */
export function editionHeadline(lines: readonly LeagueLine[], language: StudyLanguage): string {
  const winner = lines.find(({ standing }) => standing.rank === 1)
  if (!winner) return ''
  const together = lines.filter(({ standing }) => standing.indistinguishableFromWinner && standing.rank !== 1).length
  return inLanguage(HEADLINES, language)(winner.brandName, together)
}

/** Who leads, and how many other brands may be the best. */
const HEADLINES: ByLanguage<(winner: string, together: number) => string> = {
  fr: (winner, together) => {
    if (together === 0) return `${winner} en tête`
    if (together === 1) return `${winner} en tête ; une autre marque peut être la meilleure`
    return `${winner} en tête ; ${together} autres marques peuvent être la meilleure`
  },
  en: (winner, together) => {
    if (together === 0) return `${winner} leads`
    if (together === 1) return `${winner} leads; one other brand may be the best`
    return `${winner} leads; ${together} other brands may be the best`
  },
}

/** League table of one edition. */
export function EditionPage(props: {
  language: StudyLanguage
  edition: StoredEdition
  lines: readonly LeagueLine[]
  query: LeagueQuery
  files: readonly { readonly href: string; readonly label: string }[]
  charts: readonly ChartLink[]
  figures: readonly Figure[]
  summary: EditionSummary
  sensitivity: EditionReport['sensitivity'] | null
  embedCode: string
  studyTitle: string
}) {
  const { language, edition, query } = props
  const words = inLanguage(WORDS, language)
  const path = `/editions/${edition.id}`
  const sectors = [...new Map(props.lines.map(({ standing, sectorTitle }) => [standing.sector, sectorTitle]))]
  return (
    <>
      <h1>
        {`${edition.title} : ${editionHeadline(props.lines, language)}`.replace(
          ' : ',
          inLanguage({ fr: ' : ', en: ': ' }, language),
        )}
      </h1>
      <p class="small">
        {edition.publishedAt === null
          ? words.preview
          : `${words.published} ${formatDay(edition.publishedAt, language)}`}
      </p>
      <p class="lead">{`${props.summary.finding}.`}</p>
      <p>
        {props.summary.done} <a href="/methodology">{words.method}</a>
      </p>
      <Figures figures={props.figures} />
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
      <p class="small">{words.source.replace('{study}', props.studyTitle).replace('{edition}', edition.id)}</p>
      {props.sensitivity ? (
        <OtherWeights
          language={language}
          sensitivity={props.sensitivity}
          names={new Map(props.lines.map(({ standing, brandName }) => [standing.brand, brandName]))}
          report={`${path}/files/sensitivity.csv`}
        />
      ) : null}
      <h2>{words.sectors}</h2>
      <ul>
        {sectors.map(([id, title]) => (
          <li>
            <a href={`${path}/sectors/${id}`}>{title}</a>
          </li>
        ))}
      </ul>
      {props.files.length > 0 ? (
        <>
          <h2>{words.files}</h2>
          <p>
            {props.files.map(({ href, label }) => (
              <>
                <a class="button" href={href}>
                  {label}
                </a>{' '}
              </>
            ))}
          </p>
        </>
      ) : null}
      <details>
        <summary>{words.embed}</summary>
        <pre>{props.embedCode}</pre>
      </details>
      {props.charts.length > 0 ? <h2>{words.charts}</h2> : null}
      {props.charts.map((chart) => (
        <ChartFigure chart={chart} language={language} />
      ))}
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
