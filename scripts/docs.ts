/** `npm run docs`: writes docs/methodology.fr.md and .en.md, and the README's table, from the criteria, grids and constants of the code. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { methodologyPage, pagePath } from './docs/methodology.js'
import { README_PATH, readmePage } from './docs/readme.js'

for (const language of ['fr', 'en'] as const) {
  mkdirSync(dirname(pagePath(language)), { recursive: true })
  writeFileSync(pagePath(language), methodologyPage(language))
  console.log(`wrote docs/methodology.${language}.md`)
}
writeFileSync(README_PATH, readmePage())
console.log(`wrote the table of ${README_PATH}`)
