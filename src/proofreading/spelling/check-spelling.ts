/**
 * Finds misspelt words. What a word is by itself is decided once and remembered; only unknown words are then looked at in their
 * place, and names, product words, abbreviations and foreign words are let go: precision first (docs/methodology.en.md §5).
 */
import type { Mistake } from '../../domain/mistake.js'
import type { ProtectedWords } from '../protected-words.js'
import { dictionaryForm, isUpperCase } from './characters.js'
import { nearMiss } from './near-miss.js'
import { insideQuotation } from './quotation.js'
import { scanWords } from './scan-words.js'
import { isSentenceStart } from './sentence-start.js'
import type { Speller } from './speller.js'

/** What stands between words. */
const NO_LETTER = /[^\p{L}’']/u

/** What a word is by itself: right, right but for its ligature (`coeur`), or unknown from an offset on (behind `l'`). */
export type WordVerdict = 'right' | 'ligature' | { readonly unknown: string }

/** What spelling needs to know of a language. */
export interface SpellingLanguage {
  readonly speller: Speller
  /** Judges a word in dictionary form. */
  verdict(word: string): WordVerdict
  /** Whether an unknown lower-case word is let go: abbreviation, foreign word, product word. */
  tolerates(word: string): boolean
  /** Whether a word (lower case or as written) is of another language and not of this one. */
  isForeign(word: string): boolean
  /** Misspellings of one or two letters; any other word so short is let go as a sign or an abbreviation. */
  readonly shortSlips: ReadonlySet<string>
  readonly messages: {
    readonly unknown: (word: string) => string
    readonly ligature: (word: string) => string
  }
}

/** Words remembered at most; beyond it the memory starts afresh, so that hostile mail cannot fill the process. */
const REMEMBERED_WORDS = 200_000

/** Longest run of letters that is looked up; longer ones are keys, hashes or noise. */
const LONGEST_WORD = 40

/** Checks the spelling of texts in one language, remembering words from text to text. */
export class SpellingChecker {
  private readonly verdicts = new Map<string, WordVerdict>()
  private readonly tolerated = new Map<string, boolean>()
  private readonly nearMisses = new Map<string, boolean>()

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

  private tolerates(word: string): boolean {
    return remembered(this.tolerated, word, () => this.language.tolerates(word))
  }

  private isNearMiss(word: string): boolean {
    return remembered(this.nearMisses, word, () => nearMiss(word, this.language.speller) !== null)
  }

  private judge(
    text: string,
    start: number,
    written: string,
    verdict: Exclude<WordVerdict, 'right'>,
    protectedWords: ProtectedWords,
    suggest: boolean,
  ): Mistake | null {
    const { speller, messages } = this.language
    const end = start + written.length
    if (verdict === 'ligature') {
      const withLigature = written.replace(/oe/g, 'œ').replace(/OE|Oe/g, 'Œ')
      const message = messages.ligature(withLigature)
      const rule = 'ligature'
      return { start, end, text: written, category: 'typography', rule, message, suggestions: [withLigature] }
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
      suggestions: suggest ? speller.suggest(unknown).slice(0, 5) : [],
    }
  }

  /** Whether the word beside it, on either side, is foreign too: a run of English is no misspelling. */
  private standsAmongForeignWords(text: string, start: number, end: number): boolean {
    const left = text.slice(Math.max(0, start - 24), start)
    const right = text.slice(end, end + 24)
    const before = /[ \u00a0]$/.test(left) ? left.split(NO_LETTER).at(-2) : undefined
    const after = /^[ \u00a0]/.test(right) ? right.split(NO_LETTER)[1] : undefined
    return [before, after].some(
      (word) => word !== undefined && word !== '' && this.language.isForeign(dictionaryForm(word)),
    )
  }

  private isMisspelt(text: string, start: number, written: string, unknown: string): boolean {
    const first = unknown.charAt(0)
    const rest = unknown.slice(1)
    if (unknown.length <= 2) return this.language.shortSlips.has(unknown)
    if (rest !== rest.toLowerCase()) return false
    if (insideQuotation(text, start)) return false
    // (.heic): a file's extension.
    if (text.charAt(start - 1) === '.' && /[\s(«"“]/.test(text.charAt(start - 2))) return false
    if (
      this.language.isForeign(unknown.toLowerCase()) &&
      this.standsAmongForeignWords(text, start, start + written.length)
    )
      return false
    if (!isUpperCase(first)) return !isNameParticle(text, start, unknown) && !this.tolerates(unknown)
    // A capital behind an elided article, or away from a sentence start, makes a name.
    if (unknown.length !== dictionaryForm(written).length || !isSentenceStart(text, start)) return false
    return this.isSlipAtSentenceStart(text, start + written.length, written, unknown)
  }

  /** A capitalised unknown word that begins a sentence: a slip only if it is near a common word and nothing says "name". */
  private isSlipAtSentenceStart(text: string, end: number, written: string, unknown: string): boolean {
    if (/^[\s,]{0,2}\p{Lu}/u.test(text.slice(end, end + 4))) return false
    const elsewhere = text.indexOf(written)
    if (elsewhere + written.length !== end || text.indexOf(written, end) >= 0) return false
    return this.isNearMiss(unknown) && !this.tolerates(unknown.toLowerCase())
  }
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

/** A short word between two capitalised ones on a line: "Van der Berg", "Ursula von Hagen". */
function isNameParticle(text: string, start: number, word: string): boolean {
  if (word.length > 3) return false
  const after = text.slice(start + word.length, start + word.length + 2)
  return (
    /^ \p{Lu}/u.test(after) &&
    /\p{Lu}[\p{L}'’-]{1,20} (?:[a-z]{2,3} )?$/u.test(text.slice(Math.max(0, start - 28), start))
  )
}
