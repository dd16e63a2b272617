/** The project's own help-desk mails of test/fixtures/new-text, with what is new in each. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** One mail body with its expected parts; a part that is not named is not compared. */
export interface NewTextCase {
  readonly name: string
  readonly senderName?: string
  readonly senderAddress?: string
  readonly subject?: string
  readonly plain?: string
  readonly html?: string
  readonly text: string
  readonly quoted?: string
  readonly signature?: string
  readonly boilerplate?: string
}

/** All cases, file by file. */
export function newTextCases(): (NewTextCase & { readonly file: string })[] {
  const folder = join(import.meta.dirname, '../../fixtures/new-text')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) =>
      (parse(readFileSync(join(folder, file), 'utf8')) as NewTextCase[]).map((one) => ({ file, ...one })),
    )
}

/** Text as cases compare it: composed letters, any white space as one space. */
export function squash(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
