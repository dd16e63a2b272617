/** What must hold of every reading, whatever the bytes. */
import { MESSAGE_KINDS, type Reading } from '../../src/domain/message.js'

/** What is wrong with a reading, in words; empty where nothing is. */
export function faultsOf(reading: Reading): string[] {
  const faults: string[] = []
  const inside = (share: number) => share >= 0 && share <= 1
  if (!MESSAGE_KINDS.includes(reading.kind)) faults.push(`unknown kind ${reading.kind}`)
  if (!inside(reading.kindConfidence)) faults.push(`kind confidence ${reading.kindConfidence}`)
  if (!inside(reading.languageConfidence)) faults.push(`language confidence ${reading.languageConfidence}`)
  if (reading.kindClue.rule === '') faults.push('no clue')
  if (reading.kind === 'unreadable' && reading.problems.length === 0) faults.push('unreadable without a reason')
  if (reading.problems.some((problem) => problem.startsWith('the message could not be read'))) {
    faults.push(`an error inside: ${reading.problems.join('; ')}`)
  }
  const reported = reading.kind === 'bounce' || reading.kind === 'delay-notice'
  if (reported !== (reading.bounce !== null)) faults.push(`${reading.kind} with bounce ${reading.bounce}`)
  if (/\r/.test(reading.text)) faults.push('carriage return in the text')
  return faults
}
