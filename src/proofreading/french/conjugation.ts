/** Verb forms of another person, found by trying endings in the lexicon: for suggestions. */
import type { FrenchWord } from './lexicon/word.js'
import type { FrenchText } from './text.js'
import type { Token } from './token.js'

const ENDINGS = [
  'e',
  'es',
  'ent',
  'ons',
  'ez',
  's',
  't',
  'd',
  'ds',
  'x',
  'ais',
  'ait',
  'aient',
  'ions',
  'iez',
  'ai',
  'as',
  'a',
  'ont',
  'is',
  'it',
  'issent',
  'issons',
  'issez',
  'ssent',
  'sent',
  'vent',
  'nent',
  'nnent',
  'lent',
  'rent',
  'tent',
  'ttent',
  'èrent',
  'irent',
  'urent',
  'ut',
  'us',
  '',
]
const TENSES = ['present', 'imperfect', 'past', 'future', 'conditional', 'subjunctive', 'pastSubjunctive'] as const
const IRREGULAR: readonly (readonly string[])[] = [
  ['suis', 'es', 'est', 'sommes', 'êtes', 'sont'],
  ['ai', 'as', 'a', 'avons', 'avez', 'ont'],
  ['vais', 'vas', 'va', 'allons', 'allez', 'vont'],
  ['fais', 'fais', 'fait', 'faisons', 'faites', 'font'],
  ['peux', 'peux', 'peut', 'pouvons', 'pouvez', 'peuvent'],
  ['veux', 'veux', 'veut', 'voulons', 'voulez', 'veulent'],
  ['dois', 'dois', 'doit', 'devons', 'devez', 'doivent'],
  ['viens', 'viens', 'vient', 'venons', 'venez', 'viennent'],
  ['tiens', 'tiens', 'tient', 'tenons', 'tenez', 'tiennent'],
  ['reçois', 'reçois', 'reçoit', 'recevons', 'recevez', 'reçoivent'],
  ['sais', 'sais', 'sait', 'savons', 'savez', 'savent'],
  ['dis', 'dis', 'dit', 'disons', 'dites', 'disent'],
  ['mets', 'mets', 'met', 'mettons', 'mettez', 'mettent'],
  ['prends', 'prends', 'prend', 'prenons', 'prenez', 'prennent'],
  ['sois', 'sois', 'soit', 'soyons', 'soyez', 'soient'],
  ['aie', 'aies', 'ait', 'ayons', 'ayez', 'aient'],
]

function sharesTense(first: FrenchWord, second: FrenchWord, persons: number): boolean {
  return TENSES.some((tense) => first[tense] !== 0 && (second[tense] & persons) !== 0)
}

/** Forms of the token's verb, in one of its tenses, for one of `persons`; at most two. */
export function verbFormsFor(text: FrenchText, token: Token, persons: number): string[] {
  const row = IRREGULAR.find((forms) => forms.includes(token.lower))
  if (row) return row.filter((_, person) => persons & (1 << person)).slice(0, 2)
  const found: string[] = []
  for (let cut = 0; cut <= 5 && cut < token.lower.length - 1; cut++) {
    const stem = token.lower.slice(0, token.lower.length - cut)
    for (const ending of ENDINGS) {
      const candidate = stem + ending
      if (candidate === token.lower || found.includes(candidate)) continue
      const word = text.lexicon.lookup(candidate)
      if (!word.lemma || (word.lemma !== token.word.lemma && word.otherLemma !== token.word.lemma)) continue
      if (sharesTense(token.word, word, persons)) found.push(candidate)
    }
    if (found.length > 0) return found.slice(0, 2)
  }
  return found
}

/** Past participle (masculine singular) of an infinitive in -er, or undefined. */
export function participleOf(infinitive: string): string | undefined {
  return infinitive.endsWith('er') ? `${infinitive.slice(0, -2)}é` : undefined
}
