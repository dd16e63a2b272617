/** An edition in a few sentences, for pages that are tested without reports. */
import type { EditionSummary } from '../../reports/edition-summary.js'

export const SAMPLE_SUMMARY: EditionSummary = {
  heading: 'Sample study · Edition',
  finding: 'Half of e-mails are answered within 24 h',
  leader: 'Maison Lune comes first',
  done: 'Somebody wrote to brands and waited.',
  description:
    'Half of e-mails are answered within 24 h. Maison Lune comes first. Somebody wrote to brands and waited.',
  operator: 'Sample Consulting',
  licence: { title: 'Creative Commons Attribution 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  sent: { from: '2024-03-04', until: '2024-04-12' },
  publishedAt: 0,
  card: { heading: 'Sample study', finding: 'Half', figures: [], source: 'Sample Consulting' },
}
