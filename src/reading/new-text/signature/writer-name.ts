/** Tells whether a line is the writer's name, by the name and address of the From header. */

import { unaccented } from '../../../text/unaccented.js'
import { isPrintableAscii } from '../../printable.js'

function fold(text: string): string {
  const letters = isPrintableAscii(text) ? text.toLowerCase() : unaccented(text)
  return letters.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

const ROLE_WORDS = new Set([
  'service',
  'client',
  'clients',
  'customer',
  'care',
  'support',
  'contact',
  'info',
  'team',
  'equipe',
  'no',
  'reply',
  'noreply',
  'relation',
  'via',
  'de',
  'du',
  'la',
  'le',
  'the',
  'from',
  'chez',
  'by',
  'sav',
  'help',
  'desk',
])

/** Asks lines for the name of one writer. */
export interface WriterName {
  /** True where the line is the writer's name: whole, first name alone, with initial, in either order. */
  readonly isName: (line: string) => boolean
}

/** Prepares the comparison for one mail; a sender without a personal name never matches. */
export function writerName(senderName: string, senderAddress: string): WriterName {
  // "Julie (Maison Lune)", "Julie de Maison Lune", "Julie Martin | Maison Lune": the person stands first.
  const person = senderName.replace(/["<].*$/s, '').split(/\s[|–—-]\s|[(,/]|\s(?:via|from|de chez|chez|@)\s/i)[0] ?? ''
  const whole = fold(senderName)
  const words = fold(person)
    .split(' ')
    .filter((word) => word !== '' && !ROLE_WORDS.has(word))
  const reversed = senderName.includes(',') ? fold(senderName).split(' ') : []
  const local = fold((senderAddress.split('@')[0] ?? '').replace(/[+].*$/s, ''))
    .split(' ')
    .filter((word) => word.length > 1 && !ROLE_WORDS.has(word))
  const known = [...new Set([...words, ...reversed, ...local])]
  const matches = (part: string) => known.some((word) => word === part || (part.length === 1 && word.startsWith(part)))

  function asks(line: string): boolean {
    if (line.length > 60 || /[@:\d?]/.test(line) || /[!.]\s*\S/.test(line)) return false
    const folded = fold(line.replace(/^[-–—/\s*_]{1,5}/, ''))
    if (folded === '') return false
    if (folded === whole) return true
    const parts = folded.split(' ')
    if (parts.length > 5 || known.length === 0) return false
    return parts.every(matches) && parts.some((part) => part.length > 1 && known.includes(part))
  }

  // Each rule asks the same lines of the mail again.
  const answers = new Map<string, boolean>()
  return {
    isName(line) {
      const answer = answers.get(line) ?? asks(line)
      answers.set(line, answer)
      return answer
    },
  }
}

/** True where a line looks like a person's name: two to four capitalised words, or one. */
export function looksLikeName(line: string): boolean {
  return (
    line.length <= 45 &&
    /^[-–—/*_\s]{0,4}\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|du|van|von|da|le|la|el)){0,4}[,.]?[*_\s]{0,3}$/u.test(
      line,
    )
  )
}
