/** League tables and brands over the editions, as one visitor may see them. */

import type { StudyLanguage } from '../../domain/language.js'
import type { PublishedRow } from '../../domain/published-row.js'
import type { Standing } from '../../domain/standing.js'
import type { Instant } from '../../domain/time.js'
import { saidError, say } from '../../languages/index.js'
import type { StoredEdition } from '../../ledger/editions.js'
import type { Ledger } from '../../ledger/ledger.js'
import type { Visitor } from '../accounts/role.js'
import { maySeeRanking } from './embargo.js'
import { brandName, sectorTitle } from './names.js'
import { whyUnranked } from './unranked.js'

/** A line: standing and names as printed. */
export interface LeagueLine {
  readonly standing: Standing
  readonly brandName: string
  readonly sectorTitle: string
  /** Why the brand has no rank; null where it has one. */
  readonly whyUnranked: string | null
}

/** What is asked for, and by whom. */
export interface Reader {
  readonly ledger: Ledger
  readonly visitor: Visitor | null
  readonly now: Instant
}

/** Editions whose table the visitor may see, newest first. */
export function visibleEditions({ ledger, visitor, now }: Reader): readonly StoredEdition[] {
  return ledger.editions
    .list()
    .filter((edition) => maySeeRanking(edition, visitor, now))
    .toReversed()
}

/**
 * One edition the visitor may see.
 * @throws ReplymarkError `not-found` for one that does not exist or is not open yet: the two look the same from outside
 */
export function requireVisible(reader: Reader, id: string): StoredEdition {
  const edition = visibleEditions(reader).find((known) => known.id === id)
  if (edition) return edition
  throw saidError('not-found', say('web.no-published-edition', { edition: id }), {
    hint: say('web.list-shows-editions'),
  })
}

/** The league table of an edition with names. */
export function leagueLines(ledger: Ledger, edition: StoredEdition, language: StudyLanguage): readonly LeagueLine[] {
  const names = new Map(edition.configuration.brands.map(({ id, name }) => [id, name]))
  return ledger.standings.ofEdition(edition.id).map((standing) => ({
    standing,
    brandName: names.get(standing.brand) ?? standing.brand,
    sectorTitle: sectorTitle(edition.configuration, standing.sector, language),
    whyUnranked:
      standing.rank === null
        ? whyUnranked(
            ledger.probes.ofBrand(edition.id, standing.brand).map(({ state }) => state),
            language,
          )
        : null,
  }))
}

/** A brand's line in one edition. */
export interface BrandYear {
  readonly edition: StoredEdition
  readonly standing: Standing
}

/** A brand over the editions. */
export interface BrandHistory {
  readonly brand: string
  readonly name: string
  /** Oldest first. */
  readonly years: readonly BrandYear[]
  /** Published past editions that were imported, oldest first. */
  readonly imported: readonly PublishedRow[]
}

/** A brand in the editions the visitor may see; null where none of them knows it. */
export function brandHistory(reader: Reader, brand: string): BrandHistory | null {
  const editions = visibleEditions(reader).toReversed()
  const years = editions.flatMap((edition) => {
    const standing = reader.ledger.standings.ofEdition(edition.id).find((line) => line.brand === brand)
    return standing ? [{ edition, standing }] : []
  })
  const imported = reader.ledger.history.ofBrand(brand)
  const newest = editions.findLast(({ configuration }) => configuration.brands.some(({ id }) => id === brand))
  if (years.length === 0 && imported.length === 0) return null
  return {
    brand,
    name: newest ? brandName(newest.configuration, brand) : (imported.at(-1)?.printedName ?? brand),
    years,
    imported,
  }
}

/** Every brand that some visible edition knows: id and newest name, by name. */
export function knownBrands(reader: Reader): readonly { readonly id: string; readonly name: string }[] {
  const names = new Map<string, string>()
  for (const { configuration } of visibleEditions(reader).toReversed()) {
    for (const { id, name } of configuration.brands) names.set(id, name)
  }
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}
