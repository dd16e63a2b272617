/**
 * French grammar of settling, refusing and referring, by classes of verbs and nouns rather than by set phrases: tense and person
 * tell a fact from a promise, an ellipsis ("virement fait hier") counts as a fact. Patterns over folded text.
 */

/** Participles of acts that settle a request, masculine singular, folded. */
const SETTLED =
  'rembourse|credite|recredite|indemnise|dedommage|verse|vire|regle|paye|envoye|expedie|reexpedie|renvoye|poste|livre|relivre|echange|remplace|repare|retabli|corrige|rectifie|modifie|actualise|annule|resilie|cloture|clos|stoppe|suspendu|desactive|active|reactive|debloque|leve|valide|accorde|attribue|deduit|prolonge|inscrit|desinscrit|supprime|efface|retire|programme|planifie|regularise|installe|raccorde|recalcule|solutionne|resolu|remis|reedite|rebranche|recommande|debite|releve'
/** The same in the infinitive or feminine and plural. */
const FORMS = `(?:${SETTLED}|mis (?:a jour|en place|en service)|porte (?:au|sur)|pose|offert|pris rendez-vous)(?:r|e?s?)\\b`
/** Words between an auxiliary and its participle. */
const ADVERBS =
  "(?:bien |deja |donc |aussi |egalement |immediatement |aussitot |desormais |maintenant |enfin |exceptionnellement |automatiquement |integralement |entierement |directement |tous |toutes |ce jour |ce matin |hier |aujourd'hui |a ce jour |a titre exceptionnel |en totalite |par nos soins |d'ores et deja |vous |te |lui |me |le |la |les |en |y |l'){0,4}"
/** What such an act is done to or with. */
const SETTLED_NOUN =
  '(?:remboursements?|frais|commissions?|factures?|cheques?|virements?|dossiers?|colis|commandes?|articles?|pieces?|billets?|cartes?|lignes?|comptes?|contrats?|avoirs?|montants?|sommes?|trop-percus?|abonnements?|options?|pannes?|problemes?|incidents?|anomalies?|erreurs?|bugs?|rendez-vous|reservations?|indemnites?|sinistres?|echanges?|remplacements?|adresses?|coordonnees|mot de passe|acces|services?|documents?|attestations?|remises?|gestes?|resiliations?|annulations?|modifications?|changements?|retours?|paiements?|corrections?|interventions?)'
const DAY =
  "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|demain|aujourd'hui|ce (?:jour|soir|matin)|cet apres-midi|le \\d|\\d{1,2} ?h)"

/** A fact that settles the request. */
export const FACTS_FR: readonly RegExp[] = [
  // Passé composé and passive of the past: "nos équipes ont posé", "la somme vous a été versée", "venons de créditer".
  new RegExp(
    `\\b(?:j'ai|nous avons|on a|(?:l')?(?:ont|a)(?: ${ADVERBS}ete)?|vien(?:t|nent|s) d(?:e|'etre)|venons de) ?${ADVERBS}${FORMS}`,
    'g',
  ),
  // Ellipsis: "frais remboursés ce matin", "dossier clos".
  new RegExp(
    `(?:^|[\\n.!;,:]) *(?:(?:votre|vos|le|la|les|l'|un|une|double|deux) ?)?${SETTLED_NOUN}(?: (?:de|d'|du|en|n°|pour) ?[a-z0-9-]{1,15})? (?:bien |deja )?(?:${SETTLED}|fait|effectue|emis|parti|offert|ok)e?s?(?= *[.!,;\\n]| ce | hier| le \\d| aujourd| sur | par | en date| lundi| mardi| mercredi| jeudi| vendredi| samedi|$)`,
    'g',
  ),
]

/** A present or dated commitment that settles the request, unless it hangs on a condition. */
export const PROMISES_FR: readonly RegExp[] = [
  // Present and future passive, unless it is a general rule ("les retours sont remboursés sous 14 jours").
  new RegExp(
    `\\b(?:est|sont|etes|serez|sera|seront) ${ADVERBS}(?:${SETTLED}|porte (?:au|sur)|mis (?:a jour|en service))e?s?\\b(?! (?:(?:uniquement|seulement|exclusivement|generalement|habituellement) )?(?:dans les|dans un delai|des (?:que|reception)|apres|lorsqu|quand|si\\b|en cas|a condition|par (?:le|la|un|une)\\b))`,
    'g',
  ),
  // Somebody comes on a day that is fixed.
  new RegExp(
    `\\b(?:technicien(?:ne)?s?|intervention|livreur|expert|agent|equipes?|reparateur|plombier|camion|collecte|rendez-vous)\\b[^.!?\\n]{0,40}\\b(?:passer(?:a|ont)|viendr(?:a|ont)|interviendr(?:a|ont)|se presentera|est (?:deja |bien )?(?:fixee?|prise?|reservee?|programmee?|prevue?)|aura lieu)\\b[^.!?\\n]{0,40}\\b${DAY}`,
    'g',
  ),
  // It works again, it shows on the next bill.
  /\b(?:de|a) nouveau (?:actif|active|disponible|accessible|operationnel(?:le)?|en (?:service|ligne|marche)|alimentee?|fonctionnel(?:le)?|possible)s?\b/g,
  /\b(?:figurer(?:a|ont)|apparaitr(?:a|ont)|sera portee?|seront porte(?:e)?s|viendr(?:a|ont) en deduction)\b[^.!?\n]{0,40}\b(?:facture|compte|releve|avis|echeance)\b/g,
  /\b(?:a|ont) quitte (?:notre|nos|l[ea']) ?(?:entrepot|depot|atelier|magasin|usine|locaux)|\b(?:est|sont) (?:deja |bien )?(?:en route|en chemin|en cours d'acheminement|entre les mains du (?:transporteur|facteur|livreur))\b/g,
  // First person, present or future: "je résilie votre contrat", "nous vous recréditons", "nous procéderons au virement".
  /\b(?:je|on|nous(?= (?:vous|te|lui|l[ea]s?|l'|en|y)\b)) (?:(?:vous|te|lui|l[ea]s?|en|y) |l'){0,2}(?:rembours|recredit|credit|indemnis|dedommag|vers|vir|regl|envoi|expedi|reexpedi|renvoi|livr|echang|remplac|repar|corrig|rectifi|annul|resili|clotur|active|reactive|debloqu|accord|prolong|supprim|regularis|recalcul)(?:e|ons|eons|era[is]?|erons)\b(?! (?:l'accuse|un accuse|a (?:notre|votre|mon|ma)\b|vers|au (?:service|sav)|uniquement))/g,
  /\b(?:je|nous) (?:proced(?:e|ons|erai|erons)|effectu(?:e|ons|erai|erons)|fai(?:s|sons)|lanc(?:e|ons))\b[^.!?\n]{0,25}\b(?:remboursement|echange|remplacement|virement|annulation|resiliation|transfert|modification|changement|rectification|correction|renvoi|geste)\b/g,
]

/** A settling act that hangs on something still to come: no fact yet. */
export const CONDITION_FR =
  /\b(?:si (?:vous|le|la|les|votre)|s'il|(?:des|a|apres) (?:la )?reception|une fois|lorsque|des que|sous reserve|apres (?:verification|etude|examen|validation|controle|analyse) d[eu]|en cas de|quand vous|a condition|pourr(?:a|ont|ai|ons)|pourriez|devrai(?:t|ent))\b/

/** A plain refusal: final, though not what the customer hoped for. */
export const REFUSED_FR: readonly RegExp[] = [
  /\b(?:ne|n') ?(?:nous |vous |le |la |les |lui |y ){0,2}(?:pouvons|puis|peux|pourrons|pourrai|peut|saurions|saurait|sommes|suis|serons|est|sera)\b[^.!?\n]{0,45}\b(?:rembours|echang|accord|accept|donner (?:une )?suite|acceder a|faire droit|repondre favorablement|favorable|prendre en charge|remplac|annul|indemnis|dedommag|livrer|prolong|deroger|satisfaire|reprendre|possible de (?:rembours|echang|annul|modifi|livr)|proceder (?:a|au) )/g,
  /\b(?:ne|n') ?(?:vous )?(?:donn(?:erons|ons|era)|reserv(?:erons|ons)) pas (?:de |une )?suite\b|\bregret de (?:refuser|decliner|ne pouvoir|ne pas pouvoir)\b|\b(?:demande|reclamation|dossier|requete)\b[^.!?\n]{0,15}\b(?:est|a ete|a du etre) (?:refuse|rejete|decline|irrecevable)e?\b|\brefus de prise en charge\b|\ble regret de\b|\b(?:classe|classee|rejete|rejetee) sans\b|\bne (?:joue|jouent|s'applique|s'appliquent) (?:pas|plus)\b/g,
  /\b(?:n'est|ne sont|n'etait|ne sera)\b[^.!?\n]{0,15}\b(?:ni|pas|plus)\b[^.!?\n]{0,12}\b(?:echangeable|remboursable|eligible|couvert|garanti|recevable|modifiable|cumulable|du|due|prise? en charge)e?s?\b|\b(?:n'est|ne sont|ne peu(?:t|vent)) (?:etre )?(?:ni|pas|plus|en aucun cas)\b[^.!?\n]{0,12}\b(?:repris|echange|rembourse|accepte|annule|modifie|reporte|cede)e?s?\b|\b(?:ne|n') ?(?:couvre|prend|comprend|inclut)\b[^.!?\n]{0,20}\b(?:pas|plus)\b/g,
  /\bnous ne (?:faisons|proposons|livrons|vendons|assurons|pratiquons|expedions|acceptons|reprenons|echangeons|remboursons|fabriquons)\b[^.!?\n]{0,20}\b(?:pas|plus|aucune?)\b/g,
]

/** Sends the customer away by saying whose business it is, or where to look; keyed by way. */
export const REFERRED_FR: Readonly<Record<string, readonly RegExp[]>> = {
  elsewhere: [
    /\b(?:ne|n') ?(?:releve|depend|entre|rentre|fait|concerne|correspond)(?:nt)? (?:pas|plus) (?:de |dans |partie de )?(?:notre|nos|la|le|mes?|mon|ma)\b|\b(?:ne )?(?:sommes|suis) pas (?:competente?s?|habilitee?s?|en charge|le bon|la bonne|les bons|l'interlocuteur|concernee?s?)|\bpas (?:de notre (?:ressort|fait|competence)|du ressort|notre service|nous qui|moi qui|notre role)\b|\bhors de notre (?:perimetre|competence)\b/g,
    /\b(?:est|sont) (?:geree?s?|traitee?s?|assuree?s?|suivie?s?|instruite?s?|pilotee?s?|commercialisee?s?|distribuee?s?|delivree?s?) (?:uniquement |directement |exclusivement )?par (?:cette derniere|ce dernier|celui|celle|un|une|(?:le|la|les|l'|votre|vos|ce|cet|cette) ?(?!service|equipe|pole|departement|direction|collegue|conseiller))/g,
    /\bc'est (?:lui|elle|eux|elles|ce dernier|cette derniere|votre [a-z]{3,20}|l[ea] [a-z]{3,20}|l'[a-z]{3,20}) (?:meme )?qui (?:suit|gere|traite|pourra|peut|decide|est|s'occupe|vous)\b/g,
    /\b(?:ne )?se (?:fait|font|traite|traitent|regle|reglent|gere|gerent) (?:pas ici|plus ici|ailleurs|directement (?:en|au|aupres|avec|chez)|(?:uniquement|exclusivement|seulement) (?:en|au|aupres|par|chez))\b/g,
    // "Il conviendra de le solliciter", "merci de vous reporter au site", "voyez avec le gestionnaire".
    /\b(?:conviendra|convient|faudra|faut|appartient|revient|incombe|devez|devrez|invit(?:e|ons)|conseill(?:e|ons)|recommand(?:e|ons)|prions|prie|merci|veuillez|sugger(?:e|ons)|demand(?:e|ons)|pouvez|pourrez|n'avez qu'a|suffit)\b[^.!?\n]{0,25}?\b(?:(?:l[ea]s?|leur) (?:contacter|solliciter|joindre|appeler|interroger|ecrire)|(?:solliciter|interroger|saisir|contacter) (?:directement )?(?:l[ea]s?|l'|votre|vos|un|notre)|vous (?:reporter|referer|rapprocher|tourner|renseigner aupres|adresser (?:a|au|aux|directement)|rendre (?:sur|en|au|a|dans|chez)|connecter))\b/g,
    /\b(?:voir|voyez|a voir|passez|passer) (?:plutot |directement |cela |ca |ce point |le reste )?(?:avec|par|aupres) (?:le|la|les|l'|votre|vos|un|une)\b/g,
  ],
  form: [
    /(?:^|[.!?\n:] *|\b(?:merci de|veuillez|invit(?:e|ons) a|conseill(?:e|ons) de|faut|faudra|devez|devrez|convient de|pri(?:e|ons) de) (?:bien vouloir )?)(?:fai(?:re|tes)|effectu(?:er|ez)|depos(?:er|ez)|formul(?:er|ez)|signal(?:er|ez)|declar(?:er|ez)|demand(?:er|ez)|ger(?:er|ez)|modifi(?:er|ez)|sais(?:ir|issez)|soumett(?:re|ez)|telecharg(?:er|ez)|pren(?:dre|ez) rendez-vous)\b[^.!?\n]{0,50}\b(?:en ligne|espace|application|appli|portail|teleservice|formulaire|site)\b/g,
    /\b(?:demandes?|reclamations?|declarations?|resiliations?|modifications?|demarches?|inscriptions?)\b[^.!?\n]{0,30}\b(?:se (?:fait|font)|doi(?:t|vent) (?:etre |se )?[a-z]{3,12}|(?:est|sont) a (?:faire|deposer|effectuer|adresser|saisir))\b[^.!?\n]{0,30}\b(?:en ligne|espace|application|appli|portail|formulaire|site|courrier|guichet|telephone)\b/g,
  ],
  faq: [
    /(?<!\b(?:un|de|sur|le|votre|ce|du|prendre|pris|prenez|les|des|au) )rendez-vous (?:(?:sur|dans) (?:l'appli(?:cation)?|votre|notre|nos)|en (?:agence|boutique|magasin|ligne)|au (?:guichet|magasin)|a (?:l'agence|l'accueil|la mairie))\b/g,
    /\b(?:article|guide|page|lien|video|livret|brochure|notice|tutoriel|fiche|conditions|aide|assistance|centre d'aide|foire|conditions tarifaires|plaquette)\b[^.!?\n]{0,40}\b(?:explique|recense|repond|detaille|presente|indique|precise|regroupe|reprend|rassemble)(?:nt)?\b/g,
    /\b(?:consult|lire|lisez|retrouv|trouv|decouvr|telecharg|figur|detaill|precis|expliqu|indiqu|disponible|consultable|accessible)[a-z]*\b[^.!?\n]{0,60}\b(?:sur (?:le|notre|votre|son) (?:site|portail|espace|appli)|dans (?:vos|nos|les|votre|notre|la) (?:conditions|contrat|notice|livret|brochure|guide|rubrique|documentation)|en ligne|https?:|www\.|ici\b)/g,
  ],
}
