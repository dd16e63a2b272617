/** Every public page at every width, in both themes and languages: nothing wider than the window, no text too small, none over another. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserOn, CHROMIUM, launchBrowser } from './browser.js'
import { type DemoWeb, openDemoWeb } from './demo-web.js'

const WIDTHS = [320, 360, 768, 900, 1024, 1440] as const

const PUBLISHED = '2025'

/** What a page looks like from inside: its overhang, its smallest letters, texts that lie over each other. */
const LOOK = `(() => {
  const texts = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue
    if (element.closest('.visually-hidden, .skip, script, style, option')) continue
    // What is folded away has boxes all the same.
    if (element.closest('details:not([open])') && !element.closest('summary')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    // A text inside something that scrolls may lie behind its edge.
    const scroller = element.closest('.scroll, pre')
    const edge = scroller?.getBoundingClientRect()
    for (const box of range.getClientRects()) {
      const right = edge ? Math.min(box.right, edge.right) : box.right
      const left = edge ? Math.max(box.left, edge.left) : box.left
      if (right > left) texts.push({ text: node.data.trim(), left, right, top: box.top, bottom: box.bottom, element })
    }
  }
  const small = texts
    .filter(({ element }) => Number.parseFloat(getComputedStyle(element).fontSize) < 11)
    .map(({ text }) => text)
  const over = []
  const sorted = texts.sort((one, other) => one.top - other.top)
  for (let at = 0; at < sorted.length; at++)
    for (let next = at + 1; next < sorted.length && sorted[next].top < sorted[at].bottom; next++) {
      const [one, other] = [sorted[at], sorted[next]]
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      if (wide > 2 && high > 4) over.push(one.text + ' / ' + other.text)
    }
  const charts = [...document.querySelectorAll('figure img')].map((image) => {
    const drawn = Number(new URL(image.currentSrc || image.src).searchParams.get('width'))
    const smallest = drawn < 500 ? 13 : 12
    return Math.round(10 * smallest * image.getBoundingClientRect().width / drawn) / 10
  })
  const { scrollWidth, clientWidth } = document.documentElement
  return { overhang: scrollWidth - clientWidth, small, over, charts }
})()`

/** Whether every picture shows the drawing that is meant for this window: the browser exchanges them in its own time. */
const SETTLED = `[...document.images].every((image) => {
  const meant = [...(image.closest('picture')?.querySelectorAll('source') ?? [])].find(({ media }) => matchMedia(media).matches)
  return image.complete && image.currentSrc === new URL(meant ? meant.srcset : image.src, location.href).href
})`

interface Look {
  readonly overhang: number
  readonly small: readonly string[]
  readonly over: readonly string[]
  /** Height of each chart's smallest letters as shown, pixels. */
  readonly charts: readonly number[]
}

describe.skipIf(!CHROMIUM)('public pages on every screen', () => {
  let web: DemoWeb
  let browser: BrowserOn
  beforeAll(async () => {
    web = await openDemoWeb({ brands: 6, editions: 3, seed: 3 })
    browser = await launchBrowser(web.address, web.signIn)
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await web?.close()
  })

  const paths = () => [
    '/',
    '/editions',
    `/editions/${PUBLISHED}?sort=brand`,
    `/editions/${PUBLISHED}/embed`,
    `/editions/${PUBLISHED}/sectors/beauty`,
    `/brands/${web.brands[0]}`,
    `/compare?brand=${web.brands.join('&brand=')}`,
    '/trends',
    '/methodology',
    '/open-data',
    '/api',
    '/sign-in',
    '/nowhere',
  ]

  const look = async (page: Page): Promise<Look> => {
    // A picture that is not wanted yet has no source: all are.
    await page.evaluate("for (const image of document.querySelectorAll('img[loading]')) image.loading = 'eager'")
    await expect.poll(() => page.evaluate(SETTLED), { timeout: 120_000 }).toBe(true)
    return (await page.evaluate(LOOK)) as Look
  }

  for (const language of ['fr-FR', 'en-GB'])
    for (const dark of [false, true])
      it(`fit the window and can be read, ${language}, ${dark ? 'dark' : 'light'}`, async () => {
        const page = await browser.page({ language, dark })
        const faults: string[] = []
        for (const path of paths()) {
          await page.setViewportSize({ width: WIDTHS[0], height: 900 })
          await page.goto(path)
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 900 })
            const { overhang, small, over, charts } = await look(page)
            const at = `${path} at ${width}`
            if (overhang > 0) faults.push(`${at} is ${overhang} px too wide`)
            for (const text of new Set(small)) faults.push(`${at} prints small: ${text}`)
            for (const text of new Set(over)) faults.push(`${at} prints over: ${text}`)
            for (const size of charts) if (size < 11) faults.push(`${at} shows a chart with letters of ${size} px`)
          }
        }
        expect(faults).toEqual([])
        await page.context().close()
      }, 600_000)

  it('print the home page on three sheets at most, with every column and no button', async () => {
    const page = await browser.page({ width: 360 })
    await page.goto('/')
    await page.evaluate("for (const image of document.querySelectorAll('img[loading]')) image.loading = 'eager'")
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 718, height: 1000 })
    await expect.poll(() => page.evaluate(SETTLED), { timeout: 120_000 }).toBe(true)
    const heads = page.locator('table.league').first().locator('thead th')
    for (const head of await heads.all()) expect(await head.isVisible(), (await head.textContent()) ?? '').toBe(true)
    expect(await heads.count()).toBe(10)
    expect(await page.locator('button:visible, a.button:visible, input:visible, summary:visible').count()).toBe(0)
    expect((await page.evaluate(LOOK)) as Look).toMatchObject({ overhang: 0, over: [] })
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)
    expect(sheets?.length).toBeGreaterThan(0)
    expect(sheets?.length).toBeLessThanOrEqual(3)
    await page.context().close()
  })

  it('show a chart in the same size when it is made interactive, in the page’s theme', async () => {
    for (const [width, dark] of [
      [360, true],
      [1440, false],
    ] as const) {
      const page = await browser.page({ width, dark })
      await page.goto(`/editions/${PUBLISHED}`)
      const figure = page.locator('figure').first()
      const picture = figure.locator('img')
      await picture.scrollIntoViewIfNeeded()
      const before = await picture.boundingBox()
      await figure.getByRole('button').click()
      const drawing = figure.locator('.chart svg')
      await drawing.waitFor()
      const after = await drawing.boundingBox()
      expect(Math.abs((after?.width ?? 0) - (before?.width ?? 0))).toBeLessThanOrEqual(1)
      expect(Math.abs((after?.height ?? 0) - (before?.height ?? 0))).toBeLessThanOrEqual(2)
      // The pointer anywhere in the plot tells the figures of that moment.
      const texts = () => drawing.locator('text').count()
      const still = await texts()
      await page.mouse.move(after!.x + after!.width * 0.4, after!.y + after!.height * 0.5)
      await expect.poll(texts).toBeGreaterThan(still)
      await page.context().close()
    }
  }, 300_000)
})
