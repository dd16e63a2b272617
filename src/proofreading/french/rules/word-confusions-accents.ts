/** Words that an accent tells apart, and rare words that are nearly always a common one without its accent. */
import { patternRule } from '../pattern.js'

const SOURCE =
  'Dictionnaire de l’Académie française ; Grevisse & Goosse, Le Bon Usage, § 104 : l’accent distingue des homonymes'

export const accentedWords = patternRule({
  id: 'missing-accent',
  category: 'homophone',
  message: 'Il manque un accent : ce mot en désigne un autre.',
  source: SOURCE,
  patterns: [
    ['[age]', 'âge'],
    ['[ages]', 'âges'],
    ["!<det> [forcement] !d'|de <word>", 'forcément'],
    ['!<det> [évidement] <word>', 'évidemment'],
    ["!de|d'|le|un [isolement] <edge>", 'isolément'],
    ['[sacrement] <inf>|<adj>|<adv>', 'sacrément'],
    ['[lès] <noun>|<adj>', 'les'],
    ['<v:être>|très|teint|visage|trop|plus|porter [pale|pales]', 'pâle'],
    ['<v:être>|<v:sembler>|très|trop|plus|plutôt|assez [jeûne]', 'jeune'],
    ['<v:être>|<v:sembler>|très|trop|plus|plutôt|assez|de [jeûnes]', 'jeunes'],
    ['<det> [jeûne] <only-noun>', 'jeune'],
    ['<det> [jeûnes] <only-noun>', 'jeunes'],
    ['<v:être>|<v:sembler>|assez|très|pas|plus|trop [mur|murs] <edge>|pour', 'mûr'],
    ['fruit|fruits|âge|projet [mur]', 'mûr'],
    ['de|<v:être> [mure|mures] délibérations?|réflexion|réflexions', 'mûres'],
    ['échec et [mât]', 'mat'],
    ['grand [mat]', 'mât'],
    ['[tète] <word>', 'tête'],
    ["[cote|cotes|cotte|cottes|côté] de|d' bœuf|porc|veau|agneau|azur", 'côte'],
    ["à [cote|côte] de|du|d'|des", 'côté'],
    ["d' un|autre [cote|côte]", 'côté'],
    ["de l' autre [cote|côte]", 'côté'],
    ['[pécheur|pécheurs] de|à poissons?|truites?|ligne|homards?', 'pêcheur'],
    ['bateau|barque|filet|canne des|de|du [pécheur|pécheurs]', 'pêcheurs'],
    ['[foret] vierge|tropicale|domaniale|noire|amazonienne|de sapins?|pins?|chênes?', 'forêt'],
    ["[pole] nord|sud|emploi|d'", 'pôle'],
  ],
  unless: (text, index) =>
    (text.lower(index) === 'tète' && (text.at(index - 1).kind & 32) !== 0) ||
    (text.lower(index) === 'isolement' && text.at(index - 1).determiner !== 0) ||
    (/^(mur|murs)$/.test(text.lower(index)) && text.at(index - 1).noun !== 0),
  wrong: ['Quel est votre age ?', 'Ce n’est pas forcement un défaut.', 'Le magasin est à coté… à cote de la gare.'],
  right: [
    'Quel est votre âge ?',
    'La cote de popularité monte.',
    'Ce n’est pas forcément un défaut.',
    'Vu d’un mur à l’autre.',
  ],
})

export const tacheTache = patternRule({
  id: 'tâche-tache',
  category: 'homophone',
  message: '« tâche » (travail) prend un accent ; « tache » (salissure) n’en a pas.',
  source: SOURCE,
  patterns: [
    ["[tache] de|d' !naissance|graisse|sang|café|vin|encre|huile|rouille|couleur|peinture <inf>", 'tâche'],
    ["[tachez|tachons] de|d'|que", 'tâchez'],
    [
      '[tache|taches] quotidienne|quotidiennes|ménagère|ménagères|administrative|administratives|ardue|difficile|difficiles|répétitives?|prioritaires?|complexe|complexes',
      'tâche',
    ],
    ['ma|sa|notre|votre|leur [tache] est|consiste', 'tâche'],
    ['accomplir|facilite|faciliter|accompli|attelle|atteler la|ma|sa|cette|leur|à la [tache]', 'tâche'],
    ["[tâche|tâches] d'|de huile|encre|naissance|graisse|sang|café|vin|rousseur|rouille|gras|peinture", 'tache'],
    ['nettoyer|nettoie|nettoyez|enlever|laver|retirer|effacer cette|la|les|ces|une [tâche|tâches]', 'tache'],
    ['[tâche|tâches] vraiment~ indélébile|indélébiles|solaire|solaires|sombre|sombres', 'tache'],
    ['à la [tache]', 'tâche'],
    ['faire|fait|fera|font [tâche]', 'tache'],
  ],
  unless: (text, index) =>
    text.lower(index) === 'tache' && text.lower(index + 1) === 'de' && text.at(index - 1).determiner !== 0,
  wrong: ['Tachez de nous répondre.', 'Une tâche de café sur le colis.', 'Notre tache est de vous aider.'],
  right: ['Tâchez de nous répondre.', 'Une tache de café.', 'Notre tâche est de vous aider.'],
})

export const gouteGoutte = patternRule({
  id: 'goutte-goûte',
  category: 'homophone',
  message: '« goutte » (de liquide) et « goûte » (de goûter) se confondent à l’oreille.',
  source: SOURCE,
  patterns: [
    ["<det> [goûte|goûtes] de|d'|<edge>|froide|froides", 'goutte'],
    ['<edge> [goutte|gouttes|gouttez] ces|ce|cette|le|la|les|à', 'goûte'],
    ["me|nous|vous|le|la|se|te|l'|m' [dégoutte|dégouttait|dégouttent]", 'dégoûte'],
    ['entre les [goûtes]', 'gouttes'],
  ],
  wrong: ['Une goûte d’eau est entrée dans l’appareil.', 'Goutte ce chocolat !'],
  right: ['Une goutte d’eau.', 'Goûte ce chocolat !'],
})

export const CONFUSED_ACCENT_RULES = [accentedWords, tacheTache, gouteGoutte]
