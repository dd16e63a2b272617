/** What machines and sales departments of invented brands send: receipts, absences, surveys, offers, delivery failures. For the sandbox alone. */

/** A text with its subject. `{subject}` is our subject; the other slots are those of letters. */
export interface AutomaticText {
  readonly subject: string
  readonly text: string
}

/** Receipts in French; `promises` tells whether it says when the answer will come. */
export const FRENCH_RECEIPTS: readonly (AutomaticText & { readonly promises: boolean })[] = [
  {
    subject: 'Nous avons bien reçu votre message',
    text: 'Bonjour,\n\nVotre message nous est bien parvenu et nous vous en remercions. Un conseiller vous répondra sous 48 heures ouvrées.\n\nCeci est un message automatique, merci de ne pas y répondre.\n\nLe service client {brand}',
    promises: true,
  },
  {
    subject: 'Accusé de réception : {subject}',
    text: 'Bonjour,\n\nNous accusons réception de votre demande, enregistrée sous le numéro {ref}. Elle sera traitée dans les meilleurs délais.\n\nCet e-mail a été généré automatiquement.\n\n{brand}',
    promises: false,
  },
  {
    subject: '[Demande {ref}] {subject}',
    text: 'Votre demande ({ref}) a été reçue et sera examinée par notre équipe d’assistance dans un délai de 3 jours ouvrés.\n\nPour ajouter des commentaires, répondez à cet e-mail.',
    promises: true,
  },
  {
    subject: 'Votre demande est entre de bonnes mains',
    text: 'Cher client, chère cliente,\n\nMerci d’avoir contacté {brand}. Nous traitons les messages dans leur ordre d’arrivée et reviendrons vers vous aussi vite que possible.\n\nRéponse automatique – ne pas répondre.',
    promises: false,
  },
]

/** Receipts in English. */
export const ENGLISH_RECEIPTS: readonly (AutomaticText & { readonly promises: boolean })[] = [
  {
    subject: 'We have received your message',
    text: 'Hello,\n\nThank you for contacting {brand}. This is an automatic confirmation that your message has reached us. A member of our team will reply within 48 hours.\n\nPlease do not answer this e-mail.',
    promises: true,
  },
  {
    subject: '[Request received] {subject}',
    text: 'Your request ({ref}) has been received and is being reviewed by our support staff.\n\nTo add additional comments, reply to this email.',
    promises: false,
  },
]

/** Absences. */
export const ABSENCES: readonly AutomaticText[] = [
  {
    subject: 'Absence du bureau : {subject}',
    text: 'Bonjour,\n\nJe suis absente du bureau jusqu’à lundi prochain inclus et consulterai mes messages à mon retour. En cas d’urgence, merci de contacter ma collègue {agent}.\n\nCordialement,\n{agent2}',
  },
  {
    subject: 'Réponse automatique : {subject}',
    text: 'Bonjour,\n\nActuellement en congés, je ne pourrai prendre connaissance de votre message qu’à mon retour, le 12. Pendant mon absence, vous pouvez vous adresser à {agent}.\n\n{agent2}',
  },
  {
    subject: 'Out of office: {subject}',
    text: 'Hello,\n\nI am out of the office until next Monday with limited access to my e-mail. For urgent matters, please contact {agent}.\n\nBest regards,\n{agent2}',
  },
]

/** Surveys about the answer. */
export const SURVEYS: readonly AutomaticText[] = [
  {
    subject: 'Comment s’est passé votre échange avec {brand} ?',
    text: 'Bonjour,\n\nVous avez récemment contacté notre service client. Votre avis nous intéresse : notez votre expérience de 0 à 10 en répondant à notre enquête de satisfaction (1 minute).\n\nhttps://avis.{domain}/enquete/{ref}\n\nMerci pour votre participation,\n{brand}',
  },
  {
    subject: 'Donnez-nous votre avis',
    text: 'Bonjour,\n\nÊtes-vous satisfait de la réponse de notre conseiller ?\n\n[ Très satisfait ] [ Satisfait ] [ Peu satisfait ] [ Pas du tout satisfait ]\n\nRépondez au questionnaire en cliquant ici : https://enquete.{domain}/{ref}\n\nVos réponses nous aident à progresser.',
  },
  {
    subject: 'How did we do?',
    text: 'Hello,\n\nYou recently contacted {brand}. On a scale from 0 to 10, how likely are you to recommend us? Please take our short satisfaction survey:\n\nhttps://survey.{domain}/{ref}\n\nThank you for your feedback.',
  },
]

/** Offers. */
export const OFFERS: readonly AutomaticText[] = [
  {
    subject: 'Nos nouveautés du printemps sont arrivées',
    text: 'Découvrez la nouvelle collection {brand} : -20 % sur votre première commande avec le code PRINTEMPS20.\n\nJ’en profite : https://www.{domain}/nouveautes\n\nVous recevez cet e-mail car votre adresse figure dans notre fichier. Se désinscrire : https://www.{domain}/desinscription/{ref}',
  },
  {
    subject: 'Ventes privées : jusqu’à -50 % pendant 3 jours',
    text: 'C’est parti pour les ventes privées ! Jusqu’à -50 % sur une sélection d’articles, livraison offerte dès 50 € d’achat.\n\nVoir la sélection : https://www.{domain}/ventes-privees\n\nPour ne plus recevoir nos offres, cliquez ici : https://www.{domain}/stop/{ref}',
  },
  {
    subject: 'La lettre de {brand} : idées cadeaux',
    text: 'Notre newsletter du mois : dix idées cadeaux à moins de 30 €, les conseils de nos experts et un jeu-concours.\n\nLire la suite : https://www.{domain}/lettre\n\nSe désabonner : https://www.{domain}/unsubscribe?id={ref}',
  },
]

/** Offers of strangers who bought the address. */
export const STRANGERS: readonly (AutomaticText & { readonly name: string; readonly domain: string })[] = [
  {
    name: 'Bons Plans Express',
    domain: 'bonsplans-express.example',
    subject: 'Votre bon de 100 € vous attend',
    text: 'Félicitations ! Vous avez été sélectionné pour recevoir un bon d’achat de 100 €. Offre valable 48 heures.\n\nJe récupère mon bon : https://www.bonsplans-express.example/go/{ref}\n\nSe désinscrire : https://www.bonsplans-express.example/out/{ref}',
  },
  {
    name: 'Mutuelle Comparée',
    domain: 'mutuelle-comparee.example',
    subject: 'Économisez jusqu’à 320 € sur votre mutuelle',
    text: 'Comparez gratuitement 40 mutuelles en deux minutes et économisez jusqu’à 320 € par an.\n\nJe compare : https://mutuelle-comparee.example/devis/{ref}\n\nVous ne souhaitez plus recevoir nos offres ? https://mutuelle-comparee.example/stop/{ref}',
  },
  {
    name: 'Panneaux Avenir',
    domain: 'panneaux-avenir.example',
    subject: 'Panneaux solaires : testez votre éligibilité',
    text: 'Propriétaires, profitez des aides pour installer des panneaux solaires. Testez votre éligibilité en 30 secondes.\n\nhttps://panneaux-avenir.example/test/{ref}\n\nDésabonnement : https://panneaux-avenir.example/d/{ref}',
  },
]

/** Requests to prove that a person wrote. */
export const CHALLENGES: readonly AutomaticText[] = [
  {
    subject: 'Merci de confirmer votre message : {subject}',
    text: 'Bonjour,\n\nPour lutter contre le courrier indésirable, notre messagerie vérifie les expéditeurs inconnus. Votre message est mis en attente. Pour qu’il soit remis à son destinataire, veuillez confirmer que vous êtes bien son auteur en cliquant sur ce lien :\n\nhttps://filtre.{domain}/confirmer/{ref}\n\nCette vérification n’est demandée qu’une fois.',
  },
]
