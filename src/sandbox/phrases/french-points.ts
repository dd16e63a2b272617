/**
 * What invented brands say in French on each expected point of the example scenarios. Written for the sandbox alone: nothing
 * here is shared with the parts that judge answers. `{d}` is a number of days, `{price}` an amount; `{+contact}` prints nothing
 * and notes that the sentence also gives a way back.
 */

/** Sentences by scenario and point; each sentence addresses its own point only. */
export const FRENCH_POINTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  complaint: {
    solution: [
      'Nous vous proposons un échange contre un article neuf ou, si vous préférez, un remboursement intégral.',
      'Nous allons procéder au remplacement de votre article.',
      'Votre produit sera échangé gratuitement.',
      'Nous sommes prêts à vous rembourser la totalité de votre achat.',
      'Bien entendu, la garantie joue : nous pouvons remplacer le produit ou vous le rembourser, à votre convenance.',
      'Je vous propose un remboursement complet ou l’envoi d’un nouvel article.',
      'Un produit neuf vous sera adressé en échange de celui qui est abîmé.',
    ],
    procedure: [
      'Pour cela, merci de nous envoyer une photo du défaut ainsi que votre ticket de caisse.',
      'Il vous suffit de retourner l’article avec l’étiquette de retour que vous trouverez en pièce jointe.',
      'Vous pouvez rapporter le produit dans le magasin de votre choix, muni de votre preuve d’achat.',
      'Merci de nous transmettre une copie de la facture et quelques photos.',
      'Merci de renvoyer l’article dans son emballage, avec le bon de retour imprimé.',
      'Afin d’ouvrir le dossier, nous avons besoin d’une photo de l’article ; vous pouvez nous adresser aussi le justificatif d’achat.',
    ],
    delay: [
      'Le tout vous parviendra sous {d} jours.',
      'Comptez environ {d} jours une fois le dossier complet.',
      'Vous aurez une solution dans un délai de {d} jours.',
      'Notre atelier traite ce type de demande en {d} jours environ.',
      'Tout sera réglé d’ici {d} jours.',
    ],
    gesture: [
      'À titre de geste commercial, nous joignons un bon de réduction de {price}.',
      'Pour nous faire pardonner, une remise de 15 % vous attend lors de votre prochaine commande.',
      'Nous souhaitons également vous dédommager par un code de réduction de {price}.',
    ],
  },
  'pre-sale-question': {
    'delivery-time': [
      'La livraison prend {d} jours ouvrés à compter de la commande.',
      'Votre colis est livré chez vous en {d} jours environ.',
      'Nous expédions le jour même et vous recevez le paquet sous {d} jours.',
      'Pour être livré à temps, prévoyez un délai de {d} jours.',
      'L’acheminement demande {d} jours ouvrables en moyenne.',
    ],
    'delivery-cost': [
      'Les frais de port s’élèvent à {price}.',
      'La livraison est offerte à partir de 60 euros d’achat.',
      'L’envoi coûte {price} en France métropolitaine.',
      'La livraison standard est gratuite en point relais.',
      'Il faut compter {price} de frais d’envoi.',
    ],
    'gift-wrap': [
      'Oui, nous proposons un emballage cadeau, à cocher dans le panier.',
      'Un paquet cadeau peut être préparé par nos soins, avec un petit mot de votre part.',
      'Chaque article peut être emballé pour offrir, sans supplément.',
      'Nos boîtes cadeaux sont disponibles en deux tailles.',
      'Nous glissons volontiers votre achat dans une pochette cadeau.',
    ],
    returns: [
      'Si le cadeau ne plaît pas, il peut être échangé dans les trente jours.',
      'Les retours sont gratuits en magasin comme par la poste.',
      'La personne dispose de {long} jours pour retourner l’article ou changer d’avis.',
      'Vous avez {long} jours pour nous renvoyer un article qui ne conviendrait pas.',
      'Un échange reste possible pendant {long} jours, avec le ticket.',
    ],
  },
  'question-in-english': {
    'shipping-abroad': [
      'Oui, nous livrons en Irlande ainsi que dans toute l’Europe.',
      'Nous expédions bien vers l’étranger, Royaume-Uni compris.',
      'La livraison en Irlande est tout à fait possible.',
    ],
    cost: ['Les frais de livraison sont de {price} pour cette destination.', 'Le port vous sera facturé {price}.'],
    time: ['Il faut compter {d} jours pour recevoir le colis.', 'L’acheminement prend {d} à 12 jours.'],
    payment: [
      'Le paiement par carte Visa ou Mastercard est accepté.',
      'Vous pouvez payer par carte bancaire étrangère ou par PayPal.',
    ],
  },
  'site-problem': {
    remedy: [
      'Nous vous conseillons de vider le cache et les cookies, puis de recommencer.',
      'Nous vous invitons à essayer avec un autre navigateur, ou en navigation privée.',
      'Voici ce qui règle la situation la plupart du temps : effacez les cookies et mettez à jour votre navigateur.',
      'Je viens de réinitialiser votre accès : vous recevrez un nouveau lien dans quelques instants.',
      'Désactivez votre bloqueur de publicité le temps de l’opération : c’est souvent lui qui gêne.',
    ],
    cause: [
      'Notre équipe technique a identifié une anomalie, et sa correction est en cours.',
      'Il s’agit d’un incident connu, désormais résolu.',
      'Avec une capture d’écran, notre service informatique pourra vérifier ce qui se passe.',
      'Nos techniciens travaillent actuellement à corriger ce dysfonctionnement.',
      'La page était en maintenance ; tout est rétabli.',
    ],
    alternative: [
      'En attendant, vous pouvez commander par téléphone, du lundi au samedi.',
      'Si vous le souhaitez, nous pouvons passer votre commande à votre place.',
      'Vous pouvez aussi acheter en magasin, au même prix.',
      'Indiquez-nous les articles par retour de mail{+contact} et nous enregistrerons la commande pour vous.',
      'Il reste possible de réserver par téléphone auprès de nos conseillers.',
    ],
  },
  refund: {
    delay: [
      'Le remboursement intervient sous {d} jours.',
      'Un remboursement est traité en {d} jours ouvrés.',
      'Vous serez remboursé dans un délai de {d} jours.',
      'Comptez {d} jours pour que le crédit apparaisse sur votre relevé.',
      'Notre comptabilité traite les retours dans les {d} jours.',
    ],
    means: [
      'La somme est versée par le même moyen de paiement que celui de la commande.',
      'Le montant sera recrédité sur votre carte.',
      'Nous vous réglerons par virement.',
      'La somme revient toujours vers le mode de paiement utilisé lors de l’achat.',
      'Vous serez crédité sur votre compte bancaire.',
    ],
    elements: [
      'Le numéro de suivi de votre colis nous suffit, et nous l’avons.',
      'Votre colis de retour a été contrôlé hier, et tout est en ordre.',
      'Votre colis a été réceptionné à l’entrepôt.',
      'Nous avons retrouvé votre colis grâce à son numéro de suivi.',
      'Aucun justificatif d’envoi n’est nécessaire de votre part.',
    ],
  },
  'refund-follow-up': {
    status: [
      'Votre remboursement est en cours de traitement.',
      'Votre dossier a été transmis à la comptabilité, qui l’a validé.',
      'Le remboursement a été lancé ce matin.',
      'Votre dossier a été accepté ce matin par mon responsable.',
    ],
    date: [
      'Vous verrez la somme sous {d} jours.',
      'Tout sera fait dans les {d} jours.',
      'Le versement aura lieu d’ici {d} jours.',
    ],
    elements: [
      'Le numéro de suivi de votre envoi est dans notre dossier.',
      'Votre retour a été contrôlé par nos soins, sans aucune réserve.',
      'Votre colis a été réceptionné sans réserve.',
    ],
  },
}

/** How an answer restates what was asked, by scenario. */
export const FRENCH_REFORMULATIONS: Readonly<Record<string, readonly string[]>> = {
  complaint: [
    'Vous nous signalez qu’un article acheté récemment s’est abîmé très vite.',
    'Nous comprenons que le produit que vous avez acheté présente un défaut.',
  ],
  'pre-sale-question': [
    'Vous nous interrogez sur la livraison et les retours avant de passer commande.',
    'Vous souhaitez faire un cadeau et connaître nos conditions de livraison.',
  ],
  'question-in-english': ['Vous souhaitez savoir si nous livrons à l’étranger.'],
  'site-problem': [
    'Vous nous indiquez rencontrer une difficulté sur notre site.',
    'Vous n’arrivez pas à utiliser notre site comme vous le voudriez.',
  ],
  refund: [
    'Vous attendez le remboursement d’un article que vous nous avez renvoyé.',
    'Vous nous demandez où en est le remboursement de votre retour.',
  ],
  'refund-follow-up': ['Vous revenez vers nous au sujet de votre remboursement.'],
}
