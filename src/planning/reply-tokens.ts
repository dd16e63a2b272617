/**
 * What makes a probe's reply address its own: a local part as people have them (`claire.morel.1403`, `morel-c582`,
 * `c.morel-dumas`) where the domain is caught whole, a tag behind `+` (`claire.morel+achats4821`) else. Drawn from the edition's secret.
 *
 * How surely it can be guessed: a name has 96 forms, a quarter fewer before a word. Of 300 probes of one persona the best guesses met
 * one in about 1 of 97 draws (a word), 1 of 324 (two figures), 1 of 580 (three), counted over the twenty commonest of two million draws, so
 * that the true chance is lower; behind `+` it is 1 in 360. A hit alone moves no mark: a
 * stranger who knows an address is a leak signal, and whoever answers as the brand must be authenticated as the brand.
 */

import type { Persona } from '../domain/persona.js'
import type { Account } from '../domain/study.js'
import type { Random } from '../ranking/random.js'
import { unaccented } from '../text/unaccented.js'
import { ADDRESS_WORDS } from './address-words.js'

/** Draws for a short, common form before longer numbers are taken. */
const MOST_DRAWS = 200

/** Words that people put behind `+` to sort their mail. */
const TAGS = [
  'achats',
  'mail',
  'perso',
  'courses',
  'maison',
  'infos',
  'web',
  'shop',
  'orders',
  'home',
  'boite',
  'divers',
]

/** Longest name in an address; with two of them and a number a local part stays below 64 characters (RFC 5321 §4.5.3.1.1). */
const LONGEST_NAME = 20

const SEPARATORS = ['.', '_', '-', ''] as const
/** Before a word: without one of them two words would be one. */
const SPACED = ['.', '_', '-'] as const
/** Share of addresses with a word instead of figures: about half of people's addresses have no figure. */
const WORDS_SHARE = 0.45

/** A name as it stands in an address: lower case, without accents, letters alone. */
function folded(name: string): string {
  return unaccented(name)
    .replaceAll(/[^a-z]/g, '')
    .slice(0, LONGEST_NAME)
}

const twoDigits = (number: number) => String(number).padStart(2, '0')

/** A number as people put it behind their name: a few figures, a day of birth with or without its year. */
function drawNumber(random: Random): string {
  const sort = random.uniform()
  const day = twoDigits(1 + random.below(28))
  const month = twoDigits(1 + random.below(12))
  if (sort < 0.08) return twoDigits(random.below(100))
  if (sort < 0.33) return String(100 + random.below(900))
  if (sort < 0.5) return `${day}${month}`
  if (sort < 0.8) return String(1_000 + random.below(9_000))
  return `${day}${month}${twoDigits(random.below(100))}`
}

/** A whole local part around a persona's name. */
function drawLocalPart({ firstName, lastName, localPart }: Persona, random: Random): string {
  const first = folded(firstName)
  const last = folded(lastName)
  // A name without Latin letters gives no form of its own.
  if (first === '' || last === '') return `${localPart}.${drawNumber(random)}`
  const separator = random.pick(SEPARATORS)
  const name = random.pick([
    `${first}${separator}${last}`,
    `${last}${separator}${first}`,
    `${first[0]}${separator}${last}`,
    `${first}${separator}${last[0]}`,
    `${last}${separator}${first[0]}`,
    `${first}${separator}${last.slice(0, 3)}`,
  ])
  // A name alone could be guessed, and would be met by those who write to every name there is.
  return random.uniform() < WORDS_SHARE
    ? `${name}${random.pick(SPACED)}${random.pick(ADDRESS_WORDS)}`
    : `${name}${random.pick(SEPARATORS)}${drawNumber(random)}`
}

/**
 * Draws a token that is not taken yet: the local part itself for a domain that is caught whole, the tag behind `+` else.
 * @param taken tokens of this plan and of earlier editions
 */
export function drawToken(
  persona: Persona,
  addressing: Account['addressing'],
  random: Random,
  taken: ReadonlySet<string>,
): string {
  for (let draw = 0; ; draw += 1) {
    const longer = draw < MOST_DRAWS ? '' : String(random.below(10_000))
    const token =
      addressing === 'catch-all'
        ? `${drawLocalPart(persona, random)}${longer}`
        : `${random.pick(TAGS)}${1_000 + random.below(9_000)}${longer}`
    if (!taken.has(token)) return token
  }
}
