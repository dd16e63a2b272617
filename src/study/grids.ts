/** Reads `grids/*.yaml` and resolves them against the registry of criteria, giving problems their line. */
import { join } from 'node:path'
import { z } from 'zod'
import { criterionById } from '../criteria/index.js'
import { ReplymarkError } from '../domain/error.js'
import type { Grid } from '../domain/grid.js'
import { resolveGrid } from '../scoring/grid.js'
import type { ProblemList } from './problems.js'
import { readYamlFile } from './yaml-file.js'

/** Problems of one grid that are told one by one. */
const MOST_PROBLEMS = 100

/** Path of a grid problem (`families.welcome.criteria[2].id`) as keys. */
function keysOf(path: string): readonly PropertyKey[] {
  return path
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

/** The grids without problems. */
export function readGrids(root: string, shownFiles: readonly string[], problems: ProblemList): readonly Grid[] {
  if (shownFiles.length === 0) problems.add({ file: 'grids' }, 'has no grid', 'write one .yaml file a grid')
  const grids: Grid[] = []
  for (const shown of shownFiles) {
    const before = problems.count
    const file = readYamlFile(join(root, shown), shown, z.unknown(), problems)
    if (problems.count > before) continue
    try {
      const grid = resolveGrid(file.raw, criterionById)
      if (grids.some((other) => other.id === grid.id))
        problems.add(file.placeOf(['id']), `grid \`${grid.id}\` is used twice`, 'give each grid its own id')
      grids.push(grid)
    } catch (error) {
      if (!(error instanceof ReplymarkError)) throw error
      const found = error.details.problems ?? []
      if (found.length > MOST_PROBLEMS)
        problems.add({ file: shown, line: 1 }, `has ${found.length} problems`, `the first ${MOST_PROBLEMS} are told`)
      for (const problem of found.slice(0, MOST_PROBLEMS)) {
        const path = problem.place.thing ?? ''
        problems.add(file.placeOf(keysOf(path)), `\`${path}\` ${problem.message}`, problem.hint)
      }
    }
  }
  return grids
}
