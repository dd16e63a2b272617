/** Imperatives: no s in -er verbs (donne), an s in others (prends), and reflexive s’ + participle without auxiliary. */
import { ADVERB, CLITIC, type FrenchWord, IL, TU } from '../lexicon/word.js'
import { defineRule } from '../rule.js'
import type { FrenchText } from '../text.js'
import { BREAK, WORD } from '../token.js'

const SOURCE = 'Grevisse & Goosse, Le Bon Usage, § 795 : impératif, deuxième personne du singulier'

/** Index of the sentence's first word where only ne and clitics stand between it and the verb; -1 else. */
function opensSentence(text: FrenchText, index: number): { opening: boolean; negated: boolean } {
  let at = index - 1
  let negated = false
  while (at > index - 4) {
    const token = text.at(at)
    if (token.lower === 'ne' || token.lower === "n'") negated = true
    else if (
      !(
        token.type === WORD &&
        token.kind & CLITIC &&
        /^(me|m'|te|t'|le|la|les|l'|lui|leur|y|en|nous|vous|se|s')$/.test(token.lower)
      )
    )
      break
    at--
  }
  const opening = text.startsSentence(at + 1) && (at + 1 === index || negated)
  return { opening, negated }
}

export const imperativeWithoutS = defineRule({
  id: 'imperative-without-s',
  category: 'conjugation',
  message: 'À l’impératif, les verbes en -er ne prennent pas de s (sauf devant « en » et « y »).',
  source: SOURCE,
  when: (word: FrenchWord) =>
    word.present === TU &&
    /es$/.test(word.text) &&
    word.lemma.endsWith('er') &&
    (word.adjective | word.participle) === 0,
  check(text, index) {
    const verb = text.at(index)
    const after = text.at(index + 1)
    if (after.hyphen)
      return /^(moi|le|la|les|lui|leur|nous)$/.test(after.lower)
        ? { from: index, to: index, suggestions: [verb.text.slice(0, -1)] }
        : undefined
    const { opening, negated } = opensSentence(text, index)
    if (verb.word.noun && !negated) return undefined
    if (!opening || /^(en|y)$/.test(after.lower) || (!negated && (after.type !== WORD || after.kind & ADVERB)))
      return undefined
    return { from: index, to: index, suggestions: [verb.text.slice(0, -1)] }
  },
  wrong: ['N’oublies pas ton code.', 'Regardes la vidéo.', 'Envoies-moi la photo.'],
  right: ['N’oublie pas ton code.', 'Penses-y bien.', 'Tu regardes la vidéo.'],
})

const NEEDS_S =
  /^(prend|apprend|comprend|reprend|attend|rend|vend|entend|perd|descend|répond|défend|met|remet|permet|soit|fait|dit|lit|écrit|croit|boit|suit|vit|voit|sert|finit|choisit|remplit|reçoit|tient|retient|maintient|viens?t|revient|conduit|combat|bat|craint|rejoint|pourrit|réfléchit)$/

/** True where a second person singular, or no third person at all, shows in the sentence: tu, te, toi, ton, ta, tes, or an exclamation. */
function speaksToFriend(text: FrenchText, index: number): boolean {
  for (let at = index + 1; at < index + 25; at++) {
    const token = text.at(at)
    if (/^(tu|te|t'|toi|ton|ta|tes|moi|me|m')$/.test(token.lower)) return true
    if (token.text === '!') return true
    if (token.type === BREAK || token.text === '.')
      return at - index < 7 && token.text === '.' && text.at(index - 1).type === BREAK && text.at(at + 1).type === BREAK
  }
  return false
}

export const imperativeWithS = defineRule({
  id: 'imperative-with-s',
  category: 'conjugation',
  message: 'À l’impératif, ce verbe prend un s à la deuxième personne du singulier.',
  source: SOURCE,
  when: (word: FrenchWord) => NEEDS_S.test(word.text),
  check(text, index) {
    const verb = text.at(index)
    const after = text.at(index + 1)
    const suggestions = [
      verb.lower === 'soit'
        ? 'sois'
        : verb.lower.endsWith('d')
          ? `${verb.text}s`
          : verb.lower.endsWith('met') || verb.lower.endsWith('bat')
            ? `${verb.text}s`
            : verb.text.replace(/t$/, 's'),
    ]
    const found = { from: index, to: index, suggestions }
    if (verb.hyphen) return undefined
    if (after.hyphen && after.lower !== 't')
      return /^(moi|toi|les|lui|leur)$/.test(after.lower) || (/^(le|la)$/.test(after.lower) && verb.word.finite & IL)
        ? found
        : undefined
    const { opening, negated } = opensSentence(text, index)
    if (!opening || after.type !== WORD) return undefined
    if (negated)
      return verb.lower === 'fait' ||
        (/^(dit|permet|suit|voit|répond|comprend|tient|sert)$/.test(verb.lower) &&
          !/^(pas|jamais|plus)$/.test(after.lower))
        ? undefined
        : found
    // « Soit le client…, soit », « Suit la liste », « Fait à Paris », « Dit autrement »: only sure openings.
    if (
      /^(soit|fait|dit|suit|vit|écrit|sert|lit|permet|voit|vient|revient|tient|finit|comprend|croit|répond|réfléchit|conduit)$/.test(
        verb.lower,
      )
    ) {
      return (verb.lower === 'finit' && /^(ton|ta|tes|cette|ce|cet)$/.test(after.lower)) ||
        /^(ton|ta|tes)$/.test(after.lower)
        ? found
        : undefined
    }
    // « Met la section en retrait », « Rend la surface »: what a command does, its subject left out; a person spoken to shows elsewhere.
    return after.determiner !== 0 && !/^(des|du|au|aux)$/.test(after.lower) && speaksToFriend(text, index)
      ? found
      : undefined
  },
  wrong: ['Prend le temps de lire.', 'Ne prend pas ce risque.', 'Attend ton colis.'],
  right: [
    'Prends le temps de lire.',
    'Soit vous payez, soit vous annulez.',
    'Fait à Paris.',
    'Ne fait pas partie du lot.',
  ],
})

export const reflexiveParticiple = defineRule({
  id: 'reflexive-without-auxiliary',
  category: 'conjugation',
  message: 'Après « se », il faut un verbe conjugué ou un auxiliaire.',
  source: 'Grevisse & Goosse, Le Bon Usage, § 808 : temps composés des verbes pronominaux',
  words: ['se', "s'"],
  check(text, index) {
    let at = index + 1
    if (/^(en|y)$/.test(text.lower(at))) at++
    const verb = text.at(at)
    if (text.at(index).hyphen || verb.type !== WORD || verb.hyphen || !/(é|ée|és|ées)$/.test(verb.lower))
      return undefined
    if (!verb.word.participle || verb.word.noun || verb.finite) return undefined
    return { from: at, to: at, suggestions: [verb.word.lemma] }
  },
  wrong: ['Le client se trompé.', 'Votre voisin s’adressé au guichet.'],
  right: ['Le client s’est trompé.', 'Il faut s’adresser au guichet.'],
})

export const IMPERATIVE_RULES = [imperativeWithoutS, imperativeWithS, reflexiveParticiple]
