/** An analyst at work: data of an edition by API, as CSV, and the examples of the page against a running service. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEditionReports } from '../../reports/edition-reports.js'
import { closeEdition } from '../../src/editions/closing.js'
import { createApp } from '../../src/web/app.js'
import { apiExamples } from '../../src/web/pages/api-examples.js'
import { startWebServer, type WebServer } from '../../src/web/server.js'
import { syntheticLedger } from '../reports/synthetic-ledger.js'
import { openSmallStudy } from './small-study.js'

const run = promisify(execFile)
/** Long after the last window of the made-up study. */
const AFTER = Date.UTC(2027, 0, 1)
const ORIGIN = 'https://notebook.example'
let app: ReturnType<typeof createApp>
let server: WebServer
let edition = ''
beforeAll(async () => {
  const ledger = syntheticLedger({ brands: 6 })
  const { dependencies } = await openSmallStudy()
  const own = { ...dependencies, ledger, reports: createEditionReports(ledger) }
  app = createApp(own)
  for (const { id, state } of ledger.editions.list()) {
    if (state !== 'closed') closeEdition(ledger, id, AFTER, 'test')
    ledger.editions.move(id, 'published', AFTER)
  }
  edition = ledger.editions.list().at(-1)?.id ?? ''
  server = await startWebServer(own, { host: '127.0.0.1', port: 0 })
})
afterAll(() => server.stop())

type Line = Record<string, string | number | null>
async function everyLine(path: string): Promise<Line[]> {
  const lines: Line[] = []
  let address: string | null = `/api/v1${path}`
  while (address !== null) {
    const response: Response = await app.request(address)
    expect(response.status).toBe(200)
    lines.push(...((await response.json()) as { items: Line[] }).items)
    const next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1]
    address = next ? new URL(next).pathname + new URL(next).search : null
  }
  return lines
}

describe('data of an edition', () => {
  it.each(['sectors', 'scenarios', 'criteria', 'marks', 'findings', 'standings'])('lists %s', async (name) => {
    expect((await everyLine(`/editions/${edition}/${name}`)).length).toBeGreaterThan(0)
  })

  it.each(['/trends', '/trends/brands', '/brands', '/criteria'])('lists %s of all editions', async (path) => {
    const response = await app.request(`/api/v1${path}`)
    expect(((await response.json()) as { items: Line[] }).items.length).toBeGreaterThan(0)
  })

  it('names the brand beside each mark and finding', async () => {
    for (const line of [
      ...(await everyLine(`/editions/${edition}/marks`)),
      ...(await everyLine(`/editions/${edition}/findings`)),
    ])
      expect(line.brandName).not.toBe('')
  })

  it('lets a reader compute every mark of the edition from findings and weights alone', async () => {
    const findings = await everyLine(`/editions/${edition}/findings`)
    const weights = await everyLine(`/editions/${edition}/criteria`)
    for (const { brand, scenario, mark, answered } of await everyLine(`/editions/${edition}/marks`)) {
      const own = findings.filter((line) => line.brand === brand && line.scenario === scenario)
      let again = 0
      for (const family of answered ? new Set(weights.map((line) => line.family)) : []) {
        let [points, outOf, familyWeight] = [0, 0, 0]
        for (const line of weights.filter((weight) => weight.family === family)) {
          const finding = own.find(({ criterion }) => criterion === line.criterion)
          const policy = finding?.outcome === 'not-applicable' ? line.notApplicable : line.notAvailable
          familyWeight = Number(line.familyWeight)
          if (finding?.outcome === 'scored') points += Number(line.weight) * Number(finding.score)
          if (finding?.outcome === 'scored' || policy === 'zero') outOf += Number(line.weight)
        }
        again += (familyWeight * points) / outOf
      }
      // Points of a family are rounded to four decimals.
      expect(again).toBeCloseTo(mark as number, 3)
    }
  })

  it('says nothing of what was written', async () => {
    const [first] = await everyLine(`/editions/${edition}/findings`)
    expect(Object.keys(first ?? {})).toEqual([
      'brand',
      'brandName',
      'scenario',
      'criterion',
      'version',
      'family',
      'outcome',
      'score',
      'value',
      'unit',
      'weight',
      'familyWeight',
    ])
  })

  it('filters findings by brand and criterion', async () => {
    const [{ brand, criterion } = {}] = await everyLine(`/editions/${edition}/findings`)
    const lines = await everyLine(`/editions/${edition}/findings?brand=${brand}&criterion=${criterion}`)
    expect(new Set(lines.map((line) => `${line.brand} ${line.criterion}`))).toEqual(new Set([`${brand} ${criterion}`]))
  })
})

describe('CSV by Accept', () => {
  it('holds the same lines as JSON, a column a field', async () => {
    const path = `/api/v1/editions/${edition}/standings`
    const response = await app.request(path, { headers: { accept: 'text/csv, */*;q=0.1' } })
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(response.headers.get('vary')).toContain('Accept')
    const rows = parse(await response.text(), { columns: true, bom: false }) as Record<string, string>[]
    const { items } = (await (await app.request(path)).json()) as {
      items: { brand: string; index: { value: number } }[]
    }
    expect(rows.map((row) => [row.brand, Number(row['index.value'])])).toEqual(
      items.map(({ brand, index }) => [brand, Number(index.value.toFixed(4))]),
    )
  })

  it('has another ETag than JSON', async () => {
    const path = `/api/v1/editions/${edition}/standings`
    const csv = await app.request(path, { headers: { accept: 'text/csv' } })
    const etag = csv.headers.get('etag') ?? ''
    expect((await app.request(path, { headers: { 'if-none-match': etag } })).status).toBe(200)
    expect((await app.request(path, { headers: { accept: 'text/csv', 'if-none-match': etag } })).status).toBe(304)
  })

  it.each([
    '*/*',
    'application/json',
    'application/json, text/csv;q=0.5',
    'text/html',
  ])('is not given to %s', async (accept) => {
    const response = await app.request('/api/v1/editions', { headers: { accept } })
    expect(response.headers.get('content-type')).toContain('application/json')
  })
})

describe('the examples of the page', () => {
  it('stand on it, with the address of the service', async () => {
    const page = await (await app.request('/api')).text()
    expect(page).toContain('http://localhost/api/v1')
    for (const { tool } of apiExamples('http://localhost', edition)) expect(page).toContain(`<h3>${tool}</h3>`)
  })

  it.each([
    'curl',
    'R',
    'Python',
    'Observable',
  ])('%s asks for something that is there, from another origin', async (tool) => {
    const code = apiExamples(server.address, edition).find((example) => example.tool === tool)?.code ?? ''
    const address = /https?:[^'"]+/.exec(code)?.[0] ?? ''
    const response = await fetch(address, { headers: { origin: ORIGIN } })
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect((await response.text()).length).toBeGreaterThan(100)
  })

  it.each([
    ['curl', 'sh', ['-c']],
    ['Python', 'python3', ['-c']],
    ['R', 'Rscript', ['-e']],
  ] as const)('%s runs as printed where it is installed', async (tool, program, options) => {
    const code = apiExamples(server.address, edition).find((example) => example.tool === tool)?.code ?? ''
    const needed = tool === 'curl' ? 'curl' : program
    const installed = await run(needed, ['--version']).then(
      () => true,
      () => false,
    )
    if (!installed) return console.info(`${needed} is not installed: the example was not run`)
    const { stdout } = await run(program, [...options, code])
    expect(stdout.trim().split('\n').length).toBeGreaterThanOrEqual(6)
  })
})
