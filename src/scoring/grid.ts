/**
 * Grids: which criteria count, their weights and options. Load → resolve defaults → validate → freeze.
 * Every problem is named at once by its path in the file; code holds no weight.
 */
import { createHash } from 'node:crypto'
import type { AnyCriterion, CriterionRegistry } from '../criteria/criterion.js'
import { type Problem, ReplymarkError } from '../domain/error.js'
import type { CriterionFamily } from '../domain/finding.js'
import type { Grid, GridCriterion, GridFamily, MissingPolicy } from '../domain/grid.js'
import { canonicalJson } from './canonical-json.js'

const FAMILIES: readonly CriterionFamily[] = ['responsiveness', 'answer-quality', 'welcome']
const POLICIES: readonly MissingPolicy[] = ['skip', 'zero', 'inconclusive']
/** Family weights may miss 100 by a rounding of decimals only. */
const WEIGHT_TOLERANCE = 1e-9

type Json = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** Collects problems by path while the grid is read. */
class Problems {
  readonly found: Problem[] = []
  add(path: string, message: string, hint: string): void {
    this.found.push({ place: { thing: path }, message, hint })
  }
  text(value: unknown, path: string, hint: string): string {
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
    this.add(path, value === undefined ? 'is missing' : 'must be a text', hint)
    return ''
  }
  weight(value: unknown, path: string): number {
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
    this.add(path, value === undefined ? 'is missing' : 'must be a number of 0 or more', 'write the weight as a number')
    return 0
  }
  unknownKeys(value: Json, known: readonly string[], path: string): void {
    for (const key of Object.keys(value).filter((name) => !known.includes(name))) {
      this.add(path === '' ? key : `${path}.${key}`, 'is not a key of a grid', `known here: ${known.join(', ')}`)
    }
  }
}

function resolveOptions(criterion: AnyCriterion, raw: unknown, path: string, problems: Problems): Json {
  const defaults = criterion.defaults as Json
  if (raw !== undefined && !isObject(raw)) problems.add(path, 'must be a list of named options', 'write `name: value`')
  const given = isObject(raw) ? raw : {}
  const known = Object.keys(defaults)
  for (const [name, value] of Object.entries(given)) {
    if (!known.includes(name)) {
      const list = known.length > 0 ? `known options of ${criterion.meta.id}: ${known.join(', ')}` : 'it has no options'
      problems.add(`${path}.${name}`, `is not an option of ${criterion.meta.id}`, list)
    } else if (typeof value !== typeof defaults[name]) {
      problems.add(
        `${path}.${name}`,
        `must be a ${typeof defaults[name]}, not a ${typeof value}`,
        `the default is ${JSON.stringify(defaults[name])}`,
      )
    }
  }
  const merged = Object.fromEntries(
    known.map((name) => [name, given[name] === undefined ? defaults[name] : given[name]]),
  )
  const wrong = known.every((name) => typeof merged[name] === typeof defaults[name])
    ? criterion.checkOptions?.(merged as never)
    : null
  if (wrong) problems.add(path, wrong, `the defaults are ${JSON.stringify(defaults)}`)
  return merged
}

function resolvePolicy(value: unknown, fallback: unknown, path: string, problems: Problems): MissingPolicy {
  const policy = value ?? fallback
  if (POLICIES.includes(policy as MissingPolicy)) return policy as MissingPolicy
  problems.add(
    path,
    policy === undefined ? 'says nothing of a missing score' : `is not a missing-data policy`,
    `write ${POLICIES.join(', ')}, here or for all criteria under \`missing\``,
  )
  return 'inconclusive'
}

function resolveCriterion(
  raw: unknown,
  context: { path: string; family: CriterionFamily; registry: CriterionRegistry; missing: Json; seen: Set<string> },
  problems: Problems,
): GridCriterion | null {
  const { path, family, registry, missing, seen } = context
  if (!isObject(raw)) {
    problems.add(path, 'must be a criterion with id, weight and because', 'write `- id: answer`')
    return null
  }
  problems.unknownKeys(raw, ['id', 'version', 'weight', 'because', 'options', 'notApplicable', 'notAvailable'], path)
  const id = problems.text(raw.id, `${path}.id`, `known criteria: ${[...registry.keys()].join(', ')}`)
  const weight = problems.weight(raw.weight, `${path}.weight`)
  const because = problems.text(raw.because, `${path}.because`, 'say why it weighs this much')
  if (id === '') return null
  const criterion = registry.get(id)
  if (!criterion) {
    problems.add(`${path}.id`, `${id} is not a criterion`, `known criteria: ${[...registry.keys()].join(', ')}`)
    return null
  }
  if (seen.has(id)) problems.add(`${path}.id`, `${id} stands twice in the grid`, 'keep one of the two')
  seen.add(id)
  if (criterion.meta.family !== family) {
    problems.add(`${path}.id`, `${id} is of the family ${criterion.meta.family}`, 'move it to that family')
  }
  return {
    id,
    version: criterion.meta.version,
    weight,
    because,
    options: resolveOptions(criterion, raw.options, `${path}.options`, problems),
    notApplicable: resolvePolicy(raw.notApplicable, missing.notApplicable, `${path}.notApplicable`, problems),
    notAvailable: resolvePolicy(raw.notAvailable, missing.notAvailable, `${path}.notAvailable`, problems),
  }
}

function resolveFamily(
  id: CriterionFamily,
  raw: unknown,
  context: { registry: CriterionRegistry; missing: Json; seen: Set<string> },
  problems: Problems,
): GridFamily {
  const path = `families.${id}`
  const family = isObject(raw) ? raw : {}
  if (!isObject(raw)) problems.add(path, 'must have weight, because and criteria', 'see config/grids/replymark.yaml')
  problems.unknownKeys(family, ['weight', 'because', 'criteria'], path)
  const weight = problems.weight(family.weight, `${path}.weight`)
  const because = problems.text(family.because, `${path}.because`, 'say why the family weighs this much')
  const list = Array.isArray(family.criteria) ? family.criteria : []
  if (list.length === 0) problems.add(`${path}.criteria`, 'has no criterion', 'name one criterion at least')
  const criteria = list
    .map((item: unknown, index: number) =>
      resolveCriterion(item, { ...context, path: `${path}.criteria[${index}]`, family: id }, problems),
    )
    .filter((item) => item !== null)
  if (list.length > 0 && criteria.length === list.length && criteria.every((item) => item.weight === 0)) {
    problems.add(`${path}.criteria`, 'has weights of 0 only', 'give one criterion at least a weight above 0')
  }
  return { id, weight, because, criteria }
}

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}

/** SHA-256 in hex of the canonical JSON of a grid without its hash. */
export function gridHash(grid: Omit<Grid, 'hash'>): string {
  const { id, version, title, families } = grid
  return createHash('sha256').update(canonicalJson({ id, version, title, families })).digest('hex')
}

/**
 * Resolves a grid as parsed from YAML or JSON: fills defaults, checks all of it, hashes and freezes it.
 * @param raw the parsed file: `id`, `version`, `title`, optional `missing` policies, `families` by family id
 * @throws ReplymarkError `configuration` with every problem named by its path
 */
export function resolveGrid(raw: unknown, registry: CriterionRegistry): Grid {
  const problems = new Problems()
  const file = isObject(raw) ? raw : {}
  if (!isObject(raw)) problems.add('grid', 'is empty or not a mapping', 'see config/grids/replymark.yaml')
  problems.unknownKeys(file, ['id', 'version', 'title', 'missing', 'families'], '')
  const id = problems.text(file.id, 'id', 'give the grid an identifier in kebab-case')
  const version = file.version
  if (!Number.isInteger(version) || (version as number) < 1) {
    problems.add('version', 'must be a whole number from 1', 'raise it when a mark may change')
  }
  const rawTitle = isObject(file.title) ? file.title : {}
  const title = {
    fr: problems.text(rawTitle.fr, 'title.fr', 'give the title in French'),
    en: problems.text(rawTitle.en, 'title.en', 'give the title in English'),
  }
  const missing = isObject(file.missing) ? file.missing : {}
  problems.unknownKeys(missing, ['notApplicable', 'notAvailable'], 'missing')
  const rawFamilies = isObject(file.families) ? file.families : {}
  const named = Object.keys(rawFamilies)
  if (named.length === 0) problems.add('families', 'names no family', `known families: ${FAMILIES.join(', ')}`)
  for (const name of named.filter((item) => !FAMILIES.includes(item as CriterionFamily))) {
    problems.add(`families.${name}`, `${name} is not a family`, `known families: ${FAMILIES.join(', ')}`)
  }
  const context = { registry, missing, seen: new Set<string>() }
  const families = FAMILIES.filter((name) => named.includes(name)).map((name) =>
    resolveFamily(name, rawFamilies[name], context, problems),
  )
  const total = families.reduce((sum, family) => sum + family.weight, 0)
  if (families.length > 0 && Math.abs(total - 100) > WEIGHT_TOLERANCE) {
    problems.add('families', `family weights add up to ${total}, not 100`, 'share out 100 points over the families')
  }
  if (problems.found.length > 0) {
    const many = problems.found.length === 1 ? 'a problem' : `${problems.found.length} problems`
    throw new ReplymarkError('configuration', `The grid${id === '' ? '' : ` ${id}`} has ${many}`, {
      problems: problems.found,
      hint: 'Correct the grid file, then try `replymark grid check`.',
    })
  }
  const grid = { id, version: version as number, title, families }
  return deepFreeze({ ...grid, hash: gridHash(grid) })
}
