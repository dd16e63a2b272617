/** The API under `/api/v1`: everything the pages show, read-only, described in OpenAPI from the schemas that validate it. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { criteria } from '../../criteria/index.js'
import { ReplymarkError } from '../../domain/error.js'
import { saidError, say } from '../../languages/index.js'
import { mayOpen } from '../accounts/role.js'
import type { WebContext, WebEnvironment } from '../context.js'
import { readDashboard } from '../data/dashboard.js'
import {
  brandHistory,
  knownBrands,
  leagueLines,
  type Reader,
  requireVisible,
  visibleEditions,
} from '../data/rankings.js'
import type { WebDependencies } from '../dependencies.js'
import { arrangeLines, SORT_KEYS } from '../pages/league-table.js'
import { csvLists } from './csv-lines.js'
import { dated } from './dated.js'
import { brandTrendLines, createFindingLines, markLines, sectorLines, weightLines } from './edition-lines.js'
import {
  editionDetail,
  editionLine,
  exchangeDetail,
  exchangeSummary,
  historyLine,
  openExchanges,
  standingLine,
} from './lines.js'
import { API_OPERATIONS, type OperationId } from './operations.js'
import { makeCursor, pageAfter, readCursor } from './paging.js'
import * as shapes from './schemas.js'

const STATUS_TEXT = {
  400: 'The request is wrong',
  401: 'No key or session',
  403: 'Not for this caller',
  404: 'There is no such thing',
  429: 'Too many requests',
}

/** Names of the query parameters that each operation takes. */
const QUERY_NAMES = new Map<OperationId, readonly string[]>()

/** Parameters that every address of the service takes. */
const COMMON_NAMES = ['lang']

/**
 * Refuses what would be passed over in silence: a misspelt filter gives the whole list, and its reader a wrong figure.
 * @throws ReplymarkError `usage`
 */
function refuseUnknownParameters(id: OperationId, asked: readonly string[]): void {
  const known = [...(QUERY_NAMES.get(id) ?? []), ...COMMON_NAMES]
  const unknown = asked.filter((name) => !known.includes(name)).map((name) => name.slice(0, 100))
  if (unknown.length === 0) return
  throw saidError('usage', say('web.unknown-parameters', { names: unknown.length, list: unknown.join(', ') }), {
    hint: say('web.known-parameters', { list: known.join(', ') }),
  })
}

/** A GET operation of the table with its schemas. */
function operation<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>(
  id: OperationId,
  request: { params?: Params; query?: Query },
  body: Body,
) {
  const {
    path,
    purpose: texts,
    access,
  } = API_OPERATIONS.find((known) => known.id === id) as (typeof API_OPERATIONS)[number]
  const purpose = texts.en
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: shapes.Problem } },
  })
  QUERY_NAMES.set(id, Object.keys(request.query?.shape ?? {}))
  return createRoute({
    method: 'get',
    path,
    operationId: id,
    summary: purpose,
    ...(access === 'public' ? {} : { security: [{ bearer: [] }] }),
    request: { params: request.params as Params, query: request.query as Query },
    responses: {
      200: {
        description: purpose,
        content: {
          'application/json': { schema: body },
          ...(id.startsWith('list') ? { 'text/csv': { schema: z.string() } } : {}),
        },
      },
      304: { description: 'Not modified since the ETag sent in If-None-Match' },
      ...Object.fromEntries(Object.entries(STATUS_TEXT).map(([status, text]) => [status, problem(text)])),
    },
  })
}

const EditionPath = z.object({ edition: shapes.Identifier })
const BrandPath = z.object({ brand: shapes.Identifier })
const EditionBrandPath = EditionPath.extend({ brand: shapes.Identifier })
const None = z.object({})

const listEditions = operation(
  'listEditions',
  { params: None, query: None },
  z.object({ items: z.array(shapes.EditionLine) }),
)
const getEdition = operation('getEdition', { params: EditionPath, query: None }, shapes.EditionDetail)
const StandingQuery = shapes.PageQuery.extend({
  sector: z.string().max(100).optional(),
  search: z.string().max(100).optional(),
  sort: z.enum([...SORT_KEYS, ...SORT_KEYS.map((key) => `-${key}` as const)]).optional(),
})
const listStandings = operation(
  'listStandings',
  { params: EditionPath, query: StandingQuery },
  shapes.pageOf(shapes.StandingLine),
)
const listSectors = operation(
  'listSectors',
  { params: EditionPath, query: None },
  z.object({ items: z.array(shapes.SectorLine) }),
)
const listScenarios = operation(
  'listScenarios',
  { params: EditionPath, query: None },
  z.object({ items: z.array(shapes.ScenarioLine) }),
)
const listWeights = operation(
  'listWeights',
  { params: EditionPath, query: None },
  z.object({ items: z.array(shapes.WeightLine) }),
)
const MarkQuery = shapes.PageQuery.extend({ brand: shapes.Identifier.optional() })
const listMarks = operation('listMarks', { params: EditionPath, query: MarkQuery }, shapes.pageOf(shapes.MarkLine))
const listFindings = operation(
  'listFindings',
  { params: EditionPath, query: MarkQuery.extend({ criterion: shapes.Identifier.optional() }) },
  shapes.pageOf(shapes.FindingLine),
)
const listTrends = operation(
  'listTrends',
  { params: None, query: None },
  z.object({ items: z.array(shapes.TrendLine) }),
)
const listBrandTrends = operation(
  'listBrandTrends',
  { params: None, query: MarkQuery },
  shapes.pageOf(shapes.BrandTrendLine),
)
const listBrands = operation('listBrands', { params: None, query: shapes.PageQuery }, shapes.pageOf(shapes.BrandLine))
const getBrand = operation('getBrand', { params: BrandPath, query: None }, shapes.BrandDetail)
const listCriteria = operation(
  'listCriteria',
  { params: None, query: None },
  z.object({ items: z.array(shapes.CriterionLine) }),
)
const listHistory = operation(
  'listHistory',
  { params: None, query: shapes.PageQuery },
  shapes.pageOf(shapes.HistoryLine),
)
const listBrandExchanges = operation(
  'listBrandExchanges',
  { params: EditionBrandPath, query: None },
  z.object({ items: z.array(shapes.ExchangeSummary) }),
)
const getExchange = operation(
  'getExchange',
  { params: EditionBrandPath.extend({ scenario: shapes.Identifier }), query: None },
  shapes.ExchangeDetail,
)
const getProgress = operation('getProgress', { params: EditionPath, query: None }, shapes.Progress)
const listReviews = operation(
  'listReviews',
  { params: None, query: shapes.PageQuery },
  shapes.pageOf(shapes.ReviewLine),
)
const listAudit = operation('listAudit', { params: None, query: shapes.PageQuery }, shapes.pageOf(shapes.AuditLine))

function toHonoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

/** Builds the API; errors go up to the application's handler. */
export function createApi(dependencies: WebDependencies): OpenAPIHono<WebEnvironment> {
  const { ledger, now } = dependencies
  const api = new OpenAPIHono<WebEnvironment>({
    defaultHook: (result) => {
      if (result.success) return
      const issue = result.error.issues[0]
      throw new ReplymarkError(
        'usage',
        `${issue?.path.join('.') || 'The request'}: ${issue?.message ?? 'is not valid'}`,
        {
          hint: 'See /api/openapi.json for what each operation takes.',
        },
      )
    },
  })
  const readerOf = (context: { get(name: 'visitor'): Reader['visitor'] }): Reader => ({
    ledger,
    visitor: context.get('visitor'),
    now: now(),
  })

  for (const { id, path, access } of API_OPERATIONS) {
    api.get(toHonoPath(path), async (context, next) => {
      const visitor = context.get('visitor')
      if (!mayOpen(access, visitor, access === 'own-brand' ? (context.req.param('brand') ?? null) : null)) {
        throw visitor
          ? saidError('forbidden', say('web.not-for-caller'), {
              hint: say('web.ask-for-other-key'),
            })
          : saidError('unauthenticated', say('web.needs-key'), {
              hint: say('web.send-key'),
            })
      }
      refuseUnknownParameters(id, Object.keys(context.req.queries()))
      await next()
    })
  }
  api.use(etag())
  api.use(csvLists(dependencies.publicUrl))

  api.openapi(listEditions, (context) =>
    context.json({ items: visibleEditions(readerOf(context)).map(editionLine) }, 200),
  )
  api.openapi(getEdition, (context) => {
    const edition = requireVisible(readerOf(context), context.req.valid('param').edition)
    return context.json(editionDetail(dependencies, edition, context.get('language')), 200)
  })
  api.openapi(listStandings, (context) => {
    const edition = requireVisible(readerOf(context), context.req.valid('param').edition)
    const { limit, cursor, sector = '', search = '', sort = 'rank' } = context.req.valid('query')
    const key = SORT_KEYS.find((known) => known === sort.replace(/^-/, '')) ?? 'rank'
    const language = context.get('language')
    const query = { sort: key, descending: sort.startsWith('-'), sector, search }
    const { items, next } = pageAfter(
      arrangeLines(leagueLines(ledger, edition, language), query, language),
      limit,
      cursor,
    )
    return context.json({ items: items.map(standingLine), next }, 200)
  })
  const findingLines = createFindingLines(ledger)
  const reportOf = (context: { get(name: 'visitor'): Reader['visitor'] }, edition: string) =>
    dependencies.reports.data(requireVisible(readerOf(context), edition).id)
  api.openapi(listSectors, (context) =>
    context.json({ items: sectorLines(reportOf(context, context.req.valid('param').edition)) }, 200),
  )
  api.openapi(listScenarios, (context) =>
    context.json({ items: reportOf(context, context.req.valid('param').edition).scenarios }, 200),
  )
  api.openapi(listWeights, (context) =>
    context.json(
      { items: weightLines(requireVisible(readerOf(context), context.req.valid('param').edition).configuration.grid) },
      200,
    ),
  )
  api.openapi(listMarks, (context) => {
    const { limit, cursor, brand } = context.req.valid('query')
    const lines = markLines(reportOf(context, context.req.valid('param').edition), brand)
    return context.json(pageAfter(lines, limit, cursor), 200)
  })
  api.openapi(listFindings, (context) => {
    const { limit, cursor, brand, criterion } = context.req.valid('query')
    const lines = findingLines(reportOf(context, context.req.valid('param').edition), { brand, criterion })
    return context.json(pageAfter(lines, limit, cursor), 200)
  })
  const newestReport = (context: { get(name: 'visitor'): Reader['visitor'] }) => {
    const newest = visibleEditions(readerOf(context))[0]
    return newest ? dependencies.reports.data(newest.id) : null
  }
  api.openapi(listTrends, (context) => context.json({ items: newestReport(context)?.trends.editions ?? [] }, 200))
  api.openapi(listBrandTrends, (context) => {
    const { limit, cursor, brand } = context.req.valid('query')
    const report = newestReport(context)
    const lines = report ? brandTrendLines(report).filter((line) => brand === undefined || line.brand === brand) : []
    return context.json(pageAfter(lines, limit, cursor), 200)
  })
  api.openapi(listBrands, (context) => {
    const { limit, cursor } = context.req.valid('query')
    return context.json(pageAfter(knownBrands(readerOf(context)), limit, cursor), 200)
  })
  api.openapi(getBrand, (context) => {
    const { brand } = context.req.valid('param')
    const history = brandHistory(readerOf(context), brand)
    if (!history) throw saidError('not-found', say('web.no-published-brand', { brand }))
    const standings = history.years.map(({ standing }) => standingLine({ standing, brandName: history.name }))
    return context.json({ id: brand, name: history.name, standings, history: history.imported.map(historyLine) }, 200)
  })
  api.openapi(listCriteria, (context) =>
    context.json(
      {
        items: criteria.map(({ meta: { id, version, family, lifecycle, title, description, why, method } }) => ({
          id,
          version,
          family,
          lifecycle,
          title,
          description,
          why,
          method,
        })),
      },
      200,
    ),
  )
  api.openapi(listHistory, (context) => {
    const { limit, cursor } = context.req.valid('query')
    const { items, next } = pageAfter(ledger.history.list(), limit, cursor)
    return context.json({ items: items.map(historyLine), next }, 200)
  })
  api.openapi(listBrandExchanges, (context) => {
    const { edition, brand } = context.req.valid('param')
    openExchanges(dependencies, context as unknown as WebContext, edition)
    return context.json(
      { items: ledger.probes.ofBrand(edition, brand).map((probe) => exchangeSummary(ledger, probe)) },
      200,
    )
  })
  api.openapi(getExchange, (context) => {
    const { edition, brand, scenario } = context.req.valid('param')
    openExchanges(dependencies, context as unknown as WebContext, edition)
    const exchange = ledger.matches.exchange(`${edition}/${brand}/${scenario}`)
    if (!exchange) throw saidError('not-found', say('web.no-exchange'))
    return context.json(exchangeDetail(ledger, exchange), 200)
  })
  api.openapi(getProgress, (context) => {
    const edition = ledger.editions.require(context.req.valid('param').edition)
    const { state, total, sectors, openReviews, problems } = readDashboard(
      dependencies,
      edition,
      context.get('visitor'),
      context.get('language'),
    )
    return context.json(
      { edition: edition.id, state, total, sectors: [...sectors], openReviews, problems: [...problems] },
      200,
    )
  })
  api.openapi(listReviews, (context) => {
    const { limit, cursor } = context.req.valid('query')
    const { items, next } = pageAfter(ledger.reviews.open(), limit, cursor)
    return context.json({ items: items.map((item) => dated(item, 'openedAt')), next }, 200)
  })
  api.openapi(listAudit, (context) => {
    const { limit, cursor } = context.req.valid('query')
    const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : readCursor(cursor)
    const entries = ledger.audit.newest(limit, before)
    const last = entries.length === limit ? entries.at(-1) : undefined
    const items = entries.map(({ sequence, at, actor, action, target }) =>
      dated({ sequence, at, actor, action, target }, 'at'),
    )
    return context.json({ items, next: last ? makeCursor(last.sequence) : null }, 200)
  })

  api.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'A key made by the operator',
  })
  return api
}

/** The OpenAPI 3.1 description of the API. */
export function describeApi(api: OpenAPIHono<WebEnvironment>, publicUrl: string): unknown {
  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Replymark',
      version: '1',
      description: 'How well brands answer their customers by e-mail.',
      license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
  })
}
