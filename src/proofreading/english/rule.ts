/** The shape of an English rule: words in a row, each a choice. Its examples are its tests. */
import type { MistakeCategory } from '../../domain/mistake.js'

/** One English rule of ours. */
export interface EnglishRule {
  /** Kebab-case, unique. */
  readonly id: string
  readonly category: MistakeCategory
  /** For people, in English. */
  readonly message: string
  /**
   * Any of them makes a mistake. Places are separated by spaces, alternatives by `|`; `@list` stands for the words of a list, `!a|b`
   * for any word but these or none, `^` and `$` for a clause's beginning and end; what is marked stands in `[` `]`.
   */
  readonly patterns: readonly string[]
  /** Right forms of what is marked, by the marked words in lower case; a list serves every mark. */
  readonly suggest: readonly string[] | Readonly<Record<string, readonly string[]>>
  /** Sentences the rule must flag, and must not; two of each at least. */
  readonly examples: { readonly flag: readonly string[]; readonly pass: readonly string[] }
}
