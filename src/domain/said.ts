/** What is said to people, apart from any language: the id of a sentence in the catalogues and what varies in it. */

/** Something that varies in a sentence: a number, a name as it is, or another sentence of the catalogues. */
export type SaidValue = string | number | Said

/** A sentence of the catalogues in `src/languages/<language>/messages`. */
export interface Said {
  /** Id of the sentence, the same in every language: `closing.not-yet`. */
  readonly id: string
  /** What stands in its places, by name. */
  readonly values: Readonly<Record<string, SaidValue>>
}
