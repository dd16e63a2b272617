/** The languages known, and the rules of each, compiled when they are first asked for. */
import { ReplymarkError } from '../domain/error.js'
import type { ByLanguage, StudyLanguage, Texts } from '../domain/language.js'
import { findRuleFile, loadRuleFile } from '../rules/load.js'
import { compileRules, type RuleSet, type RuleSource } from '../rules/rule-set.js'
import type { Capability, LackWords, LanguagePack, PhraseTable, RuleSetName } from './language-pack.js'

const packs = new Map<string, LanguagePack>()
const compiled = new Map<RuleSetName, RuleSet>()
/** Whether a language has a capability, by both names: asked for every finding. */
const known = new Map<string, boolean>()
let functionWords: ReadonlySet<string> | null = null

/**
 * Makes a language known.
 * @throws ReplymarkError `internal` where the code is taken by another pack
 */
export function registerLanguage(pack: LanguagePack): void {
  if (packs.has(pack.id)) throw new ReplymarkError('internal', `two language packs are called ${pack.id}`)
  packs.set(pack.id, pack)
  compiled.clear()
  known.clear()
  functionWords = null
}

/** Codes of all languages that probes can be written in, in the order they were made known. */
export function studyLanguages(): readonly StudyLanguage[] {
  return [...packs.keys()]
}

/** Languages in which people are told things: pages, reports, findings. */
export function toldLanguages(): readonly StudyLanguage[] {
  return [...packs.values()].filter(({ told }) => told).map(({ id }) => id)
}

/** The language in which people are told things where nobody says which. */
export function firstToldLanguage(): StudyLanguage {
  const [first] = toldLanguages()
  if (first !== undefined) return first
  throw new ReplymarkError('internal', 'no language pack is told')
}

/** True for the code of a language that has a pack. */
export function isStudyLanguage(code: string): code is StudyLanguage {
  return packs.has(code)
}

/**
 * The pack of a language.
 * @throws ReplymarkError `usage` where there is none, naming those there are
 */
export function languagePack(language: StudyLanguage): LanguagePack {
  const pack = packs.get(language)
  if (pack) return pack
  throw new ReplymarkError('usage', `Replymark has no language “${language}”`, {
    hint: `Use one of: ${[...packs.keys()].join(', ')}`,
  })
}

function ruleFile(pack: LanguagePack, name: RuleSetName): URL | null {
  return pack.rules && findRuleFile(pack.rules, name)
}

function has(pack: LanguagePack, capability: Capability): boolean {
  if (capability === 'stem') return pack.stem !== null
  if (capability === 'function-words') return pack.functionWords !== null
  if (capability === 'proofreader') return pack.proofreading !== null
  if (capability === 'told') return pack.told
  const [kind, name] = capability.split(':') as ['rules', RuleSetName] | ['phrases', PhraseTable]
  return kind === 'rules' ? ruleFile(pack, name) !== null : pack.phrases.includes(name)
}

/** Which of some capabilities a language lacks, in the order given. */
export function lackOf(language: StudyLanguage, wanted: readonly Capability[]): readonly Capability[] {
  return wanted.filter((capability) => {
    const key = `${language} ${capability}`
    let held = known.get(key)
    if (held === undefined) {
      held = has(languagePack(language), capability)
      known.set(key, held)
    }
    return !held
  })
}

/** Says in every told language what a language lacks: "Replymark has no rules of empathy for Xx." */
export function tellLack(language: StudyLanguage, lacking: readonly Capability[]): Texts {
  return toldInAll((told) => {
    const { lacks, capabilities }: LackWords = languagePack(told).words ?? NO_WORDS
    return lacks(lacking.map((one) => capabilities[one] ?? one).join(', '), languageName(language, told))
  })
}

/** A pack that is told and has no words for what others lack says it by codes. */
const NO_WORDS: LackWords = { lacks: (what: string, language: string) => `${language}: − ${what}`, capabilities: {} }

/** Function words of all languages together: letters mix them. */
export function allFunctionWords(): ReadonlySet<string> {
  functionWords ??= new Set([...packs.values()].flatMap((pack) => [...(pack.functionWords ?? [])]))
  return functionWords
}

/** The rules of that name of all languages at once: many letters mix two. */
export function rulesOf(name: RuleSetName): RuleSet {
  const before = compiled.get(name)
  if (before) return before
  const sources: RuleSource[] = []
  for (const pack of packs.values()) {
    const url = ruleFile(pack, name)
    if (url) sources.push({ file: loadRuleFile(url), lexicon: null })
  }
  const set = compileRules(sources)
  compiled.set(name, set)
  return set
}

/** Name of a language in another one; its own name, else its code, where that other has no word for it. */
export function languageName(language: StudyLanguage, told: StudyLanguage): string {
  const { names, id } = languagePack(language)
  return names[told] ?? names[id] ?? id
}

/** A language in its own words, with a capital: for a switch between languages. */
export function ownName(language: StudyLanguage): string {
  const name = languageName(language, language)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** A sentence in every language in which people are told things. */
export function toldInAll(write: (told: StudyLanguage) => string): Texts {
  return Object.fromEntries(toldLanguages().map((told) => [told, write(told)]))
}

/**
 * What is written for a language: words of a page, columns of a file.
 * @throws ReplymarkError `not-found` where it is not written in that language, naming those it is written in
 */
export function inLanguage<Thing>(things: ByLanguage<Thing>, language: StudyLanguage): Thing {
  const thing = things[language]
  if (thing !== undefined) return thing
  throw notWritten(language, Object.keys(things))
}

function notWritten(language: StudyLanguage, written: readonly string[]): ReplymarkError {
  const name = isStudyLanguage(language) ? languageName(language, language) : language
  return new ReplymarkError('not-found', `This is not written in the language “${name}”`, {
    hint: `Read it in: ${written.join(', ')}`,
  })
}

/** A text in a language, for texts that come from data: where it lacks there, what lacks is said in its place. */
export function textIn(texts: Texts, language: StudyLanguage): string {
  return texts[language] ?? `[– ${language}; ${Object.keys(texts).join(', ')}]`
}

/** A title that may be unknown: its text in a language, undefined where there is no title. */
export function titleIn(texts: Texts | undefined, language: StudyLanguage): string | undefined {
  return texts && textIn(texts, language)
}

/** What a grid says of itself, as a reader of a language is told it: in that language where its pack has it, else in the grid's own words. */
export function reasonIn(reason: string, language: StudyLanguage): string {
  return languagePack(language).gridReasons?.get(reason) ?? reason
}

/**
 * Checks that people can be told things in a language, before a page or file is begun.
 * @throws ReplymarkError `not-found` where it has no texts
 */
export function requireTold(language: StudyLanguage): void {
  if (!toldLanguages().includes(language)) throw notWritten(language, toldLanguages())
}
