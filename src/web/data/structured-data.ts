/**
 * What machines read of an edition: schema.org's Dataset with the properties that Google Dataset Search requires and recommends
 * (developers.google.com/search/docs/appearance/structured-data/dataset), and the Report that is written from it.
 */
import type { EditionSummary } from '../../../reports/edition-summary.js'
import type { StudyLanguage } from '../../domain/language.js'
import { inLanguage } from '../../languages/index.js'

/** A file of the edition, as its page offers it. */
export interface OfferedFile {
  /** Path with query. */
  readonly href: string
  readonly label: string
}

/** Media types of the files that hold data, by ending; pages and schemas are no distribution of the data. */
const DATA_FILES: readonly (readonly [ending: string, mediaType: string])[] = [
  ['datapackage.json', 'application/json'],
  ['edition-report.json', 'application/json'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['.csv', 'text/csv'],
]

const KEYWORDS = {
  fr: ['relation client', 'client mystère', 'délai de réponse', 'orthographe', 'e-mail', 'classement'],
  en: ['customer service', 'mystery shopping', 'response time', 'spelling', 'e-mail', 'league table'],
} as const

const MEASURED = {
  fr: ['Indice sur 100', 'Taux de réponse', 'Délai médian de réponse', 'Fautes pour 100 mots'],
  en: ['Index out of 100', 'Response rate', 'Median delay of answers', 'Mistakes per 100 words'],
} as const

/** The edition as `Dataset` and `Report`. */
export function editionStructure(
  summary: EditionSummary,
  edition: string,
  files: readonly OfferedFile[],
  publicUrl: string,
  language: StudyLanguage,
): readonly Readonly<Record<string, unknown>>[] {
  const address = `${publicUrl}/editions/${edition}`
  const creator = { '@type': 'Organization', name: summary.operator, url: publicUrl }
  const published = summary.publishedAt === null ? {} : { datePublished: new Date(summary.publishedAt).toISOString() }
  const common = {
    name: summary.heading,
    description: summary.description,
    url: address,
    inLanguage: language,
    license: summary.licence.url,
    creator,
    publisher: creator,
    ...published,
  }
  const distribution = files.flatMap(({ href, label }) => {
    const [path = ''] = href.split('?')
    const kind = DATA_FILES.find(([ending]) => path.endsWith(ending))
    return kind
      ? [{ '@type': 'DataDownload', name: label, encodingFormat: kind[1], contentUrl: `${publicUrl}${href}` }]
      : []
  })
  return [
    {
      '@type': 'Dataset',
      '@id': `${address}#dataset`,
      ...common,
      isAccessibleForFree: true,
      keywords: [...inLanguage(KEYWORDS, language)],
      variableMeasured: [...inLanguage(MEASURED, language)],
      measurementTechnique: `${publicUrl}/methodology`,
      temporalCoverage: `${summary.sent.from}/${summary.sent.until}`,
      version: edition,
      distribution,
    },
    {
      '@type': 'Report',
      '@id': `${address}#report`,
      ...common,
      headline: summary.finding,
      isBasedOn: `${address}#dataset`,
    },
  ]
}
