import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { GOLDEN_GRIDS, goldenEdition, goldenPath } from './golden-edition.js'

describe('the golden edition', () => {
  // A changed mark needs a raised version and a line in CHANGELOG.md; then `npm run update:golden` renews the files.
  it.each(GOLDEN_GRIDS)('under %s is the same, byte for byte', async (gridId) => {
    expect(await goldenEdition(gridId)).toBe(readFileSync(goldenPath(gridId), 'utf8'))
  })

  it('ranks the brand that answers well before the one that deflects and the one that puts off', async () => {
    const { table } = JSON.parse(await goldenEdition('replymark')) as { table: { rank: number; brand: string }[] }
    expect(table.find(({ rank }) => rank === 1)?.brand).toBe('maison-lune')
  })
})
