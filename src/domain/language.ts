/** Languages that Replymark speaks, and those it only recognises. */

/**
 * A language in which probes are written, answers are proofread and criteria judge: ISO 639-1 code of a language pack, lower case.
 * Checked against src/languages where text comes in: study files, commands, requests.
 */
export type StudyLanguage = string & { readonly studyLanguage?: never }

/** ISO 639-1 code of a language recognised in a received text (`fr`, `en`, `de`, …), lower case. */
export type LanguageCode = string

/** A text by language of the program, for what is told to people. */
export type Texts = ByLanguage<string>

/** Something by language: texts, and whatever else is written once for each language of the program. */
export type ByLanguage<Thing> = Readonly<Record<string, Thing>>
