/** A tokenized text as rules see it: safe access by index and the few steps that most rules take. */
import { ADVERB, CLITIC, type FrenchLexicon, NEGATION } from './lexicon/word.js'
import { BREAK, NUMBER, type Token, WORD } from './token.js'
import { OUTSIDE } from './tokenize.js'

/** Tokens of a text; indexes outside it give an empty token. */
export class FrenchText {
  constructor(
    readonly tokens: readonly Token[],
    readonly lexicon: FrenchLexicon,
  ) {}

  at(index: number): Token {
    return this.tokens[index] ?? OUTSIDE
  }

  lower(index: number): string {
    return this.at(index).lower
  }

  /** True where a token's lower-case form is one of `words`. */
  is(index: number, words: ReadonlySet<string>): boolean {
    return words.has(this.at(index).lower)
  }

  isWord(index: number): boolean {
    return this.at(index).type === WORD
  }

  /** True where a sentence begins at the token. */
  startsSentence(index: number, depth = 0): boolean {
    const before = this.at(index - 1)
    // M. Martin, 3, av. Foch: an abbreviation's full stop ends no sentence.
    if (
      before.text === '.' &&
      /^([A-ZÀ-Þ]|MM|av|bd|cf|etc|art|tél|réf|ref|n|p|st|ste|dr|me|mme|mlle|ex|min|max|env|hab)$/i.test(
        this.at(index - 2).text,
      ) &&
      // 10 h. N’oubliez pas: a unit does not keep a sentence from ending.
      this.at(index - 3).type !== NUMBER
    )
      return false
    return (
      before.type === BREAK ||
      /^(\.|!|\?|…|\.\.+|:)$/.test(before.text) ||
      (/^[«“"(–—-]$/.test(before.text) && depth < 3 && this.startsSentence(index - 1, depth + 1))
    )
  }

  /** Index of the first token from `index` on that is no adverb or negation (pas, plus, bien, déjà…). */
  skipAdverbs(index: number): number {
    let at = index
    while (at < this.tokens.length && at < index + 4) {
      const token = this.at(at)
      if (
        token.type !== WORD ||
        (token.kind & (ADVERB | NEGATION)) === 0 ||
        token.lower === 'ne' ||
        token.lower === "n'"
      )
        break
      at++
    }
    return at
  }

  /** Index of the last token up to `index`, going back, that is no adverb or negation. */
  skipAdverbsBack(index: number): number {
    let at = index
    while (at >= 0 && at > index - 4) {
      const token = this.at(at)
      if (
        token.type !== WORD ||
        (token.kind & (ADVERB | NEGATION)) === 0 ||
        token.lower === 'ne' ||
        token.lower === "n'"
      )
        break
      at--
    }
    return at
  }

  /** Index of the last token up to `index`, going back, that is no clitic and no ne. */
  skipCliticsBack(index: number): number {
    let at = index
    while (at >= 0 && at > index - 4) {
      const token = this.at(at)
      if (token.hyphen || !((token.kind & CLITIC) !== 0 || token.lower === 'ne' || token.lower === "n'")) break
      at--
    }
    return at
  }
}
