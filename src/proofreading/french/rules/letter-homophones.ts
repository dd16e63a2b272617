/** Homophones and hyphens that agents miss: à/a été, et/est de 30 jours, s'est/c'est, quelle/qu'elle, ci-dessous, avez-vous. */
import { patternRule } from '../pattern.js'
import { NUMBER } from '../token.js'

const SOURCE = 'Grevisse & Goosse, Le Bon Usage, § 810 et suivants ; homonymes grammaticaux'

export const aEte = patternRule({
  id: 'a-été',
  category: 'homophone',
  message: 'Verbe avoir : on écrit « a été ».',
  source: SOURCE,
  patterns: [
    ['[à] été <pp>', 'a'],
    ['[à] bien|déjà|également|aussi|toujours été <word>', 'a'],
    ['[est|et] été <pp>', 'a'],
    ['[est] bien|déjà|également|toujours été <pp>', 'a'],
    ['[on] été <pp>', 'ont'],
    ["<noun> ne|n' [on] pas|plus|jamais <pp>", 'ont'],
  ],
  wrong: ['Le montant de 12 € à été débité.', 'Votre avis est bien été enregistré.', 'Les deux colis on été livrés.'],
  right: ['Le montant a été débité.', 'Du printemps à l’été.', 'On a été livrés.'],
})

export const etEstAmount = patternRule({
  id: 'et-est-amount',
  category: 'homophone',
  message: '« est » est le verbe être, « et » une conjonction.',
  source: SOURCE,
  patterns: [
    ["délai|prix|montant|tarif|coût|solde|total|durée [et] de|d' <number>", 'est'],
    ["délai|prix|montant|tarif|coût|solde|durée de|d'|des <noun> [et] de|d' <number>", 'est'],
  ],
  unless(text, index) {
    for (let at = index - 1; at > index - 25 && at >= 0; at--) {
      if (text.at(at).text === '.' || text.at(at).text === '') break
      if (text.at(at).type === NUMBER) return true
    }
    return false
  },
  wrong: ['Le délai de livraison et de 3 jours.', 'Le montant et de 15 €.'],
  right: [
    'Le délai est de 3 jours.',
    'Un délai de 10 jours, puis un délai et de 5 jours.',
    'Un prix et un délai de 3 jours.',
  ],
})

export const cestSest = patternRule({
  id: "c'est-s'est-adjective",
  category: 'homophone',
  message: 'Devant un adjectif, on écrit « c’est ».',
  source: SOURCE,
  patterns: [
    [
      "si|mais|car|que|<edge> [s' est] urgent|possible|impossible|normal|gratuit|important|simple|facile|difficile|nécessaire|trop|très",
      "c'est",
    ],
    ["<edge> [s' est] un|une|le|la|bien|pourquoi|avec", "c'est"],
  ],
  wrong: ['Si s’est urgent, appelez-nous.', 'S’est avec plaisir que nous vous répondons.'],
  right: ['Si c’est urgent, appelez-nous.', 'Il s’est très vite calmé.', 'S’est ajoutée à cela une panne.'],
})

export const quelleSubjunctive = patternRule({
  id: "quelle-qu'elle-subjunctive",
  category: 'homophone',
  message: '« qu’elle » se décompose en que + elle.',
  source: SOURCE,
  patterns: [
    ['<verb> [quelle] soit|ait|puisse|fasse|vienne|reste|parte', "qu'elle"],
    ['<verb> [quelles] soient|aient|puissent|fassent|viennent|restent', "qu'elles"],
    ["pour|avant|dès|lors|pense|espère|confirme [quelle] soit|ait|est|sera|a|ne|n'", "qu'elle"],
  ],
  wrong: ['Nous voulons quelle soit livrée à temps.', 'Vous voulez quelles viennent lundi.'],
  right: [
    'Quelle que soit votre réponse, merci.',
    'Nous voulons qu’elle soit livrée.',
    'Dites-nous quelle est la date.',
  ],
})

export const ceSe = patternRule({
  id: 'se-before-verb',
  category: 'homophone',
  message: '« se » devant un verbe ; « ce » devant un nom.',
  source: SOURCE,
  patterns: [
    [
      'équipe|direction|conseiller|conseillère|technicien|service|client|cliente|magasin|société|livreur|colis [ce] réjouit|tient|trouve|charge|chargera|tiennent|rendra|déplace|déplacera|fera|présentera|situe',
      'se',
    ],
    ['peut|peuvent|pourra|pourront|doit|doivent|va|vont|pourrait|devrait|devra [ce] <only-inf>', 'se'],
  ],
  wrong: ['Notre équipe ce réjouit de vous accueillir.', 'Le colis ce trouve au dépôt.'],
  right: ['Notre équipe se réjouit.', 'Ce peut être une erreur.', 'Il va ce matin au bureau.'],
})

export const maMa = patternRule({
  id: "m'a-transmis",
  category: 'homophone',
  message: 'Verbe avoir : on écrit « m’a ».',
  source: SOURCE,
  patterns: [
    [
      '[ma] transmis|informé|indiqué|signalé|communiqué|confirmé|adressé|envoyé|demandé|précisé|répondu|expliqué|appelé|contacté',
      "m'a",
    ],
  ],
  wrong: ['Votre agence ma transmis le dossier.', 'Mon collègue ma indiqué votre numéro.'],
  right: ['Votre agence m’a transmis le dossier.', 'Ma demande est partie.'],
})

export const ciDessous = patternRule({
  id: 'ci-dessous-hyphen',
  category: 'homophone',
  message: '« ci-dessous, ci-dessus, ci-joint, ci-après » s’écrivent avec « ci » et un trait d’union.',
  source: 'Académie française, Dictionnaire, 9e édition, article « ci »',
  patterns: [
    ['[si|ci dessous]', 'ci-dessous'],
    ['[si|ci dessus]', 'ci-dessus'],
    ['[ci joint]', 'ci-joint'],
    ['[ci jointe]', 'ci-jointe'],
    ['[ci joints]', 'ci-joints'],
    ['[ci jointes]', 'ci-jointes'],
    ['[ci après]', 'ci-après'],
    ['[si -joint|-dessous|-dessus|-après|-jointe]', ''],
    ["[d' ors et déjà]", "d'ores et déjà"],
    ['[dors et déjà]', "d'ores et déjà"],
    ['[chez -vous|-nous|-moi]', ''],
    ['[chez-vous|chez-nous|chez-moi|chez-toi]', ''],
    ['aurait|auraient|aurais|auriez|aurions|ont|avons|a|ai|avez pas|jamais|donc [du] <only-inf>|être', 'dû'],
    [
      'service|services|personne|personnes|article|articles|produit|produits|dossier|client|clients [concerner]',
      'concerné',
    ],
    ['[biensur|biensûr]', 'bien sûr'],
    ['[malgrès|malgrés]', 'malgré'],
    ['serions|serais|saurions|saurais|serait [grès|grés|grée|grand]', 'gré'],
    ['<edge> [voila]', 'voilà'],
  ],
  unless: (text, index) =>
    /^(votre|mon|notre|ton|un|le|du|au|son|petit|vrai)$/.test(text.lower(index - 1)) ||
    text.lower(index) === 'grand' ||
    (text.lower(index) === 'si' && !text.at(index + 1).hyphen && text.lower(index + 1) === 'joint'),
  wrong: [
    'Vous trouverez si dessous le détail.',
    'Remplissez le formulaire ci joint.',
    'Malgrès nos efforts, rien ne bouge.',
  ],
  right: ['Vous trouverez ci-dessous le détail.', 'Un petit chez-vous douillet.', 'Malgré nos efforts, rien ne bouge.'],
})

export const inversionHyphen = patternRule({
  id: 'inversion-hyphen',
  category: 'punctuation',
  message: 'Le pronom sujet placé après le verbe lui est joint par un trait d’union.',
  source: 'Grevisse & Goosse, Le Bon Usage, § 107 : le trait d’union devant le pronom conjoint',
  patterns: [
    [
      '<edge> [avez|êtes|pouvez|pourriez|souhaitez|souhaiteriez|auriez|voulez|voudriez|savez|saviez|connaissez|désirez|aimeriez|disposez|devez|aviez|accepteriez|préférez vous]',
      '',
    ],
    ['quand|comment|pourquoi|combien|où [avez|pouvez|souhaitez|voulez|désirez|devez vous]', ''],
    ["[est ce] que|qu' <subject>|vous|nous|<det>", 'est-ce'],
    ['<edge> [puis je] vous|te|leur|lui <only-inf>', 'puis-je'],
    ["<edge> [peut être] que|qu'|<only-verb>", 'peut-être'],
  ],
  unless: (text, index) =>
    text.at(index + 1).hyphen ||
    (text.lower(index) === 'est' &&
      !text.startsSentence(index) &&
      !/^(quand|comment|pourquoi|où|qu')$/.test(text.lower(index - 1))),
  wrong: ['Avez vous essayé de redémarrer ?', 'Est ce que vous êtes là lundi ?', 'Pouvez vous rappeler ?'],
  right: [
    'Avez-vous essayé ?',
    'L’important est ce que vous en pensez.',
    'Peut-être viendrez-vous.',
    'Ce peut être une erreur.',
  ],
})

export const plainNumber = patternRule({
  id: 'quantifier-number',
  category: 'agreement',
  message: 'Ce mot s’accorde avec le nom qu’il précède.',
  source: 'Grevisse & Goosse, Le Bon Usage, § 632 et suivants : déterminants indéfinis',
  patterns: [
    ['pour|dans|par|à|sous|en|avec|sans|que [certain] <mp-noun>', 'certains'],
    ['pour|dans|par|à|sous|en|avec|sans|que [certaine] <fp-noun>', 'certaines'],
    ["toutes|d'|les|aux|vos|nos|ces [autre] <fp-noun>|<mp-noun>", 'autres'],
    ['pour|à|sur|dans|contre [tous|tout|toutes] question|demande|réclamation|information|aide', 'toute'],
    ['[aucunes] démarches?|informations?|données?|erreurs?|réponses?|pénalités?|modifications?', 'aucune'],
    ['[au] même|mêmes conditions|conditions|dates|horaires|prélèvements|frais|clients|abonnés', 'aux'],
  ],
  unless: (text, index) => text.lower(index) === 'au' && /^(au|du)$/.test(text.lower(index - 1)),
  wrong: [
    'C’est possible pour certain articles.',
    'Pour toutes autre questions, écrivez-nous.',
    'Sans aucunes démarches, le contrat continue.',
  ],
  right: [
    'C’est possible pour certains articles.',
    'Sans aucuns frais.',
    'Pour toute question, écrivez-nous.',
    'Dans un certain sens.',
  ],
})

/** Rules of this file. */
export const LETTER_HOMOPHONE_RULES = [
  aEte,
  etEstAmount,
  cestSest,
  quelleSubjunctive,
  ceSe,
  maMa,
  ciDessous,
  inversionHyphen,
  plainNumber,
]
