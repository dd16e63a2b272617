/**
 * Finds who signs a letter: a named person, or only a team. Looks after the closing formula, in the signature part and at the sender's name.
 */

import { fold, foldName } from '../../text/fold.js'
import { FIRST_NAMES_EN } from './english/first-names.js'
import { findClosings } from './find-closing.js'
import { FIRST_NAMES_FR } from './french/first-names.js'
import { CIVILITIES } from './greeting-words.js'
import { ROLE_WORDS, SIGNING_NOISE, TEAM } from './signature-words.js'

/** Who signs. */
export interface Signer {
  /** `person`, or `team` where only a department or the brand signs. */
  readonly who: 'person' | 'team'
  /** Where it was seen. */
  readonly in: 'text' | 'signature' | 'sender'
  /** Offsets into that part. */
  readonly start: number
  readonly end: number
  /** True where only the shape of the words says that it is a name. */
  readonly unsure: boolean
}

/** What is looked at. */
export interface SigningParts {
  readonly text: string
  readonly signature: string
  readonly fromName: string
  readonly fromAddress: string
  /** Brand name and aliases: their words are nobody's name. */
  readonly brandNames: readonly string[]
}

const LAST_LINES = 8
const LINE_LIMIT = 140
/** Lines longer than this are sentences, not signatures. */
const SENTENCE_LENGTH = 75

function isFirstName(word: string): boolean {
  const folded = fold(word).replace(/[^a-z-]/g, '')
  return (
    FIRST_NAMES_FR.has(folded) ||
    FIRST_NAMES_EN.has(folded) ||
    folded.split('-').every((part) => part.length > 1 && (FIRST_NAMES_FR.has(part) || FIRST_NAMES_EN.has(part)))
  )
}

function nameShaped(word: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’-]*\.?$/u.test(word)
}

/** A role of one person: a name may follow it. "Support Aurore" and "Équipe Aurore" are a brand's. */
const INDIVIDUAL_ROLE =
  /\b(?:conseill(?:er|ere)|charge|chargee|responsable|manager|direct(?:eur|rice|or)|agent|agente|advis[eo]r|assistante?|associate|representative|specialiste?|expert|experte|technicien(?:ne)?|gestionnaire|attachee?|vendeu(?:r|se)|teleconseill(?:er|ere)|referente?|interlocut(?:eur|rice)|superviseu(?:r|se)|executive|coordinator|lead)\b/
const PARTICLE = /^(?:de|du|des|le|la|van|von|ben|ibn|el|al|da|dos|di|d|mac|mc|bin|ter|den|der)$/

/** Words of the brand, and of the domain it writes from: nobody's name. */
function brandWords(parts: SigningParts): { words: ReadonlySet<string>; domain: string } {
  const names = parts.brandNames.flatMap((name) => fold(name).split(/[^a-z0-9]+/))
  const host = parts.fromAddress.split('@')[1] ?? ''
  const labels = host.split('.').slice(0, -1)
  return {
    words: new Set([...names, ...labels.flatMap((label) => label.split('-'))].filter((word) => word.length > 1)),
    domain: labels.map((label) => foldName(label)).join(' '),
  }
}

type Judgement = 'person' | 'shape' | 'team' | null

/** Judges one piece of a signing line. */
function judgePiece(piece: string, brand: ReturnType<typeof brandWords>): Judgement {
  const words = piece.split(/\s+/).filter((word) => /\p{L}/u.test(word))
  const folded = words.map((word) => fold(word).replace(/[^a-z'-]/g, ''))
  if (words.length === 0) return null
  const isBrand = (index: number): boolean =>
    brand.words.has(folded[index] ?? '') && (words.length > 1 || !isFirstName(words[0] ?? '') || brand.words.size > 0)
  const civility = CIVILITIES.has(folded[0] ?? '') && words.length > 1
  const start = civility ? 1 : 0
  const head = words[start] ?? ''
  // "Julie du service client", "Sarah from Support", "Julie et toute l'équipe", "Julie, …" (the comma is cut before).
  const linked =
    /^(?:du|de|des|d'|from|at|for|pour|et|and|au|in|chez)$/.test(folded[start + 1] ?? '') ||
    (folded[start + 1] ?? '').startsWith("d'")
  if (isFirstName(head) && !isBrand(start) && nameShaped(head) && (words.length === start + 1 || linked))
    return 'person'
  const name: string[] = []
  for (let index = start; index < words.length && name.length < 4; index += 1) {
    const word = words[index] ?? ''
    const plain = folded[index] ?? ''
    if (ROLE_WORDS.has(plain) || SIGNING_NOISE.has(plain) || CIVILITIES.has(plain) || isBrand(index)) break
    if (!nameShaped(word) && !(PARTICLE.test(plain) && name.length > 0)) break
    name.push(word)
  }
  const rest = folded.slice(start + name.length)
  const clean =
    rest.length === 0 ||
    rest.every((word) => ROLE_WORDS.has(word)) ||
    PARTICLE.test(rest[0] ?? '') ||
    ROLE_WORDS.has(rest[0] ?? '')
  if (civility && name.length > 0 && clean) return 'person'
  if (name.length >= 2 && clean && name.slice(0, 2).some(isFirstName)) return 'person'
  if (name.length === 1 && clean && isFirstName(name[0] ?? '')) return 'person'
  // "Votre conseillère Julie", "Conseiller clientèle Marc D."
  const individual = INDIVIDUAL_ROLE.test(folded.join(' '))
  const lastName = words.at(-1) ?? ''
  if (individual && nameShaped(lastName) && isFirstName(lastName) && !isBrand(words.length - 1)) return 'person'
  const beforeLast = words.at(-2) ?? ''
  if (
    individual &&
    nameShaped(beforeLast) &&
    isFirstName(beforeLast) &&
    nameShaped(lastName) &&
    !isBrand(words.length - 2)
  )
    return 'person'
  if (TEAM.test(folded.join(' ')) || /[&+]/.test(piece)) return 'team'
  if (brand.domain !== '' && brand.domain.includes(foldName(piece))) return 'team'
  if (name.length >= 2 && rest.length === 0) return 'shape'
  // One unlisted word may be the brand itself, where nothing says what the brand is called.
  if (name.length === 1 && rest.length === 0 && brand.words.size > 0 && /^\p{Lu}\p{Ll}{2,}/u.test(name[0] ?? ''))
    return 'shape'
  return null
}

interface Found {
  readonly judgement: Exclude<Judgement, null>
  readonly start: number
  readonly end: number
}

/** Pieces of a line: names and roles are parted by commas, bars, dashes and brackets. */
function piecesOf(line: string): { piece: string; at: number }[] {
  return [...line.matchAll(/[^,|•·()[\]\t:;/"“”«»<>*_]+/g)].flatMap((match) =>
    [...match[0].matchAll(/(?:(?! [-–—] | {3}).)+/g)].map((part) => ({
      piece: part[0].replace(/^[\s–—-]+/, ''),
      at: match.index + part.index + (/^[\s–—-]*/.exec(part[0])?.[0].length ?? 0),
    })),
  )
}

function judgeLines(part: string, from: number, brand: ReturnType<typeof brandWords>): Found[] {
  const found: Found[] = []
  let offset = from
  let lines = 0
  let personSlot = true
  for (const line of part.slice(from).split('\n')) {
    const start = offset
    offset += line.length + 1
    if (!/\p{L}/u.test(line) || lines >= LAST_LINES) continue
    lines += 1
    if (line.trim().length > LINE_LIMIT || /@|https?:|www\./i.test(line)) continue
    for (const { piece, at } of piecesOf(line)) {
      const trimmed = piece.trim().replace(/(?:(?<![.!])[.!]+| x{1,3})$/, '')
      if (trimmed === '' || trimmed.length > SENTENCE_LENGTH) continue
      const judgement = judgePiece(trimmed, brand)
      const wordCount = trimmed.split(/\s+/).length
      if (judgement === null || (judgement === 'shape' && !personSlot)) continue
      if (judgement === 'shape' && wordCount < 2 && !/^\p{Lu}\p{Ll}+$/u.test(trimmed)) continue
      found.push({ judgement, start: start + at, end: start + at + trimmed.length })
    }
    // A name stands on the first lines; below a team's name come brands and towns.
    if (lines >= 1) personSlot = false
  }
  return found
}

function best(found: readonly Found[]): Found | null {
  const teamFirst = found[0]?.judgement === 'team'
  return (
    found.find(({ judgement }) => judgement === 'person') ??
    (teamFirst ? undefined : found.find(({ judgement }) => judgement === 'shape')) ??
    found[0] ??
    null
  )
}

/** Where the signing lines of a text begin: after its last closing formula, else its last short lines. */
function signingStart(text: string): { from: number; closed: boolean; before: number } {
  const folded = fold(text)
  const closings = findClosings(folded)
  const first = closings[0]
  if (first) {
    // The first formula of the last group: "Bonne journée." then "Cordialement," then the name. A long formula ends with its sentence.
    const rest = text.slice(first.end)
    const long = /^(?:veuillez|je|nous|prions|vous|agreez|recevez|croyez|acceptez)\b/.test(
      folded.slice(first.start, first.end),
    )
    const line = rest.search(long ? /[.\n]/ : /[,.!\n;-]/)
    return { from: first.end + (line < 0 ? 0 : line), closed: true, before: first.start }
  }
  const lines = text.trimEnd().split('\n')
  let from = text.trimEnd().length
  let kept = 0
  for (const line of lines.toReversed()) {
    if (line.trim().length > 60 || /[.?!:]$/.test(line.trim()) || kept === 4) break
    from -= line.length + 1
    kept += 1
  }
  // Nothing but short lines: a letter of one line has no signature of its own.
  return { from: kept === lines.length ? text.length : Math.max(0, from + 1), closed: false, before: 0 }
}

/** A name on the line above the closing formula ("Zoé", then "Belle journée !"); null where none stands there. */
function nameAbove(text: string, closing: number, brand: ReturnType<typeof brandWords>): Found | null {
  const above = text.slice(0, closing).trimEnd()
  const start = above.lastIndexOf('\n') + 1
  if (start === 0 || above.length - start > 30) return null
  return judgeLines(above, start, brand).find(({ judgement }) => judgement === 'person') ?? null
}

/** Finds who signs; null where nobody does. */
export function findSigner(parts: SigningParts): Signer | null {
  const brand = brandWords(parts)
  const { from, closed, before } = signingStart(parts.text)
  const inText =
    best(judgeLines(parts.text, from, brand).filter(({ judgement }) => closed || judgement !== 'shape')) ??
    nameAbove(parts.text, before, brand)
  const inSignature = best(judgeLines(parts.signature, 0, brand))
  const sender = best(judgeLines(parts.fromName, 0, brand).filter(({ judgement }) => judgement !== 'shape'))
  const candidates = [
    { found: inText, in: 'text' as const },
    { found: inSignature, in: 'signature' as const },
    { found: sender, in: 'sender' as const },
  ].filter((candidate): candidate is { found: Found; in: Signer['in'] } => candidate.found !== null)
  // A team named first, in the letter itself, makes a brand of what follows; below a person's name it is the department.
  const teamSigns = inText?.judgement === 'team'
  const person = candidates.find(({ found }) => found.judgement === 'person')
  const shape = teamSigns ? undefined : candidates.find(({ found }) => found.judgement === 'shape')
  const chosen = person ?? shape ?? candidates[0]
  if (!chosen) return null
  const { judgement, start, end } = chosen.found
  return {
    who: judgement === 'team' || !(person ?? shape) ? 'team' : 'person',
    in: chosen.in,
    start,
    end,
    unsure: judgement === 'shape',
  }
}
