/** Serves the project's league table of 1 000 brands, or its bytes from a bare Hono route; tells the parent its port. */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Brand } from '../../../src/domain/brand.js'
import { DAY_MS } from '../../../src/domain/time.js'
import { openLedger } from '../../../src/ledger/ledger.js'
import { createRandom } from '../../../src/ranking/random.js'
import { computeStandings } from '../../../src/ranking/standings.js'
import { openAccounts } from '../../../src/web/accounts/accounts.js'
import { openApiKeys } from '../../../src/web/accounts/api-keys.js'
import { createApp } from '../../../src/web/app.js'
import { sampleConfiguration } from '../../ledger/samples.js'
import { SAMPLE_REPORTS } from '../../web/sample-reports.js'

const BRANDS = 1000

async function projectApp() {
  const ledger = openLedger(':memory:', { evidenceKey: null })
  const sample = sampleConfiguration('2026')
  const [model] = sample.brands as [Brand]
  const brands = Array.from({ length: BRANDS }, (_, number) => ({
    ...model,
    id: `brand-${number}`,
    name: `Marque ${number}`,
  }))
  ledger.editions.plan(
    { ...sample, edition: { ...sample.edition, brands: brands.map(({ id }) => id), embargoUntil: null }, brands },
    0,
  )
  const random = createRandom(1)
  const standings = computeStandings({
    edition: '2026',
    seed: 1,
    brands: brands.map(({ id, sector }) => ({
      brand: id,
      sector,
      outcomes: Array.from({ length: 5 }, (_, probe) => {
        const answered = random.uniform() < 0.7
        const mark = answered ? 100 * random.uniform() : 0
        return {
          scenario: `s${probe}`,
          mark,
          answered,
          delayHours: answered ? 9 : null,
          windowHours: 336,
          mistakes: answered ? 1 : null,
          words: 100,
          families: {},
        }
      }),
    })),
  })
  ledger.standings.replace('2026', 'edition', standings, 0)
  ledger.editions.move('2026', 'running', 1)
  ledger.editions.move('2026', 'closed', 2)
  ledger.editions.move('2026', 'published', 3)
  return createApp({
    ledger,
    accounts: await openAccounts({
      database: ledger.sqlite,
      secret: 'a secret of more than thirty-two characters',
      publicUrl: 'http://localhost',
    }),
    apiKeys: openApiKeys(ledger.sqlite, Date.now),
    now: () => 400 * DAY_MS,
    logger: { info: () => {}, error: () => {} },
    publicUrl: 'http://localhost',
    studyTitle: 'Bench',
    operatorName: 'Bench',
    defaultLanguage: 'fr',
    service: null,
    sendingAccounts: [],
    actions: { close: async () => {}, publish: async () => {}, reassess: async () => {} },
    reports: SAMPLE_REPORTS,
    requestRule: { burst: 1e9, perMinute: 1e9 },
  })
}

const project = await projectApp()
const bare = new Hono()
if (process.argv[2] === 'bare') {
  const page = await (await project.request('/editions/2026')).text()
  bare.get('*', (context) => context.html(page))
}
const server = serve(
  { fetch: process.argv[2] === 'bare' ? bare.fetch : project.fetch, hostname: '127.0.0.1', port: 0 },
  ({ port }) => process.send?.(port),
)
process.on('disconnect', () => server.close())
