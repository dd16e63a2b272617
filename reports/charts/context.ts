/** What every chart needs beside the report: language, formatters, words, the source line. */

import type { StudyLanguage } from '../../src/domain/language.js'
import { inLanguage } from '../../src/languages/index.js'
import type { EditionReport } from '../edition-schema.js'
import { type Format, formatFor } from '../format.js'
import { type Words, wordsIn } from '../words.js'
import { FILE_WIDTH } from './theme.js'

/** Language and its formatters. */
export interface ChartContext {
  readonly language: StudyLanguage
  readonly format: Format
  readonly words: Words
  /** Source line under the chart. */
  readonly source: string
  /** Width of the drawing, CSS pixels. */
  readonly width: number
}

/** Source line: who measured, which edition, seal. */
export function sourceLine(report: EditionReport, language: StudyLanguage): string {
  const words = wordsIn(language)
  const { text } = formatFor(language)
  const seal = report.edition.sealRoot
  const state = seal ? `${words.seal.toLowerCase()} ${seal.slice(0, 16)}` : words.provisional.toLowerCase()
  return text(
    `${words.source} : ${report.study.operator}, ${report.study.title}, ${report.edition.title} · ${state} · ${report.licence.id}`,
  ).replace(inLanguage({ fr: '\u0000', en: `${words.source} :` }, language), `${words.source}:`)
}

/** Context of a report's charts. */
export function chartContext(report: EditionReport, language: StudyLanguage, width: number = FILE_WIDTH): ChartContext {
  return {
    language,
    format: formatFor(language),
    words: wordsIn(language),
    source: sourceLine(report, language),
    width,
  }
}
