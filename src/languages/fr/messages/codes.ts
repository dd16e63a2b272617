/** What kind of thing went wrong, by the code of the error: headings where its sentence is in no catalogue. French. */
/** By id. */
export const codes = {
  'code.usage': 'La demande est incomplète',
  'code.configuration': 'La configuration de l’étude est à corriger',
  'code.not-found': 'Cela n’existe pas',
  'code.forbidden': 'Ce n’est pas permis ici',
  'code.unauthenticated': 'Connectez-vous d’abord',
  'code.rate-limited': 'Trop de demandes',
  'code.conflict': 'L’état actuel ne le permet pas',
  'code.mailbox': 'Une boîte aux lettres ne répond pas',
  'code.ledger': 'Le registre ne répond pas',
  'code.unavailable': 'Un service ne répond pas',
  'code.tampered': 'Une pièce ne correspond pas à son sceau',
  'code.internal': 'Une erreur est survenue de notre côté',
} as const
