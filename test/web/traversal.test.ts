/** No address leads out of what the web serves: names in routes that climb, hide or end early find nothing, and say nothing of files. */
import { beforeAll, describe, expect, it } from 'vitest'
import { createEditionReports } from '../../reports/edition-reports.js'
import { createApp } from '../../src/web/app.js'
import { PAGE_ROUTES } from '../../src/web/http/access-table.js'
import { openSmallStudy, type SmallStudy } from './small-study.js'

const NAMES = [
  '..%2f..%2fpackage.json',
  '..%5c..%5cpackage.json',
  '%2e%2e%2fpackage.json',
  '....%2f%2fpackage.json',
  '%252e%252e%252fpackage.json',
  '%2fetc%2fpasswd',
  'file:%2f%2f%2fetc%2fpasswd',
  'style.css%00.svg',
  '%00',
  '__proto__',
  'constructor',
  'toString',
  '%ff%fe',
  '%',
]

let study: SmallStudy
let app: SmallStudy['app']
beforeAll(async () => {
  study = await openSmallStudy()
  app = createApp({
    ...study.dependencies,
    reports: createEditionReports(study.ledger),
    requestRule: { burst: 10_000, perMinute: 10_000 },
  })
})

const known: Readonly<Record<string, string>> = { edition: '2024', brand: 'maison-lune', scenario: 'complaint' }
const routes = Object.values(PAGE_ROUTES).flatMap(({ method, path }) =>
  method !== 'GET' ? [] : [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => [path, name] as const),
)

describe.each(routes)('%s, its %s', (path, name) => {
  it('finds nothing by a name that climbs', async () => {
    const cookie = await study.cookieOf('operator@study.example')
    for (const climbing of NAMES) {
      const address = path.replace(/:(\w+)/g, (_, one: string) => (one === name ? climbing : (known[one] ?? one)))
      const response = await app.request(address, { headers: { cookie } })
      expect([400, 404], address).toContain(response.status)
      expect(await response.text(), address).not.toMatch(/root:x:|"devDependencies"|ENOENT|node_modules/)
    }
  })
})
