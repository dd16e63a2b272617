/** Reads one YAML file against a schema and turns everything wrong with it into problems with line and column. */
import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { type Document, isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Place } from '../domain/error.js'
import { isDomain, nearest } from './formats.js'
import type { ProblemList } from './problems.js'

/** Largest file read, in bytes: a study's files are written by hand. */
const LARGEST = 2_000_000
/** Aliases resolved at most, against files that grow when read ("billion laughs"). */
const MOST_ALIASES = 100
/** Unknown keys of one map that are told one by one. */
const MOST_UNKNOWN = 50

/** A YAML file that was read: its checked value, and where each part of it stands. */
export interface YamlFile<Value> {
  /** Null where the file has problems. */
  readonly value: Value | null
  /** The raw value, as far as it could be read; undefined where it could not. */
  readonly raw: unknown
  /** Where the part at a path stands; the nearest part around it where it is missing. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place
}

/** The bytes of a study's file; a missing, unreadable or far too large one is one problem. */
export function readBytes(file: string, shown: string, problems: ProblemList): Uint8Array | null {
  try {
    const bytes = readFileSync(file)
    if (bytes.length > LARGEST) {
      problems.add({ file: shown }, `has ${bytes.length} bytes`, `split it, or keep it under ${LARGEST} bytes`)
      return null
    }
    return bytes
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT')
      problems.add({ file: shown }, 'is missing', 'create it; `replymark init DIR` writes an example')
    else
      problems.add({ file: shown }, `cannot be read (${code ?? String(error)})`, 'check that it is a file you may read')
    return null
  }
}

function readText(file: string, shown: string, problems: ProblemList): string | null {
  const bytes = readBytes(file, shown, problems)
  if (bytes === null || isUtf8(bytes)) return bytes && new TextDecoder('utf-8').decode(bytes)
  problems.add({ file: shown }, 'is not UTF-8', 'save it again with the encoding UTF-8')
  return null
}

/**
 * Reads a YAML file against a schema.
 * @param file absolute path
 * @param shown path as the operator knows it
 */
export function readYamlFile<Schema extends z.ZodType>(
  file: string,
  shown: string,
  schema: Schema,
  problems: ProblemList,
): YamlFile<z.output<Schema>> {
  const text = readText(file, shown, problems)
  if (text === null) return { value: null, raw: undefined, placeOf: () => ({ file: shown }) }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file: shown, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const placeOf = (path: readonly PropertyKey[]): Place => place(offsetOf(document, path))
  for (const error of document.errors) {
    problems.add(place(error.pos[0]), `is not correct YAML: ${firstLine(error.message)}`, yamlHint(error.code))
  }
  const twice = keysTwice(document)
  for (const offset of twice)
    problems.add(place(offset), 'is not correct YAML: Map keys must be unique', yamlHint('DUPLICATE_KEY'))
  if (document.errors.length + twice.length > 0) return { value: null, raw: undefined, placeOf }
  let raw: unknown
  try {
    raw = document.toJS({ maxAliasCount: MOST_ALIASES })
  } catch {
    problems.add(
      { file: shown, line: 1 },
      `has more than ${MOST_ALIASES} aliases`,
      'write the values out instead of `*alias`',
    )
    return { value: null, raw: undefined, placeOf }
  }
  const checked = schema.safeParse(raw)
  if (checked.success) return { value: checked.data, raw, placeOf }
  for (const issue of checked.error.issues) addIssue(issue, raw, document, place, problems)
  return { value: null, raw, placeOf }
}

/** Offsets of keys that stand in their map already. The library's own check takes the square of the number of keys. */
function keysTwice(document: Document.Parsed): readonly number[] {
  const offsets: number[] = []
  const open: unknown[] = [document.contents]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isCollection(node)) continue
    const seen = new Set<string>()
    for (const item of node.items) {
      if (!isPair(item)) {
        if (isCollection(item)) open.push(item)
        continue
      }
      if (isScalar(item.key)) {
        const key = String(item.key.value)
        if (seen.has(key)) offsets.push(item.key.range?.[0] ?? 0)
        seen.add(key)
      }
      for (const part of [item.key, item.value]) if (isCollection(part)) open.push(part)
    }
  }
  return offsets.sort((one, other) => one - other)
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/(?<![.:\s])[.:\s]+$/, '')
}

function yamlHint(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'keep one of the two'
  if (code === 'TAB_AS_INDENT') return 'indent with spaces'
  return 'check indentation, quotes and colons; put texts with special characters between quotes'
}

/** Offset of the deepest existing part of a path; of its key where it is a value in a map. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], ofKey = false): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (!isNode(node) || !node.range) continue
    if (isScalar(node) && !ofKey) return node.range[0]
    const parent = length > 1 ? document.getIn(path.slice(0, length - 1), true) : document.contents
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(path[length - 1]),
      )
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0]
    }
    return node.range[0]
  }
  return document.contents?.range?.[0] ?? 0
}

function addIssue(
  issue: z.core.$ZodIssue,
  raw: unknown,
  document: Document.Parsed,
  place: (offset: number) => Place,
  problems: ProblemList,
): void {
  const where = issue.path.map(String).join('.') || 'the file'
  const value = issue.path.reduce<unknown>(
    (around, key) => (around as Record<PropertyKey, unknown> | undefined)?.[key],
    raw,
  )
  const shown = value === undefined || (typeof value === 'object' && value !== null) ? '' : ` ${JSON.stringify(value)}`
  const at = place(offsetOf(document, issue.path))
  switch (issue.code) {
    case 'unrecognized_keys':
      if (issue.keys.length > MOST_UNKNOWN)
        problems.add(at, `\`${where}\` has ${issue.keys.length} keys that are not settings`, 'take them out')
      for (const key of issue.keys.slice(0, MOST_UNKNOWN)) {
        const secret = /pass|secret|token/i.test(key)
        problems.add(
          place(offsetOf(document, [...issue.path, key], true)),
          secret
            ? `\`${where}.${key}\` looks like a secret in a file`
            : `\`${where === 'the file' ? '' : `${where}.`}${key}\` is not a setting`,
          secret
            ? 'take it out, set it in the environment, and name the variable in `passwordVariable`'
            : 'correct its spelling or take it out',
        )
      }
      return
    case 'invalid_type':
      if (value === undefined) problems.add(at, `\`${where}\` is missing`, `add it: ${kindInWords(issue.expected)}`)
      else
        problems.add(
          at,
          `\`${where}\`${shown} is not ${kindInWords(issue.expected)}`,
          `write ${kindInWords(issue.expected)}`,
        )
      return
    case 'invalid_value': {
      const known = issue.values.map(String)
      const near = typeof value === 'string' ? nearest(value, known) : null
      const choices = known.map((choice) => `\`${choice}\``).join(', ')
      if (value === undefined) problems.add(at, `\`${where}\` is missing`, `write one of ${choices}`)
      else
        problems.add(
          at,
          `\`${where}\`${shown} is not known`,
          near ? `did you mean \`${near}\`? Known: ${choices}` : `write one of ${choices}`,
        )
      return
    }
    case 'too_small':
      problems.add(
        at,
        `\`${where}\`${shown} is too small or empty`,
        issue.origin === 'array' ? `list at least ${issue.minimum}` : `write at least ${issue.minimum}`,
      )
      return
    case 'too_big':
      problems.add(at, `\`${where}\`${shown} is too big`, `write at most ${issue.maximum}`)
      return
    case 'invalid_union':
      problems.add(
        at,
        `\`${where}\`${shown} ${value === undefined ? 'is missing' : 'has the wrong type'}`,
        'write a text or a number',
      )
      return
    case 'custom': {
      const hint = issue.params?.hint
      const near =
        typeof value === 'string' && /domain/.test(issue.message) && isDomain(value.toLowerCase())
          ? ` (${value.toLowerCase()})`
          : ''
      problems.add(
        at,
        `\`${where}\`${shown} ${issue.message}`,
        `${typeof hint === 'string' ? hint : 'correct it'}${near}`,
      )
      return
    }
    default:
      problems.add(at, `\`${where}\`${shown}: ${issue.message}`, 'correct it')
  }
}

function kindInWords(expected: string): string {
  const words: Record<string, string> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: '`true` or `false`',
    array: 'a list',
    object: 'a map of settings',
    record: 'a map of settings',
  }
  return words[expected] ?? expected
}
