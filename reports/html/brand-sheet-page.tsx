/** The sheet of one brand as a page, for the brand itself. */

import type { StudyLanguage } from '../../src/domain/language.js'
import { inLanguage, textIn, titleIn } from '../../src/languages/index.js'
import { advice, type BrandSheet, type SheetExchange } from '../brand-data.js'
import type { EditionReport } from '../edition-schema.js'
import { formatFor, NOTHING } from '../format.js'
import { FAMILIES, SEGMENTS, wordsIn } from '../words.js'
import { page, Scroll } from './layout.js'

/** The sector's indices as anonymous ticks, the brand's own as a dot. */
function PeerSpread({ sheet, label }: { readonly sheet: BrandSheet; readonly label: string }) {
  const own = sheet.standing.index
  return (
    <svg viewBox="0 0 640 56" role="img" aria-label={label} style="width:100%;max-width:640px;height:auto">
      <line x1="10" x2="630" y1="30" y2="30" stroke="#ddd8cc" />
      {[0, 25, 50, 75, 100].map((value) => (
        <text x={10 + 6.2 * value} y="52" font-size="12" text-anchor="middle" fill="#5d5951">
          {value}
        </text>
      ))}
      {sheet.peers.map((value) => (
        <line x1={10 + 6.2 * value} x2={10 + 6.2 * value} y1="20" y2="40" stroke="#8f897d" stroke-width="2" />
      ))}
      {own.interval ? (
        <line
          x1={10 + 6.2 * own.interval.low}
          x2={10 + 6.2 * own.interval.high}
          y1="30"
          y2="30"
          stroke="#0b5fa5"
          stroke-width="3"
        />
      ) : null}
      {own.value === null ? null : <circle cx={10 + 6.2 * own.value} cy="30" r="7" fill="#0b5fa5" />}
    </svg>
  )
}

function ExchangeSection({
  exchange,
  language,
}: {
  readonly exchange: SheetExchange
  readonly language: StudyLanguage
}) {
  const words = wordsIn(language)
  const { number, duration, day, text } = formatFor(language)
  const when = exchange.answered
    ? inLanguage(
        { fr: `répondu en ${duration(exchange.delayHours)}`, en: `answered in ${duration(exchange.delayHours)}` },
        language,
      )
    : words.noAnswer
  return (
    <section>
      <h3>{text(`${textIn(exchange.scenario, language)} · ${number(exchange.mark)} ${words.outOf100}`)}</h3>
      <p class="note">{text(`${day(exchange.sentAt)} · ${when}`)}</p>
      {exchange.lost.length > 0 ? (
        <Scroll label={textIn(exchange.scenario, language)}>
          <table>
            <thead>
              <tr>
                <th scope="col" class="number">
                  {inLanguage({ fr: 'Points perdus', en: 'Points lost' }, language)}
                </th>
                <th scope="col">{words.criterion}</th>
                <th scope="col">{inLanguage({ fr: 'Constat', en: 'Finding' }, language)}</th>
              </tr>
            </thead>
            <tbody>
              {exchange.lost.map((lost) => (
                <tr>
                  <td class="number">{number(lost.points)}</td>
                  <th scope="row">{textIn(lost.title, language)}</th>
                  <td>
                    {text(textIn(lost.message, language))}
                    {lost.evidence.map((excerpt) => (
                      <span class="note">{text(` « ${excerpt} »`)}</span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      ) : null}
    </section>
  )
}

/** The page as one HTML file. */
export function brandSheetPage(report: EditionReport, sheet: BrandSheet, language: StudyLanguage): string {
  const words = wordsIn(language)
  const { number, percent, duration, ordinal, range, text } = formatFor(language)
  const { standing } = sheet
  const interval = standing.index.interval
  const ranks = standing.rankInterval
  const title = inLanguage(
    {
      fr: `${standing.name} : ${number(standing.index.value)} sur 100, ${standing.rank === null ? 'non classée' : `${ordinal(standing.rank)} sur ${report.counts.ranked}`}`,
      en: `${standing.name}: ${number(standing.index.value)} out of 100, ${standing.rank === null ? 'not ranked' : `${ordinal(standing.rank)} of ${report.counts.ranked}`}`,
    },
    language,
  )
  const figures: [string, string, string][] = [
    [
      words.index,
      number(standing.index.value),
      [
        interval ? range(number(interval.low), number(interval.high)) : '',
        standing.shrunkenIndex == null
          ? ''
          : `${words.shrunken.toLowerCase()}${inLanguage({ fr: ' :', en: ':' }, language)} ${number(standing.shrunkenIndex)}`,
      ]
        .filter((part) => part !== '')
        .join(' · '),
    ],
    [words.rank, String(standing.rank ?? NOTHING), ranks ? range(String(ranks.low), String(ranks.high)) : ''],
    [words.responseRate, percent(standing.responseRate.value), `n = ${standing.responseRate.n}`],
    [words.medianDelay, duration(standing.medianDelayHours.value), `n = ${standing.medianDelayHours.n}`],
    [
      words.mistakes,
      number(standing.mistakesPer100Words.value),
      `n = ${number(standing.mistakesPer100Words.n, 0)} ${inLanguage({ fr: 'mots', en: 'words' }, language)}`,
    ],
    [words.segment, standing.segment ? inLanguage(SEGMENTS[standing.segment], language) : NOTHING, ''],
  ]
  return page({
    report,
    language,
    kind: words.brandSheet,
    title: text(title),
    lead: text(
      inLanguage(
        {
          fr: 'Document destiné à la marque. Les réponses y sont citées, les personnes masquées.',
          en: 'For the brand itself. Its answers are quoted, people are masked.',
        },
        language,
      ),
    ),
    children: (
      <>
        <dl class="figures">
          {figures.map(([name, value, note]) => (
            <div>
              <dt>{text(name)}</dt>
              <dd>
                {value}
                {note ? <small>{text(note)}</small> : null}
              </dd>
            </div>
          ))}
        </dl>
        <h2>{inLanguage({ fr: 'À corriger d’abord', en: 'What to fix first' }, language)}</h2>
        {sheet.priorities.length > 0 ? (
          <ol>
            {advice(sheet, language, (value) => number(value)).map((line) => (
              <li>{text(line)}</li>
            ))}
          </ol>
        ) : (
          <p>{inLanguage({ fr: 'Aucun point perdu.', en: 'No point was lost.' }, language)}</p>
        )}
        <h2>
          {text(
            inLanguage(
              {
                fr: `Parmi les marques du secteur « ${sheet.sectorTitle.fr} »`,
                en: `Among the brands of “${sheet.sectorTitle.en}”`,
              },
              language,
            ),
          )}
        </h2>
        <PeerSpread
          sheet={sheet}
          label={inLanguage(
            {
              fr: 'Indices des marques du secteur, sans noms ; le point est cette marque',
              en: 'Indices of the sector’s brands, without names; the dot is this brand',
            },
            language,
          )}
        />
        <p class="note">
          {text(
            inLanguage(
              {
                fr: `Traits : indices des ${sheet.peers.length} autres marques, sans noms. Point et trait bleu : cette marque et son intervalle.`,
                en: `Ticks: indices of the ${sheet.peers.length} other brands, without names. Dot and blue line: this brand and its interval.`,
              },
              language,
            ),
          )}
        </p>
        {sheet.changeP === null ? null : (
          <p>
            {text(
              inLanguage(
                {
                  fr: `Depuis ${report.changes!.before}, situation par situation : p = ${number(sheet.changeP, 3)}${sheet.changeP > 0.05 ? ' ; l’écart peut être dû au hasard' : ''}.`,
                  en: `Since ${report.changes!.before}, scenario by scenario: p = ${number(sheet.changeP, 3)}${sheet.changeP > 0.05 ? '; the difference may be due to chance' : ''}.`,
                },
                language,
              ),
            )}
          </p>
        )}
        <h2>{inLanguage({ fr: 'Familles de critères', en: 'Families of criteria' }, language)}</h2>
        <ul class="plain">
          {report.method.grid.families.map((family) => (
            <li>
              {text(
                `${titleIn(FAMILIES[family.id], language) ?? family.id}${inLanguage({ fr: ' :', en: ':' }, language)} ${number(standing.families[family.id] ?? null)} / ${family.weight}`,
              )}
            </li>
          ))}
        </ul>
        <h2>{inLanguage({ fr: 'Chaque échange', en: 'Every exchange' }, language)}</h2>
        {sheet.exchanges.map((exchange) => (
          <ExchangeSection exchange={exchange} language={language} />
        ))}
      </>
    ),
  })
}
