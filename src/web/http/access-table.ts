/**
 * Every route of the web with what it asks of its visitor: the one table that the application registers from and the tests walk.
 * A route that is not here cannot be registered.
 */
import type { Access } from '../accounts/role.js'

/** One route. */
export interface Route {
  readonly method: 'GET' | 'POST'
  /** Hono path, with `:names`. */
  readonly path: string
  readonly access: Access
  /** One sentence: what it shows or does. */
  readonly purpose: string
}

const get = (path: string, access: Access, purpose: string): Route => ({ method: 'GET', path, access, purpose })
const post = (path: string, access: Access, purpose: string): Route => ({ method: 'POST', path, access, purpose })

/** Every page and form. The API's routes carry their access in their own definition, see `api/routes.ts`. */
export const PAGE_ROUTES = {
  home: get('/', 'public', 'newest published league table, or what will appear here'),
  editions: get('/editions', 'public', 'list of editions'),
  edition: get('/editions/:edition', 'public', 'league table of one edition'),
  embed: get('/editions/:edition/embed', 'public', 'league table for an iframe'),
  editionFile: get('/editions/:edition/files/:file', 'public', 'one file of the edition: CSV, XLSX, JSON, SVG, HTML'),
  editionCard: get('/editions/:edition/card.png', 'public', 'picture for links to an edition'),
  chart: get('/editions/:edition/charts/:chart', 'public', 'one chart as SVG or PNG'),
  sector: get('/editions/:edition/sectors/:sector', 'public', 'one sector'),
  brand: get('/brands/:brand', 'public', 'a brand over the editions'),
  brandCard: get('/brands/:brand/card.png', 'public', 'picture for links to a brand'),
  compare: get('/compare', 'public', 'up to five brands side by side'),
  trends: get('/trends', 'public', 'editions over time'),
  methodology: get('/methodology', 'public', 'what is measured and how'),
  openData: get('/open-data', 'public', 'all files, licence, citation, seal'),
  signInForm: get('/sign-in', 'public', 'sign-in form'),
  signIn: post('/sign-in', 'public', 'checks e-mail and password'),
  secondFactorForm: get('/sign-in/code', 'public', 'asks for the code'),
  secondFactor: post('/sign-in/code', 'public', 'checks the code'),
  signOut: post('/sign-out', 'signed-in', 'ends the session'),
  account: get('/account', 'signed-in', 'own account: password, second factor'),
  accountChange: post('/account', 'signed-in', 'changes password or second factor, signs out everywhere'),
  dashboard: get('/operator', 'staff', 'where the running edition stands'),
  dashboardEvents: get('/operator/events', 'staff', 'the same, live, as server-sent events'),
  editionControl: post('/operator/editions/:edition', 'operator', 'starts, pauses, closes, publishes'),
  exchanges: get('/operator/exchanges', 'staff', 'all exchanges of an edition'),
  exchange: get('/exchanges/:edition/:brand/:scenario', 'own-brand', 'one exchange: conversation, findings, mark'),
  exchangeSource: get('/exchanges/:edition/:brand/:scenario/source/:hash', 'own-brand', 'raw source of one message'),
  exchangeHtml: get('/exchanges/:edition/:brand/:scenario/html/:hash', 'own-brand', 'sanitised HTML of one message'),
  contest: post('/exchanges/:edition/:brand/:scenario/contest', 'own-brand', 'contests a mark'),
  dismiss: post('/exchanges/:edition/:brand/:scenario/dismiss', 'staff', 'dismisses a mistake'),
  correct: post('/exchanges/:edition/:brand/:scenario/correct', 'staff', 'overrules a finding, a kind or a match'),
  inbox: get('/operator/inbox', 'staff', 'mail that matches no exchange'),
  assign: post('/operator/inbox/:hash', 'staff', 'gives a message to an exchange'),
  reviews: get('/operator/reviews', 'staff', 'what needs a person'),
  review: post('/operator/reviews/:item', 'staff', 'decides one review'),
  health: get('/operator/health', 'staff', 'mailboxes, queue, ledger'),
  audit: get('/operator/audit', 'staff', 'who did what when'),
  people: get('/operator/people', 'operator', 'accounts and API keys'),
  peopleChange: post('/operator/people', 'operator', 'adds or removes accounts and API keys'),
  ownBrand: get('/my-brand', 'own-brand', "a brand's own exchanges, trend, what to fix first"),
  ownBrandOf: get('/my-brand/:brand', 'own-brand', 'the same for a brand named by staff'),
  press: get('/press', 'press', 'league tables under embargo, files, contact'),
  apiDocs: get('/api', 'public', 'how to use the API'),
  openApi: get('/api/openapi.json', 'public', 'OpenAPI description of the API'),
  language: post('/language', 'public', 'switches the language'),
  theme: post('/theme', 'public', 'switches light and dark'),
  robots: get('/robots.txt', 'public', 'what crawlers need not try, and the sitemap'),
  sitemap: get('/sitemap.xml', 'public', 'addresses of all public pages, in each language'),
  feed: get('/feed.xml', 'public', 'Atom feed of published editions'),
  oembed: get('/oembed', 'public', 'how another site embeds an edition (oEmbed)'),
  favicon: get('/favicon.ico', 'public', 'icon of the site'),
  asset: get('/assets/:file', 'public', 'style sheet, scripts, icons'),
  healthz: get('/healthz', 'public', 'alive'),
  readyz: get('/readyz', 'public', 'ready: ledger answers'),
  metrics: get('/metrics', 'staff', 'Prometheus metrics, scraped with a staff key'),
} as const satisfies Record<string, Route>

/** Name of a page route. */
export type PageRoute = keyof typeof PAGE_ROUTES
