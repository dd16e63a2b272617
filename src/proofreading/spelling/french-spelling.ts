/** French words: elision, hyphens, capitals with or without accents, ligatures. */
import { isUpperCase } from './characters.js'
import type { SpellingLanguage, WordVerdict } from './check-spelling.js'
import type { CommonWords } from './common-words.js'
import { ENGLISH_LOOKALIKES, FRENCH_ABBREVIATIONS } from './french-words.js'
import { letterSlip, type Slip, slipOf, typicalSlip } from './near-miss.js'
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

/** Frequency of a French word from which an English one beside it by a typical slip is taken for it. */
const LOOKALIKE_FREQUENCY = 16

/** An English spelling of the list, or an apostrophe in the wrong place, that lies near no French word by letters. */
const LOOKALIKE: Slip = { kind: 'letter', meant: '', frequency: 0 }

/** What French spelling looks words up in. */
interface FrenchSources {
  readonly speller: Speller
  /** Asked only about words that French lacks. */
  readonly english: Speller
  readonly common: CommonWords
}

/**
 * @param speller the French dictionary
 * @param english the English dictionary
 * @param common French words by frequency
 */
export function frenchSpelling(speller: Speller, english: Speller, common: CommonWords): SpellingLanguage {
  const sources = { speller, english, common }
  return {
    speller,
    verdict: (word) => verdict(word, sources),
    slip: (word) => slip(word, sources),
    isForeign: (word) => english.isCorrect(word) && verdict(word, sources) !== RIGHT,
    accentedCapital: (word) =>
      word.replace(/(?<!\p{L})\p{Lu}\p{L}*/gu, (part) => accentedCapital(part, speller) ?? part),
    shortSlips: new Set(['ca', 'cà']),
    messages: {
      unknown: (word) => `« ${word} » n’est pas au dictionnaire.`,
      ligature: (word) => `S’écrit avec une ligature : « ${word} ».`,
      capital: (word) => `La capitale prend l’accent : « ${word} ».`,
    },
  }
}

function verdict(word: string, sources: FrenchSources): WordVerdict {
  const { speller, common } = sources
  if (speller.isCorrect(word) || isInUse(word, common)) return RIGHT
  if (isKnown(word, speller)) return isCommonNoun(word, speller) ? 'capital' : RIGHT
  const apostrophe = word.indexOf("'")
  if (apostrophe > 0) {
    const head = word.slice(0, apostrophe).toLowerCase()
    const tail = word.slice(apostrophe + 1)
    if (ELIDED.has(head) && tail !== '') return tail.length === 1 ? RIGHT : verdict(tail, sources)
    // "p'tit", "O'Neill", "Côte d'Azur" typed apart: each side must be known.
    return isKnown(tail, speller) && (head.length === 1 || isKnown(head, speller)) ? RIGHT : { unknown: word }
  }
  if (word.includes('-')) return hyphenated(word, sources)
  if (isReformed(word, speller) || isDerived(word, sources)) return RIGHT
  return /oe/i.test(word) && isKnown(word.replace(/oe/g, 'œ').replace(/OE|Oe/g, 'Œ'), speller)
    ? 'ligature'
    : { unknown: word }
}

function hyphenated(word: string, sources: FrenchSources): WordVerdict {
  const parts = word.split('-').filter((part) => part !== '')
  let ligature = false
  for (const part of parts) {
    const lower = part.toLowerCase()
    if (ENCLITICS.has(lower) || PREFIXES.has(lower)) continue
    // A capital or a short sign inside a compound makes it a name or a reference ("Click-Collect", "t-shirt", "x-ray").
    if (part.length <= 2) continue
    const said = verdict(part, sources)
    if (said === 'ligature') ligature = true
    else if (said !== RIGHT && said !== 'capital') return isUpperCase(part.charAt(0)) ? RIGHT : { unknown: word }
  }
  return ligature ? 'ligature' : RIGHT
}

/** Whether people use a word though the dictionary lacks it, written small, with a capital or in capitals. */
function isInUse(word: string, common: CommonWords): boolean {
  const lower = word.toLowerCase()
  if (common.frequency(lower) === 0) return false
  return word.slice(1) === lower.slice(1) || word === word.toUpperCase()
}

/** Known as written, or once capitals are given the accents that French lets writers omit ("Etat", "A bientôt"). */
function isKnown(word: string, speller: Speller): boolean {
  if (speller.isCorrect(word)) return true
  return isUpperCase(word.charAt(0)) && accentedCapital(word, speller) !== null
}

/** A word of the dictionary that differs by an accent on its capital only. */
function accentedCapital(word: string, speller: Speller): string | null {
  const rest = word.slice(1)
  for (const capital of CAPITALS[word.charAt(0)] ?? '') if (speller.isCorrect(capital + rest)) return capital + rest
  return null
}

/** Whether a word whose capital lacks its accent is no name (Emilie may be written so) and not all in capitals. */
function isCommonNoun(word: string, speller: Speller): boolean {
  const accented = accentedCapital(word, speller)
  return accented !== null && word.slice(1) === word.slice(1).toLowerCase() && speller.isCorrect(accented.toLowerCase())
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
function isDerived(word: string, { speller, common }: FrenchSources): boolean {
  if (/(?:[ts]|ch|ni|ur)eures?$/.test(word) && word.length >= 9 && speller.isCorrect(word.replace(/e(s?)$/, '$1')))
    return true
  for (const prefix of JOINED_PREFIXES) {
    if (!word.startsWith(prefix)) continue
    const base = word.slice(prefix.length)
    // coïncinération: the diaeresis keeps the vowels apart.
    const plain = base.startsWith('ï') ? `i${base.slice(1)}` : base
    if (plain.length >= LEAST_BASE && speller.isCorrect(plain) && typicalSlip(word, speller, common) === null)
      return true
  }
  return false
}

/** Simple pasts, where the circumflex stays (Rectifications de 1990, § II.4). */
const SIMPLE_PAST = /[iu][mt]es$/

/** Futures and conditionals in which 1990 allows è for é ("considèrera", "lèguerons"). */
const GRAVE_FUTURE = /è((?:[bcdfglmnpqrstv]{1,2}|[gq]u)er(?:ai|as|a|ons|ez|ont|ais|ait|ions|iez|aient))$/

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

/** Fewest letters of the first part of a compound that ends in -o ("aorto-coronaire", "islamo-"). */
const LEAST_FIRST_PART = 4

/** A lower-case unknown word; null for abbreviations, foreign words, names and signs typed without capitals, words near no common one. */
function slip(word: string, sources: FrenchSources): Slip | null {
  const { speller, english, common } = sources
  // "mail-order", "click'n'collect": foreign compounds, where no part is a slip.
  if (word.includes("'n'")) return null
  if (word.includes('-')) return slipOfParts(word, sources)
  if (FRENCH_ABBREVIATIONS.has(word)) return null
  if (!/[aeiouyàâäéèêëîïôöùûüœæ]/.test(word)) return null
  if (speller.isCorrect(word.toUpperCase()) && word.length <= 4) return null
  if (speller.isCorrect(word.charAt(0).toUpperCase() + word.slice(1))) return null
  if (ENGLISH_LOOKALIKES.has(word)) return slipOf(word, speller, common) ?? LOOKALIKE
  if (english.isCorrect(word)) return slipIntoEnglish(word, sources)
  return slipOf(word, speller, common) ?? (word.includes("'") ? LOOKALIKE : null)
}

/** The first slip among the parts of a compound. */
function slipOfParts(word: string, sources: FrenchSources): Slip | null {
  for (const [index, part] of word.split('-').entries()) {
    if (part.length <= 2 || isKnown(part, sources.speller)) continue
    if (index === 0 && part.length >= LEAST_FIRST_PART && part.endsWith('o')) continue
    const found = slip(part, sources)
    if (found) return { ...found, meant: word.replace(part, found.meant) }
  }
  return null
}

/** An English word that a French one lies beside: "adress", "function", "attributes", "virtual". */
function slipIntoEnglish(word: string, { speller, common }: FrenchSources): Slip | null {
  const typical = typicalSlip(word, speller, common)
  if (typical && typical.frequency >= LOOKALIKE_FREQUENCY && (word.length > 3 || typical.kind === 'accents'))
    return typical
  if (word.length < LEAST_LOOKALIKE || /(?:ing|er|ers|ed|ware|ness|ly)$/.test(word)) return null
  return letterSlip(word, speller, common)
}
