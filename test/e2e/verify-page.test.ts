/** The verifier's page as an outsider opens it: a file on disk in a real browser, without any server. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishedFolder } from '../reports/verifier/published-folder.js'
import { CHROMIUM, FLAGS } from './browser.js'

describe.skipIf(!CHROMIUM)('verify.html', () => {
  let browser: Browser
  let folder = ''
  let key = ''
  const errors: string[] = []
  const asked: string[] = []
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'replymark-page-'))
    const published = await publishedFolder({ brands: 3 })
    key = published.key
    for (const { path, content } of published.files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function opened(path: string, width = 1200): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(pathToFileURL(join(folder, path)).href)
    return page
  }
  const result = async (page: Page) => {
    await page.waitForSelector('#result[data-state]')
    return { state: await page.getAttribute('#result', 'data-state'), text: await page.innerText('#result') }
  }

  it('verifies the folder with the operator’s key, in both languages, and asks nobody for anything', async () => {
    for (const [path, sentence] of [
      ['verify.html', 'Tout est comme publié.'],
      ['en/verify.html', 'Everything is as published.'],
    ] as const) {
      const page = await opened(path)
      await page.fill('#key', key)
      await page.setInputFiles('#folder', folder)
      const { state, text } = await result(page)
      expect({ path, state, errors }).toEqual({ path, state: 'verified', errors: [] })
      expect(text).toContain(sentence)
      await page.close()
    }
    expect(asked.every((url) => url.startsWith('file://'))).toBe(true)
  })

  it('says another key, an edited file and what was not chosen, and fits a phone', async () => {
    const page = await opened('en/verify.html', 320)
    await page.setInputFiles('#files', [join(folder, 'manifest.json'), join(folder, 'data', 'standings.csv')])
    expect(await result(page)).toMatchObject({ state: 'partly-verified', text: expect.stringContaining(key) })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    await page.close()

    const other = await opened('en/verify.html')
    await other.fill('#key', 'A'.repeat(43))
    await other.setInputFiles('#folder', folder)
    expect(await result(other)).toMatchObject({
      state: 'differs',
      text: expect.stringContaining('not the one expected'),
    })
    await other.close()

    writeFileSync(join(folder, 'fr', 'trends.html'), 'x')
    const edited = await opened('en/verify.html')
    await edited.setInputFiles('#folder', folder)
    expect(await result(edited)).toMatchObject({ state: 'differs', text: expect.stringContaining('fr/trends.html') })
    await edited.close()
  })
})
