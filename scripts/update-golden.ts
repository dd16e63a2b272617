/** `npm run update:golden`: the only way to renew test/golden/*.json. Prints what moved, for CHANGELOG.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { GOLDEN_GRIDS, goldenEdition, goldenPath } from '../test/golden/golden-edition.js'

interface Golden {
  readonly table: readonly { readonly rank: number; readonly brand: string; readonly index: number }[]
}

for (const gridId of GOLDEN_GRIDS) {
  const path = goldenPath(gridId)
  const before = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Golden) : null
  const text = await goldenEdition(gridId)
  const after = JSON.parse(text) as Golden
  writeFileSync(path, text)
  for (const { brand, rank, index } of after.table) {
    const old = before?.table.find((row) => row.brand === brand)
    const moved = old ? `was ${old.rank}, ${old.index.toFixed(1)}` : 'new'
    console.log(`${gridId}  ${rank}  ${brand}  ${index.toFixed(1)}  (${moved})`)
  }
}
