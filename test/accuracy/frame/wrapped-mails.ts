/**
 * Answers inside the mails of help desks, put together from frames and letters of our own wording. Frames are split by system
 * family: mistakes in the first half may be read, in the `kept` half they are only counted. One hand wrote both and the rules, so that
 * neither says how mail of strangers is read.
 */

/** A mail with what its writer wrote. */
export interface WrappedMail {
  readonly family: string
  readonly kept: boolean
  readonly plain: string
  /** New text, closing and name included. */
  readonly text: string
}

interface Letter {
  readonly language: 'fr' | 'en'
  readonly agent: string
  readonly text: string
}

interface Frame {
  readonly family: string
  readonly kept: boolean
  readonly language: 'fr' | 'en'
  /** `{letter}`, `{agent}`, `{brand}`, `{customer}`, `{number}`, `{question}`. */
  readonly body: string
}

const LETTERS: readonly Letter[] = [
  {
    language: 'fr',
    agent: 'Solène Guyard',
    text: 'Bonjour Madame Ferrand,\n\nLe sommier se livre monté ; comptez neuf jours à partir de la commande. Les livreurs reprennent l’ancien sans supplément.\n\nBien cordialement,\nSolène Guyard',
  },
  {
    language: 'fr',
    agent: 'Karl Ott',
    text: 'Oui, la pièce existe encore : référence BX-14, 23,50 €. Je vous en mets une de côté jusqu’à samedi.',
  },
  {
    language: 'fr',
    agent: 'Mélanie',
    text: 'Bonjour,\n\nDeux points :\n- le bon d’achat reste valable un an ;\n- il peut servir en plusieurs fois.\n\nAutre question : souhaitez-vous que je vous l’envoie par courrier ?\n\nBelle journée,\nMélanie',
  },
  {
    language: 'en',
    agent: 'Priya Nair',
    text: 'Hello Mrs Ferrand,\n\nThe kettle is covered for two years. Send it back with the label below and we will have a new one with you by Friday.\n\nKind regards,\nPriya',
  },
  {
    language: 'en',
    agent: 'Owen Clegg',
    text: 'We do, and it is £6.40 to the Highlands. Allow four days.',
  },
  {
    language: 'en',
    agent: 'Dana',
    text: 'Hi there,\n\nTwo things happened: the card was declined at 14:02, then the order was cancelled automatically. Nothing has been taken.\n\nPlease try again and tell me if it fails.\n\nThanks,\nDana',
  },
]

const FRAMES: readonly Frame[] = [
  // Tuning families.
  {
    family: 'ruled table below',
    kept: false,
    language: 'fr',
    body: '===== Pour nous répondre, écrivez au-dessus de cette ligne =====\n\n{letter}\n\n--------------------------------\nRéférence : {number}\nSujet : Question sur un produit\nÉtat : En attente du client\nPriorité : Normale\n--------------------------------\nConsulter la demande : https://aide.{brand}.example/t/{number}',
  },
  {
    family: 'announcement above',
    kept: false,
    language: 'fr',
    body: 'Bonjour {customer},\n\n{agent} a répondu à votre ticket n° {number} :\n\n{letter}\n\nVous pouvez consulter l’historique complet ici : https://support.{brand}.example/{number}\n\nL’équipe {brand}',
  },
  {
    family: 'portal comment',
    kept: false,
    language: 'en',
    body: '---- Please enter your reply above this line ----\n\n{agent} wrote:\n\n{letter}\n\nThis ticket is shared with {customer}.\n\nView ticket {number}: https://{brand}.example/portal/{number}\nSent on behalf of {brand} by HelpSuite',
  },
  {
    family: 'new response on ticket',
    kept: false,
    language: 'en',
    body: 'New reply on your ticket #{number}\n\nDear {customer},\n\nA member of our team has posted a response:\n\n{letter}\n\n-----\nTicket: {number}\nDepartment: Sales\nStatus: Answered\n-----\nPlease do not change the subject line when you answer.',
  },
  {
    family: 'history below',
    kept: false,
    language: 'fr',
    body: '{letter}\n\n------ Historique des échanges ------\n\n[12/03/2026 09:14] {customer} :\n{question}\n\n[12/03/2026 09:15] {brand} :\nVotre demande a été enregistrée.',
  },
  {
    family: 'question repeated',
    kept: false,
    language: 'en',
    body: '{letter}\n\nYour original enquiry:\n\n{question}\n\nReference: {number}',
  },
  {
    family: 'agent line and state',
    kept: false,
    language: 'en',
    body: '{agent} ({brand})\nMar 12, 2026, 10:24 GMT\n\n{letter}\n\nTicket details\nRequester: {customer}\nCC: -\nGroup: Support\nTicket URL: https://{brand}.example/tickets/{number}',
  },
  {
    family: 'answer and question by label',
    kept: false,
    language: 'fr',
    body: 'Votre question :\n{question}\n\nNotre réponse :\n{letter}\n\nCet e-mail a été généré par la plateforme de {brand}.',
  },
  // Families kept aside.
  {
    family: 'braces above',
    kept: true,
    language: 'en',
    body: '[[ Answer by typing over this text ]]\n\nHello {customer},\n\n{agent} has added a comment to request {number}:\n\n{letter}\n\nOpen the request: https://desk.{brand}.example/r/{number}\nYou get this mail because you opened the request.',
  },
  {
    family: 'stars and state',
    kept: true,
    language: 'fr',
    body: '*** Ne rien inscrire sous ces étoiles ***\n\nVotre dossier {number} a reçu une réponse de {agent}.\n\n{letter}\n\n***\nDossier : {number}\nConseiller : {agent}\nStatut : Répondu\nÉchéance : 15/03/2026',
  },
  {
    family: 'notification of an update',
    kept: true,
    language: 'en',
    body: 'Case {number} was updated by {agent}.\n\nComment:\n{letter}\n\nCase Number: {number}\nCase Owner: {agent}\nPriority: Medium\nCreated: 3/11/2026 8:02 AM\n\nref:_00Dx0ab._500x1cd:ref',
  },
  {
    family: 'message from adviser',
    kept: true,
    language: 'fr',
    body: 'Vous avez un nouveau message de {agent}, conseiller {brand}\n----------------------------------------------------------\n{letter}\n----------------------------------------------------------\nRépondez directement à cet e-mail ou depuis votre espace : https://www.{brand}.example/espace',
  },
  {
    family: 'thread in reverse',
    kept: true,
    language: 'en',
    body: '{letter}\n\n#2 - {customer} - 12 March 2026 09:14\n{question}\n\n#1 - {brand} - 12 March 2026 09:15\nThank you, we have your message.',
  },
  {
    family: 'reminder of the request',
    kept: true,
    language: 'fr',
    body: 'Suite à votre demande n° {number}, voici notre réponse :\n\n{letter}\n\nRappel de votre demande du 12/03/2026 :\n« {question} »\n\nMerci de conserver ce numéro dans vos échanges.',
  },
  {
    family: 'followed discussion',
    kept: true,
    language: 'en',
    body: 'Reply ABOVE THIS LINE to add a note to this conversation\n\n{agent} replied\n{letter}\n\nConversation so far\n\n{customer}, Thu 12 Mar at 9:14 AM\n{question}\n\nManage notifications | {brand} Help',
  },
  {
    family: 'shop message centre',
    kept: true,
    language: 'fr',
    body: '{brand} : réponse à votre message\n\nBonjour {customer},\n\nLe service client de {brand} vous a adressé le message suivant :\n\n{letter}\n\nPour répondre, cliquez ici : https://{brand}.example/messages/{number}\n\n{brand} – tous droits réservés',
  },
]

const VALUES = {
  brand: 'bellorme',
  customer: 'Odile Ferrand',
  number: '48-20713',
  questionFr:
    'Bonjour, je cherche à savoir sous combien de temps vous livrez et si vous reprenez l’ancien. Merci. Odile Ferrand',
  questionEn: 'Hello, could you tell me how long delivery takes and whether it is covered? Thanks, Odile Ferrand',
} as const

function fill(frame: Frame, letter: Letter): WrappedMail {
  const plain = frame.body
    .replaceAll('{letter}', letter.text)
    .replaceAll('{agent}', letter.agent)
    .replaceAll('{brand}', VALUES.brand)
    .replaceAll('{customer}', VALUES.customer)
    .replaceAll('{number}', VALUES.number)
    .replaceAll('{question}', frame.language === 'fr' ? VALUES.questionFr : VALUES.questionEn)
  return { family: frame.family, kept: frame.kept, plain, text: letter.text }
}

/** Every frame with every letter of its language. */
export function wrappedMails(): readonly WrappedMail[] {
  return FRAMES.flatMap((frame) =>
    LETTERS.filter(({ language }) => language === frame.language).map((letter) => fill(frame, letter)),
  )
}
