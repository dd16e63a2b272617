/** Rules of one or more files, compiled once and filed under the words they can begin with; finds them in texts. */
import type { RuleLexicon } from './lexicon.js'
import { parsePattern, reversed } from './pattern.js'
import { compileProgram, PREFIX_LENGTH, type Program, ruleText, runProgram } from './program.js'
import type { Rule, RuleFile } from './rule.js'
import { patternNames } from './rule-file.js'
import { tokenize } from './token.js'

/** A rule ready to run. */
interface Entry {
  readonly rule: Rule
  readonly order: number
  readonly program: Program
  readonly before: readonly Program[]
  readonly after: readonly Program[]
}

/** Compiled rules. */
export interface RuleSet {
  readonly files: readonly RuleFile[]
  readonly rules: readonly Rule[]
  /** Finds every rule in a folded text, in order of place; longer ones first. */
  find(folded: string): readonly RuleMatch[]
}

/** A rule found: its place in UTF-16 units, end exclusive. What the pattern marks with [ ], else all of it. */
export interface RuleMatch {
  readonly rule: Rule
  readonly start: number
  readonly end: number
}

/** A file with the lexicon of its language; null where the language has none. */
export interface RuleSource {
  readonly file: RuleFile
  readonly lexicon: RuleLexicon | null
}

/** Compiles files of rules to one set; the first file's lexicon serves texts where files differ. */
export function compileRules(sources: readonly RuleSource[]): RuleSet {
  const entries = sources.flatMap(({ file, lexicon }) => {
    const names = patternNames(file.lists, lexicon)
    const programs = (patterns: readonly string[], backwards = false): Program[] =>
      patterns.map((pattern) => {
        const tree = parsePattern(pattern, names)
        return compileProgram(backwards ? reversed(tree) : tree)
      })
    return file.rules.flatMap((rule) => {
      const before = programs(rule.unless.before, true)
      const after = programs(rule.unless.after)
      return programs(rule.patterns).map((program) => ({ rule, program, before, after }))
    })
  })
  const ordered: Entry[] = entries.map((entry, order) => ({ ...entry, order }))
  const lexicon = sources.find((source) => source.lexicon)?.lexicon ?? null
  const index = indexOf(ordered)
  return {
    files: sources.map(({ file }) => file),
    rules: sources.flatMap(({ file }) => file.rules),
    find: (folded) => findIn(folded, index, lexicon),
  }
}

interface FirstTokenIndex {
  readonly words: ReadonlyMap<string, readonly Entry[]>
  readonly prefixes: ReadonlyMap<string, readonly Entry[]>
  readonly always: readonly Entry[]
}

function indexOf(entries: readonly Entry[]): FirstTokenIndex {
  const words = new Map<string, Entry[]>()
  const prefixes = new Map<string, Entry[]>()
  const always: Entry[] = []
  const file = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
    const filed = map.get(key)
    if (!filed) map.set(key, [entry])
    else if (filed.at(-1) !== entry) filed.push(entry)
  }
  for (const entry of entries) {
    const { firstWords, firstPrefixes } = entry.program
    if (!firstWords) always.push(entry)
    else {
      for (const word of firstWords) file(words, word, entry)
      for (const prefix of firstPrefixes ?? []) file(prefixes, prefix.slice(0, PREFIX_LENGTH), entry)
    }
  }
  return { words, prefixes, always }
}

function findIn(folded: string, index: FirstTokenIndex, lexicon: RuleLexicon | null): RuleMatch[] {
  const tokens = tokenize(folded)
  const text = ruleText(tokens, lexicon)
  const matches: RuleMatch[] = []
  /** Where the last match of a pattern ended: matches of one pattern do not overlap. */
  const ended = new Map<Entry, number>()
  const run = (entry: Entry, at: number): void => {
    if ((ended.get(entry) ?? 0) > at) return
    const { second } = entry.program
    if (second) {
      const next = tokens[at + 1]?.text
      if (next === undefined) return
      if (!second.words.has(next) && !second.prefixes.some((prefix) => next.startsWith(prefix))) return
    }
    const found = runProgram(entry.program, text, at)
    if (!found) return
    if (entry.before.some((program) => at > 0 && runProgram(program, text, at - 1, -1))) return
    if (entry.after.some((program) => found.end < tokens.length && runProgram(program, text, found.end))) return
    ended.set(entry, found.end)
    const first = tokens[found.open < 0 ? at : found.open]
    const last = tokens[(found.close < 0 ? found.end : found.close) - 1]
    if (first && last) matches.push({ rule: entry.rule, start: first.start, end: last.end })
  }
  for (const [at, token] of tokens.entries()) {
    const byWord = index.words.get(token.text)
    if (byWord) for (const entry of byWord) run(entry, at)
    if (index.prefixes.size > 0 && token.kind === 'word') {
      const byPrefix = index.prefixes.get(token.text.slice(0, PREFIX_LENGTH))
      if (byPrefix) for (const entry of byPrefix) if (!byWord?.includes(entry)) run(entry, at)
    }
    for (const entry of index.always) run(entry, at)
  }
  return matches.sort((one, other) => one.start - other.start || other.end - one.end)
}
