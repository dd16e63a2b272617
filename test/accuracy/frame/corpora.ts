/** Where the optional reference corpora are: `../shared/corpora` beside the project, or REPLYMARK_CORPORA. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** Folder of a reference corpus; null where it is not there. */
export function corpusFolder(name: string): string | null {
  const folder = resolve(process.env.REPLYMARK_CORPORA ?? '../shared/corpora', name)
  return existsSync(folder) ? folder : null
}

/** Rows of a JSON-lines file. */
export function readRows<Row>(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row)
}
