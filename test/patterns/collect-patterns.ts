/**
 * Every regular expression of the sources, found without anybody listing it: literals by parsing the files, those put together at run
 * time by watching `RegExp` while the files are loaded.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseSync } from 'vite'

/** One regular expression and where it was found first. */
export interface Pattern {
  readonly source: string
  readonly flags: string
  /** File and line of a literal; the file whose loading made it, for others. */
  readonly place: string
}

/** What the sources hold. */
export interface Collection {
  /** One a source and flags. */
  readonly patterns: readonly Pattern[]
  /** Files with a call of `RegExp` inside a function: made later, from what comes in. */
  readonly madeLater: readonly string[]
}

/** Everything but the command line's entry: what a stranger writes comes through here. */
export const PATTERN_ROOMS: readonly string[] = ['src', 'jobs', 'reports']

/** Patterns that grow faster than their text and only ever meet a short one, of at most `longest` characters. */
export const SHORT_TEXTS: Readonly<Record<string, { readonly longest: number; readonly because: string }>> = {
  'src/reading/language/letter-sequences.ts': {
    longest: 1_000,
    because: 'eld’s own separators, on 1 000 characters (LONGEST_TEXT)',
  },
}

const ROOT = resolve(import.meta.dirname, '../..')

/** Syntax node as the parser gives it. */
interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

function* nodesOf(node: Node, insideFunction = false): Generator<{ node: Node; insideFunction: boolean }> {
  yield { node, insideFunction }
  const within = insideFunction || /Function/.test(node.type)
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesOf(child, within)
}

/** Sources of folders, by path from the project's root. */
export function sourcesOf(folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, String(name))))
    .filter((file) => /(?<!\.d)\.tsx?$/.test(file))
    .sort()
}

/** Literals of one file, whether it calls `RegExp`, and whether it does so inside a function. */
export function literalsOf(file: string, text: string): { patterns: Pattern[]; calls: boolean; madeLater: boolean } {
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`)
  const patterns: Pattern[] = []
  let calls = false
  let madeLater = false
  for (const { node, insideFunction } of nodesOf(program as unknown as Node)) {
    if (node.type === 'Literal' && node.regex) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string }
      patterns.push({ source: pattern, flags, place: `${file}:${text.slice(0, node.start).split('\n').length}` })
    }
    const callee = node.callee
    if (/^(New|Call)Expression$/.test(node.type) && isNode(callee) && callee.name === 'RegExp') {
      calls = true
      madeLater ||= insideFunction
    }
  }
  return { patterns, calls, madeLater }
}

/** Loads files while every call of `RegExp` is written down; modules loaded before are not seen again. */
async function madeOnLoading(files: readonly string[]): Promise<Pattern[]> {
  const made: Pattern[] = []
  const own = globalThis.RegExp
  let loading = ''
  const note = (pattern: RegExp) => {
    // Libraries are loaded as well; who calls stands on the line after this function and the trap.
    if (!/node_modules|node:/.test(new Error().stack?.split('\n')[3] ?? ''))
      made.push({ source: pattern.source, flags: pattern.flags, place: loading })
    return pattern
  }
  globalThis.RegExp = new Proxy(own, {
    construct: (target, given) => note(Reflect.construct(target, given) as RegExp),
    apply: (target, self, given) => note(Reflect.apply(target, self, given) as RegExp),
  })
  try {
    for (const file of files) {
      loading = file
      await import(pathToFileURL(join(ROOT, file)).href)
    }
  } finally {
    globalThis.RegExp = own
  }
  return made
}

/**
 * Collects from folders.
 * @param folders from the project's root: `src/reading`
 */
export async function collectPatterns(folders: readonly string[]): Promise<Collection> {
  const found = new Map<string, Pattern>()
  const madeLater: string[] = []
  const calling: string[] = []
  const add = (pattern: Pattern) => {
    const key = `${pattern.flags}/${pattern.source}`
    if (!found.has(key)) found.set(key, pattern)
  }
  const files = sourcesOf(folders)
  for (const file of files) {
    const { patterns, calls, madeLater: later } = literalsOf(file, readFileSync(join(ROOT, file), 'utf8'))
    for (const pattern of patterns) add(pattern)
    if (later) madeLater.push(file)
    if (calls) calling.push(file)
  }
  for (const pattern of await madeOnLoading(calling)) add(pattern)
  return { patterns: [...found.values()], madeLater }
}
