/** Trends as a page: what changed in sentences, ranks and response rates over editions, segments. */

import type { StudyLanguage } from '../../src/domain/language.js'
import { inLanguage } from '../../src/languages/index.js'
import { bumpChart } from '../charts/bump.js'
import { chartContext } from '../charts/context.js'
import { responseTrendChart } from '../charts/response-trend.js'
import type { EditionReport } from '../edition-schema.js'
import { formatFor, NOTHING } from '../format.js'
import { headlines, whatChanged } from '../sentences.js'
import { SEGMENTS, wordsIn } from '../words.js'
import { Figure, page, Scroll } from './layout.js'

/** The page as one HTML file. */
export function trendsPage(report: EditionReport, language: StudyLanguage): string {
  const words = wordsIn(language)
  const { number, percent, text } = formatFor(language)
  const sentences = whatChanged(report, language)
  const context = chartContext(report, language)
  const several = report.trends.brands.some((brand) => brand.points.filter((point) => point.rank !== null).length > 1)
  const rates = report.trends.editions.filter((edition) => edition.responseRate !== null)
  const withSegment = report.standings.filter((standing) => standing.segment !== null)
  return page({
    report,
    language,
    kind: words.trends,
    title: several ? headlines(report, language).bump : words.trends,
    children: (
      <>
        {sentences.length > 0 ? (
          <section>
            <h2>{words.whatChanged}</h2>
            <ul class="plain">
              {sentences.map((sentence) => (
                <li>{sentence.text}</li>
              ))}
            </ul>
          </section>
        ) : (
          <p class="note">
            {text(
              inLanguage(
                {
                  fr: 'Aucune édition antérieure mesurée par la même méthode : les évolutions paraîtront avec la prochaine.',
                  en: 'No earlier edition was measured by the same method: changes will appear with the next one.',
                },
                language,
              ),
            )}
          </p>
        )}
        {several ? <Figure chart={bumpChart(report, context)} /> : null}
        {rates.length > 1 ? <Figure chart={responseTrendChart(report, context)} /> : null}
        <h2>{words.edition}s</h2>
        <Scroll label={words.trends}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.edition}</th>
                <th scope="col">{inLanguage({ fr: 'Origine', en: 'Origin' }, language)}</th>
                <th scope="col" class="number">
                  {text(inLanguage({ fr: 'Marques', en: 'Brands' }, language))}
                </th>
                <th scope="col" class="number">
                  {words.responseRate}
                </th>
                <th scope="col" class="number">
                  {words.full}
                </th>
                <th scope="col" class="number">
                  {words.silent}
                </th>
                <th scope="col" class="number">
                  {words.index}
                </th>
              </tr>
            </thead>
            <tbody>
              {report.trends.editions.map((edition) => (
                <tr>
                  <th scope="row">{edition.edition}</th>
                  <td>
                    {edition.origin === 'published'
                      ? `${words.published} (${edition.method})`
                      : inLanguage({ fr: 'mesurée', en: 'measured' }, language)}
                  </td>
                  <td class="number">{number(edition.brands, 0)}</td>
                  <td class="number">{percent(edition.responseRate)}</td>
                  <td class="number">{percent(edition.fullResponseShare)}</td>
                  <td class="number">{percent(edition.silentShare)}</td>
                  <td class="number">{number(edition.meanIndex)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        {withSegment.length > 0 ? (
          <section>
            <h2>{words.consistency}</h2>
            <Scroll label={words.consistency}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{words.brand}</th>
                    <th scope="col">{words.segment}</th>
                    <th scope="col" class="number">
                      {inLanguage({ fr: 'Éditions', en: 'Editions' }, language)}
                    </th>
                    <th scope="col" class="number">
                      {text(inLanguage({ fr: 'Écart des rangs', en: 'Rank spread' }, language))}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {withSegment.map((standing) => (
                    <tr>
                      <th scope="row">{standing.name}</th>
                      <td>{standing.segment ? inLanguage(SEGMENTS[standing.segment], language) : NOTHING}</td>
                      <td class="number">{standing.consistency?.editions ?? NOTHING}</td>
                      <td class="number">{percent(standing.consistency?.spread ?? null)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          </section>
        ) : null}
      </>
    ),
  })
}
