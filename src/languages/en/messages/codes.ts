/** What kind of thing went wrong, by the code of the error: headings where its sentence is in no catalogue. English. */
/** By id. */
export const codes = {
  'code.usage': 'The request is incomplete',
  'code.configuration': 'The study’s configuration is to be corrected',
  'code.not-found': 'This does not exist',
  'code.forbidden': 'This is not allowed here',
  'code.unauthenticated': 'Please sign in first',
  'code.rate-limited': 'Too many requests',
  'code.conflict': 'The present state does not allow it',
  'code.mailbox': 'A mailbox does not answer',
  'code.ledger': 'The ledger does not answer',
  'code.unavailable': 'A service does not answer',
  'code.tampered': 'Evidence does not match its seal',
  'code.internal': 'Something went wrong on our side',
} as const
