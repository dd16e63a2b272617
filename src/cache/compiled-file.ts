/**
 * Files that are compiled once on this machine (lexicon, tables) and kept between runs from sources: in a folder of this user's own,
 * under a name that holds a hash of everything they are made of. A change of one byte, or a missing source, never finds an old file.
 */
import { createHash, randomUUID } from 'node:crypto'
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, isAbsolute, join } from 'node:path'
import { ReplymarkError } from '../domain/error.js'

/** Compiled files kept of one name: a few checkouts side by side, not every state of the sources there ever was. */
const KEPT = 4

/**
 * Hash of the names and bytes of files, in their order.
 * @throws ReplymarkError `unavailable` where one cannot be read: what is compiled of it must not be used either
 */
export function hashOfFiles(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) {
    let bytes: Buffer
    try {
      bytes = readFileSync(file)
    } catch (error) {
      throw new ReplymarkError('unavailable', `${file} cannot be read: ${(error as Error).message}`, {
        place: { file },
        hint: 'It belongs to the program: install it again.',
        cause: error,
      })
    }
    hash.update(`${basename(file)} ${bytes.byteLength}\n`).update(bytes)
  }
  return hash.digest('hex')
}

/** Where users keep caches (XDG Base Directory Specification 0.8: a relative path is passed over). */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>, home: string): string {
  const named = environment.XDG_CACHE_HOME
  return join(named && isAbsolute(named) ? named : join(home, '.cache'), 'replymark')
}

/** True where nobody but this user can have written into the folder. */
function isPrivate(folder: string): boolean {
  const found = lstatSync(folder)
  const owner = process.getuid?.()
  return found.isDirectory() && (owner === undefined || (found.uid === owner && (found.mode & 0o022) === 0))
}

/** The user's cache folder, made where it is missing; null where none can be had that is private. */
function privateFolder(): string | null {
  try {
    const folder = cacheFolder(process.env, homedir())
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return isPrivate(folder) ? folder : null
  } catch {
    return null
  }
}

function read(file: string): Uint8Array | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}

/** Writes whole or not at all, and forgets the oldest of its name. A full or read-only disk costs time alone. */
function keep(folder: string, name: string, file: string, bytes: Uint8Array): void {
  const partial = `${file}.${randomUUID()}.part`
  try {
    writeFileSync(partial, bytes, { mode: 0o600 })
    renameSync(partial, file)
    const known = readdirSync(folder)
      .filter((entry) => entry.startsWith(`${name}-`) && entry.endsWith('.bin'))
      .map((entry) => ({ path: join(folder, entry), at: statSync(join(folder, entry)).mtimeMs }))
      .toSorted((a, b) => b.at - a.at)
    for (const { path } of known.slice(KEPT)) rmSync(path, { force: true })
  } catch {
    discard(partial)
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // Nothing was written where nothing can be.
  }
}

/** What is compiled, of what, and how its bytes are opened. */
export interface CompiledFile<Opened> {
  /** Kebab-case name of the file. */
  readonly name: string
  /** Everything that the bytes depend on: data and the code that compiles them. */
  readonly sources: readonly string[]
  /** Null where the bytes are none of this program's. */
  open(bytes: Uint8Array): Opened | null
  /** Folder to keep it in; the user's cache folder by default. Null keeps nothing. */
  readonly folder?: string | null
}

/** Where a compiled file would be kept now; null where nothing can be kept. */
function place(file: CompiledFile<unknown>): { readonly folder: string; readonly path: string } | null {
  const hash = hashOfFiles(file.sources)
  const folder = file.folder === undefined ? privateFolder() : file.folder
  return folder === null ? null : { folder, path: join(folder, `${file.name}-${hash}.bin`) }
}

/**
 * What was kept of exactly these sources; null where there is nothing.
 * @throws ReplymarkError `unavailable` where a source is missing
 */
export function openKept<Opened>(file: CompiledFile<Opened>): Opened | null {
  const kept = place(file)
  const bytes = kept && read(kept.path)
  return bytes && file.open(bytes)
}

/**
 * Opens newly compiled bytes, and keeps them for the next run where that can be.
 * @throws ReplymarkError `unavailable` where they cannot be opened
 */
export function openCompiled<Opened>(file: CompiledFile<Opened>, bytes: Uint8Array): Opened {
  const kept = place(file)
  if (kept) keep(kept.folder, file.name, kept.path, bytes)
  const opened = file.open(bytes)
  if (opened === null) throw new ReplymarkError('unavailable', `${file.name} cannot be compiled`)
  return opened
}
