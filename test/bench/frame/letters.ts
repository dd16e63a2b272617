/** Letters of about 150 words as customer services write them, made from own sentences in a seeded order; some carry a mistake. */
import { createRandom } from '../../../src/ranking/random.js'

const FRENCH = [
  'Nous avons bien reçu votre message et nous vous remercions de votre confiance.',
  'Votre commande {product} a été préparée dans notre entrepôt et remise au transporteur {day} matin.',
  'Le délai de livraison habituel est de {number} jours ouvrés, hors samedi et jours fériés.',
  'Je comprends votre déception et je vous prie de nous excuser pour ce désagrément.',
  'Vous trouverez ci-joint la facture que vous nous aviez demandée en {month}.',
  'Le remboursement apparaîtra sur votre relevé bancaire sous {number} jours.',
  'Les articles retournés doivent être dans leur emballage d’origine, accompagnés du bon de retour.',
  'Notre boutique en ligne propose désormais le modèle {product} en {number} coloris et dans toutes les tailles.',
  'Si le problème persiste, videz la mémoire de votre navigateur puis connectez-vous de nouveau.',
  'Nos conseillers sont joignables du lundi au vendredi, de {number} heures à dix-neuf heures.',
  'Je me suis renseignée auprès du service technique de {city}, qui vient de corriger cette anomalie.',
  'À titre exceptionnel, nous vous offrons les frais de port lors de votre prochain achat {product}.',
  'Cette crème {product} convient aux peaux sensibles et ne contient ni parfum ni alcool.',
  'Pourriez-vous nous communiquer le numéro qui figure sur votre bon de livraison ?',
  'Le colis est arrivé {day} au centre de tri de {city} et sera distribué demain dans la journée.',
  'Nous espérons que cette solution vous conviendra et restons à votre entière disposition.',
  'Les chaussures {product} que vous avez choisies seront de nouveau disponibles début {month}.',
  'Votre dossier a été transmis à notre responsable, qui vous répondra personnellement.',
  'Afin de protéger vos données, nous ne demandons jamais votre mot de passe par courriel.',
  'Il suffit de cliquer sur le lien reçu, puis de choisir un nouveau mot de passe.',
  'La garantie couvre les défauts de fabrication pendant {number} mois à compter de la date d’achat.',
  'Nous avons bien reçus votre réclamation et nous la traitons en priorité.',
  'Les frais de retour est pris en charge par notre enseigne.',
  'N’hésitez pas a revenir vers nous pour toute question complémentaire.',
]

const ENGLISH = [
  'Thank you for getting in touch with us about your {product} order.',
  'Your parcel left our warehouse on {day} and should reach you within {number} working days.',
  'I am sorry to hear that the {product} item arrived damaged, and I understand how frustrating this must be.',
  'We have refunded the full amount to the card that you used for the purchase.',
  'Please allow up to {number} days for the money to appear on your statement.',
  'The {product} jacket is available in {number} colours and in every size from small to extra large.',
  'If the problem persists, please clear the cache of your browser and sign in again.',
  'Our technical team has corrected the error, and the page should now load as expected.',
  'You can return any item within {number} days, provided that it has not been worn.',
  'I have attached a prepaid label, so that the return will not cost you anything.',
  'Our advisers are available from Monday to Friday between {number} and six.',
  'Could you please send us the number printed on your delivery note?',
  'As a gesture of goodwill, we would like to offer you free delivery on your next {product} order.',
  'The warranty covers manufacturing faults for {number} months from the date of purchase.',
  'We never ask for your password by e-mail, and we advise you not to share it.',
  'A colleague from the returns department will call you on {day} morning.',
  'The {product} cream is suitable for sensitive skin and contains neither perfume nor alcohol.',
  'Please let me know if there is anything else that I can do for you.',
  'Your order have been shipped this morning.',
  'We look forward to hear from you.',
]

const FRAME = {
  fr: { sentences: FRENCH, opening: 'Bonjour Madame,', closing: 'Bien cordialement,\nJulie Martin\nService clients' },
  en: { sentences: ENGLISH, opening: 'Dear Ms Carter,', closing: 'Kind regards,\nOliver Reed\nCustomer care' },
}

/** What fills the gaps of the sentences, so that few sentences come twice and a cache of whole sentences helps nobody. */
const FILLINGS: Readonly<Record<'fr' | 'en', Readonly<Record<string, readonly string[]>>>> = {
  fr: {
    day: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'],
    month: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre'],
    city: ['Lyon', 'Nantes', 'Rennes', 'Lille', 'Toulouse', 'Bordeaux', 'Grenoble', 'Metz', 'Dijon', 'Angers'],
    product: [
      'Aurore',
      'Boréal',
      'Céleste',
      'Daphné',
      'Éole',
      'Flore',
      'Galaxie',
      'Horizon',
      'Iris',
      'Jade',
      'Lumière',
      'Nacre',
    ],
  },
  en: {
    day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
    product: [
      'Aurora',
      'Boreal',
      'Celeste',
      'Daphne',
      'Ember',
      'Flora',
      'Galaxy',
      'Horizon',
      'Iris',
      'Jade',
      'Lumen',
      'Nacre',
    ],
  },
}

/** Words a letter is filled up to. */
const LETTER_WORDS = 150

/** The same letters for the same number. */
export function letters(language: 'fr' | 'en', count: number): readonly string[] {
  const { sentences, opening, closing } = FRAME[language]
  const random = createRandom(20_261_122)
  const fill = (sentence: string) =>
    sentence.replaceAll(/\{(\w+)\}/g, (_, gap: string) =>
      gap === 'number' ? String(2 + random.below(900)) : random.pick(FILLINGS[language][gap] ?? ['']),
    )
  return Array.from({ length: count }, (_, number) => {
    const body: string[] = []
    let words = 8
    while (words < LETTER_WORDS) {
      const sentence = fill(random.pick(sentences))
      body.push(sentence)
      words += sentence.split(' ').length
    }
    return `${opening}\n\n${body.join(' ')}\n\nVotre référence : CMD-${100_000 + number}\n\n${closing}`
  })
}
