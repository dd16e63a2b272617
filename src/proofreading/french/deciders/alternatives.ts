/**
 * What could have been meant by a written word: other forms of its noun, adjective or verb that are easily taken for it, and
 * the members of its confusion sets. Found once a word.
 */
import { hashText, mix } from '../../../learning/hashing.js'
import { endingVariants } from '../forms.js'
import { CLOSED, FEMININE, type FrenchLexicon, type FrenchWord, MASCULINE } from '../lexicon/word.js'
import { SET_MEMBERS } from './confusion-sets.js'
import { readingsOf } from './word-signs.js'

/** One alternative, the written one included. */
export interface Alternative {
  /** Lower case; tokens of a longer one separated by spaces, none after an apostrophe. */
  readonly text: string
  readonly form: number
  /** Class that the model's weights are for. */
  readonly category: number
}

/** A choice that a writer made at a word. */
export interface Choice {
  /** `form` (other forms of the word), `homophone` or `determiner`. */
  readonly task: string
  /** Tokens that the written alternative takes, from 1. */
  readonly length: number
  /** Tokens of the written one. */
  readonly words: readonly string[]
  /** Number of what all alternatives share. */
  readonly stem: number
  readonly alternatives: readonly Alternative[]
  /** Index of what is written. */
  readonly written: number
  /** True where an alternative may be a finite verb. */
  readonly verbal: boolean
}

const NONE: readonly Choice[] = []
const MOST_ALTERNATIVES = 12
const choicesByWord = new WeakMap<FrenchWord, readonly Choice[]>()

/** Endings of verbs that sound alike or differ by number alone, longest first; each class is one sound. */
const VERB_ENDINGS: readonly (readonly string[])[] = [
  ['er', 'é', 'ée', 'és', 'ées', 'ez', 'ai', 'ais', 'ait', 'aient'],
  ['e', 'es', 'ent'],
  ['ir', 'i', 'ie', 'is', 'ies', 'it', 'ît'],
  ['it', 'is', 'issent'],
  ['u', 'ue', 'us', 'ues', 'ut', 'ût'],
  ['s', 't', '', 'x', 'ts', 'ent'],
  ['d', 'ds', 'dent'],
  ['t', 'ts', 's', 'tent', 'vent', 'sent'],
  ['rai', 'rais', 'rait', 'raient'],
  ['ra', 'ras', 'ront'],
  ['rons', 'ront'],
  ['ient', 'iens', 'iennent'],
  ['eut', 'eux', 'euvent', 'eulent'],
  ['oit', 'ois', 'oivent', 'oie', 'oient'],
  ['va', 'vas', 'vont'],
]
const IRREGULAR: readonly string[] = [
  'est es sont',
  'a as ont ai',
  'va vas vont',
  'fait fais font faite faites faits',
  'peut peux peuvent',
  'veut veux veulent',
  'dit dis disent dite dites dits',
  'met mets mettent mis mise mises',
  'prend prends prennent',
  'sait sais savent',
  'soit sois soient',
  'ait aie aies aient',
  'était étaient étais été',
  'avait avaient avais',
  'fut furent fût',
  'eut eurent eût eu eue eus eues',
  'tient tiens tiennent',
  'vient viens viennent',
]

/** The choices that a writer makes at a word, its own sets first. */
export function choicesAt(word: FrenchWord, lexicon: FrenchLexicon): readonly Choice[] {
  const seen = choicesByWord.get(word)
  if (seen) return seen
  const found: Choice[] = []
  for (const { words, set, task } of SET_MEMBERS.get(word.text) ?? []) {
    const alternatives = set.map((member) => {
      const text = joined(member)
      const form = hashText(text)
      return { text, form, category: mix(form, task === 'determiner' ? 7 : 8) }
    })
    const written = set.indexOf(words)
    const stem = alternatives[0]?.form ?? 0
    const verbal = set.some((member) => member.length === 1 && lexicon.lookup(member[0] ?? '').finite !== 0)
    found.push({ task, length: words.length, words, stem, alternatives, written, verbal })
  }
  const forms = otherForms(word, lexicon)
  if (forms.length > 0) {
    const all = [word, ...forms].sort((one, other) => (one.text < other.text ? -1 : 1))
    const alternatives = all.map((one) => ({ text: one.text, form: hashText(one.text), category: readingsOf(one) }))
    found.push({
      task: 'form',
      length: 1,
      words: [word.text],
      stem: alternatives[0]?.form ?? 0,
      alternatives,
      written: all.indexOf(word),
      verbal: all.some(({ finite }) => finite !== 0),
    })
  }
  const choices = found.length > 0 ? found : NONE
  choicesByWord.set(word, choices)
  return choices
}

function joined(words: readonly string[]): string {
  return words.join(' ').replaceAll("' ", "'")
}

/** Other forms of a word, each once. */
function otherForms(word: FrenchWord, lexicon: FrenchLexicon): readonly FrenchWord[] {
  const text = word.text
  if (!word.known || (word.kind & CLOSED) !== 0 || text.length < 2 || text.includes("'")) {
    if (!IRREGULAR_ROWS.has(text)) return []
  }
  const found = new Map<string, FrenchWord>()
  const add = (candidate: string, fits: (other: FrenchWord) => boolean): void => {
    if (candidate === text || found.has(candidate) || found.size >= MOST_ALTERNATIVES) return
    const other = lexicon.lookup(candidate)
    if (other.known && fits(other)) found.set(candidate, other)
  }
  for (const candidate of IRREGULAR_ROWS.get(text) ?? []) add(candidate, () => true)
  if (word.noun | word.adjective | word.participle)
    for (const candidate of endingVariants(text)) add(candidate, (other) => sameNominal(word, other))
  if (word.lemma !== '' && !IRREGULAR_ROWS.has(text)) {
    for (const endings of VERB_ENDINGS) {
      const own = endings.filter((ending) => text.endsWith(ending) && text.length - ending.length >= 2)
      for (const ending of own) {
        const stem = text.slice(0, text.length - ending.length)
        for (const other of endings)
          add(stem + other, (candidate) => sharesLemma(word, candidate) && candidate.lemma !== '')
      }
    }
  }
  return [...found.values()]
}

const IRREGULAR_ROWS: ReadonlyMap<string, readonly string[]> = irregularRows()

function irregularRows(): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, readonly string[]>()
  for (const row of IRREGULAR) {
    const forms = row.split(' ')
    for (const form of forms) rows.set(form, [...(rows.get(form) ?? []), ...forms])
  }
  return rows
}

function sharesLemma(one: FrenchWord, other: FrenchWord): boolean {
  const lemmas = [one.lemma, one.otherLemma].filter((lemma) => lemma !== '')
  return lemmas.includes(other.lemma) || (other.otherLemma !== '' && lemmas.includes(other.otherLemma))
}

function gendersOf(mask: number): number {
  return (mask & MASCULINE ? 1 : 0) | (mask & FEMININE ? 2 : 0)
}

/** Whether two forms are one noun in two numbers, or one adjective or participle. */
function sameNominal(one: FrenchWord, other: FrenchWord): boolean {
  if (other.kind & CLOSED) return false
  if (one.participle && other.participle && sharesLemma(one, other)) return true
  if (one.adjective && other.adjective) return sameStem(one.text, other.text)
  if (one.adjective && other.participle) return sameStem(one.text, other.text)
  if (one.participle && other.adjective) return sameStem(one.text, other.text)
  return (
    one.noun !== 0 &&
    other.noun !== 0 &&
    (gendersOf(one.noun) & gendersOf(other.noun)) !== 0 &&
    numberless(one.text) === numberless(other.text)
  )
}

function sameStem(one: string, other: string): boolean {
  return (
    one.slice(0, Math.max(2, Math.min(one.length, other.length) - 3)) ===
    other.slice(0, Math.max(2, Math.min(one.length, other.length) - 3))
  )
}

function numberless(text: string): string {
  return text.replace(/aux$/, 'al').replace(/[sx]$/, '').replace(/ail$/, 'al')
}
