/** What was fixed beforehand, on the methodology sheet and in the files. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { buildEditionReport } from '../../reports/edition-data.js'
import { methodologyPage } from '../../reports/html/methodology-page.js'
import { deviationInWords } from '../../reports/preregistration-sentences.js'
import { siteFiles } from '../../reports/site.js'
import type { Deviation } from '../../src/domain/preregistration.js'
import { readReportRows } from '../../src/editions/edition-rows.js'
import { syntheticLedger } from './synthetic-ledger.js'

const ledger = syntheticLedger({ brands: 3, years: [2026] })
const rows = readReportRows(ledger, '2026')
const report = buildEditionReport(rows)
const fixed = report.edition.preregistration!
const page = (preregistration: typeof fixed | null, language: string) =>
  methodologyPage({ ...report, edition: { ...report.edition, preregistration } }, language)

describe('the methodology sheet', () => {
  it('shows the hash, the options and that there was no deviation, in both languages', () => {
    for (const [language, none] of [
      ['fr', 'Aucun.'],
      ['en', 'None.'],
    ] as const) {
      const html = page(fixed, language)
      for (const part of [fixed.hash, fixed.planHash, none]) expect(html).toContain(part)
      expect(html).not.toContain('bootstrap-draws')
    }
  })

  it('shows hypotheses as text, never as markup', () => {
    expect(page({ ...fixed, hypotheses: ['<b>x</b>'] }, 'en')).toContain('&lt;b&gt;x&lt;/b&gt;')
  })

  it('says where nothing was fixed', () => {
    expect(page(null, 'fr')).toContain('fixait rien d’avance')
    expect(page(null, 'en')).toContain('fixed nothing beforehand')
  })

  it.each<[Deviation['kind'], number | null, string, string]>([
    ['cancelled', 1, '1 e-mail prévu et annulé', '1 e-mail planned and cancelled'],
    ['cancelled', 2, '2 e-mails prévus et annulés', '2 e-mails planned and cancelled'],
    ['not-sent', 2, '2 e-mails prévus et non envoyés', '2 e-mails planned and not sent'],
    ['undelivered', 3, '3 e-mails refusés ou non délivrés', '3 e-mails refused or not delivered'],
    ['uncertain', 1, '1 e-mail dont l’envoi est incertain', '1 e-mail of which nobody knows whether it was sent'],
    [
      'late',
      2,
      '2 e-mails partis plus d’un jour après le moment prévu',
      '2 e-mails sent more than a day after the planned moment',
    ],
    ['closed-again', 1, 'édition rouverte et refermée 1 fois', 'edition opened and closed again once'],
    ['proofreaders', 2, 'plusieurs correcteurs : a, b', 'several proofreaders: a, b'],
    ['grid', null, 'une autre grille (a, b) que celle fixée (x)', 'another grid (a, b) than the one fixed (x)'],
    ['analysis', null, 'Tirages du bootstrap : a, b au lieu de x', 'Bootstrap draws: a, b instead of x'],
  ])('tells %s of %s', (kind, count, french, english) => {
    const deviation = { kind, count, option: 'bootstrap-draws', before: 'x', now: 'a, b' }
    expect(deviationInWords(deviation, 'fr')).toBe(french)
    expect(deviationInWords(deviation, 'en')).toBe(english)
    expect(page({ ...fixed, deviations: [deviation] }, 'en')).toContain(english)
  })
})

describe('data/preregistration.json', () => {
  it('has the very bytes of the hash that was printed before the first e-mail', async () => {
    const file = (await siteFiles(ledger, '2026')).find(({ path }) => path === 'data/preregistration.json')!
    expect(createHash('sha256').update(file.content).digest('hex')).toBe(fixed.hash)
  })
})
