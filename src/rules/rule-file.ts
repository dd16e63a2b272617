/** Reads rule files: YAML checked against its schema and its patterns; every fault is told with file and line. */
import { isNode, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { type Problem, ReplymarkError } from '../domain/error.js'
import type { RuleLexicon } from './lexicon.js'
import { PatternError, type PatternNames, parsePattern } from './pattern.js'
import { compileProgram } from './program.js'
import type { RuleFile } from './rule.js'

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
const words = z
  .union([z.string().transform((text) => text.trim().split(/\s+/)), z.array(z.string().min(1))])
  .refine((list) => list.length > 0, 'at least one word')
const patterns = z.array(z.string().min(1))
const examples = z.array(z.string().min(1)).min(2, 'at least two examples')

const RULE = z.strictObject({
  id,
  label: id.nullable().default(null),
  message: z.record(z.string(), z.string().min(1)),
  patterns: patterns.min(1, 'at least one pattern'),
  unless: z
    .strictObject({ before: patterns.default([]), after: patterns.default([]) })
    .default({ before: [], after: [] }),
  flag: examples,
  pass: examples,
  source: z.string().min(1),
  reliability: z
    .strictObject({ right: z.int().nonnegative(), n: z.int().positive(), set: z.string().min(1) })
    .nullable()
    .default(null),
})

const FILE = z.strictObject({
  language: z.string().regex(/^[a-z]{2}$/, 'an ISO 639-1 code'),
  version: z.int().positive(),
  lists: z.record(id, words).default({}),
  rules: z.array(RULE).min(1, 'at least one rule'),
})

/** Where in a file something stands, for messages. */
type LineOf = (path: readonly (string | number)[]) => number

/**
 * Reads a rule file.
 * @param text the YAML
 * @param file its name for messages
 * @param lexicon the language's lexicon, which patterns with lemmas or classes need
 * @throws ReplymarkError `configuration` naming file and line of every fault
 */
export function readRuleFile(text: string, file: string, lexicon: RuleLexicon | null = null): RuleFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [broken] = document.errors
  if (broken) throw faults([problem(file, lines.linePos(broken.pos[0]).line, broken.message)])
  const lineOf: LineOf = (path) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  return checkRuleFile(document.toJS(), file, lexicon, lineOf)
}

/**
 * Checks what a rule file holds: its shape, unique ids, and that every pattern can be compiled.
 * @throws ReplymarkError `configuration` naming every fault
 */
function checkRuleFile(raw: unknown, file: string, lexicon: RuleLexicon | null, lineOf: LineOf): RuleFile {
  const parsed = FILE.safeParse(raw)
  if (!parsed.success)
    throw faults(
      parsed.error.issues.map(({ path, message }) => {
        const place = path.map((key) => (typeof key === 'symbol' ? String(key) : key))
        return problem(file, lineOf(place), `${place.join('.')}: ${message}`)
      }),
    )
  const { language, version, rules } = parsed.data
  const lists = new Map(Object.entries(parsed.data.lists))
  const names = patternNames(lists, lexicon)
  const found: Problem[] = []
  const ids = new Set<string>()
  for (const [index, rule] of rules.entries()) {
    if (ids.has(rule.id)) found.push(problem(file, lineOf(['rules', index, 'id']), `a second rule ${rule.id}`))
    ids.add(rule.id)
    for (const [kind, written] of [
      [['patterns'], rule.patterns],
      [['unless', 'before'], rule.unless.before],
      [['unless', 'after'], rule.unless.after],
    ] as const)
      for (const [number, pattern] of written.entries()) {
        const fault = faultOf(pattern, names)
        if (fault) found.push(problem(file, lineOf(['rules', index, ...kind, number]), `${rule.id}: ${fault}`))
      }
  }
  if (found.length > 0) throw faults(found)
  return { file, language, version, lists, rules }
}

/** What patterns of a file may refer to. */
export function patternNames(lists: RuleFile['lists'], lexicon: RuleLexicon | null): PatternNames {
  return { lists, classes: lexicon?.classes ?? new Set(), lemmas: lexicon !== null }
}

function faultOf(pattern: string, names: PatternNames): string | null {
  try {
    compileProgram(parsePattern(pattern, names))
    return null
  } catch (error) {
    if (error instanceof PatternError)
      return `${error.message}, at “${pattern.slice(error.at, error.at + 20)}” of “${pattern}”`
    if (error instanceof RangeError) return `${error.message}: “${pattern}”`
    throw error
  }
}

function problem(file: string, line: number, message: string): Problem {
  return { place: { file, line }, message, hint: 'docs/rules.md says how rules are written' }
}

function faults(problems: readonly Problem[]): ReplymarkError {
  const list = problems.map(({ place, message }) => `${place.file}:${place.line}: ${message}`)
  return new ReplymarkError('configuration', `rules that cannot be read:\n${list.join('\n')}`, { problems })
}

/** A rule file as JSON keeps it. */
export type PlainRuleFile = Omit<RuleFile, 'lists'> & { readonly lists: Readonly<Record<string, readonly string[]>> }

/** A rule file for JSON. */
export function plain(file: RuleFile): PlainRuleFile {
  return { ...file, lists: Object.fromEntries(file.lists) }
}

/** A rule file from JSON, checked when it was written. */
export function revived(file: PlainRuleFile): RuleFile {
  return { ...file, lists: new Map(Object.entries(file.lists)) }
}
