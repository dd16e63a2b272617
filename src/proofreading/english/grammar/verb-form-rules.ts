/** Verb forms after auxiliaries, "to", "please" and prepositions, for every verb that the dictionary knows. */
import { IRREGULAR_VERBS } from '../irregular-verbs.js'
import { PURE_BASES } from '../verbs.js'
import type { WordClass } from '../word-classes.js'
import { ADVERBS, AFTER_NOUN, type GrammarRule, list, type Neighbourhood, OBJECTS } from './grammar-rule.js'

const MODALS = list(
  "would could should must cannot can't won't couldn't wouldn't shouldn't mustn't don't doesn't didn't i'll you'll he'll she'll it'll we'll they'll that'll",
)
const MODALS_OR_NOUNS = list('can will may might')
const DO_FORMS = list('do does did')
const PRONOUNS = list('i you he she it we they')
const NOUN_BEFORE = list(
  'the a an this that his her your our my their its of at free good own last tin any every each no',
)
const BE = list("is are was were been being isn't aren't wasn't weren't")
const HAVE = list("has have had i've we've you've they've hasn't haven't hadn't having")
/** Verbs and adjectives after which "to" opens an infinitive. */
const INFINITIVE_HEADS = list(
  `want wants wanted need needs needed able unable trying tried try hope hoping wish decided asked ask asks come comes came going go write writing way ways how order
  pleased happy sorry glad ready likely free welcome agreed plan planned refuse refused manage managed promise promised offer offered required advised invited expected continue begin
  afford like this is was have has had you us them it failed forgot remember remembered choose chose delighted pleased proud keen willing eager`,
)
/** Of these also before a form in -ing, which elsewhere may follow a preposition "to". */
const STRICT_HEADS = list(
  'want wants wanted need needs needed able unable way ways how decided asked hope wish planned refuse managed promised offered ready trying tried',
)
/** Of these before any form in -ing: no preposition hangs on them. */
const SURE_HEADS = list('need needs needed able unable want wants wanted decided how hope wish trying tried failed')
/** Pseudo-clefts: "all we do is send it", "the next step is contact". */
const CLEFT = list(
  'do did does done need needs step thing option way aim goal plan job role solution advice first next want',
)

/** Nouns that follow "have" without an article. */
const STOCKED = list(
  'stock access work help time room trouble interest control contact trust faith hope doubt cause need reason cover use fun space power staff support experience influence',
)

const wrongForm = (word: WordClass): string => (word.base ? '' : word.past || word.participle || word.third || word.ing)
const verbOnly = (word: WordClass): boolean =>
  word.base && !word.noun && !word.adjective && word.participle === '' && word.pluralOf === ''
const sameParticiple = (base: string): boolean => IRREGULAR_VERBS.get(base)?.participle === base

/** Offset of the first word that is no adverb, from one on. */
function pastAdverbs(near: Neighbourhood, from: number): number {
  let offset = from
  while (offset < from + 2 && ADVERBS.has(near.word(offset))) offset += 1
  return offset
}

/** The participle of the base form at an offset, as the dictionary writes it. */
function participle(near: Neighbourhood, offset: number): readonly string[] {
  const base = near.word(offset)
  const irregular = IRREGULAR_VERBS.get(base)
  if (irregular) return [irregular.participle]
  const forms = [`${base}ed`, `${base}d`, `${base}${base.slice(-1)}ed`, `${base.slice(0, -1)}ied`]
  return forms.filter((form) => near.classOf(form).participle === base).slice(0, 1)
}

/** The -ing form of the base form at an offset, as the dictionary writes it. */
function ingForm(near: Neighbourhood, offset: number): readonly string[] {
  const base = near.word(offset)
  const forms = [`${base}ing`, `${base.slice(0, -1)}ing`, `${base}${base.slice(-1)}ing`]
  return forms.filter((form) => near.classOf(form).ing === base).slice(0, 1)
}

/** Rules of this family. */
export const verbFormGrammar: readonly GrammarRule[] = [
  {
    id: 'base-after-auxiliary',
    category: 'conjugation',
    message: 'After this auxiliary comes the base form of the verb.',
    starts: new Set([...MODALS, ...MODALS_OR_NOUNS, ...DO_FORMS]),
    find(near) {
      const auxiliary = near.word(0) || (near.words[near.at]?.word ?? '')
      const opens = near.begins(0)
      const asks = opens || (near.begins(-1) && /^(?:what|when|where|why|how|who|which)$/.test(near.word(-1)))
      const subject = PRONOUNS.has(near.word(1))
      if (MODALS_OR_NOUNS.has(auxiliary) && NOUN_BEFORE.has(near.word(-1))) return null
      if (subject && !asks && !/^(?:and|so|nor|or)$/.test(near.word(-1))) return null
      const offset = pastAdverbs(near, subject ? 2 : 1)
      const target = near.class(offset)
      const base = wrongForm(target)
      if (base === '') return null
      const negated = /n't$|cannot/.test(auxiliary) || near.word(1) === 'not'
      if (DO_FORMS.has(auxiliary) && !negated && !subject) return null
      // "Do prices include …?", "can orders be sent?": a noun in a question.
      if (
        !subject &&
        asks &&
        (target.pluralOf !== '' || target.noun) &&
        !/^(?:a|an|the|your|our|us)$/.test(near.word(offset + 1))
      )
        return null
      if (target.ing !== '' && target.past === '' && (target.noun || target.adjective)) return null
      if (target.noun && target.past !== '' && !negated) return null
      return { offset, suggestions: [base] }
    },
    examples: {
      flag: [
        'The first part will arrives on Tuesday.',
        'You can cancelled it until noon.',
        'The plumber didn’t found the leak.',
        'The gates do not accepts phones.',
        'We would appreciated an answer.',
        'Did you chose the blue one?',
      ],
      pass: [
        'The first part will arrive on Tuesday.',
        'What we did upset them.',
        'Do prices include postage?',
        'You may well need it.',
        'They read it and can set it up.',
      ],
    },
  },
  {
    id: 'base-after-to',
    category: 'conjugation',
    message: 'After “to” comes the base form of the verb.',
    starts: list('to'),
    find(near) {
      const target = near.class(1)
      const base = wrongForm(target)
      if (base === '' || near.begins(1) || (target.noun && target.ing === '')) return null
      const before = near.word(-1)
      const next = near.word(2)
      if (target.ing !== '') {
        const asked =
          /^(?:us|you|them|him|her|me)$/.test(before) &&
          /^(?:like|want|wants|wanted|ask|asked|need|expect|allow|help|advise)$/.test(near.word(-2))
        const bound = SURE_HEADS.has(before) || (before === 'free' && near.word(-2) === 'feel') || asked
        const committed = bound || (STRICT_HEADS.has(before) && OBJECTS.has(next))
        return committed ? { offset: 1, suggestions: [target.ing] } : null
      }
      if (target.pluralOf !== '' && target.third !== '') return null
      if (target.third !== '') return { offset: 1, suggestions: [target.third] }
      if (
        /^(?:due|used|according|thanks|subject|prior|addition|compared|similar|next|close|up|relating|related|respect|regard)$/.test(
          before,
        )
      )
        return null
      const closed = near.ends(1) || AFTER_NOUN.has(next)
      const wrong = INFINITIVE_HEADS.has(before) ? OBJECTS.has(next) || closed : OBJECTS.has(next) && next !== 'all'
      return wrong ? { offset: 1, suggestions: [base] } : null
    },
    examples: {
      flag: [
        'I am writing to confirmed that it has been sent.',
        'This is to informed you of the change.',
        'There are ways to improving it.',
        'When you come to collected it, bring the card.',
        'The van needs to arrives before noon.',
      ],
      pass: [
        'I am writing to confirm it.',
        'This applies to returned items and to saved addresses.',
        'We look forward to welcoming you.',
        'We are committed to improving it.',
        'Postage is due to increased costs.',
      ],
    },
  },
  {
    id: 'base-after-please',
    category: 'conjugation',
    message: 'After “please” comes the base form of the verb.',
    starts: list('please kindly'),
    find(near) {
      const target = near.class(1)
      const base = wrongForm(target)
      if (base === '' || near.begins(1) || target.noun || target.adjective) return null
      if (target.pluralOf !== '' && !OBJECTS.has(near.word(2))) return null
      if (target.third === '' && !OBJECTS.has(near.word(2))) return null
      return { offset: 1, suggestions: [base] }
    },
    examples: {
      flag: [
        'Could you please confirming that you will be in?',
        'If you have moved, please contacts us.',
        'Please returned the form.',
      ],
      pass: ['Please confirm that you will be in.', 'Please find enclosed the form.', 'Please leave the doors open.'],
    },
  },
  {
    id: 'participle-after-be',
    category: 'conjugation',
    message: 'The past participle is wanted here.',
    starts: new Set([...BE, 'be']),
    find(near) {
      const offset = pastAdverbs(near, 1)
      const target = near.class(offset)
      if (!target.base || sameParticiple(near.word(offset)) || near.begins(offset)) return null
      if (CLEFT.has(near.word(-1)) || CLEFT.has(near.word(-2))) return null
      const next = near.word(offset + 1)
      if (OBJECTS.has(next)) return null
      const been = near.word(0) === 'been' || near.word(0) === 'being'
      if (verbOnly(target)) return { offset, suggestions: participle(near, offset) }
      // "It has been return to you": a bare noun hardly follows "been" and a preposition it.
      const counted = target.plural !== '' && !target.adjective
      const there = near.word(-2) === 'there' || near.word(-3) === 'there'
      return been && counted && !there && /^(?:to|by|from|with|as|within|out|back)$/.test(next)
        ? { offset, suggestions: participle(near, offset) }
        : null
    },
    examples: {
      flag: [
        'Your tickets are attach to this message.',
        'The loan has been approve by our team.',
        'You will be ask for them.',
      ],
      pass: [
        'Your tickets are attached.',
        'All we do is send it.',
        'It has become clear.',
        'The prices are set by the maker.',
      ],
    },
  },
  {
    id: 'participle-after-have',
    category: 'conjugation',
    message: 'After “have” comes the past participle.',
    starts: HAVE,
    find(near) {
      const offset = pastAdverbs(near, 1)
      const word = near.word(offset)
      const target = near.class(offset)
      if (word === '') return null
      if (target.past !== '' && target.participle === '' && !target.base && !target.noun)
        return { offset, suggestions: [IRREGULAR_VERBS.get(target.past)?.participle ?? ''] }
      if (sameParticiple(word) || word === 'let' || near.begins(offset)) return null
      if (verbOnly(target)) return { offset, suggestions: participle(near, offset) }
      // "I have return it": no noun that can be counted stands here without an article.
      const bare =
        target.base && target.plural !== '' && !target.adjective && !STOCKED.has(word) && PRONOUNS.has(near.word(-1))
      return bare && /^(?:it|them|him|her|us|the|your|our|my|at|into)$/.test(near.word(offset + 1))
        ? { offset, suggestions: participle(near, offset) }
        : null
    },
    examples: {
      flag: [
        'I have return it to your card.',
        'The chain had broke on the road.',
        'We have gave them a voucher.',
        'Nobody has complain so far.',
      ],
      pass: ['The chain had broken.', 'We have become a family firm.', 'They have put it away and have to go.'],
    },
  },
  {
    id: 'ing-after-preposition',
    category: 'conjugation',
    message: 'After this preposition comes the form in -ing.',
    starts: list('for of by without from'),
    find(near) {
      const target = near.class(1)
      const verb = verbOnly(target) || (PURE_BASES.has(near.word(1)) && near.word(1) !== 'return')
      if (!verb || near.begins(1) || !/^(?:the|your|our|us|a|an|it|this|me|them|my)$/.test(near.word(2))) return null
      return { offset: 1, suggestions: ingForm(near, 1) }
    },
    examples: {
      flag: ['Thank you for choose our hotel.', 'You can pay by send us a cheque.', 'It opens without remove the lid.'],
      pass: ['Thank you for choosing our hotel.', 'It is made of let glass.', 'Thank you for your help.'],
    },
  },
  {
    id: 'ing-before-pronoun',
    category: 'conjugation',
    message: 'After this preposition comes the form in -ing.',
    starts: list('before after without by for'),
    find(near) {
      const target = near.class(1)
      const object = near.word(2)
      if (!target.base || near.begins(1) || target.third !== '' || target.past !== '') return null
      if (!/^(?:them|us|me|it)$/.test(object) || (object === 'it' && !near.ends(2))) return null
      return { offset: 1, suggestions: ingForm(near, 1) }
    },
    examples: {
      flag: ['Wait ten days before sign it.', 'Please check the boxes after receive them.'],
      pass: ['Wait ten days before signing it.', 'By post it takes a week.', 'After work it was late.'],
    },
  },
]
