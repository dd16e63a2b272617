/** Every address that an anonymous reader may open: what the sitemap lists. */
import type { Instant } from '../../domain/time.js'
import type { Ledger } from '../../ledger/ledger.js'
import { PAGE_ROUTES } from '../http/access-table.js'
import { knownBrands, visibleEditions } from './rankings.js'

/** One public page. */
export interface PublicAddress {
  readonly path: string
  /** When it last changed, in milliseconds since 1970; null where nobody can say. */
  readonly changedAt: Instant | null
}

/** Pages that stand whatever is published. */
const STANDING_PAGES = [
  PAGE_ROUTES.home,
  PAGE_ROUTES.editions,
  PAGE_ROUTES.trends,
  PAGE_ROUTES.compare,
  PAGE_ROUTES.methodology,
  PAGE_ROUTES.openData,
  PAGE_ROUTES.apiDocs,
].map(({ path }) => path)

/** They and the pages of published editions, their sectors and brands. */
export function publicAddresses(ledger: Ledger, now: Instant): readonly PublicAddress[] {
  const reader = { ledger, visitor: null, now }
  const editions = visibleEditions(reader)
  const newest = editions[0]?.publishedAt ?? null
  return [
    ...STANDING_PAGES.map((path) => ({ path, changedAt: newest })),
    ...editions.flatMap((edition) => {
      const sectors = new Set(edition.configuration.brands.map(({ sector }) => sector))
      return [
        { path: `/editions/${edition.id}`, changedAt: edition.publishedAt },
        ...[...sectors].map((sector) => ({
          path: `/editions/${edition.id}/sectors/${sector}`,
          changedAt: edition.publishedAt,
        })),
      ]
    }),
    ...knownBrands(reader).map(({ id }) => ({ path: `/brands/${id}`, changedAt: newest })),
  ]
}
