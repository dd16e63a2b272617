/** An index and its interval as a dot and whisker on one common scale, drawn with attributes only so that it needs no style of its own. */

import type { StudyLanguage } from '../../domain/language.js'
import type { Estimate } from '../../domain/standing.js'
import { inLanguage } from '../../languages/index.js'
import { formatNumber } from '../format.js'

/** Words for a screen reader: "62.1, between 55.0 and 68.9". */
export function estimateInWords(estimate: Estimate, language: StudyLanguage): string {
  const value = formatNumber(estimate.value, language)
  if (!estimate.interval) return value
  const low = formatNumber(estimate.interval.low, language)
  const high = formatNumber(estimate.interval.high, language)
  return inLanguage({ fr: `${value}, entre ${low} et ${high}`, en: `${value}, between ${low} and ${high}` }, language)
}

/** The drawing; `scale` is the common range of the column, 0–100 by default. */
export function Whisker(props: { estimate: Estimate; language: StudyLanguage; scale?: readonly [number, number] }) {
  const { estimate } = props
  const [from, to] = props.scale ?? [0, 100]
  const place = (value: number) => `${(((Math.min(to, Math.max(from, value)) - from) / (to - from)) * 100).toFixed(2)}%`
  if (estimate.value === null) return null
  return (
    <svg role="img" aria-label={estimateInWords(estimate, props.language)} height="24">
      <line x1="0" x2="100%" y1="50%" y2="50%" stroke="currentColor" stroke-opacity="0.15" />
      {[0.25, 0.5, 0.75].map((tick) => (
        <line
          x1={`${tick * 100}%`}
          x2={`${tick * 100}%`}
          y1="35%"
          y2="65%"
          stroke="currentColor"
          stroke-opacity="0.2"
        />
      ))}
      {estimate.interval ? (
        <line
          x1={place(estimate.interval.low)}
          x2={place(estimate.interval.high)}
          y1="50%"
          y2="50%"
          stroke="currentColor"
          stroke-width="2"
        />
      ) : null}
      <circle cx={place(estimate.value)} cy="50%" r="5" fill="currentColor" />
    </svg>
  )
}
