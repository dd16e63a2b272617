/** A real browser on a real server; every request that leaves the server's own address is recorded. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { serve } from '@hono/node-server'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { WebDependencies } from '../../src/web/dependencies.js'
import { openSmallStudy, type SmallStudy } from '../web/small-study.js'

/** Path of Chromium, set by scripts/services.sh; suites that need it are skipped without. */
export const CHROMIUM = process.env.REPLYMARK_TEST_CHROMIUM ?? ''

/** Flags for a closed network: Chromium itself must not call home. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A page to open. */
export interface PageOptions {
  /** Signed in as this person. */
  readonly email?: string
  readonly width?: number
  readonly height?: number
  readonly dark?: boolean
  readonly language?: string
  readonly javaScript?: boolean
}

/** A browser that looks at one server. */
export interface BrowserOn {
  readonly address: string
  /** Addresses outside the server that pages asked for. */
  readonly foreign: string[]
  /** Dialogs that opened: an alert is a script that ran. */
  readonly dialogs: string[]
  /** Uncaught errors and refused loads that pages reported. */
  readonly errors: string[]
  /** A page, signed in where an e-mail is given. */
  page(options?: PageOptions): Promise<Page>
  close(): Promise<void>
}

/** The small study in a browser. */
export interface OpenBrowser extends BrowserOn {
  readonly study: SmallStudy
}

/**
 * Starts a browser.
 * @param signIn gives the cookies of a new session, as a header has them
 */
export async function launchBrowser(address: string, signIn: (email: string) => Promise<string>): Promise<BrowserOn> {
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  const contexts: BrowserContext[] = []
  const foreign: string[] = []
  const dialogs: string[] = []
  const errors: string[] = []
  return {
    address,
    foreign,
    dialogs,
    errors,
    async page({ email, width = 1440, height = 900, dark = false, language = 'fr-FR', javaScript = true } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        locale: language,
        colorScheme: dark ? 'dark' : 'light',
        javaScriptEnabled: javaScript,
        acceptDownloads: true,
        baseURL: address,
      })
      // A busy machine is no fault: an action waits as long as its test may last.
      context.setDefaultTimeout(120_000)
      contexts.push(context)
      if (email) {
        const cookies = (await signIn(email)).split('; ').map((cookie) => {
          const cut = cookie.indexOf('=')
          return { name: cookie.slice(0, cut), value: cookie.slice(cut + 1), url: address }
        })
        await context.addCookies(cookies)
      }
      const page = await context.newPage()
      page.on('request', (request) => {
        const url = request.url()
        if (!url.startsWith(address) && !url.startsWith('data:') && !url.startsWith('about:')) foreign.push(url)
      })
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message())
        void dialog.dismiss()
      })
      page.on('pageerror', (error) => errors.push(error.message))
      return page
    },
    async close() {
      for (const context of contexts) await context.close()
      await browser.close()
    },
  }
}

/** Starts server and browser. */
export async function openBrowser(changes: Partial<WebDependencies> = {}): Promise<OpenBrowser> {
  const study = await openSmallStudy(changes)
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: study.app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(started))
  })
  const bound = server.address()
  const address = `http://127.0.0.1:${bound && typeof bound === 'object' ? bound.port : 0}`
  const browser = await launchBrowser(address, study.signIn)
  return {
    ...browser,
    study,
    async close() {
      await browser.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    },
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with a page, one line each: the rule and the first element. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // Axe runs as a debugger would, outside the page's own policy.
  const violations = (await page.evaluate(
    `${AXE}; axe.run(document, { iframes: false }).then(({ violations }) => violations)`,
  )) as readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
