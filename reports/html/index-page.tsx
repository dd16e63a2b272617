/** The front page of a static site: what there is to read and to download. */

import type { StudyLanguage } from '../../src/domain/language.js'
import { inLanguage, tellLack, textIn } from '../../src/languages/index.js'
import type { EditionReport } from '../edition-schema.js'
import { headlines } from '../sentences.js'
import { wordsIn } from '../words.js'
import { KeyFigures } from './key-figures.js'
import { page } from './layout.js'

/** One link. */
export interface SiteLink {
  readonly path: string
  readonly label: string
}

/** The page as one HTML file. */
export function indexPage(
  report: EditionReport,
  language: StudyLanguage,
  links: {
    readonly pages: readonly SiteLink[]
    readonly data: readonly SiteLink[]
    readonly other: readonly SiteLink[]
    /** Languages of the study in which there are no pages. */
    readonly lacking: readonly StudyLanguage[]
  },
): string {
  const lines = headlines(report, language)
  const words = wordsIn(language)
  const list = (items: readonly SiteLink[]) => (
    <ul class="plain">
      {items.map((link) => (
        <li>
          <a href={link.path}>{link.label}</a>
        </li>
      ))}
    </ul>
  )
  return page({
    report,
    language,
    kind: words.edition,
    title: lines.leagueTable,
    lead: `${lines.responseRate}.`,
    children: (
      <>
        <KeyFigures report={report} language={language} />
        <h2>{inLanguage({ fr: 'À lire', en: 'To read' }, language)}</h2>
        {list(links.pages)}
        <h2>{inLanguage({ fr: 'Données et graphiques', en: 'Data and charts' }, language)}</h2>
        {list(links.data)}
        {links.other.length > 0 ? <h2>{inLanguage({ fr: 'Autre langue', en: 'Other language' }, language)}</h2> : null}
        {links.other.length > 0 ? list(links.other) : null}
        {links.lacking.map((lacking) => (
          <p class="note">{textIn(tellLack(lacking, ['told']), language)}</p>
        ))}
      </>
    ),
  })
}
