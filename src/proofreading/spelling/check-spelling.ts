/**
 * Finds misspelt words. What a word is by itself is decided once and remembered; only unknown words are then looked at in their
 * place, and names, product words, abbreviations and foreign words are let go: precision first (docs/methodology.en.md §5).
 */
import type { Mistake } from '../../domain/mistake.js'
import type { ProtectedWords } from '../protected-words.js'
import { dictionaryForm, isUpperCase } from './characters.js'
import type { Slip } from './near-miss.js'
import { insideQuotation } from './quotation.js'
import { scanWords } from './scan-words.js'
import { isSentenceStart } from './sentence-start.js'
import type { Speller } from './speller.js'

/** What stands between words. */
const NO_LETTER = /[^\p{L}’']/u

/** What a word is by itself: right, right but for its ligature (`coeur`) or the accent of its capital (`Etat`), or unknown from an offset on (behind `l'`). */
export type WordVerdict = 'right' | 'ligature' | 'capital' | { readonly unknown: string }

/** What spelling needs to know of a language. */
export interface SpellingLanguage {
  readonly speller: Speller
  /** Judges a word in dictionary form. */
  verdict(word: string): WordVerdict
  /** What an unknown lower-case word is a slip for; null where it is let go: abbreviation, foreign word, product word, rare word. */
  slip(word: string): Slip | null
  /** Whether a word (lower case or as written) is of another language and not of this one. */
  isForeign(word: string): boolean
  /** Misspellings of one or two letters; any other word so short is let go as a sign or an abbreviation. */
  readonly shortSlips: ReadonlySet<string>
  readonly messages: {
    readonly unknown: (word: string) => string
    readonly ligature: (word: string) => string
    readonly capital: (word: string) => string
  }
  /** A word whose verdict is `capital`, with the accent that it lacks. */
  accentedCapital(word: string): string
}

/** Words remembered at most; beyond it the memory starts afresh, so that hostile mail cannot fill the process. */
const REMEMBERED_WORDS = 200_000

/** Frequency of what was meant from which a slip of accents, swapped or doubled letters is one wherever it stands. */
const SURE_FREQUENCY = 16

/** Letters of what was meant from which swapped or doubled letters are no chance; fewer in one of the commonest words. */
const SURE_LENGTH = 5
const SURE_LENGTH_OF_COMMONEST = 4

/** Letters from which what was meant may be rarer. */
const LONG_LENGTH = 8

/** Frequency of the commonest words: a capitalised word of four letters may be a slip for one (Vosu, Celà). */
const COMMONEST = 2048

/** Fewest letters of a capitalised word that is judged: at a sentence's start, and inside a sentence, where capitals make names. */
const LEAST_AT_START = 5
const LEAST_INSIDE = 8

/** Letters of a capitalised word from which one letter may be wrong, and from which two may be; how common what was meant has to be. */
const ONE_LETTER = 7
const TWO_LETTERS = 8
const FREQUENCY_AT_START = 64

/** Letters from which a capitalised word may be a slip for a rare one. */
const RARE_LENGTH = 10

/** Letters of a word in quotation marks from which a letter may be wrong; there how common what was meant has to be. */
const QUOTED_LETTERS = 8
const QUOTED_FREQUENCY = 64

/** Letters of a particle between two names, and of an abbreviation before its full stop, at most. */
const PARTICLE = 5

/** Letters of a neighbour from which it tells a foreign run: shorter ones are words of many languages. */
const LEAST_NEIGHBOUR = 3

/** Longest run of letters that is looked up; longer ones are keys, hashes or noise. */
const LONGEST_WORD = 40

/** Checks the spelling of texts in one language, remembering words from text to text. */
export class SpellingChecker {
  private readonly verdicts = new Map<string, WordVerdict>()
  private readonly slips = new Map<string, Slip | null>()

  constructor(private readonly language: SpellingLanguage) {}

  /**
   * @param protectedWords glossary, names and trade words, never flagged
   * @param suggest true to compute suggestions (slow)
   */
  check(text: string, protectedWords: ProtectedWords, suggest: boolean): readonly Mistake[] {
    const mistakes: Mistake[] = []
    scanWords(text, (start, end) => {
      if (end - start > LONGEST_WORD || end - start === 1) return
      const written = text.slice(start, end)
      const verdict = this.verdictOf(written)
      if (verdict === 'right') return
      const mistake = this.judge(text, start, written, verdict, protectedWords, suggest)
      if (mistake) mistakes.push(mistake)
    })
    return mistakes
  }

  private verdictOf(written: string): WordVerdict {
    return remembered(this.verdicts, written, () => this.language.verdict(dictionaryForm(written)))
  }

  private slipOf(word: string): Slip | null {
    return remembered(this.slips, word, () => this.language.slip(word))
  }

  private judge(
    text: string,
    start: number,
    written: string,
    verdict: Exclude<WordVerdict, 'right'>,
    protectedWords: ProtectedWords,
    suggest: boolean,
  ): Mistake | null {
    const { messages } = this.language
    const end = start + written.length
    if (verdict === 'ligature') {
      const withLigature = written.replace(/oe/g, 'œ').replace(/OE|Oe/g, 'Œ')
      const message = messages.ligature(withLigature)
      const rule = 'ligature'
      return { start, end, text: written, category: 'typography', rule, message, suggestions: [withLigature] }
    }
    if (verdict === 'capital') {
      const accented = this.language.accentedCapital(written)
      const message = messages.capital(accented)
      const rule = 'capital-accent'
      return { start, end, text: written, category: 'typography', rule, message, suggestions: [accented] }
    }
    const { unknown } = verdict
    if (protectedWords.has(unknown) || protectedWords.has(written)) return null
    if (!this.isMisspelt(text, start, written, unknown)) return null
    // The unknown part stands at the end of what is written, behind any elided article.
    const from = end - unknown.length >= start && text.endsWith(unknown, end) ? end - unknown.length : start
    return {
      start: from,
      end,
      text: text.slice(from, end),
      category: 'spelling',
      rule: 'spelling',
      message: messages.unknown(text.slice(from, end)),
      suggestions: suggest ? this.suggestions(unknown) : [],
    }
  }

  /** What was most probably meant first, then what the dictionary proposes. */
  private suggestions(unknown: string): readonly string[] {
    const meant = this.slipOf(unknown.toLowerCase())?.meant ?? ''
    const first = isUpperCase(unknown.charAt(0)) ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant
    const all = [first, ...this.language.speller.suggest(unknown)]
    return [...new Set(all)].filter((word) => word !== '').slice(0, 5)
  }

  /** Whether the word beside it, on either side, is foreign or unknown too: a run of English or Latin is no misspelling. */
  private standsAmongForeignWords(text: string, start: number, end: number): boolean {
    const left = text.slice(Math.max(0, start - 24), start)
    const right = text.slice(end, end + 24)
    const before = /[ \u00a0]$/.test(left) ? left.split(NO_LETTER).at(-2) : undefined
    const after = /^[ \u00a0]/.test(right) ? right.split(NO_LETTER)[1] : undefined
    return [before, after].some((word) => word !== undefined && word !== '' && this.isOutlandish(dictionaryForm(word)))
  }

  /** Foreign, or unknown and no slip that is one wherever it stands. */
  private isOutlandish(word: string): boolean {
    if (word.length < LEAST_NEIGHBOUR) return false
    // MySQL, PayPal: a name says nothing of its neighbours.
    if (word.slice(1) !== word.slice(1).toLowerCase()) return false
    if (this.language.isForeign(word)) return true
    if (word !== word.toLowerCase()) return false
    return typeof this.verdictOf(word) === 'object' && !isSure(this.slipOf(word))
  }

  private isMisspelt(text: string, start: number, written: string, unknown: string): boolean {
    const first = unknown.charAt(0)
    const rest = unknown.slice(1)
    if (unknown.length <= 2) return this.language.shortSlips.has(unknown)
    if (rest !== rest.toLowerCase()) return this.isHeldCapital(unknown)
    const lower = unknown.toLowerCase()
    const slip = this.slipOf(lower)
    if (slip === null) return false
    const sure = isSure(slip) && !this.language.isForeign(lower)
    if (!sure && !isPlain(slip, lower) && insideQuotation(text, start)) return false
    // (.heic): a file's extension.
    if (text.charAt(start - 1) === '.' && /[\s(«"“]/.test(text.charAt(start - 2))) return false
    if (!sure && this.standsAmongForeignWords(text, start, start + written.length)) return false
    if (!isUpperCase(first)) return sure || !isNameParticle(text, start, unknown)
    // A capital behind an elided article makes a name, an English word with a capital a title or a product.
    if (unknown.length !== dictionaryForm(written).length || this.language.isForeign(lower)) return false
    return this.isSlipWithCapital(text, start, written, slip)
  }

  /** BOnjour, BBonjour: the key for capitals held too long over a word that is known without. */
  private isHeldCapital(unknown: string): boolean {
    if (!/^\p{Lu}{2}\p{Ll}{3,}$/u.test(unknown)) return false
    const lower = unknown.toLowerCase()
    const doubled = lower.charAt(0) === lower.charAt(1)
    return [lower, ...(doubled ? [lower.slice(1)] : [])].some(
      (word) => this.verdictOf(word) === 'right' && !this.language.isForeign(word),
    )
  }

  /** A capitalised unknown word: a slip only if it is near a common word and nothing says "name". */
  private isSlipWithCapital(text: string, start: number, written: string, slip: Slip): boolean {
    const end = start + written.length
    if (/^[\s,]{0,2}\p{Lu}/u.test(text.slice(end, end + 4))) return false
    // (Cass. Soc.): a short capitalised word before a full stop is an abbreviation.
    if (written.length <= PARTICLE && text.charAt(end) === '.') return false
    const { kind, meant, frequency } = slip
    if (!isSentenceStart(text, start))
      return kind === 'accents' && frequency >= SURE_FREQUENCY && written.length >= LEAST_INSIDE
    const typical = kind === 'accents' || kind === 'typical'
    if (!typical || frequency < SURE_FREQUENCY) {
      const elsewhere = text.indexOf(written)
      if (elsewhere < start || text.indexOf(written, end) >= 0) return false
    }
    if (written.length < LEAST_AT_START) return typical && frequency >= COMMONEST
    if (typical) return frequency > 0 || written.length >= RARE_LENGTH
    // Names differ from common words at their first letter most often.
    const [one = '', other = ''] = written.toLowerCase()
    if (!meant.startsWith(one) && !meant.startsWith(other + one)) return false
    if (frequency < FREQUENCY_AT_START) return false
    return written.length >= (kind === 'letter' ? ONE_LETTER : TWO_LETTERS)
  }
}

/** Whether a long word lies a letter beside a common one: names of products and menus in quotation marks do not. */
function isPlain({ kind, frequency }: Slip, word: string): boolean {
  return kind === 'letter' && frequency >= QUOTED_FREQUENCY && word.length >= QUOTED_LETTERS
}

/** Whether a slip is one wherever it stands: accents, or in longer words swapped or doubled letters, of a word that people use. */
function isSure(slip: Slip | null): boolean {
  if (slip === null || slip.frequency === 0 || (slip.kind !== 'accents' && slip.kind !== 'typical')) return false
  const { kind, meant, frequency } = slip
  if (meant.length >= LONG_LENGTH) return true
  if (frequency < SURE_FREQUENCY) return false
  if (kind === 'accents' || meant.length >= SURE_LENGTH) return true
  return meant.length >= SURE_LENGTH_OF_COMMONEST && frequency >= COMMONEST
}

/** What is known of a word, or what `judge` says of it now. */
function remembered<Verdict>(memory: Map<string, Verdict>, word: string, judge: () => Verdict): Verdict {
  const known = memory.get(word)
  if (known !== undefined) return known
  const verdict = judge()
  if (memory.size >= REMEMBERED_WORDS) memory.clear()
  memory.set(word, verdict)
  return verdict
}

/** A short word between two capitalised ones on a line: "Van der Berg", "Corriere della Sera". */
function isNameParticle(text: string, start: number, word: string): boolean {
  if (word.length > PARTICLE) return false
  const after = text.slice(start + word.length, start + word.length + 2)
  return (
    /^ \p{Lu}/u.test(after) &&
    /\p{Lu}[\p{L}'’-]{1,20} (?:[a-z]{2,3} )?$/u.test(text.slice(Math.max(0, start - 28), start))
  )
}
