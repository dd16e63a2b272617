/**
 * What three kinds of people do on a demo's study, in a real browser, one after the other: the consultant brings the running
 * edition to its end, the brand contests, the journalist takes the figures away.
 */
import { createServer, type Server } from 'node:http'
import { parse } from 'csv-parse/sync'
import type { Download, Page } from 'playwright-core'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, type BrowserOn, CHROMIUM, launchBrowser } from './browser.js'
import { type DemoWeb, openDemoWeb, PASSWORD, PEOPLE } from './demo-web.js'

const RUNNING = '2026'
const BEFORE = '2025'

async function bytesOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

async function download(page: Page, link: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator(link).first().click()])
  return bytesOf(file)
}

/** Pixels by which a page is wider than its window. */
async function overhang(page: Page): Promise<number> {
  return (await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) as number
}

describe.skipIf(!CHROMIUM)('journeys on a demo study', () => {
  let web: DemoWeb
  let browser: BrowserOn
  beforeAll(async () => {
    web = await openDemoWeb({ brands: 6, editions: 2, seed: 3 })
    browser = await launchBrowser(web.address, web.signIn)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await web?.close()
  })

  const stateOf = (edition: string) => web.ledger.editions.require(edition).state
  /** A colleague, somewhere else, asks for a second look at a message. */
  const askForSecondLook = (number: number) => {
    const { messages } = web.ledger.matches.exchanges(RUNNING).filter((exchange) => exchange.messages.length > 0)[
      number
    ] as ReturnType<typeof web.ledger.matches.exchanges>[number]
    web.ledger.reviews.openItem(
      {
        subject: 'kind',
        target: messages[0]?.message.hash ?? '',
        edition: RUNNING,
        brand: web.brands[0],
        reason: 'a second look, please',
        openedBy: 'user:colleague',
      },
      0,
    )
  }

  describe('a consultant', () => {
    let page: Page
    beforeAll(async () => {
      page = await browser.page({ language: 'fr-FR' })
    })

    it('is refused with a wrong password, and signs in with the right one where they wanted to go', async () => {
      await page.goto('/operator')
      expect(new URL(page.url()).pathname).toBe('/sign-in')
      await page.getByLabel('Adresse e-mail').fill(PEOPLE.operator)
      await page.getByLabel('Mot de passe').fill('not the password')
      await page.getByRole('button', { name: 'Se connecter' }).click()
      expect(await page.getByRole('alert').textContent()).toContain('ne convient pas')
      await page.getByLabel('Mot de passe').fill(PASSWORD)
      await page.getByRole('button', { name: 'Se connecter' }).click()
      await page.waitForURL('**/operator')
      expect(await page.locator('h1').textContent()).toContain('en cours')
    })

    it('sees where the running edition stands, and follows it live', async () => {
      const states = web.ledger.probes.countByState(RUNNING)
      const line = page.locator('[data-live] .lead')
      // A day after the last window, which may be one of the sending's own days or past them.
      expect(await line.textContent()).toMatch(/^(?:Jour \d+ sur \d+|Toutes les fenêtres de réponse sont closes)/)
      expect(await line.textContent()).toContain(`${states.answered} répondus`)
      const open = web.ledger.reviews.open({ edition: RUNNING }).length
      await page.evaluate('globalThis.sameDocument = true')
      askForSecondLook(0)
      await page.getByText(`${open + 1} attendent une personne`).waitFor()
      expect(await page.evaluate('globalThis.sameDocument')).toBe(true)
    })

    it('is told what stands in the way of closing, and nothing happens', async () => {
      await page.getByRole('checkbox').check()
      await page.getByRole('button', { name: 'Clore' }).click()
      await page.getByRole('heading', { name: 'L’édition 2026 ne peut pas encore être close' }).waitFor()
      expect(await page.locator('main li').allTextContents()).toHaveLength(
        web.ledger.reviews.open({ edition: RUNNING }).length,
      )
      expect(await page.locator('main').textContent()).toContain('personne n’a tranché')
      expect(stateOf(RUNNING)).toBe('running')
    })

    it('decides reviews by keys and by buttons until none is left', async () => {
      for (let number = 1; web.ledger.reviews.open({ edition: RUNNING }).length < 3; number++) askForSecondLook(number)
      const all = web.ledger.reviews.open().length
      expect(all).toBeGreaterThanOrEqual(3)
      await page.goto('/operator/reviews')
      expect(await page.locator('[data-review]').count()).toBe(all)
      const first = await page.locator('[data-review]').first().getAttribute('data-review')
      await page.keyboard.press('j')
      await page.keyboard.press('a')
      await page.locator(`[data-review="${first}"]`).waitFor({ state: 'detached' })
      expect(web.ledger.reviews.list().find(({ id }) => id === first)?.decision).toMatchObject({
        decision: 'accept',
        decidedBy: `user:${PEOPLE.operator}`,
      })
      for (let left = web.ledger.reviews.open().length; left > 0; left = web.ledger.reviews.open().length) {
        const item = page.locator('[data-review]').first()
        const id = await item.getAttribute('data-review')
        await item.getByLabel('Commentaire').fill('lu')
        await item.getByRole('button', { name: 'Retenir' }).click()
        await page.locator(`[data-review="${id}"]`).waitFor({ state: 'detached' })
      }
      expect(await page.locator('main').textContent()).toContain('Rien n’attend une personne')
    })

    it('closes only behind the confirmation', async () => {
      await page.goto('/operator')
      await page.getByRole('button', { name: 'Clore' }).click()
      expect(stateOf(RUNNING)).toBe('running')
      await page.getByRole('checkbox').check()
      await page.getByRole('button', { name: 'Clore' }).click()
      await page.getByRole('button', { name: 'Publier' }).waitFor()
      expect(stateOf(RUNNING)).toBe('closed')
    })
  })

  describe('a brand user', () => {
    const comment = 'Notre réponse donnait le prix et le délai dès la première ligne.'
    let probe = ''

    it('sees its own exchanges and contests one', async () => {
      const page = await browser.page({ email: PEOPLE.brand })
      await page.goto('/my-brand')
      const links = page.locator(`a[href^="/exchanges/${RUNNING}/${web.brands[0]}/"]`)
      expect(await links.count()).toBe(web.ledger.probes.ofBrand(RUNNING, web.brands[0]).length)
      await links.first().click()
      probe = new URL(page.url()).pathname.replace('/exchanges/', '')
      await page.getByLabel('Votre commentaire').fill(comment)
      await page.getByRole('button', { name: 'Envoyer la contestation' }).click()
      await page.getByText('Une contestation est ouverte').waitFor()
      expect(web.ledger.reviews.open({ subject: 'contestation' })).toMatchObject([{ target: probe, reason: comment }])
    })

    it('cannot open another brand’s, by page or by API', async () => {
      const page = await browser.page({ email: PEOPLE.otherBrand })
      for (const path of [
        `/exchanges/${probe}`,
        `/my-brand/${web.brands[0]}`,
        `/api/v1/editions/${RUNNING}/brands/${web.brands[0]}/exchanges`,
      ]) {
        const answer = await page.goto(path)
        expect(answer?.status(), path).toBe(403)
        expect(await page.content(), path).not.toContain('Notre réponse donnait')
      }
      const own = await page.goto(`/api/v1/editions/${RUNNING}/brands/${web.brands[1]}/exchanges`)
      expect(own?.status()).toBe(200)
    })

    it('is kept out of the operator’s rooms', async () => {
      const page = await browser.page({ email: PEOPLE.brand })
      for (const path of ['/operator', '/operator/reviews', '/operator/people', '/api/v1/reviews'])
        expect((await page.goto(path))?.status(), path).toBe(403)
    })

    it('has to sign in again once the session has expired, and comes back to the page', async () => {
      const page = await browser.page({ email: PEOPLE.brand })
      await page.goto('/my-brand')
      const { id } = web.accounts.find(PEOPLE.brand) ?? { id: '' }
      web.ledger.sqlite.prepare('update session set expiresAt = ? where userId = ?').run('2020-01-01T00:00:00.000Z', id)
      await page.goto('/my-brand')
      expect(new URL(page.url()).pathname).toBe('/sign-in')
      expect(await page.getByRole('alert').textContent()).toContain('Votre session a pris fin')
      await page.getByLabel('Adresse e-mail').fill(PEOPLE.brand)
      await page.getByLabel('Mot de passe').fill(PASSWORD)
      await page.getByRole('button', { name: 'Se connecter' }).click()
      await page.waitForURL('**/my-brand')
    })
  })

  describe('the consultant again', () => {
    it('answers the contestation and publishes, behind the confirmation', async () => {
      const page = await browser.page({ email: PEOPLE.operator })
      await page.goto('/operator/reviews')
      expect(await page.locator('[data-review]').textContent()).toContain('Notre réponse donnait le prix')
      await page.locator('[data-review] input[name=comment]').fill('Le prix manque dans la réponse.')
      await page.locator('[data-review] button[value=dismiss]').click()
      await page.getByText('Rien n’attend une personne').waitFor()
      await page.goto('/operator')
      await page.getByRole('button', { name: 'Publier' }).click()
      expect(stateOf(RUNNING)).toBe('closed')
      await page.getByRole('checkbox').check()
      await page.getByRole('button', { name: 'Publier' }).click()
      await page.getByRole('heading', { name: /publiée/ }).waitFor()
      expect(stateOf(RUNNING)).toBe('published')
      expect(web.ledger.standings.seal(RUNNING)?.root).toMatch(/^[0-9a-f]{64}$/)
    })
  })

  describe('a journalist', () => {
    let page: Page
    beforeAll(async () => {
      page = await browser.page({ email: PEOPLE.press })
    })

    it('finds the new league table first, sorts it, filters it and searches; the address keeps it', async () => {
      await page.goto('/')
      expect(await page.locator('.kicker').textContent()).toContain(RUNNING)
      const brands = page.locator('table.league tbody th[scope=row]')
      expect(await brands.count()).toBe(6)
      await page.locator('thead').getByRole('link', { name: 'Marque' }).click()
      const sorted = await brands.allTextContents()
      expect(sorted).toEqual(sorted.toSorted(new Intl.Collator('fr').compare))
      expect(new URL(page.url()).searchParams.get('sort')).toBe('brand')
      await page.getByLabel('Secteur').selectOption('beauty')
      await page.waitForURL('**sector=beauty**')
      expect(await brands.count()).toBe(2)
      await page.getByLabel('Chercher une marque').fill('MAISON')
      await page.getByRole('button', { name: 'Filtrer' }).click()
      await page.waitForURL('**search=MAISON**')
      expect(await brands.allTextContents()).toEqual(['Maison Lune'])
      expect(new URL(page.url()).searchParams.get('sort')).toBe('brand')
      await page.reload()
      expect(await brands.allTextContents()).toEqual(['Maison Lune'])
      expect(await page.getByLabel('Chercher une marque').inputValue()).toBe('MAISON')
    })

    it('takes away CSV, XLSX and SVG with the figures of the page', async () => {
      await page.goto(`/editions/${RUNNING}`)
      const table = web.ledger.standings.ofEdition(RUNNING)
      const csv = parse(await download(page, 'a[href*="standings.csv"]'), { columns: true, bom: true }) as Record<
        string,
        string
      >[]
      expect(csv.map(({ brand, rank }) => [brand, rank]).toSorted()).toEqual(
        table.map(({ brand, rank }) => [brand, rank === null ? '' : String(rank)]).toSorted(),
      )
      const sheets = await readExcelFile(await download(page, 'a[href*="edition.xlsx"]'))
      expect(JSON.stringify(sheets)).toContain('Maison Lune')
      const link = page.locator('figcaption a', { hasText: 'SVG' }).first()
      const answer = await page.request.get((await link.getAttribute('href')) ?? '')
      expect(answer.headers()['content-type']).toContain('image/svg+xml')
      const svg = await answer.text()
      expect(svg).toMatch(/^<svg/)
      expect(svg).not.toContain('<script')
    })

    it('makes a chart answer to the pointer', async () => {
      await page.goto(`/editions/${RUNNING}`)
      const figure = page.locator('figure').first()
      await figure.getByRole('button', { name: 'Rendre interactif' }).click()
      await figure.locator('div.chart svg').waitFor()
      expect(await figure.locator('img').count()).toBe(0)
    })

    it('puts the table into an article on another site', async () => {
      await page.goto(`/editions/${RUNNING}`)
      await page.getByText('Intégrer ce tableau').click()
      const code = (await page.locator('details pre').first().textContent()) ?? ''
      const paper = await new Promise<Server>((resolve) => {
        const server = createServer((_, response) => {
          response.setHeader('content-type', 'text/html; charset=utf-8')
          response.end(`<!doctype html><title>Article</title><h1>Article</h1>${code}`)
        }).listen(0, '127.0.0.1', () => resolve(server))
      })
      const bound = paper.address()
      const article = await browser.page()
      await article.goto(`http://localhost:${bound && typeof bound === 'object' ? bound.port : 0}/`)
      const frame = article.frameLocator('iframe')
      await frame.locator('table.league').waitFor()
      expect(await frame.locator('table.league tbody tr').count()).toBe(6)
      const link = frame.locator('tbody a').first()
      expect(await link.getAttribute('href')).toContain(`${web.address}/brands/`)
      expect(await link.getAttribute('target')).toBe('_blank')
      await new Promise<void>((resolve) => {
        paper.close(() => resolve())
        paper.closeAllConnections()
      })
    })

    it('is kept out of the operator’s rooms and of exchanges', async () => {
      for (const path of [
        '/operator',
        `/my-brand/${web.brands[0]}`,
        `/exchanges/${RUNNING}/${web.brands[0]}/complaint`,
      ])
        expect((await page.goto(path))?.status(), path).toBe(403)
    })
  })

  describe('every page with the demo’s figures', () => {
    for (const dark of [false, true])
      it(`has no axe violation in ${dark ? 'dark' : 'light'}`, async () => {
        // Reviews are decided by now; one more has to be there to be looked at.
        web.ledger.reviews.openItem(
          {
            subject: 'finding',
            target: `${RUNNING}/${web.brands[0]}/complaint#answer`,
            edition: RUNNING,
            brand: web.brands[0],
            reason: 'near the bound',
            openedBy: 'assess-exchanges',
          },
          0,
        )
        const page = await browser.page({ email: PEOPLE.operator, dark })
        for (const path of [
          `/editions/${RUNNING}`,
          `/editions/${RUNNING}/sectors/beauty`,
          `/editions/${RUNNING}/embed`,
          ...web.brands.map((brand) => `/brands/${brand}`),
          `/compare?brand=${web.brands.join('&brand=')}`,
          '/trends',
          '/methodology',
          '/open-data',
          `/my-brand/${web.brands[0]}`,
          `/exchanges/${RUNNING}/${web.brands[0]}/complaint`,
          '/operator',
          '/operator/exchanges',
          '/operator/reviews',
          '/operator/audit',
        ]) {
          await page.goto(path)
          expect(await axeViolations(page), path).toEqual([])
        }
      })
  })

  it('shows charts in the theme of the page', async () => {
    for (const dark of [false, true]) {
      const page = await browser.page({ dark })
      await page.goto(`/editions/${BEFORE}`)
      const image = page.locator('figure img').first()
      // Pictures below the window are fetched when they come near it.
      await image.scrollIntoViewIfNeeded()
      const shown = () => page.evaluate("document.querySelector('figure img').currentSrc") as Promise<string>
      await expect.poll(shown).not.toBe('')
      expect((await shown()).includes('theme=dark')).toBe(dark)
      await page.locator('button[data-chart]').first().click()
      await page.locator('figure .chart svg').first().waitFor()
    }
  })

  it('weighs the families anew with the reader, and goes back to the grid', async () => {
    const page = await browser.page({})
    await page.goto(`/editions/${BEFORE}`)
    const rows = () =>
      page.locator('form[data-reweigh] tbody tr').evaluateAll((all) => all.map((row) => String(row.textContent)))
    const before = await rows()
    const slider = page.locator('#weight-responsiveness')
    await slider.fill('0')
    const after = await rows()
    expect(after).toHaveLength(before.length)
    expect(after).not.toEqual(before)
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^0[.,]0 /)
    await page.locator('form[data-reweigh] button[type=reset]').click()
    await expect.poll(rows).toEqual(before)
  })

  it('switches language and theme, and keeps both on the next page', async () => {
    const page = await browser.page({ language: 'fr-FR' })
    await page.goto(`/editions/${BEFORE}?sort=brand`)
    expect(await page.locator('html').getAttribute('lang')).toBe('fr')
    await page.getByRole('button', { name: 'English' }).click()
    await page.locator('html[lang=en]').waitFor()
    expect(new URL(page.url()).search).toBe('?sort=brand')
    await page.getByRole('button', { name: 'Dark' }).click()
    await page.locator('html[data-theme=dark]').waitFor()
    await page.goto('/trends')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  })

  it('fits a phone on every page of these journeys', async () => {
    const page = await browser.page({ email: PEOPLE.operator, width: 360 })
    for (const path of [
      '/',
      `/editions/${RUNNING}`,
      `/brands/${web.brands[0]}`,
      '/trends',
      '/operator',
      '/operator/reviews',
      `/exchanges/${RUNNING}/${web.brands[0]}/complaint`,
    ]) {
      await page.goto(path)
      expect(await overhang(page), path).toBeLessThanOrEqual(0)
    }
  })

  it('asked no other host for anything and threw no error', () => {
    // The newspaper's own page is the only address that is not ours.
    expect(browser.foreign.filter((url) => new URL(url).hostname !== 'localhost')).toEqual([])
    expect(browser.dialogs).toEqual([])
    expect(browser.errors).toEqual([])
  })
})
