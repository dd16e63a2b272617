/** Words whose number is fixed in a phrase: entre autres, chiffre d’affaires, mille, et demi, lundis matin. */
import { patternRule } from '../pattern.js'

const SOURCE =
  'Dictionnaire de l’Académie française ; Grevisse & Goosse, Le Bon Usage, § 596 : nombre dans les locutions'

export const fixedNumber = patternRule({
  id: 'fixed-number',
  category: 'agreement',
  message: 'Dans cette locution, le nombre est fixe.',
  source: SOURCE,
  patterns: [
    ['entre [autre] <edge>|<det>|<prep>|choses', 'autres'],
    ["avec|a|ai|ont|avons|avez|reste|avait [pleins] de|d'", 'plein'],
    ['perdre|perdu|perd|perdent [pieds]', 'pied'],
    ['[tours] à tours', 'tour'],
    ['lundis|mardis|mercredis|jeudis|vendredis|samedis|dimanches [soirs|matins|midis]', 'soir|matin|midi'],
    ['fois pour [toute] <edge>', 'toutes'],
    ['et [demis]', 'demi'],
    ['plus|moins|près de [milles] <noun>', 'mille'],
    ['<number> [milles] <only-noun>', 'mille'],
    ['[vingts] <noun>', 'vingt'],
    ["chiffre d' [affaire]", 'affaires'],
    ["chiffres d' [affaire]", 'affaires'],
    ['concours de [circonstance]', 'circonstances'],
    ['trousseau|trousseaux de [clé|clef]', 'clés'],
    ['très|assez|trop|si|fort [biens]', 'bien'],
    ['bonne [vacance]', 'vacances'],
    ["frère|frères|compagnon|compagnons d' [arme]", 'armes'],
    ['autant que [possibles]', 'possible'],
    ['le|la plus [possibles]', 'possible'],
    ['<adv> que [prévue|prévues|prévus|convenue|annoncée|annoncés]', 'prévu'],
    [
      'comme [prévue|prévus|prévues|convenue|convenus|convenues|annoncés|annoncée|annoncées|indiquée|indiqués|demandée|demandés|promise] <edge>|,',
      'prévu|convenu',
    ],
    [
      'faire|faites|fait|faisons [attentions|confiances|plaisirs|parties|références]',
      'attention|confiance|plaisir|partie|référence',
    ],
    [
      "avoir|avons|avez|ont|ai|a|as|avait|aurez|auriez [besoins|droits|hâtes|envies] de|à|d'|au|aux",
      'besoin|droit|hâte|envie',
    ],
    ['sans [doutes|délais|retards] <edge>', 'doute|délai|retard'],
    ['avec [plaisirs]', 'plaisir'],
    ['viendront|ensemble|travaillons|travaillent|viennent|sont|tous|toutes|mis|livrés|envoyés [ensembles]', 'ensemble'],
    ['mort|vivant|debout [debouts]', 'debout'],
    ["se|s'|me|m' <v:être> [faite|faits|faites] <inf>", 'fait'],
    ['<v:partir>|<v:aller> en [vacance] <edge>', 'vacances'],
    ['<v:être> -ils|-elles|-elle|-nous|-vous [rendus|rendue|rendues] compte', 'rendu'],
    ['<v:être> [rendus|rendue|rendues] compte', 'rendu'],
    ['<det> [demie] heure|journée|douzaine|finale|tour', 'demi'],
  ],
  unless: (text, index) => text.lower(index) === 'pleins' && text.at(index - 1).noun !== 0,
  wrong: [
    'Notre chiffre d’affaire progresse.',
    'Nous sommes ouverts les lundis matins.',
    'Entre autre, nous vendons des lampes.',
    'Il y a pleins de choix.',
  ],
  right: [
    'Notre chiffre d’affaires progresse.',
    'Les lundis matin.',
    'Des cartons pleins de livres.',
    'Trois heures et demie.',
  ],
})

export const FIXED_NUMBER_RULES = [fixedNumber]
