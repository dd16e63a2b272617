/** Whether a place lies inside a short quotation: names of products, menus and foreign words stand there. */

const PAIRS: Readonly<Record<string, string>> = { '«': '»', '“': '”', '„': '“' }

/** Units at most on either side: a longer quotation is a sentence like any other. */
const REACH = 40

/** Looks for quotation marks around `at` on the same line. */
export function insideQuotation(text: string, at: number): boolean {
  const from = Math.max(0, at - REACH)
  let straight = 0
  for (let index = at - 1; index >= from; index--) {
    const letter = text.charAt(index)
    if (letter === '\n' || letter === '»' || letter === '”') break
    const closing = PAIRS[letter]
    if (closing !== undefined) return closesNear(text, at, closing)
    if (letter === '"') {
      straight = index
      break
    }
  }
  if (text.charAt(straight) !== '"' || straight >= at) return false
  // A straight mark opens only where an even number of them precedes it on its line.
  let before = 0
  for (let index = straight - 1; index >= 0 && text.charAt(index) !== '\n' && straight - index < 500; index--) {
    if (text.charAt(index) === '"') before++
  }
  return before % 2 === 0 && closesNear(text, at, '"')
}

function closesNear(text: string, at: number, closing: string): boolean {
  const end = text.indexOf(closing, at)
  if (end < 0 || end - at > REACH) return false
  return !text.slice(at, end).includes('\n')
}
