/** Classes of words as the dictionary's own inflections tell them. */
import { describe, expect, it } from 'vitest'
import { dictionary } from '../../../src/proofreading/engines/dictionaries.js'
import { createWordClasses, withS } from '../../../src/proofreading/english/word-classes.js'
import { eitherSpeller } from '../../../src/proofreading/spelling/speller.js'

const speller = eitherSpeller(await dictionary('en'), await dictionary('en-gb'))
const classes = createWordClasses((word) => speller.isCorrect(word))

describe('word classes', () => {
  it.each([
    ['arrives', { third: 'arrive', noun: false, pluralOf: '' }],
    ['stopped', { past: 'stop', participle: 'stop', base: false }],
    ['chosen', { participle: 'choose', past: '' }],
    ['chose', { past: 'choose', participle: '' }],
    ['put', { base: true, past: 'put', participle: 'put' }],
    ['boxes', { pluralOf: 'box', third: 'box', noun: false }],
    ['address', { noun: true, plural: 'addresses', pluralOf: '' }],
    ['news', { noun: true, pluralOf: '' }],
    ['children', { pluralOf: 'child', noun: false }],
    ['expensive', { adjective: true, base: false }],
    ['ready', { adjective: true }],
    ['part', { noun: true, adjective: false }],
    ['far', { base: false }],
    ['attach', { base: true, noun: false }],
  ])('knows %s', (word, expected) => {
    expect(classes(word)).toMatchObject(expected)
  })

  it.each([
    'the',
    'would',
    'xyzzyq',
    'constructor’s',
    '__proto__',
    'tostring',
    '',
  ])('gives no class to “%s”', (word) => {
    expect(classes(word)).toMatchObject({ noun: false, base: false, pluralOf: '', third: '', past: '' })
  })

  it('takes the names of object properties for plain words', () => {
    expect(classes('constructor')).toMatchObject({ pluralOf: '' })
  })

  it('makes third persons and plurals', () => {
    expect(['box', 'carry', 'pay', 'send', 'wash'].map(withS)).toEqual(['boxes', 'carries', 'pays', 'sends', 'washes'])
  })
})
