/** Masks people in quoted text: agents' names, e-mail addresses, telephone numbers (docs/methodology.en.md §8: agents are never named). */

import type { Reading } from '../domain/message.js'
import { unaccented } from './unaccented.js'

/** What stands in the place of a person. */
export const MASK = '[…]'

/** Words that stand in signatures and display names and name nobody. */
const COMMON = new Set(
  'service services client clients clientele customer care support team equipe votre your the les des conseiller conseillere charge chargee relation relations sav contact bonjour hello merci cordialement regards kind best sincerely from pour avec and'.split(
    ' ',
  ),
)

/** Words by which an agent can be known: of the sender's display name and of the signature, less the brand's own. */
export function namesIn(
  reading: Pick<Reading, 'from' | 'signature'>,
  brandWords: readonly string[],
): readonly string[] {
  const own = new Set(brandWords.flatMap((name) => unaccented(name).split(/[^a-z0-9]+/)))
  const words =
    `${reading.from?.name ?? ''}\n${reading.signature.slice(0, 2_000)}`.match(/\p{Lu}[\p{L}’'-]{1,40}/gu) ?? []
  return [...new Set(words)].filter((word) => !COMMON.has(unaccented(word)) && !own.has(unaccented(word)))
}

/** The text with names, addresses and telephone numbers masked. */
export function maskPeople(text: string, names: readonly string[]): string {
  const known = new Set(names.map(unaccented))
  return text
    .replace(/[^\s<>@]{1,64}@[^\s<>@]{1,255}/g, MASK)
    .replace(/(?:\+|00|\b0)\d(?:[ .-]?\d){7,13}\b/g, MASK)
    .replace(/\p{L}[\p{L}’'-]{1,40}/gu, (word) => (known.has(unaccented(word)) ? MASK : word))
}
