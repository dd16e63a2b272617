/**
 * What the program reads, proofreads and marks with, by the hashes of its files: rules, word lists, learnt weights, dictionaries and
 * code. Versions set by hand can be forgotten; hashes cannot. Sealed with an edition, so that nobody passes another engine off as
 * the one that marked it.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { ReplymarkError } from '../domain/error.js'
import { shippedFile } from '../proofreading/engines/shipped-file.js'

/** Parts of the program that decide figures. */
export type EnginePart = 'reading' | 'proofreading' | 'criteria' | 'ranking'

/** Hashes of everything that decides figures, SHA-256 in hex. */
export interface EngineIdentity {
  /** Over all files of a part. */
  readonly parts: Readonly<Record<EnginePart, string>>
  /** Of each file of rules, words or weights, by its path from the program's folder, and of each dictionary, by its package. */
  readonly files: Readonly<Record<string, string>>
}

/** Rooms of each part, with the data packages that it uses. */
const ROOMS: Readonly<Record<EnginePart, readonly string[]>> = {
  reading: ['reading', 'matching', 'languages', 'rules', 'learning', 'text', 'calendar'],
  proofreading: ['proofreading', 'languages', 'rules', 'learning', 'text'],
  criteria: ['criteria', 'scoring', 'languages', 'rules', 'learning', 'text', 'calendar'],
  ranking: ['ranking'],
}

/** Files of packages that hold words. */
const DICTIONARIES: readonly string[] = [
  'dictionary-fr/index.aff',
  'dictionary-fr/index.dic',
  'dictionary-en/index.aff',
  'dictionary-en/index.dic',
  'dictionary-en-gb/index.aff',
  'dictionary-en-gb/index.dic',
  'french-verbs-lefff/dist/conjugations.json',
]

/** Files that are data: rules, words, weights; among them tables written as sources. */
const DATA = /\.(?:yaml|txt|weights)$|\/weights\/|\/data\//

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Hash of every file of a room, by its path from the program's folder; line ends are those of the repository. */
function hashesOfRoom(sources: string, room: string): readonly (readonly [string, string])[] {
  const folder = join(sources, room)
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const path = `src/${relative(sources, file).split(sep).join('/')}`
      return [path, sha256(readFileSync(file))] as const
    })
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
}

/** A file of a package: its main file tells where the package is, whatever it exports. */
function packageFile(path: string): string {
  const [name = '', ...rest] = path.split('/')
  const found =
    createRequire(import.meta.url)
      .resolve.paths(name)
      ?.map((folder) => join(folder, name)) ?? []
  for (const folder of found)
    try {
      return sha256(readFileSync(join(folder, ...rest)))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  throw new ReplymarkError('unavailable', `The package ${name} is not installed`, { hint: 'Run npm ci.' })
}

let known: EngineIdentity | null = null

/**
 * The identity of this program's engine, computed once a process (0.1 s).
 * @throws ReplymarkError `unavailable` where sources or dictionaries are missing
 */
export function engineIdentity(): EngineIdentity {
  known ??= identify()
  return known
}

function identify(): EngineIdentity {
  // Named by one of its files: a folder of that name may stand beside anything.
  const own = shippedFile(join('src', 'queue', 'engine-identity.ts'))
  if (own === null)
    throw new ReplymarkError('unavailable', 'The sources of the program are missing beside it', {
      hint: 'Install the package again: `src` is part of it.',
    })
  const sources = dirname(dirname(own))
  const rooms = new Map<string, readonly (readonly [string, string])[]>()
  const hashesOf = (room: string) => {
    const hashes = rooms.get(room) ?? hashesOfRoom(sources, room)
    rooms.set(room, hashes)
    return hashes
  }
  const dictionaries = DICTIONARIES.map((path) => [path, packageFile(path)] as const)
  const partOf = (part: EnginePart) => {
    const own = ROOMS[part].flatMap(hashesOf)
    return sha256(JSON.stringify(part === 'proofreading' ? [...own, ...dictionaries] : own))
  }
  const parts = {
    reading: partOf('reading'),
    proofreading: partOf('proofreading'),
    criteria: partOf('criteria'),
    ranking: partOf('ranking'),
  }
  const data = [...rooms.values()].flat().filter(([path]) => DATA.test(path))
  return { parts, files: Object.fromEntries([...data, ...dictionaries]) }
}
