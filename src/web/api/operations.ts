/** Every operation of the API with what it asks of its caller: the one table that the application, its description and the tests share. */
import type { Access } from '../accounts/role.js'

/** One operation; all are GET below `/api/v1`. */
export interface ApiOperation {
  readonly id: string
  /** OpenAPI path, with `{names}`. */
  readonly path: string
  readonly access: Access
  /** One sentence. */
  readonly purpose: string
}

/** All operations. */
export const API_OPERATIONS = [
  {
    id: 'listEditions',
    path: '/editions',
    access: 'public',
    purpose: 'Editions whose league table the caller may see, newest first',
  },
  {
    id: 'getEdition',
    path: '/editions/{edition}',
    access: 'public',
    purpose: 'One edition with its grid, files and seal',
  },
  {
    id: 'listStandings',
    path: '/editions/{edition}/standings',
    access: 'public',
    purpose: 'The league table, filtered and sorted, a page at a time',
  },
  { id: 'listBrands', path: '/brands', access: 'public', purpose: 'Brands of the editions the caller may see' },
  {
    id: 'getBrand',
    path: '/brands/{brand}',
    access: 'public',
    purpose: 'A brand over the editions, imported ones beside',
  },
  { id: 'listCriteria', path: '/criteria', access: 'public', purpose: 'All criteria: what, why, how, version' },
  { id: 'listHistory', path: '/history', access: 'public', purpose: 'Published past editions that were imported' },
  {
    id: 'listBrandExchanges',
    path: '/editions/{edition}/brands/{brand}/exchanges',
    access: 'own-brand',
    purpose: 'Exchanges of a brand in an edition with their marks',
  },
  {
    id: 'getExchange',
    path: '/editions/{edition}/brands/{brand}/exchanges/{scenario}',
    access: 'own-brand',
    purpose: 'One exchange: messages, findings, mistakes, mark',
  },
  {
    id: 'getProgress',
    path: '/editions/{edition}/progress',
    access: 'staff',
    purpose: 'Where the running edition stands',
  },
  { id: 'listReviews', path: '/reviews', access: 'staff', purpose: 'Doubts waiting for a person' },
  { id: 'listAudit', path: '/audit', access: 'staff', purpose: 'Who did what when, newest first, a page at a time' },
] as const satisfies readonly ApiOperation[]

/** Id of an operation. */
export type OperationId = (typeof API_OPERATIONS)[number]['id']
