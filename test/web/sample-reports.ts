/** An edition in a few sentences, for pages that are tested without reports. */
import type { EditionReports } from '../../reports/edition-reports.js'
import type { EditionSummary } from '../../reports/edition-summary.js'

const SAMPLE_SUMMARY: EditionSummary = {
  heading: 'Sample study · Edition',
  finding: 'Half of e-mails are answered within 24 h',
  done: 'Somebody wrote to brands and waited.',
  description:
    'Half of e-mails are answered within 24 h. Maison Lune comes first. Somebody wrote to brands and waited.',
  operator: 'Sample Consulting',
  licence: { title: 'Creative Commons Attribution 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  sent: { from: '2024-03-04', until: '2024-04-12' },
  publishedAt: 0,
  card: { heading: 'Sample study', finding: 'Half', figures: [], source: 'Sample Consulting' },
}

/** Reports of an edition without charts or files but what is drawn for a link; a test says what else there is. */
export const SAMPLE_REPORTS: EditionReports = {
  data: () => {
    throw new Error('pages that are tested without reports ask for no data')
  },
  files: () => [],
  file: async () => null,
  charts: () => [],
  brandChart: () => null,
  chart: async () => null,
  chartPicture: async (_, id) => (id === 'league-table' ? new Uint8Array([137]) : null),
  summary: () => SAMPLE_SUMMARY,
  brandSummary: () => null,
  keyFigures: () => [],
  sensitivity: () => null,
  shareCard: async () => new Uint8Array([137]),
  sentences: () => [],
}
