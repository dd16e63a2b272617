/** The static site of an edition: pages and charts in every language of the study, data once, the seal to verify. */

import type { StudyLanguage } from '../src/domain/language.js'
import { readReportRows } from '../src/editions/edition-rows.js'
import { ENGINE_ANALYSIS } from '../src/editions/sealed-engine.js'
import { firstToldLanguage, ownName, toldLanguages } from '../src/languages/index.js'
import type { Ledger } from '../src/ledger/ledger.js'
import { canonicalJson } from '../src/scoring/canonical-json.js'
import { buildEditionReport } from './edition-data.js'
import { indexPage, type SiteLink } from './html/index-page.js'
import { verifyPage } from './html/verify-page.js'
import { rankingInput } from './ranking-input.js'
import { bundleVerifier } from './verifier/bundle.js'
import { wordsIn } from './words.js'
import { type ReportFile, reportFiles } from './write-report.js'

/** Labels of pages, by file name. */
function pageLabels(language: StudyLanguage): Readonly<Record<string, string>> {
  const words = wordsIn(language)
  return {
    'league-table.html': words.leagueTable,
    'trends.html': words.trends,
    'methodology.html': words.methodology,
    'press-kit.html': words.pressKit,
    'verify.html': words.verify,
  }
}

/**
 * Every file of the site, paths with `/`; a folder per language, `data/` shared, the front page in the study's first language. The
 * manifest of these files is not among them (src/app/publish-site.ts).
 * @param publicKey key that will sign them, null where none will; by default that of the last publication
 */
export async function siteFiles(
  ledger: Ledger,
  edition: string,
  publicKey?: string | null,
): Promise<readonly ReportFile[]> {
  const stored = readReportRows(ledger, edition)
  const rows = publicKey === undefined ? stored : { ...stored, edition: { ...stored.edition, publicKey } }
  const report = buildEditionReport(rows)
  const { languages } = report.study
  const told = languages.filter((language) => toldLanguages().includes(language))
  const first = told[0] ?? firstToldLanguage()
  const data = (await reportFiles(report, ['csv', 'xlsx', 'json'], first)).map((file) => ({
    ...file,
    path: `data/${file.path}`,
  }))
  const seal = ledger.standings.seal(edition)
  const json = 'application/json'
  data.push({ path: 'data/ranking-input.json', contentType: json, content: `${JSON.stringify(rankingInput(rows))}\n` })
  const fixed = rows.edition.preregistration
  // Its bytes are those that were hashed before the first e-mail.
  if (fixed) {
    const content = canonicalJson(fixed.preregistration)
    data.push({ path: 'data/preregistration.json', contentType: json, content })
  }
  const engine = ledger.standings.analysis(edition, ENGINE_ANALYSIS)
  if (seal && engine !== null)
    data.push({ path: 'data/engine.json', contentType: json, content: `${JSON.stringify(engine, null, 1)}\n` })
  if (seal) data.push({ path: 'data/seal.json', contentType: json, content: `${JSON.stringify(seal.seal)}\n` })
  const files: ReportFile[] = [...data]
  // Without a seal there is nothing to check yet.
  const [pageScript, program] = seal
    ? await Promise.all([bundleVerifier('page'), bundleVerifier('node')])
    : [null, null]
  if (program !== null) files.push({ path: 'verify.mjs', contentType: 'text/javascript', content: program })
  for (const language of told.length > 0 ? told : [first]) {
    const own = [...(await reportFiles(report, ['html', 'svg'], language))]
    const labels = pageLabels(language)
    const check = pageScript === null ? null : verifyPage(report, language, pageScript)
    if (check !== null) own.push({ path: 'verify.html', contentType: 'text/html; charset=utf-8', content: check })
    files.push(...own.map((file) => ({ ...file, path: `${language}/${file.path}` })))
    const front = (up: string, folder: string): ReportFile['content'] =>
      indexPage(report, language, {
        pages: own
          .filter((file) => file.path.endsWith('.html'))
          .map((file): SiteLink => ({ path: `${folder}${file.path}`, label: labels[file.path] ?? file.path })),
        data: [
          ...data.map((file): SiteLink => ({ path: `${up}${file.path}`, label: file.path.replace('data/', '') })),
          ...own
            .filter((file) => file.path.endsWith('.svg'))
            .map((file): SiteLink => ({ path: `${folder}${file.path}`, label: file.path })),
        ],
        other: told
          .filter((other) => other !== language)
          .map((other): SiteLink => ({ path: `${up}${other}/index.html`, label: ownName(other) })),
        lacking: languages.filter((other) => !told.includes(other)),
      })
    const html = 'text/html; charset=utf-8'
    files.push({ path: `${language}/index.html`, contentType: html, content: front('../', '') })
    if (language !== first) continue
    files.push({ path: 'index.html', contentType: html, content: front('', `${language}/`) })
    if (check !== null) files.push({ path: 'verify.html', contentType: html, content: check })
  }
  return files
}
