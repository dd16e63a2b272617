/** French grammar checking: tokens, readings, light disambiguation, then every rule on the words that wake it. */
import type { Mistake } from '../../domain/mistake.js'
import type { ProofreadingContext } from '../proofreader.js'
import { alarmsOfDeciders } from './deciders/decider-alarms.js'
import type { FrenchDeciders } from './deciders/french-deciders.js'
import { COUNTED_FROM, POSSIBLE_FROM, signsOfRule, weighAll } from './deciders/weigh-alarms.js'
import { disambiguate } from './disambiguate.js'
import { CLOSED_CLASS } from './lexicon/closed-class.js'
import type { FrenchLexicon, FrenchWord } from './lexicon/word.js'
import type { Check, Rule } from './rule.js'
import { FRENCH_RULES } from './rules/index.js'
import { FrenchText } from './text.js'
import { WORD } from './token.js'
import { tokenize } from './tokenize.js'

/** Version of the rules, part of the engine's version: raise it when the same text may give other mistakes. */
export const FRENCH_RULES_VERSION = '3'

/** Rules that see what no decider can: a word written twice, a hyphen, an apostrophe, an idiom, a mood that a word far before asks for. */
const UNDECIDED: ReadonlySet<string> = new Set(
  'doubled-word inversion-hyphen missing-elision plural-after-figure one-word-or-two homophone-in-idiom set-phrase-word missing-accent subjunctive-expected ci-dessous-hyphen missing-hyphen'.split(
    ' ',
  ),
)

const byWord = new Map<string, Rule[]>()
for (const rule of FRENCH_RULES) {
  for (const word of rule.words ?? []) byWord.set(word, [...(byWord.get(word) ?? []), rule])
}
const byReading = FRENCH_RULES.filter((rule) => rule.when)
/** A rule that a word wakes, with its check for that word. */
interface AwakeRule {
  readonly rule: Rule
  readonly check: Check
}

const NO_RULES: readonly AwakeRule[] = []
/** Rules by word, found once a word; a word leaves when the lexicon forgets it. */
const awake = new WeakMap<FrenchWord, readonly AwakeRule[]>()

/** True for words in capitals (SA, TVA): names, not the words they look like. */
function isAcronym(text: string): boolean {
  return text.length > 1 && text.charCodeAt(1) < 0x5b && text.charCodeAt(1) > 0x40 && text === text.toUpperCase()
}

function rulesOf(word: FrenchWord): readonly AwakeRule[] {
  const known = awake.get(word)
  if (known) return known
  const found = [
    ...(byWord.get(word.text) ?? []).map((rule) => ({ rule, check: rule.checkOf?.(word.text) ?? rule.check })),
    ...byReading.filter((rule) => rule.when?.(word)).map((rule) => ({ rule, check: rule.check })),
  ]
  const rules = found.length > 0 ? found : NO_RULES
  awake.set(word, rules)
  return rules
}

function ignoredWords(context: ProofreadingContext | undefined): ReadonlySet<string> | undefined {
  if (!context?.glossary?.length && !context?.names?.length) return undefined
  const words = [...(context.glossary ?? []), ...(context.names ?? [])].flatMap((entry) =>
    entry.toLowerCase().split(/\s+/),
  )
  return new Set(
    words.map((word) => word.replaceAll('’', "'")).filter((word) => word.length > 2 && !CLOSED_CLASS.has(word)),
  )
}

/** A mistake with the tokens that it spans. */
interface Alarm {
  readonly mistake: Mistake
  readonly from: number
  readonly to: number
}

/** What the rules say of a text, in order of place. */
function alarmsOfRules(source: string, text: FrenchText): Alarm[] {
  const alarms: Alarm[] = []
  for (const [index, token] of text.tokens.entries()) {
    if (token.type !== WORD || isAcronym(token.text)) continue
    for (const { rule, check } of rulesOf(token.word)) {
      const found = check(text, index)
      if (!found) continue
      const start = text.at(found.from).start
      const end = text.at(found.to).end
      const mistake = {
        start,
        end,
        text: source.slice(start, end),
        category: rule.category,
        rule: rule.id,
        message: found.message ?? rule.message,
        suggestions: found.suggestions ?? [],
      }
      alarms.push({ mistake, from: found.from, to: found.to })
    }
  }
  return alarms.sort(({ mistake: first }, { mistake: second }) => first.start - second.start || first.end - second.end)
}

/** Leaves out mistakes that overlap an earlier one of the list; the result is in order of place. */
function withoutOverlaps(mistakes: readonly Mistake[]): readonly Mistake[] {
  if (mistakes.length < 2) return mistakes
  let covered = 0
  return mistakes.filter((mistake) => {
    if (mistake.start < covered) return false
    covered = mistake.end
    return true
  })
}

function read(text: string, lexicon: FrenchLexicon, context: ProofreadingContext | undefined): FrenchText {
  const tokens = tokenize(text, lexicon, ignoredWords(context))
  disambiguate(tokens)
  return new FrenchText(tokens, lexicon)
}

/**
 * Finds grammar mistakes (not spelling) of a French text by rules alone, in order of place, without overlaps.
 * @param text new text of a reply, LF line ends
 * @param lexicon from `loadFrenchLexicon`
 */
export function checkFrench(text: string, lexicon: FrenchLexicon, context?: ProofreadingContext): readonly Mistake[] {
  return withoutOverlaps(alarmsOfRules(text, read(text, lexicon, context)).map(({ mistake }) => mistake))
}

/**
 * Finds grammar mistakes by rules and deciders together: each has its probability; those that are likely enough count, less likely
 * ones are possible (`counted: false`), the rest is left out.
 * @param deciders from `loadFrenchDeciders`
 */
export function weighFrench(
  source: string,
  lexicon: FrenchLexicon,
  deciders: FrenchDeciders,
  context?: ProofreadingContext,
): readonly Mistake[] {
  const text = read(source, lexicon, context)
  const alarms = alarmsOfRules(source, text)
  const signs = alarms.map(({ mistake, from, to }) =>
    signsOfRule(
      mistake.rule,
      UNDECIDED.has(mistake.rule) ? null : deciders.support(text, from, to, mistake.suggestions),
    ),
  )
  for (const alarm of alarmsOfDeciders(source, text, deciders)) {
    alarms.push(alarm.alarm)
    signs.push(alarm.signs)
  }
  if (alarms.length === 0) return []
  const words = text.tokens.reduce((sum, { type }) => (type === WORD ? sum + 1 : sum), 0)
  const weighed = weighAll(signs, words)
  const mistakes = alarms.flatMap(({ mistake }, index) => {
    const { probability, signs: all } = weighed[index]!
    if (probability < POSSIBLE_FROM) return []
    return [{ ...mistake, probability, signs: all, counted: probability >= COUNTED_FROM }]
  })
  return likeliest(mistakes)
}

/** Of mistakes that overlap, the likelier one; in order of place. */
function likeliest(mistakes: readonly (Mistake & { probability: number })[]): readonly Mistake[] {
  const taken: Mistake[] = []
  const best = mistakes.toSorted((one, other) => other.probability - one.probability || one.start - other.start)
  const covered = new Set<number>()
  for (const mistake of best) {
    let free = true
    for (let at = mistake.start; at < mistake.end && free; at++) free = !covered.has(at)
    if (!free) continue
    for (let at = mistake.start; at < mistake.end; at++) covered.add(at)
    taken.push(mistake)
  }
  return taken.sort((one, other) => one.start - other.start)
}
