/**
 * Typography: reported, never counted by default (docs/methodology.en.md §5). Spaces round punctuation, straight quotation marks and doubled spaces,
 * in one pass over the text. The shape of the apostrophe is not reported: keyboards decide it, not writers.
 */

import type { StudyLanguage } from '../../domain/language.js'
import type { Mistake } from '../../domain/mistake.js'
import { inLanguage, languagePack } from '../../languages/index.js'
import { characterClass, DIGIT, LETTER } from '../spelling/characters.js'

const NO_BREAK = '\u00a0'

type Report = (start: number, end: number, rule: TypographyRule, suggestion: string) => void

const MESSAGES = {
  'double-space': { fr: 'Espace en trop.', en: 'One space too many.' },
  'space-before-comma': { fr: 'Pas d’espace avant ce signe.', en: 'No space before this sign.' },
  'space-after-comma': { fr: 'Il manque une espace après ce signe.', en: 'A space is missing after this sign.' },
  'no-break-space': {
    fr: 'Espace insécable attendue devant ce signe.',
    en: 'A no-break space is expected before this sign.',
  },
  'straight-quotes': { fr: 'Guillemets français attendus : « … ».', en: 'Typographic quotation marks are expected.' },
} as const

/** Rules of this file. */
export type TypographyRule = keyof typeof MESSAGES

/** Finds slips of typography, in order of place. */
export function checkTypography(text: string, language: StudyLanguage): readonly Mistake[] {
  const found: Mistake[] = []
  const spacedMarks = languagePack(language).proofreading?.spacedMarks === true
  const report: Report = (start, end, rule, suggestion) => {
    const message = inLanguage(MESSAGES[rule], language)
    found.push({
      start,
      end,
      text: text.slice(start, end),
      category: 'typography',
      rule,
      message,
      suggestions: [suggestion],
    })
  }
  let openQuote = -1
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 0x3f && unit !== 0xbb) continue
    switch (unit) {
      case 0x0a:
        openQuote = -1
        break
      case 0x20:
        spaces(text, at, report)
        break
      case 0x2c:
        comma(text, at, report)
        break
      case 0x21:
      case 0x3a:
      case 0x3b:
      case 0x3f:
      case 0xbb:
        if (spacedMarks) highPunctuation(text, at, report)
        break
      case 0x22:
        if (!spacedMarks) break
        if (openQuote < 0) openQuote = at
        else {
          if (at - openQuote > 2) {
            const inner = text.slice(openQuote + 1, at)
            report(openQuote, at + 1, 'straight-quotes', `«${NO_BREAK}${inner}${NO_BREAK}»`)
          }
          openQuote = -1
        }
        break
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function kindAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? characterClass(text.charCodeAt(at)) : 0
}

/** Two spaces between words; not at a line's ends nor after a full stop, where many were taught to type two. */
function spaces(text: string, at: number, report: Report): void {
  if (text.charAt(at - 1) === ' ') return
  let end = at
  while (text.charAt(end) === ' ') end++
  // Three and more are layout: columns, indentation.
  if (end - at === 2 && kindAt(text, at - 1) & (LETTER | DIGIT) && kindAt(text, end) & (LETTER | DIGIT)) {
    report(at, end, 'double-space', ' ')
  }
}

function comma(text: string, at: number, report: Report): void {
  if (text.charAt(at - 1) === ' ' && kindAt(text, at - 2) & (LETTER | DIGIT)) {
    report(at - 1, at + 1, 'space-before-comma', ',')
  } else if (kindAt(text, at - 1) & LETTER && kindAt(text, at + 1) & LETTER) {
    report(at, at + 1, 'space-after-comma', ', ')
  }
}

/** `; : ? ! »` want a no-break space before them in French (Lexique de l'Imprimerie nationale). */
function highPunctuation(text: string, at: number, report: Report): void {
  const sign = text.charAt(at)
  const before = text.charAt(at - 1)
  if (before === ' ' && kindAt(text, at - 2) & (LETTER | DIGIT)) {
    report(at - 1, at + 1, 'no-break-space', NO_BREAK + sign)
    return
  }
  if ((kindAt(text, at - 1) & LETTER) === 0) return
  // "12:30", "http://", ":-)", "re:sujet" and plain-text tables are no sentences.
  const after = text.charAt(at + 1)
  if (after === '' || after === ' ' || after === '\n' || after === NO_BREAK) {
    report(at, at + 1, 'no-break-space', NO_BREAK + sign)
  }
}
