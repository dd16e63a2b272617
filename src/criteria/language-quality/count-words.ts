/** Counts words as a reader would: runs of letters (with inner apostrophes and hyphens); addresses and figures are none. */

const ADDRESS = /(?:https?:\/\/|www\.)\S{1,2000}|[^\s@]{1,64}@[^\s@]{1,255}/g
const WORD = /\p{L}[\p{L}\p{M}]*(?:[-'’][\p{L}\p{M}]+)*/gu

/** Words of a text; `l'équipe` and `e-mail` are one each. */
export function countWords(text: string): number {
  return text.replace(ADDRESS, ' ').match(WORD)?.length ?? 0
}
