/** Subject and verb, for every noun and verb that the dictionary knows; only where the subject is plainly one. */

import { withS } from '../word-classes.js'
import { ADVERBS, type GrammarRule, list, type Neighbourhood, OBJECTS } from './grammar-rule.js'
import { CLAUSE_OPENERS, EITHER, readSubject } from './subject.js'

const SINGULAR_OF: ReadonlyMap<string, string> = new Map([
  ['have', 'has'],
  ['are', 'is'],
  ['were', 'was'],
  ["haven't", "hasn't"],
  ["aren't", "isn't"],
  ["weren't", "wasn't"],
  ["don't", "doesn't"],
])
const PLURAL_OF: ReadonlyMap<string, string> = new Map(
  [...SINGULAR_OF].map(([plural, singular]): [string, string] => [singular, plural]),
)
const PLURAL_PRONOUNS = list('we they i')
const SINGULAR_PRONOUNS = list('he she it')
/** Wishes and conditions take "were", suggestions the base form. */
const UNREAL = list('if wish though suggest recommend ask insist request require essential important vital necessary')

function clauseBegins(near: Neighbourhood): boolean {
  return near.begins(0) || CLAUSE_OPENERS.has(near.word(-1))
}

/** Offset of the verb behind a pronoun and at most one adverb. */
function verbOffset(near: Neighbourhood): number {
  return ADVERBS.has(near.word(1)) ? 2 : 1
}

const participleToo = (near: Neighbourhood, offset: number): boolean => near.class(offset).participle !== ''

/** Words that end the reach of the first verb over a second one behind "and". */
const NEW_VERB = list('to will would can could should may might must do does did let lets make makes help helps not n')

/** Rules of this family. */
export const agreementGrammar: readonly GrammarRule[] = [
  {
    id: 'noun-verb-number',
    category: 'agreement',
    message: 'Subject and verb do not agree in number.',
    starts: null,
    find(near) {
      const subject = readSubject(near)
      if (!subject) return null
      const offset = subject.verb
      const verb = near.word(offset)
      const kind = near.class(offset)
      if (subject.number === 'plural') {
        const right = PLURAL_OF.get(verb) ?? kind.third
        return right && right !== verb ? { offset, suggestions: [right] } : null
      }
      const unreal = UNREAL.has(near.word(-1)) || UNREAL.has(near.word(-2)) || near.word(-1) === 'that'
      const single = SINGULAR_OF.get(verb)
      if (single) return unreal && verb === 'were' ? null : { offset, suggestions: [single] }
      if (!kind.base || kind.third !== '' || participleToo(near, offset) || unreal) return null
      // Past equal to the base ("the driver put it down"), or a noun phrase that goes on.
      if (kind.past !== '') return null
      return { offset, suggestions: [withS(verb)] }
    },
    examples: {
      flag: [
        'Our records shows that it left.',
        'A replacement have been ordered.',
        'Each box weigh about a ton, because the lid contain lead.',
        'The doors opens at seven.',
        'The new gift sets arrives on Monday.',
        'We are sorry, but our system keep a log.',
        'The price of gas have gone up.',
        'Your tickets for the concert wasn’t printed.',
        'He says the brakes was fine.',
        'After that, a £10 fee apply.',
      ],
      pass: [
        'Our records show that it left.',
        'The driver put it down.',
        'The team are on their way.',
        'The two weeks is long.',
        'A number of shoes are left, and the majority of our shops are open.',
        'What caused the faults was rain.',
        'The price offer you received is fair.',
        'If the box were lighter, we would post it.',
        'The order and the invoice are here.',
        'The items the customer wants are here.',
      ],
    },
  },
  {
    id: 'plural-pronoun-third',
    category: 'agreement',
    message: 'After we, they and I the verb takes no -s.',
    starts: new Set([...PLURAL_PRONOUNS, 'you']),
    find(near) {
      const offset = verbOffset(near)
      const kind = near.class(offset)
      if (kind.third === '' || near.begins(offset)) return null
      const pronoun = near.words[near.at]?.word ?? ''
      const next = near.word(offset + 1)
      const nounToo = kind.pluralOf !== '' || kind.noun
      if (/^(?:of|with|for|to|from|between|than|and|or|make|makes|let|lets|help|helps|what)$/.test(near.word(-1)))
        return null
      if (pronoun === 'you') {
        if (!clauseBegins(near) && near.word(-1) !== 'that') return null
        if (nounToo && offset === 1 && !OBJECTS.has(next)) return null
        if (nounToo && next !== '' && !OBJECTS.has(next)) return null
      } else if (nounToo && !(OBJECTS.has(next) || /^(?:to|on|for|about|not)$/.test(next))) return null
      return { offset, suggestions: [kind.third] }
    },
    examples: {
      flag: [
        'We expects a delivery soon.',
        'They takes it very seriously.',
        'You still owes us £2.40.',
        'I regrets the delay.',
      ],
      pass: [
        'We expect a delivery.',
        'We parents of twins know it.',
        'We send you letters and give you points.',
        'What you owes nothing to.',
      ],
    },
  },
  {
    id: 'singular-pronoun-base',
    category: 'agreement',
    message: 'After he, she and it the verb takes an -s.',
    starts: SINGULAR_PRONOUNS,
    find(near) {
      if (!clauseBegins(near) || UNREAL.has(near.word(-1))) return null
      const offset = verbOffset(near)
      const word = near.word(offset)
      const kind = near.class(offset)
      if (near.begins(offset) || !kind.base || kind.third !== '' || kind.past !== '' || kind.participle !== '')
        return null
      if (word === 'have' || word === 'do') return null
      const nounToo = kind.noun || kind.adjective
      if (nounToo && !OBJECTS.has(near.word(offset + 1))) return null
      return { offset, suggestions: [withS(word)] }
    },
    examples: {
      flag: ['It contain nuts.', 'He suggest Wednesday morning.', 'It works, but it make a noise.'],
      pass: ['It contains nuts.', 'She put it back.', 'Let it cool.', 'If it please the court, we wait.'],
    },
  },
  {
    id: 'second-verb-third',
    category: 'agreement',
    message: 'The second verb has the same subject as the first and takes an -s too.',
    starts: SINGULAR_PRONOUNS,
    find(near) {
      if (!near.begins(0)) return null
      if (!/^(?:is|has)$/.test(near.word(1)) && near.class(1).third === '') return null
      for (let offset = 2; offset <= 8; offset += 1) {
        const word = near.word(offset)
        if (word === '' || NEW_VERB.has(word)) return null
        if (word !== 'and') continue
        const kind = near.class(offset + 1)
        const only =
          kind.base && !kind.noun && !kind.adjective && kind.past === '' && kind.participle === '' && kind.third === ''
        return only ? { offset: offset + 1, suggestions: [withS(near.word(offset + 1))] } : null
      }
      return null
    },
    examples: {
      flag: ['He is away next week and suggest Wednesday.', 'It costs three pounds and include postage.'],
      pass: [
        'He is away next week and suggests Wednesday.',
        'It is time to wash and iron it.',
        'She has to call and arrange it.',
      ],
    },
  },
  {
    id: 'indefinite-pronoun-verb',
    category: 'agreement',
    message: 'Nobody, everyone and their like are singular.',
    starts: list('nobody everybody somebody anybody everyone someone anyone nothing everything something anything'),
    find(near) {
      if (!clauseBegins(near) && !/^(?:and|that|if)$/.test(near.word(-1))) return null
      const right = SINGULAR_OF.get(near.word(1))
      return right ? { offset: 1, suggestions: [right] } : null
    },
    examples: {
      flag: ['He called, but nobody were in.', 'Everything have been packed.'],
      pass: ['Does everyone have a key?', 'Nobody was in.', 'Wish everyone were here.'],
    },
  },
  {
    id: 'hope-this-third',
    category: 'agreement',
    message: 'After this, that and it the verb takes an -s.',
    starts: list('hope hopes sure confident'),
    find(near) {
      const from = near.word(1) === 'that' && near.word(2) !== '' ? 2 : 1
      if (!/^(?:this|that|it)$/.test(near.word(from))) return null
      const kind = near.class(from + 1)
      if (!kind.base || kind.third !== '' || kind.past !== '' || kind.participle !== '') return null
      return /^(?:the|your|our|you|us|my|any|all|a)$/.test(near.word(from + 2))
        ? { offset: from + 1, suggestions: [withS(near.word(from + 1))] }
        : null
    },
    examples: {
      flag: ['I hope this answer your question.', 'We hope it help you.'],
      pass: ['I hope this answers your question.', 'We are sure that it is right.'],
    },
  },
  {
    id: 'who-verb-number',
    category: 'agreement',
    message: 'The verb agrees with the person that “who” stands for.',
    starts: list('who'),
    find(near) {
      // The person stands before "who", with or without a comma.
      const person = near.words[near.at - 1]
      if (!person || person.capital || near.word(1) === '') return null
      const kind = near.classOf(person.word)
      if (!kind.noun || kind.plural === '' || kind.adjective || EITHER.has(person.word)) return null
      if (!/^(?:the|your|our|my|his|her|their|a|an|this|that)$/.test(near.words[near.at - 2]?.word ?? '')) return null
      const right = SINGULAR_OF.get(near.word(1))
      if (right) return { offset: 1, suggestions: [right] }
      const verb = near.class(1)
      const only = verb.base && !verb.noun && !verb.adjective && verb.past === '' && verb.participle === ''
      return only ? { offset: 1, suggestions: [withS(near.word(1))] } : null
    },
    examples: {
      flag: ['We told your doctor, who want to see you.', 'The nurse who have your file is away.'],
      pass: [
        'Ask the team who want it.',
        'One of the nurses who want to help rang.',
        'The nurse who put it there left.',
      ],
    },
  },
  {
    id: 'this-verb-third',
    category: 'agreement',
    message: 'After “this” the verb takes an -s.',
    starts: list('this'),
    find(near) {
      if (!near.begins(0)) return null
      const offset = verbOffset(near)
      const kind = near.class(offset)
      // Without an adverb it may be a noun that the dictionary knows as a verb alone ("this commit").
      if (offset === 1) return null
      if (near.begins(offset) || kind.adjective || !kind.base || kind.noun) return null
      if (kind.third !== '' || kind.past !== '' || kind.participle !== '') return null
      return { offset, suggestions: [withS(near.word(offset))] }
    },
    examples: {
      flag: ['This usually take four weeks.', 'This also include postage.'],
      pass: ['This usually takes four weeks.', 'This work is done.', 'This commit adds it.'],
    },
  },
  {
    id: 'most-of-plural-verb',
    category: 'agreement',
    message: 'The subject is plural.',
    starts: list('most many some all several few both two three four'),
    find(near) {
      if (!clauseBegins(near) || near.word(1) !== 'of') return null
      if (!/^(?:our|your|the|these|those|my|their)$/.test(near.word(2))) return null
      const noun = near.class(3)
      if (noun.pluralOf === '' || EITHER.has(near.word(3))) return null
      const verb = near.class(4)
      const only = verb.third !== '' && verb.pluralOf === '' && !verb.noun ? verb.third : ''
      const right = PLURAL_OF.get(near.word(4)) ?? only
      return right ? { offset: 4, suggestions: [right] } : null
    },
    examples: {
      flag: ['Most of our customers finds it easy.', 'Some of the boxes was wet.'],
      pass: ['Most of our customers find it easy.', 'Some of the sales was online.'],
    },
  },
]
