/** A brand reckons with its own figures in a real browser, and nobody else learns them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, type OpenBrowser, openBrowser } from './browser.js'

const BRAND = 'brand@maison-lune.example'

describe.skipIf(!CHROMIUM)('value at stake', () => {
  let open: OpenBrowser
  beforeAll(async () => {
    open = await openBrowser()
  })
  afterAll(() => open?.close())

  it.each([
    ['en', 'Mean basket (€)', '€60,000'],
    ['fr', 'Panier moyen (€)', '60 000 €'],
  ] as const)('is the product of the figures with the share unanswered, in %s', async (language, basket, said) => {
    const page = await open.page({ email: BRAND, language })
    await page.goto('/my-brand')
    const form = page.locator('form[data-stake]')
    expect(await page.getByText(/JavaScript/).isVisible()).toBe(false)
    const unanswered = Number(await form.getAttribute('data-stake'))
    expect(unanswered).toBe(0)
    // The brand of the fixture answers everything: half of its e-mails go without an answer here.
    await form.evaluate((element) => element.setAttribute('data-stake', '0.5'))
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const output = form.locator('output')
    for (const [factor, value] of Object.entries({ customers: 1000, lost: 40, basket: 50, frequency: 2 }))
      await page.locator(`[data-factor=${factor}]`).fill(String(value))
    expect(await output.isVisible()).toBe(false)
    await page.locator('[data-factor=years]').fill('3')
    expect((await output.textContent())?.replaceAll(/[\u202f\u00a0]/g, ' ')).toContain(said)
    await page.getByLabel(basket).press('Enter')
    await page.locator('[data-factor=lost]').fill('140')
    expect(await output.isVisible()).toBe(false)
    expect(asked).toEqual([])
    expect(new URL(page.url()).search).toBe('')
  })

  it('without a script says why there is nothing to fill in', async () => {
    const page = await open.page({ email: BRAND, language: 'en', javaScript: false })
    await page.goto('/my-brand')
    expect(await page.locator('form[data-stake]').isVisible()).toBe(false)
    await page.getByText('do not leave your browser').waitFor()
  })
})
