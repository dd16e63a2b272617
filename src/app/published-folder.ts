/** Compares a published folder on disk with what the ledger says was published, by the very verifier that stands in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { checkFolder } from '../../reports/verifier/check-folder.js'
import { ReplymarkError } from '../domain/error.js'
import { MANIFEST_FILE, type PublishedFile, publicationText } from '../editions/publication.js'
import { newestPublication } from '../editions/publication-check.js'
import type { Ledger } from '../ledger/ledger.js'

/** What comparing a folder found. */
export interface FolderComparison {
  /** Everything that differs, one sentence each. */
  readonly differences: readonly string[]
  /** Why it could not be compared; null where it was. */
  readonly left: string | null
  /** Files compared. */
  readonly files: number
}

/** Every file below a folder. */
function filesBelow(folder: string): readonly PublishedFile[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name)
        return { path: relative(folder, file).split(sep).join('/'), content: readFileSync(file) }
      })
  } catch (error) {
    throw new ReplymarkError('usage', 'The published files cannot be read', {
      place: { file: folder },
      hint: 'Give the folder that you may read with --site.',
      cause: error,
    })
  }
}

/**
 * Compares the files of an edition.
 * @throws ReplymarkError `usage` where the folder is there and cannot be read
 */
export async function comparePublishedFolder(
  ledger: Ledger,
  edition: string,
  folder: string,
): Promise<FolderComparison> {
  const publication = newestPublication(ledger, edition)
  const nothing = { differences: [], files: 0 }
  if (!publication)
    return { ...nothing, left: existsSync(folder) ? `the files in ${folder} have no manifest in the ledger` : null }
  if (!existsSync(folder))
    return { ...nothing, left: `its published files are not in ${folder} (--site names another folder)` }
  const files = filesBelow(folder)
  const manifest = files.find(({ path }) => path === MANIFEST_FILE)
  const replaced = manifest !== undefined && Buffer.from(manifest.content).toString() !== publicationText(publication)
  const found = await checkFolder(files, { expectedKey: publication.statement.publicKey, complete: true })
  return {
    differences: [
      ...(replaced ? [`file ${MANIFEST_FILE} is not the one that was published`] : []),
      ...found.differences.map(({ en }) => en ?? ''),
    ],
    left: null,
    files: files.length,
  }
}
