/** Homophones among pronouns and determiners: ce/se, c’/s’, ces/ses/c’est, sa/ça, leur/leurs, quel/qu’elle, si/s’y, votre/vôtre… */
import { ILS, INFINITIVE, PREPOSITION } from '../lexicon/word.js'
import { patternRule } from '../pattern.js'
import type { FrenchText } from '../text.js'
import { WORD } from '../token.js'

const SOURCE = 'Grevisse & Goosse, Le Bon Usage, § 650 et suivants : pronoms personnels et démonstratifs'

/** True where the token hangs on a verb (donne-la), which no homophone rule means. */
function hangs(text: FrenchText, index: number): boolean {
  return text.at(index).hyphen || text.at(index + 1).hyphen
}

/** True where “pas” after ces, ses is the noun: after a preposition or a verb (sur ses pas), or subject of a verb of its own (ces pas de porte sont à vendre). */
export function isNounPas(text: FrenchText, index: number): boolean {
  if (!/^[cs]es$/.test(text.lower(index)) || text.lower(index + 1) !== 'pas') return false
  const before = text.at(index - 1)
  if (before.kind & (PREPOSITION | INFINITIVE) || before.finite !== 0) return true
  for (let at = index + 2; text.at(at).type === WORD; at++) if (text.at(at).finite & ILS) return true
  return false
}

export const ceSe = patternRule({
  id: 'ce-se',
  category: 'homophone',
  message: '« ce » est un démonstratif, « se » un pronom réfléchi devant un verbe.',
  source: SOURCE,
  patterns: [
    ["[se] qui|que|qu'|dont", 'ce'],
    ["<edge>|et|que|mais|car [se] sont|n'|ne|sera|serait <det>|est|sont|pas|que|qu'", 'ce'],
    ['[se] <ms-noun>', 'ce'],
    ["<edge>|<adv>|que|car|et|mais [se] <ms-noun>|produit|colis ne|n'|est|sera", 'ce'],
    [
      '[se] chemin|matin|soir|jour|moment|mois|type|dossier|colis|problème|point|sujet|client|service -ci|-là|<edge>|<prep>|<v:être>',
      'ce',
    ],
    ['[se] produit -ci|-là|<v:être>', 'ce'],
    ['il|ils|on [ce] <verb>|<clitic>', 'se'],
    ['elle|elles [ce] <only-verb>', 'se'],
    ['ce|cela|celui|ceux|celle|ça qui [ce] <only-verb>', 'se'],
    ['<noun> qui [ce] <only-verb> <prep>|<adv>|<edge>', 'se'],
    ['ne|ils|elles [ce] sont|compte|passe|fait|rend|trouve|rendent|trouvent|font|passent', 'se'],
    ['pour|sans|à|de [ce] !faire <only-inf>', 'se'],
    ['peut|doit|va|vont|peuvent|doivent|pourra|devra|faut [ce] <only-inf>', 'se'],
    ["<edge>|et|mais|car|que [ceux] ne|n' <verb>", 'ce'],
    ['[ceux] sont|seront|étaient <det>', 'ce'],
    ['tout|sur|de|à|par [ceux] <subject>', 'ce que'],
  ],
  unless: hangs,
  wrong: [
    'Nous ne savons pas se qui est arrivé.',
    'Il ce trouve dans notre entrepôt.',
    'Ils vont ce rendre sur place.',
    'Ceux sont des cas rares.',
  ],
  right: [
    'Nous savons ce qui est arrivé.',
    'Il se trouve dans notre entrepôt.',
    'Pour ce faire, cliquez ici.',
    'Ceux qui le souhaitent peuvent écrire.',
    'Il se peut que ce soit un oubli.',
  ],
})

export const cEstSEst = patternRule({
  id: 'c-est-s-est',
  category: 'homophone',
  message: '« c’ » reprend une chose (cela), « s’ » est réfléchi.',
  source: SOURCE,
  patterns: [
    ["il|ils|on|elles [c'] <verb>|<clitic>", "s'"],
    ["elle [c'] est|était <only-pp>", "s'"],
    ["ce qui [c'] est", "s'"],
    [
      "<edge>|et|mais|car|que [s'] est|était|sera|serait un|une|le|la|les|des|très|pas|trop|pourquoi|bien|donc|ainsi|ça|cela|votre|notre|pour",
      "c'",
    ],
    ["<edge>|et|mais|car [s'] en est trop|assez|fini|ridicule", "c'"],
    ["allait|va|faut|peut [c'] en <inf>", "s'"],
    ['[ces|ses] pas|jamais|ça|pourquoi|quoi', 'c’est'],
    ['[ces|ses] est|était', 'c’'],
    ["<edge> [sait|c'] un|une|pas|très !<noun>", 'c’est'],
    ["[s'] ait|été trop|assez|bien|un|une", 'c’'],
  ],
  unless: isNounPas,
  wrong: [
    'Il c’est trompé d’adresse.',
    'S’est une erreur de notre part.',
    'Ce qui c’est passé est regrettable.',
    'Ces pas de notre faute.',
  ],
  right: [
    'Il s’est trompé d’adresse.',
    'C’est une erreur.',
    'Le colis s’est perdu.',
    'Ce qui s’est passé est regrettable.',
    'Ces pas de porte sont à vendre.',
    'Il est revenu sur ses pas.',
  ],
})

export const saCa = patternRule({
  id: 'sa-ça',
  category: 'homophone',
  message: '« ça » est un pronom (cela), « sa » un déterminant devant un nom.',
  source: SOURCE,
  patterns: [
    ['[sa] <only-verb>', 'ça'],
    ['[sa] <edge>', 'ça'],
    ["[sa] ne|n'|me|te|se|vous|nous|y|lui|leur|m'|t'|s'", 'ça'],
    ['comme|pour|que [sa] <edge>', 'ça'],
    ['[ça] <fs-noun>', 'sa'],
    ['[ça] et là', 'çà'],
  ],
  unless(text, index) {
    const after = text.lower(index + 1)
    return (
      text.at(index).hyphen ||
      (text.lower(index) === 'ça' &&
        /^(grâce|question|histoire|faute|façon|genre|côté|point|chose|époque)$/.test(after)) ||
      (text.lower(index) === 'ça' && text.lower(index + 1) === 'et' && text.at(index + 2).type !== 0)
    )
  },
  wrong: ['Sa ne fonctionne pas.', 'Nous savons que sa arrive.'],
  right: ['Ça ne fonctionne pas.', 'Sa marche est lente.', 'Le client attend sa facture.', 'Tout ça grâce à vous.'],
})

export const leurLeurs = patternRule({
  id: 'leur-leurs',
  category: 'homophone',
  message: 'Devant un verbe, « leur » est un pronom invariable.',
  source: SOURCE,
  patterns: [
    ['je|tu|il|elle|on|nous|vous|ils|elles|ne|qui [leurs] <only-verb>|en', 'leur'],
    ['[leurs] <only-inf>', 'leur'],
    ['<verb> [-leurs]', 'leur'],
  ],
  wrong: ['Nous leurs envoyons un bon.', 'Vous pouvez leurs écrire.'],
  right: ['Nous leur envoyons leurs bons.', 'Il faut leur écrire.', 'Leurs envois sont suivis.'],
})

export const quelQuElle = patternRule({
  id: 'quelle-qu-elle',
  category: 'homophone',
  message: '« quelle » accompagne un nom ; devant un verbe, on écrit « qu’elle ».',
  source: SOURCE,
  patterns: [
    ["[quelle] se|s'|me|m'|te|t'|lui|leur|nous|vous <verb>", 'qu’elle'],
    ["[quelles] se|s'|me|m'|te|t'|lui|leur|nous|vous <verb>", 'qu’elles'],
    ['parce|afin|tandis|pendant|dès|lors [quelle]', 'qu’elle'],
    ['parce|afin|tandis|pendant|dès|lors [quelles]', 'qu’elles'],
    [
      "faut|alors|pour|bien|pense|crois|espère|pensons|souhaite|dit [quelle] !que <verb>|ne|n'|a|est|soit|puisse",
      'qu’elle',
    ],
    [
      "faut|parce|alors|afin|dès|lors|tandis|pendant|pour|bien|pense|crois|espère|pensons|dit [quelles] !que <verb>|ne|n'|ont|sont|soient",
      'qu’elles',
    ],
    ["<edge> [qu' elle] <fs-noun> <edge>|<adj>", 'quelle'],
    ["<edge> [qu' elles] <fp-noun>", 'quelles'],
    ['<edge> [quelles] viennent|puissent|aillent|soient <word>', 'qu’elles'],
  ],
  unless(text, index) {
    // dit quelle est la raison: an indirect question.
    return (
      /^(dit|pense|espère|bien|pour)$/.test(text.lower(index - 1)) &&
      /^(est|sont|a|ont|était|étaient|sera|seront|serait|seraient|fut|furent)$/.test(text.lower(index + 1))
    )
  },
  wrong: [
    'Il faut quelle soit livrée demain.',
    'Nous attendons la pièce parce quelle manque.',
    'Le client espère quelle nous parviendra.',
    'La commande, quelle se rassure, est partie.',
  ],
  right: [
    'Quelle est votre adresse ?',
    'Dites-nous quelle solution vous convient.',
    'Il faut qu’elle soit livrée.',
    'Quelle que soit la raison, écrivez-nous.',
    'Quelle ne fut pas notre surprise !',
  ],
})

export const siSy = patternRule({
  id: 'si-s-y',
  category: 'homophone',
  message: 'Devant un verbe pronominal, on écrit « s’y ».',
  source: SOURCE,
  patterns: [
    ['<verb>|<prep>|<inf> [si] <only-inf>', 's’y'],
    ['il|elle|ils|elles|on|qui [si] <only-verb>', 's’y'],
    ['<fp-noun>|<mp-noun> [si] <only-verb> <edge>', 's’y'],
    ['il|on|elle|qui|ils|elles|je [ni] <verb>|en|a|avait', 'n’y'],
  ],
  unless: (text, index) =>
    text.lower(index - 1) === 'comme' || text.lower(index - 1) === 'même' || text.at(index - 1).hyphen,
  wrong: ['Il faut si rendre demain.', 'Vos clients, ils si retrouvent.', 'Il ni a pas de retard.'],
  right: [
    'Il faut s’y rendre demain.',
    'Comme si attendre était simple.',
    'Il n’y a pas de retard.',
    'Si nous le pouvons, nous viendrons.',
  ],
})

export const votreVotre = patternRule({
  id: 'votre-vôtre',
  category: 'homophone',
  message: '« votre, notre » devant un nom ; « le vôtre, le nôtre » sans nom.',
  source: SOURCE,
  patterns: [
    ['<edge>|de|à|pour|dans|sur|avec|par|<verb>|<pp>|<inf> [vôtre] <noun>|<adj>', 'votre'],
    ['<edge>|de|à|pour|dans|sur|avec|par|<verb>|<pp>|<inf> [nôtre] <noun>|<adj>', 'notre'],
    ['!de|à le|la|les|des|du|aux|au [votre] <edge>', 'vôtre'],
    ['!de|à le|la|les|des|du|aux|au [notre] <edge>', 'nôtre'],
    ['bien|cordialement|sincèrement [à votre] <edge>', 'à vous'],
  ],
  wrong: [
    'Nous avons reçu vôtre commande.',
    'Pour vôtre confort, le site évolue.',
    'Notre avis est différent du votre.',
  ],
  right: ['Nous avons reçu votre commande.', 'Notre avis est différent du vôtre.', 'Ce colis est le vôtre.'],
})

export const monMont = patternRule({
  id: 'm-a-ma',
  category: 'homophone',
  message: 'Avec un participe passé, il faut le verbe avoir : « m’a », « t’a », « m’ont », « l’a ».',
  source: SOURCE,
  patterns: [
    ['il|elle|on|ça|cela|qui [ma] <only-pp>', 'm’a'],
    ['il|elle|on|ça|cela|qui [ta] <only-pp>', 't’a'],
    ['ils|elles|qui [mon] <only-pp>', 'm’ont'],
    ['ils|elles|qui [ton] <only-pp>', 't’ont'],
    ['il|elle|on|qui|tu [la] <only-pp>', 'l’a'],
    ['il|elle|on|qui|tu [là] <pp>', 'l’a'],
    ['ils|elles [les] <only-pp>', 'les ont'],
    ["<edge> [ta] <only-pp>|qu'|que|combien|pas", 't’as'],
    ['tu [la] <pp> <edge>', 'l’as'],
  ],
  unless: (text, index) =>
    text.at(index - 1).hyphen || (text.at(index).word.text === 'la' && text.at(index + 1).noun !== 0),
  wrong: ['Votre conseiller est venu et il ma remboursé.', 'C’est le livreur qui la déposé.', 'Ils mon répondu hier.'],
  right: ['Il m’a remboursé.', 'C’est lui qui la dépose.', 'Il l’a déposé hier.', 'Ma réponse est partie.'],
})

export const HOMOPHONE_PRONOUN_RULES = [ceSe, cEstSEst, saCa, leurLeurs, quelQuElle, siSy, votreVotre, monMont]
