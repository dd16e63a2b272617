/**
 * Compiles the French lexicon: conjugations of the Lefff (package french-verbs-lefff), and nouns, adjectives, adverbs and
 * first names of the Dicollecte dictionary with their plurals and feminines (`data/`), into one binary file.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { encodeLexicon } from './binary.js'
import { inflect, readInflections } from './inflections.js'
import { LexiconMaterial } from './material.js'
import {
  ADVERB,
  ANY,
  COPULA,
  FEMININE,
  FP,
  FS,
  INFINITIVE,
  INTERJECTION,
  INTRANSITIVE,
  MASCULINE,
  MP,
  MS,
  ONLY_PRONOMINAL,
  PLURAL,
  PRESENT_PARTICIPLE,
  PRONOMINAL,
  SINGULAR,
  TRANSITIVE,
  WITH_ETRE,
} from './word.js'

/** File name of the compiled lexicon, beside the compiled loader. */
export const LEXICON_FILE = 'french-lexicon.bin'

type Conjugation = Partial<Record<'P' | 'S' | 'Y' | 'I' | 'G' | 'K' | 'J' | 'T' | 'F' | 'C' | 'W', (string | null)[]>>

/** Order of the tenses in a reading: present, imperfect, past, future, conditional, subjunctive, past subjunctive, imperative. */
const TENSES = ['P', 'I', 'J', 'F', 'C', 'S', 'T', 'Y'] as const
const PARTICIPLES = [MS, MP, FS, FP]
/** Forms that the conjugation tables lack: text, tense, person mask. */
const MISSING_FORMS: ReadonlyMap<string, readonly (readonly [string, number, number])[]> = new Map([
  [
    'pouvoir',
    [
      ['peux', 0, 1],
      ['puis', 0, 1],
    ],
  ],
  [
    'ressortir',
    [
      ['ressors', 0, 3],
      ['ressort', 0, 4],
    ],
  ],
])
/** Past participles that the conjugation tables have wrong: inclus and occlus end in s in the masculine singular too. */
const RIGHT_PARTICIPLES: ReadonlyMap<string, readonly string[]> = new Map([
  ['inclure', ['inclus', 'inclus', 'incluse', 'incluses']],
  ['occlure', ['occlus', 'occlus', 'occluse', 'occluses']],
])
/** Copulas: their predicate agrees with the subject. */
const COPULAS = new Set('être sembler paraître devenir redevenir demeurer rester'.split(' '))

/** A file of shipped data: beside this file or, in a build, among the sources. */
function dataPath(name: string): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const candidates = [
    join(here, 'data', name),
    join(here, '..', '..', '..', '..', '..', 'src', 'proofreading', 'french', 'lexicon', 'data', name),
  ]
  return candidates.find((file) => existsSync(file)) ?? candidates[0]!
}

function dataFile(name: string): string {
  return readFileSync(dataPath(name), 'utf8')
}

/** Every file that the compiled bytes depend on: data, and the code that compiles them. */
export function lexiconSources(): readonly string[] {
  const here = fileURLToPath(import.meta.url)
  const code = ['build', 'binary', 'inflections', 'word'].map((name) => join(dirname(here), name + extname(here)))
  return [
    ...['inflections.txt', 'word-classes.txt'].map(dataPath),
    createRequire(import.meta.url).resolve('french-verbs-lefff/dist/conjugations.json'),
    ...code,
  ]
}

/** Verb class of a Dicollecte tag such as `v1_it_q_zz`. */
export function verbClass(tag: string): number {
  // Column by column: copula, intransitive, transitive, indirect object, pronominal, …, auxiliary.
  const [, intransitive, transitive, , pronominal = '', , auxiliary] = tag.slice(2)
  let result = 0
  if (intransitive === 'i') result |= INTRANSITIVE
  if (transitive === 't') result |= TRANSITIVE
  if (/[qpre]/.test(pronominal)) result |= PRONOMINAL
  if (/[pr]/.test(pronominal)) result |= ONLY_PRONOMINAL
  if (auxiliary === 'e') result |= WITH_ETRE
  return result
}

function genderAndNumber(tags: readonly string[], inflectionTags: string): number {
  const all = [...tags, ...inflectionTags.split(' ')]
  const gender = all.includes('mas') ? MASCULINE : all.includes('fem') ? FEMININE : ANY
  const number = all.includes('sg') ? SINGULAR : all.includes('pl') ? PLURAL : ANY
  return gender & number
}

const METRIC_PREFIXES = ['', 'kilo', 'hecto', 'déca', 'déci', 'centi', 'milli', 'micro', 'nano', 'méga', 'giga', 'téra']

function metricForms(unit: string): { text: string; tags: string }[] {
  return METRIC_PREFIXES.flatMap((prefix) => [
    { text: prefix + unit, tags: 'sg' },
    { text: `${prefix}${unit}s`, tags: 'pl' },
  ])
}

function addWordClasses(material: LexiconMaterial): Map<string, number> {
  const inflections = readInflections(dataFile('inflections.txt'))
  const verbs = new Map<string, number>()
  for (const line of dataFile('word-classes.txt').split('\n')) {
    if (line.startsWith('#') || !line.includes(': ')) continue
    const [head = '', list = ''] = line.split(': ')
    const [flag = '-', ...tags] = head.split(' ')
    const verb = tags[0]?.startsWith('v') ? tags[0] : undefined
    for (const word of list.split(' ')) {
      if (verb) {
        verbs.set(word, (verbs.get(word) ?? 0) | verbClass(verb))
        continue
      }
      // Acronyms and place names never decide an agreement.
      if (word !== word.toLowerCase() && !tags.includes('prn')) continue
      // Units (mètre, gramme…) carry no inflection flag: plural and metric prefixes by hand.
      const unit = flag === '-' && tags.length === 2 && tags[0] === 'nom'
      const forms = unit ? metricForms(word) : inflect(word, flag, inflections)
      for (const { text, tags: inflection } of forms) {
        const reading = material.form(text)
        const mask = genderAndNumber(tags, inflection)
        if (tags.includes('prn')) {
          reading.name |= mask & SINGULAR
          continue
        }
        if (tags.includes('nom')) reading.noun |= mask
        if (tags.includes('adj')) reading.adjective |= mask
        if (tags.includes('adv')) reading.kind |= ADVERB
        if (tags.includes('interj')) reading.kind |= INTERJECTION
      }
    }
  }
  return verbs
}

function addVerbs(material: LexiconMaterial, classes: ReadonlyMap<string, number>): void {
  const require = createRequire(import.meta.url)
  const conjugations = require('french-verbs-lefff/dist/conjugations.json') as Record<string, Conjugation>
  // Common verbs first, so that an ambiguous form's first lemma is the likelier one.
  const first = [
    'être',
    'avoir',
    'faire',
    'aller',
    'pouvoir',
    'vouloir',
    'devoir',
    'savoir',
    'voir',
    'falloir',
    'dire',
    'mettre',
    'vivre',
    'peindre',
    'plaire',
  ]
  const order = [...first, ...Object.keys(conjugations).filter((verb) => !first.includes(verb))]
  for (const infinitive of order) {
    const conjugation = conjugations[infinitive]
    if (!conjugation) continue
    const known = classes.get(infinitive)
    const lemma = material.lemma(
      infinitive,
      (known ?? TRANSITIVE | INTRANSITIVE) | (COPULAS.has(infinitive) ? COPULA : 0),
    )
    for (const [tense, key] of TENSES.entries()) {
      for (const [person, text] of (conjugation[key] ?? []).entries()) {
        if (!text || text === 'NA') continue
        material.verbForm(text, lemma).tenses[tense]! |= 1 << person
      }
    }
    for (const [index, text] of (RIGHT_PARTICIPLES.get(infinitive) ?? conjugation.K ?? []).entries()) {
      if (text && text !== 'NA') material.verbForm(text, lemma).participle |= PARTICIPLES[index] ?? 0
    }
    for (const [text, tense, person] of MISSING_FORMS.get(infinitive) ?? [])
      material.verbForm(text, lemma).tenses[tense]! |= person
    for (const text of conjugation.G ?? []) if (text) material.verbForm(text, lemma).kind |= PRESENT_PARTICIPLE
    for (const text of conjugation.W ?? []) if (text) material.verbForm(text, lemma).kind |= INFINITIVE
  }
}

/** Compiles the lexicon into bytes. */
export function compileLexicon(): Uint8Array {
  const material = new LexiconMaterial()
  const classes = addWordClasses(material)
  addVerbs(material, classes)
  for (const reading of material.forms.values()) {
    // Where a masculine participle ends in s, it is singular and plural (pris, compris).
    if (reading.participle & MS && reading.participle & MP) reading.participle |= MP
  }
  return encodeLexicon(material)
}

/**
 * Build step: writes the binary beside the compiled loader.
 * @public called by scripts/build.js
 */
export async function buildCompiledData(): Promise<void> {
  writeFileSync(join(dirname(fileURLToPath(import.meta.url)), LEXICON_FILE), compileLexicon())
}
