/**
 * Reads a plain noun phrase at the beginning of a clause and finds its verb: determiner, modifiers, head. Stops wherever the
 * phrase is more than that, so that only sure subjects are judged.
 */
import { AFTER_NOUN, list, type Neighbourhood, OBJECTS, SURE_OBJECTS } from './grammar-rule.js'

/** A subject read, with the offset of its verb. */
export interface Subject {
  readonly number: 'singular' | 'plural'
  /** The head noun. */
  readonly head: string
  readonly verb: number
}

const SINGULAR_DETERMINERS = list('each every another a an this that')
const PLURAL_DETERMINERS = list('these those both several many few two three four five six seven eight nine ten twelve')
const DETERMINERS = new Set([
  ...SINGULAR_DETERMINERS,
  ...PLURAL_DETERMINERS,
  ...list('the your our my his her their its all some other most'),
  ...list('no any'),
])
/** Words after which a clause begins. */
export const CLAUSE_OPENERS = list(
  'because since but when while until once if where unless although though so unfortunately however whereas yet sadly',
)
const REPORTING = list('that')
/** "He says the brakes …": the clause follows at once. */
const SAYING = list('say says said think thinks hope hopes believe believes know')
const PERSONS = list('i we he she they')
const PREPOSITIONS = list('of for in on from to with at')
const RELATIVE_SUBJECTS = list('you we i they')
const RELATIVE_VERBS = list('is are was were has have')
/** After a verb, hardly ever after a noun. */
const ASKED_OR_SURE = new Set([...SURE_OBJECTS, 'how', 'why', 'what'])
const PHRASE_DETERMINERS = list('the your our this that each every these those two three four five several both')
/** Groups of people and firms: British English writes "the team are". Quantities and words of either number. */
export const EITHER = list(
  `team staff police family company firm board committee group majority minority number variety range lot lots pair couple series half third quarter percentage remainder rest crew
  council club bank press public media data jury government department management committee band class cast audience crowd population army navy opposition party union union's works headquarters
  means species crossroads premises barracks news politics economics physics mathematics athletics measles logistics sales savings services operations accounts systems customer-services
  following latter former above more most same other others goods thanks regards kind sort type first second last next best worst contents proceeds dozen hundred thousand million
  percent cent age youth clergy faculty household generation trio quartet bunch bulk handful host set string stack plenty deal amount proportion selection choice mix mixture
  pounds euros dollars miles kilometres metres minutes hours days weeks months years pence kilos grams litres degrees times`,
)
/** Plurals that stand before another noun. */
const ATTRIBUTIVE = list(
  'sales savings sports goods news games arms parts communications operations systems services accounts benefits customs careers complaints claims returns settings contents',
)

const AUXILIARIES = list("is are was were has have isn't aren't wasn't weren't hasn't haven't don't doesn't")

/** Reads the subject that begins at the neighbourhood's place; null where it is not plainly one. */
export function readSubject(near: Neighbourhood): Subject | null {
  const first = near.words[near.at]
  if (!first || !DETERMINERS.has(first.word)) return null
  const opener = near.word(-1)
  const said = SAYING.has(opener) && PERSONS.has(near.word(-2)) && near.begins(-2)
  if (!near.begins(0) && !CLAUSE_OPENERS.has(opener) && !REPORTING.has(opener) && !said) return null
  if (
    !near.begins(0) &&
    REPORTING.has(opener) &&
    !/^(?:see|know|confirm|note|sure|afraid|say|says|show|shows|found|noticed|understand|believe|think|hope|sorry|happy|pleased|glad|delighted|hear|regret|told|wrote|agree|agreed|decided|aware|means|realise|said)$/.test(
      near.word(-2),
    )
  )
    return null
  for (let offset = 1; offset <= 5; offset += 1) {
    const word = near.word(offset)
    if (word === '') return null
    const kind = near.class(offset)
    const head = near.word(offset - 1)
    if (offset > 1 && AUXILIARIES.has(word)) return subjectOf(near, offset)
    const nominal = /^\d/.test(word) || kind.noun || kind.pluralOf !== '' || kind.adjective || kind.participle !== ''
    if (offset > 1 && (kind.third !== '' || kind.base) && near.capital(offset) === false) {
      const sure =
        !nominal || (kind.third !== '' ? startsPredicate(near, offset, head) : ASKED_OR_SURE.has(near.word(offset + 1)))
      if (sure) return subjectOf(near, offset)
    }
    if (offset > 1 && PREPOSITIONS.has(word)) return throughPhrase(near, offset)
    if (offset > 1 && RELATIVE_SUBJECTS.has(word)) return throughRelative(near, offset)
    if (!nominal || near.capital(offset)) return null
  }
  return null
}

/** "The tickets for the concert wasn't", "the price of gas have": the head stands before the preposition. */
function throughPhrase(near: Neighbourhood, preposition: number): Subject | null {
  if (!PHRASE_DETERMINERS.has(near.words[near.at]?.word ?? '')) return null
  const from = DETERMINERS.has(near.word(preposition + 1)) ? preposition + 2 : preposition + 1
  for (let offset = from; offset < from + 3; offset += 1) {
    const word = near.word(offset)
    if (word === '') return null
    if (offset > from && AUXILIARIES.has(word)) {
      const subject = subjectOf(near, preposition)
      return subject && { ...subject, verb: offset }
    }
    const kind = near.class(offset)
    const nominal = kind.noun || kind.pluralOf !== '' || kind.adjective
    const goesOn = near.ends(offset) || OBJECTS.has(near.word(offset + 1)) || AFTER_NOUN.has(near.word(offset + 1))
    const noted = kind.base && ASKED_OR_SURE.has(near.word(offset + 1))
    if (
      offset > from &&
      (!nominal || noted) &&
      (goesOn || noted) &&
      (kind.third !== '' || kind.base) &&
      kind.past === '' &&
      kind.participle === ''
    ) {
      const subject = subjectOf(near, preposition)
      return subject && { ...subject, verb: offset }
    }
    if (!nominal) return null
  }
  return null
}

/** "The tiles you mention is": a relative clause of two words without its pronoun. */
function throughRelative(near: Neighbourhood, pronoun: number): Subject | null {
  const verb = near.class(pronoun + 1)
  if (!(verb.base || verb.past !== '') || !RELATIVE_VERBS.has(near.word(pronoun + 2))) return null
  const subject = subjectOf(near, pronoun)
  return subject && { ...subject, verb: pronoun + 2 }
}

/** "The doors opens at seven", "our records shows that": a plural before, and what follows is no noun phrase's end. */
function startsPredicate(near: Neighbourhood, offset: number, head: string): boolean {
  if (ATTRIBUTIVE.has(head) || near.class(offset - 1).pluralOf === '') return false
  const next = near.word(offset + 1)
  return (OBJECTS.has(next) && next !== 'you') || /^(?:at|not)$/.test(next)
}

function subjectOf(near: Neighbourhood, verb: number): Subject | null {
  const head = near.word(verb - 1)
  const kind = near.class(verb - 1)
  const determiner = near.words[near.at]?.word ?? ''
  if (EITHER.has(head) || near.capital(verb - 1)) return null
  if (kind.pluralOf !== '') {
    if (/^(?:each|every)$/.test(determiner)) return { number: 'singular', head, verb }
    return SINGULAR_DETERMINERS.has(determiner) ? null : { number: 'plural', head, verb }
  }
  // "Two payment was": the number alone tells.
  if (/^(?:two|three|four|five|both|several)$/.test(determiner) && kind.noun) return { number: 'plural', head, verb }
  // An adjective may stand for people: "the young are".
  if (!kind.noun || kind.adjective || kind.plural === '' || kind.ing !== '') return null
  return PLURAL_DETERMINERS.has(determiner) || /^(?:all|some|most|other|no|any)$/.test(determiner)
    ? null
    : { number: 'singular', head, verb }
}
