/** A brand's text with mistakes underlined and evidence marked, built from plain text: nothing in it can become markup. */
import type { Child } from 'hono/jsx'
import type { Finding } from '../../domain/finding.js'
import type { Mistake } from '../../domain/mistake.js'

interface Cut {
  readonly start: number
  readonly end: number
  readonly mistake: Mistake | null
  /** Criterion ids whose evidence covers this stretch. */
  readonly criteria: readonly string[]
}

/** Cuts the text at every border of a mistake or an evidence span, so that overlapping spans nest without breaking. */
export function cutText(length: number, mistakes: readonly Mistake[], findings: readonly Finding[]): readonly Cut[] {
  const spans = findings.flatMap((finding) =>
    finding.evidence
      .filter((span) => (span.in ?? 'text') === 'text')
      .map((span) => ({
        start: Math.max(0, span.start),
        end: Math.min(length, span.end),
        criterion: finding.criterion,
      })),
  )
  const borders = new Set([0, length])
  for (const { start, end } of [...mistakes, ...spans]) {
    if (start >= 0 && start <= length) borders.add(start)
    if (end >= 0 && end <= length) borders.add(end)
  }
  const places = [...borders].sort((a, b) => a - b)
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] as number
    return {
      start,
      end,
      mistake: mistakes.find((mistake) => mistake.start <= start && mistake.end >= end) ?? null,
      criteria: [
        ...new Set(spans.filter((span) => span.start <= start && span.end >= end).map((span) => span.criterion)),
      ],
    }
  })
}

/** The text, marked. `data-criteria` lets the page light up a finding's evidence on hover and focus. */
export function HighlightedText(props: { text: string; mistakes: readonly Mistake[]; findings: readonly Finding[] }) {
  const pieces: Child[] = cutText(props.text.length, props.mistakes, props.findings).map((cut) => {
    const text = props.text.slice(cut.start, cut.end)
    if (!cut.mistake && cut.criteria.length === 0) return text
    const { mistake } = cut
    return (
      <mark
        class={[cut.criteria.length > 0 ? 'evidence' : '', mistake ? `mistake ${mistake.category}` : '']
          .filter(Boolean)
          .join(' ')}
        data-criteria={cut.criteria.join(' ') || undefined}
        title={mistake ? [mistake.message, mistake.suggestions.join(', ')].filter(Boolean).join(' → ') : undefined}
      >
        {text}
      </mark>
    )
  })
  return <div class="body">{pieces}</div>
}
