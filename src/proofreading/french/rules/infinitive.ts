/** Infinitive against past participle (-er/-é), second person (-ez) and imperfect (-ait), which sound alike. */

import { participleOf } from '../conjugation.js'
import { formsAgreeing } from '../forms.js'
import {
  ADVERB,
  ANY,
  CLITIC,
  type FrenchWord,
  INFINITIVE,
  MS,
  NEGATION,
  PREPOSITION,
  PRESENT_PARTICIPLE,
} from '../lexicon/word.js'
import { subjectBefore } from '../phrases.js'
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
  words: ['à', 'de', "d'", 'pour', 'sans', "qu'à", 'par'],
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
    if (nominal && text.lower(index - 1) !== 'afin' && (clitics === 0 || article)) return undefined
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
    if (finite && /ez$/.test(verb.lower) && clitics > 0 && text.lower(at - 1) === 'vous') return undefined
    // ce qu’il veut devrait suffire: a relative clause may end before a second verb.
    if (finite && !/ez$/.test(verb.lower))
      return clitics > 0 && /^(pouvoir|devoir|aller)$/.test(lemma) ? found(text, at) : undefined
    if (!finite && reflexive && /^(vouloir|savoir|faire|laisser|compter)$/.test(lemma))
      return lemma === 'laisser' || lemma === 'faire'
        ? /é$/.test(verb.lower)
          ? found(text, at)
          : undefined
        : undefined
    if (/^(faire|savoir|compter|laisser|souhaiter|désirer|préférer|vouloir)$/.test(lemma)) {
      // je souhaite remboursé… ; fait, laisse + participle used as an adjective stay doubtful in the plural.
      if (!finite && !/é$/.test(verb.lower)) return undefined
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
  ].slice(0, 4),
})

/** Nouns that an infinitive may define: le but est (de) livrer. */
const DEFINED_BY_INFINITIVE = new Set(
  'but objectif mieux essentiel idéal important solution rêve tout principal secret difficulté problème chose plaisir métier rôle mission devoir souhait vœu idée intérêt'.split(
    ' ',
  ),
)

function passiveSubject(text: FrenchText, index: number): boolean {
  const subject = subjectBefore(text, index)
  return (
    subject !== undefined &&
    !subject.pronoun &&
    !DEFINED_BY_INFINITIVE.has(text.lower(subject.index)) &&
    !(text.at(subject.index).kind & INFINITIVE)
  )
}

export const participleAfterAuxiliary = defineRule({
  id: 'participle-after-auxiliary',
  category: 'homophone',
  message: 'Après l’auxiliaire, le verbe se met au participe passé.',
  source: SOURCE,
  when: (word: FrenchWord) =>
    (word.lemma === 'avoir' || word.lemma === 'être') &&
    (word.finite !== 0 || word.text === 'été' || (word.kind & INFINITIVE) !== 0),
  check(text, index) {
    const auxiliary = text.at(index)
    const isAvoir = auxiliary.word.lemma === 'avoir'
    const before = text.at(index - 1)
    if (auxiliary.kind & INFINITIVE && before.determiner && !(before.kind & CLITIC)) return undefined
    let at = index + 1
    if (text.at(at).hyphen) {
      if (text.lower(at) === 't') at++
      at++
    }
    let adverbs = 0
    while (
      adverbs < 3 &&
      text.at(at).type === WORD &&
      !text.at(at).hyphen &&
      (text.at(at).kind & (ADVERB | NEGATION)) !== 0 &&
      !(text.at(at).kind & INFINITIVE)
    ) {
      at++
      adverbs++
    }
    const verb = text.at(at)
    if (verb.type !== WORD || verb.hyphen || isCapital(verb)) return undefined
    if (isAvoir && !auxiliary.finite && !(auxiliary.kind & INFINITIVE)) return undefined
    if (adverbs === 0 && auxiliary.lower === 'avions' && before.determiner) return undefined
    const infinitive =
      (verb.kind & INFINITIVE) !== 0 && verb.lower.endsWith('er') && verb.word.noun === 0 && verb.word.adjective === 0
    const finite =
      /(ez|ai[st]|aient)$/.test(verb.lower) &&
      verb.word.lemma.endsWith('er') &&
      verb.word.finite !== 0 &&
      (verb.word.noun | verb.word.adjective) === 0 &&
      !(verb.kind & PREPOSITION)
    if (!infinitive && !finite) return undefined
    if (!isAvoir) {
      // Partir aurait été assurer sa perte; j’ai été chercher du pain.
      if (
        infinitive &&
        auxiliary.lower === 'été' &&
        (/^(j'|c'|tu)$/.test(text.lower(index - 2)) || text.at(index - 2).kind & INFINITIVE)
      )
        return undefined
      // C’est aimer; vouloir c’est pouvoir; le but est livrer: only a personal subject or “été” tells.
      // Votre remboursement sera effectuer; il doit être effectuer.
      const passive =
        infinitive &&
        !text.at(index + 1).hyphen &&
        (auxiliary.lower === 'être' ||
          (/^(sera|seront|serait|seraient|est|sont|était|étaient)$/.test(auxiliary.lower) &&
            passiveSubject(text, index)))
      const subjectful =
        passive ||
        auxiliary.lower === 'été' ||
        /^(je|j'|tu|il|ils|on|nous|vous|elle|elles|suis|sommes|êtes)$/.test(
          text.lower(text.skipCliticsBack(index - 1)),
        ) ||
        /^(suis|sommes|êtes|sont|serez|serons|seront)$/.test(auxiliary.lower) ||
        text.at(index + 1).hyphen
      if (!subjectful || before.lower === "c'" || before.lower === 'ce') return undefined
      if (text.at(index + 1).hyphen && /^ce$/.test(text.lower(index + 1))) return undefined
    }
    if (
      finite &&
      /ai[st]$|aient$/.test(verb.lower) &&
      (text.lower(index - 2) === "qu'" || text.lower(index - 2) === 'que' || text.lower(index - 1) === 'qui')
    )
      return undefined
    // au lieu d’avoir, il y a manger et manger: keep the set phrase.
    if (before.lower === 'y' && infinitive) return undefined
    const participle = participleOf(verb.word.lemma)
    const wanted = isAvoir ? MS : ANY
    return {
      from: at,
      to: at,
      suggestions: participle
        ? (isAvoir
            ? [participle]
            : [participle, ...formsAgreeing(text, { ...verb, lower: participle }, wanted, 'participle')]
          ).slice(0, 4)
        : [],
    }
  },
  wrong: [
    'Nous avons expédier votre colis.',
    'Votre commande a été livrer hier.',
    'Il a valider le dossier.',
    'Vous avez payez deux fois.',
  ],
  right: [
    'Nous avons à cœur de vous aider.',
    'Vous avez de quoi payer.',
    'Vouloir, c’est pouvoir.',
    'Notre but est de livrer vite.',
    'Il a beau chercher.',
  ],
})

export const participleNotPast = defineRule({
  id: 'participle-not-finite-form',
  category: 'conjugation',
  message: 'Après l’auxiliaire, il faut le participe passé, pas une forme conjuguée.',
  source: SOURCE,
  when: (word: FrenchWord) =>
    word.finite !== 0 &&
    /(it|ut|ît|ût|ois|oit|ie|ies|es|e)$/.test(word.text) &&
    (word.noun | word.adjective | word.participle) === 0 &&
    word.lemma !== 'être' &&
    word.lemma !== 'avoir',
  check(text, index) {
    const verb = text.at(index)
    if (verb.hyphen || isCapital(verb) || verb.kind & (PREPOSITION | ADVERB | INFINITIVE) || verb.determiner)
      return undefined
    const participles = participlesNear(text, verb)
    if (participles.length === 0) return undefined
    let at = index - 1
    while (at > index - 4 && text.at(at).kind & (ADVERB | NEGATION) && !text.at(at).finite) at--
    if (text.at(at).hyphen && /^(je|tu|il|elle|on|nous|vous|ils|elles)$/.test(text.lower(at)))
      at -= text.lower(at - 1) === 't' ? 2 : 1
    const auxiliary = text.at(at)
    if (auxiliary.hyphen) return undefined
    const passive = auxiliary.lower === 'été' || auxiliary.lower === 'être'
    if (!passive && (!auxiliary.finite || (auxiliary.word.lemma !== 'avoir' && auxiliary.word.lemma !== 'être')))
      return undefined
    const before = text.lower(at - 1)
    if (/^(c'|ce|qu'|que|qui|ça)$/.test(before) || text.at(at - 1).determiner) return undefined
    // Ce qu’il a suffit; tout ce que nous avons plaît: a relative clause may end before its main verb.
    if (
      !passive &&
      /^(qu'|que)$/.test(text.lower(at - 2)) &&
      !/^(choisi|pri|compri|reçu|mi|transmi|promi|appri)$/.test(participles[0]!.replace(/[se]+$/, ''))
    )
      return undefined
    return { from: index, to: index, suggestions: participles.slice(0, 4) }
  },
  wrong: [
    'Votre demande a bien été prit en compte.',
    'Nous avons choisit un autre transporteur.',
    'Le dossier est finit.',
  ],
  right: ['Il a fini.', 'Ce que nous avons suffit.', 'C’est permis.', 'La demande a été prise en compte.'],
})

/** Past participles of the verb that look like one of its finite forms. */
function participlesNear(text: FrenchText, verb: Token): string[] {
  const stem = verb.lower
  const bases = [stem.slice(0, -1), stem.slice(0, -2), stem]
  const found: string[] = []
  for (const base of bases) {
    for (const ending of ['', 's', 'is', 'i', 'u', 'é', 'û']) {
      const candidate = base + ending
      const word = text.lexicon.lookup(candidate)
      if (
        word.participle & MS &&
        word.lemma !== '' &&
        (word.lemma === verb.word.lemma || word.lemma === verb.word.otherLemma) &&
        !found.includes(candidate)
      )
        found.push(candidate)
    }
  }
  return found
}

export const participleNotPresent = defineRule({
  id: 'participle-not-present',
  category: 'conjugation',
  message: 'Après l’auxiliaire, il faut le participe passé en « -é ».',
  source: SOURCE,
  when: (word: FrenchWord) =>
    word.present !== 0 &&
    word.noun !== 0 &&
    /e$/.test(word.text) &&
    word.lemma.endsWith('er') &&
    (word.kind & PREPOSITION) === 0,
  check(text, index) {
    const verb = text.at(index)
    if (
      verb.hyphen ||
      isCapital(verb) ||
      /^(contente|garde|charge|cause|place|force|mine|figure|tâche|honte|foi|trace|preuve|conscience|connaissance|vocation|forme|titre|pomme|peine)$/.test(
        verb.lower,
      )
    )
      return undefined
    let at = index - 1
    while (at > index - 4 && text.at(at).kind & (ADVERB | NEGATION) && !text.at(at).finite) at--
    const auxiliary = text.at(at)
    if (!auxiliary.finite || auxiliary.hyphen) return undefined
    const before = text.at(at - 1)
    const reflexive = auxiliary.word.lemma === 'être' && /^(s'|m'|t')$/.test(before.lower)
    const having =
      auxiliary.word.lemma === 'avoir' &&
      /^(j'|tu|il|elle|on|nous|vous|ils|elles)$/.test(before.lower) &&
      text.at(index + 1).determiner !== 0 &&
      !/^(du|des|au|aux)$/.test(text.lower(index + 1))
    if (!reflexive && !having) return undefined
    return { from: index, to: index, suggestions: [participleOf(verb.word.lemma) ?? ''] }
  },
  wrong: ['Nous avons commande une autre pièce.', 'Tout s’est passe très vite.'],
  right: ['Nous avons commandé une pièce.', 'Tout s’est bien passé.', 'Vous avez charge de famille.'],
})

export const INFINITIVE_RULES = [
  participleNotPresent,
  infinitiveAfterPreposition,
  infinitiveAfterModal,
  participleAfterAuxiliary,
  participleNotPast,
]
