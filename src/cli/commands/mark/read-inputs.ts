/** Reads the small files that `mark` takes: scenario, persona, brand, grid. Lenient: a scenario of nothing but `points` is enough. */

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { criterionById } from '../../../criteria/index.js'
import type { Brand } from '../../../domain/brand.js'
import { ReplymarkError } from '../../../domain/error.js'
import type { Grid } from '../../../domain/grid.js'
import type { StudyLanguage } from '../../../domain/language.js'
import type { Persona } from '../../../domain/persona.js'
import type { Scenario } from '../../../domain/scenario.js'
import { isStudyLanguage } from '../../../languages/index.js'
import { resolveGrid } from '../../../scoring/grid.js'

const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([])
const bilingual = z.union([
  z.string().transform((one) => ({ fr: one, en: one })),
  z
    .object({ fr: z.string().optional(), en: z.string().optional() })
    .transform(({ fr, en }) => ({ fr: fr ?? en ?? '', en: en ?? fr ?? '' })),
])
const group = z.union([z.string().transform((one) => one.split(/\s+/)), z.array(z.string())])

const pointSchema = z.looseObject({
  id: z.coerce.string(),
  title: bilingual.optional(),
  weight: z.number().positive().default(1),
  patterns: texts,
  stems: z.array(group).default([]),
})

const scenarioSchema = z.looseObject({
  id: z.string().optional(),
  title: bilingual.optional(),
  language: z.string().refine(isStudyLanguage, 'is no language of Replymark').optional(),
  type: z.enum(['complaint', 'question', 'technical', 'refund', 'follow-up', 'other']).default('other'),
  variants: z
    .array(
      z.looseObject({
        id: z.string().default('variant'),
        subject: z.string().default(''),
        body: z.string().default(''),
      }),
    )
    .default([]),
  points: z.array(pointSchema),
  glossary: z.array(z.string()).default([]),
})

const personaSchema = z.looseObject({
  id: z.string().default('persona'),
  firstName: z.string().default(''),
  lastName: z.string().default(''),
  gender: z.enum(['female', 'male']).default('female'),
  city: z.string().default(''),
})

const brandSchema = z.looseObject({
  id: z.string().default('brand'),
  name: z.string().default(''),
  aliases: texts,
  domains: texts,
  timeZone: z.string().default('Europe/Paris'),
  glossary: texts,
})

function reason(error: unknown): string {
  const code = (error as { code?: string }).code
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a folder'
  return error instanceof Error ? (error.message.split('\n')[0] ?? error.message) : String(error)
}

/**
 * Reads a file's bytes.
 * @throws ReplymarkError `usage` when it cannot be read
 */
export async function readBytes(file: string, what: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new ReplymarkError('usage', `the ${what} cannot be read: ${reason(error)}`, {
      place: { file },
      hint: 'Give the path of a file that exists.',
      cause: error,
    })
  }
}

async function readYaml<Schema extends z.ZodType>(
  file: string,
  what: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = (await readBytes(file, what)).toString('utf8')
  let raw: unknown
  try {
    raw = parse(text, { maxAliasCount: 100 })
  } catch (error) {
    throw new ReplymarkError('configuration', `the ${what} is not YAML: ${reason(error)}`, {
      place: { file },
      cause: error,
    })
  }
  const checked = schema.safeParse(raw)
  if (checked.success) return checked.data
  throw new ReplymarkError('configuration', `The ${what} has problems.`, {
    place: { file },
    problems: checked.error.issues.map((issue) => ({
      place: { file, thing: issue.path.join('.') },
      message: `${issue.path.join('.') || 'the file'}: ${issue.message}`,
      hint: 'See config/scenarios for examples',
    })),
  })
}

/** A scenario, and whether its file said its language. */
export interface MarkedScenario {
  readonly scenario: Scenario
  readonly languageSaid: boolean
}

/** Reads a scenario; missing parts are filled in, and every pattern is tried. */
export async function readScenario(file: string): Promise<MarkedScenario> {
  const read = await readYaml(file, 'scenario', scenarioSchema)
  const id = read.id ?? basename(file).replace(/\.[a-z]+$/i, '')
  for (const [index, point] of read.points.entries()) {
    for (const pattern of point.patterns) {
      try {
        new RegExp(pattern, 'iu')
      } catch (error) {
        throw new ReplymarkError('configuration', `points[${index}].patterns: ${reason(error)}`, {
          place: { file },
          hint: 'Write a JavaScript regular expression that compiles with the flags i and u.',
        })
      }
    }
  }
  return {
    languageSaid: read.language !== undefined,
    scenario: {
      id,
      title: read.title ?? { fr: id, en: id },
      language: read.language ?? 'fr',
      type: read.type,
      variants: read.variants,
      points: read.points.map((point) => ({ ...point, title: point.title ?? { fr: point.id, en: point.id } })),
      glossary: read.glossary,
      followUp: null,
    },
  }
}

/** A persona from what is known: a file, or a display name ("Camille Lefèvre", "LEFÈVRE Camille", "Lefèvre, Camille"). */
export function personaFrom(known: {
  firstName?: string
  lastName?: string
  city?: string
  gender?: Persona['gender']
}): Persona {
  return {
    id: 'persona',
    firstName: known.firstName ?? '',
    lastName: known.lastName ?? '',
    gender: known.gender ?? 'female',
    languages: [],
    age: 18,
    city: known.city ?? '',
    account: '',
    localPart: '',
    attributes: {},
  }
}

/** First and last name from a display name. */
export function splitDisplayName(name: string): { firstName: string; lastName: string } {
  const plain = name.replace(/["<>]/g, '').trim()
  const comma = /^([^,]+),\s*(\S.*)$/.exec(plain)
  if (comma) return { firstName: comma[2] ?? '', lastName: comma[1] ?? '' }
  const words = plain.split(/\s+/).filter((word) => word !== '' && !word.includes('@'))
  const [head = '', ...rest] = words
  if (rest.length === 0) return { firstName: head, lastName: '' }
  // "LEFEVRE Camille": capitals mark the last name.
  if (head.length > 1 && head === head.toUpperCase() && rest.join(' ') !== rest.join(' ').toUpperCase()) {
    return { firstName: rest.join(' '), lastName: head }
  }
  return { firstName: head, lastName: rest.join(' ') }
}

/** Reads a persona: one persona, or a `personas` list of one. */
export async function readPersona(file: string): Promise<Persona> {
  const list = z.looseObject({ personas: z.array(personaSchema).min(1) }).transform(({ personas }) => personas[0])
  const read = await readYaml(file, 'persona', z.union([list, personaSchema]))
  return { ...personaFrom(read ?? {}), id: read?.id ?? 'persona' }
}

/** A brand of which little is known. */
export function brandFrom(known: Partial<Brand>): Brand {
  return {
    id: known.id ?? 'brand',
    name: known.name ?? '',
    aliases: known.aliases ?? [],
    sector: '',
    contacts: [],
    domains: known.domains ?? [],
    country: 'FR',
    timeZone: known.timeZone ?? 'Europe/Paris',
    languages: [],
    glossary: known.glossary ?? [],
  }
}

/** Reads a brand. */
export async function readBrand(file: string): Promise<Brand> {
  return brandFrom(await readYaml(file, 'brand', brandSchema))
}

/** Folder of the grids that ship with the program: beside `src` and `dist` alike. */
function shippedGrids(): string {
  const found = ['../../../../config/grids', '../../../../../config/grids'].map((path) =>
    join(import.meta.dirname, path),
  )
  return found.find((path) => existsSync(path)) ?? 'config/grids'
}

/**
 * Reads a grid by path, or by id among `config/grids` of the folder and of the program.
 * @throws ReplymarkError `configuration` with its problems, `usage` when there is none
 */
export async function readGrid(name: string): Promise<Grid> {
  const places = [
    name,
    join('config', 'grids', `${name}.yaml`),
    join('grids', `${name}.yaml`),
    join(shippedGrids(), `${name}.yaml`),
  ]
  const file = places.find((place) => existsSync(place) && /\.(?:ya?ml|json)$/i.test(place))
  if (!file) {
    throw new ReplymarkError('usage', `there is no grid ${name}`, {
      hint: 'Give the path of a grid file, or the id of one in config/grids (replymark, qualiweb).',
    })
  }
  return resolveGrid(await readYaml(file, 'grid', z.unknown()), criterionById)
}

/** Language of the question where no scenario says it: the answer's own, so that nothing is held against it. */
export function questionLanguage({ scenario, languageSaid }: MarkedScenario, answered: string | null): StudyLanguage {
  if (languageSaid) return scenario.language
  return answered !== null && isStudyLanguage(answered) ? answered : scenario.language
}
