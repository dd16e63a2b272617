/**
 * The rest of a French letter as invented brands write it: greeting, thanks, apology, deflection, closing. Written for the
 * sandbox alone. `{title}` is Madame or Monsieur, `{dear}` agrees with it, `{last}` and `{first}` the shopper's name, `{agent}` the one who signs.
 */

/** Banks of phrases in one language; one is drawn per use. */
export interface LetterPhrases {
  readonly greetingByName: readonly string[]
  readonly greetingPlain: readonly string[]
  readonly thanks: readonly string[]
  readonly empathy: readonly string[]
  readonly deflection: readonly string[]
  /** Shows that the earlier exchange is known. */
  readonly recognition: readonly string[]
  /** Shows that it is not. */
  readonly ignorance: readonly string[]
  /** A way back to the same people. */
  readonly contact: readonly string[]
  readonly courtesy: readonly string[]
  readonly signaturePerson: readonly string[]
  readonly signatureTeam: readonly string[]
  /** Takes up facts of the shopper. */
  readonly personal: readonly string[]
  /** Says that a machine wrote it. */
  readonly machine: readonly string[]
  /** Says nothing, at length, the same to everybody. */
  readonly canned: readonly string[]
  readonly agents: readonly string[]
}

/** French. */
export const FRENCH_LETTER: LetterPhrases = {
  machine: [
    'Cette réponse a été rédigée par une intelligence artificielle.',
    'Je suis l’assistante virtuelle de {brand}.',
    'Vous avez reçu une réponse de notre agent conversationnel.',
    'Ce message a été généré par l’assistant numérique de {brand}.',
  ],
  greetingByName: [
    'Bonjour {title} {last},',
    '{dear} {title} {last},',
    '{title} {last},',
    'Bonjour {first},',
    'Bonjour {first} {last},',
  ],
  greetingPlain: ['Bonjour,', 'Madame, Monsieur,', 'Cher client, chère cliente,', 'Bonjour et bienvenue,'],
  thanks: [
    'Nous vous remercions de votre message.',
    'Merci d’avoir pris le temps de nous écrire.',
    'Nous vous remercions de l’intérêt que vous portez à {brand}.',
    'Merci pour votre e-mail et pour votre confiance.',
  ],
  empathy: [
    'Nous vous présentons toutes nos excuses pour ce désagrément.',
    'Je suis sincèrement désolée de ce que vous nous racontez et je comprends votre déception.',
    'Nous regrettons vivement cette situation et nous vous prions de bien vouloir nous en excuser.',
    'Veuillez accepter nos excuses pour la gêne occasionnée.',
  ],
  deflection: [
    'Pour ce type de demande, merci d’appeler notre service client au {phone}.{+contact}',
    'Vous trouverez toutes les réponses utiles dans la foire aux questions de notre site.',
    'Merci de bien vouloir remplir le formulaire en ligne, rubrique « Contact ».',
    'Cette adresse ne traite pas ce type de demande : merci de vous rapprocher du service concerné.',
    'Nous vous prions de renouveler votre demande depuis votre espace personnel.',
  ],
  recognition: [
    'Je retrouve bien votre premier message, resté sans suite de notre part, et le reprends ici.',
    'Comme nous vous l’indiquions dans notre précédent échange, votre demande est suivie.',
    'J’ai sous les yeux votre précédent courrier et la réponse que mon collègue vous avait faite.',
    'Votre précédent message nous est bien parvenu et figure dans votre dossier.',
  ],
  ignorance: [
    'Votre nom ne figure pas dans nos dossiers : merci de nous exposer votre demande en détail.',
    'Nous ne retrouvons aucune demande à votre nom.',
    'Sans trace d’un premier courrier de votre part, il nous faudrait la raison de votre message.',
  ],
  contact: [
    'Je reste à votre disposition au {phone} ou par retour de ce message.',
    'Vous pouvez me joindre directement au {phone}.',
    'N’hésitez pas à répondre à cet e-mail si un point reste obscur.',
    'Une question ? Appelez-moi au {phone}, du lundi au vendredi.',
  ],
  courtesy: [
    'Cordialement,',
    'Bien cordialement,',
    'Nous vous prions d’agréer nos salutations distinguées.',
    'Avec nos sentiments les meilleurs,',
    'Belle journée à vous,',
    'Je vous souhaite une excellente journée.',
  ],
  signaturePerson: ['{agent}\nService client {brand}', '{agent}\nConseillère clientèle\n{brand}', '{agent}\n{brand}'],
  signatureTeam: ['Le service client {brand}', 'L’équipe {brand}', '{brand}\nService relation clientèle'],
  personal: [
    'Un grand bonjour à {city} !',
    'Nous avons beaucoup de clients à {city} et en sommes très heureux.',
    'Quel plaisir de vous lire depuis {city} !',
  ],
  canned: [
    'Votre satisfaction est notre priorité et nous mettons tout en œuvre pour vous offrir un service de qualité.',
    'Soucieux de la qualité de nos produits, nous attachons la plus grande importance aux remarques de nos clients.',
    'Toutes nos équipes se mobilisent chaque jour pour répondre à vos attentes.',
  ],
  agents: [
    'Sandrine Picard',
    'Julien Marchand',
    'Nadia Ferhat',
    'Aurélie Collet',
    'Romain Leclercq',
    'Inès Ouazzani',
    'Pascale Guérin',
    'Hugo Delattre',
    'Marion Vasseur',
    'Olivier Besson',
  ],
}
