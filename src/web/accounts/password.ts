/**
 * Whether a password may be chosen. Length counts most; what everybody guesses first is refused as well (NIST SP 800-63B §5.1.1.2:
 * common values, repeated or sequential characters, words of the context).
 */
import type { Said } from '../../domain/said.js'
import { saidError, say } from '../../languages/index.js'

/** Fewest characters of a password (NIST SP 800-63B asks for 8; 12 leaves room for people who reuse). */
export const PASSWORD_LENGTH = 12

/** Most characters: more would only keep the hash busy (better-auth's own bound). */
const MOST_CHARACTERS = 128

/** Fewest different characters. */
const LEAST_VARIETY = 5

/** Beginnings of the passwords that are guessed first, in the languages of our pages, and our own name. */
const GUESSED_FIRST =
  /password|passw0rd|motdepasse|azerty|qwerty|qwertz|letmein|welcome|bienvenue|changeme|admin|iloveyou|soleil|replymark/g

/** True where every character follows the one before it by the same step: `abcdef…`, `123456…`, `987654…`. */
function isSequence(text: string): boolean {
  const steps = [...text].slice(1).map((character, index) => {
    const before = text.charCodeAt(index)
    return character.charCodeAt(0) - before
  })
  // A keyboard's row of digits goes from 9 to 0.
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9)
}

/**
 * What is wrong with a password, for people; null where it may be chosen.
 * @param email address of the account: its own parts are the first guess
 */
export function passwordFault(password: string, email: string): Said | null {
  if (password.length < PASSWORD_LENGTH) return say('web.password-short', { least: PASSWORD_LENGTH })
  if (password.length > MOST_CHARACTERS) return say('web.password-long', { most: MOST_CHARACTERS })
  const folded = password.toLowerCase()
  if (new Set(folded).size < LEAST_VARIETY) return say('web.password-monotonous', { least: LEAST_VARIETY })
  if (isSequence(folded)) return say('web.password-sequence')
  const parts = email
    .toLowerCase()
    .split(/[@.+_-]/)
    .filter((part) => part.length >= 4)
  const guessed = [email.toLowerCase(), ...parts].reduce((text, part) => text.replaceAll(part, ''), folded)
  // What is left once the guessed words are taken out must still be a secret.
  if (guessed.replaceAll(GUESSED_FIRST, '').replaceAll(/[\d\W_]/g, '').length === 0 && /[a-z]/.test(folded))
    return say('web.password-guessed')
  return null
}

/**
 * Refuses a password that may not be chosen.
 * @throws ReplymarkError `usage`
 */
export function requirePassword(password: string, email: string): void {
  const fault = passwordFault(password, email)
  if (fault) throw saidError('usage', fault, { hint: say('web.password-choose') })
}
