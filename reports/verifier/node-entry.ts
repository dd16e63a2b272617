/** `node verify.mjs [FOLDER] [--key KEY] [--lang fr] [--json]`: the verifier as one file, for any Node.js from 22 on. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Texts } from '../../src/domain/language.js'
import { isPublication, MANIFEST_FILE, stampedBytes } from '../../src/editions/publication.js'
import { checkFolder, type FolderCheck } from './check-folder.js'
import { ROOT_LABEL, STATES } from './words.js'

const EXIT_CODES: Readonly<Record<FolderCheck['state'], number>> = { verified: 0, differs: 1, 'partly-verified': 3 }
const LANGUAGES: readonly string[] = Object.keys(STATES.verified)
const USAGE = `node verify.mjs [FOLDER] [--key PUBLIC-KEY] [--lang ${LANGUAGES.join('|')}] [--json | --stamped]\n`

interface Asked {
  readonly folder: string
  readonly key: string | null
  readonly language: string
  readonly json: boolean
  /** Writes the bytes that a time-stamp speaks of, for the authority's own tools. */
  readonly stamped: boolean
}

/** What is asked for; null for wrong usage. */
function askedFor(words: readonly string[]): Asked | null {
  let asked: Asked = {
    folder: dirname(fileURLToPath(import.meta.url)),
    key: null,
    language: 'en',
    json: false,
    stamped: false,
  }
  const left = [...words]
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--stamped') asked = { ...asked, stamped: true }
    else if (word === '--json') asked = { ...asked, json: true }
    else if (word === '--key') {
      const key = left.shift()
      if (key === undefined) return null
      asked = { ...asked, key }
    } else if (word === '--lang') {
      const language = left.shift()
      if (language === undefined || !LANGUAGES.includes(language)) return null
      asked = { ...asked, language }
    } else if (word.startsWith('-')) return null
    else asked = { ...asked, folder: word }
  }
  return asked
}

/** Every file below a folder. */
function filesBelow(folder: string) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return { path: relative(folder, file).split(sep).join('/'), content: new Uint8Array(readFileSync(file)) }
    })
}

/** Writes the bytes that the time-stamp of a manifest speaks of. */
function writeStamped(folder: string): number {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, MANIFEST_FILE), 'utf8'))
  if (!isPublication(manifest)) return EXIT_CODES.differs
  process.stdout.write(stampedBytes(manifest.statement, manifest.signature))
  return EXIT_CODES.verified
}

/** Checks the folder and tells what was found. */
async function check({ folder, key, language, json }: Asked): Promise<number> {
  const found = await checkFolder(filesBelow(folder), { expectedKey: key, complete: true })
  const told = (text: Texts) => text[language] ?? ''
  const lines = [
    `${found.edition ?? '?'} – ${told(STATES[found.state])}`,
    ...found.differences.map((text) => `≠ ${told(text)}`),
    ...found.unchecked.map((text) => `? ${told(text)}`),
    ...found.notes.map((text) => `· ${told(text)}`),
    ...(found.root === null ? [] : [`${told(ROOT_LABEL)} ${found.root}`]),
  ]
  process.stdout.write(json ? `${JSON.stringify(found)}\n` : `${lines.join('\n')}\n`)
  return EXIT_CODES[found.state]
}

const asked = askedFor(process.argv.slice(2))
try {
  if (asked === null) throw new Error('wrong usage')
  process.exitCode = asked.stamped ? writeStamped(asked.folder) : await check(asked)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  process.exitCode = 2
}
