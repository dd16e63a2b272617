/** Pages for everybody, and the press room. */

import { CHART_WIDTHS } from '../../../reports/charts/theme.js'
import { LICENCE } from '../../../reports/edition-data.js'
import type { EditionChart } from '../../../reports/edition-reports.js'
import { FRENCH_EXCEL_ENDING } from '../../../reports/formats.js'
import { dayAt } from '../../calendar/days.js'
import type { StudyLanguage, Texts } from '../../domain/language.js'
import { newestPublication } from '../../editions/publication-check.js'
import { inLanguage, saidError, say } from '../../languages/index.js'
import type { StoredEdition } from '../../ledger/editions.js'
import { API_OPERATIONS } from '../api/operations.js'
import { citationOf } from '../citation.js'
import type { WebContext } from '../context.js'
import { sectorTitle } from '../data/names.js'
import {
  brandHistory,
  knownBrands,
  leagueLines,
  type Reader,
  requireVisible,
  visibleEditions,
} from '../data/rankings.js'
import { editionStructure } from '../data/structured-data.js'
import type { WebDependencies } from '../dependencies.js'
import { PAGE_ROUTES } from '../http/access-table.js'
import { REQUEST_RULE } from '../http/rate-limit.js'
import type { Register } from '../http/register.js'
import { ApiPage } from '../pages/api-page.js'
import { BrandPage } from '../pages/brand.js'
import type { ChartLink } from '../pages/chart-figure.js'
import { ComparePage, MOST_COMPARED } from '../pages/compare.js'
import { MethodologyPage, OpenDataPage, PressPage, type PublishedEdition } from '../pages/documents.js'
import { EditionPage, NothingPublished, SectorPage } from '../pages/edition.js'
import { EmbedPage, embedCode } from '../pages/embed.js'
import { arrangeLines, commonScale, type LeagueQuery, SORT_KEYS } from '../pages/league-table.js'
import { EditionsTable, TrendsPage } from '../pages/trends.js'
import { documentOf, renderPage } from '../render.js'

/** Charts that stand with the trends, not with one edition. */
const TREND_CHARTS: ReadonlySet<string> = new Set(['rank-bump', 'response-trend'])

/** The table of the page says what this chart shows; a sector's stands on the sector's page. */
const LEAGUE_CHART = 'league-table'

/** What an edition's story shows, in its order; the third finding is the first of the two that there is data for. */
const STORY_CHARTS = ['delay-survival', 'brand-scenario-heat-map'] as const
const PATH_CHARTS = ['response-trend', 'rank-bump'] as const

/** Earlier editions that a story lists with their findings; all others are a link away. */
const EARLIER_SHOWN = 4

/** Files that most readers ask for first. */
const FIRST_FILES = ['standings.csv', `standings${FRENCH_EXCEL_ENDING}`, 'edition.xlsx', 'press-kit.html'] as const

function leagueQuery(context: WebContext): LeagueQuery {
  const asked = context.req.query('sort') ?? 'rank'
  const descending = asked.startsWith('-')
  const sort = SORT_KEYS.find((key) => key === asked.replace(/^-/, '')) ?? 'rank'
  return {
    sort,
    descending,
    sector: context.req.query('sector') ?? '',
    search: (context.req.query('search') ?? '').slice(0, 100),
  }
}

/** Registers them. */
export function registerPublicPages(register: Register, dependencies: WebDependencies): void {
  const { ledger, now, reports, publicUrl, studyTitle, operatorName } = dependencies
  const readerOf = (context: WebContext): Reader => ({ ledger, visitor: context.get('visitor'), now: now() })
  const titled = (context: WebContext, title: Texts) => inLanguage(title, context.get('language'))

  /** Of a page that shows no finding of its own. */
  const plainSharing = (path: string, description: string) => ({ description, path, picture: newestCard() })
  const newestCard = (): string | null => {
    const newest = visibleEditions({ ledger, visitor: null, now: now() })[0]
    return newest ? `/editions/${newest.id}/card.png` : null
  }

  const chartLink = (context: WebContext, edition: string, chart: EditionChart): ChartLink => {
    const language = context.get('language')
    const svg = `/editions/${edition}/charts/${encodeURIComponent(chart.id)}.svg?lang=${language}`
    const report = `/editions/${edition}/files/edition-report.json`
    const png = svg.replace('.svg?', '.png?')
    return { ...chart, svg, png, theme: context.get('theme'), report }
  }
  const chartLinks = (context: WebContext, edition: string, wanted: (id: string) => boolean): readonly ChartLink[] =>
    reports
      .charts(edition, context.get('language'))
      .filter(({ id }) => wanted(id))
      .map((chart) => chartLink(context, edition, chart))
  const fileLinks = (edition: string, language: StudyLanguage) =>
    reports
      .files(edition, language)
      .map(({ name, label }) => ({ href: `/editions/${edition}/files/${name}?lang=${language}`, label }))
  const published = (editions: readonly StoredEdition[], language: StudyLanguage): readonly PublishedEdition[] =>
    editions
      .filter(({ state }) => state === 'published')
      .map((edition) => ({
        edition,
        files: fileLinks(edition.id, language),
        root: ledger.standings.seal(edition.id)?.root ?? null,
        publication: newestPublication(ledger, edition.id),
        fixed: ledger.preregistrations.get(edition.id)?.hash ?? null,
      }))

  const storyCharts = (context: WebContext, edition: string): readonly ChartLink[] => {
    const links = chartLinks(context, edition, (id) => !id.startsWith(LEAGUE_CHART))
    const named = (wanted: string) => links.find(({ id }) => id === wanted) ?? []
    return [...STORY_CHARTS.flatMap(named), ...PATH_CHARTS.flatMap(named).slice(0, 1)]
  }
  const earlierThan = (context: WebContext, edition: StoredEdition) => {
    const published = visibleEditions(readerOf(context)).filter(({ state }) => state === 'published')
    return published
      .slice(published.findIndex(({ id }) => id === edition.id) + 1)
      .slice(0, EARLIER_SHOWN)
      .map((one) => ({ edition: one, finding: reports.summary(one.id, context.get('language')).finding }))
  }

  const editionPage = (context: WebContext, edition: StoredEdition) => {
    const language = context.get('language')
    const lines = leagueLines(ledger, edition, language)
    const files = fileLinks(edition.id, language)
    const summary = reports.summary(edition.id, language)
    const table = chartLinks(context, edition.id, (id) => id === LEAGUE_CHART)[0]
    const tablePictures = table
      ? [
          { href: table.png, label: 'PNG' },
          { href: table.svg, label: 'SVG' },
        ]
      : []
    const isHome = context.req.path === PAGE_ROUTES.home.path
    const sharing = {
      description: summary.description,
      path: isHome ? PAGE_ROUTES.home.path : `/editions/${edition.id}`,
      picture: `/editions/${edition.id}/card.png`,
      structured: editionStructure(summary, edition.id, files, publicUrl, language),
      embeddable: true,
    }
    return renderPage(
      context,
      dependencies,
      // An edition that is shown before its publication is nobody's to find.
      { title: `${edition.title} · ${summary.finding}`, ...(edition.publishedAt === null ? {} : { sharing }) },
      <EditionPage
        language={language}
        edition={edition}
        lines={lines}
        query={leagueQuery(context)}
        figures={reports.keyFigures(edition.id, language)}
        summary={summary}
        sensitivity={reports.sensitivity(edition.id)}
        charts={storyCharts(context, edition.id)}
        tablePictures={tablePictures}
        takeAway={{
          first: [...FIRST_FILES.flatMap((name) => files.filter((file) => file.href.includes(`/${name}?`)))],
          files,
          embedCode: embedCode(publicUrl, edition.id, language, studyTitle),
          citation: citationOf({
            operator: operatorName,
            study: studyTitle,
            edition: edition.title,
            year: (summary.publishedAt === null ? summary.sent.until : dayAt(summary.publishedAt)).slice(0, 4),
            address: `${publicUrl}/editions/${edition.id}`,
            seal: ledger.standings.seal(edition.id)?.root ?? null,
          }),
        }}
        earlier={earlierThan(context, edition)}
        studyTitle={studyTitle}
      />,
    )
  }
  const namedEdition = (context: WebContext) => requireVisible(readerOf(context), context.req.param('edition') ?? '')

  register('home', (context) => {
    const newest = visibleEditions(readerOf(context)).find(({ state }) => state === 'published')
    if (newest) return editionPage(context, newest)
    return renderPage(
      context,
      dependencies,
      { title: studyTitle, sharing: plainSharing(PAGE_ROUTES.home.path, studyTitle) },
      <>
        <h1>{studyTitle}</h1>
        <NothingPublished language={context.get('language')} />
      </>,
    )
  })
  register('editions', (context) => {
    const language = context.get('language')
    const summaries = visibleEditions(readerOf(context)).map((edition) => ({
      edition,
      figures: reports.keyFigures(edition.id, language),
    }))
    const title = titled(context, { fr: 'Éditions', en: 'Editions' })
    return renderPage(
      context,
      dependencies,
      {
        title,
        sharing: plainSharing(
          '/editions',
          titled(context, {
            fr: 'Toutes les éditions de l’étude, avec leurs marques, leurs taux de réponse et leurs indices.',
            en: 'All editions of the study, with their brands, response rates and indices.',
          }),
        ),
      },
      <>
        <h1>{title}</h1>
        {summaries.length > 0 ? (
          <EditionsTable language={language} summaries={summaries} />
        ) : (
          <NothingPublished language={language} />
        )}
      </>,
    )
  })
  register('edition', (context) => editionPage(context, namedEdition(context)))

  register('embed', (context) => {
    const edition = namedEdition(context)
    const language = context.get('language')
    const query = leagueQuery(context)
    const lines = leagueLines(ledger, edition, language)
    const page = (
      <EmbedPage
        language={language}
        theme={context.get('theme')}
        title={`${studyTitle} · ${edition.title}`}
        home={`${publicUrl}/editions/${edition.id}`}
        operator={operatorName}
        licence={LICENCE}
        lines={arrangeLines(lines, query, language)}
        scale={commonScale(lines)}
        query={query}
        publicUrl={publicUrl}
        path={`/editions/${edition.id}/embed`}
      />
    )
    return context.html(documentOf(page))
  })

  register('editionFile', async (context) => {
    const edition = namedEdition(context)
    const name = context.req.param('file') ?? ''
    const file = await reports.file(edition.id, name, context.get('language'))
    if (!file)
      throw saidError('not-found', say('web.no-file', { edition: edition.id, name }), {
        hint: say('web.data-page-lists'),
      })
    return context.body(file.bytes, 200, {
      'content-type': file.contentType,
      'content-disposition': `attachment; filename="${name}"`,
    })
  })

  register('chart', async (context) => {
    const edition = namedEdition(context)
    const [, id = '', ending] = /^(.+)\.(svg|png)$/.exec(context.req.param('chart') ?? '') ?? []
    const theme = context.req.query('theme') === 'dark' ? 'dark' : 'light'
    const draw = ending === 'png' ? reports.chartPicture : reports.chart
    const asked = context.req.query('width')
    // Only the widths that pages ask for are drawn: any other would be work on a stranger's demand.
    const width = CHART_WIDTHS.find((one) => String(one) === asked)
    const drawing = { language: context.get('language'), theme, ...(width === undefined ? {} : { width }) } as const
    const chart = id ? await draw(edition.id, id, drawing) : null
    if (!chart) throw saidError('not-found', say('web.no-chart', { edition: edition.id }))
    const contentType = ending === 'png' ? 'image/png' : 'image/svg+xml; charset=utf-8'
    return context.body(chart, 200, { 'content-type': contentType })
  })

  register('sector', (context) => {
    const edition = namedEdition(context)
    const language = context.get('language')
    const sector = context.req.param('sector') ?? ''
    const lines = leagueLines(ledger, edition, language).filter(({ standing }) => standing.sector === sector)
    if (lines.length === 0) throw saidError('not-found', say('web.no-sector', { edition: edition.id, sector }))
    const title = sectorTitle(edition.configuration, sector, language)
    return renderPage(
      context,
      dependencies,
      {
        title: `${title} · ${edition.title}`,
        ...(edition.publishedAt === null
          ? {}
          : {
              sharing: {
                description: `${title}. ${reports.summary(edition.id, language).description}`,
                path: `/editions/${edition.id}/sectors/${sector}`,
                picture: `/editions/${edition.id}/card.png`,
              },
            }),
      },
      <SectorPage
        language={language}
        edition={edition}
        title={title}
        figures={reports.keyFigures(edition.id, language, sector)}
        lines={lines}
        charts={chartLinks(context, edition.id, (id) => id === `${LEAGUE_CHART}-${sector}`)}
      />,
    )
  })

  register('brand', (context) => {
    const brand = context.req.param('brand') ?? ''
    const history = brandHistory(readerOf(context), brand)
    if (!history) throw saidError('not-found', say('web.no-published-brand', { brand }))
    const language = context.get('language')
    const newest = history.years.at(-1)?.edition
    const chart = newest ? reports.brandChart(newest.id, brand, language) : null
    const charts = newest && chart ? [chartLink(context, newest.id, chart)] : []
    const summary = newest ? reports.brandSummary(newest.id, brand, language) : null
    const sharing = summary &&
      newest?.publishedAt != null && {
        description: summary.description,
        path: `/brands/${brand}`,
        picture: `/brands/${brand}/card.png`,
      }
    const brands = newest ? ledger.standings.ofEdition(newest.id).length : 0
    return renderPage(
      context,
      dependencies,
      { title: summary?.finding ?? history.name, ...(sharing && { sharing }) },
      <BrandPage history={history} language={language} brands={brands} charts={charts} />,
    )
  })

  register('compare', (context) => {
    const reader = readerOf(context)
    const asked = [...new Set((context.req.queries('brand') ?? []).filter(Boolean))].slice(0, MOST_COMPARED)
    const chosen = asked.flatMap((brand) => brandHistory(reader, brand) ?? [])
    const title = titled(context, { fr: 'Comparer', en: 'Compare' })
    return renderPage(
      context,
      dependencies,
      {
        title,
        sharing: plainSharing(
          '/compare',
          titled(context, {
            fr: 'Jusqu’à cinq marques côte à côte, chacune avec son intervalle.',
            en: 'Up to five brands side by side, each with its interval.',
          }),
        ),
      },
      <ComparePage language={context.get('language')} brands={knownBrands(reader)} chosen={chosen} />,
    )
  })

  register('trends', (context) => {
    const language = context.get('language')
    const summaries = visibleEditions(readerOf(context)).map((edition) => ({
      edition,
      figures: reports.keyFigures(edition.id, language),
    }))
    const newest = summaries[0]?.edition.id
    const title = titled(context, { fr: 'Tendances', en: 'Trends' })
    return renderPage(
      context,
      dependencies,
      {
        title,
        sharing: plainSharing(
          '/trends',
          titled(context, {
            fr: 'Ce qui a changé d’une édition à l’autre, et ce qui peut être dû au hasard.',
            en: 'What changed from one edition to the next, and what may be due to chance.',
          }),
        ),
      },
      <TrendsPage
        language={language}
        summaries={summaries}
        charts={newest ? chartLinks(context, newest, (id) => TREND_CHARTS.has(id)) : []}
        sentences={newest ? reports.sentences(newest, language) : []}
      />,
    )
  })

  register('methodology', (context) => {
    const edition = visibleEditions(readerOf(context))[0] ?? null
    const title = titled(context, { fr: 'Méthode', en: 'Method' })
    return renderPage(
      context,
      dependencies,
      {
        title,
        sharing: plainSharing(
          '/methodology',
          titled(context, {
            fr: 'Ce qui est mesuré, comment les réponses sont notées, et ce que l’étude ne peut pas dire.',
            en: 'What is measured, how answers are marked, and what the study cannot say.',
          }),
        ),
      },
      <MethodologyPage language={context.get('language')} edition={edition} />,
    )
  })
  register('openData', (context) => {
    const language = context.get('language')
    const title = titled(context, { fr: 'Données ouvertes', en: 'Open data' })
    const editions = published(visibleEditions({ ...readerOf(context), visitor: null }), language)
    return renderPage(
      context,
      dependencies,
      {
        title,
        sharing: plainSharing(
          '/open-data',
          titled(context, {
            fr: 'Tous les fichiers de l’étude, leur licence, leur sceau et la façon de les citer.',
            en: 'All files of the study, their licence, their seal and how to cite them.',
          }),
        ),
      },
      <OpenDataPage
        language={language}
        published={editions}
        studyTitle={studyTitle}
        operatorName={operatorName}
        publicUrl={publicUrl}
      />,
    )
  })
  register('press', (context) => {
    const language = context.get('language')
    const title = titled(context, { fr: 'Presse', en: 'Press' })
    return renderPage(
      context,
      dependencies,
      { title },
      <PressPage language={language} published={published(visibleEditions(readerOf(context)), language)} />,
    )
  })
  register('apiDocs', (context) =>
    renderPage(
      context,
      dependencies,
      {
        title: 'API',
        sharing: plainSharing(
          '/api',
          titled(context, {
            fr: 'Tous les chiffres publiés en JSON : adresses, exemples, droits.',
            en: 'Every published figure as JSON: addresses, examples, rights.',
          }),
        ),
      },
      <ApiPage
        language={context.get('language')}
        publicUrl={publicUrl}
        edition={visibleEditions({ ...readerOf(context), visitor: null })[0]?.id ?? null}
        rule={dependencies.requestRule ?? REQUEST_RULE}
        operations={API_OPERATIONS}
      />,
    ),
  )
}
