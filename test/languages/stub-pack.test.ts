/**
 * A third language is a folder: a stub pack compiles with no other file touched, and every criterion, rule set, report, page and
 * command says what it lacks for it instead of judging or speaking by another language.
 */
import { afterAll, describe, expect, it } from 'vitest'
import { buildEditionReport } from '../../reports/edition-data.js'
import { reportFiles } from '../../reports/write-report.js'
import { languageOption } from '../../src/cli/edition-options.js'
import { criteria, criterionById } from '../../src/criteria/index.js'
import { readReportRows } from '../../src/editions/edition-rows.js'
import { lackOf, registerLanguage, rulesOf, tellLack, toldLanguages } from '../../src/languages/index.js'
import { RULE_SETS } from '../../src/languages/language-pack.js'
import { createProofreader } from '../../src/proofreading/engines/create-proofreader.js'
import { assessExchange } from '../../src/scoring/assess-exchange.js'
import { resolveGrid } from '../../src/scoring/grid.js'
import { evidenceWith } from '../criteria/frame/evidence.js'
import { xx } from '../fixtures/languages/xx/index.js'
import { syntheticLedger } from '../reports/synthetic-ledger.js'
import { openSmallStudy } from '../web/small-study.js'

registerLanguage(xx)

/** A grid of every criterion. */
const grid = resolveGrid(
  {
    id: 'all',
    version: 1,
    title: { fr: 'Tout', en: 'All' },
    families: Object.fromEntries(
      ['responsiveness', 'answer-quality', 'welcome'].map((family) => [
        family,
        {
          weight: family === 'responsiveness' ? 34 : 33,
          because: 'a test',
          criteria: criteria
            .filter(({ meta }) => meta.family === family)
            .map(({ meta }) => ({
              id: meta.id,
              weight: 1,
              because: 'a test',
              notApplicable: 'skip',
              notAvailable: 'skip',
            })),
        },
      ]),
    ),
  },
  criterionById,
)

describe('a language that has nothing but its name', () => {
  const asked = evidenceWith(
    'Bonjour Madame, désolés pour ce retard. Kind regards, Anna. You can call 01 23 45 67 89.',
    {},
  )
  const evidence = { ...asked, question: { ...asked.question, language: xx.id } }
  const { findings } = assessExchange(evidence, grid, { probe: 'p', proofreader: null, words: 15 })

  it.each(
    criteria.filter(({ meta }) => meta.speaks.length > 0).map(({ meta }) => [meta.id, meta] as const),
  )('%s says what it lacks and scores nothing', (id, meta) => {
    const finding = findings.find(({ criterion }) => criterion === id)
    expect(finding?.outcome).toBe('not-available')
    expect(finding?.message).toEqual(tellLack(xx.id, meta.speaks))
    expect(finding?.message['fr']).toContain('xxien')
    expect(finding?.message['en']).toContain('Xxish')
  })

  it('has no rule in any set, and each says so', () => {
    for (const set of RULE_SETS) {
      expect(rulesOf(set).files.map(({ language }) => language)).not.toContain(xx.id)
      expect(lackOf(xx.id, [`rules:${set}`])).toEqual([`rules:${set}`])
      for (const told of toldLanguages()) expect(tellLack(xx.id, [`rules:${set}`])[told]).toMatch(/xx/i)
    }
  })

  it('is not proofread by the rules of another', async () => {
    for (const engine of ['replymark', 'hunspell', 'languagetool', 'grammalecte'])
      await expect(createProofreader(xx.id, { engine, server: null, tradeWords: [] })).rejects.toThrow(
        /Xxish.*proofreading/,
      )
  })

  it('has no report, and the command says which languages have', async () => {
    const ledger = syntheticLedger()
    afterAll(() => ledger.close())
    const report = buildEditionReport(readReportRows(ledger, '2026'))
    await expect(reportFiles(report, ['html'], xx.id)).rejects.toThrow('not written in the language “xxish”')
    expect(() => languageOption({ lang: 'xx' }, ['fr'])).toThrow('not written in the language “xxish”')
  })

  it('has no page: a permalink in it is refused, naming the languages of the pages', async () => {
    const study = await openSmallStudy()
    const answer = await study.app.request('/?lang=xx', { headers: { 'accept-language': 'en' } })
    expect(answer.status).toBe(404)
    const page = await answer.text()
    expect(page).toContain('xxish')
    expect(page).toContain('fr, en')
    study.ledger.close()
  })
})
