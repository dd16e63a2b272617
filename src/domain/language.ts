/** Languages that Replymark speaks, and those it only recognises. */

/** A language in which probes are written, answers are proofread and criteria judge. */
export type StudyLanguage = 'fr' | 'en'

/** ISO 639-1 code of a language recognised in a received text (`fr`, `en`, `de`, …), lower case. */
export type LanguageCode = string

/** A text by language of the program, for what is told to people. */
export type Texts = Readonly<Record<string, string>>

/** A text in both languages of the program, for titles, messages and documents. */
export type Bilingual = Readonly<Record<StudyLanguage, string>>
