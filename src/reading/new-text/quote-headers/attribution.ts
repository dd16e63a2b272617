/**
 * Finds the line that introduces a quote. A phrase alone is never enough: a date, a time of day or an address must stand
 * in it, so that "Le paragraphe qui pose problème" and "On the one hand" stay with the letter (willdurand/EmailReplyParser #77).
 */
import { found, type GuardedPattern } from '../../guarded.js'
import { withoutEnds } from '../without-ends.js'
import { ATTRIBUTION_PHRASES } from './attribution-phrases.js'
import { hasDate, hasTimeOfDay, startsWithDate } from './dates.js'

/** An attribution found in lines joined by spaces. */
export interface Attribution {
  /** `strong`: an address or a time of day is in it. `weak`: needs marked quote lines below to count. */
  readonly strength: 'strong' | 'weak'
}

const alternatives = (words: readonly string[]) => words.join('|')
const OPENING = new RegExp(
  String.raw`^(?:${alternatives(ATTRIBUTION_PHRASES.flatMap((entry) => entry.openings))})(?: |(?=\d))`,
  'iu',
)
const VERB = alternatives(ATTRIBUTION_PHRASES.flatMap((entry) => entry.verbs))
const VERB_AT_END = new RegExp(
  String.raw`(?:^|[\s>)"'»\d\p{Script=Han}])(?:${VERB})\s?(?:le message suivant|ce qui suit|the following)?\s?(?<colon>[:：])?$`,
  'iu',
)
/** `schrieb am … :`, `skrev Name <…>:`, `a écrit le … :`: the verb before date or name, a colon at the end. */
const VERB_INSIDE = new RegExp(String.raw`(?:^|[\s>)])(?:${VERB})\s.{2,200}[:：]$`, 'iu')
const ADDRESS = /[\w.+=%-]{1,80}@[\w-]{1,80}(?:\.[\w-]{1,80}){1,8}/u
const BRACKETED_ADDRESS = /[<([][^<>()[\]\s]{1,120}@[^<>()[\]\s]{1,120}[>)\]]/u
/** `"Name" <address>:` or `Name (address)` at the very end. */
const ADDRESS_AT_END = /(?:<[^<>\s]{1,120}@[^<>\s]{1,120}>|\([^()\s]{1,120}@[^()\s]{1,120}\))\s?[:：]?$/u
/** Old Gmail in many languages: `2016-03-03 17:21 GMT+01:00 Some One`. */
const OLD_GMAIL = /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} (?:GMT|UTC)[+-]\d{1,2}(?::?\d{2})? \S.{0,80}$/u
/** Name and address, then the verb: `Claire Aubry <claire@…> wrote:`. */
const PERSON_BEFORE_VERB =
  /^["']?[\p{L}][^<>:;!?]{0,80}?\s?(?:<[^<>\s]{1,120}@[^<>\s]{1,120}>|\([^()\s]{1,120}@[^()\s]{1,120}\))/u
/** Horde: `Quoting Claire Aubry <claire@…>:`. */
const QUOTING =
  /^(?:quoting|selon|citando(?: a)?|zitat von|citerar|citat fra|citeren van|cita de|citando da|quoting from)\s.{0,80}<?[^<>\s]{1,120}@[^<>\s]{1,120}>?\s?:$/iu
/** GroupWise: `>>> Claire Aubry <claire@…> 12/03/2024 10:24 >>>`. */
const GROUPWISE = /^>>>.{3,200}>>>$/u
/** A person says what a customer wrote ("vous avez écrit", "you wrote"): the writer's own words. */
const TOLD_BY_WRITER =
  /\b(?:vous|nous|j'ai|tu|you|we|i|usted|sie|lei)\s(?:(?:nous|m'|me|l'|hadden|have|had|haben|ha|avez|avons|ai)\s?){0,2}\S{0,3}(?:[eé]crit|wrote|written|geschrieben)/iu

const hasAtSign = (text: string) => text.includes('@')

/** What most lines cannot hold for want of one sign, or by how they end. */
export const GUARDED_ATTRIBUTIONS = {
  address: { guard: hasAtSign, pattern: ADDRESS },
  bracketedAddress: { guard: hasAtSign, pattern: BRACKETED_ADDRESS },
  personBeforeVerb: { guard: hasAtSign, pattern: PERSON_BEFORE_VERB },
  verbInside: { guard: (text) => /[:：]$/.test(text), pattern: VERB_INSIDE },
  // Nothing but a colon stands behind the verb.
  verbAtEnd: { guard: (text) => !/[.,;!?…\d]$/.test(text), pattern: VERB_AT_END },
} satisfies Readonly<Record<string, GuardedPattern>>

/** True where a line can be the first of an attribution: cheap, so that every line can be asked. */
export function mayOpenAttribution(line: string): boolean {
  const start = line.slice(0, 120)
  const bare = withoutFrame(start)
  if (startsWithDate(bare)) return true
  const opening = OPENING.exec(bare)
  if (opening && startsWithDate(bare.slice(opening[0].length).trimStart())) return true
  if (GROUPWISE.test(line.slice(0, 250))) return true
  return (
    found(GUARDED_ATTRIBUTIONS.bracketedAddress, line.slice(0, 300)) ||
    found(GUARDED_ATTRIBUTIONS.personBeforeVerb, bare) ||
    found(GUARDED_ATTRIBUTIONS.verbInside, line.slice(0, 250)) ||
    found(GUARDED_ATTRIBUTIONS.verbAtEnd, line.slice(-60)) ||
    /<\s?$/.test(line)
  )
}

/** Dashes, stars and underscores around a header line say nothing. */
const FRAME = /[-*_~|\s]/

function withoutFrame(text: string): string {
  return withoutEnds(text, FRAME, FRAME, 20)
}

/**
 * Reads lines joined by spaces (at most 600 characters) as an attribution; null where they are none.
 * Dates and addresses are looked for, not parsed.
 */
export function attributionIn(joined: string): Attribution | null {
  if (joined.length < 6 || joined.length > 600) return null
  if (GROUPWISE.test(joined)) return hasDate(joined) ? { strength: 'strong' } : null
  const text = withoutFrame(joined)
  const opening = OPENING.exec(text)
  const afterOpening = opening ? text.slice(opening[0].length).trimStart() : text
  const dated = startsWithDate(afterOpening)
  const address = found(GUARDED_ATTRIBUTIONS.address, text)
  const time = hasTimeOfDay(text)
  const ending = VERB_AT_END.exec(text.slice(-80))
  if (TOLD_BY_WRITER.test(text.slice(0, 300))) return address && dated ? { strength: 'strong' } : null
  if (ending) {
    const colon = ending.groups?.colon !== undefined || /[-*_]{2}$/.test(joined)
    if (dated && (address || (time && (colon || opening !== null))))
      return { strength: address || !saysOfAThing(text) ? 'strong' : 'weak' }
    if (dated && colon) return { strength: 'weak' }
    if (PERSON_BEFORE_VERB.test(text) && text.length <= 200) return { strength: 'strong' }
    if (hasDate(text) && address && !endsSentenceInside(text)) return { strength: 'strong' }
    if (namesPersonAndMoment(text)) return { strength: 'strong' }
    return colon && text.length <= 100 ? { strength: 'weak' } : null
  }
  if (found(GUARDED_ATTRIBUTIONS.verbInside, text.slice(0, 400)) && hasDate(text)) {
    if (address || time) return { strength: 'strong' }
    return { strength: 'weak' }
  }
  if (opening === null && dated && ADDRESS_AT_END.test(text) && text.length <= 260) return { strength: 'strong' }
  if (namesPersonAndMoment(text)) return { strength: 'strong' }
  if (text.length <= 200 && QUOTING.test(text)) return { strength: 'strong' }
  return OLD_GMAIL.test(text) ? { strength: 'strong' } : null
}

/** A language without an entry: bracketed address, year and time of day in one line that ends with a colon. */
function namesPersonAndMoment(text: string): boolean {
  const short = text.length <= 220 && /[:：]$/.test(text) && !endsSentenceInside(text)
  return short && BRACKETED_ADDRESS.test(text) && hasTimeOfDay(text) && /(?:19|20)\d{2}/.test(text)
}

/** The words after the last figure begin with an article or pronoun: "… à 10:24, le transporteur a écrit :". */
function saysOfAThing(text: string): boolean {
  const words = /(?<!\D)\D*$/u.exec(text.slice(-120))?.[0] ?? ''
  return /^(?:\s?[aApP]\.?[mM]\.?)?(?:\s[A-Z]{2,4})?[^\p{L}]{0,4}(?:(?:le|la|les|un|une|notre|votre|nos|vos|mon|ma|the|our|your|my|an?|der|die|das|unser|ein|eine) \p{Ll}|l'\p{Ll}|(?:il|elle|ils|elles|on|she|he|they|it|er|sie) )/u.test(
    words,
  )
}

/** True where a sentence ends before the last word: a full stop after a word of some length, then a capital. */
export function endsSentenceInside(text: string): boolean {
  return /[\p{L}\d]{5}[.!?]\s+\p{Lu}/u.test(text.slice(0, 400))
}

const OPENING_INSIDE = new RegExp(
  String.raw`(?<=[\s.!?,;:)])(?:${alternatives(ATTRIBUTION_PHRASES.flatMap((entry) => entry.openings))}) (?=\p{L}{2,10}[.,]? |\d)`,
  'giu',
)

/**
 * Where an attribution begins inside a line that was run together with the text before it; -1 where it does not.
 * Only the last 400 characters are looked at.
 */
export function attributionInside(line: string): number {
  const from = Math.max(0, line.length - 400)
  const end = line.slice(from)
  if (!found(GUARDED_ATTRIBUTIONS.verbAtEnd, end.slice(-80))) return -1
  for (const match of end.matchAll(OPENING_INSIDE)) {
    if (match.index + from === 0 || !startsWithDate(end.slice(match.index + match[0].length))) continue
    if (attributionIn(end.slice(match.index).trim())?.strength === 'strong') return match.index + from
  }
  return -1
}

/**
 * True for the last lines above marked quote lines that end with a colon and name an address, or a date and a time: the
 * attribution of a language that has no entry.
 */
export function introducesQuote(joined: string): boolean {
  if (joined.length > 300 || !/[:：>]$/.test(joined)) return false
  return (
    (ADDRESS.test(joined) && /[:：]$/.test(joined)) ||
    (hasDate(joined) && (ADDRESS.test(joined) || hasTimeOfDay(joined)))
  )
}
