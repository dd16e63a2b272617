/** `npm run new:criterion ID [FAMILY]`: writes source, test and a grid entry at weight 0, and says what comes next. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { CriterionFamily } from '../src/domain/finding.js'
import { scaffoldCriterion } from './new-criterion/scaffold.js'

const FAMILIES: readonly CriterionFamily[] = ['responsiveness', 'answer-quality', 'welcome']
const REGISTRY = 'src/criteria/index.ts'
const GRID = 'config/grids/replymark.yaml'

const [id, family = 'answer-quality'] = process.argv.slice(2)
if (!id || !FAMILIES.includes(family as CriterionFamily)) {
  console.error(`Usage: npm run new:criterion ID [${FAMILIES.join('|')}]`)
  process.exit(2)
}
try {
  const written = scaffoldCriterion(
    id,
    family as CriterionFamily,
    readFileSync(REGISTRY, 'utf8'),
    readFileSync(GRID, 'utf8'),
  )
  writeFileSync(`src/criteria/${id}.ts`, written.source, { flag: 'wx' })
  writeFileSync(`test/criteria/${id}.test.ts`, written.test, { flag: 'wx' })
  writeFileSync(REGISTRY, written.registry)
  writeFileSync(GRID, written.grid)
  console.log(`Wrote src/criteria/${id}.ts, test/criteria/${id}.test.ts, an entry in ${REGISTRY} and one of weight 0 in ${GRID}.
Next: write meta and evaluate, then its tests; run \`npm run docs\` and \`npm run update:golden\`; give it a weight with a reason.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
