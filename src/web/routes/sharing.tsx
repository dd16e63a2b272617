/** What is fetched when pages are found and shared: sitemap, robots, feed, oEmbed, pictures of shared links, the site's icon. */
import { iconFile } from '../../../reports/icon-file.js'
import { CARD_HEIGHT, CARD_WIDTH } from '../../../reports/share-card-size.js'
import { saidError, say, toldLanguages } from '../../languages/index.js'
import { escapeXml } from '../../text/escape-xml.js'
import type { WebContext } from '../context.js'
import { publicAddresses } from '../data/public-addresses.js'
import { requireVisible, visibleEditions } from '../data/rankings.js'
import type { WebDependencies } from '../dependencies.js'
import { PAGE_ROUTES, type Route } from '../http/access-table.js'
import type { Register } from '../http/register.js'
import { EMBED_HEIGHT, embedCode } from '../pages/embed.js'
import { inLanguageAddress } from '../pages/sharing.js'

/** Addresses in one sitemap at most (sitemaps.org protocol 0.9). */
const MOST_ADDRESSES = 50_000

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Where nobody but people with a role has business: no crawler need try. */
const ROOMS = [
  ...new Set(
    Object.values<Route>(PAGE_ROUTES)
      .filter(({ method, access }) => method === 'GET' && access !== 'public')
      .map(({ path }) => `/${path.split('/')[1]}`),
  ),
  PAGE_ROUTES.signInForm.path,
]

const asDay = (at: number) => new Date(at).toISOString().slice(0, 10)

/** Registers them. */
export function registerSharing(register: Register, dependencies: WebDependencies): void {
  const { ledger, now, reports, publicUrl, studyTitle, operatorName } = dependencies
  const readerOf = (context: WebContext) => ({ ledger, visitor: context.get('visitor'), now: now() })

  register('robots', (context) =>
    context.text(
      `User-agent: *\n${ROOMS.map((path) => `Disallow: ${path}\n`).join('')}\nSitemap: ${publicUrl}/sitemap.xml\n`,
    ),
  )

  register('sitemap', (context) => {
    const addresses = publicAddresses(ledger, now())
    const parts = Math.ceil(addresses.length / MOST_ADDRESSES)
    const asked = Number(context.req.query('part') ?? (parts > 1 ? 0 : 1))
    const xml = (body: string) => context.body(XML + body, 200, { 'content-type': 'application/xml; charset=utf-8' })
    if (asked === 0) {
      const each = Array.from(
        { length: parts },
        (_, part) => `<sitemap><loc>${escapeXml(`${publicUrl}/sitemap.xml?part=${part + 1}`)}</loc></sitemap>`,
      )
      return xml(`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${each.join('')}</sitemapindex>\n`)
    }
    if (!(Number.isInteger(asked) && asked >= 1 && asked <= parts))
      throw saidError('not-found', say('web.no-sitemap-part', { part: context.req.query('part') ?? '' }), {
        hint: say('web.sitemap-parts', { parts }),
      })
    const shown = addresses.slice((asked - 1) * MOST_ADDRESSES, asked * MOST_ADDRESSES)
    const urls = shown.map(({ path, changedAt }) => {
      const languages = toldLanguages().map(
        (language) =>
          `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(inLanguageAddress(publicUrl, path, language))}"/>`,
      )
      const changed = changedAt === null ? '' : `<lastmod>${asDay(changedAt)}</lastmod>`
      return `<url><loc>${escapeXml(publicUrl + path)}</loc>${changed}${languages.join('')}</url>\n`
    })
    return xml(
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('')}</urlset>\n`,
    )
  })

  register('feed', (context) => {
    const language = context.get('language')
    const editions = visibleEditions({ ledger, visitor: null, now: now() }).filter(
      ({ publishedAt }) => publishedAt !== null,
    )
    const self = inLanguageAddress(publicUrl, '/feed.xml', language)
    const home = inLanguageAddress(publicUrl, '/', language)
    // A feed without entries needs a date as well (RFC 4287 §4.1.1).
    const updated = new Date(editions[0]?.publishedAt ?? 0).toISOString()
    const entries = editions.map((edition) => {
      const summary = reports.summary(edition.id, language)
      const address = inLanguageAddress(publicUrl, `/editions/${edition.id}`, language)
      const at = new Date(edition.publishedAt!).toISOString()
      return [
        '<entry>',
        `<title>${escapeXml(`${edition.title} · ${summary.finding}`)}</title>`,
        `<id>${escapeXml(`${publicUrl}/editions/${edition.id}`)}</id>`,
        `<link rel="alternate" type="text/html" href="${escapeXml(address)}"/>`,
        `<published>${at}</published><updated>${at}</updated>`,
        `<summary>${escapeXml(summary.description)}</summary>`,
        '</entry>\n',
      ].join('')
    })
    const body = [
      `${XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
      `<title>${escapeXml(studyTitle)}</title><id>${escapeXml(`${publicUrl}/`)}</id><updated>${updated}</updated>`,
      `<author><name>${escapeXml(operatorName)}</name></author>`,
      `<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
      `<link rel="alternate" type="text/html" href="${escapeXml(home)}"/>\n`,
      ...entries,
      '</feed>\n',
    ]
    return context.body(body.join(''), 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
  })

  register('oembed', (context) => {
    const format = context.req.query('format') ?? 'json'
    context.header('access-control-allow-origin', '*')
    // The status is the protocol's own answer for a format that is not offered (oembed.com §2.3.4).
    if (format !== 'json') return context.text(`The format ${format} is not offered; json is.`, 501)
    const asked = URL.parse(context.req.query('url') ?? '')
    const path = asked && asked.origin === URL.parse(publicUrl)?.origin ? asked.pathname : ''
    const editions = visibleEditions({ ledger, visitor: null, now: now() })
    const named = /^\/editions\/([^/]+)$/.exec(path)?.[1]
    const edition = path === '/' ? editions[0] : editions.find(({ id }) => id === decodeURIComponent(named ?? ''))
    if (!edition)
      throw saidError('not-found', say('web.nothing-to-embed'), {
        hint: say('web.give-url'),
      })
    const language = toldLanguages().find((one) => one === asked?.searchParams.get('lang')) ?? context.get('language')
    const most = (name: string, usual: number) => {
      const bound = Number(context.req.query(name))
      return Number.isInteger(bound) && bound > 0 ? Math.min(bound, usual) : usual
    }
    const height = most('maxheight', EMBED_HEIGHT)
    return context.json({
      version: '1.0',
      type: 'rich',
      title: `${edition.title} · ${reports.summary(edition.id, language).finding}`,
      author_name: operatorName,
      provider_name: studyTitle,
      provider_url: publicUrl,
      thumbnail_url: inLanguageAddress(publicUrl, `/editions/${edition.id}/card.png`, language),
      thumbnail_width: CARD_WIDTH,
      thumbnail_height: CARD_HEIGHT,
      width: most('maxwidth', CARD_WIDTH),
      height,
      html: embedCode(publicUrl, edition.id, language, studyTitle, height),
    })
  })

  const picture = (context: WebContext, bytes: Uint8Array<ArrayBuffer> | null) => {
    if (!bytes) throw saidError('not-found', say('web.no-picture'))
    return context.body(bytes, 200, { 'content-type': 'image/png' })
  }
  register('editionCard', async (context) => {
    const edition = requireVisible(readerOf(context), context.req.param('edition') ?? '')
    return picture(context, await reports.shareCard(edition.id, null, context.get('language')))
  })
  register('brandCard', async (context) => {
    const brand = context.req.param('brand') ?? ''
    const known = visibleEditions(readerOf(context)).find(({ id }) =>
      ledger.standings.ofEdition(id).some((standing) => standing.brand === brand),
    )
    return picture(context, known ? await reports.shareCard(known.id, brand, context.get('language')) : null)
  })

  let icon: Promise<Uint8Array<ArrayBuffer>> | null = null
  register('favicon', async (context) => {
    icon ??= iconFile()
    return context.body(await icon, 200, { 'content-type': 'image/vnd.microsoft.icon' })
  })
}
