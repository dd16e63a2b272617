/** Every address that can be read, filled in for the edition under embargo, and who asks for it. */
import { API_OPERATIONS } from '../../src/web/api/operations.js'
import { PAGE_ROUTES } from '../../src/web/http/access-table.js'
import type { SmallStudy } from './small-study.js'

/** One account of each role. */
export const ROLES = {
  press: 'press@paper.example',
  brand: 'brand@maison-lune.example',
  analyst: 'analyst@study.example',
  operator: 'operator@study.example',
} as const

/** Addresses of pages, files and the API, as the route tables have them. */
export const PATHS: readonly string[] = [
  ...Object.values(PAGE_ROUTES)
    .filter(({ method, path }) => method === 'GET' && path !== '/operator/events')
    .map(({ path }) => path),
  ...API_OPERATIONS.map(({ path }) => `/api/v1${path}`),
]

/** An address with what belongs to the edition under embargo in its places. */
export function embargoedPath(study: SmallStudy, path: string): string {
  const values: Readonly<Record<string, string>> = {
    edition: '2025',
    file: path.startsWith('/assets') ? 'style.css' : 'league-table.csv',
    chart: 'league-table.svg',
    brand: 'maison-lune',
    scenario: 'complaint',
    sector: study.ledger.editions.require('2025').configuration.sectors[0]?.id ?? '',
    hash: study.ledger.matches.exchange('2025/maison-lune/complaint')?.messages[0]?.message.hash ?? '',
  }
  return path.replace(/:(\w+)|\{(\w+)\}/g, (_, colon: string, brace: string) => values[colon ?? brace] ?? 'none')
}
