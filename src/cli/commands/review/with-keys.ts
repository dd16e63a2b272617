/** Deciding doubts one after the other with single keys in a terminal. */
import { emitKeypressEvents } from 'node:readline'
import { MESSAGE_KINDS } from '../../../domain/message.js'
import type { ReviewItem, ReviewSubject } from '../../../domain/review.js'
import type { Instant } from '../../../domain/time.js'
import { decideReview, type ReviewInput } from '../../../ledger/decide-review.js'
import type { Ledger } from '../../../ledger/ledger.js'
import { describeReview } from './describe.js'

/** What a key does on a doubt. */
export interface KeyChoice {
  readonly key: string
  readonly label: string
  readonly decision: ReviewInput['decision']
  readonly value?: string
}

/** Keys that decide, by what the doubt is about. */
export function choicesFor(ledger: Ledger, item: ReviewItem): readonly KeyChoice[] {
  const accept = (label: string): KeyChoice => ({ key: 'a', label, decision: 'accept' })
  switch (item.subject) {
    case 'match':
      return [
        accept('accept the first'),
        ...(ledger.matches.get(item.target)?.candidates ?? []).slice(0, 9).map(({ probe }, index) => ({
          key: `${index + 1}`,
          label: probe,
          decision: 'overrule' as const,
          value: probe,
        })),
        { key: 'n', label: 'none of them', decision: 'overrule', value: '' },
      ]
    case 'kind':
      return [
        accept('accept'),
        ...MESSAGE_KINDS.slice(0, 9).map((kind, index) => ({
          key: `${index + 1}`,
          label: kind,
          decision: 'overrule' as const,
          value: kind,
        })),
        { key: '0', label: 'unrelated', decision: 'overrule', value: 'unrelated' },
      ]
    case 'finding':
      return [
        accept('accept the score'),
        { key: '0', label: 'score 0', decision: 'overrule', value: '0' },
        { key: '5', label: 'score 0.5', decision: 'overrule', value: '0.5' },
        { key: '1', label: 'score 1', decision: 'overrule', value: '1' },
      ]
    case 'mistake':
      return [accept('it is a mistake'), { key: 'd', label: 'dismiss it', decision: 'dismiss' }]
    case 'uncertain-probe':
      return [accept('it went out'), { key: 'n', label: 'it did not', decision: 'overrule' }]
    case 'contestation':
      // Both ways need a reason, upholding an outcome as well: `review accept ID void|resend|CRITERION SCORE --comment`.
      return []
  }
}

/** Waits for one key. */
function nextKey(): Promise<string> {
  return new Promise((resolve) => {
    process.stdin.once('keypress', (text: string | undefined, key: { name?: string; ctrl?: boolean }) => {
      resolve(key.ctrl && key.name === 'c' ? 'q' : (text ?? key.name ?? ''))
    })
  })
}

/** Shows the open doubts one by one until all are seen or the person leaves. Returns how many were decided. */
export async function reviewWithKeys(
  ledger: Ledger,
  filter: { readonly subject?: ReviewSubject; readonly edition?: string },
  by: string,
  now: () => Instant,
): Promise<number> {
  const open = ledger.reviews.open(filter)
  let decided = 0
  emitKeypressEvents(process.stdin)
  process.stdin.setRawMode(true)
  process.stdin.resume()
  try {
    for (const [index, item] of open.entries()) {
      const choices = choicesFor(ledger, item)
      const keys = [...choices.map(({ key, label }) => `[${key}] ${label}`), '[s] skip', '[q] leave'].join('  ')
      process.stdout.write(`\n${index + 1}/${open.length}  ${describeReview(ledger, item).join('\n  ')}\n${keys}\n`)
      for (;;) {
        const key = await nextKey()
        if (key === 'q') return decided
        if (key === 's') break
        const choice = choices.find((candidate) => candidate.key === key)
        if (!choice) continue
        const { decision, value } = choice
        decideReview(ledger, { item: item.id, decision, ...(value === undefined ? {} : { value }), by, at: now() })
        decided++
        break
      }
    }
    return decided
  } finally {
    process.stdin.setRawMode(false)
    process.stdin.pause()
  }
}
