/** Patterns find what they say, and only that; rule files are refused with file and line. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReplymarkError } from '../../src/domain/error.js'
import { AGREEMENT, type RuleLexicon } from '../../src/rules/lexicon.js'
import { plain, readRuleFile, revived } from '../../src/rules/rule-file.js'
import { compileRules } from '../../src/rules/rule-set.js'
import { tokenize } from '../../src/rules/token.js'

/** A rule file with one rule. */
function fileOf(patterns: readonly string[], more = '', lists = '{}'): string {
  return `language: fr
version: 1
lists: ${lists}
rules:
  - id: one
    message: { fr: un, en: one }
    source: this test
    patterns: ${JSON.stringify(patterns)}
    flag: [a, b]
    pass: [c, d]
${more}`
}

/** Facts of a few words. */
const LEXICON: RuleLexicon = {
  classes: new Set(['noun', 'adjective', 'verb']),
  lookUp: (word) =>
    ({
      colis: { lemmas: ['colis'], classes: ['noun'], agreement: AGREEMENT.ms | AGREEMENT.mp },
      commandes: { lemmas: ['commande', 'commander'], classes: ['noun', 'verb'], agreement: AGREEMENT.fp },
      livre: { lemmas: ['livrer'], classes: ['adjective'], agreement: AGREEMENT.ms },
      livrees: { lemmas: ['livrer'], classes: ['adjective'], agreement: AGREEMENT.fp },
    })[word] ?? null,
}

function found(pattern: string, text: string, more = '', lists = '{}', lexicon: RuleLexicon | null = null): string[] {
  const file = readRuleFile(fileOf([pattern], more, lists), 'one.yaml', lexicon)
  return compileRules([{ file, lexicon }])
    .find(text)
    .map(({ start, end }) => text.slice(start, end))
}

describe('tokens', () => {
  it.each([
    ["l'equipe d'accueil", ["l'", 'equipe', "d'", 'accueil']],
    ["i'm sure it's aujourd'hui", ["i'm", 'sure', "it's", "aujourd'hui"]],
    ['un e-mail - ou deux', ['un', 'e', 'mail', '-', 'ou', 'deux']],
    ['2,50 euros.\nfin', ['2,50', 'euros', '.', '\n', 'fin']],
    ["jusqu'a 14h", ["jusqu'", 'a', '14', 'h']],
  ])('of “%s”', (text, tokens) => {
    expect(tokenize(text).map((token) => token.text)).toEqual(tokens)
  })

  it('lie where they say, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const tokens = tokenize(text)
        const wrong = tokens.filter(
          ({ start, end, text: own }, index) => text.slice(start, end) !== own || start < (tokens[index - 1]?.end ?? 0),
        )
        expect(wrong).toEqual([])
      }),
    )
  })
})

describe('a pattern', () => {
  it.each([
    ['alternatives', 'merci|thanks pour', 'un grand merci pour tout', ['merci pour']],
    ['a letter that may be missing', 'votre mails?', 'votre mail, votre mails', ['votre mail', 'votre mails']],
    [
      'several letters that may be missing',
      'précédente?s?',
      'precedent, precedente, precedents, precedentes',
      ['precedent', 'precedente', 'precedents', 'precedentes'],
    ],
    ['a beginning of a word', 'rembours* votre', 'nous remboursons votre achat', ['remboursons votre']],
    [
      'a word that may be missing',
      'tres~ cordialement',
      'cordialement. tres cordialement',
      ['cordialement', 'tres cordialement'],
    ],
    ['a gap inside the sentence', 'regret ..3 retard', 'nous regrettons. regret de ce retard', ['regret de ce retard']],
    ['no gap over a full stop', 'regret ..3 retard', 'regret. un retard', []],
    ['no gap that is too long', 'regret ..2 retard', 'regret de ce long retard', []],
    ['repetitions', 'bla{2,3} fin', 'bla fin bla bla fin', ['bla bla fin']],
    ['choices of several words', '(a bientot / au plaisir) $', 'au plaisir! a bientot jean', ['au plaisir']],
    ['a word that may not stand there', 'merci !beaucoup|bien', 'merci beaucoup. merci monsieur', ['merci monsieur']],
    ['the marked stretch alone', 'nous [avons prix] note', 'nous avons prix note', ['avons prix']],
    ['a sentence start', '^ merci', 'oui merci. merci', ['merci']],
    ['a line start', '^^ merci', 'oui. merci\nmerci', ['merci']],
    ['a line end', 'merci $$', 'merci.\nmerci\noui', ['merci']],
    ['a number', 'sous <number> heures?|h', 'sous 48 h et sous peu', ['sous 48 h']],
    [
      'an elision before a word that may be missing',
      "d' en~ excuser",
      "d'excuser et d'en excuser",
      ["d'excuser", "d'en excuser"],
    ],
    ['words joined by a hyphen', 'pourriez-vous', 'pourriez vous, pourriez-vous', ['pourriez vous', 'pourriez-vous']],
    ['accents as folded', 'désolé|navrée', 'desole et navree', ['desole', 'navree']],
    ['the longest way', 'a b~ c~', 'a b c', ['a b c']],
    [
      'nested choices',
      '(je (vous / te) / nous vous) prie|prions',
      'je vous prie, nous vous prions',
      ['je vous prie', 'nous vous prions'],
    ],
  ])('finds %s', (_what, pattern, text, places) => {
    expect(found(pattern, text)).toEqual(places)
  })

  it('takes words of a list, also several in a row', () => {
    expect(found('@day', 'a lundi, ce week-end', '', '{ day: [lundi, week-end] }')).toEqual(['lundi', 'week-end'])
  })

  it('is taken back by what stands right before or right after', () => {
    const unless = '    unless: { before: ["inutile de", "pas !besoin"], after: ["d\'informer"] }'
    expect(found('regretter', 'inutile de regretter', unless)).toEqual([])
    expect(found('regretter', 'pas trop regretter', unless)).toEqual([])
    expect(found('regretter', 'pas besoin regretter', unless)).toEqual(['regretter'])
    expect(found('regretter', "regretter d'informer, regretter de", unless)).toEqual(['regretter'])
  })

  it('asks lemma, class and agreement of the lexicon', () => {
    expect(found('<lemma:livrer>', 'colis livre et livrees', '', '{}', LEXICON)).toEqual(['livre', 'livrees'])
    expect(found('<noun> <adjective>', 'colis livre', '', '{}', LEXICON)).toEqual(['colis livre'])
    expect(found('<noun>= <adjective>=', 'colis livre, commandes livre', '', '{}', LEXICON)).toEqual(['colis livre'])
    expect(found('<noun>!= <adjective>!=', 'colis livre, commandes livre', '', '{}', LEXICON)).toEqual([
      'commandes livre',
    ])
  })

  it('costs time in proportion to the text, however it is nested', () => {
    const file = readRuleFile(fileOf(['((a~){9} (a~){9}){2} b', '(a ..9 a){9} b']), 'one.yaml')
    const set = compileRules([{ file, lexicon: null }])
    // Exponential in a machine that goes back; here a few thousand states a token.
    expect(set.find(`${'a '.repeat(100)}c`)).toEqual([])
  })

  it('finds nothing and fails on no text', () => {
    const file = readRuleFile(fileOf(['^ merci ..5 [<word>{1,3}] $', '!a|b c*~ d']), 'one.yaml')
    const set = compileRules([{ file, lexicon: null }])
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        for (const { start, end } of set.find(text)) expect(start).toBeLessThan(end)
      }),
    )
  })
})

describe('a rule file', () => {
  it('is the same after the JSON that the build ships', () => {
    const file = readRuleFile(fileOf(['merci @day'], '', '{ day: [lundi, mardi] }'), 'one.yaml')
    expect(revived(JSON.parse(JSON.stringify(plain(file))))).toEqual(file)
  })

  it.each([
    ['a pattern that cannot be read', fileOf(['merci (de']), 'one.yaml:8: one: a bracket that is not closed'],
    ['an unknown list', fileOf(['merci @day']), 'one.yaml:8: one: no list @day'],
    ['an unknown class', fileOf(['merci <nuon>']), 'one.yaml:8: one: no class <nuon>'],
    ['a lemma without a lexicon', fileOf(['<lemma:dire>']), 'one.yaml:8: one: this language has no lexicon'],
    ['a pattern that matches nothing', fileOf(['merci~']), 'one.yaml:8: one: a pattern that matches nothing at all'],
    ['a repetition that is too long', fileOf(['a{99} b']), 'one.yaml:8: one: a repetition'],
    ['a gap that hangs on a word', fileOf(['a..9 b']), 'one.yaml:8: one: a gap stands alone'],
    ['too few examples', fileOf(['a']).replace('[c, d]', '[c]'), 'one.yaml:10: rules.0.pass: at least two examples'],
    ['a field of its own', fileOf(['a'], '    reason: none\n'), 'one.yaml:5: rules.0'],
    ['the same id twice', fileOf(['a']) + fileOf(['b']).slice(fileOf(['b']).indexOf('  - id')), 'a second rule one'],
    ['no YAML', 'language: [', 'one.yaml:1:'],
  ])('with %s is refused with its place', (_what, text, message) => {
    expect(() => readRuleFile(text, 'one.yaml')).toThrow(ReplymarkError)
    expect(() => readRuleFile(text, 'one.yaml')).toThrow(message)
  })
})
