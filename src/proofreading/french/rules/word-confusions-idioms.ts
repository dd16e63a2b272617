/** More homophones told apart by their neighbours: air/aire/ère, champ/chant, palier/pallier, pâte/patte, poing/point, puits/puis… */
import { patternRule } from '../pattern.js'

const SOURCE = 'Dictionnaire de l’Académie française, à l’article du mot attendu ; homonymes'

export const idiomNouns = patternRule({
  id: 'homophone-in-idiom',
  category: 'homophone',
  message: 'Un homophone est attendu ici.',
  source: SOURCE,
  patterns: [
    ['<v:être>|très|vraiment|complètement|totalement|devenu|devenue [accroc|accrocs] à|au|aux', 'accro|accros'],
    ['du|au|le|un|premier|deuxième|dernier|de [pallier|palliers]', 'palier'],
    ['[pallier] de suivant|décompression|sécurité', 'palier'],
    ["[air|ère] d'|de autoroute|accueil|jeux?|repos|stationnement|lavage|livraison", 'aire'],
    ["<v:avoir> tout~ l' [ère|aire]", 'air'],
    ["l' [air|aire] glaciaire|industrielle|numérique|chrétienne|tertiaire", 'ère'],
    ["à l' [amande] <edge>|de|pour", 'amende'],
    ['[an] désaccord|cas|effet|outre|fait|plus|train|général|tant', 'en'],
    ['du|des|les|dans|le|ses|aux [anales]', 'annales'],
    ['son|un|votre|notre|leur|mon [axé] à|au|aux|<edge>|est', 'accès'],
    ['mis|mise|mettre|rupture|mises au|de [banc]', 'ban'],
    ['[cane|canes] à|de sucre|pêche|marche|défense|combat', 'canne'],
    ['[chant|chants] libre|visuel|magnétique|lexical', 'champ'],
    ["[chant|chants] de|d' bataille|vision|action|application|compétences?|recherche|courses?|tir", 'champ'],
    ['le|du|aucun|pas [choie|choit|choient]', 'choix'],
    ['à [cor|cors] perdu', 'corps'],
    ['[cor] humain|entier|médical|enseignant|électoral|étranger', 'corps'],
    ['[cor|cors] du|de christ|métier|garde|texte|ballet', 'corps'],
    ['a|ai|avoir|as|ont|avait la [côte] <edge>|auprès|avec', 'cote'],
    ['tourner|tourne|tourné|couper|coupé [cours|cour]', 'court'],
    ['[flan] droit|gauche|est|ouest|nord|sud', 'flanc'],
    ['au|à|sur le|son|leur [flan] de', 'flanc'],
    ['[flanc] caramel|pâtissier|coco', 'flan'],
    ['[fonds|fond] baptismaux', 'fonts'],
    [
      'une|des|de|encore [fosse|fosses] alerte|alertes|excuse|excuses|route|idée|piste|pistes|joie|note|couche',
      'fausse',
    ],
    ['la [fausse] aux|commune|septique|océanique', 'fosse'],
    ['la [fausse] <edge>', 'fosse'],
    ['jouer|joue|joué|parcours|club|terrain|balle|joueur|partie au|de [golfe]', 'golf'],
    ['guerre|pays|états|monarchies du [golf]', 'golfe'],
    ['à votre|son|leur|mon|notre|ton [grès]', 'gré'],
    ["<number>|une|demi|d'|quelques [heur|heurs|heurts?]", 'heure|heures'],
    ['[huit] clos', 'huis'],
    ['les|des|de|nos|ces|aux|deux [jeûnes] <noun>', 'jeunes'],
    ['<v:avoir> vraiment|tellement|trop|plus|bien [mare|mares]', 'marre'],
    ['<v:avoir>|été|avoir|ayant [mi|mie] à|en|au|de|tout|le|la|fin|les|un|une', 'mis'],
    ['faire|fait|ferait|font|un|le|ce [parie] <adj>|si|que|de|<edge>|sur', 'pari'],
    ["[patte|pattes] d'|à|de amandes?|modeler|tartiner|crêpes?|pizza|fruits?|sel", 'pâte'],
    ['[patte|pattes] fraîches?|feuilletée|brisée|sablée|carbonara|bolognaise', 'pâte'],
    ['coup de [pâte]', 'patte'],
    ['sur|à quatre|les|ses [pâtes] <edge>', 'pattes'],
    ['[pense|penser|pensé|pensez|pensons] les|ses|nos|leurs|vos plaies?|blessures?|blessés?', 'panser'],
    ['coup|coups de [point|points] <edge>|dans|au|sur|à|et', 'poing'],
    ['du [point] sur la table', 'poing'],
    ['les [poings] sur les i', 'points'],
    ['à [poing] nommé', 'point'],
    ['depuis|à [prêt|prêts] de <number>|dix|deux|trois|quinze|vingt', 'près'],
    ['un|le|ce|du|au|des|les [puis]', 'puits'],
    ['[puis] de pétrole|potentiel|carbone|lumière|mine', 'puits'],
    ['bâtons?|bâton dans les [roux]', 'roues'],
    ['apposé|apposer|sous le [seau] de|du|royal|officiel', 'sceau'],
    ['en son|leur|notre [saint|sain]', 'sein'],
    [
      '<fs-noun>|<ms-noun> [soutien|entretien|maintien] le|la|les|notre|votre|son|sa|ses',
      'soutient|entretient|maintient',
    ],
    ['trop|plus|très|bien [tare|tares|tar]', 'tard'],
    ['en [tant] et en|heure', 'temps'],
    ['en [tan] que', 'tant'],
    ['[van|vend|vends] en poupe', 'vent'],
    ['coup|coups de [van|vend|vends]', 'vent'],
    ['!<det> [ver] <det>|<pron>|<number>|moi|eux|chez', 'vers'],
    ['[vert|verre|vers] de terre', 'ver'],
    ['sauver|sauvé|risquer|perdre des|nos|leurs|la|sa [vis]', 'vie'],
    ['ouvrir|ouvre|ouvert|ouvrent|tracer la [voix]', 'voie'],
    ['<adj>|<pp> <edge> [voir] <adj>|<pp>|même', 'voire'],
    ['[la] où elle|elles|on|ça|cela', 'là'],
    ['qui|ce qui lui|nous|me|te|leur|vous [étai]', 'était'],
    ['son|leur|votre|notre|mon [du] <edge>', 'dû'],
    ['des [dès]', 'dés'],
    ['[ceux] seraient|furent <det>', 'ce'],
    ['ça|cela [ce] <only-verb>', 'se'],
    ["<edge> [ses] que|qu'", 'c’est'],
    ["<edge> [qu' elles] <adj> <fp-noun>", 'quelles'],
    ['penser|penses|croire|crois|croit|espère|espérons|pensons [quelle|quelles] <v:être>|<v:avoir>', 'qu’elle'],
    ['<noun> [peu] aller|venir|voir|faire|être|avoir|dire', 'peut'],
    ['<v:avoir> <pp> [est] <only-pp>', 'et'],
    ['ils|elles [on]', 'ont'],
    ["y|n' [on] <pp>|jamais|pas", 'ont'],
    ["elle|il|ça [à] l' air", 'a'],
    ['[quand] à mon|ma|mes', 'quant'],
    ["<noun> [à] besoin|droit|envie|peur à|de|d'|au|aux", 'a'],
    ['ai|as|a|avons|avez|ont|avait|avoir|aurait|auraient bien|déjà|tout~ [fais]', 'fait'],
    ['ai|as|a|avons|avez|ont|avait|avaient|avoir|aurait|auraient|aura|auront [étés]', 'été'],
    ['<edge> [peut être] <verb> -vous|-nous|-il|-elle|-on|-ils|-elles|-je|-tu', 'peut-être'],
    ["<edge> [peut être] que|qu'", 'peut-être'],
    ['avec|sans [impatiente|patiente|confidente]', 'impatience|patience'],
    ['votre|notre|un|mon|le|ce [conseillé] <clitic>|<verb>|clientèle|commercial', 'conseiller'],
    ["<edge> [c' est] <ms-noun> <v:être>|<v:avoir>", 'ce|cet'],
    ['qui [à] de quoi', 'a'],
    ['<fs-noun>|<ms-noun> [à] besoin|droit|envie|peur|accès <prep>|<edge>|aux|au|des', 'a'],
    ['[tan|tans] mieux|pis', 'tant'],
    ['en [tore|tord|tords] <edge>', 'tort'],
    ["elle|elles|il|ils|on|qui [c'] !<v:être> <only-verb>", 's’'],
    ['[était-se|serait-se|est-se|fut-se|sera-se|étai-ce]', 'était-ce|serait-ce|est-ce'],
    ['[se] à qui|quoi', 'ce'],
    ['<edge> [ou] <v:aller>|<v:être>|<v:habiter>|<v:trouver> -nous|-vous|-tu|-il|-elle|-ils|-elles|-on|-je', 'où'],
    ["<edge> [désoler] pour|de|du|d'|mais|<edge>", 'désolé'],
    ['<edge> [ta] quel|quelle', 't’as'],
    ['fait [a] cause', 'à'],
    ["mal [a] personne|quelqu'un", 'à'],
    ['mal en [pire]', 'pis'],
    ['de mal en [pie|pi]', 'pis'],
    ['[à travers] de|du|des', 'à travers|au travers'],
    ["[cœur|cœurs] d' antique|opéra", 'chœur'],
    ['[éminent|éminente] danger|départ|péril', 'imminent'],
    ['danger|départ|péril|accouchement|arrivée|fin [éminent|éminente]', 'imminent|imminente'],
    ['[compagne|compagnes] de communication|publicité|presse|promotion|promotionnelle|recrutement', 'campagne'],
    ["faire|faites|fait|porter|prêter|attirer [intention|l'intention] à", 'attention'],
    ['à ces|leurs [dépends|dépend]', 'dépens'],
  ],
  unless(text, index) {
    const token = text.lower(index)
    const before = text.at(index - 1)
    if (text.at(index).hyphen) return true
    if (token === 'puis' && text.at(index + 1).hyphen) return true
    if (token === 'puis') return before.type !== 0 || (before.lower === 'les' && text.at(index + 1).finite !== 0)
    if (token === 'mi' || token === 'mie') return text.at(index + 1).hyphen
    if (token === 'on') return before.hyphen || text.at(index + 1).hyphen
    if (token === 'pire') return text.lower(index - 2) !== 'mal'
    if (token === 'fausse')
      return before.lower === 'la' && text.at(index + 1).type !== 0 && text.lower(index + 1) === ''
    if (token === 'pense' || token === 'penser' || token === 'pensons') return false
    return false
  },
  wrong: [
    'Nous laissons le chant libre à nos équipes.',
    'Le livreur a mi à jour le suivi.',
    'Revenez ver moi lundi.',
    'La compagne de publicité commence.',
  ],
  right: [
    'Le champ est libre.',
    'Il a mis à jour le suivi.',
    'Revenez vers moi lundi.',
    'Puis nous partirons.',
    'Le chant des oiseaux.',
  ],
})

const FER: readonly (readonly [string, string])[] = [
  ['ferrai', 'ferai'],
  ['ferras', 'feras'],
  ['ferra', 'fera'],
  ['ferrons', 'ferons'],
  ['ferrez', 'ferez'],
  ['ferront', 'feront'],
  ['ferrais', 'ferais'],
  ['ferrait', 'ferait'],
  ['ferrions', 'ferions'],
  ['ferriez', 'feriez'],
  ['ferraient', 'feraient'],
]
const SER: readonly (readonly [string, string])[] = [
  ['serrai', 'serai'],
  ['serras', 'seras'],
  ['serra', 'sera'],
  ['serrons', 'serons'],
  ['serrez', 'serez'],
  ['serrais', 'serais'],
  ['serrait', 'serait'],
  ['serrions', 'serions'],
  ['serriez', 'seriez'],
  ['serraient', 'seraient'],
]

export const doubledR = patternRule({
  id: 'future-doubled-r',
  category: 'conjugation',
  message: 'Le futur et le conditionnel de faire et d’être ne prennent qu’un r.',
  source: 'Grevisse & Goosse, Le Bon Usage, § 850 : futur de faire et d’être',
  patterns: [
    ...FER.map(([wrong, right]): [string, string] => [`[${wrong}] !chevaux|cheval`, right]),
    ...SER.map(([wrong, right]): [string, string] => [
      `[${wrong}] <pp>|<adj>|très|bien|en|à|là|pas|toujours|plus`,
      right,
    ]),
  ],
  unless: (text, index) =>
    /^ferr/.test(text.lower(index)) &&
    text.at(index + 1).determiner !== 0 &&
    /^(cheval|chevaux|jument)$/.test(text.lower(index + 2)),
  wrong: ['Nous ferrons le nécessaire.', 'Nous serrons ravis de vous aider.'],
  right: ['Nous ferons le nécessaire.', 'Le maréchal ferra le cheval.', 'Nous serrons la vis.'],
})

export const CONFUSED_IDIOM_RULES = [idiomNouns, doubledR]
