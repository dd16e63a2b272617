/** The README's table of criteria, between its two marks: made from the registry and the default grid, so that it cannot drift. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { criteria, criterionById } from '../../src/criteria/index.js'
import { resolveGrid } from '../../src/scoring/grid.js'

/** Path of the README. */
export const README_PATH = 'README.md'

const BLOCK = /(<!-- criteria: written by `npm run docs` -->\n)[\s\S]*?(<!-- \/criteria -->)/

/** The README with its table renewed; everything else stays as it is. */
export function readmePage(): string {
  const grid = resolveGrid(parse(readFileSync('config/grids/replymark.yaml', 'utf8')), criterionById)
  const rows = grid.families.flatMap((family) =>
    family.criteria.map(({ id, weight }, place) => {
      const meta = criteria.find((criterion) => criterion.meta.id === id)?.meta
      const points = place === 0 ? `${family.id}, ${family.weight} of 100` : ''
      return `| ${points} | \`${id}\` | ${weight} | ${meta?.description.en ?? ''} |`
    }),
  )
  const table = ['', '| family | criterion | weight | what it says |', '|---|---|---|---|', ...rows, '', ''].join('\n')
  return readFileSync(README_PATH, 'utf8').replace(BLOCK, (_, start: string, end: string) => start + table + end)
}
