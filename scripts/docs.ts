/**
 * `npm run docs`: writes docs/methodology.fr.md and .en.md and the README's table from the criteria, grids and constants of the code,
 * and docs/licences.md from the lock file.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { LICENCES_PATH, licencesPage } from './docs/licences.js'
import { methodologyPage, pagePath } from './docs/methodology.js'
import { README_PATH, readmePage } from './docs/readme.js'

for (const language of ['fr', 'en'] as const) {
  mkdirSync(dirname(pagePath(language)), { recursive: true })
  writeFileSync(pagePath(language), methodologyPage(language))
  console.log(`wrote docs/methodology.${language}.md`)
}
writeFileSync(README_PATH, readmePage())
console.log(`wrote the table of ${README_PATH}`)
writeFileSync(LICENCES_PATH, licencesPage())
console.log(`wrote ${LICENCES_PATH}`)
