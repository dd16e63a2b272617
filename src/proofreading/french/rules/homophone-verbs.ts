/** Homophones of être, avoir, pouvoir, devoir…: et/est, son/sont, on/ont, peu/peut, été/était, du/dû, faites/faîtes. */
import { patternRule } from '../pattern.js'

const SOURCE = 'Grevisse & Goosse, Le Bon Usage, § 810 et suivants ; homonymes grammaticaux'

export const etEst = patternRule({
  id: 'et-est',
  category: 'homophone',
  message: '« est » est le verbe être, « et » une conjonction.',
  source: SOURCE,
  patterns: [
    ["il|on|ça|cela|n'|ne [et] <adj>|<pp>|<det>|très|bien|en|à|pas|trop|plus|dans", 'est'],
    ["ce qui|qu'il|que [et] <adj>|<pp>", 'est'],
    ['<edge>|que|car|mais elle [et] <pp>|très|trop|bien|en|à', 'est'],
    ["c' [et] <word>", 'est'],
    ['<fs-noun>|<ms-noun> qui [et] <adj>|<pp>|très|en', 'est'],
    ['il|elle nous|vous|lui|leur [et] <adj>|<pp>', 'est'],
    ["[est] je|j'|ils", 'et'],
    ["j' [et]", 'ai'],
    ['tu [et] <adj>|<pp>|<det>|très|en', 'es'],
    ['<edge> bonjour|merci|madame|monsieur [est] <word>', 'et'],
    ['cordialement|merci|bonne|bon|sincères [est] bonne|bon|à|merci|cordialement', 'et'],
  ],
  unless: (text, index) =>
    text.at(index - 1).hyphen ||
    text.at(index + 1).hyphen ||
    (text.lower(index) === 'et' &&
      /^(il|elle|on|ça|cela|elles)$/.test(text.lower(index - 1)) &&
      /^(elle|lui|moi|toi|nous|vous|eux)$/.test(text.lower(index + 1))),
  wrong: ['Votre colis n’et pas arrivé.', 'Il et disponible en magasin.', 'J’et bien reçu votre lettre.'],
  right: [
    'Votre colis n’est pas arrivé.',
    'Il est disponible.',
    'Lui et moi sommes d’accord.',
    'Il répond et il écoute.',
  ],
})

export const sonSont = patternRule({
  id: 'son-sont',
  category: 'homophone',
  message: '« sont » est le verbe être, « son » un déterminant.',
  source: SOURCE,
  patterns: [
    ['ils|elles [son]', 'sont'],
    ["ce|se|ne|n'|qui|où [son] <pp>|<adj>|<det>|<adv>|<prep>|en", 'sont'],
    ['les|vos|nos|ces|mes|ses|leurs|des <noun> [son] <pp>|<adv>|<prep>|en|à', 'sont'],
    ['nous|vous|leur|lui|y [son] <pp>|<adv>|<adj>', 'sont'],
    ['dans|de|à|avec|pour|par|sur|chez|sans [sont] <noun>|<adj>', 'son'],
    ['<verb> [sont] <ms-noun>', 'son'],
    ['qui [son] ces|ces|les|des|vos|nos', 'sont'],
  ],
  unless(text, index) {
    const token = text.at(index)
    if (text.at(index - 1).hyphen) return true
    // ce qui son nom…; a possessive before an adjective and its noun: ils, son grand âge…
    if (token.lower === 'son') {
      const after = text.at(index + 1)
      const next = text.at(index + 2)
      if (after.noun & 3 || (after.adjective & 3 && next.noun & 3)) return !/^(ils|elles)$/.test(text.lower(index - 1))
      return false
    }
    // ceux avec qui sont les clients: sont after a relative.
    return text.at(index - 1).noun !== 0
  },
  wrong: ['Ils son partis hier.', 'Les colis son en route.', 'Le livreur est venu avec sont camion.'],
  right: [
    'Ils sont partis hier.',
    'Les colis sont en route.',
    'Le livreur est venu avec son camion.',
    'Ce client et son épouse sont venus.',
  ],
})

export const onOnt = patternRule({
  id: 'on-ont',
  category: 'homophone',
  message: '« ont » est le verbe avoir, « on » un pronom sujet.',
  source: SOURCE,
  patterns: [
    ['ils|elles [on] <pp>|<det>|<adv>|été|eu|de', 'ont'],
    ['<noun>|<pron>|ils|elles [on] <only-pp>', 'ont'],
    ['qui [on] <det>|tant|beaucoup|trop|plus', 'ont'],
    ["<edge>|que|qu'|et|car|mais|si les|vos|nos|ces|mes|ses|leurs|des <noun> [on] <pp>|pas|déjà|bien", 'ont'],
    [
      "<edge>|que|qu'|si|où|et|quand|car|mais|l'|lorsqu' [ont] <only-verb>|ne|n'|se|s'|peut|doit|va|vous|nous|leur",
      'on',
    ],
    ['<edge> [ont] a|avait|aura', 'on'],
  ],
  unless(text, index) {
    if (text.at(index).hyphen || text.at(index - 1).hyphen || text.at(index + 1).hyphen) return true
    // où ont lieu, qu’ont dit: pronoun before avoir and its participle.
    if (text.lower(index) === 'ont') return text.at(index + 1).participle !== 0
    return /^(que|qu'|dont|où|et|si|quand|l')$/.test(text.lower(index - 1))
  },
  wrong: ['Les clients on reçu un courriel.', 'Ils on été prévenus.', 'Ont ne peut pas annuler.'],
  right: [
    'Les clients ont reçu un courriel.',
    'On ne peut pas annuler.',
    'Ce que les clients ont dit.',
    'Qu’ont fait vos services ?',
  ],
})

export const peuPeut = patternRule({
  id: 'peu-peut',
  category: 'homophone',
  message: '« peut, peux » viennent de pouvoir ; « peu » indique une petite quantité.',
  source: SOURCE,
  patterns: [
    ["<verb>|<adv>|<prep>|pas [peut] de|d' <noun>|<adj>|chose|gens|temps", 'peu'],
    ["<edge> [peut] d'|de <mp-noun>|<fp-noun>", 'peu'],
    ["un|très|trop|si|assez|aussi|d'ici|depuis|sous|quelque [peut]", 'peu'],
    ['<edge>|mais|car|et [peut] importe|nombreux', 'peu'],
    ['peut|peu à [peut]', 'peu'],
    ['à [peut] près|prêt', 'peu'],
    ["je|j'|tu|ne [peu] <inf>|<clitic>|pas|plus|vous|nous|que", 'peux'],
    ["il|elle|on|qui|ça|cela|n'|y|se [peu] <inf>|<clitic>|pas|être|aussi|vous|nous", 'peut'],
    ['<noun>|qui [peu] <only-inf>|être <word>', 'peut'],
    ["<noun>|qui [peu] vous|nous|se|s'|lui|leur|y|en <inf>", 'peut'],
    ["<fs-noun>|<ms-noun> ne|n' [peu] <inf>|<clitic>|pas|être", 'peut'],
  ],
  unless(text, index) {
    const before = text.lower(index - 1)
    if (text.at(index).hyphen || text.at(index - 1).hyphen) return true
    // ne boit peu que…; un peu manger; ne … peu is rarely a verb without its subject.
    if (before === 'ne' && text.lower(index) === 'peu')
      return !/^(je|tu|il|elle|on|qui|cela|ça)$/.test(text.lower(index - 2)) && text.at(index - 2).noun === 0
    return text.lower(index) === 'peut' && before === 'ne'
  },
  wrong: [
    'Il reste peut de temps.',
    'Je peu vous aider.',
    'On peu vous rembourser.',
    'Notre équipe peu vous rappeler.',
  ],
  right: [
    'Il reste peu de temps.',
    'Je peux vous aider.',
    'Cela peut arriver.',
    'Il dort peu.',
    'Un produit un peu cher.',
  ],
})

export const eteEtait = patternRule({
  id: 'été-était',
  category: 'homophone',
  message: 'Après avoir, on écrit « été » ; « était » est l’imparfait.',
  source: SOURCE,
  patterns: [
    [
      'ai|as|a|avons|avez|ont|avait|avaient|avais|avoir|aurait|auraient|aura|auront|ait|aient|ayant pas|bien|déjà|jamais|toujours~ [était|étais|étaient|étai]',
      'été',
    ],
    ["j'|tu [été] <pp>|<adj>|<det>|<prep>|très", 'étais'],
    ["c'|il|elle|on|qui [été] <pp>|<adj>|<det>|<prep>|très|un|une", 'était'],
    ["c'|ce qui~ [étai]", 'était'],
    ["il|elle|on|qui|j' [étai]", 'était'],
  ],
  unless: (text, index) =>
    text.at(index - 1).hyphen ||
    // Les colis on été livrés: the mistake is « on ».
    (text.lower(index - 1) === 'on' && (text.at(index + 1).word.participle & 12) !== 0) ||
    (/^(était|étais|étaient)$/.test(text.lower(index)) && /^(qu'|que|qui|dont)$/.test(text.lower(index - 3))),
  wrong: ['Votre colis a était livré.', 'Il été absent lors du passage.', 'Vos données ont étaient effacées.'],
  right: ['Votre colis a été livré.', 'Il était absent.', 'Cet été, le magasin ferme.', 'L’été il fait chaud.'],
})

export const duDu = patternRule({
  id: 'du-dû',
  category: 'homophone',
  message: 'Le participe de devoir prend un accent : « dû ».',
  source: `${SOURCE} ; § 809 pour dû`,
  patterns: [
    [
      'ai|as|a|avons|avez|ont|avait|avaient|avais|aurait|auraient|aurais|aurez|auriez|avoir|ayant [du] <only-inf>|être|faire|avoir|vous|nous|lui|leur|y|se|me|les',
      'dû',
    ],
    ['a|ont|avons|ai pas|bien|également|donc [du] <only-inf>|être', 'dû'],
    ['est|sont|était|sera|serait|soit|été [du] à|aux|essentiellement|notamment', 'dû'],
    ['retard|erreur|problème|incident|dysfonctionnement|désagrément|délai|préjudice|oubli [du] à', 'dû'],
    ['montant|reste|solde|trop [du] <edge>', 'dû'],
    ['est|était [du] <edge>', 'dû'],
  ],
  wrong: ['Nous avons du annuler la livraison.', 'Ce retard est du à une panne.', 'Un problème du à la météo.'],
  right: [
    'Nous avons dû annuler.',
    'Ce retard est dû à une panne.',
    'Nous avons du retard.',
    'Le délai du transporteur est long.',
  ],
})

export const faitesFaites = patternRule({
  id: 'faites-faîtes',
  category: 'homophone',
  message: '« vous faites, vous dites » s’écrivent sans accent circonflexe.',
  source: 'Grevisse & Goosse, Le Bon Usage, § 850 : présent de faire et de dire',
  patterns: [
    ['!les|des|aux|ses|leurs [faîtes] <word>', 'faites'],
    ['vous nous|me|le|la|les|lui|leur|en|y~ [faîtes]', 'faites'],
    ['[dîtes] -moi|-nous|-lui|-le', 'dites'],
    ['[faîtes] -nous|-moi|-le|-les|-vous|-en', 'faites'],
    ['ce que vous [dîtes]', 'dites'],
    ['si vous [dîtes]', 'dites'],
  ],
  unless: (text, index) =>
    text.lower(index - 1) === 'les' || text.lower(index - 1) === 'des' || text.lower(index - 1) === 'aux',
  wrong: ['Vous faîtes bien de nous écrire.', 'Dîtes-nous ce qui vous convient.', 'Faîtes attention au délai.'],
  right: ['Vous faites bien.', 'Dites-nous ce qui vous convient.', 'Les faîtes des toits brillent.'],
})

export const vautFaut = patternRule({
  id: 'vaut-faut-mieux',
  category: 'homophone',
  message: '« il vaut mieux » vient de valoir.',
  source: 'Académie française, Dire, ne pas dire : « il vaut mieux »',
  patterns: [
    ["il|cela|ça [faut] mieux <inf>|que|qu'|pas|vous|nous|ne", 'vaut'],
    ['aurait|avait|eût|a mieux [fallu]', 'valu'],
    ["faudra|il [faudrait] mieux <inf>|que|qu'|vous|nous", 'vaudrait'],
    ['il|mieux [veau|vaux]', 'vaut'],
  ],
  unless: (text, index) =>
    /^(vaux)$/.test(text.lower(index)) && text.lower(index - 1) === 'mieux' && text.lower(index - 2) === 'je',
  wrong: ['Il faut mieux attendre lundi.', 'Il aurait mieux fallu nous prévenir.', 'Il faudrait mieux annuler.'],
  right: [
    'Il vaut mieux attendre.',
    'Il faut mieux informer les clients.'.replace('mieux informer', 'informer mieux'),
    'Il faut attendre.',
  ],
})

export const HOMOPHONE_VERB_RULES = [etEst, sonSont, onOnt, peuPeut, eteEtait, duDu, faitesFaites, vautFaut]
