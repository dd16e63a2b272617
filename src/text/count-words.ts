/**
 * The one count behind "per 100 words", for every engine, criterion and report: words as a reader would count them, runs of letters with
 * inner apostrophes and hyphens; addresses and figures are none.
 */

import { remember } from './remember.js'

const ADDRESS = /(?:https?:\/\/|www\.)\S{1,2000}|[^\s@]{1,64}@[^\s@]{1,255}/g
const WORD = /\p{L}[\p{L}\p{M}]*(?:[-'’][\p{L}\p{M}]+)*/gu

/** Letters remembered: `spelling` and `grammar` ask for the same one. */
const REMEMBERED = 8

/** Words of a text; `l'équipe` and `e-mail` are one each. */
export const countWords = remember((text) => text.replace(ADDRESS, ' ').match(WORD)?.length ?? 0, REMEMBERED)
