/** Words taken for others, where the class of a neighbour shows it: quite/quiet, than/then, it's/its, too/to. */
import { AFTER_NOUN, type GrammarRule, list, type Neighbourhood } from './grammar-rule.js'

const BE = list("is are was were be been isn't aren't wasn't weren't it's that's they're we're you're i'm am")
const COMPARATIVES = list('more less better worse fewer further rather other sooner later')

function ends(near: Neighbourhood, offset: number): boolean {
  return near.ends(offset) || AFTER_NOUN.has(near.word(offset + 1))
}

function comparative(near: Neighbourhood, offset: number): boolean {
  const word = near.word(offset)
  if (COMPARATIVES.has(word)) return true
  const kind = near.class(offset)
  // "Longer", "heavier" are no nouns; "letter", "number" are.
  return /er$/.test(word) && !kind.noun && !kind.base && kind.pluralOf === '' && word.length > 5
}

/** Rules of this family. */
export const lookalikeGrammar: readonly GrammarRule[] = [
  {
    id: 'quiet-for-quite',
    category: 'homophone',
    message: '“quite” is the adverb; “quiet” means silent.',
    starts: list('quiet'),
    find(near) {
      if (near.word(1) === 'a' || near.word(1) === 'an') return { offset: 0, suggestions: ['quite'] }
      const next = near.class(1)
      const attribute = next.adjective
      return BE.has(near.word(-1)) && attribute && ends(near, 1) ? { offset: 0, suggestions: ['quite'] } : null
    },
    examples: {
      flag: ['Your order is quiet large.', 'It took quiet a while.'],
      pass: ['The street is quiet.', 'It is a quiet little room.', 'Your order is quite large.'],
    },
  },
  {
    id: 'then-after-comparative',
    category: 'homophone',
    message: 'Comparisons take “than”.',
    starts: list('then'),
    find(near) {
      if (near.begins(0) || near.ends(0) || !comparative(near, -1)) return null
      const next = near.word(1)
      const goesOn =
        /^(?:the|our|your|my|his|her|their|this|that|those|any|most|all|last|usual|expected|before|planned|others?|an?|one)$/.test(
          next,
        )
      return goesOn || /^\d/.test(next) ? { offset: 0, suggestions: ['than'] } : null
    },
    examples: {
      flag: ['It is heavier then the last one.', 'This costs less then your old one.'],
      pass: ['It is heavier than the last one.', 'Write the letter, then the label.', 'We will know more then.'],
    },
  },
  {
    id: 'its-before-attribute',
    category: 'homophone',
    message: '“its” shows possession; “it’s” is short for “it is”.',
    starts: list('its'),
    find(near) {
      const graded = /^(?:very|really|quite|so|too)$/.test(near.word(1))
      const offset = graded ? 2 : 1
      const kind = near.class(offset)
      if (!graded && !near.begins(0)) return null
      const attribute = kind.adjective && (graded || (!kind.noun && !kind.base && kind.pluralOf === ''))
      return attribute &&
        near.ends(offset) &&
        !/^(?:own|best|worst|most|usual|full|original|normal)$/.test(near.word(offset))
        ? { offset: 0, suggestions: ['it’s'] }
        : null
    },
    examples: {
      flag: ['Have a look at our guide, its very complete.', 'Do not worry, its quite safe.'],
      pass: ['Its very existence is a joy.', 'It is its own master.', 'It’s very complete.'],
    },
  },
  {
    id: 'too-before-determiner',
    category: 'homophone',
    message: 'Before a noun it is “to”.',
    starts: list('too'),
    find(near) {
      if (near.begins(0) || !/^(?:the|your|our|my|his|her|their|us|me)$/.test(near.word(1))) return null
      return /^(?:much|many|long|late|me|us|you|them|that|this)$/.test(near.word(-1)) && near.word(1) !== 'the'
        ? null
        : { offset: 0, suggestions: ['to'] }
    },
    examples: {
      flag: ['Please send it back too the address above.', 'Return the form too our office.'],
      pass: ['We will send it too.', 'You, too, the writer, will be told.', 'Please send it back to us.'],
    },
  },
  {
    id: 'too-before-adjective',
    category: 'homophone',
    message: '“too” means more than enough; “to” does not.',
    starts: BE,
    find(near) {
      const kind = near.class(2)
      if (near.word(1) !== 'to' || !kind.adjective || kind.base || kind.noun || !near.ends(2)) return null
      return { offset: 1, suggestions: ['too'] }
    },
    examples: {
      flag: ['The figure is to optimistic.', 'If the shoes are to expensive, return them.'],
      pass: ['The figure is too low.', 'The gate is to open at ten.'],
    },
  },
  {
    id: 'it-is-for-its-plural',
    category: 'homophone',
    message: '“it’s” is short for “it is”; possession is “its”.',
    starts: list("it's"),
    find(near) {
      const kind = near.class(1)
      if (kind.pluralOf === '' || near.begins(1)) return null
      return /^(?:is|are|was|were|has|have|will|can|do|need)$/.test(near.word(2))
        ? { offset: 0, suggestions: ['its'] }
        : null
    },
    examples: {
      flag: ['The tree must go, because it’s roots are damaging the drains.', 'The lamp and it’s bulbs were sent.'],
      pass: ['It’s boots that we sell.', 'Its roots are deep.'],
    },
  },
  {
    id: 'noun-for-adjective',
    category: 'grammar',
    message: 'The adjective is wanted here.',
    starts: list('very really quite too so'),
    find(near) {
      const word = near.word(1)
      const kind = near.class(1)
      const adjective = word.replace(/ce$/, 't')
      if (!/[ae]nce$/.test(word) || !kind.noun || near.begins(1) || !ends(near, 1)) return null
      if (near.words[near.at]?.word === 'so' && !BE.has(near.word(-1)) && near.word(-1) !== 'being') return null
      return near.classOf(adjective).adjective ? { offset: 1, suggestions: [adjective] } : null
    },
    examples: {
      flag: ['Thanks for being so patience.', 'The hotel was very elegance.'],
      pass: ['Thanks for being so patient.', 'It is a very convenience-led shop.'],
    },
  },
]
