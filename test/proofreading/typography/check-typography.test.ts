/** Typography: spaces and quotation marks, exactly where they are wrong. */
import { describe, expect, it } from 'vitest'
import { checkTypography } from '../../../src/proofreading/typography/check-typography.js'

describe('typography', () => {
  it.each([
    ['fr', 'Bonjour !', 'no-break-space', ' !'],
    ['fr', 'Bonjour!', 'no-break-space', '!'],
    ['fr', 'Voici : un', 'no-break-space', ' :'],
    ['fr', 'Le mot "oui" ici', 'straight-quotes', '"oui"'],
    ['fr', 'Bonjour , oui', 'space-before-comma', ' ,'],
    ['en', 'Hello , yes', 'space-before-comma', ' ,'],
    ['en', 'Hello,yes', 'space-after-comma', ','],
    ['en', 'two  words', 'double-space', '  '],
  ] as const)('%s: %s → %s', (language, text, rule, marked) => {
    expect(checkTypography(text, language)).toMatchObject([{ rule, text: marked, category: 'typography' }])
  })

  it.each([
    ['fr', 'Bonjour\u00a0! Voici\u202f: 12:30, http://exemple.fr, :-) et 3,5 %.'],
    ['fr', 'Colonne   alignée\n  retrait'],
    ['en', 'End.  Start of the next. 1,000 items! Really?'],
    ['en', '"Quoted" text; a "second": fine.'],
  ] as const)('%s leaves alone: %s', (language, text) => {
    expect(checkTypography(text, language)).toEqual([])
  })
})
