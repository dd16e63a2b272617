/** Every page in a real browser: accessible in light and dark, valid HTML, no request to another host, readable without script. */
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, CHROMIUM, type OpenBrowser, openBrowser } from './browser.js'

const PAGES: readonly (readonly [string, string | undefined])[] = [
  ['/', undefined],
  ['/editions', undefined],
  ['/editions/2024', undefined],
  ['/editions/2024/embed', undefined],
  ['/editions/2024/sectors/beauty', undefined],
  ['/brands/maison-lune', undefined],
  ['/compare?brand=maison-lune&brand=port-clair', undefined],
  ['/trends', undefined],
  ['/methodology', undefined],
  ['/open-data', undefined],
  ['/api', undefined],
  ['/sign-in', undefined],
  ['/nowhere', undefined],
  ['/account', 'analyst@study.example'],
  ['/press', 'press@paper.example'],
  ['/my-brand', 'brand@maison-lune.example'],
  ['/exchanges/2026/maison-lune/complaint', 'brand@maison-lune.example'],
  ['/operator', 'operator@study.example'],
  ['/operator/exchanges', 'operator@study.example'],
  ['/operator/reviews', 'operator@study.example'],
  ['/operator/health', 'operator@study.example'],
  ['/operator/audit', 'operator@study.example'],
  ['/operator/people', 'operator@study.example'],
]

describe.skipIf(!CHROMIUM)('pages in Chromium', () => {
  let open: OpenBrowser
  beforeAll(async () => {
    open = await openBrowser()
    for (const number of [1, 2]) {
      open.study.ledger.reviews.openItem(
        {
          subject: 'finding',
          target: `2026/maison-lune/complaint#answer${number}`,
          edition: '2026',
          brand: 'maison-lune',
          reason: 'near the bound',
          openedBy: 'assess',
        },
        0,
      )
    }
  })
  afterAll(() => open?.close())

  for (const [path, email] of PAGES) {
    for (const dark of [false, true]) {
      it(`${path} has no axe violation in ${dark ? 'dark' : 'light'}`, async () => {
        const page = await open.page({ ...(email ? { email } : {}), dark })
        await page.goto(path)
        expect(await axeViolations(page)).toEqual([])
        await page.close()
      })
    }

    it(`${path} is valid HTML and fits a phone`, async () => {
      const page = await open.page({ ...(email ? { email } : {}), width: 360 })
      await page.goto(path)
      const wide = (await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )) as number
      expect(wide).toBeLessThanOrEqual(0)
      const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
      const html = await (await fetch(open.address + path, { headers: { cookie: cookies } })).text()
      const report = await new HtmlValidate({
        extends: ['html-validate:standard'],
        rules: {
          'long-title': 'off',
          'no-inline-style': 'off',
          'attribute-boolean-style': 'off',
          'void-style': 'off',
          'doctype-style': 'off',
          'tel-non-breaking': 'off',
          'no-trailing-whitespace': 'off',
          'require-sri': 'off',
        },
      }).validateString(html)
      expect(
        report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
        ),
      ).toEqual([])
      await page.close()
    })
  }

  it('show the league table and an exchange without any script', async () => {
    const page = await open.page({ email: 'analyst@study.example', javaScript: false })
    await page.goto('/editions/2024')
    expect(await page.locator('table.league tbody tr').count()).toBe(4)
    await page.goto('/exchanges/2026/maison-lune/complaint')
    expect(await page.locator('mark.mistake').count()).toBeGreaterThan(0)
  })

  it('asked no other host for anything and threw no error', () => {
    expect(open.foreign).toEqual([])
    expect(open.errors).toEqual([])
  })
})
