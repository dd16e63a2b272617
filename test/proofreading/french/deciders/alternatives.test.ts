/** What a writer may have meant by a word: forms that are easily confused, and words of the same sound. */
import { describe, expect, it } from 'vitest'
import { choicesAt } from '../../../../src/proofreading/french/deciders/alternatives.js'
import { loadFrenchLexicon } from '../../../../src/proofreading/french/lexicon/load.js'

const lexicon = loadFrenchLexicon()

function alternativesOf(word: string, task: string): readonly string[] {
  return choicesAt(lexicon.lookup(word), lexicon)
    .filter((choice) => choice.task === task)
    .flatMap(({ alternatives }) => alternatives.map(({ text }) => text))
}

describe('alternatives of a word', () => {
  it.each([
    ['facture', 'factures'],
    ['envoyé', 'envoyer'],
    ['envoyez', 'envoyé'],
    ['livrée', 'livrés'],
    ['peut', 'peuvent'],
    ['arrive', 'arrivent'],
    ['générale', 'générales'],
    ['local', 'locaux'],
  ])('%s may stand for %s', (word, other) => {
    expect(alternativesOf(word, 'form')).toContain(other)
    expect(alternativesOf(other, 'form')).toContain(word)
  })

  it.each([
    ['a', 'à'],
    ['ces', 's’est'],
    ['dans', 'd’en'],
    ['leur', 'leurs'],
  ])('%s sounds like %s', (word, other) => {
    expect(alternativesOf(word, 'homophone')).toContain(other.replaceAll('’', "'"))
  })

  it('has the written word among them, at its index', () => {
    for (const word of ['facture', 'est', 'envoyé', 'les', 'a', 'tout']) {
      for (const { alternatives, written, words } of choicesAt(lexicon.lookup(word), lexicon)) {
        expect(alternatives[written]!.text).toBe(words.join(' ').replaceAll("' ", "'"))
        expect(new Set(alternatives.map(({ text }) => text)).size).toBe(alternatives.length)
      }
    }
  })

  it('does not pair other words that look alike', () => {
    expect(alternativesOf('port', 'form')).not.toContain('porte')
    expect(alternativesOf('souhaitent', 'form')).not.toContain('souhaiter')
  })
})
