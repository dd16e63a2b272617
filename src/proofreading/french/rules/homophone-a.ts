/** a (avoir) and à (preposition). */
import {
  ADVERB,
  ANY,
  CLITIC,
  FP,
  FS,
  INFINITIVE,
  MP,
  MS,
  NUMERAL,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
} from '../lexicon/word.js'
import { patternRule } from '../pattern.js'
import { clauseHasBefore, isBoundary, isFormOf, isSureVerb, SUBORDINATORS } from '../phrases.js'
import { defineRule } from '../rule.js'
import { WORD } from '../token.js'

const SOURCE = 'Grevisse & Goosse, Le Bon Usage, § 1046 ; « a » est une forme d’avoir, « à » une préposition'
const BEFORE_VERB_A = new Set("il elle on y n' l' m' t' lui leur nous vous les qui ça cela".split(' '))

/** Nouns that follow avoir without a determiner. */
const BARE_AFTER_AVOIR = new Set(
  'faim soif froid chaud peur honte besoin envie raison tort droit lieu mal hâte confiance conscience connaissance intérêt rendez-vous accès trait affaire fin force cours sommeil pitié horreur carte mine presse bonne mauvaise personne nom pouvoir qualité vocation obligation mandat interdiction possibilité ordre mission charge valeur foi garde prise recours regard vue part pleine libre grand grande meilleur priorité autorité compétence pignon voix rang figure espoir souvenir plaisir satisfaction gain cause cure crainte rapport contact souci idée juridiction prix chance maille gagné lu su effet beau belle toute toutes tous tout coutume naissance main mainmise façon motif matière chapitre loisir licence cette autre autres maîtrise bec dîné gros petit'.split(
    ' ',
  ),
)
const FIXED_BEFORE_PARTICIPLE = new Set("tout comme jusque jusqu' quant grâce face suite quelqu".split(' '))

export const aWithoutAccent = defineRule({
  id: 'a-for-à',
  category: 'homophone',
  message: 'Préposition « à » attendue (on ne peut pas dire « avait »).',
  source: SOURCE,
  words: ['a'],
  check(text, index) {
    const token = text.at(index)
    if (token.text !== 'a') return undefined
    const before = text.at(index - 1)
    const after = text.at(index + 1)
    if (
      before.hyphen &&
      after.determiner &&
      /^(moi|toi|nous|vous|lui|leur|le|la|les)$/.test(before.lower) &&
      after.type === WORD &&
      text.at(index - 2).imperative
    )
      return { from: index, to: index, suggestions: ['à'] }
    if (after.type !== WORD || before.type !== WORD || before.hyphen || after.hyphen) return undefined
    if (before.word.lemma === 'être' && before.finite && /^(moi|toi|nous|vous|lui|eux|elles?)$/.test(after.lower))
      return { from: index, to: index, suggestions: ['à'] }
    const found = { from: index, to: index, suggestions: ['à'] }
    const next = text.at(index + 2)
    const infinitive = (after.kind & INFINITIVE) !== 0 && after.noun === 0 && after.adjective === 0
    if (infinitive && before.lower !== 'y')
      return before.lower === "m'" || before.lower === "t'" || before.lower === "l'" ? undefined : found
    if ((after.lower === 'qui' || after.lower === 'quoi') && next.kind & INFINITIVE) return found
    // a nous contacter, a lui dire
    if (
      after.kind & CLITIC &&
      after.determiner === 0 &&
      after.lower !== 'en' &&
      next.kind & INFINITIVE &&
      next.noun === 0
    )
      return found
    if (before.kind & (CLITIC | RELATIVE) || BEFORE_VERB_A.has(before.lower)) return undefined
    if (clauseHasBefore(text, index, SUBORDINATORS)) return undefined
    const bare =
      after.noun &&
      ((after.adjective === ANY ? 0 : after.adjective) | after.participle | after.finite | after.determiner) === 0 &&
      !(after.kind & ADVERB)
    if (
      bare &&
      !BARE_AFTER_AVOIR.has(after.lower) &&
      !(next.participle && !next.noun) &&
      (before.noun || before.finite || before.participle) &&
      after.lower !== 'rien' &&
      after.text === after.lower
    ) {
      // The bare noun may be the subject's apposition only after a comma; here it is a complement.
      return before.lower === 'tout' ? undefined : found
    }
    const opens = after.determiner !== 0 || (after.kind & PRONOUN) !== 0
    if (!opens || (after.kind & NUMERAL && after.lower !== 'un' && after.lower !== 'une')) return undefined
    // A verb right before (adverbs and a hanging subject skipped) has its own subject: a cannot be another verb.
    let verb = index - 1
    while (
      verb > 0 &&
      verb > index - 4 &&
      (text.at(verb).hyphen || (text.at(verb).kind & ADVERB && !text.at(verb).noun))
    )
      verb--
    const governor = text.at(verb)
    if (isSureVerb(governor) && !governor.hyphen && !(governor.kind & INFINITIVE)) return found
    // nous avons répondu a votre, sommes arrivés a la
    if (before.participle && (before.noun | before.finite) === 0) {
      for (let at = index - 2; at >= index - 4; at--) {
        const auxiliary = text.at(at)
        if (isBoundary(auxiliary)) break
        if (auxiliary.finite && (isFormOf(auxiliary, 'avoir') || isFormOf(auxiliary, 'être'))) return found
      }
    }
    // vais répondre a votre, afin de répondre a la
    if (before.kind & INFINITIVE && before.noun === 0) {
      const governor = text.at(index - 2)
      if (governor.finite && !governor.noun) return found
      if (governor.lower === 'pour' || (governor.lower === 'de' && text.lower(index - 3) === 'afin')) return found
    }
    return undefined
  },
  wrong: [
    'Nous vous invitons a contacter notre service.',
    'Nous restons a votre disposition.',
    'Nous avons répondu a votre demande.',
    'Il reste trois articles a vous livrer.',
    'Je vais répondre a votre question.',
  ],
  right: [
    'Votre colis a été livré.',
    'Le transporteur a votre adresse.',
    'Ce que nous vous proposons a un prix.',
    'Elle a besoin de repos.',
    'Le client a droit à un remboursement.',
    'Notre équipe a beau chercher, rien n’y fait.',
  ],
})

export const aInFixedPhrase = patternRule({
  id: 'a-in-fixed-phrase',
  category: 'homophone',
  message: 'Dans cette locution, on écrit « à ».',
  source: SOURCE,
  patterns: [
    ["grâce|face|quant|rapport|jusqu' [a] <det>|<pron>|<capital>|<clitic>", 'à'],
    ['<edge>|pour|et suite [a] <det>|<pron>|<capital>', 'à'],
    [
      "!<only-noun> [a] cause|partir|propos|travers|condition|compter|nouveau|bientôt|priori? de|du|des|d'|que|qu'",
      'à',
    ],
    ['tout [a] fait|coup', 'à'],
    ["tout [a] l' heure", 'à'],
    ["mener|menons|mène|menez|mené|menée|mènent [a] bien|terme !<det>|l'", 'à'],
    ['mener|mené|menée [a] bien un|une|le|la|les|cette|ce|ces|votre|notre', 'à'],
    ['prendre|prends|pris|prend|prenons|prenez|prennent part [a] <det>', 'à'],
    ['en proie [a]', 'à'],
    ['faire|fait|font|faisons face|barrage|appel|obstacle [a] <det>', 'à'],
    ['peu [a] peu', 'à'],
    ['pas [a] pas', 'à'],
    ['petit [a] petit', 'à'],
    ['tour [a] tour', 'à'],
    ['face [a] face', 'à'],
    ['mot [a] mot', 'à'],
    ['bout [a] bout', 'à'],
    ['vis [a] vis', 'à'],
    ['tête [a] tête', 'à'],
    ['mise|mises|mettre|mettant|mettons|mettez|mis [a] jour|disposition|profit|part|pied|mal|nu|niveau', 'à'],
    [
      'prêt|prête|prêts|prêtes|conforme|conformes|relatif|relative|relatifs|relatives|destiné|destinée|destinés|destinées [a] <det>|<inf>',
      'à',
    ],
    [
      "[a] ce|cet|l'|cette sujet|effet|égard|jour|fin|titre|avance|attention|adresse|occasion|exception|aide|intérieur|extérieur|avenir|instar|origine|inverse",
      'à',
    ],
    [
      '!<only-noun> [a] votre|notre|leur entière? disposition|écoute|service|attention|domicile|égard|intention|convenance|charge|encontre|place',
      'à',
    ],
    ["!en|y|n'|nous|vous|lui|l'|m'|t'|leur [a] jamais", 'à'],
    ['[a] domicile|temps|tort|savoir|titre|bientôt|nouveau|peine', 'à'],
    ["n' hésitez|hésite|hésitons pas|surtout pas~ [a]", 'à'],
    ["d' ici [a]", 'à'],
    ['par rapport [a]', 'à'],
    ["[a] la suite|demande|place|fois|base|fin|charge de|du|d'|des|que", 'à'],
    ["c' est [a] dire", 'à'],
    ['clé|clés|clef|clefs [a] la main', 'à'],
    ['merci [a] vous|tous|toute|toutes', 'à'],
  ],
  unless(text, index) {
    const before = text.at(index - 1)
    if (text.at(index).text !== 'a' || before.lower === "qu'") return true
    // il a peine, le client a nouveau demandé: avoir is possible before temps, peine…
    if (BEFORE_VERB_A.has(before.lower) && before.lower !== 'vous') return true
    const next = text.lower(index + 1)
    const doubtful =
      next === 'peine' ||
      next === 'temps' ||
      next === 'titre' ||
      next === 'jamais' ||
      next === 'tort' ||
      next === 'la' ||
      next === 'votre' ||
      next === 'notre' ||
      next === 'leur' ||
      (next === 'bien' &&
        text.at(index + 2).determiner !== 0 &&
        /^(penses?|pense|croi[st])$/.test(text.lower(index - 2))) ||
      next === "l'" ||
      next === 'ce' ||
      next === 'cet' ||
      next === 'cette' ||
      next === 'condition'
    return (
      doubtful &&
      (before.noun !== 0 || before.type !== WORD || (before.kind & PRONOUN) !== 0) &&
      !['suite', 'grâce', 'face', 'tout'].includes(before.lower)
    )
  },
  wrong: [
    'Suite a votre appel, nous revenons vers vous.',
    'C’est tout a fait normal, n’hésitez pas a revenir.',
    'Ce produit est tout a fait conforme.',
    'Tout a fait d’accord avec vous.',
    'Il est ouvert peu a peu.',
  ],
  right: [
    'Le client a tout de suite appelé.',
    'Cette mesure a cause commune avec la précédente.',
    'Notre société a à cœur de vous satisfaire.',
    'Il a de nouveau écrit.',
    'Le livreur a pris son temps.',
  ],
})

export const accentOnA = defineRule({
  id: 'à-for-a',
  category: 'homophone',
  message: 'Verbe avoir : on écrit « a » (on peut dire « avait »).',
  source: SOURCE,
  words: ['à'],
  check(text, index) {
    const before = text.at(index - 1)
    if (before.type !== WORD) return undefined
    // à due proportion, relative à mise en œuvre
    if (/^(due|mis|mise)$/.test(text.lower(index + 1)) && /^(proportion|concurrence|en)$/.test(text.lower(index + 2)))
      return undefined
    // Je vous invite à vérifié: the mistake is in the participle.
    if (
      /^(inviter|engager|encourager|commencer|aider|obliger|autoriser|hésiter|continuer|inciter)$/.test(
        before.word.lemma,
      ) &&
      text.lower(index - 2) !== 'une'
    )
      return undefined
    let at = index + 1
    while (
      at < index + 3 &&
      (text.at(at).kind & ADVERB) !== 0 &&
      (!text.at(at).noun || text.lower(at) === 'bien') &&
      !text.at(at).participle
    )
      at++
    const after = text.at(at)
    const found = { from: index, to: index, suggestions: ['a'] }
    if (!before.hyphen) {
      if (before.lower === 'il' || before.lower === 'on') {
        if (text.lower(index + 1) !== 'qui') return found
      }
      if (before.lower === 'en' && /^(il|qui|n'|on|elle|y|m'|t'|l')$/.test(text.lower(index - 2))) return found
      if (
        before.lower === 'elle' &&
        /^(froid|chaud|faim|soif|peur|besoin|envie|raison|tort|l'air|droit)$/.test(text.lower(index + 1))
      )
        return found
      if (before.lower === "n'" || before.lower === "m'" || before.lower === "t'") return found
      if (before.lower === "l'" && text.lower(index + 1) !== 'peu' && text.lower(index + 1) !== 'côté') return found
      if (before.lower === 'y' && /^(il|qui|n'|on|elle|ça|cela)$/.test(text.lower(index - 2))) return found
      if (/^(lui|leur|nous|vous|les|elle|ça|cela|qui)$/.test(before.lower) && isPastParticiple(after)) {
        if (before.lower !== 'qui' || !sentenceEndsAfter(text, at)) return found
      }
      if (
        before.lower === 'elle' &&
        (after.kind & NUMERAL) === 0 &&
        after.determiner &&
        !/^(qui|quoi|la|l'|le)$/.test(after.lower) &&
        text.startsSentence(index - 1)
      )
        return found
    }
    if (at === index + 1 && after.type !== WORD) return undefined
    // le colis à disparu, cette femme à réellement trouvé
    if (!isPastParticiple(after) || FIXED_BEFORE_PARTICIPLE.has(before.lower)) return undefined
    if (after.lower === 'fait' && before.lower === 'tout') return undefined
    const noun = before.noun !== 0 || before.word.name !== 0
    if (noun && !before.determiner && (before.noun & (MS | FS) || before.word.name) && !(before.kind & PREPOSITION))
      return found
    if (noun && before.participle === 0 && (before.noun & (MP | FP)) === 0) return found
    return undefined
  },
  wrong: [
    'Il à reçu le colis hier.',
    'Votre commande à été expédiée.',
    'Le transporteur à bien livré le paquet.',
    'Il y à un problème.',
    'Elle nous à dit la vérité.',
  ],
  right: [
    'Il y a un problème à régler.',
    'Nous sommes à votre disposition.',
    'Ce produit est tout à fait adapté.',
    'Il reste à définir la date.',
    'Pensez-vous qu’il tienne à part entière ?',
    'C’est à lui, à vous, à nous de choisir.',
    'Il vend ses fruits à moitié prix.',
  ],
})

/** A past participle that is nothing else, été included. */
function isPastParticiple(token: {
  participle: number
  noun: number
  adjective: number
  kind: number
  lower: string
}): boolean {
  if (token.lower === 'été') return true
  return token.participle !== 0 && token.noun === 0 && (token.kind & (INFINITIVE | PREPOSITION)) === 0
}

function sentenceEndsAfter(text: { at(index: number): { type: number } }, index: number): boolean {
  return text.at(index + 1).type !== WORD && text.at(index).type !== WORD
}

export const HOMOPHONE_A_RULES = [aWithoutAccent, aInFixedPhrase, accentOnA]
