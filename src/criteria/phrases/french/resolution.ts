/** French words that decide whether a letter solves, puts off or sends away; patterns over folded text. */

/** Something was done for the customer. */
export const DONE_FR: readonly RegExp[] = [
  /\b(?:rentre dans l'ordre|(?:fonctionne|marche|disponible|accessible|operationnel(?:le)?) (?:a|de) nouveau|on (?:vous|te|t'|lui|l'|vous le|vous la) ?(?:renvoie|rembourse|offre|echange|recredite|remplace))\b/g,
  /\b(?:remboursement|virement|echange|annulation|modification|changement|avoir|credit|correction|resiliation|desinscription)s?(?: est| a ete| bien)? (?:deja |bien )?(?:effectue|fait|lance|valide|accorde|parti|emis|envoye|enregistre)e?s?\b(?! (?:sous|dans|des|apres|uniquement|lorsque|quand|si|en (?:cas|fonction)))/g,
  /(?:^|[\n.!] *)(?:c'est |voila,? (?:c'est )?)?(?:chose )?(?:faite?|regle|corrige|annule|rembourse|modifie)e?s?(?= *[.!,\n]|$| ce jour| ce matin)/g,
  /\b(?:cheque|colis|virement|remplacement|echange|exemplaire|paquet|article|commande)\b[^.!?\n]{0,30}\b(?:est (?:bien )?parti|part(?:ira)? (?:ce|demain|aujourd|lundi|mardi|mercredi|jeudi|vendredi|samedi|des))/g,
  /\b(?:l'ont|l'a|l'ai|l'avons) (?:deja |bien )?(?:corrige|repare|resolu|retabli|rembourse|annule|remplace)/g,
  /\bje vous (?:en |le |la |les )?(?:renvoie|recredite|rembourse|adresse|expedie)\b(?! (?:vers|a (?:la|notre)|au) )/g,
  /\b(?:avons|ai|vient d'etre|venons de|viens de|a(?: bien)? ete|ont(?: bien)? ete|est desormais|est maintenant|sont desormais)\b (?:vous |te |t'|donc |bien |immediatement |aussitot |deja |egalement |aujourd'hui |fait |d'ores et deja |ce jour |ce matin |dument |personnellement |le |la |les |lance |demande ){0,4}(?:proced|effectu|rembours|credit|re-?expedi|renvoy|expedi|corrig|annul|modifi|reactiv|activ|debloqu|resol[uv]|mis a jour|mis en place|remplac|valid|ajout|regl[eé]|retabli|reinitialis|prolong|accord|appliqu|declench|emis|emett|rectifi|desabonn|desinscri|supprim|cree|creer|programm|reserv|echang|recalcul|decompt|offert|fait partir|fait livrer|envoye un|envoye votre|envoye le|envoye une|lance un|lance le|livre|reprogramm|relanc|mis fin|cloture|resili|reintegr|repar|relivr|fait repartir|fonctionn|disponible|accessible)/g,
  /\b(?:est|etait) (?:desormais |maintenant |a present |bien )?(?:resolu|retabli|corrige|regle|regularise|rembourse|annule|repare|reactive|debloque|de nouveau (?:accessible|disponible|en ligne|operationnel)|resolue|retablie|corrigee|reglee|regularisee|remboursee|annulee|reparee|reactivee|debloquee)e?s?\b/g,
  /\b(?:vous (?:le |la |les |l')?(?:recevrez|beneficiez|beneficierez)|sera (?:credite|rembourse|visible|effecti(?:f|ve)|livre|expedie|envoye)e?|seront (?:credite|rembourse|livre|expedie)e?s|vous (?:parviendra|sera (?:rembourse|credite|livre|envoye|adresse))e?|vous (?:rembours(?:ons|e)|renvoy(?:ons)|offr(?:ons|e)|accord(?:ons|e)|envoyons|expedions|echangeons))\b/g,
  /\b(?:livraison|colis|commande|paquet|article|produit|box|il|elle)\b[^.!?\n]{0,40}\b(?:arrivera|(?:est|sera) (?:re)?programmee?|sera (?:chez vous|livree?|remise?|expediee?)|repart|part aujourd'hui|vous parviendra|aura lieu|(?:est )?prevue?)\b[^.!?\n]{0,25}\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|demain|aujourd'hui|le \d|au|\d)/g,
]

/** The letter tells what was asked: facts, a procedure, a document. */
export const INFORMED_FR: readonly RegExp[] = [
  /\b(?:il (?:vous )?suffit de|ci-joint|ci-jointe?s?|en piece jointe|ci-dessous|voici|vous trouverez ci|pour (?:cela|ce faire)|cliquez|selectionnez|suivez|marche a suivre|les etapes)\b/g,
  /\b(?:(?:nous|je) vous (?:confirm(?:ons|e)|precis(?:ons|e)|indiqu(?:ons|e)|inform(?:ons|e)) (?:bien |egalement |par ailleurs )?(?:qu|la|le|les|l')|vous pouvez (?:tout a fait|donc|bien sur|retourner|echanger|annuler|modifier|utiliser|beneficier|commander|postuler|choisir|payer|regler|aussi|en toute)|oui,|tout a fait,|effectivement,|bien sur,|bonne nouvelle|en effet,)/g,
  /\b(?:est|sont) (?:bien |tout a fait |parfaitement |egalement |actuellement |uniquement |toujours )?(?:compatibles?|disponibles? (?:en|a|au|dans|des|jusqu|pour)|garantie?s?|inclus(?:e|es)?|comprise?s?|possibles?|valables?|gratuit(?:e|es|s)?|offert(?:e|es|s)?|ouverte?s?|prevue?s?|en stock)\b/g,
  /\b(?:le delai|les delais|la livraison|l'expedition|le tarif|le prix|la garantie|le montant|les frais|le cout|nos tarifs|la duree)\b[^.!?\n]{0,60}\b(?:est|sont|s'eleve|s'elevent|varie|coute|dure|prend|:)\b[^.!?\n]{0,40}\d/g,
  /\b(?:compter|comptez|prevoir|prevoyez|sous|dans un delai de|entre) (?:environ )?\d{1,3}(?: a \d{1,3}| et \d{1,3})? ?(?:h\b|heures|jours|semaines|mois|ans)/g,
]

/** Handed on, or promised for later. */
export const PENDING_FR: readonly RegExp[] = [
  /\bmett(?:ons|ent|re) tout en (?:oe|œ)uvre\b|\bne manquer(?:ons|ai|ont|a) pas de vous\b|\b(?:ont|avons|ai|a)(?: bien)?(?: ete)? (?:alerte|informe|averti|prevenu)(?:e?s?)\b/g,
  /\b(?:doit|doivent) (?:encore |d'abord |maintenant |donc |avant tout )?(?:valider|rendre|confirmer|approuver|donner (?:son|leur)|statuer|se prononcer|examiner|verifier|etudier|controler)\b|\bvous aurez (?:sa|une|la|notre|leur) (?:decision|reponse)\b|\b(?:decision|reponse|(?:notre|un|leur|son) retour|conclusions?) (?:definitive |ecrite |complete )?(?:vous |nous )?(?:sera|seront|parviendra|parviendront)\b|\b(?:a|ont) (?:bien )?ete (?:enregistre|pris en compte|attribue|affecte|signale|consigne)e?s?\b/g,
  /\b(?:ai|avons|a|ont|venons de|viens de) (?:deja |donc |egalement )?(?:demande[r]?|relance[r]?|questionne[r]?|sollicite[r]?|interroge[r]?|contacte[r]?) (?:a (?!la main)|au |aux |le |la |les |l'|notre |nos |mon |ma |votre |des |un |une )(?!expedition|livraison|envoi|commande|colis)[^.!?\n]{0,40}|\b(?:est|sont|reste|restent) en attente d|\b(?:doi[st]|devons|devez) (?:encore |d'abord )?(?:me repondre|nous repondre|voir (?:cela |ca )?avec|me renseigner|verifier)\b|\b(?:je|nous|on) vous (?:tiens|tenons|tient|redis|redirons|redit|rappelle|rappelons) (?:informee?|au courant|lundi|mardi|mercredi|jeudi|vendredi|demain|des que)|\bje vous redis\b/g,
  /\b(?:transm(?:is|ise|ettons|ets|et|ettrai|ettrons)|transfer(?:e|ons|ee)|fait suivre|fais suivre|faisons suivre|reorient[a-z]+|sollicit(?:e|ons)|saisi|interrog(?:e|eons)|remont(?:e|ons|ee)|escalad[a-z]+|alert(?:e|ons))\b[^.!?\n]{0,70}\b(?:services?|equipes?|collegues?|responsables?|departements?|partenaires?|transporteur|prestataire|fournisseur|direction|technici[a-z]+|experts?|pole|cellule|entrepot|concernee?s?|competente?s?|magasin|siege|niveau|boutique)\b/g,
  /\b(?:revien(?:drons|drai|dra|dront|s)|revenons|ne manquer(?:ons|ai) pas de (?:revenir|vous (?:tenir|recontacter|informer))|vous recontact[a-z]+|vous tiend(?:rons|rai|ra)|vous ten(?:ons|ir)|retour vers vous|vous repondra|prendra contact|reprend(?:rons|ra|rai) contact|vous apporter(?:ons|ai|a)? une reponse|vous contacter(?:a|ons|ai|ont))\b/g,
  /\b(?:en cours (?:de|d'|d)|est en cours|sont en cours|enquete|investigation|investigu[a-z]+|(?:nous|je) (?:etudi|examin|analys|verifi|recherch|inspect)(?:ons|e)|(?:allons|vais) (?:etudier|examiner|analyser|verifier|rechercher|nous renseigner|me renseigner|faire le (?:necessaire|point))|recherches? (?:est|sont|a ete|ont ete|auprès|aupres)|dans les (?:plus brefs|meilleurs) delais|sera (?:etudiee|traitee|examinee|analysee|prise en (?:charge|compte))|des que (?:nous|possible|j'aurai|j'ai)|(?<!\b(?:la|une|de|votre|cette|notre) )prise en charge|bien pris note|bien note)\b/g,
]

/** Asks the customer for what is needed first. */
export const REQUESTS_FR: readonly RegExp[] = [
  /\b(?:pourriez|pouvez|merci de|merci de bien vouloir|veuillez|auriez|voudriez|aurions besoin|avons besoin|ai besoin|nous faudrait|afin de (?:mieux |bien )?(?:traiter|repondre|etudier))\b[^.?!\n]{0,50}\b(?:nous|me|m'|besoin)\b ?(?:communiquer|transmettre|indiquer|preciser|envoyer|fournir|faire parvenir|confirmer|donner|adresser|retourner|l'indiquer|le preciser|la transmettre|de votre|du numero|de la reference|d'une photo|de quelques|des photos|de photos)\b/g,
]

/** Sends the customer elsewhere: the kind, and its patterns. */
export const DEFLECTED_FR: Readonly<Record<string, readonly RegExp[]>> = {
  phone: [
    /\b(?:pouvez|pourriez|voulez|merci de|veuillez|propose d|proposons d)(?:-vous| bien vouloir|e|')? ?(?:(?:me|nous) (?:re)?(?:appeler|telephoner|passer un (?:coup de fil|appel))|en (?:parler|discuter|echanger) (?:de vive voix|par telephone|au telephone|directement))\b/g,
    /\b(?:contact(?:er|ez)|appel(?:er|ez)|joindre|joignez|telephon(?:er|ez)|pren(?:dre|ez) (?:contact|attache)|rapproch(?:er|ez)|adress(?:er|ez)[- ]vous|vous adresser|vous tourner|tournez-vous|compos(?:er|ez)|mettre en relation)\b(?:[- ](?:nous|vous|directement|donc))*[^.!?\n]{0,70}\b(?:telephon|au \+?\d|numero|services?|conseillers?|hotline|standard|plateforme|transporteur|fabricant|constructeur|vendeur|operateur|banque|assistance|\d{2} \d{2}|centre|relation|sav|direction)/g,
    /\b(?:appel(?:er|ez)|compos(?:er|ez)|contact(?:er|ez)|telephon(?:er|ez))(?:[- ]nous)? (?:directement )?(?:le|au|du) (?:\+?\d|numero)/g,
    /\b(?:voir|voyez) (?:cela |ca |directement )?avec (?:le|la|votre|l'|les)|\bvous (?:adresser|rapprocher|tourner) (?:directement )?(?:a|au|aupres|de|du|vers)\b/g,
    /\b(?:contactez|appelez|joignez|(?:veuillez|merci de|invit(?:e|ons) a|conseill(?:e|ons) de|devez|faut|faudra) (?:directement )?(?:contacter|appeler|joindre))\b(?![- ](?:moi|m'|me)\b)/g,
    /\b(?:uniquement|seulement|exclusivement|que) (?:par|au) (?:telephone|numero|\d)|\b(?:par telephone|par appel)\b[^.!?\n]{0,20}\b(?:uniquement|exclusivement)|\bne (?:pouvons|traitons|sommes)[^.!?\n]{0,50}\bpar (?:e-?mail|mail|courriel|ecrit|message)/g,
  ],
  form: [
    /\b(?:connect(?:er|ez)|ouvr(?:ir|ez)|cre(?:er|ez))\b[^.!?\n]{0,60}\b(?:demande|ticket|reclamation|rubrique|dossier|formulaire)\b/g,
    /\b(?:remplir|remplissez|completer|completez|renseigner|utiliser|utilisez|passer par|passez par|via|au moyen d|par le biais d|a l'aide d|soumettre|deposer|saisir|depuis|sur)\b[^.!?\n]{0,40}\b(?:formulaire|rubrique (?:contact|nous contacter|aide|reclamation)|page (?:de )?contact|onglet|espace (?:client|personnel)|questionnaire|chat\b|messagerie|portail|application)/g,
  ],
  faq: [
    /\b(?:consult(?:er|ez)|report(?:er|ez)|referer|(?<!\b(?:un|de|sur|le|votre|ce|du|prendre|pris|prenez|les|des|au) )rend(?:re|ez)|visit(?:er|ez)|retrouv(?:er|ez|erez)|trouv(?:er|ez|erez)|lire|parcour(?:ir|ez)|disponibles?|accessibles?|figurent|regard(?:er|ez)|voir|decouvr(?:ir|ez))\b[^.!?\n]{0,80}\b(?:faq|foire aux questions|questions frequentes|centre d'aide|aide en ligne|rubrique|conditions generales|cgv|(?:notre|le) site|page (?:d'aide|faq|web|internet|dediee|contact)|www|https?)/g,
    /\b(?:informations?|reponses?|details|renseignements|precisions|modalites)\b[^.!?\n]{0,50}\b(?:sur|dans|via) (?:notre|le|la|nos|ce) (?:site|faq|page|foire|rubrique|centre)/g,
    /\bnotre (?:faq|foire aux questions|centre d'aide)\b/g,
  ],
  'write-again': [
    /\b(?:renouvel(?:er|ez)|reformul(?:er|ez)|adress(?:er|ez)|envoy(?:er|ez)|transmett(?:re|ez)|ecrire|ecrivez|faire parvenir|formul(?:er|ez)|soumett(?:re|ez)|re(?:faire|faites)|effectu(?:er|ez))\b[^.!?\n]{0,60}\b(?:a l'adresse|au service|a notre service|aupres (?:du|de)|par courrier|courrier (?:recommande|postal)|lettre recommandee|a nouveau|de nouveau|nouvelle demande|a cette adresse|[a-z0-9.-]{1,80}@)/g,
    /\b(?:doi(?:t|vent)|devez|faut|convient de|appartient de|exclusivement|uniquement)\b[^.!?\n]{0,40}\b(?:adress|envoy|formul|transmi|transmettr|ecrire|soumi|soumettr|depos)[a-z]*\b[^.!?\n]{0,40}\b(?:par ecrit|par courrier|au service|a l'adresse|au siege|en ligne|via)\b/g,
    /\badresser\b[^.!?\n]{0,40}\b(?:par courrier|courrier recommande|au siege)\b/g,
    /\b(?:boite|adresse|messagerie)\b[^.!?\n]{0,40}\b(?:pas (?:destinee|prevue|consultee|lue|traitee)|ne (?:permet|traite))/g,
  ],
  shop: [
    /\b(?:uniquement|exclusivement|seulement|directement) (?:en|dans (?:nos|un|votre|l'un de nos|une de nos)) (?:magasins?|boutiques?|agences?|points? de vente)\b/g,
    /\b(?:(?<!\b(?:un|de|sur|le|votre|ce|du|prendre|pris|prenez|les|des|au) )rend(?:re|ez)|present(?:er|ez)|pass(?:er|ez)|deplac(?:er|ez)|dirig(?:er|ez)|ramen(?:er|ez)|rapport(?:er|ez)|visit(?:er|ez)|rapproch(?:er|ez)|adress(?:er|ez)|voir)\b[^.!?\n]{0,50}\b(?:magasins?|boutiques?|agences?|points? de vente|concession(?:naire)?|revendeurs?|guichets?|distributeurs?|vendeurs?|showroom)\b/g,
  ],
}
