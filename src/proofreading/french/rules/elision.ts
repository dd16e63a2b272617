/** Elision and contraction: l’ami, cet article, mon adresse, un nouvel article, s’il, du, aux. */
import { CLOSED, FS, INFINITIVE, MS, NUMERAL } from '../lexicon/word.js'
import { patternRule } from '../pattern.js'
import { defineRule } from '../rule.js'
import { isCapital, type Token, WORD } from '../token.js'

const SOURCE = 'Grevisse & Goosse, Le Bon Usage, § 42 à 45 : élision ; § 599 : contraction de l’article'

/** Mute h: words that behave as if they began with a vowel. */
const MUTE_H =
  /^(homm|heure|histoir|hôt|habi|humeur|huil|hiver|honn[êe]|honor|humbl|humain|humid|hôpit|hospi|herb|hebdo|horair|horizon|horreur|horribl|hypoth|hygi[èe]n|hésit|héberg|hérit|hommag|horlog)/
/** Words with a vowel before which nothing is elided. */
const NO_ELISION =
  /^(onz|oui|ouist|ouah|uhlan|ulul|yaourt|yacht|yoga|yeti|yéti|yen|iod|un$|une$|énième|unième|y$|a$|à$|o$|e$|i$|u$|et$|ou$|où$|en$|est$|es$|eu|as$|ai$|ouf|ouïe|ouate|ouate|hui)/

/** True where the word asks for elision before it. */
function startsWithVowel(token: Token): boolean {
  if (token.type !== WORD || !token.word.known || token.hyphen || token.lower.length < 2) return false
  if (NO_ELISION.test(token.lower)) return false
  return /^[aeiouâêîôûéèëïàœæ]/.test(token.lower) || MUTE_H.test(token.lower)
}

export const missingElision = defineRule({
  id: 'missing-elision',
  category: 'grammar',
  message: 'Devant une voyelle ou un h muet, on élide : l’, d’, qu’, n’, s’, j’, m’, t’.',
  source: SOURCE,
  words: ['le', 'la', 'de', 'ne', 'je', 'que', 'se', 'me', 'te', 'jusque', 'lorsque', 'puisque', 'quoique'],
  check(text, index) {
    const token = text.at(index)
    const after = text.at(index + 1)
    if (
      token.hyphen ||
      (text.at(index - 1).hyphen && /^(je|le|la)$/.test(token.lower)) ||
      !startsWithVowel(after) ||
      isCapital(after)
    )
      return undefined
    // Words quoted or listed as words: le “en”, de à.
    if (/^(que|lorsque|puisque|quoique)$/.test(token.lower)) {
      if (!/^(il|ils|elle|elles|on|un|une)$/.test(after.lower)) return undefined
    } else if (
      (after.word.kind & CLOSED) !== 0 &&
      !/^(autre|autres|après|avant|avec|être|avoir|elle|elles|eux)$/.test(after.lower)
    )
      return undefined
    if (
      /^(le|la)$/.test(token.lower) &&
      !(after.noun | after.adjective | after.finite | after.participle) &&
      !(after.kind & INFINITIVE)
    )
      return undefined
    if (after.kind & NUMERAL) return undefined
    const elided = `${token.text.slice(0, -1)}’${after.text}`
    return { from: index, to: index + 1, suggestions: [elided] }
  },
  wrong: [
    'Nous vous remercions de avoir écrit.',
    'La adresse est fausse.',
    'Je aimerais un échange.',
    'Nous espérons que il arrivera.',
  ],
  right: ['Le onze mars.', 'La une du journal.', 'Le yaourt est frais.', 'De un à dix.', 'Il arrive le hall ouvert.'],
})

export const vowelDeterminer = defineRule({
  id: 'determiner-before-vowel',
  category: 'grammar',
  message: 'Devant une voyelle : « cet », « mon, ton, son » même au féminin, « nouvel, bel, vieil ».',
  source: 'Grevisse & Goosse, Le Bon Usage, § 617 et 611 : cet, mon, ton, son devant voyelle',
  words: ['ce', 'ma', 'ta', 'sa', 'nouveau', 'beau', 'vieux'],
  check(text, index) {
    const token = text.at(index)
    const after = text.at(index + 1)
    if (token.hyphen || !startsWithVowel(after) || isCapital(after) || (after.word.kind & CLOSED) !== 0)
      return undefined
    const forms: Readonly<Record<string, string>> = {
      ce: 'cet',
      ma: 'mon',
      ta: 'ton',
      sa: 'son',
      nouveau: 'nouvel',
      beau: 'bel',
      vieux: 'vieil',
    }
    const wanted = /^(ma|ta|sa)$/.test(token.lower) ? FS : MS
    const nominal = after.word.noun | (wanted === FS ? after.word.adjective : 0)
    if ((nominal & wanted) === 0) return undefined
    if (token.lower === 'ce') {
      if (after.word.finite || after.kind & INFINITIVE || after.word.noun === 0) return undefined
    } else if (/^(nouveau|beau|vieux)$/.test(token.lower)) {
      // Un nouveau est arrivé, le beau idéal: the next word must be a plain noun.
      if (
        after.word.finite ||
        after.word.adjective ||
        (!text.at(index - 1).determiner && text.lower(index - 1) !== 'très')
      )
        return undefined
    } else if (after.word.finite && !after.word.noun) return undefined
    return { from: index, to: index + 1, suggestions: [`${forms[token.lower]} ${after.text}`] }
  },
  wrong: ['Ce article est épuisé.', 'Voici ma adresse.', 'Un nouveau article arrive.'],
  right: ['Cet article est épuisé.', 'Mon adresse a changé.', 'Un vieux hibou.'],
})

export const contractions = patternRule({
  id: 'missing-contraction',
  category: 'grammar',
  message: '« de le », « à les », « si il » se contractent : du, aux, s’il.',
  source: SOURCE,
  patterns: [
    ['[de le] <ms-noun>', 'du'],
    ['[de les] <mp-noun>|<fp-noun>', 'des'],
    ['[à le] <ms-noun>', 'au'],
    ['[à les] <mp-noun>|<fp-noun>', 'aux'],
    ['[si il]', 's’il'],
    ['[si ils]', 's’ils'],
  ],
  unless: (text, index) => text.at(index + 1).hyphen,
  wrong: ['Le prix de le colis a baissé.', 'Écrivez-nous si il manque une pièce.'],
  right: ['Le prix du colis a baissé.', 'Il est temps de le livrer.', 'Écrivez-nous s’il manque une pièce.'],
})

export const doubledWord = defineRule({
  id: 'doubled-word',
  category: 'grammar',
  message: 'Ce mot est écrit deux fois.',
  source: 'Faute de frappe',
  words: [
    'le',
    'la',
    'les',
    'de',
    'des',
    'du',
    'un',
    'une',
    'et',
    'ou',
    'à',
    'au',
    'aux',
    'dans',
    'pour',
    'par',
    'sur',
    'avec',
    'sans',
    'que',
    'qui',
    'ne',
    'je',
    'il',
    'est',
    'sont',
    'votre',
    'notre',
    'vos',
    'nos',
    'ce',
    'cette',
    'ces',
    'se',
    'mais',
    'donc',
    'car',
    'plus',
    'sous',
    'chez',
    'son',
    'sa',
    'ses',
    'leur',
    'mon',
    'ma',
    'mes',
    'avons',
    'avez',
    'vers',
    'merci',
    'afin',
    'très',
    'être',
    'bien',
    'a',
    'ont',
  ],
  check(text, index) {
    const token = text.at(index)
    const after = text.at(index + 1)
    if (after.lower !== token.lower || after.hyphen || token.hyphen || after.type !== WORD || isCapital(after))
      return undefined
    if (/^(bien|très|il)$/.test(token.lower)) return undefined
    if (token.lower === 'est' && text.lower(index - 1) === "l'") return undefined
    if (/^(plus|que|la|est)$/.test(token.lower) && text.at(index + 2).type !== WORD) return undefined
    return { from: index, to: index + 1, suggestions: [token.text] }
  },
  wrong: ['Nous avons reçu votre votre demande.', 'Le colis est est parti.', 'Merci de de nous répondre.'],
  right: ['Nous nous engageons.', 'Très très bien.', 'Vous vous êtes trompé.'],
})

export const ELISION_RULES = [missingElision, vowelDeterminer, contractions, doubledWord]
