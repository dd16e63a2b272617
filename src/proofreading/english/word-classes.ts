/**
 * Classes of English words asked of the spelling dictionary by its own inflections: what takes -ing and -ed is a verb, what takes 's
 * a noun, what takes -ly, -er or -ness an adjective. A word may be several; rules act where it is surely one.
 */
import { BASE_OF_PARTICIPLE, BASE_OF_PAST, IRREGULAR_VERBS } from './irregular-verbs.js'

/** What a written form may be. Base forms of verbs are empty where it is no such form. */
export interface WordClass {
  /** Singular (or uncountable) noun. */
  readonly noun: boolean
  /** Singular of which this is the plural, when it is no singular of its own; else empty. */
  readonly pluralOf: string
  /** Plural of a singular noun; empty where it has none. */
  readonly plural: string
  readonly adjective: boolean
  /** Base form of a verb. */
  readonly base: boolean
  /** Base of which this is the third person, the past, the participle, the -ing form; else empty. */
  readonly third: string
  readonly past: string
  readonly participle: string
  readonly ing: string
}

/** Classes of a lower-case word. */
export type WordClasses = (word: string) => WordClass

const NOTHING: WordClass = {
  noun: false,
  pluralOf: '',
  plural: '',
  adjective: false,
  base: false,
  third: '',
  past: '',
  participle: '',
  ing: '',
}
/** Words kept in memory; a letter has some hundred. */
const CACHE_LIMIT = 20_000
/** Closed classes: never taken for nouns or verbs, whatever their inflections. */
const CLOSED = new Set(
  `a an the this that these those my your his her its our their i you he she it we they me him us them who whom whose which what where when why how
  and or but nor so if as than then to of in on at by for from with without into onto upon over under about after before since until till while because
  is are was were be been being am has have had having do does did will would shall should can could may might must ought not no yes all any some each every
  either neither both few many much more most less least other another such same own very too quite just only also even still yet already again ever never
  there here now today tomorrow yesterday one two three four five six seven eight nine ten up down out off back away please per via plus like well except far
  mr mrs ms dr sir madam dear hello hi regards thanks ok`.split(/\s+/),
)
/** Forms that are bases of rare verbs only. */
const RARE_BASES = new Set('found felt saw fell bore wound bound ground lay lit thought'.split(' '))
/** Verbs whose noun hardly stands in a letter. */
const RARE_NOUNS = new Set(
  'weigh remove keep say get go make take give let bring send receive tell see find know think want seem hear meet buy sell eat read write speak ask suit left vary come weigh leave'.split(
    ' ',
  ),
)
/** Bare adjectives that look like verbs as well. */
const BARE_ADJECTIVES = new Set(
  'further lower exempt better separate content direct correct upset due worth ready welcome ill inverse alternate elaborate duplicate approximate deliberate moderate intimate'.split(
    ' ',
  ),
)
const PEOPLE: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
])

/** The third person and the plural are made alike. */
export function withS(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`
}

function stemsBeforeS(word: string): readonly string[] {
  if (!word.endsWith('s') || word.endsWith('ss')) return []
  const stems = [word.slice(0, -1)]
  if (word.endsWith('ies')) stems.push(`${word.slice(0, -3)}y`)
  else if (word.endsWith('es')) stems.push(word.slice(0, -2))
  return stems.filter((stem) => stem.length > 1)
}

function stemsBefore(word: string, ending: 'ed' | 'ing'): readonly string[] {
  if (!word.endsWith(ending) || word.length < ending.length + 2) return []
  const cut = word.slice(0, -ending.length)
  const stems = [cut, `${cut}e`]
  if (/([bdgklmnprt])\1$/.test(cut)) stems.push(cut.slice(0, -1))
  if (ending === 'ed' && cut.endsWith('i')) stems.push(`${cut.slice(0, -1)}y`)
  return stems
}

/** The -ing forms that a base may have. */
function ingForms(base: string, sisterInE: boolean): readonly string[] {
  // "faring" is of "fare", not of "far".
  const forms = sisterInE && /[^aeiou][aeiou][bdgklmnprt]$/.test(base) ? [] : [`${base}ing`]
  if (/[bdgklmnprt]$/.test(base)) forms.push(`${base}${base.slice(-1)}ing`)
  if (base.endsWith('ie')) forms.push(`${base.slice(0, -2)}ying`)
  return base.endsWith('e') ? [`${base.slice(0, -1)}ing`, ...forms] : forms
}

function edForms(base: string): readonly string[] {
  if (base.endsWith('e')) return [`${base}d`]
  if (/[^aeiou]y$/.test(base)) return [`${base.slice(0, -1)}ied`]
  return [`${base}ed`, `${base}${base.slice(-1)}ed`]
}

/** Forms that only an adjective has: readily, simply, finest, biggest, quickness. */
function adjectiveForms(word: string, noun: boolean): readonly string[] {
  const forms = [`${word}ness`, `${word}est`, `${word}${word.slice(-1)}est`]
  // "Partly", "weekly" come from nouns.
  if (!noun) forms.push(`${word}ly`)
  if (word.endsWith('e')) forms.push(`${word}st`)
  if (word.endsWith('ic')) forms.push(`${word}ally`)
  if (word.endsWith('le')) forms.push(`${word.slice(0, -1)}y`)
  if (word.endsWith('y') && word !== 'vary')
    forms.push(`${word.slice(0, -1)}ily`, `${word.slice(0, -1)}iest`, `${word.slice(0, -1)}iness`)
  return forms
}

/** @param isCorrect whether the dictionary knows a word, in lower case */
export function createWordClasses(isCorrect: (word: string) => boolean): WordClasses {
  const cache = new Map<string, WordClass>()
  const isBase = (word: string): boolean =>
    IRREGULAR_VERBS.has(word) ||
    (word.length > 1 &&
      !CLOSED.has(word) &&
      isCorrect(word) &&
      ingForms(word, isCorrect(`${word}e`)).some(isCorrect) &&
      edForms(word).some(isCorrect))
  const isNoun = (word: string): boolean =>
    !CLOSED.has(word) && !RARE_NOUNS.has(word) && isCorrect(word) && isCorrect(`${word}'s`)
  const classify = (word: string): WordClass => {
    if (CLOSED.has(word) || !/^[a-z][a-z-]*$/.test(word) || !isCorrect(word)) return NOTHING
    const noun = isNoun(word) && !PEOPLE.has(word)
    const plural = noun && isCorrect(withS(word)) ? withS(word) : ''
    const verb = isBase(word)
    const regular = stemsBefore(word, 'ed').find(isBase) ?? ''
    return {
      noun,
      pluralOf: noun
        ? ''
        : (PEOPLE.get(word) ?? stemsBeforeS(word).find((stem) => isNoun(stem) && withS(stem) === word) ?? ''),
      plural,
      adjective:
        BARE_ADJECTIVES.has(word) ||
        adjectiveForms(word, noun).some(isCorrect) ||
        (/(?:al|ous|ful|ive|able|ible|ary|less)$/.test(word) && !verb),
      base: verb && !RARE_BASES.has(word),
      third: stemsBeforeS(word).find((stem) => isBase(stem) && (withS(stem) === word || word === 'goes')) ?? '',
      past: BASE_OF_PAST.get(word) ?? regular,
      participle: BASE_OF_PARTICIPLE.get(word) ?? regular,
      ing: stemsBefore(word, 'ing').find(isBase) ?? '',
    }
  }
  return (word) => {
    const known = cache.get(word)
    if (known) return known
    if (cache.size >= CACHE_LIMIT) cache.clear()
    const found = classify(word)
    cache.set(word, found)
    return found
  }
}
