/** A doubt in a few lines for the terminal. */

import { printable } from '../../../domain/printable.js'
import type { ReviewItem } from '../../../domain/review.js'
import type { Ledger } from '../../../ledger/ledger.js'

/** Text from outside, fit for a terminal: no control characters, no direction marks, one line. */
function plain(text: string, length: number): string {
  return printable(text, ' ').replace(/\s+/g, ' ').trim().slice(0, length)
}

function messageLines(ledger: Ledger, hash: string): string[] {
  const reading = ledger.readings.get(hash)
  if (!reading) return []
  return [
    `from ${plain(reading.from?.address ?? 'nobody', 80)}, subject "${plain(reading.subject, 80)}", read as ${reading.kind}`,
    `"${plain(reading.text, 160)}"`,
  ]
}

/** What the doubt is about, why, and what can be chosen. */
export function describeReview(ledger: Ledger, item: ReviewItem): string[] {
  const head = `${item.subject}${item.edition ? `, edition ${item.edition}` : ''}${item.brand ? `, ${item.brand}` : ''}: ${plain(item.reason, 200)}`
  if (item.subject === 'match') {
    const candidates = ledger.matches.get(item.target)?.candidates ?? []
    return [
      head,
      ...messageLines(ledger, item.target),
      ...candidates.map(
        (candidate, index) =>
          `${index + 1}. ${candidate.probe} (${candidate.clue}, ${Math.round(candidate.confidence * 100)} %)`,
      ),
    ]
  }
  if (item.subject === 'kind') return [head, ...messageLines(ledger, item.target)]
  return [head, plain(item.target, 160)]
}
