/** The indicators of an edition or a brand as a row of figures, each with its n. */

import type { StudyLanguage } from '../../domain/language.js'
import type { Standing } from '../../domain/standing.js'
import { inLanguage } from '../../languages/index.js'
import { formatHours, formatNumber, formatShare } from '../format.js'

/** One figure. */
export interface Figure {
  readonly label: string
  readonly value: string
  /** What it rests on. */
  readonly note: string
  /** Against the edition before; absent or null where nothing is compared. */
  readonly change?: string | null
}

/** A row of figures; a quiet one stands below another and is set smaller. */
export function Figures(props: { figures: readonly Figure[]; quiet?: boolean }) {
  if (props.figures.length === 0) return null
  return (
    <dl class={props.quiet ? 'figures quiet' : 'figures'}>
      {props.figures.map(({ label, value, note, change }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            {value}
            <small>{note}</small>
          </dd>
          {change ? <dd class="change">{change}</dd> : null}
        </div>
      ))}
    </dl>
  )
}

const WORDS = {
  fr: {
    answers: 'Réponses',
    delay: 'Délai médian',
    mistakes: 'Fautes /100 mots',
    index: 'Indice',
    rank: 'Rang',
    probes: 'messages',
    words: 'mots',
    flawless: 'Réponses sans faute',
    replies: 'réponses',
    between: 'entre {low} et {high}',
    of: 'sur',
    shrunken: 'indice resserré',
  },
  en: {
    answers: 'Answered',
    delay: 'Median delay',
    mistakes: 'Mistakes /100 words',
    index: 'Index',
    rank: 'Rank',
    probes: 'mails',
    words: 'words',
    flawless: 'Flawless replies',
    replies: 'replies',
    between: '{low} to {high}',
    of: 'of',
    shrunken: 'shrunken index',
  },
} as const

/** What one standing says, with intervals. */
export function standingFigures(standing: Standing, brands: number, language: StudyLanguage): readonly Figure[] {
  const words = inLanguage(WORDS, language)
  const range = (low: string, high: string) => words.between.replace('{low}', low).replace('{high}', high)
  const interval = (estimate: Standing['index'], format: (value: number) => string, unit: string) =>
    `${estimate.interval ? `${range(format(estimate.interval.low), format(estimate.interval.high))} · ` : ''}n = ${estimate.n} ${unit}`
  const number = (value: number) => formatNumber(value, language)
  const percent = (value: number) => formatShare(value, language)
  const { rankInterval } = standing
  return [
    {
      label: words.rank,
      value: formatNumber(standing.rank, language, 0),
      note: `${rankInterval ? `${range(formatNumber(rankInterval.low, language, 0), formatNumber(rankInterval.high, language, 0))} · ` : ''}${words.of} ${brands}`,
    },
    {
      label: words.index,
      value: formatNumber(standing.index.value, language),
      note: `${interval(standing.index, number, words.probes)}${
        standing.shrunkenIndex == null ? '' : ` · ${words.shrunken} ${number(standing.shrunkenIndex)}`
      }`,
    },
    {
      label: words.answers,
      value: formatShare(standing.responseRate.value, language),
      note: interval(standing.responseRate, percent, words.probes),
    },
    {
      label: words.delay,
      value: formatHours(standing.medianDelayHours.value, language),
      note: interval(standing.medianDelayHours, (value) => formatHours(value, language), words.probes),
    },
    {
      label: words.mistakes,
      value: formatNumber(standing.mistakesPer100Words.value, language),
      note: interval(standing.mistakesPer100Words, number, words.words),
    },
    {
      label: words.flawless,
      value: formatShare(standing.flawlessShare.value, language),
      note: interval(standing.flawlessShare, percent, words.replies),
    },
  ]
}
