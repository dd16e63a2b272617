/** Set phrases in which one word is often replaced by its homophone (bon gré mal gré, tout à fait, en fait, sein, fonds…). */
import { patternRule } from '../pattern.js'

const SOURCE = 'Dictionnaire de l’Académie française, à l’article du mot attendu'

export const phraseWords = patternRule({
  id: 'set-phrase-word',
  category: 'homophone',
  message: 'Dans cette locution, un autre mot est attendu.',
  source: SOURCE,
  patterns: [
    ['en|de ce [faite] <edge>|<word>', 'fait'],
    ['en [faite]', 'fait'],
    ['tout à [faite|fais|faits]', 'fait'],
    ["[entrain] de|d' <inf>|<clitic>", 'en train'],
    ["plein|avec|beaucoup d'|quel|de~ [en train] <edge>", 'entrain'],
    ['bon|mal|plein|bonne|contre [grès|grés] <edge>|mal|à|de|ou', 'gré'],
    ['de [grès] ou', 'gré'],
    ['sais|sait|savons|saurais|saurions|saurait|saurons|savoir|sauriez [grès|grée|grés]', 'gré'],
    ["au [sain|saint|seing] de|du|d'|des|même", 'sein'],
    ['<det>|au|leur|son|mon|votre|notre [fond] de commerce|roulement|caisse|placement|garantie|pension', 'fonds'],
    ['collecte|levée|appel|appels|virement|mise|transfert|bailleur|manque de|à [fond]', 'fonds'],
    [
      "au [fonds] de|du|d' !garantie|commerce|roulement|placement|solidarité|indemnisation|compensation|inclusion|soutien|financement|prévoyance|pension|réserve|dotation|développement|insertion|modernisation|aide|action|investissement|capital",
      'fond',
    ],
    ['à [fonds] <edge>', 'fond'],
    ['au fin [fonds]', 'fond'],
    ['dans le [fonds] <edge>', 'fond'],
    ['en [fonds] partie?', 'font'],
    ['point|points de [repaire|repaires] !de', 'repère'],
    ['[repaire|repaires] visuels?|chronologiques?', 'repère'],
    ['par [chœur]', 'cœur'],
    ['enfant|enfants de [cœur]', 'chœur'],
    ['de bon|tout|grand [chœur]', 'cœur'],
    ['en [chère|chaire] et en os', 'chair'],
    ['la [chaire|chère] de poule', 'chair'],
    ['bonne [chair|chaire] <edge>', 'chère'],
    ['fosse|fosses|choc [sceptique|sceptiques]', 'septique'],
    ['suis|est|êtes|reste|restons|très|plutôt|assez|sont [septique|septiques]', 'sceptique'],
    ["pâte|poudre|lait|huile d' [amende|amendes]", 'amande'],
    ['payer|payé|infliger|recevoir|reçu|une [amande] de|salée', 'amende'],
    ['[amande] honorable', 'amende'],
    ['en [but] à', 'butte'],
    ['à [tord|tords|tore|torts]', 'tort'],
    ['avoir|ai|as|a|avez|ont|avons|aviez|aurait [tord|tords|tore]', 'tort'],
    ['faire|fait|fais [tord|torr|tore]', 'tort'],
    ['[statut] quo', 'statu'],
    ['[soit|soie] disant', 'soi'],
    ['chez|entre|hors|confiance|estime|maîtrise de|en~ [soit|soie] <edge>', 'soi'],
    ['en|de [soit] <edge>|même|-même', 'soi'],
    ['va|aller|vont|allait de [soit|soie]', 'soi'],
    ['quel|quelle|quels|quelles que [soi|sois]', 'soit'],
    ["ce|il|qu'il|que ce [soi]", 'soit'],
    ['[plus part|plus par]', 'plupart'],
    ['en [vin|vingt] <edge>', 'vain'],
    ['par [acquis] de conscience', 'acquit'],
    ['par simple~ [acquis] de conscience', 'acquit'],
    ['de [plein pied]', 'plain-pied'],
    ['au [dépend|dépends|dépend] de|des', 'dépens'],
    ['point|points de [vu]', 'vue'],
    ["en [vu] de|d'|du|des", 'vue'],
    ["<edge> [vue|vus|vues] que|qu'|le|la|les|l'|notre|votre", 'vu'],
    ['à première [vu]', 'vue'],
    ['perte de [vu]', 'vue'],
    [
      "[vert|verre|ver] la|le|les|l' fin|rue|gare|client|droite|gauche|nord|sud|est|ouest|midi|extérieur|avenir|haut|bas",
      'vers',
    ],
    [
      'revenir|reviens|revenons|reviendrons|reviendrai|reviendra|tourner|tournez|tourne|venir|vient|viens|retournez|diriger [ver|vert|verre|vair]',
      'vers',
    ],
    ['sous <det> bons~ [hospices]', 'auspices'],
    ['sous les|vos|nos|de [hospices]', 'auspices'],
    ["baptême de l' [aire|ère]", 'air'],
    ["à l' [aire|ère] libre", 'air'],
    ["[datte|dattes] de|d'|limite|prévue|du|anniversaire", 'date'],
    ['en|dernière|première|quelle|cette [datte] <edge>|du|de|est', 'date'],
    ['[grasse|grâces] à <det>|vous|nous|lui|cela', 'grâce'],
    ['un|le|ce|notre|votre|leur [différent] entre|avec|qui|nous|persiste|oppose', 'différend'],
    ['leurs|nos|vos|ces|ses [différents] <edge>', 'différends'],
    ['[résonner|résonne|résonnez] <det> client|clients|logiquement', 'raisonner'],
    ['au [file] de|du|des', 'fil'],
    ['[rat|ras|rad|rats] de marée|marées|marrée|marrées', 'raz'],
    ['en|y <v:avoir> [mare|mares|marres|marrent]', 'marre'],
    ['ai|as|a|avons|avez|ont en~ [mare|mares]', 'marre'],
    ["en [terme] de|d'", 'termes'],
    ['en bon|bons [terme]', 'termes'],
    ["quatre|<number> [car|cars] d' heure", 'quarts'],
    ['peau|revêtement|canapé|ceinture|blouson|sac en|de [cuire]', 'cuir'],
    ['[cuir] à|au feu|four|vapeur', 'cuire'],
    ['en [plaine] forme|nuit|journée|mer|face|conscience|possession|été|hiver|expansion', 'pleine'],
    ['frais de [pore|porc|ports|pores|porcs]', 'port'],
    ['[porc|pore] payé|gratuit|offert|dû', 'port'],
    ['[ballade] en|à|dans mer|montagne|forêt|vélo|cheval|pied|bateau', 'balade'],
    ['mener|mène|mené une [vis]', 'vie'],
    ['signe|signes|train|mode|durée|espérance de [vis|vit]', 'vie'],
    ['pignon sur [rus]', 'rue'],
    ["[hors|or] d' œuvre", 'hors'],
    ['[or] de question|portée|danger|prix|vue|propos|contrôle|lui|elle|nous|moi|soi', 'hors'],
    ['[or] taxe|taxes|sujet|norme|service|saison|série|délai|délais|ligne', 'hors'],
    ['hommes?|femmes?|gens [or] du', 'hors'],
    ['faire|ferait|fait|font [pose] café?', 'pause'],
    ['faire|prendre|fait|une|la [pose] café|déjeuner|repas|cigarette|estivale', 'pause'],
    ['la|de|en|une|cette [guère]', 'guerre'],
    ["ne|n' <verb> plus~ [guerre] <prep>|<det>|<pp>|<edge>|plus|facile|de|d'", 'guère'],
    ["ne [guerre] <inf>|s'|se", 'guère'],
    ['[don] <subject>|nous|vous|<det>', 'dont'],
    ['[fausse] à|septique|commune', 'fosse'],
    ['une|la [fosse] déclaration|note|route|adresse|information|nouvelle|facture|manœuvre|identité', 'fausse'],
    ['il|on|nous|vous [fau|faux|fauts]', 'faut'],
  ],
  unless(text, index) {
    const token = text.lower(index)
    const before = text.lower(index - 1)
    if (token === 'soit' && before === 'en' && text.lower(index - 2) === 'il') return true
    if (
      token === 'soit' &&
      /^(en|de)$/.test(before) &&
      text.at(index + 1).type === 0 &&
      text.lower(index + 1) !== 'même'
    )
      return true
    if (token === 'don') return text.at(index - 1).determiner !== 0 || before === 'en' || before === 'de'
    if (token === 'différent' && text.at(index + 1).type !== 0)
      return /^(un|le)$/.test(before) && text.at(index - 2).finite !== 0 && before !== 'un'
    if (token === 'guerre') return /^(n'|ne)$/.test(text.lower(index - 2)) && text.at(index - 1).determiner !== 0
    if (token === 'fond' && before === 'à') return !/^(appel|appels)$/.test(text.lower(index - 2))
    if (token === 'vin' && before === 'en') return /^(change|changé|changer|eau)$/.test(text.lower(index - 2))
    return false
  },
  wrong: [
    'En faite, le colis est perdu.',
    'Nous sommes entrain de traiter votre dossier.',
    'Vous avez été débité à tord.',
    'Je vous saurais grès de me répondre.',
    'Au sain de notre équipe.',
  ],
  right: [
    'En fait, le colis est perdu.',
    'Nous sommes en train de traiter votre dossier.',
    'À tort ou à raison.',
    'En dépit du mauvais temps.',
    'Un don nous ferait plaisir.',
    'Du point de vue du client.',
  ],
})

export const oneWordOrTwo = patternRule({
  id: 'one-word-or-two',
  category: 'homophone',
  message: 'Ce mot s’écrit autrement ici : en un mot ou en plusieurs.',
  source: SOURCE,
  patterns: [
    ["!pas|plus|peu|guère|point|jamais|aucun|moins|beaucoup|trop|tant|autant|assez [d' avantage]", 'davantage'],
    ['peu|beaucoup|tant|autant|trop|plein|assez [davantage] à', 'd’avantages'],
    ["[sensé|sensée|sensés|sensées] <only-inf>|être|avoir|se|ne|y|vous|nous|le|la|les|l'|s'", 'censé'],
    ["c'|ce est [quelques fois] <adj>|<adv>", 'quelquefois'],
    ['[quelque|quelques] soit|soient|fût', 'quel que'],
    ['[quelques] que soit|soient', 'quelque'],
    ['[quoique] ce soit|fût', 'quoi que'],
    ['[quoique] il en', 'quoi qu'],
    [
      'avoir|ai|a|avez|avons|ont|eu [à faire] à|au|aux un|une|des|votre|notre|cette|ce|nos|vos|lui|nous|vous',
      'affaire',
    ],
    ['[sur tout] <edge>', 'surtout'],
    ['[par fois]', 'parfois'],
    ['!un|fort|si [long temps]', 'longtemps'],
    ['[quelques] part', 'quelque'],
    ['nulle|quelque|autre|quelques [parts] <edge>|dans|sur|en|où|ici', 'part'],
    ['[presque île]', 'presqu’île'],
  ],
  unless: (text, index) =>
    (text.lower(index) === 'quelques' && text.lower(index + 1) === 'fois' && text.at(index - 1).determiner !== 0) ||
    (text.lower(index) === 'sur' && text.at(index - 1).finite !== 0),
  wrong: [
    'Pour en savoir d’avantage, appelez-nous.',
    'Le colis est sensé arriver lundi.',
    'Quelque soit la raison, écrivez-nous.',
  ],
  right: [
    'Pour en savoir davantage.',
    'Le colis est censé arriver lundi.',
    'Quelle que soit la raison.',
    'Il n’y a pas d’avantage à attendre.',
  ],
})

export const CONFUSED_PHRASE_RULES = [phraseWords, oneWordOrTwo]
