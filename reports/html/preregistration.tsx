/** What was fixed before the first e-mail, and in what the edition was done otherwise: a part of the methodology sheet. */
import type { StudyLanguage } from '../../src/domain/language.js'
import { inLanguage } from '../../src/languages/index.js'
import type { EditionReport } from '../edition-schema.js'
import { formatFor } from '../format.js'
import { deviationInWords, optionInWords } from '../preregistration-sentences.js'
import { Scroll } from './layout.js'

/** The part; says plainly where nothing was fixed. */
export function Preregistration({
  report,
  language,
}: {
  readonly report: EditionReport
  readonly language: StudyLanguage
}) {
  const { text, moment, number } = formatFor(language)
  const said = (fr: string, en: string) => text(inLanguage({ fr, en }, language))
  const fixed = report.edition.preregistration ?? null
  const title = said('Ce qui était fixé avant le premier e-mail', 'What was fixed before the first e-mail')
  if (fixed === null)
    return (
      <>
        <h2>{title}</h2>
        <p>
          {said(
            'Rien : l’édition a été préparée par une version du programme qui ne fixait rien d’avance.',
            'Nothing: the edition was planned by a version of the program that fixed nothing beforehand.',
          )}
        </p>
      </>
    )
  return (
    <>
      <h2>{title}</h2>
      <p>
        {said(
          `Plan, grille, hypothèses et analyse ont été fixés le ${moment(fixed.fixedAt)} sous une seule empreinte, celle de data/preregistration.json :`,
          `Plan, grid, hypotheses and analysis were fixed on ${moment(fixed.fixedAt)} under one hash, that of data/preregistration.json:`,
        )}{' '}
        <span class="hash">{fixed.hash}</span>
      </p>
      <p>
        {said('Empreinte de tous les e-mails prévus :', 'Hash of all planned e-mails:')}{' '}
        <span class="hash">{fixed.planHash}</span>
      </p>
      <h3>{said('Hypothèses', 'Hypotheses')}</h3>
      {fixed.hypotheses.length === 0 ? (
        <p>{said('L’opérateur n’en a pas énoncé.', 'The operator stated none.')}</p>
      ) : (
        <ul class="plain">
          {fixed.hypotheses.map((hypothesis) => (
            <li>{text(hypothesis)}</li>
          ))}
        </ul>
      )}
      <h3>{said('Options de l’analyse', 'Options of the analysis')}</h3>
      <Scroll label={said('Options de l’analyse', 'Options of the analysis')}>
        <table>
          <tbody>
            {Object.entries(fixed.analysis).map(([option, value]) => (
              <tr>
                <th scope="row">{text(optionInWords(option, language))}</th>
                <td>{typeof value === 'number' && !Number.isInteger(value) ? number(value, 2) : String(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <h3>{said('Écarts, relevés par le programme', 'Deviations, found by the program')}</h3>
      {fixed.deviations.length === 0 ? (
        <p>{said('Aucun.', 'None.')}</p>
      ) : (
        <ul class="plain">
          {fixed.deviations.map((deviation) => (
            <li>{text(deviationInWords(deviation, language))}</li>
          ))}
        </ul>
      )}
    </>
  )
}
