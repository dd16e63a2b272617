/** The league table as a page: overall and by sector, charts first. */

import type { StudyLanguage } from '../../src/domain/language.js'
import { inLanguage } from '../../src/languages/index.js'
import { chartContext } from '../charts/context.js'
import { heatMapChart } from '../charts/heat-map.js'
import { survivalChart } from '../charts/survival.js'
import type { EditionReport } from '../edition-schema.js'
import { headlines } from '../sentences.js'
import { wordsIn } from '../words.js'
import { KeyFigures } from './key-figures.js'
import { Figure, page } from './layout.js'
import { LeagueRows } from './league-rows.js'

/** The page as one HTML file. */
export function leagueTablePage(report: EditionReport, language: StudyLanguage): string {
  const words = wordsIn(language)
  const context = chartContext(report, language)
  const lines = headlines(report, language)
  return page({
    report,
    language,
    kind: words.leagueTable,
    title: lines.leagueTable,
    lead: `${lines.responseRate}.`,
    children: (
      <>
        <KeyFigures report={report} language={language} />
        <h2>{words.leagueTable}</h2>
        <LeagueRows report={report} standings={report.standings} language={language} />
        <Figure chart={survivalChart(report, context)} />
        {report.sectors.length > 1 ? <h2>{words.bySector}</h2> : null}
        {report.sectors.length > 1
          ? report.sectors.map((sector) => (
              <section>
                <h3>{inLanguage(sector.title, language)}</h3>
                <LeagueRows
                  report={report}
                  standings={report.standings.filter((standing) => standing.sector === sector.id)}
                  language={language}
                  sector={sector.id}
                />
              </section>
            ))
          : null}
        <Figure chart={heatMapChart(report, context)} />
      </>
    ),
  })
}
