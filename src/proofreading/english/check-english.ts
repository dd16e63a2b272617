/** Finds the mistakes of an English text that our own rules know: patterns of words, then rules over word classes. */
import type { Mistake } from '../../domain/mistake.js'
import { mergeMistakes } from '../merge-mistakes.js'
import { type EnglishWord, englishWords } from './english-text.js'
import { Neighbourhood } from './grammar/grammar-rule.js'
import { englishGrammar } from './grammar-rules.js'
import { compilePatterns, findPatterns } from './pattern.js'
import { englishRules } from './rules.js'
import type { WordClasses } from './word-classes.js'

const index = compilePatterns(englishRules)
const rulesForAll = englishGrammar.filter(({ starts }) => starts === null)
const rulesByStart = new Map(
  [...new Set(englishGrammar.flatMap(({ starts }) => [...(starts ?? [])]))].map((word) => [
    word,
    englishGrammar.filter(({ starts }) => starts?.has(word)),
  ]),
)

/**
 * @param classes word classes of the dictionary in use
 * @returns mistakes in order of place, without overlaps
 */
export function checkEnglish(text: string, classes: WordClasses): readonly Mistake[] {
  const words = englishWords(text)
  const found = findPatterns(words, index).map(({ rule, first, last }): Mistake => {
    const marked = text.slice(first.start, last.end)
    const suggestions = Array.isArray(rule.suggest)
      ? (rule.suggest as readonly string[])
      : suggestionsFor(rule.suggest as Readonly<Record<string, readonly string[]>>, marked.toLowerCase())
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
  return mergeMistakes([...found, ...checkGrammar(text, words, classes)])
}

function checkGrammar(text: string, words: readonly EnglishWord[], classes: WordClasses): readonly Mistake[] {
  return words.flatMap((word, at) => {
    const rules = [...(rulesByStart.get(word.word) ?? []), ...rulesForAll]
    const near = new Neighbourhood(words, at, classes)
    return rules.flatMap((rule): readonly Mistake[] => {
      const found = rule.find(near)
      const marked = found && words[at + found.offset]
      if (!marked) return []
      const written = text.slice(marked.start, marked.end)
      return [
        {
          start: marked.start,
          end: marked.end,
          text: written,
          category: rule.category,
          rule: rule.id,
          message: rule.message,
          suggestions: found.suggestions.filter((form) => form !== '').map((form) => asWritten(form, written)),
        },
      ]
    })
  })
}

function suggestionsFor(suggest: Readonly<Record<string, readonly string[]>>, marked: string): readonly string[] {
  return Object.hasOwn(suggest, marked) ? (suggest[marked] ?? []) : []
}

function asWritten(form: string, marked: string): string {
  const capital = marked.charAt(0) !== marked.charAt(0).toLowerCase()
  return capital ? form.charAt(0).toUpperCase() + form.slice(1) : form
}
