/** The story of an edition: a finding first, a reason where a figure is missing, a citation in the forms that people paste. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEditionReports } from '../../reports/edition-reports.js'
import { headlines } from '../../reports/sentences.js'
import type { ProbeState } from '../../src/domain/probe.js'
import { createApp } from '../../src/web/app.js'
import { citationOf } from '../../src/web/citation.js'
import { whyUnranked } from '../../src/web/data/unranked.js'
import { published } from '../jobs/purge-evidence/person/published-study.js'
import { openSmallStudy, type SmallStudy } from './small-study.js'

describe('a brand without a rank', () => {
  it.each<[readonly ProbeState[], string]>([
    [[], 'no e-mail was meant for it'],
    [['sent', 'sending'], 'its answers are still awaited'],
    [['undelivered', 'refused'], 'our e-mails did not reach it'],
    [['cancelled', 'void'], 'its e-mails were withdrawn'],
    [['undelivered', 'void'], 'none of its e-mails counts'],
  ])('with e-mails %j is told so', (states, said) => {
    expect(whyUnranked(states, 'en')).toBe(`no rank: ${said}`)
    expect(whyUnranked(states, 'fr')).toMatch(/^pas de rang : /)
  })
})

describe('a citation', () => {
  const cited = {
    operator: 'Études & Cie',
    study: 'Baromètre_50 %',
    edition: '2026',
    year: '2026',
    address: 'https://barometre.example/editions/2026',
    seal: null,
  }

  it('escapes what TeX would take for a command, and nothing in the address', () => {
    const { bibtex } = citationOf(cited)
    expect(bibtex).toContain('author = {{Études \\& Cie}}')
    expect(bibtex).toContain('title = {{Baromètre\\_50 \\%, 2026}}')
    expect(bibtex).toContain(`url = {${cited.address}}`)
    expect(bibtex).toMatch(/^@misc\{etudes-cie-2026,/)
  })

  it('is a RIS record of one line a field, from TY to ER, with the seal where there is one', () => {
    const lines = citationOf({ ...cited, study: 'Two\nlines', seal: 'abc' }).ris.split('\n')
    expect(lines[0]).toBe('TY  - DATA')
    expect(lines.at(-1)).toBe('ER  - ')
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /)
    expect(lines).toContain('N1  - SHA-256 abc')
  })
})

describe('the page of an edition', () => {
  let study: SmallStudy
  let app: SmallStudy['app']
  let reports: ReturnType<typeof createEditionReports>
  beforeAll(async () => {
    study = await openSmallStudy()
    const ledger = published(':memory:', 12)
    reports = createEditionReports(ledger)
    app = createApp({ ...study.dependencies, ledger, reports, now: () => Date.UTC(2030, 0, 1) })
  })
  afterAll(() => study.ledger.close())

  it.each([
    'fr',
    'en',
  ] as const)('opens with the finding, and offers files, embed, citation in %s', async (language) => {
    const html = await (await app.request(`/?lang=${language}`)).text()
    const heading = /<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? ''
    expect(heading).toBe(reports.summary('2026', language).finding)
    for (const id of ['standings.csv', 'standings.excel-fr.csv', 'edition.xlsx', 'press-kit.html'])
      expect(html).toContain(`/files/${id}?lang=${language}`)
    expect(html).toContain('/charts/league-table.png')
    expect(html).toContain('@misc{')
  })

  it('claims no difference between situations that chance explains', () => {
    const report = reports.data('2026')
    const estimate = (value: number, low: number, high: number) => ({
      value,
      interval: { low, high, level: 0.95 },
      n: 12,
    })
    const [scenario] = report.scenarios
    if (!scenario) throw new Error('the study has no scenario')
    const withRates = (other: ReturnType<typeof estimate>) => ({
      ...report,
      scenarios: [
        { ...scenario, id: 'one', responseRate: estimate(0.4, 0.2, 0.6) },
        { ...scenario, id: 'other', responseRate: other },
      ],
    })
    expect(headlines(withRates(estimate(0.7, 0.5, 0.9)), 'en').heatMap).toContain('may be due to chance')
    expect(headlines(withRates(estimate(0.9, 0.7, 1)), 'en').heatMap).toContain('gets most answers')
  })
})
