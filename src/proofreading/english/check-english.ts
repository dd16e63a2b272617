/** Finds the mistakes of an English text that our own rules know. */
import type { Mistake } from '../../domain/mistake.js'
import { mergeMistakes } from '../merge-mistakes.js'
import { englishWords } from './english-text.js'
import { compilePatterns, findPatterns } from './pattern.js'
import { englishRules } from './rules.js'

const index = compilePatterns(englishRules)

/** @returns mistakes in order of place, without overlaps */
export function checkEnglish(text: string): readonly Mistake[] {
  const found = findPatterns(englishWords(text), index).map(({ rule, first, last }): Mistake => {
    const marked = text.slice(first.start, last.end)
    const suggestions = Array.isArray(rule.suggest)
      ? (rule.suggest as readonly string[])
      : ((rule.suggest as Readonly<Record<string, readonly string[]>>)[marked.toLowerCase()] ?? [])
    return {
      start: first.start,
      end: last.end,
      text: marked,
      category: rule.category,
      rule: rule.id,
      message: rule.message,
      suggestions: suggestions.map((form) => asWritten(form, marked)),
    }
  })
  return mergeMistakes(found)
}

function asWritten(form: string, marked: string): string {
  const capital = marked.charAt(0) !== marked.charAt(0).toLowerCase()
  return capital ? form.charAt(0).toUpperCase() + form.slice(1) : form
}
