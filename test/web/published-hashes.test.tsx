/** What readers compare: keys, roots and what was fixed beforehand, on the pages of open data and of the running edition. */
import { describe, expect, it } from 'vitest'
import type { Publication } from '../../src/editions/publication.js'
import type { StoredEdition } from '../../src/ledger/editions.js'
import type { DashboardView } from '../../src/web/data/dashboard.js'
import { DashboardState } from '../../src/web/pages/dashboard.js'
import { OpenDataPage } from '../../src/web/pages/documents.js'

const [ROOT, FILES, KEY, FIXED] = ['a'.repeat(64), 'b'.repeat(64), 'K'.repeat(43), 'c'.repeat(64)]

function openData(language: string, publicKey: string | null, written = true, fixed: string | null = FIXED!): string {
  const publication = { statement: { filesRoot: FILES, publicKey } } as unknown as Publication
  const edition = { id: '2026', title: 'Edition 2026' } as StoredEdition
  return OpenDataPage({
    language,
    published: [{ edition, files: [], root: ROOT!, publication: written ? publication : null, fixed }],
    studyTitle: 'S',
    operatorName: 'O',
    publicUrl: 'https://x.example',
  }).toString()
}

describe('the page of open data', () => {
  it('names root and key of the published files, and what was fixed beforehand', () => {
    for (const [language, words] of [
      ['fr', 'signée par la clé ed25519'],
      ['en', 'signed by the ed25519 key'],
    ] as const)
      for (const part of [ROOT!, FILES!, KEY!, FIXED!, words]) expect(openData(language, KEY!)).toContain(part)
  })

  it('says plainly that files are not signed, and nothing of files that were not written', () => {
    expect(openData('fr', null)).toContain('(non signée)')
    expect(openData('en', null)).toContain('(not signed)')
    const bare = openData('en', KEY!, false, null)
    for (const part of [FILES!, KEY!, FIXED!]) expect(bare).not.toContain(part)
  })
})

describe('the page of the running edition', () => {
  it('shows the hash that the operator makes known before the first e-mail', () => {
    const counts = { planned: 0, sent: 0, answered: 0, waiting: 0, troubled: 0 }
    const view: DashboardView = {
      edition: '2026',
      title: 'Edition 2026',
      state: 'planned',
      day: null,
      windowsOver: false,
      total: counts,
      sectors: [],
      openReviews: 0,
      problems: [],
      running: false,
      sendsHere: false,
      mayControl: true,
      fixed: FIXED!,
    }
    const shown = (fixed: string | null) => DashboardState({ view: { ...view, fixed }, language: 'en' }).toString()
    expect(shown(FIXED!)).toContain(FIXED)
    expect(shown(null)).not.toContain('under this hash')
  })
})
