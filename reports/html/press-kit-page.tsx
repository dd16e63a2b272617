/** The press kit: the story in sentences, ten first brands, charts, how to cite and verify. */

import type { StudyLanguage } from '../../src/domain/language.js'
import { inLanguage } from '../../src/languages/index.js'
import { chartContext } from '../charts/context.js'
import { leagueTableChart } from '../charts/league-table.js'
import { survivalChart } from '../charts/survival.js'
import type { EditionReport } from '../edition-schema.js'
import { formatFor } from '../format.js'
import { headlines, listed, whatChanged } from '../sentences.js'
import { treatmentSentences } from '../treatment-sentences.js'
import { wordsIn } from '../words.js'
import { KeyFigures } from './key-figures.js'
import { Figure, page } from './layout.js'

/** Brands listed. */
const FIRST = 10

/** What unequal treatment, leaks and solicitations say, as sentences; only what the data show. */
function signals(report: EditionReport, language: StudyLanguage): readonly string[] {
  const { text } = formatFor(language)
  const names = new Map(report.standings.map((standing) => [standing.brand, standing.name]))
  const leaking = report.leaks.filter((leak) => leak.leaks.messages > 0)
  const leaks =
    leaking.length === 0
      ? []
      : [
          inLanguage(
            {
              fr: `${leaking.length} marque${leaking.length > 1 ? 's ont' : ' a'} laissé une adresse passer à un tiers : ${listed(
                leaking.map((leak) => names.get(leak.brand) ?? leak.brand),
                language,
              )}.`,
              en: `${leaking.length} brand${leaking.length > 1 ? 's' : ''} let an address pass to a third party: ${listed(
                leaking.map((leak) => names.get(leak.brand) ?? leak.brand),
                language,
              )}.`,
            },
            language,
          ),
        ]
  return [...treatmentSentences(report, language), ...leaks.map(text)]
}

/** The page as one HTML file. */
export function pressKitPage(report: EditionReport, language: StudyLanguage): string {
  const words = wordsIn(language)
  const { number, day, text } = formatFor(language)
  const context = chartContext(report, language)
  const lines = headlines(report, language)
  const { counts, edition, study } = report
  const first = report.standings.filter((standing) => standing.rank !== null && standing.rank <= FIRST)
  const changes = whatChanged(report, language)
  const notes = signals(report, language)
  const lead = inLanguage(
    {
      fr: `${number(counts.probes, 0)} e-mails mystères à ${number(counts.brands, 0)} marques, du ${day(edition.sendFrom)} au ${day(edition.sendUntil)}.`,
      en: `${number(counts.probes, 0)} mystery e-mails to ${number(counts.brands, 0)} brands, ${day(edition.sendFrom)} to ${day(edition.sendUntil)}.`,
    },
    language,
  )
  return page({
    report,
    language,
    kind: words.pressKit,
    title: lines.responseRate,
    lead: text(lead),
    children: (
      <>
        <KeyFigures report={report} language={language} />
        <h2>{lines.leagueTable}</h2>
        <ol>
          {first.map((standing) => (
            <li value={standing.rank ?? undefined}>
              <strong>{standing.name}</strong> {text(`${number(standing.index.value)} ${words.outOf100}`)}
              {standing.index.interval
                ? ` (${number(standing.index.interval.low, 0)}–${number(standing.index.interval.high, 0)})`
                : ''}
            </li>
          ))}
        </ol>
        <Figure chart={leagueTableChart(report, context)} />
        <Figure chart={survivalChart(report, context)} />
        {changes.length > 0 ? (
          <section>
            <h2>{words.whatChanged}</h2>
            <ul class="plain">
              {changes.map((sentence) => (
                <li>{sentence.text}</li>
              ))}
            </ul>
          </section>
        ) : null}
        {notes.length > 0 ? (
          <section>
            <h2>{words.equalTreatment}</h2>
            <ul class="plain">
              {notes.map((note) => (
                <li>{note}</li>
              ))}
            </ul>
          </section>
        ) : null}
        <h2>{inLanguage({ fr: 'Citer et vérifier', en: 'How to cite and verify' }, language)}</h2>
        <p>
          {text(`${study.operator}, ${study.title}, ${edition.title}. ${report.licence.title} (${report.licence.id}).`)}
        </p>
        <p>
          {text(
            inLanguage(
              {
                fr: 'Avec 5 ou 7 e-mails par marque, les places voisines ne se distinguent pas : citez l’indice avec son intervalle, et le rang avec le sien.',
                en: 'With 5 or 7 e-mails a brand, neighbouring places cannot be told apart: quote the index with its interval, and the rank with its own.',
              },
              language,
            ),
          )}
        </p>
      </>
    ),
  })
}
