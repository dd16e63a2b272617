/** Homophones among adverbs, conjunctions and prepositions: ou/où, là/la, plutôt/plus tôt, quant/quand, sur/sûr, près/prêt… */
import { CLITIC, INFINITIVE, PREPOSITION } from '../lexicon/word.js'
import { patternRule } from '../pattern.js'

const SOURCE = 'Grevisse & Goosse, Le Bon Usage, § 959 et suivants ; homonymes grammaticaux'

export const ouOu = patternRule({
  id: 'ou-où',
  category: 'homophone',
  message: '« où » indique le lieu ou le moment ; « ou » un choix.',
  source: SOURCE,
  patterns: [
    [
      "cas|moment|jour|instant|point|mesure|époque|endroit|partout|magasin|lieu|heure|semaine|mois|page|ville|pays [ou] <subject>|nous|vous|cela|elle|elles|se|s'",
      'où',
    ],
    ['au cas|moment [ou] <det>', 'où'],
    ['là [ou] <det>|<noun>', 'où'],
    ["ne|n' <verb> pas [ou] <subject>", 'où'],
    ["d'|jusqu'|par [ou] <subject>|vient|viennent|provient|nous|vous|<edge>|<verb>", 'où'],
    [
      '<edge> [ou] est|sont|en|se|était|va|vont|puis|peut|pouvons|allait -il|-elle|-ils|-elles|-on|-je|-nous|-vous|-t|le|la|les|votre|mon|trouve|êtes|sommes|suis',
      'où',
    ],
    ['[où] à <inf>', 'ou'],
    ['deux|trois [où] trois|quatre', 'ou'],
    ['savoir|sais|sait|savez|savons|dire|dites [ou] <subject>|se|en|est|trouver|vous|nous', 'où'],
  ],
  unless: (text, index) =>
    /^(et|soit)$/.test(text.lower(index - 1)) ||
    (/^(jour|mois|semaine|heure|page|ville|pays|magasin|lieu)$/.test(text.lower(index - 1)) &&
      !text.at(index - 2).determiner),
  wrong: [
    'Au cas ou vous seriez absent, prévenez-nous.',
    'Le jour ou nous avons reçu le colis.',
    'D’ou vient cette erreur ?',
    'Nous ne savons pas ou il se trouve.',
  ],
  right: [
    'Au cas où vous seriez absent.',
    'Lundi ou mardi.',
    'Le jour où nous l’avons reçu.',
    'Par téléphone ou par courriel.',
  ],
})

export const laLa = patternRule({
  id: 'la-là',
  category: 'homophone',
  message: '« là » est un adverbe de lieu.',
  source: SOURCE,
  patterns: [
    ['!<inf> [la] <edge>', 'là'],
    [
      "suis|es|est|sommes|êtes|sont|étais|était|étaient|serai|sera|serons|seront [la] pour|depuis|lorsqu'|quand|demain|aujourd'hui|lundi|mardi|mercredi|jeudi|vendredi|et|aussi",
      'là',
    ],
    ["<edge> [la] n'|ne est|sont", 'là'],
    ["[la] n' est pas", 'là'],
    ["d' ici [la] <edge>", 'là'],
    ['<noun> [-la]', 'là'],
    ['par [la] <edge>', 'là'],
    ['[la] où <subject>|nous|vous|le|la|les', 'là'],
    ['celui|celle|ceux|celles [-la]', 'là'],
    ['[là] <fs-noun>', 'la'],
  ],
  unless(text, index) {
    const token = text.at(index)
    const before = text.at(index - 1)
    if (token.lower === 'là')
      return token.hyphen || before.finite !== 0 || before.noun !== 0 || before.type === 1 || text.at(index + 1).hyphen
    if (token.hyphen)
      return (
        before.imperative !== 0 ||
        before.finite !== 0 ||
        text.lower(index - 2) === '' ||
        (!/^(ce|cet|cette|ces)$/.test(text.lower(index - 2)) && !/^(celui|celle|ceux|celles)$/.test(before.lower))
      )
    // « la » quoted or listed: le, la, les
    return (
      /^[,«"“(/]/.test(text.at(index - 1).text) ||
      (text.at(index + 1).text === ',' && !/^(ici|suis|est|es|sont|sommes|par|jusque)$/.test(before.lower)) ||
      /^[/«“»"”)…]/.test(text.at(index + 1).text) ||
      text.at(index + 1).text === ':'
    )
  },
  wrong: ['Nos conseillers sont la pour vous aider.', 'La n’est pas la question.', 'D’ici la, patientez.'],
  right: ['Nos conseillers sont là pour vous aider.', 'Prenez-la.', 'D’ici là, patientez.', 'La livraison est là.'],
})

export const plutotPlusTot = patternRule({
  id: 'plutôt-plus-tôt',
  category: 'homophone',
  message: '« plus tôt » s’oppose à « plus tard » ; « plutôt » indique une préférence.',
  source: SOURCE,
  patterns: [
    ['au|le [plutôt] possible|<edge>', 'plus tôt'],
    ['heures|heure|jours|jour|ans|an|mois|semaine|semaines|minutes|années [plutôt]', 'plus tôt'],
    ['un peu|beaucoup|bien [plutôt] que prévu', 'plus tôt'],
    ['[plutôt] que prévu', 'plus tôt'],
    ["[plus tôt] que de|d'|<only-inf>", 'plutôt'],
    [
      'est|sont|suis|sommes|était|semble [plus tôt] bien|mal|bon|bonne|satisfait|satisfaite|rare|content|contente|positif|positive|rassurant',
      'plutôt',
    ],
    ['[plus tôt] que leur|lui|les|nous|vous <inf>', 'plutôt'],
    ['à [bien tôt]', 'bientôt'],
  ],
  wrong: [
    'Nous reviendrons vers vous au plutôt.',
    'Le colis est arrivé deux jours plutôt.',
    'Appelez-nous plus tôt que d’écrire.',
  ],
  right: [
    'Nous reviendrons vers vous au plus tôt.',
    'Il est arrivé plus tôt que prévu.',
    'C’est plutôt bien.',
    'Appelez plutôt que d’écrire.',
  ],
})

export const quandQuant = patternRule({
  id: 'quand-quant',
  category: 'homophone',
  message: '« quant à » (en ce qui concerne) ; « quand » (lorsque) ; « qu’en » (que + en).',
  source: SOURCE,
  patterns: [
    [
      "[quand] à l'|la|ce|cette|notre|votre|nos|vos|moi|nous|vous|lui|eux|elle|elles|son|sa|ses|leur|leurs|cela",
      'quant',
    ],
    ['[quand] aux <noun>', 'quant'],
    ["[quant] <subject>|le|la|les|l'|nous|vous|est|votre|mon|une|un|elle|elles|bien|même", 'quand'],
    ["<edge> [quand] est|était|sera -il de|du|des|d'|<edge>", 'qu’en'],
    ['<edge> [quand] penses|pensez|pense|dis|dites|dit|pensent -tu|-vous|-il|-elle|-t|-ils|-on <edge>', 'qu’en'],
    ['ce [quand] pense|pensent|dit|disent', 'qu’en'],
  ],
  unless: (text, index) =>
    /^(fin|suite|tombée|maison|longue)$/.test(text.lower(index + 3)) ||
    /^(jusqu'|de|depuis)$/.test(text.lower(index - 1)) ||
    (text.at(index).text !== 'quand' && text.at(index).text !== 'Quand' && text.lower(index) === 'quand'),
  wrong: [
    'Quand à votre demande, elle est traitée.',
    'Quand à nous, nous restons à l’écoute.',
    'Nous vous préviendrons quant le colis partira.',
  ],
  right: [
    'Quant à votre demande, elle est traitée.',
    'Quand le colis partira, vous serez prévenu.',
    'Qu’en pensez-vous ?',
    'Quand pensez-vous venir ?',
  ],
})

export const surSur = patternRule({
  id: 'sur-sûr',
  category: 'homophone',
  message: '« sûr » (certain) prend un accent circonflexe.',
  source: SOURCE,
  patterns: [
    ["suis|es|sommes|êtes|être|soyez|reste pas|bien|tout~ [sur] que|qu'|<edge>", 'sûr'],
    ["suis|es|sommes|êtes|être|soyez pas|bien|tout~ [sur] de|d' <inf>|<clitic>|moi|vous|lui|soi", 'sûr'],
    ["bien|pour|coup [sur] <edge>|que|qu'", 'sûr'],
    ['en suis|est|es|êtes|sommes [sur]', 'sûr'],
    [
      '!bien|est|es|suis|sommes|êtes|pas|plus|si|très|peu|pour|moins|aussi|assez [sûr] le|les|un|une|votre|notre|ce|cette|mon|ma|internet|place',
      'sur',
    ],
  ],
  unless: (text, index) =>
    text.lower(index) === 'sûr' &&
    (text.at(index - 1).type !== 0 || (text.at(index - 1).noun !== 0 && text.at(index - 1).finite === 0)),
  wrong: ['Nous sommes surs que… non, bien sur.', 'Soyez sur que nous agirons.', 'Je suis sur de moi.'],
  right: ['Bien sûr, nous agirons.', 'Je suis sûr de moi.', 'Je suis sur place.', 'Bien sûr le colis est suivi.'],
})

export const pretPres = patternRule({
  id: 'prêt-près',
  category: 'homophone',
  message: '« près de » (proche de) ; « prêt à » (disposé à).',
  source: 'Académie française, Dictionnaire, articles « près » et « prêt »',
  patterns: [
    [
      "<adv>|<only-verb>|<pp> [prêt|prêts] de|du|d'|des chez|<det>|<number>|<capital>|<noun>|lui|vous|nous|moi|<inf>",
      'près',
    ],
    ['à peu [prêt|prêts|pré|prés]', 'près'],
    ['à quelque chose [prêt|prêts|pré|prés]', 'près'],
    ["très|trop|si|aussi|assez|tout|plus [prêt|prêts] du|des|d'|de", 'près'],
    ['très|si|<verb> de [prêt|prêts] <edge>|ou', 'près'],
    ['approche|approcher|approché|approchés|approchent très|trop|plus~ [prêt|prêts]', 'près'],
    ['suis|es|est|sommes|êtes|sont|tout|toute|fin [près] à <clitic>~ <inf>', 'prêt'],
    ["[au près] de|du|d'|des", 'auprès'],
  ],
  unless: (text, index) =>
    (text.at(index - 1).determiner !== 0 && text.lower(index - 1) !== 'tout') ||
    // offre de prêt, types de prêts
    (/^(de|d')$/.test(text.lower(index - 1)) && text.at(index - 2).noun !== 0),
  wrong: [
    'Notre agence est située prêt de chez vous.',
    'Nous suivons votre dossier de très prêt et regardons de prêt.',
    'Il y a à peu prêt dix articles.',
    'Nous sommes près à vous aider.',
  ],
  right: [
    'Notre agence est près de chez vous.',
    'Nous sommes prêts à vous aider.',
    'Un prêt de dix euros.',
    'À peu près dix articles.',
  ],
})

export const desDes = patternRule({
  id: 'dès-des',
  category: 'homophone',
  message: '« dès » (à partir de) prend un accent grave.',
  source: SOURCE,
  patterns: [
    [
      "<edge>|et|mais|car|vous|nous|<pp>|<inf>|<only-verb> [des|dés] que|qu' <subject>|nous|vous|<det>|possible|elle|elles|cela",
      'dès',
    ],
    ["[des] que|qu' <subject>|nous|vous|le|la|les|l'|votre|notre|possible|elle", 'dès'],
    ["[des|dés] lors|maintenant|aujourd'hui|demain|réception", 'dès'],
    ["<edge>|et|mais|car [des|dés] le|la|les|l'|votre|notre|cette|ce", 'dès'],
    ["disponible|livrable|ouvert|possible|valable [des] le|la|l'|lundi|demain|<number>", 'dès'],
    ['les|aux|ses|mes|leurs|tes|des|deux [dès] <edge>', 'dés'],
    ['[dé] lors|que', 'dès'],
  ],
  wrong: [
    'Nous vous préviendrons des que possible.',
    'Des réception du colis, nous vous rembourserons.',
    'Des le lendemain, vous serez livré.',
  ],
  right: ['Dès réception, nous vous rembourserons.', 'Des clients attendent.', 'Dès que possible.', 'Jouer aux dés.'],
})

export const sansSEn = patternRule({
  id: 'sans-s-en',
  category: 'homophone',
  message: '« s’en » devant un verbe conjugué ; « sans » est une préposition.',
  source: SOURCE,
  patterns: [
    ['il|elle|on|ils|elles|qui [sans] <only-verb>|est|va|sont|allait', 's’en'],
    ['à quoi|quoi [sans] <only-inf>', 's’en'],
    ['[dans] <only-inf>', 'd’en'],
    ["[d' en] le|la|les|un|une|cette|ce|mon|notre|votre", 'dans'],
    ["[s' en] <det> <noun>", 'sans'],
  ],
  unless: (text, index) =>
    text.at(index).hyphen ||
    text.at(index - 1).hyphen ||
    (/^(l'|le|la|les)$/.test(text.lower(index + 2)) && text.lower(index) === "s'"),
  wrong: ['Il sans occupe dès demain.', 'Le client vient dans commander un autre.', 'Elle sans souvient.'],
  right: ['Il s’en occupe.', 'Il agit sans tarder.', 'Dans un mois, il s’en ira.'],
})

export const tantTemps = patternRule({
  id: 'tant-temps',
  category: 'homophone',
  message: '« temps » (durée) et « tant » (tellement, en tant que) se confondent à l’oreille.',
  source: SOURCE,
  patterns: [
    ['[temps] pis|mieux', 'tant'],
    ['en [temps] que <word>', 'tant'],
    ['en même|tout le|peu de|beaucoup de|combien de|de [tant|tan|tans] <edge>|que|en', 'temps'],
    ['le|un|les|ce|du|mon|votre [tan|tans]', 'temps'],
    ["les|un|mon|son|votre|notre [tant] <edge>|de|d'|ont|a|change|changent", 'temps'],
    ['quelque|longtemps?|certain [tant]', 'temps'],
    ['depuis|il y a quelque [temp|tant]', 'temps'],
    ['si [temps] est que', 'tant'],
  ],
  unless: (text, index) =>
    text.lower(index) === 'tant' &&
    /^(en|de)$/.test(text.lower(index - 1)) &&
    text.lower(index + 1) === 'que' &&
    text.lower(index - 2) !== 'même',
  wrong: [
    'Temps pis pour le retard.',
    'En temps que client, vous êtes prioritaire.',
    'Il nous faut un tant de réflexion.',
  ],
  right: [
    'Tant pis.',
    'En tant que client, vous êtes prioritaire.',
    'En même temps que votre colis.',
    'Tant de clients attendent.',
  ],
})

export const voireVoir = patternRule({
  id: 'voir-voire',
  category: 'homophone',
  message: '« voire » (et même) est un adverbe ; « voir » est le verbe.',
  source: 'Académie française, Dictionnaire, article « voire »',
  patterns: [
    ['à|de|pour|peut|va|vais|faut|faire|veux|veut|pouvez|allons|aller|venir|revoir|laisser|sans [voire]', 'voir'],
    ['[voir] même', 'voire'],
    ['jours|semaines|mois|heures [voir] plus|davantage|<number>|semaines|mois', 'voire'],
    ['cher|difficile|impossible|long|rare|inutile [voir] <adj>', 'voire'],
  ],
  // venez nous voir même le dimanche, pour voir même de loin: the verb, called for by what stands before it.
  unless: (text, index) => {
    const before = text.at(index - 1)
    return (
      text.lower(index) === 'voir' &&
      text.lower(index + 1) === 'même' &&
      ((before.kind & (CLITIC | PREPOSITION | INFINITIVE)) !== 0 || before.finite !== 0)
    )
  },
  wrong: ['Nous allons voire ce que nous pouvons faire.', 'Il faut compter dix jours, voir même plus.'],
  right: ['Nous allons voir.', 'C’est long, voire impossible.', 'Venez nous voir même le dimanche.'],
})

export const mesMais = patternRule({
  id: 'mes-mais',
  category: 'homophone',
  message: '« mais » est une conjonction ; « mes » précède un nom.',
  source: SOURCE,
  patterns: [
    ["[mes] je|j'|tu|il|elle|on|nous|vous|ils|elles|c'|ce|si|pas|non|surtout|où|quand|que|qu'|cela", 'mais'],
    ['non|seulement [mes] aussi|également', 'mais'],
    ["[m' est] je|j'|il|nous|vous|ce", 'mais'],
  ],
  wrong: ['Je comprends, mes je ne peux pas annuler.', 'Désolés, mes nous sommes fermés.'],
  right: ['Je comprends, mais je ne peux pas.', 'Mes collègues vous répondront.'],
})

export const HOMOPHONE_ADVERB_RULES = [
  ouOu,
  laLa,
  plutotPlusTot,
  quandQuant,
  surSur,
  pretPres,
  desDes,
  sansSEn,
  tantTemps,
  voireVoir,
  mesMais,
]
