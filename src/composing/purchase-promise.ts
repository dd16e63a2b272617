/**
 * No mystery e-mail promises to buy (docs/methodology.en.md §8; ICC/ESOMAR International Code 2025): a company must not lose work on an order that never comes. Finds
 * promises in French and English text: future and present commitment in the first person. Interest, questions, conditions (“je
 * commanderais”), and orders of the past (“j’ai commandé”) are none.
 */

const FRENCH_BUYING =
  'achet|command|réserv|souscri|pay(?:er|é)|abonn|(?:passer|valider|finaliser|confirmer) (?:une |ma |la |cette |notre )?commande'

/** Each matches a promise; every repetition is bounded. */
const PROMISES: readonly RegExp[] = [
  // Simple future, first person: j’achèterai, nous commanderons, je passerai commande.
  /\b(?:j['’ ]?|nous |je (?:vous |l['’]|le |la |les |m['’]|m['’]y |me )?)(?:ach[eè]ter|commander|réserver|souscrir|abonner|(?:passer|valider|finaliser|confirmer)(?=\p{L}{2,3} (?:une |ma |la |cette |notre )?commande))(?:ai|ons)(?!\p{L})/iu,
  // Je vais acheter, je m’engage à commander, je vous promets de passer commande, je suis prêt à réserver.
  new RegExp(
    `(?<!\\p{L})(?:je (?:vais|(?:vous )?promets d|(?:vous )?jure d|m['’]engage à|(?:vous )?garantis d)|nous (?:allons|nous engageons à)|je suis (?:prête?|décidée?) à|c['’]est (?:sûr|certain|décidé),? je)(?:['’e] ?)? ?(?:vous |l['’]|le |la |les |en |y |m['’]|m['’]y |me )?(?:${FRENCH_BUYING})`,
    'iu',
  ),
  // I will buy, we’ll order, I promise to book, I am ready to place an order.
  /\b(?:i|we)(?:['’]ll| will| shall| am going to|['’]m going to| are going to|['’]re going to| promise to| guarantee to| commit to| am ready to|['’]m ready to| undertake to) (?:then |certainly |definitely |surely |gladly |happily )?(?:buy|order|purchase|book|subscribe|sign up|pay|take it|take them|place (?:an?|my|the|our) order)\b/iu,
]

/** The words that promise to buy; null where there are none. */
export function purchasePromise(text: string): string | null {
  const plain = text.replace(/\s{1,1000}/g, ' ')
  for (const promise of PROMISES) {
    const found = promise.exec(plain)
    if (found) return found[0].trim()
  }
  return null
}
