/**
 * What a sentence speaks of, for comparing it with a phrase: concepts (words by stem, words of one meaning as one, from the thesaurus
 * of their language) and values by type (an amount, a length of time, a day, a share …), each with its places.
 */
import type { StudyLanguage } from '../../domain/language.js'
import { languagePack } from '../../languages/index.js'
import { findAll, type Place } from '../../text/find.js'
import { fold } from '../../text/fold.js'
import { carriesMatter } from './content-words.js'
import { type StemmedWord, stemmedWords } from './stems.js'

/** Items of a part of a text: `concept:livrer`, `word:biscuit`, `type:time` … → its places. */
export type PhraseItems = ReadonlyMap<string, readonly Place[]>

const NUMBER_FR =
  '(?:\\d{1,4}(?:[ .,]\\d{1,3})?|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante-huit|soixante|quelques)'
const NUMBER_EN =
  '(?:\\d{1,4}(?:[.,]\\d{1,3})?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty|few|couple of)'
const MONTH =
  'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december'

/** Values by type, over folded text. */
const TYPES: readonly (readonly [string, RegExp])[] = [
  [
    'type:amount',
    /(?:[£€$] ?\d[\d ,.]{0,9}|\b\d[\d ,.]{0,9} ?(?:€|£|\$|euros?\b|eur\b|chf\b|pounds?\b|dollars?\b|pence\b|centimes?\b))/g,
  ],
  ['type:share', /\b\d{1,3}(?:[.,]\d)? ?(?:%|pour cent\b|per ?cent\b)/g],
  [
    'type:time',
    new RegExp(
      `\\b${NUMBER_FR}(?: a ${NUMBER_FR})? (?:minutes?|heures?|jours?|semaines?|mois|ans?|annees?)\\b|\\b\\d{1,3} ?(?:h|j)\\b|\\b${NUMBER_EN}(?: (?:to|or) ${NUMBER_EN}|-\\d{1,3})?(?:[ -](?:working|business|calendar|full|more))?[ -](?:minutes?|hours?|days?|weeks?|months?|years?)\\b|\\b\\d{1,2} (?:jours )?ouvr(?:es|ables)\\b`,
      'g',
    ),
  ],
  [
    'type:time',
    new RegExp(
      `\\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b|\\b(?:\\d{1,2}(?:er|st|nd|rd|th)? (?:of )?(?:${MONTH})|(?:${MONTH}) \\d{1,2}(?:st|nd|rd|th)?)\\b|\\b\\d{1,2}[/.]\\d{1,2}(?:[/.]\\d{2,4})?\\b|\\b(?:aujourd'hui|demain|apres-demain|ce soir|cette semaine|semaine prochaine|fin (?:du|de la|de) (?:mois|semaine)|today|tonight|tomorrow|this week|next week|by the end of)\\b`,
      'g',
    ),
  ],
  [
    'type:contact',
    /\b[\w.+-]{1,40}@[\w-]{1,40}\.[a-z]{2,10}\b|\b(?:https?:\/\/|www\.)\S{3,80}|(?:\+\d{1,3}|\b0)[\d .-]{8,16}\d\b/g,
  ],
]

interface Thesaurus {
  /** Stem of a single word → concept. */
  readonly words: ReadonlyMap<string, string>
  /** First stem → turns of phrase that begin with it, longest first. */
  readonly turns: ReadonlyMap<string, readonly { readonly stems: readonly string[]; readonly concept: string }[]>
}

const KNOWN = new Map<StudyLanguage, Thesaurus>()

function thesaurusOf(language: StudyLanguage): Thesaurus {
  const before = KNOWN.get(language)
  if (before) return before
  const words = new Map<string, string>()
  const turns = new Map<string, { stems: string[]; concept: string }[]>()
  for (const line of (languagePack(language).thesaurus ?? '').split('\n')) {
    const entries = line.split(',').map((entry) => entry.trim())
    const concept = `concept:${entries[0]}`
    for (const entry of entries) {
      const stems = rootedWords(entry, { start: 0, end: entry.length }, language).map(({ stem }) => stem)
      if (stems.length === 1 && !words.has(stems[0]!)) words.set(stems[0]!, concept)
      if (stems.length < 2) continue
      const first = turns.get(stems[0]!) ?? []
      turns.set(
        stems[0]!,
        [...first, { stems, concept }].sort((one, other) => other.stems.length - one.stems.length),
      )
    }
  }
  const thesaurus = { words, turns }
  KNOWN.set(language, thesaurus)
  return thesaurus
}

/** French words before an apostrophe: "d'intempéries" is "de intempéries". */
const ELIDED: Readonly<Record<string, string>> = { d: 'de', l: 'le', qu: 'que', n: 'ne', s: 'se', j: 'je', c: 'ce' }
/** Words that help others to say something and say nothing themselves. */
const AUXILIARIES = new Set(
  `ont ete etait etaient etant suis sont ils elles lui eux cela ceci comment quand dont chez vers sans sous entre apres avant pendant lors pouvons pouvez peuvent peut pourrez pourra devez devons doit dois faut faudra allons allez vais aller fait faire faites ferons avait auront aurez sera seront serez sommes deja encore meme tres bien tout toute tous toutes celui celle ceux autre autres dessous ici voici voila
  the this that these those there here have has had been was were are being does did done could may might must shall should will would get got just also very then than from into onto over under your our their its his her him them they you and but for with about`.split(
    /\s+/,
  ),
)

/** Words of a part of a text by root, where the language has roots, else by stem. */
function rootedWords(text: string, place: Place, language: StudyLanguage): StemmedWord[] {
  const { root } = languagePack(language)
  return stemmedWords(text, place, language).map(({ stem, start, end }) => {
    const own = root ? root(fold(text.slice(start, end))) : stem
    return { stem: ELIDED[own] ?? own, start, end }
  })
}

function addWords(text: string, words: readonly StemmedWord[], language: StudyLanguage, items: Map<string, Place[]>) {
  const thesaurus = thesaurusOf(language)
  const add = (item: string, start: number, end: number) => {
    items.set(item, [...(items.get(item) ?? []), { start, end }])
  }
  for (let at = 0; at < words.length; at++) {
    const { stem, start, end } = words[at]!
    const turn = thesaurus.turns
      .get(stem)
      ?.find(({ stems }) => stems.every((wanted, step) => words[at + step]?.stem === wanted))
    if (turn) {
      add(turn.concept, start, words[at + turn.stems.length - 1]!.end)
      at += turn.stems.length - 1
      continue
    }
    const concept = thesaurus.words.get(stem)
    if (concept) add(concept, start, end)
    else if (carriesMatter(text.slice(start, end)) && !AUXILIARIES.has(fold(text.slice(start, end))))
      add(`word:${stem}`, start, end)
  }
}

/** Items of a part of a text. */
export function phraseItems(text: string, place: Place, language: StudyLanguage): PhraseItems {
  const items = new Map<string, Place[]>()
  const folded = fold(text.slice(place.start, place.end))
  const values: Place[] = []
  for (const [type, pattern] of TYPES)
    for (const found of findAll(pattern, folded, place.start)) {
      values.push(found)
      items.set(type, [...(items.get(type) ?? []), found])
    }
  const words = rootedWords(text, place, language).filter(
    ({ start, end }) => !values.some((value) => start < value.end && value.start < end),
  )
  addWords(text, words, language, items)
  return items
}
