/**
 * Kind on letters and mails of our own. They were written beside the rules and show that nothing broke; mail that nobody here
 * wrote is measured under `bounces` and `replies`. The sentence classifier is measured on subjects it was not trained on.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { trainClassifier } from '../../src/reading/kind/classifier.js'
import { ANSWER_SENTENCES } from '../../src/reading/kind/training/answers.js'
import { RECEIPT_SENTENCES } from '../../src/reading/kind/training/receipts.js'
import { readMessage, readPlainBody } from '../../src/reading/read-message.js'
import { readRows } from './frame/corpora.js'
import type { AccuracyReport, AccuracyRow } from './frame/report.js'

const folder = join(import.meta.dirname, '../fixtures')

/** Leaves one subject out at a time and asks about its sentences. */
function classifierAccuracy(): { right: number; n: number } {
  let right = 0
  let n = 0
  const without = (subjects: Readonly<Record<string, readonly string[]>>, left: string) =>
    Object.entries(subjects).flatMap(([subject, sentences]) => (subject === left ? [] : sentences))
  for (const [subject, sentences] of Object.entries(ANSWER_SENTENCES)) {
    const classify = trainClassifier(without(ANSWER_SENTENCES, subject), Object.values(RECEIPT_SENTENCES).flat())
    right += sentences.filter((sentence) => classify(sentence) > 0).length
    n += sentences.length
  }
  for (const [subject, sentences] of Object.entries(RECEIPT_SENTENCES)) {
    const classify = trainClassifier(Object.values(ANSWER_SENTENCES).flat(), without(RECEIPT_SENTENCES, subject))
    right += sentences.filter((sentence) => classify(sentence) < 0).length
    n += sentences.length
  }
  return { right, n }
}

/** Reads every letter and fixture mail. */
export async function measure(): Promise<AccuracyReport> {
  const misses: string[] = []
  const row = (measure: string, right: number, n: number, bound: number | null): AccuracyRow => ({
    measure,
    value: right / n,
    bound,
    unit: 'share',
    n,
    peers: {},
  })
  const letters = readRows<{ kind: string; text: string }>(join(folder, 'letters.jsonl'))
  let rightLetters = 0
  for (const { kind, text } of letters) {
    const reading = readPlainBody(text)
    if (reading.kind === kind) rightLetters += 1
    else
      misses.push(
        `${kind} read as ${reading.kind} (${reading.kindClue.rule}): ${text.slice(0, 80).replace(/\n/g, ' ')}`,
      )
  }
  const mails = readRows<{ kind: string; file: string }>(join(folder, 'mails/expected.jsonl'))
  let rightMails = 0
  for (const { kind, file } of mails) {
    const reading = await readMessage(readFileSync(join(folder, 'mails', file)))
    if (reading.kind === kind) rightMails += 1
    else misses.push(`${file}: ${kind} read as ${reading.kind} (${reading.kindClue.rule})`)
  }
  const classifier = classifierAccuracy()
  return {
    name: 'kinds',
    about:
      'Kinds of letters and mails of our own, written beside the rules; the sentence classifier on subjects left out of its training.',
    rows: [
      row('letters without headers', rightLetters, letters.length, 0.96),
      row('whole mails', rightMails, mails.length, 0.96),
      row('sentence classifier, subject left out', classifier.right, classifier.n, null),
    ],
    misses,
  }
}
