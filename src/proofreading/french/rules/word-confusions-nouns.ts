/** Nouns that sound alike, told apart by the words they go with (compte/conte, voie/voix, mois/moi, fin/faim…). */
import { patternRule } from '../pattern.js'

const SOURCE = 'Dictionnaire de l’Académie française, aux deux articles ; homonymes'

export const accountWords = patternRule({
  id: 'compte-conte-comte',
  category: 'homophone',
  message: '« compte » (calcul, client), « conte » (récit), « comte » (noble).',
  source: SOURCE,
  patterns: [
    ['rendre|rend|rends|rendu|rendons|rendez|rendent [conte|comte|comptes|contes] de|que|du|des|<edge>', 'compte'],
    ["tenir|tenant|tient|tenu|tenons|tenez|tiens [conte|comte|comptes|comtes|contes] de|du|des|d'", 'compte'],
    ['en fin de [conte|comte|comptes]', 'compte'],
    ['au bout du [conte|comte]', 'compte'],
    ['à bon|son|leur|votre|notre propre~ [conte|comte]', 'compte'],
    ['prendre|pris|prise|prend|prenons|prenez|prenant en [conte|comte|comptes]', 'compte'],
    ['[conte|comte] client|bancaire|courant|en|personnel|rendu|fidélité', 'compte'],
    ['votre|mon|notre [conte|comte] <edge>|client|a|est|en', 'compte'],
    ['[conte|comte] tenu', 'compte'],
    ['règlement|règlements|relevé|relevés de|des [conte|comte|contes|comtes]', 'comptes'],
    ['[comte|comtes|compte|comptes] de fée|fées|noël|perrault|bonne', 'conte'],
    ['loin du [conte|comte]', 'compte'],
    ['à ce [conte|comte] -là|là', 'compte'],
    ['travaille|travailler à|pour mon|son|leur|votre propre~ [conte|comte]', 'compte'],
    ['[comptes|comtes] et légendes', 'contes'],
    ['[compter|conter|comter] fleurette', 'conter'],
    ['en laisser|laisse [compter]', 'conter'],
  ],
  unless: (text, index) =>
    (text.lower(index) === 'comptes' &&
      /^(rendre|rend|rends|rendu|rendons|rendez|rendent)$/.test(text.lower(index - 1)) &&
      text.lower(index - 2) === 'des') ||
    (/^(conter|compter)$/.test(text.lower(index)) &&
      text.lower(index + 1) === 'fleurette' &&
      text.lower(index) === 'conter'),
  wrong: [
    'Nous tenons conte de votre remarque.',
    'Votre conte client est actif.',
    'Nous avons pris en comte votre demande.',
  ],
  right: [
    'Nous tenons compte de votre remarque.',
    'Un conte de fées.',
    'Le comte de Paris.',
    'En fin de compte, tout va bien.',
  ],
})

export const voiceWords = patternRule({
  id: 'voie-voix',
  category: 'homophone',
  message: '« voie » (chemin, moyen) et « voix » (parole) se confondent à l’oreille.',
  source: SOURCE,
  patterns: [
    ['en [voix] de', 'voie'],
    ['par [voix] de|postale|électronique|recommandée|maritime|aérienne|téléphonique|judiciaire|légale', 'voie'],
    ['[voix] ferrée|rapide|publique|royale|postale|lactée|navigable|maritime|aérienne', 'voie'],
    ['à haute|mi [voie]', 'voix'],
    ['de vive [voie]', 'voix'],
    ['portée de [voie]', 'voix'],
    ['[voie] au chapitre', 'voix'],
    ['est|sur la bonne|mauvaise [voix]', 'voie'],
  ],
  wrong: [
    'Ces articles sont en voix de réapprovisionnement.',
    'Une réponse par voix postale suivra.',
    'Je vous l’ai dit de vive voie.',
  ],
  right: ['En voie de réapprovisionnement.', 'De vive voix.', 'Par voie postale.'],
})

export const monthWords = patternRule({
  id: 'mois-moi',
  category: 'homophone',
  message: '« mois » (durée) prend un s ; « moi » est un pronom.',
  source: SOURCE,
  patterns: [
    ['<number>|quelques|plusieurs|chaque|premier|dernier|prochain [moi]', 'mois'],
    ["au|du [moi] de|d'|prochain|dernier|suivant", 'mois'],
    ["par|ce|le [moi] <edge>|de|d'|prochain|dernier", 'mois'],
    ['chez|avec|pour|selon|à [mois] <edge>', 'moi'],
    ['-moi|quant à [mois]', 'moi'],
  ],
  unless: (text, index) =>
    text.at(index).hyphen ||
    (text.lower(index - 1) === 'par' &&
      text.lower(index + 1) !== '' &&
      text.lower(index) === 'moi' &&
      text.at(index + 1).type !== 0),
  wrong: ['Le remboursement prend deux moi.', 'Au moi de juin, le tarif change.', 'Quant à mois, je reste à l’écoute.'],
  right: ['Deux mois plus tard.', 'Au mois de juin.', 'Écrivez-moi.', 'Selon moi, tout est en ordre.'],
})

export const endWords = patternRule({
  id: 'fin-faim',
  category: 'homophone',
  message: '« fin » (terme) et « faim » (besoin de manger) se confondent à l’oreille.',
  source: SOURCE,
  patterns: [
    ["[faim] de|du|d' mois|semaine|journée|contrat|année|vie|course|saison|série|stock|non|matinée", 'fin'],
    ['mettre|met|mis|mettons|prend|prendre|prendra|pris [faim] à|au|aux|<edge>|le|à', 'fin'],
    ['à la [faim] du|de|<edge>', 'fin'],
    ['ses|leurs|nos|mes|vos [faims]', 'fins'],
    ['ai|as|avez|avoir|avons [fin] <edge>', 'faim'],
    ['en [faim] de', 'fin'],
    ['sans [faim] <edge>', 'fin'],
  ],
  wrong: [
    'Vous serez livré en faim de semaine.',
    'Nous avons mis faim à votre abonnement.',
    'À la faim du contrat, prévenez-nous.',
  ],
  right: ['En fin de semaine.', 'Les enfants ont faim.', 'Mettre fin au contrat.'],
})

export const costWords = patternRule({
  id: 'coup-coût-cou',
  category: 'homophone',
  message: '« coup » (choc, action), « coût » (prix), « cou » (partie du corps).',
  source: SOURCE,
  patterns: [
    [
      "[cou|coût|coûts] de|d' main|œil|pied|pieds|poing|fil|téléphone|tête|foudre|cœur|chance|théâtre|état|envoi|pouce|feu|frein|balai|gueule|soleil|maître|vent|barre|pâte|patte",
      'coup',
    ],
    ['tout|après|sur le [cou|coût] <edge>|on|<subject>', 'coup'],
    ['après [cou|coût]', 'coup'],
    ['<edge> du [cou|coût] <edge>|<subject>|nous|vous', 'coup'],
    ['à [cou|coût] sûr', 'coup'],
    [
      "[coup|cou|coups] de|d' production|revient|fabrication|transport|livraison|réparation|expédition|acheminement|affranchissement|stockage|achat|traitement",
      'coût',
    ],
    [
      "[coup|cou] de la|l' vie|livraison|envoi|réparation|expédition|appel|abonnement|communication|opération|facture|prestation",
      'coût',
    ],
    ['moindre [coup|cou]', 'coût'],
    ['tordre|tordu|rompre|rompu|sauter|pendu|autour le|au|du [coup]', 'cou'],
    ['roué|rouer|rouée|roués de [cou|coup]', 'coups'],
    ['un|encore|porter [cou] dur|fatal|bas|de|à', 'coup'],
    ['valoir|vaut|valait le [cou|coût]', 'coup'],
    ['tenir|tient|tenez le [cou|coût] <edge>', 'coup'],
    ['[coup|cou] élevé|supplémentaire|total|global|exorbitant|financier|unitaire|annuel', 'coût'],
    ['porter|donner|recevoir un [cou]', 'coup'],
  ],
  unless: (text, index) => /^(coup)$/.test(text.lower(index)) && /^(autour)$/.test(text.lower(index - 1)),
  wrong: ['Le coup de la livraison est offert.', 'Donnez-nous un cou de main.', 'Du cou, nous annulons.'],
  right: ['Le coût de la livraison est offert.', 'Un coup de main.', 'Du coup, nous annulons.', 'Autour du cou.'],
})

export const courseWords = patternRule({
  id: 'cours-court-cour',
  category: 'homophone',
  message: '« cours » (déroulement, leçon), « court » (bref), « cour » (espace, tribunal).',
  source: SOURCE,
  patterns: [
    ["en [cour|court|courts] de|d' !justice <word>", 'cours'],
    ['en [cour|court] <edge>', 'cours'],
    ["au [cour|court] de|du|des|d'", 'cours'],
    ["!à|à~ [court|cour|courts] d' eau", 'cours'],
    ['libre [cour|court]', 'cours'],
    ["à [cours|cour] de|d'|terme", 'court'],
    ['tout [cours|cour] <edge>', 'court'],
    ['prendre|pris de [cour|cours] <edge>|par', 'court'],
    ['au long [court|cour]', 'cours'],
    ['a|ont|avait|aura encore|toujours~ [cour|court] <edge>', 'cours'],
    ['donner|donné|donne libre [cour|court]', 'cours'],
    ['la|une [cours|court] de récréation|cassation|appel', 'cour'],
  ],
  unless: (text, index) =>
    text.lower(index) === 'cours' && text.lower(index + 1) === "d'" && text.lower(index + 2) === 'eau',
  wrong: [
    'Votre dossier est en cour de traitement.',
    'Au court de la semaine, nous vous appellerons.',
    'Nous sommes à cours de stock.',
  ],
  right: ['En cours de traitement.', 'Au cours de la semaine.', 'À court de stock.', 'La cour d’appel.'],
})

export const faithWords = patternRule({
  id: 'foi-fois-foie',
  category: 'homophone',
  message: '« fois » (occurrence), « foi » (confiance), « foie » (organe).',
  source: SOURCE,
  patterns: [
    ['de bonne|mauvaise [fois|foie]', 'foi'],
    ['en toute|toutes bonne~ [fois|foie]', 'foi'],
    ['ma [fois|foie] <edge>', 'foi'],
    [
      '<number>|une|deux|chaque|cette|dernière|première|prochaine|plusieurs|autre|trois|quelques [foi|foie|foies]',
      'fois',
    ],
    ['à la [foi|foie] <adj>|<edge>|pour|dans|le|la', 'fois'],
    ['pâté|huile|tranche|crise de [fois|foi]', 'foie'],
    ['perdu|perdre|avoir|ai|a [foie|fois] en', 'foi'],
    ['sans [foie|fois] ni', 'foi'],
    ['digne|homme|profession de [fois|foie]', 'foi'],
  ],
  wrong: ['Votre bonne fois… vous êtes de bonne fois.', 'Je l’avoue, ma fois, c’est vrai.'],
  right: ['Vous êtes de bonne foi.', 'Deux fois par an.', 'Une bonne fois pour toutes.', 'Pâté de foie.'],
})

export const priceWords = patternRule({
  id: 'prix-pris',
  category: 'homophone',
  message: '« prix » (somme) et « pris » (de prendre) se confondent à l’oreille.',
  source: SOURCE,
  patterns: [
    ['ai|as|avons|avez|ont|avait|avoir|ayant|a bien|déjà|pas|été|donc~ [prix]', 'pris'],
    ['été|étais|suis|es|êtes|sommes|sont|étaient [prix]', 'pris'],
    ["le|au|quel|meilleur|bon|moindre|tout [pris] <edge>|de|d'|du|est|total|indiqué|affiché|ttc", 'prix'],
    ["à [pris] coûtant|réduit|coutant|d'|fixe", 'prix'],
    ["son|votre|leur [pris] <edge>|de|d'|est", 'prix'],
    ['hors de [pris]', 'prix'],
  ],
  unless: (text, index) =>
    (text.lower(index) === 'pris' &&
      /^(le|au)$/.test(text.lower(index - 1)) &&
      text.at(index - 2).finite !== 0 &&
      text.at(index + 1).type !== 0 &&
      !/^(est|de|d'|du)$/.test(text.lower(index + 1))) ||
    (text.lower(index) === 'prix' && /^(a|ai)$/.test(text.lower(index - 1)) && text.lower(index + 1) === 'libre') ||
    // vous avez prix et délai: a second noun, no second participle.
    (text.lower(index) === 'prix' &&
      /^(et|ou)$/.test(text.lower(index + 1)) &&
      text.at(index + 2).noun !== 0 &&
      text.at(index + 2).participle === 0),
  wrong: ['Nous avons prix note de votre demande.', 'Le pris de l’article a baissé.', 'Ils ont été prix de court.'],
  right: ['Nous avons pris note.', 'Le prix de l’article a baissé.', 'Vous avez prix et délai sur le devis.'],
})

export const partWords = patternRule({
  id: 'parti-partie',
  category: 'homophone',
  message: '« faire partie de », « en partie », mais « prendre parti », « tirer parti ».',
  source: 'Dictionnaire de l’Académie française, articles « parti » et « partie »',
  patterns: [
    [
      "faire|fais|fait|font|faites|faisons|faisant|fera|faisait|feront [parti|partit|partis] de|du|des|d'|intégrante",
      'partie',
    ],
    ['en [parti] <edge>|<pp>|à|par|responsable|grâce', 'partie'],
    ['en grande|majeure [parti]', 'partie'],
    ["tirer|tire|tiré|tirons|tirez [partie|partis] de|du|des|d'", 'parti'],
    ['prendre|prends|prend|pris|prenons toujours|pas~ [partie|partis] pour|contre|aux|<edge>', 'parti'],
    ['juge et [parti]', 'partie'],
    ['forte [parti]', 'partie'],
  ],
  wrong: [
    'Vous faites parti de nos meilleurs clients.',
    'La commande est en parti remboursée.',
    'Il faut tirer partie de cette offre.',
  ],
  right: [
    'Vous faites partie de nos clients.',
    'Tirer parti de cette offre.',
    'Il a été pris à partie.',
    'Le parti pris est clair.',
  ],
})

export const placeWords = patternRule({
  id: 'lieu-lieux-lieue',
  category: 'homophone',
  message: '« avoir lieu, au lieu de, en premier lieu » sont au singulier ; « à cent lieues ».',
  source: 'Dictionnaire de l’Académie française, articles « lieu » et « lieue »',
  patterns: [
    ["au [lieux|lieue] de|d'", 'lieu'],
    ['en premier|dernier|second [lieux|lieue]', 'lieu'],
    [
      'avoir|a|aura|ont|auront|eu|aurait [lieux|lieue] <edge>|le|à|de|dans|du|entre|en|<adv>|lundi|mardi|mercredi|jeudi|vendredi',
      'lieu',
    ],
    ['donner|donne|donnera|tient|tenir [lieux] à|de', 'lieu'],
    ["a cent|mille|à|des [lieux|lieu] de|d' penser|imaginer|ici", 'lieues'],
    ['à mille|cent [lieux|lieu]', 'lieues'],
    ['[lieus]', 'lieux'],
    ['des|les [lieues] de|historiques?|publics?|communs?', 'lieux'],
  ],
  wrong: [
    'La livraison aura lieux demain.',
    'L’expédition aura lieux en mai.',
    'En premier lieux, vérifiez l’adresse.',
  ],
  right: ['La livraison aura lieu demain.', 'Au lieu de deux articles.', 'Les lieux de retrait.'],
})

export const CONFUSED_NOUN_RULES = [
  accountWords,
  voiceWords,
  monthWords,
  endWords,
  costWords,
  courseWords,
  faithWords,
  priceWords,
  partWords,
  placeWords,
]
