/**
 * Wordings of our own (wordings/*.txt): under each `# act` one sentence a line, `(a|b|)` a choice, `{name}` a slot. A file is one
 * manner of writing in one language; manners were written apart, so that one can judge what was learnt from another.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from '../../../src/ranking/random.js'

/** One manner of writing in one language. */
export interface Wording {
  /** `first.fr`. */
  readonly name: string
  readonly manner: string
  readonly language: string
  /** Sentences by act; subjects under `subject <kind>`. */
  readonly sections: ReadonlyMap<string, readonly string[]>
}

const FOLDER = join(import.meta.dirname, 'wordings')

function parse(folder: string, file: string): Wording {
  const sections = new Map<string, string[]>()
  let current: string[] = []
  for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
    const head = /^# (.+)$/.exec(line)
    if (head) {
      current = sections.get(head[1]!) ?? []
      sections.set(head[1]!, current)
    } else if (line.trim() !== '') current.push(line)
  }
  const [manner = '', language = ''] = file.split('.')
  return { name: `${manner}.${language}`, manner, language, sections }
}

/** Every wording of a folder, by name. */
export function readWordings(folder: string = FOLDER): readonly Wording[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => parse(folder, file))
}

/** Values of slots for one mail. */
export type Slots = Readonly<Record<string, () => string>>

/** One way of saying a line: choices taken, slots filled. */
export function say(line: string, slots: Slots, random: Random): string {
  let text = line
  // Innermost choices first.
  for (let round = 0; round < 6 && /\([^()]*\|[^()]*\)/.test(text); round++)
    text = text.replace(/\(([^()]*\|[^()]*)\)/g, (_, choices: string) => random.pick(choices.split('|')))
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => slots[name]?.() ?? whole)
}
