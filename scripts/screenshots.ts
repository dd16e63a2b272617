/**
 * Photographs the main pages of a demo's study for docs/screenshots: `npm run screenshots`, or `-- --all FOLDER` for every page
 * at three widths, light and dark, to look at. Chromium's path comes from REPLYMARK_TEST_CHROMIUM.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserOn, CHROMIUM, launchBrowser, type PageOptions } from '../test/e2e/browser.js'
import { type DemoWeb, openDemoWeb, PEOPLE } from '../test/e2e/demo-web.js'

/** Widths of a phone, a tablet and a desk, in CSS pixels. */
const WIDTHS = [360, 768, 1440] as const
/** JPEG quality at which text stays sharp and a file small. */
const QUALITY = 60

interface Shot extends PageOptions {
  readonly name: string
  readonly path: string
}

/** The exchange of the newest edition with most to see: an answer with mistakes. */
function tellingExchange({ ledger }: DemoWeb, edition: string): string {
  const [most] = ledger.assessments
    .ofEdition(edition)
    .toSorted((one, other) => other.mistakes.length - one.mistakes.length)
  return most?.probe ?? ''
}

function pagesOf(web: DemoWeb): readonly Shot[] {
  const [brand, other] = web.brands
  const { editions } = web.demo.study
  const running = editions.at(-1)?.id ?? ''
  const published = editions.at(-2)?.id ?? ''
  const operator = { email: PEOPLE.operator }
  return [
    { name: 'league-table', path: `/editions/${published}` },
    { name: 'sector', path: `/editions/${published}/sectors/beauty` },
    { name: 'brand', path: `/brands/${brand}` },
    { name: 'compare', path: `/compare?brand=${brand}&brand=${other}` },
    { name: 'trends', path: '/trends' },
    { name: 'methodology', path: '/methodology' },
    { name: 'open-data', path: '/open-data' },
    { name: 'sign-in', path: '/sign-in' },
    { name: 'my-brand', path: `/my-brand/${brand}`, ...operator },
    { name: 'running-edition', path: '/operator', ...operator },
    { name: 'exchanges', path: `/operator/exchanges?edition=${running}`, ...operator },
    { name: 'reviews', path: '/operator/reviews', ...operator },
    { name: 'exchange', path: `/exchanges/${tellingExchange(web, running)}`, ...operator },
  ]
}

async function shoot(browser: BrowserOn, { name, path, ...options }: Shot, file: string, whole: boolean) {
  const page = await browser.page({ language: 'en', ...options })
  await page.goto(path)
  // Charts load when they come into view.
  if (whole)
    await page.evaluate("for (const image of document.querySelectorAll('img[loading]')) image.loading = 'eager'")
  await page.waitForLoadState('load')
  await page.screenshot({ path: file, type: 'jpeg', quality: QUALITY, fullPage: whole })
  await page.context().close()
}

/** Few and small, for the documentation. */
const KEPT: readonly (readonly [string, PageOptions])[] = [
  ['league-table', { width: 1440 }],
  ['league-table', { width: 360, height: 780 }],
  ['trends', { width: 768, height: 1000, dark: true }],
  ['running-edition', { width: 1440 }],
  ['exchange', { width: 1440 }],
  ['reviews', { width: 768, height: 1000 }],
]

if (!CHROMIUM) throw new Error('REPLYMARK_TEST_CHROMIUM does not name a browser')
const [flag, folder] = process.argv.slice(2)
const everything = flag === '--all' && folder !== undefined
const target = everything ? folder : join('docs', 'screenshots')
mkdirSync(target, { recursive: true })
const web = await openDemoWeb({ brands: 24, editions: 3, seed: 1 })
const browser = await launchBrowser(web.address, web.signIn)
try {
  const pages = pagesOf(web)
  if (everything) {
    for (const page of pages)
      for (const width of WIDTHS)
        for (const dark of width === 768 ? [true] : [false])
          await shoot(
            browser,
            { ...page, width, dark },
            join(target, `${page.name}-${width}${dark ? '-dark' : ''}.jpg`),
            true,
          )
  } else {
    for (const [name, options] of KEPT) {
      const page = pages.find((one) => one.name === name)
      if (page)
        await shoot(browser, { ...page, ...options }, join(target, `${name}-${options.width ?? 1440}.jpg`), false)
    }
  }
} finally {
  await browser.close()
  await web.close()
}
