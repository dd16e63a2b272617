/** Nouns after numbers and quantities, for every noun that the dictionary knows. */
import { AFTER_NOUN, type GrammarRule, list, type Neighbourhood } from './grammar-rule.js'

const NUMBERS = list('two three four five six seven eight nine ten eleven twelve twenty thirty several many various')
/** Units and groups that stay singular after a number, and words that are adjectives or adverbs as well. */
const UNCHANGED = list(
  `dozen hundred thousand million billion percent per pound foot stone pence euro yen quid point grand head pair series people person sheep fish aircraft offspring piece
  star plus minus half more further other extra else time pm am past today later together way fold ply`,
)
/** Measures that make a compound with the noun behind them. */
const MEASURES = list('day week month year hour minute mile metre piece star')
/** Nouns without a usual plural in letters. */
const UNCOUNTED = list(
  `stock range team staff help support time work money service effort trouble patience custom care attention interest business post mail food water electricity gas equipment packaging
  luggage furniture clothing footwear jewellery merchandise experience knowledge access use space paper hair fruit wine tea coffee data personnel crew family best worst most least first last latter former rest`,
)
const GROUP = list('one each neither either both several many few two three four five six')
const OWNERS = list('our the your these those my their his her')

/** The head of a noun phrase that begins at an offset: adjectives, then one noun; its offset, or null. */
function headAt(near: Neighbourhood, from: number): number | null {
  for (let offset = from; offset < from + 3; offset += 1) {
    if (near.word(offset) === '' || near.begins(offset) || near.capital(offset)) return null
    // "Three green one".
    if (offset > from && near.word(offset) === 'one' && near.ends(offset)) return offset
    const kind = near.class(offset)
    const ends = near.ends(offset) || AFTER_NOUN.has(near.word(offset + 1))
    if (kind.noun && kind.plural !== '' && !kind.adjective && ends) return offset
    // "Two day delivery": a compound.
    if (UNCHANGED.has(near.word(offset)) || MEASURES.has(near.word(offset))) return null
    if (!kind.adjective && !(kind.noun && !ends) && kind.participle === '') return null
  }
  return null
}

function judged(near: Neighbourhood, offset: number | null): { offset: number; suggestions: string[] } | null {
  if (offset === null) return null
  const word = near.word(offset)
  if (UNCHANGED.has(word) || UNCOUNTED.has(word)) return null
  const kind = near.class(offset)
  if (kind.ing !== '' || kind.participle !== '') return null
  return { offset, suggestions: [word === 'one' ? 'ones' : kind.plural] }
}

/** Rules of this family. */
export const quantityGrammar: readonly GrammarRule[] = [
  {
    id: 'plural-after-number',
    category: 'agreement',
    message: 'After this number or quantity the noun is plural.',
    starts: NUMBERS,
    find(near) {
      const before = near.word(-1)
      // "Chapter two", "size five", "at two", "the two of them", "many a".
      if (near.word(1) === 'of' || near.word(1) === 'a' || /^(?:one|a|an)$/.test(before) || NUMBERS.has(near.word(1)))
        return null
      const many = /^(?:several|many|various)$/.test(near.words[near.at]?.word ?? '')
      if (
        !many &&
        ((near.class(-1).noun && !near.class(-1).base) ||
          near.class(-1).pluralOf !== '' ||
          /^(?:at|by|until|before|after|past|number|no|size|step|page|part|stage|level|room|gate|till)$/.test(before))
      )
        return null
      return judged(near, headAt(near, 1))
    },
    examples: {
      flag: [
        'It comes in three colour.',
        'He left two spare part with your neighbour.',
        'You can choose from six different model.',
      ],
      pass: [
        'It comes in three colours.',
        'We offer two day delivery.',
        'Step two label the box.',
        'A three piece suit is on its way.',
        'It costs ten pound.',
      ],
    },
  },
  {
    id: 'plural-after-one-of',
    category: 'agreement',
    message: 'After “one of our”, “each of the” and the like the noun is plural.',
    starts: list('of'),
    find(near) {
      const group = near.word(-1) || (near.begins(0) ? '' : (near.words[near.at - 1]?.word ?? ''))
      if (!GROUP.has(group) || !OWNERS.has(near.word(1))) return null
      const numbered = NUMBERS.has(near.word(2))
      return judged(near, headAt(near, numbered ? 3 : 2))
    },
    examples: {
      flag: [
        'Neither of the two application was signed.',
        'Each of our shop has a key.',
        'One of the handle is broken.',
      ],
      pass: [
        'Neither of the two applications was signed.',
        'One of our help desks is open.',
        'One of the best has gone.',
      ],
    },
  },
  {
    id: 'singular-after-all-plural-verb',
    category: 'agreement',
    message: 'The verb is plural: the noun must be plural too.',
    starts: list('all'),
    find(near) {
      if (!near.begins(0) && near.word(-1) !== 'that') return null
      if (!/^(?:our|your|these|those|my|their)$/.test(near.word(1))) return null
      for (let offset = 2; offset <= 3; offset += 1) {
        const kind = near.class(offset)
        if (/^(?:are|were|have)$/.test(near.word(offset + 1)) && kind.noun && kind.plural !== '')
          return judged(near, offset)
        if (!kind.adjective) return null
      }
      return null
    },
    examples: {
      flag: ['All our bicycle are checked.', 'All your new receipt were printed.'],
      pass: ['All our bicycles are checked.', 'All our staff are trained.'],
    },
  },
  {
    id: 'singular-after-each',
    category: 'agreement',
    message: 'After “each”, “every”, “another” and “a” the noun is singular.',
    starts: list('each every another a an'),
    find(near) {
      const kind = near.class(1)
      if (kind.pluralOf === '' || near.begins(1) || near.capital(1)) return null
      const next = near.word(2)
      const closed =
        near.ends(1) || /^(?:is|are|was|were|has|have|will|that|which|with|for|from|in|on|at|to|by)$/.test(next)
      const every = /^(?:each|every)$/.test(near.words[near.at]?.word ?? '')
      if (
        !closed ||
        UNCHANGED.has(kind.pluralOf) ||
        (kind.third !== '' && !every && !near.ends(1) && !/^(?:is|are|was|were|has|have|will)$/.test(next))
      )
        return null
      return { offset: 1, suggestions: [kind.pluralOf] }
    },
    examples: {
      flag: ['Each boxes was weighed.', 'Every applications is read.', 'Please send us a photos.'],
      pass: ['Each box was weighed.', 'It is a customs form.', 'A sales call is due.', 'Another two days passed.'],
    },
  },
  {
    id: 'plural-after-group',
    category: 'agreement',
    message: 'After “a pair of”, “a number of” and the like the noun is plural.',
    starts: list('of'),
    find(near) {
      if (!/^(?:pair|pairs|couple|number|handful|series|dozens|hundreds)$/.test(near.word(-1))) return null
      return judged(near, headAt(near, 1))
    },
    examples: {
      flag: ['Bring a pair of glove.', 'A number of shop are closed.'],
      pass: ['Bring a pair of gloves.', 'The number of staff has grown.'],
    },
  },
]
