/**
 * Which of a scenario's expected points a letter addresses: a pattern, or a sentence that holds every stem of a group, unless it
 * is taken back (negation, question, restated request, promise to say it later). Shared by `coverage` and `resolution`.
 */
import type { StudyLanguage } from '../../domain/language.js'
import type { ExpectedPoint } from '../../domain/scenario.js'
import { matchesOf, type Place } from '../../text/find.js'
import { fold, MAXIMUM_TEXT } from '../../text/fold.js'
import { remember } from '../../text/remember.js'
import { type Sentence, splitClauses, splitSentences, unwrap } from '../../text/sentences.js'
import { findClosings } from '../phrases/find-closing.js'
import { type DenialReason, type Denials, denialOf, findDenials, isConditional } from './denials.js'
import { type PhraseItems, phraseItems } from './phrase-items.js'
import { likenessOf, MAY_SAY_IT, SAYS_IT, type WeighedPhrase, weighPhrases } from './plain-phrases.js'
import { stemmedWords, stemOf } from './stems.js'

/** What became of one expected point. */
export interface PointCoverage {
  readonly point: ExpectedPoint
  /** Where it is addressed; null where it is not. */
  readonly place: Place | null
  /** Why a mention of it does not count; null where it is addressed or never mentioned. */
  readonly denied: DenialReason | 'question' | null
  /** True where a sentence comes close to one of its phrases without saying it clearly: a person should look. */
  readonly doubtful: boolean
}

interface Letter {
  readonly text: string
  readonly folded: string
  readonly sentences: readonly Sentence[]
  /** First word of each stem of a sentence, by its index. */
  readonly wordsOf: (index: number) => ReadonlyMap<string, Place>
  /** What a sentence speaks of, by its index. */
  readonly itemsOf: (index: number) => PhraseItems
  /** Phrases of every point, by its id. */
  readonly phrases: ReadonlyMap<string, readonly WeighedPhrase[]>
  readonly denials: Denials
  readonly language: StudyLanguage
}

/** A point can match in so many places at most. */
const MATCHES_LOOKED_AT = 40
/** A restated request goes on for so many characters at most. */
const RESTATED = 90
/** Lines of a signature are at most this long. */
const SIGNING_LINE = 60

/** Points that ask "whether": a plain no answers them. */
const WHETHER =
  /\b(?:whether|or not|ou non|si oui|compatibilit|disponibilit|availability|eligibilit|possibilit)|^(?:says|tells|indique|dit|precise|repond|answers|confirme|confirms) (?:if|si|s'il)\b|\bif the\b|\bsi (?:le|la|les|l'|un|une|on|vous|ce|cette|elle|il)\b/
/** Points that expect a question back. */
const ASKS = /^(?:asks?|requests?|demande|reclame|sollicite|invite)\b/

/** Points that expect an offer, which may be made as a question: "préférez-vous un échange ou un remboursement ?". */
const OFFERS = /\b(?:offers?|propos[a-z]*|offre|suggests?|alternatives?)\b/
const OFFERING =
  /\b(?:preferez|souhaitez|voulez|desirez|would you (?:like|prefer)|do you (?:want|prefer)|shall (?:we|i)|que diriez)\b/

interface PointKind {
  readonly whether: boolean
  readonly asks: boolean
  readonly offers: boolean
}

/** Parts two titles; in no text. */
const BETWEEN = '\u0000'

/** What a point's titles say that it expects. */
const kindOf = remember((both): PointKind => {
  const titles = both.split(BETWEEN).map((title) => fold(title))
  return {
    whether: titles.some((title) => WHETHER.test(title)),
    asks: titles.some((title) => ASKS.test(title)),
    offers: titles.some((title) => OFFERS.test(title)),
  }
}, 500)

/** Typographic apostrophes and spaces made plain, in place; case and accents kept for the scenario's patterns. */
function soften(text: string): string {
  return text
    .slice(0, MAXIMUM_TEXT)
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u00A0\u202F\u2007]/g, ' ')
    .replace(/[\u2010-\u2014]/g, '-')
}

/** A scenario's pattern as an expression; a study has some hundreds. */
const expressionOf = remember((pattern) => new RegExp(pattern.replace(/[\u2018\u2019]/g, "'"), 'giu'), 1_000)

function patternMatches(point: ExpectedPoint, soft: string): Place[] {
  return point.patterns.flatMap((pattern) =>
    [...matchesOf(expressionOf(pattern), soft).take(MATCHES_LOOKED_AT)]
      .filter((match) => match[0].trim() !== '')
      .map((match) => ({ start: match.index, end: match.index + match[0].length })),
  )
}

/** Stems that a group of a point asks for. */
function groupStems(group: readonly string[], language: StudyLanguage): string[] {
  const words = group.flatMap((entry) => entry.split(/[\s'’-]+/)).filter((word) => word !== '')
  return words.map((word) => stemOf(word, language))
}

/** Words of a sentence that hold every stem of a group, in the group's order; null where one is missing. */
function groupWords(wanted: readonly string[], words: ReadonlyMap<string, Place>): Place[] | null {
  const found: Place[] = []
  for (const stem of wanted) {
    const word = words.get(stem)
    if (!word) return null
    found.push(word)
  }
  return found
}

/** The first word of each stem in a sentence. */
function firstWords(text: string, sentence: Sentence, language: StudyLanguage): ReadonlyMap<string, Place> {
  const first = new Map<string, Place>()
  for (const word of stemmedWords(text, sentence, language)) if (!first.has(word.stem)) first.set(word.stem, word)
  return first
}

function sentenceOf(letter: Letter, place: Place): Sentence | undefined {
  return letter.sentences.find((sentence) => place.start < sentence.end && sentence.start < place.end)
}

function judgePlaces(letter: Letter, places: readonly Place[], point: PointKind): PointCoverage['denied'] {
  for (const place of places) {
    const sentence = sentenceOf(letter, place)
    if (!sentence) return 'elsewhere'
    if (point.asks) continue
    if (sentence.question && !(point.offers && OFFERING.test(letter.folded.slice(sentence.start, sentence.end))))
      return 'question'
    const clause =
      splitClauses(letter.folded, sentence).find(({ start, end }) => place.start >= start && place.start < end) ??
      sentence
    const denied = denialOf(place, clause, sentence, letter.denials, letter.folded, point.whether)
    if (denied) return denied
  }
  return null
}

function coverPoint(point: ExpectedPoint, letter: Letter, soft: string): PointCoverage {
  const kind = kindOf(point.title.fr + BETWEEN + point.title.en)
  let denied: PointCoverage['denied'] = null
  for (const place of patternMatches(point, soft)) {
    const reason = judgePlaces(letter, [place], kind)
    if (reason === null) return { point, place, denied: null, doubtful: false }
    denied ??= reason
  }
  for (const group of point.stems) {
    const wanted = groupStems(group, letter.language)
    // A group without any word asks for nothing, and nothing is no answer.
    if (group.length === 0) continue
    for (const [index, sentence] of letter.sentences.entries()) {
      const words = groupWords(wanted, letter.wordsOf(index))
      if (!words) continue
      const reason = judgePlaces(letter, words, kind)
      if (reason === null)
        return { point, place: { start: sentence.start, end: sentence.end }, denied: null, doubtful: false }
      denied ??= reason
    }
  }
  const said = closestSaying(point, letter, kind)
  if (said.place) return { point, place: said.place, denied: null, doubtful: false }
  return { point, place: null, denied: denied ?? said.denied, doubtful: said.doubtful }
}

/** True for a word by which the letter repeats what the customer asked: "suite à votre demande de remboursement, …". */
function repeatsRequest(letter: Letter, place: Place): boolean {
  return letter.denials.restatements.some(({ start, end }) => {
    if (end > place.start) return place.start >= start && place.end <= end
    // Up to the next comma the restatement goes on.
    return place.start - end < RESTATED && !/[,.;:!?\n]/.test(letter.folded.slice(end, place.start))
  })
}

/** The sentence that says one of the point's phrases most clearly, unless it takes it back. */
function closestSaying(
  point: ExpectedPoint,
  letter: Letter,
  kind: PointKind,
): Pick<PointCoverage, 'place' | 'denied' | 'doubtful'> {
  let denied: PointCoverage['denied'] = null
  let doubtful = false
  const heard = (place: Place) => !repeatsRequest(letter, place)
  const likely = (letter.phrases.get(point.id) ?? [])
    .flatMap((phrase) =>
      letter.sentences.map((sentence, index) => ({ sentence, ...likenessOf(phrase, letter.itemsOf(index), heard) })),
    )
    .filter(({ likeness }) => likeness >= MAY_SAY_IT)
    .sort((one, other) => other.likeness - one.likeness)
  for (const { sentence, phrase, likeness, words } of likely) {
    const folded = letter.folded.slice(sentence.start, sentence.end)
    const judged = judgePlaces(letter, words, kind)
    // A phrase that says no is said by a sentence that says no.
    const reason =
      phrase.denies && judged === 'negated'
        ? null
        : phrase.denies && judged === null && !kind.whether
          ? 'negated'
          : (judged ?? (isConditional(folded) && !isConditional(fold(phrase.phrase)) ? 'conditional' : null))
    if (reason !== null) denied ??= reason
    else if (likeness >= SAYS_IT)
      return { place: { start: sentence.start, end: sentence.end }, denied: null, doubtful: false }
    else doubtful = true
  }
  return { place: null, denied, doubtful }
}

/** What was found last for the points of a scenario: `coverage` and `resolution` ask for the same. */
const LAST = new WeakMap<
  readonly ExpectedPoint[],
  { readonly text: string; readonly language: StudyLanguage; readonly covered: readonly PointCoverage[] }
>()

/**
 * Looks for every expected point in a letter.
 * @throws SyntaxError when a pattern of the scenario is no regular expression (the study check names it first)
 */
export function coverPoints(
  points: readonly ExpectedPoint[],
  text: string,
  language: StudyLanguage,
): readonly PointCoverage[] {
  const last = LAST.get(points)
  if (last && last.text === text && last.language === language) return last.covered
  const covered = lookForPoints(points, text, language)
  LAST.set(points, { text, language, covered })
  return covered
}

function lookForPoints(
  points: readonly ExpectedPoint[],
  text: string,
  language: StudyLanguage,
): readonly PointCoverage[] {
  const folded = fold(unwrap(text))
  const closing = findClosings(fold(text))[0]?.start ?? text.length
  // Below the closing formula stand names and departments ("Le service remboursement"), not what is answered; a postscript is.
  const sentences = splitSentences(text, folded).filter(
    ({ start, end }) => start < closing || end - start > SIGNING_LINE || /[.!?]$/.test(folded.slice(start, end)),
  )
  const words: ReadonlyMap<string, Place>[] = []
  const wordsOf = (index: number): ReadonlyMap<string, Place> => {
    const sentence = sentences[index]
    words[index] ??= sentence ? firstWords(text, sentence, language) : new Map()
    return words[index]
  }
  const items: PhraseItems[] = []
  const itemsOf = (index: number): PhraseItems => {
    const sentence = sentences[index]
    items[index] ??= sentence ? phraseItems(text, sentence, language) : new Map()
    return items[index]
  }
  const phrases = weighPhrases(points, language)
  const letter = { text, folded, sentences, wordsOf, itemsOf, phrases, denials: findDenials(folded), language }
  const soft = soften(unwrap(text))
  return points.map((point) => coverPoint(point, letter, soft))
}

/** Weighted share of points addressed, 0–1; null without points. */
export function coverageShare(covered: readonly PointCoverage[]): number | null {
  const total = covered.reduce((sum, { point }) => sum + point.weight, 0)
  if (total <= 0) return null
  return covered.reduce((sum, { point, place }) => sum + (place ? point.weight : 0), 0) / total
}
