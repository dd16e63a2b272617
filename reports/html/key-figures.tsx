/** Key figures of an edition, each with its interval and n. */

import type { StudyLanguage } from '../../src/domain/language.js'
import { inLanguage } from '../../src/languages/index.js'
import type { EditionReport } from '../edition-schema.js'
import { formatFor } from '../format.js'
import { wordsIn } from '../words.js'

type Estimate = EditionReport['overall']['responseRate']

/** A row of large figures. */
export function KeyFigures({ report, language }: { readonly report: EditionReport; readonly language: StudyLanguage }) {
  const words = wordsIn(language)
  const { number, percent, duration, range, text } = formatFor(language)
  const { overall, counts } = report
  const within = (estimate: Estimate, show: (value: number) => string) =>
    estimate.interval
      ? `${range(show(estimate.interval.low), show(estimate.interval.high))}, n = ${number(estimate.n, 0)}`
      : `n = ${number(estimate.n, 0)}`
  const open = overall.medianDelayHours.interval?.openEnded === true
  const figures: [string, string, string][] = [
    [words.responseRate, percent(overall.responseRate.value), within(overall.responseRate, (value) => percent(value))],
    [words.within24, percent(overall.within24Hours.value), within(overall.within24Hours, (value) => percent(value))],
    [
      words.medianDelay,
      duration(overall.medianDelayHours.value),
      open
        ? `≥ ${duration(overall.medianDelayHours.interval!.low)}, n = ${number(overall.medianDelayHours.n, 0)}`
        : within(overall.medianDelayHours, (value) => duration(value)),
    ],
    [
      words.mistakes,
      number(overall.mistakesPer100Words.value),
      `${number(counts.mistakes, 0)} / ${number(counts.words, 0)} ${inLanguage({ fr: 'mots', en: 'words' }, language)}`,
    ],
    [
      words.full,
      number(counts.fullResponseBrands, 0),
      `${inLanguage({ fr: 'sur', en: 'of' }, language)} ${number(counts.brands, 0)} ${words.brands}`,
    ],
    [
      words.silent,
      number(counts.silentBrands, 0),
      `${inLanguage({ fr: 'sur', en: 'of' }, language)} ${number(counts.brands, 0)} ${words.brands}`,
    ],
  ]
  return (
    <dl class="figures">
      {figures.map(([title, value, note]) => (
        <div>
          <dt>{text(title)}</dt>
          <dd>
            {value}
            <small>{text(note)}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}
