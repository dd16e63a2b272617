/**
 * The key figures of an edition or a sector: each with its one definition, its digits, its interval and what it rests on. Pages of
 * the site, report files and the press kit all print these. Rates and delays count every e-mail the same; the index is the mean
 * over brands; brands are counted among those with an e-mail that counts.
 */
import type { StudyLanguage, Texts } from '../src/domain/language.js'
import type { Estimate } from '../src/domain/standing.js'
import { inLanguage } from '../src/languages/index.js'
import type { EditionReport } from './edition-schema.js'
import { formatFor } from './format.js'
import { wordsIn } from './words.js'

/** What a key figure tells of. */
export type KeyFigureId =
  | 'index'
  | 'response-rate'
  | 'within-24-hours'
  | 'median-delay'
  | 'mistakes'
  | 'full-response'
  | 'silent'
  | 'answered-by-machine'
  | 'authenticated'

/** One figure, as printed. */
export interface KeyFigure {
  readonly id: KeyFigureId
  readonly label: string
  readonly value: string
  /** Interval and n. */
  readonly note: string
  /** Against the previous edition by the same method, and whether chance may be behind it; null where nothing is compared. */
  readonly change: string | null
}

/** Figures that an edition's story opens with. */
export const OPENING_FIGURES: readonly KeyFigureId[] = ['response-rate', 'within-24-hours', 'median-delay', 'mistakes']

/** The change of each figure that is compared, as printed. */
function changesIn({ changes }: EditionReport, language: StudyLanguage): ReadonlyMap<KeyFigureId, string> {
  const said = new Map<KeyFigureId, string>()
  if (!changes) return said
  const { signed, percent, number } = formatFor(language)
  const then = (value: string) =>
    inLanguage({ fr: `${value} en ${changes.before}`, en: `${value} in ${changes.before}` }, language)
  const chance = (clear: boolean) =>
    clear
      ? ''
      : inLanguage({ fr: ' ; l’écart peut être dû au hasard', en: '; the difference may be due to chance' }, language)
  const shares = [
    ['response-rate', changes.responseRate],
    ['within-24-hours', changes.within24Hours],
  ] as const
  for (const [id, share] of shares)
    if (share)
      said.set(id, `${signed(100 * share.difference)} points (${then(percent(share.before))})${chance(share.clear)}`)
  const { mistakes } = changes
  if (mistakes) said.set('mistakes', `${then(number(mistakes.before))}${chance(mistakes.clear)}`)
  return said
}

/** Key figures of the whole edition, or of one of its sectors; none for a sector that it does not have. */
export function keyFigures(
  report: EditionReport,
  language: StudyLanguage,
  sector: string | null = null,
): readonly KeyFigure[] {
  const words = wordsIn(language)
  const { number, percent, duration, range, text } = formatFor(language)
  const found = sector === null ? report.overall : report.sectors.find(({ id }) => id === sector)
  if (!found) return []
  const brands = report.standings.filter(
    (standing) => (sector === null || standing.sector === sector) && standing.responseRate.n > 0,
  )
  const nOf = ({ n }: Pick<Estimate, 'n'>, unit: string) => `n = ${number(n, 0)} ${unit}`
  const noted = (estimate: Estimate, show: (value: number) => string, unit: string) => {
    const { interval } = estimate
    if (!interval) return nOf(estimate, unit)
    const printed = interval.openEnded ? `≥ ${show(interval.low)}` : range(show(interval.low), show(interval.high))
    return `${printed}, ${nOf(estimate, unit)}`
  }
  const mails = inLanguage({ fr: 'e-mails', en: 'e-mails' }, language)
  const ofBrands = (holds: (standing: (typeof brands)[number]) => boolean) => ({
    value: number(brands.filter(holds).length, 0),
    note: `${inLanguage({ fr: 'sur', en: 'of' }, language)} ${number(brands.length, 0)} ${words.brands}`,
  })
  const changes = sector === null ? changesIn(report, language) : new Map<KeyFigureId, string>()
  // Shown where there is one: figures of replies that nobody judged, or machines that nobody met, say nothing.
  const shareOfReplies = (id: KeyFigureId, label: Texts, estimate: Estimate | undefined, unit: Texts) =>
    estimate === undefined || estimate.n === 0 || (id === 'answered-by-machine' && estimate.value === 0)
      ? []
      : [
          {
            id,
            label: inLanguage(label, language),
            value: percent(estimate.value),
            note: noted(estimate, (value) => percent(value), inLanguage(unit, language)),
          },
        ]
  const ofSector = report.sectors.find(({ id }) => id === sector)
  const figures: readonly Omit<KeyFigure, 'change'>[] = [
    {
      id: 'index',
      label: words.index,
      value: number(found.index.value),
      note: noted(found.index, (value) => number(value), words.brands),
    },
    {
      id: 'response-rate',
      label: words.responseRate,
      value: percent(found.responseRate.value),
      note: noted(found.responseRate, (value) => percent(value), mails),
    },
    {
      id: 'within-24-hours',
      label: words.within24,
      value: percent(found.within24Hours.value),
      note: noted(found.within24Hours, (value) => percent(value), mails),
    },
    {
      id: 'median-delay',
      label: words.medianDelay,
      value: duration(found.medianDelayHours.value),
      note: noted(found.medianDelayHours, (value) => duration(value), mails),
    },
    {
      id: 'mistakes',
      label: words.mistakes,
      value: number(found.mistakesPer100Words.value),
      note: noted(
        found.mistakesPer100Words,
        (value) => number(value),
        inLanguage({ fr: 'mots', en: 'words' }, language),
      ),
    },
    { id: 'full-response', label: words.full, ...ofBrands(({ fullResponse }) => fullResponse) },
    { id: 'silent', label: words.silent, ...ofBrands(({ silent }) => silent) },
    ...shareOfReplies(
      'answered-by-machine',
      { fr: 'Réponses d’une machine qui le dit', en: 'Answered by a machine that says so' },
      sector === null ? report.answeredBy.machineShare : ofSector?.answeredByMachine,
      { fr: 'réponses', en: 'replies' },
    ),
    ...shareOfReplies(
      'authenticated',
      { fr: 'Réponses authentifiées', en: 'Authenticated replies' },
      ofSector?.authenticated,
      { fr: 'réponses vérifiées', en: 'replies judged' },
    ),
  ]
  return figures.map((figure) => {
    const change = changes.get(figure.id)
    return {
      ...figure,
      label: text(figure.label),
      note: text(figure.note),
      change: change === undefined ? null : text(change),
    }
  })
}
