/** French words: elision, hyphens, capitals with or without accents, ligatures. */
import { isUpperCase } from './characters.js'
import type { SpellingLanguage, WordVerdict } from './check-spelling.js'
import { ENGLISH_LOOKALIKES, FRENCH_ABBREVIATIONS } from './french-words.js'
import { isSlip, oneSlip, typicalSlip } from './near-miss.js'
import type { Speller } from './speller.js'

/** What may stand before an apostrophe (Grevisse, Le bon usage, § 45: elision). */
const ELIDED = new Set([
  'l', 'd', 'j', 'm', 't', 's', 'c', 'ç', 'n', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quoiqu', 'quelqu', 'presqu', 'entr',
]) // biome-ignore format: a list

/** What may stand behind the hyphen of an inverted verb, a demonstrative or an imperative. */
const ENCLITICS = new Set([
  't', 'je', 'tu', 'il', 'elle', 'on', 'nous', 'vous', 'ils', 'elles', 'ce', 'ci', 'là', 'la', 'le', 'les', 'lui',
  'leur', 'leurs', 'moi', 'toi', 'en', 'y', 'même', 'mêmes', 'm', 'l',
]) // biome-ignore format: a list

/** Prefixes that a hyphen joins to a whole word. */
const PREFIXES = new Set([
  'co', 'ex', 'e', 'm', 'mi', 'semi', 'demi', 'non', 'pré', 'post', 'anti', 'auto', 'multi', 'mini', 'maxi', 'inter', 'pro', 'ultra', 'vice', 'éco', 'bio',
  'sous', 'sur', 'contre', 'arrière', 'avant', 'après', 'quasi', 're', 'ré', 'self', 'micro', 'macro', 'télé', 'info', 'franco', 'intra', 'extra', 'hyper', 'super',
]) // biome-ignore format: a list

const CAPITALS: Readonly<Record<string, string>> = { A: 'ÀÂ', E: 'ÉÈÊ', I: 'ÎÏ', O: 'ÔŒ', U: 'ÙÛ', C: 'Ç' }

const RIGHT: WordVerdict = 'right'

/**
 * @param speller the French dictionary
 * @param english the English dictionary, asked only about words that French lacks
 */
export function frenchSpelling(speller: Speller, english: Speller): SpellingLanguage {
  return {
    speller,
    verdict: (word) => verdict(word, speller),
    tolerates: (word) => tolerates(word, speller, english),
    isForeign: (word) => english.isCorrect(word) && !isKnown(word, speller),
    shortSlips: new Set(['ca', 'cà']),
    messages: {
      unknown: (word) => `« ${word} » n’est pas au dictionnaire.`,
      ligature: (word) => `S’écrit avec une ligature : « ${word} ».`,
    },
  }
}

function verdict(word: string, speller: Speller): WordVerdict {
  if (isKnown(word, speller)) return RIGHT
  const apostrophe = word.indexOf("'")
  if (apostrophe > 0) {
    const head = word.slice(0, apostrophe).toLowerCase()
    const tail = word.slice(apostrophe + 1)
    if (ELIDED.has(head) && tail !== '') return tail.length === 1 ? RIGHT : verdict(tail, speller)
    // "p'tit", "O'Neill", "Côte d'Azur" typed apart: each side must be known.
    return isKnown(tail, speller) && (head.length === 1 || isKnown(head, speller)) ? RIGHT : { unknown: word }
  }
  if (word.includes('-')) return hyphenated(word, speller)
  if (isReformed(word, speller) || isDerived(word, speller)) return RIGHT
  return /oe/i.test(word) && isKnown(word.replace(/oe/g, 'œ').replace(/OE|Oe/g, 'Œ'), speller)
    ? 'ligature'
    : { unknown: word }
}

function hyphenated(word: string, speller: Speller): WordVerdict {
  const parts = word.split('-').filter((part) => part !== '')
  let ligature = false
  for (const part of parts) {
    const lower = part.toLowerCase()
    if (ENCLITICS.has(lower) || PREFIXES.has(lower)) continue
    // A capital or a short sign inside a compound makes it a name or a reference ("Click-Collect", "t-shirt", "x-ray").
    if (part.length <= 2) continue
    const said = verdict(part, speller)
    if (said === 'ligature') ligature = true
    else if (said !== RIGHT) return isUpperCase(part.charAt(0)) ? RIGHT : { unknown: word }
  }
  return ligature ? 'ligature' : RIGHT
}

/** Known as written, or once capitals are given the accents that French lets writers omit ("Etat", "A bientôt"). */
function isKnown(word: string, speller: Speller): boolean {
  if (speller.isCorrect(word)) return true
  const first = word.charAt(0)
  if (!isUpperCase(first)) return false
  const rest = word.slice(1)
  for (const capital of CAPITALS[first] ?? '') if (speller.isCorrect(capital + rest)) return true
  return false
}

/** Prefixes that French joins to any noun, adjective or verb without a hyphen (Rectifications de 1990, § III.1–4). */
const JOINED_PREFIXES = [
  'agro', 'anti', 'auto', 'bi', 'bio', 'co', 'contre', 'dé', 'dés', 'électro', 'entre', 'éco', 'extra', 'géo', 'hydro', 'hyper', 'inter', 'intra', 'macro', 'maxi', 'méga', 'méta',
  'micro', 'mini', 'mono', 'multi', 'nano', 'néo', 'neuro', 'para', 'péri', 'photo', 'physico', 'pluri', 'poly', 'post', 'pré', 'primo', 'pro', 'psycho', 'radio', 'ré', 'semi',
  'socio', 'sous', 'sub', 'super', 'supra', 'sur', 'télé', 'thermo', 'trans', 'tri', 'ultra', 'uni', 'vidéo', 'visio',
] // biome-ignore format: a list

/** Fewest letters of the word behind a prefix: shorter ones are met by chance. */
const LEAST_BASE = 6

/**
 * A word that the dictionary lacks but grammar makes: a prefix before a word of six letters or more ("cotitulaire", "préreprise"), or the
 * feminine in -eure of a title in -eur ("rapporteure"; Guide d'aide à la féminisation, 1999).
 */
function isDerived(word: string, speller: Speller): boolean {
  if (/(?:[ts]|ch|ni|ur)eures?$/.test(word) && word.length >= 9 && speller.isCorrect(word.replace(/e(s?)$/, '$1')))
    return true
  for (const prefix of JOINED_PREFIXES) {
    if (!word.startsWith(prefix)) continue
    const base = word.slice(prefix.length)
    // coïncinération: the diaeresis keeps the vowels apart.
    const plain = base.startsWith('ï') ? `i${base.slice(1)}` : base
    if (plain.length >= LEAST_BASE && speller.isCorrect(plain) && typicalSlip(word, speller) === null) return true
  }
  return false
}

/** Simple pasts, where the circumflex stays (Rectifications de 1990, § II.4). */
const SIMPLE_PAST = /[iu][mt]es$/

/** Futures and conditionals in which 1990 allows è for é ("considèrera"). */
const GRAVE_FUTURE = /è([bcdfglmnpqrstv]{1,2}er(?:ai|as|a|ons|ez|ont|ais|ait|ions|iez|aient))$/

/** è for é before a syllable with a mute e ("règlementation", § II.3). */
const GRAVE = /è(?=[bcdfglmnpqrstv]{1,2}e(?:ment|r[aeio]|lle|s?$))/

/**
 * Right by the spelling reform of 1990, which the classical dictionary lacks (Journal officiel, 6 December 1990): no circumflex on i and u
 * ("connaitre", "couteux", "aout"), è in futures.
 */
function isReformed(word: string, speller: Speller): boolean {
  if (GRAVE_FUTURE.test(word) && speller.isCorrect(word.replace(GRAVE_FUTURE, 'é$1'))) return true
  if (GRAVE.test(word) && speller.isCorrect(word.replace(GRAVE, 'é'))) return true
  if (SIMPLE_PAST.test(word)) return false
  for (let at = 0; at < word.length; at++) {
    const letter = word.charAt(at)
    if (letter !== 'i' && letter !== 'u') continue
    if (speller.isCorrect(`${word.slice(0, at)}${letter === 'i' ? 'î' : 'û'}${word.slice(at + 1)}`)) return true
  }
  return false
}

/** Fewest letters from which an English word one letter away from a French one is taken for it. */
const LEAST_LOOKALIKE = 7

/** An English word that a French one of as many syllables lies beside: "function", "attributes", "virtual". */
function looksFrench(word: string, speller: Speller): boolean {
  return (
    word.length >= LEAST_LOOKALIKE && !/(?:ing|er|ers|ed|ware|ness|ly)$/.test(word) && oneSlip(word, speller) !== null
  )
}

/** Lower-case unknown words that are no misspellings: abbreviations, foreign words, names and signs typed without capitals. */
function tolerates(word: string, speller: Speller, english: Speller): boolean {
  // "mail-order", "click'n'collect": foreign compounds, where no part is a slip.
  if (word.includes("'n'")) return true
  if (word.includes('-')) {
    const parts = word.split('-').filter((part) => part.length > 2)
    return parts.every((part) => isKnown(part, speller) || tolerates(part, speller, english))
  }
  if (FRENCH_ABBREVIATIONS.has(word)) return true
  if (!/[aeiouyàâäéèêëîïôöùûüœæ]/.test(word)) return true
  if (speller.isCorrect(word.toUpperCase()) && word.length <= 4) return true
  if (speller.isCorrect(word.charAt(0).toUpperCase() + word.slice(1))) return true
  if (ENGLISH_LOOKALIKES.has(word)) return false
  if (word.length > 3 && english.isCorrect(word))
    return typicalSlip(word, speller) === null && !looksFrench(word, speller)
  return !word.includes("'") && !isSlip(word, speller)
}
