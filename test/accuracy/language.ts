/** Accuracy of language recognition on short texts of our own, beside eld alone. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { eld } from 'eld/small'
import { detectLanguage } from '../../src/reading/language/detect-language.js'
import { readRows } from './frame/corpora.js'
import type { AccuracyReport, AccuracyRow } from './frame/report.js'

interface Labelled {
  readonly language: string
  readonly text: string
}

const FROM_WORDS = 8

/** Compares on every labelled text of test/fixtures, by length. */
export async function measure(): Promise<AccuracyReport> {
  const folder = join(import.meta.dirname, '../fixtures')
  const files = ['language-sentences.jsonl', 'letters.jsonl'].filter((file) => readdirSync(folder).includes(file))
  const texts = files.flatMap((file) => readRows<Labelled>(join(folder, file)))
  const longEnough = ({ text }: Labelled) => text.split(/\s+/).length >= FROM_WORDS
  const studied = ({ language }: Labelled) => language === 'fr' || language === 'en'
  const fragments = texts.flatMap(({ language, text }) => {
    const words = text.split(/\s+/)
    return words.length < 6
      ? []
      : [
          { language, text: words.slice(0, 4).join(' ') },
          { language, text: words.slice(-4).join(' ') },
        ]
  })
  const misses = texts
    .map(({ language, text }) => ({ language, text, found: detectLanguage(text) }))
    .filter(({ language, found }) => found.language !== language)
    .map(({ language, text, found }) => `${language} read as ${found.language ?? 'unknown'}: ${text.slice(0, 80)}`)
  const share = (of: readonly Labelled[], detect: (text: string) => string | null) =>
    of.filter(({ language, text }) => detect(text) === language).length / of.length
  const row = (measure: string, of: readonly Labelled[], bound: number | null): AccuracyRow => ({
    measure,
    value: share(of, (text) => detectLanguage(text).language),
    bound,
    unit: 'share',
    n: of.length,
    peers: { eld: share(of, (text) => eld.detect(text).language) },
  })
  return {
    name: 'language',
    about: 'Language of short texts of our own in French, English, German, Spanish, Italian, Dutch and Portuguese.',
    rows: [
      row(
        'French or English, 8 words or more',
        texts.filter((text) => longEnough(text) && studied(text)),
        0.99,
      ),
      row('all languages, 8 words or more', texts.filter(longEnough), 0.97),
      row(
        'all languages, shorter',
        texts.filter((text) => !longEnough(text)),
        null,
      ),
      row('first and last four words of each', fragments, null),
    ],
    misses,
  }
}
