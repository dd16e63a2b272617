/** Text as it is compared where its places do not matter; where they do, `fold.ts` keeps every unit where it stands. */

/**
 * Lower case without accents: canonical decomposition (Unicode UAX #15, NFD), combining marks left out. Letters that are no
 * composition (œ, ß, ø) stay; the length may change.
 */
export function unaccented(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
