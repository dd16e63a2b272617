/** Writes a study folder from the example that comes with the program. Existing files are never overwritten. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ReplymarkError } from '../domain/error.js'
import type { CalendarDay } from '../domain/time.js'
import { datedExample } from './example-dates.js'

/** Keeps data and secrets out of version control. */
const IGNORED =
  '# Evidence holds personal data, and secrets stand in the environment: neither belongs under version control.\ndata/\n.env\n'

/**
 * Copies the example.
 * @param example folder with study.yaml, brands.csv, personas.yaml, scenarios and grids
 * @param today the day from which its edition is dated; null leaves the example's dates
 * @returns files and folders written, relative to `folder`
 * @throws ReplymarkError `usage` where the folder already holds a study or cannot be written
 */
export function writeExampleStudy(example: string, folder: string, today: CalendarDay | null): readonly string[] {
  const names = ['study.yaml', 'brands.csv', 'personas.yaml', 'scenarios', 'grids']
  const taken = existsSync(folder) ? readdirSync(folder).filter((name) => names.includes(name)) : []
  if (taken.length > 0)
    throw new ReplymarkError('usage', `${folder} already holds ${taken.join(', ')}`, {
      place: { file: folder },
      hint: 'Choose another folder; nothing was changed.',
    })
  try {
    mkdirSync(folder, { recursive: true })
    for (const name of names) cpSync(join(example, name), join(folder, name), { recursive: true, errorOnExist: true })
    const settings = join(folder, 'study.yaml')
    if (today !== null) writeFileSync(settings, datedExample(readFileSync(settings, 'utf8'), today))
    if (!existsSync(join(folder, '.gitignore'))) writeFileSync(join(folder, '.gitignore'), IGNORED)
  } catch (error) {
    throw new ReplymarkError('usage', `The study cannot be written to ${folder}: ${(error as Error).message}`, {
      place: { file: folder },
      hint: 'Check that you may write there and that the disk is not full.',
      cause: error,
    })
  }
  return [...names, '.gitignore']
}
