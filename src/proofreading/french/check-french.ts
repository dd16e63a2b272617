/** French grammar checking: tokens, readings, light disambiguation, then every rule on the words that wake it. */
import type { Mistake } from '../../domain/mistake.js'
import type { ProofreadingContext } from '../proofreader.js'
import { disambiguate } from './disambiguate.js'
import { CLOSED_CLASS } from './lexicon/closed-class.js'
import type { FrenchLexicon, FrenchWord } from './lexicon/word.js'
import type { Check, Rule } from './rule.js'
import { FRENCH_RULES } from './rules/index.js'
import { FrenchText } from './text.js'
import { WORD } from './token.js'
import { tokenize } from './tokenize.js'

/** Version of the rules, part of the engine's version: raise it when the same text may give other mistakes. */
export const FRENCH_RULES_VERSION = '1'

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

/**
 * Finds grammar mistakes (not spelling) of a French text, in order of place, without overlaps.
 * @param text new text of a reply, LF line ends
 * @param lexicon from `loadFrenchLexicon`
 */
export function checkFrench(text: string, lexicon: FrenchLexicon, context?: ProofreadingContext): readonly Mistake[] {
  const tokens = tokenize(text, lexicon, ignoredWords(context))
  disambiguate(tokens)
  const french = new FrenchText(tokens, lexicon)
  const mistakes: Mistake[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    if (token.type !== WORD || isAcronym(token.text)) continue
    for (const { rule, check } of rulesOf(token.word)) {
      const found = check(french, index)
      if (!found) continue
      const start = french.at(found.from).start
      const end = french.at(found.to).end
      mistakes.push({
        start,
        end,
        text: text.slice(start, end),
        category: rule.category,
        rule: rule.id,
        message: found.message ?? rule.message,
        suggestions: found.suggestions ?? [],
      })
    }
  }
  if (mistakes.length < 2) return mistakes
  mistakes.sort((first, second) => first.start - second.start || first.end - second.end)
  let covered = 0
  return mistakes.filter((mistake) => {
    if (mistake.start < covered) return false
    covered = mistake.end
    return true
  })
}
