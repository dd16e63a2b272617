/**
 * Closed classes of French by hand: determiners, pronouns, prepositions, conjunctions, and common adverbs; these readings
 * replace those of the dictionary, whose rare homographs (the note “la”, the noun “est”) only mislead.
 */
import {
  ADVERB,
  AMBIGUOUS_DETERMINER,
  ANY,
  CLITIC,
  CONJUNCTION,
  FEMININE,
  FP,
  FS,
  MASCULINE,
  MP,
  MS,
  NEGATION,
  NUMERAL,
  PLURAL,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  SINGULAR,
  SUBJECT,
} from './word.js'

/** Readings of a closed-class word; fields left out are zero. */
export interface ClosedWord {
  readonly kind?: number
  readonly determiner?: number
  readonly noun?: number
  readonly adjective?: number
  /** True to keep the dictionary's readings beside these. */
  readonly open?: boolean
}

const table = new Map<string, ClosedWord>()

function add(words: string, reading: ClosedWord): void {
  for (const word of words.split(' ')) table.set(word, reading)
}

add('encours', { noun: MS | MP, open: true })
add('un ce cet mon ton son', { determiner: MS })
add('un', { determiner: MS, kind: PRONOUN | NUMERAL })
add('ce', { determiner: MS, kind: PRONOUN })
add("c' ç'", { kind: PRONOUN })
add('mon ton son notre votre', { determiner: SINGULAR })
add('mon ton son', { determiner: MS | FS })
add('notre votre', { determiner: SINGULAR })
add('une', { determiner: FS, kind: PRONOUN | NUMERAL })
add('cette ma ta sa', { determiner: FS })
add('ces mes tes ses nos vos', { determiner: PLURAL })
add('des', { determiner: PLURAL, kind: PREPOSITION })
add('aux', { determiner: PLURAL, kind: PREPOSITION })
add('au', { determiner: MS, kind: PREPOSITION })
add('du', { determiner: MS, kind: PREPOSITION })
add('le', { determiner: MS, kind: CLITIC | AMBIGUOUS_DETERMINER })
add('la', { determiner: FS, kind: CLITIC | AMBIGUOUS_DETERMINER })
add('les', { determiner: PLURAL, kind: CLITIC | AMBIGUOUS_DETERMINER })
add("l'", { determiner: SINGULAR, kind: CLITIC | AMBIGUOUS_DETERMINER })
add('leur', { determiner: SINGULAR, kind: CLITIC | AMBIGUOUS_DETERMINER | PRONOUN })
add('leurs', { determiner: PLURAL, kind: PRONOUN })
add('chaque', { determiner: SINGULAR })
add('quelques', { determiner: PLURAL })
add('quelque', { determiner: SINGULAR })
add('plusieurs', { determiner: PLURAL, kind: PRONOUN })
add('quel', { determiner: MS })
add('quelle', { determiner: FS })
add('quels', { determiner: MP })
add('quelles', { determiner: FP })
add('aucun', { determiner: MS, kind: PRONOUN | NEGATION })
add('aucune', { determiner: FS, kind: PRONOUN | NEGATION })
add('nul', { determiner: MS, adjective: MS, kind: PRONOUN | NEGATION })
add('nulle', { determiner: FS, adjective: FS, kind: PRONOUN | NEGATION })
add('certains', { determiner: MP, adjective: MP, kind: PRONOUN })
add('certaines', { determiner: FP, adjective: FP, kind: PRONOUN })
add('certain', { determiner: MS, adjective: MS })
add('certaine', { determiner: FS, adjective: FS })
add('divers différents', { determiner: MP, adjective: MP, open: true })
add('diverses différentes', { determiner: FP, adjective: FP, open: true })
add('tel', { determiner: MS, adjective: MS, kind: PRONOUN })
add('telle', { determiner: FS, adjective: FS, kind: PRONOUN })
add('tels', { determiner: MP, adjective: MP, kind: PRONOUN })
add('telles', { determiner: FP, adjective: FP, kind: PRONOUN })
add('tout', { determiner: MS, kind: PRONOUN | ADVERB, noun: MS })
add('toute', { determiner: FS, kind: ADVERB | PRONOUN })
add('tous', { determiner: MP, kind: PRONOUN })
add('toutes', { determiner: FP, kind: PRONOUN | ADVERB })
add('maint', { determiner: MS })
add('maints', { determiner: MP })
add('mainte', { determiner: FS })
add('maintes', { determiner: FP })
add('ledit', { determiner: MS })
add('ladite', { determiner: FS })
add('lesdits desdits auxdits', { determiner: MP })
add('lesdites desdites auxdites', { determiner: FP })
add(
  'deux trois quatre cinq six sept huit dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent mille',
  {
    determiner: PLURAL,
    kind: NUMERAL,
  },
)
add('neuf', { determiner: PLURAL, kind: NUMERAL, adjective: MS })
add('cents', { kind: NUMERAL })
add('je tu il on ils iel iels', { kind: SUBJECT })
add("j'", { kind: SUBJECT })
add('elle elles', { kind: PRONOUN })
add('nous vous', { kind: PRONOUN | CLITIC })
add("me te se m' t' s' y", { kind: CLITIC })
add('lui', { kind: CLITIC | PRONOUN })
add('en', { kind: CLITIC | PREPOSITION })
add('moi toi soi eux', { kind: PRONOUN })
add('celui ceci cela ça celui-ci celui-là', { kind: PRONOUN })
add('celle celle-ci celle-là celles celles-ci celles-là ceux ceux-ci ceux-là', { kind: PRONOUN })
add('moi-même toi-même lui-même elle-même nous-mêmes vous-même vous-mêmes eux-mêmes elles-mêmes soi-même', {
  kind: PRONOUN,
})
add("chacun chacune quelqu'un quelqu'une quelques-uns quelques-unes autrui personne rien", { kind: PRONOUN | NEGATION })
add('personne', { kind: PRONOUN | NEGATION, noun: FS })
add('qui que quoi', { kind: PRONOUN | RELATIVE | CONJUNCTION })
add("qu'", { kind: RELATIVE | CONJUNCTION })
add('dont', { kind: RELATIVE })
add('où', { kind: RELATIVE | ADVERB })
add('lequel duquel auquel', { kind: RELATIVE })
add('laquelle lesquels lesquelles desquels desquelles auxquels auxquelles', { kind: RELATIVE })
add('et ou ni car or mais donc', { kind: CONJUNCTION })
add('si', { kind: CONJUNCTION | ADVERB })
add("s'il", { kind: CONJUNCTION })
add('comme quand lorsque puisque quoique', { kind: CONJUNCTION })
add("lorsqu' puisqu' quoiqu' jusqu' presqu' quelqu'", { kind: CONJUNCTION })
add("jusqu'", { kind: PREPOSITION })
add("d'", { kind: PREPOSITION })
add('de', { kind: PREPOSITION })
add(
  'à dans par pour avec sans sous chez vers dès depuis pendant selon malgré parmi durant afin hormis envers jusque concernant moyennant',
  {
    kind: PREPOSITION,
  },
)
add('sur', { kind: PREPOSITION })
add('contre entre outre', { kind: PREPOSITION, open: true })
add('après avant', { kind: PREPOSITION | ADVERB })
add('devant derrière', { kind: PREPOSITION | ADVERB })
add("ne n'", { kind: NEGATION })
add('pas', { kind: NEGATION | ADVERB, noun: MASCULINE })
add('plus', { kind: NEGATION | ADVERB })
add('jamais guère', { kind: NEGATION | ADVERB })
add('point', { kind: NEGATION, noun: MS })
add(
  'très trop peu bien assez aussi encore déjà toujours souvent parfois ici là ainsi alors ensuite enfin hier demain mieux moins tant tellement presque vraiment aussitôt bientôt tôt tard surtout plutôt autant beaucoup',
  {
    kind: ADVERB,
  },
)
add('bien', { kind: ADVERB, noun: MS })
add('puis', { kind: ADVERB, open: true })
add('biens', { noun: MP })
add('peut-être voire notamment dorénavant désormais davantage auparavant longtemps maintenant quasi quasiment', {
  kind: ADVERB,
})
add('même', { kind: ADVERB, adjective: SINGULAR })
add('mêmes', { adjective: PLURAL })
add('a as ai', { open: true })
add("aujourd'hui", { kind: ADVERB })
add('comment pourquoi combien', { kind: ADVERB })
add('oui non', { kind: ADVERB })
add('voici voilà', { kind: PREPOSITION })
add('cependant toutefois néanmoins pourtant', { kind: ADVERB })
add('attendu vu excepté', { kind: PREPOSITION, open: true })
add('suite', { noun: FS })
add('bref', { kind: ADVERB, adjective: MS })
add('madame', { noun: FS })
add('mesdames', { noun: FP })
add('mesdemoiselles', { noun: FP })
add('mademoiselle', { noun: FS })
add('monsieur', { noun: MS })
add('messieurs', { noun: MP })
add('autre', { adjective: SINGULAR, kind: PRONOUN })
add('autres', { adjective: PLURAL, kind: PRONOUN })
add('sauf', { kind: PREPOSITION, adjective: MS })
add('nouvel bel vieil fol mol', { adjective: MS })
add('gens', { noun: ANY & PLURAL })
add('premier', { adjective: MS, noun: MS })
add('tes', { determiner: MP | FP })
add('nôtre vôtre', { kind: PRONOUN, noun: SINGULAR })
add('nôtres vôtres', { kind: PRONOUN, noun: PLURAL })
add('mien tien sien', { kind: PRONOUN, noun: MS })
add('mienne tienne sienne', { kind: PRONOUN, noun: FS })
add('miens tiens siens', { kind: PRONOUN, noun: MP, open: true })
add('miennes tiennes siennes', { kind: PRONOUN, noun: FP })
add('chacune', { kind: PRONOUN })
add('été', { noun: MS, open: true })
add('demi', { adjective: MS })
add('demie', { adjective: FS, noun: FS })
add('mi semi', { kind: ADVERB })
add('afin', { kind: ADVERB })
add('hors', { kind: PREPOSITION })
add('soit', { open: true, kind: CONJUNCTION })
add('désolé', { adjective: MS, open: true })
add('femme', { noun: FEMININE & SINGULAR })

/** Word (lower case, straight apostrophe) → readings. */
export const CLOSED_CLASS: ReadonlyMap<string, ClosedWord> = table

/** Forms whose noun and adjective readings are too rare to count. */
export const RARE_NOUNS: ReadonlySet<string> = new Set(
  'ayant étant ayants a as ai es est ont sont eu eus eut été êtes fus fut pu su vu dit fit met mit soit sois font vont vais vas va peux veux veut doit dois puis ait aie aies aient avez avons vient viens tient tiens sert sers'.split(
    ' ',
  ),
)
