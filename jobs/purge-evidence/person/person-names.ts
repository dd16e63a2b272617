/** Finds a person in text: by address, and by full name however it is cased, accented or turned round. */
import { unaccented } from '../../../src/text/unaccented.js'

/** Shortest part of a name that is looked for: initials are too common. */
const LEAST_LETTERS = 2

const WORD = /[\p{L}\p{N}]+/gu

/** Text as it is compared: no accents, no case, no punctuation, one space between words and at both ends. */
export function folded(text: string): string {
  return ` ${(unaccented(text).match(WORD) ?? []).join(' ')} `
}

/** Forms under which a full name is looked for; none for a single word, which names nobody. */
function nameForms(name: string): readonly string[] {
  const words = folded(name).trim().split(' ')
  if (words.length < 2 || words.some((word) => word.length < LEAST_LETTERS)) return []
  const turned = [words.at(-1), ...words.slice(0, -1)]
  return [` ${words.join(' ')} `, ` ${turned.join(' ')} `]
}

const ADDRESS_LETTER = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u

/** True where the text holds the address, and not as a part of a longer one. */
function holdsAddress(lowerText: string, address: string): boolean {
  for (let at = lowerText.indexOf(address); at !== -1; at = lowerText.indexOf(address, at + 1)) {
    const before = lowerText[at - 1] ?? ''
    const after = lowerText.slice(at + address.length, at + address.length + 2)
    if (!ADDRESS_LETTER.test(before) && !/^(?:[\p{L}\p{N}_-]|\.[\p{L}\p{N}])/u.test(after)) return true
  }
  return false
}

/** What tells a person in text. */
export interface PersonMarks {
  /** Lower case; null where the address is a role's and tells nobody. */
  readonly address: string | null
  /** Full names, two words or more. */
  readonly names: readonly string[]
}

/** How a text shows a person. */
export type Trace = 'address' | 'name'

/** Makes the search for a person: says what of them a text holds. */
export function personFinder({ address, names }: PersonMarks): (text: string) => readonly Trace[] {
  const forms = names.flatMap(nameForms)
  return (text) => {
    if (text === '') return []
    const found: Trace[] = []
    if (address !== null && holdsAddress(text.toLowerCase(), address)) found.push('address')
    if (forms.length > 0) {
      const plain = folded(text)
      if (forms.some((form) => plain.includes(form))) found.push('name')
    }
    return found
  }
}

/** True where a name is enough to look for: two words or more, each of two letters or more. */
export function isFullName(name: string): boolean {
  return nameForms(name).length > 0
}

/** Local parts that stand for a role and not for a person: RFC 2142 §3–5, and the usual ones of customer services. */
const ROLES =
  /^(?:abuse|accueil|admin|administrat(?:or|ion)|bonjour|boutique|clients?|commandes?|contact(?:ez-?nous)?|customer.?(?:care|services?)|hello|help(?:desk)?|hostmaster|info(?:rmations?)?|mailer-daemon|marketing|newsletter|no-?reply|noc|ne-?pas-?repondre|orders?|postmaster|reclamations?|relations?.?clients?|retours?|sales|sav|security|services?(?:.?clients?)?|shop|support|team|vpc|webmaster)$/i

/** True where an address names a role (`contact@`, `sav@`) rather than a person. */
export function isRoleAddress(address: string): boolean {
  return ROLES.test(address.split('@')[0]!.split('+')[0]!)
}
