/** An assessment for people in the terminal: the mark, then family by family what every criterion found. */

import { styleText } from 'node:util'
import type { ReadMoment } from '../../../calendar/iso-moment.js'
import type { Assessment } from '../../../domain/assessment.js'
import type { Finding } from '../../../domain/finding.js'
import type { Reading } from '../../../domain/message.js'
import { printable } from '../../../domain/printable.js'
import { textIn } from '../../../languages/index.js'
import type { HeaderFacts } from './header-facts.js'

function line(finding: Finding): string {
  const score = finding.score === null ? '  –  ' : finding.score.toFixed(2).padStart(5)
  const style =
    finding.score === null ? 'dim' : finding.score >= 0.75 ? 'green' : finding.score >= 0.35 ? 'yellow' : 'red'
  const doubt = finding.outcome === 'scored' && finding.doubtful ? styleText('yellow', ' (doubtful)') : ''
  return `  ${styleText(style, score)}  ${finding.criterion.padEnd(16)} ${printable(textIn(finding.message, 'en'))}${doubt}`
}

/** Lines to print. */
export function showAssessment(
  reading: Reading,
  assessment: Assessment,
  facts: HeaderFacts & { readonly sentAtZone: ReadMoment['zone'] | null },
  leavesOut: readonly string[],
): string {
  const mark = assessment.mark === null ? 'no mark (inconclusive)' : `${assessment.mark.toFixed(1)} / 100`
  const delay =
    facts.receivedFrom === 'date-header'
      ? [
          '  The delay rests on the sender’s Date header: there is no Received header, and no mailbox date outside an edition.',
        ]
      : []
  const zoneless = [
    ...(facts.sentAtZone === 'assumed-utc' ? ['--sent-at'] : []),
    ...(facts.receivedZone === 'assumed-utc' ? ['the date of arrival'] : []),
  ]
  return `${[
    `${styleText('bold', mark)}  grid ${assessment.grid}, ${reading.kind} in ${reading.language ?? 'an unknown language'}, ${assessment.words} words`,
    ...delay,
    ...zoneless.map((moment) => `  ${moment} names no time zone: it was read as UTC.`),
    ...(leavesOut.length > 0
      ? [`  The mark leaves out ${leavesOut.join(', ')}: --sent-at or the arrival is not known.`]
      : []),
    ...assessment.families.flatMap((family) => [
      '',
      styleText(
        'bold',
        `${family.family}  ${family.points === null ? '–' : family.points.toFixed(1)} / ${family.outOf}`,
      ),
      ...assessment.findings.filter((finding) => finding.family === family.family).map(line),
    ]),
  ].join('\n')}\n`
}
