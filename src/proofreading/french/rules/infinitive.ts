import {
  ADVERB,
  type FrenchWord,
  INFINITIVE,
  MS,
  NEGATION,
  PREPOSITION,
  PRESENT_PARTICIPLE,
  TRANSITIVE,
  VOUS,
} from '../lexicon/word.js'
import { defineRule, type Found } from '../rule.js'
import type { FrenchText } from '../text.js'
import { isCapital, type Token, WORD } from '../token.js'

const SOURCE =
  'Grevisse & Goosse, Le Bon Usage, § 899 : l’infinitif suit une préposition ou un semi-auxiliaire, le participe un auxiliaire'

const MODALS = new Set(
  'pouvoir devoir vouloir aller falloir laisser faire savoir souhaiter désirer préférer espérer compter oser daigner'.split(
    ' ',
  ),
)
/** Verbs after which “de” opens an infinitive. */
const DE_GOVERNORS = new Set(
  'prier permettre essayer éviter tenter décider refuser proposer demander remercier promettre cesser finir accepter conseiller recommander convenir suffire agir continuer arrêter empêcher charger oublier regretter choisir risquer venir avoir être importer tâcher négliger menacer suggérer excuser féliciter dispenser plaindre craindre interdire'.split(
    ' ',
  ),
)
const DE_NOUNS = new Set(
  'afin avant loin lieu plaisir possibilité besoin envie intention moyen temps façon manière peine possible nécessaire impossible préférable important capable sûr certain heureux ravi désolé obligé contraint merci choix droit raison honneur but objectif soin train point fait chance occasion mesure peur'.split(
    ' ',
  ),
)
const CLITICS = new Set("me m' te t' se s' le la les l' lui leur y en nous vous".split(' '))

/** A verb form in -é, -ée, -és, -ées, -ez or -ait that sounds like the infinitive and is nothing but a verb form. */
function soundsLikeInfinitive(token: Token): boolean {
  const word = token.word
  if (!word.lemma.endsWith('er') || token.type !== WORD || token.hyphen || isCapital(token)) return false
  if (/(é|ée|és|ées)$/.test(token.lower)) return word.participle !== 0
  if (/ez$/.test(token.lower)) return word.finite !== 0
  return /ai[st]$|aient$/.test(token.lower) && word.imperfect !== 0
}

function infinitiveOf(token: Token): string[] {
  return [token.word.lemma]
}

function found(text: FrenchText, index: number): Found {
  return { from: index, to: index, suggestions: infinitiveOf(text.at(index)) }
}

export const infinitiveAfterPreposition = defineRule({
  id: 'infinitive-after-preposition',
  category: 'homophone',
  message: 'Après une préposition, le verbe se met à l’infinitif.',
  source: SOURCE,
  words: ['à', 'de', "d'", 'pour', 'sans', 'par'],
  check(text, index) {
    const preposition = text.at(index)
    if (preposition.hyphen) return undefined
    let at = index + 1
    let clitics = 0
    while (CLITICS.has(text.lower(at)) && !text.at(at).hyphen && clitics < 3) {
      at++
      clitics++
    }
    if (clitics === 0) while (at < index + 3 && /^(ne|pas|plus|bien|mieux|jamais|rien|tout)$/.test(text.lower(at))) at++
    const verb = text.at(at)
    if (!soundsLikeInfinitive(verb)) return undefined
    const finite = /(ez|ai[st]|aient)$/.test(verb.lower)
    const nominal = verb.word.noun !== 0 || (verb.word.adjective !== 0 && verb.word.participle === 0)
    const first = text.at(index + 1)
    // « de la », « à l’ », « pour les » + noun: an article, unless only a verb can follow.
    const article = clitics === 1 && /^(le|la|les|l'|leur)$/.test(first.lower)
    if (finite) {
      if (/ai[st]$|aient$/.test(verb.lower) && clitics === 1 && /^(lui|nous|vous|leur)$/.test(first.lower))
        return undefined
      if (nominal) return undefined
      if (clitics > 0 && !article && /ez$/.test(verb.lower) && first.lower === 'vous') return undefined
      if (preposition.lower === 'par') return undefined
      return found(text, at)
    }
    if (preposition.lower === 'par') return undefined
    if (nominal && !/^(afin|train)$/.test(text.lower(index - 1)) && (clitics === 0 || article)) return undefined
    if (article) {
      // à la livré, pour les réparé: a participle can be a noun (les rescapés), hardly in the singular after a governor.
      const before = text.at(index - 1)
      return (before.finite &&
        !before.noun &&
        preposition.lower !== 'de' &&
        preposition.lower !== "d'" &&
        !/s$/.test(verb.lower)) ||
        before.lower === 'afin'
        ? found(text, at)
        : undefined
    }
    if (clitics > 0) {
      // en: « d’en passé » only; « à vous envoyé(s) » needs a sure governor.
      if (preposition.lower === 'à' && /^(nous|vous|lui|leur)$/.test(first.lower) && text.at(index - 1).participle)
        return undefined
      if (preposition.lower === 'à' && first.lower === 'lui') return undefined
      return found(text, at)
    }
    if (preposition.lower === 'pour' || preposition.lower === 'sans') {
      return verb.word.participle & MS && !/s$/.test(verb.lower) && text.lower(at + 1) !== 'pour'
        ? found(text, at)
        : undefined
    }
    const before = text.at(index - 1)
    if (preposition.lower === 'à') {
      if (before.type !== WORD || isCapital(before)) return undefined
      if (/^(peu|jusqu'|tout|il|elle|on|n'|y|l'|m'|t')$/.test(before.lower)) return undefined
      if (verb.lower === 'volonté') return undefined
      return (before.finite && !before.noun) ||
        before.kind & (INFINITIVE | NEGATION) ||
        (before.adjective && !before.noun) ||
        /^(reste|jusque|invitons|aider|commencer|continuer|chercher|prêt|prête|prêts|prêtes)$/.test(before.lower) ||
        (before.participle && !before.noun)
        ? found(text, at)
        : undefined
    }
    if (DE_NOUNS.has(before.lower))
      return /^(fait|point|temps|besoin|droit)$/.test(before.lower) && !/é$/.test(verb.lower)
        ? undefined
        : found(text, at)
    const governor = before.finite || before.kind & INFINITIVE || before.participle ? before.word : undefined
    if (governor && DE_GOVERNORS.has(governor.lemma) && !/^(a|avoir|avait|y|est|sont|être)$/.test(before.lower))
      return found(text, at)
    return undefined
  },
  wrong: [
    'Nous vous prions de trouvé ci-joint la facture.',
    'Merci de nous retourné le produit.',
    'Vous pouvez écrire pour demandé un échange.',
    'Il reste deux colis à livré, prêts à expédié.',
    'Pensez à vérifiez l’adresse.',
  ],
  right: [
    'Il y a trois colis de livrés.',
    'Nous avons été ravis de vous aider.',
    'Le prix passe de mille à deux mille.',
    'C’est facile à dire.',
    'Pour les rescapés, tout va bien.',
  ],
})

export const infinitiveAfterModal = defineRule({
  id: 'infinitive-after-modal',
  category: 'homophone',
  message: 'Après ce verbe, le second verbe se met à l’infinitif.',
  source: SOURCE,
  when: (word: FrenchWord) =>
    MODALS.has(word.lemma) &&
    (word.finite !== 0 ||
      (word.kind & INFINITIVE) !== 0 ||
      word.text === 'veuillez' ||
      (word.kind & PRESENT_PARTICIPLE) !== 0),
  check(text, index) {
    const modal = text.at(index)
    const participle = (modal.kind & PRESENT_PARTICIPLE) !== 0 && modal.lower !== 'devant'
    if (modal.finite === 0 && !(modal.kind & INFINITIVE) && modal.lower !== 'veuillez' && !participle) return undefined
    if (modal.noun && modal.finite === 0 && text.at(index - 1).determiner) return undefined
    let at = index + 1
    if (text.at(at).hyphen) {
      if (text.lower(at) === 't') at++
      at++
    }
    for (let step = 0; step < 3; step++) {
      const token = text.at(at)
      // si vous le souhaitez, où vous habitez: another clause begins.
      if (/^(si|où|quand|comment|pourquoi|combien)$/.test(token.lower)) return undefined
      if (token.type === WORD && !token.hyphen && (token.kind & (ADVERB | NEGATION)) !== 0 && !token.participle) at++
      else break
    }
    let clitics = 0
    while (CLITICS.has(text.lower(at)) && !text.at(at).hyphen && clitics < 3) {
      if (text.at(at).determiner && text.at(at + 1).noun) return undefined
      at++
      clitics++
    }
    const verb = text.at(at)
    if (!soundsLikeInfinitive(verb) || verb.word.noun || (verb.word.adjective && !verb.word.participle && !clitics))
      return undefined
    const lemma = modal.word.lemma
    // en fait amusé, puis relayées, je l’espère apaisé: no modal at all.
    if (
      modal.lower === 'puis' ||
      (lemma === 'espérer' && text.lower(index - 1) === "l'") ||
      (modal.lower === 'fait' && text.lower(index - 1) === 'en')
    )
      return undefined
    // il allait affublé, j’irai armé: aller with an attribute; vais, allons, allez + -é are the usual mistakes.
    if (
      lemma === 'aller' &&
      !/ez$/.test(verb.lower) &&
      clitics === 0 &&
      (!/^(vais|vas|va|allons|allez|vont)$/.test(modal.lower) || !/é$/.test(verb.lower))
    )
      return undefined
    const before = text.at(index - 1)
    const reflexive =
      /^(se|s'|me|m'|te|t')$/.test(before.lower) ||
      (/^(nous|vous)$/.test(before.lower) && /^(nous|vous)$/.test(text.lower(index - 2)))
    const finite = /(ez|ai[st]|aient)$/.test(verb.lower)
    if (finite && /ez$/.test(verb.lower) && clitics > 0 && text.lower(at - 1) === 'vous' && (modal.finite & VOUS) === 0)
      return undefined
    // ce qu’il veut devrait suffire: a relative clause may end before a second verb.
    if (finite && !/ez$/.test(verb.lower))
      return clitics > 0 && /^(pouvoir|devoir|aller)$/.test(lemma) ? found(text, at) : undefined
    if (!finite && reflexive && /^(vouloir|savoir|faire|laisser|compter)$/.test(lemma))
      return lemma === 'laisser' || lemma === 'faire'
        ? /é$/.test(verb.lower)
          ? found(text, at)
          : undefined
        : undefined
    // il va fatigué au travail: moves to a place, and in which state.
    if (
      lemma === 'aller' &&
      !finite &&
      verb.word.verb & TRANSITIVE &&
      /^(au|aux|à|en|chez|vers)$/.test(text.lower(at + 1))
    )
      return undefined
    if (/^(faire|savoir|compter|laisser|souhaiter|désirer|préférer|vouloir)$/.test(lemma)) {
      // je souhaite remboursé… ; fait, laisse + participle used as an adjective stay doubtful in the plural.
      if (!finite && !/é$/.test(verb.lower) && clitics === 0) return undefined
      if (!finite && clitics === 0 && /^(savoir|compter|espérer)$/.test(lemma)) return undefined
      if (
        !finite &&
        lemma === 'faire' &&
        text.lower(at + 1) !== 'par' &&
        (verb.word.adjective || text.at(at + 1).determiner === 0)
      )
        return undefined
    }
    return found(text, at)
  },
  wrong: [
    'Vous pouvez nous contacté par courriel.',
    'Nous allons vérifié votre dossier.',
    'Il faut renvoyé le bon.',
    'Vous devez retournez le colis.',
  ],
  right: [
    'Vous pouvez nous contacter.',
    'Il se sait aimé.',
    'Ce que vous voulez importait peu.',
    'Nous allons bien.',
    'Il va fatigué au travail.',
  ],
})

/** Words after which “ne pas” and the like, or an interrogative, call for the infinitive. */
const NEGATION_PARTS = new Set('pas plus jamais point rien presque guère'.split(' '))

export const infinitiveAfterNegation = defineRule({
  id: 'infinitive-after-ne-pas',
  category: 'homophone',
  message: 'Après « ne pas », « comment », « quoi », sans sujet, le verbe se met à l’infinitif.',
  source: SOURCE,
  words: ['ne', 'comment', 'quoi', 'mieux'],
  check(text, index) {
    let at = index + 1
    const opener = text.lower(index)
    if (opener === 'ne') {
      while (at < index + 4 && NEGATION_PARTS.has(text.lower(at))) at++
      if (at === index + 1) return undefined
    } else if (opener === 'mieux') {
      if (!/^(vaut|vaudrait|valait|valu)$/.test(text.lower(at)) && text.at(index - 1).word.lemma !== 'valoir')
        return undefined
      if (text.at(at).word.lemma === 'valoir') at++
    } else if (opener === 'quoi' && text.at(index - 1).kind & PREPOSITION) return undefined
    let clitics = 0
    while (CLITICS.has(text.lower(at)) && clitics < 3) {
      at++
      clitics++
    }
    const verb = text.at(at)
    if (!soundsLikeInfinitive(verb) || text.at(at + 1).hyphen || (verb.word.noun && !/^(mieux|ne)$/.test(opener)))
      return undefined
    if (
      /^(comment|quoi)$/.test(opener) &&
      (/ai[st]$|aient$/.test(verb.lower) || (clitics > 0 && text.lower(at - 1) === 'vous'))
    )
      return undefined
    if (opener === 'mieux' && !/é$/.test(verb.lower)) return undefined
    return found(text, at)
  },
  wrong: [
    'Merci de ne pas plier ni ne jamais roulez le carton.',
    'Il vaut mieux ne pas tardé.',
    'Mieux vaut appelé avant de venir.',
  ],
  right: ['Merci de ne pas répondre.', 'Comment avez-vous fait ?', 'Ne jamais plier.', 'Mieux vaut prévenir.'],
})

/** Rules of this file. */
export const INFINITIVE_RULES = [infinitiveAfterNegation, infinitiveAfterPreposition, infinitiveAfterModal]
