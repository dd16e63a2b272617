/** What search engines, networks, feed readers and other sites read of the published pages. */
import { Parser } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEditionReports, type EditionReports } from '../../reports/edition-reports.js'
import { createApp } from '../../src/web/app.js'
import { openSmallStudy, type SmallStudy } from './small-study.js'

const PUBLIC_URL = 'http://localhost'

let study: SmallStudy
let app: SmallStudy['app']
let reports: EditionReports
beforeAll(async () => {
  study = await openSmallStudy()
  reports = createEditionReports(study.ledger)
  app = createApp({
    ...study.dependencies,
    reports,
    requestRule: { burst: 10_000, perMinute: 10_000 },
  })
})
afterAll(() => study.ledger.close())

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  text: string
}

function elementsOf(text: string, xml: boolean): readonly Element[] {
  const found: Element[] = []
  const open: Element[] = []
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, text: '' }
        found.push(element)
        open.push(element)
      },
      ontext: (part) => {
        for (const element of open) element.text += part
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: xml, decodeEntities: true },
  )
  parser.end(text)
  return found
}

const get = (path: string) => app.request(path)
const page = async (path: string) => elementsOf(await (await get(path)).text(), false)
const xml = async (path: string) => elementsOf(await (await get(path)).text(), true)
const named = (elements: readonly Element[], name: string) => elements.filter((element) => element.name === name)

/** Width and height in the header of a PNG (RFC 2083 §11.2.1). */
async function sizeOf(path: string): Promise<readonly [number, number]> {
  const response = await get(path)
  expect(response.headers.get('content-type')).toBe('image/png')
  const view = new DataView(await response.arrayBuffer())
  return [view.getUint32(16), view.getUint32(20)]
}

describe('the head of a public page', () => {
  it.each([
    '/',
    '/editions/2024',
    '/brands/maison-lune',
    '/editions/2024/sectors/beauty',
    '/trends',
  ])('%s names itself, its languages, its picture and says something', async (path) => {
    const elements = await page(path)
    const meta = (key: string) =>
      named(elements, 'meta').find(({ attributes }) => (attributes.property ?? attributes.name) === key)?.attributes
        .content ?? ''
    const links = named(elements, 'link').map(({ attributes }) => attributes)
    expect(links.find(({ rel }) => rel === 'canonical')?.href).toBe(PUBLIC_URL + path)
    expect(links.filter(({ hreflang }) => hreflang).map(({ hreflang }) => hreflang)).toEqual(['fr', 'en', 'x-default'])
    expect(meta('description').length).toBeGreaterThan(20)
    expect(meta('og:title')).not.toBe('')
    expect(meta('robots')).toBe('')
    const picture = meta('og:image').replace(PUBLIC_URL, '')
    expect(await sizeOf(picture)).toEqual([1200, 630])
  })

  it('says the finding in the title, in the language of the page', async () => {
    const title = async (path: string) => named(await page(path), 'title')[0]?.text
    for (const language of ['fr', 'en'] as const)
      expect(await title(`/?lang=${language}`)).toContain(reports.summary('2024', language).finding)
    expect(reports.summary('2024', 'fr').finding).not.toBe(reports.summary('2024', 'en').finding)
  })

  it.each(['/sign-in', '/nowhere'])('%s is not indexed', async (path) => {
    const robots = named(await page(path), 'meta').find(({ attributes }) => attributes.name === 'robots')
    expect(robots?.attributes.content).toBe('noindex')
  })

  it('is silent on an edition that only staff may see', async () => {
    const response = await app.request('/editions/2026', {
      headers: { cookie: await study.cookieOf('operator@study.example') },
    })
    const html = await response.text()
    expect(html).toContain('noindex')
    expect(html).not.toContain('ld+json')
  })
})

describe('structured data', () => {
  it('is a Dataset with what dataset search requires, and a Report on it', async () => {
    const blocks = named(await page('/editions/2024'), 'script')
      .filter(({ attributes }) => attributes.type === 'application/ld+json')
      .map(({ text }) => JSON.parse(text))
    const [dataset, report] = blocks
    expect(blocks.map((block) => [block['@context'], block['@type']])).toEqual([
      ['https://schema.org', 'Dataset'],
      ['https://schema.org', 'Report'],
    ])
    expect(dataset.name).not.toBe('')
    expect(dataset.description.length).toBeGreaterThanOrEqual(50)
    expect(dataset.description.length).toBeLessThanOrEqual(5000)
    expect(dataset.license).toMatch(/^https:/)
    expect(dataset.creator.name).not.toBe('')
    expect(dataset.temporalCoverage).toMatch(/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/)
    expect(dataset.distribution.length).toBeGreaterThan(3)
    for (const { contentUrl, encodingFormat } of dataset.distribution) {
      const response = await get(contentUrl.replace(PUBLIC_URL, ''))
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')?.split(';')[0]).toBe(encodingFormat)
    }
    expect(report.isBasedOn).toBe(dataset['@id'])
  })
})

describe('what crawlers and readers fetch', () => {
  it('the sitemap lists pages that open, each with its languages; robots.txt names it', async () => {
    expect(await (await get('/robots.txt')).text()).toContain(`Sitemap: ${PUBLIC_URL}/sitemap.xml`)
    const elements = await xml('/sitemap.xml')
    const addresses = named(elements, 'loc').map(({ text }) => text)
    expect(addresses).toContain(`${PUBLIC_URL}/brands/maison-lune`)
    for (const address of addresses) expect((await get(address.replace(PUBLIC_URL, ''))).status, address).toBe(200)
    expect(named(elements, 'xhtml:link').length).toBe(2 * addresses.length)
    expect(addresses.some((address) => address.includes('2026'))).toBe(false)
    expect((await get('/sitemap.xml?part=9')).status).toBe(404)
  })

  it('the feed has what Atom requires of a feed and of each entry (RFC 4287 §4.1)', async () => {
    const elements = await xml('/feed.xml?lang=fr')
    const count = (name: string) => named(elements, name).length
    expect(count('feed')).toBe(1)
    expect(count('entry')).toBeGreaterThan(0)
    for (const name of ['id', 'title', 'updated']) expect(count(name)).toBe(count('entry') + 1)
    expect(count('author')).toBe(1)
    const ids = named(elements, 'id').map(({ text }) => text)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { text } of named(elements, 'updated')) expect(new Date(text).toISOString()).toBe(text)
  })

  it('oEmbed embeds a published edition at the size asked for, and nothing else', async () => {
    const ask = (query: string) => get(`/oembed?${query}`)
    const address = encodeURIComponent(`${PUBLIC_URL}/editions/2024`)
    const embed = JSON.parse(await (await ask(`url=${address}&maxwidth=500&maxheight=300`)).text())
    expect([embed.version, embed.type, embed.width, embed.height]).toEqual(['1.0', 'rich', 500, 300])
    const [frame] = named(elementsOf(embed.html, false), 'iframe')
    expect((await get(frame!.attributes.src!.replace(PUBLIC_URL, ''))).status).toBe(200)
    expect((await ask(`url=${address}&format=xml`)).status).toBe(501)
    for (const other of ['http://elsewhere.example/editions/2024', `${PUBLIC_URL}/editions/2026`, 'nothing'])
      expect((await ask(`url=${encodeURIComponent(other)}`)).status, other).toBe(404)
  })

  it('the icon is one picture in a frame', async () => {
    const bytes = new Uint8Array(await (await get('/favicon.ico')).arrayBuffer())
    expect([...bytes.slice(0, 6)]).toEqual([0, 0, 1, 0, 1, 0])
    expect(String.fromCharCode(...bytes.slice(23, 26))).toBe('PNG')
  })

  it('every chart is a picture too', async () => {
    const [width] = await sizeOf('/editions/2024/charts/league-table.png?lang=en')
    expect(width).toBe(1840)
    expect((await get('/editions/2024/charts/nothing.png')).status).toBe(404)
  })
})
