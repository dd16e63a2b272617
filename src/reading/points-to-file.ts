/**
 * Whether a letter leaves its answer to a file: it says hardly anything itself, or in few words that the answer is attached.
 * French and English as studies are written in, the other languages of customers' mail by their most frequent phrases.
 */
import { closingIn } from './new-text/signature/closing-formulas.js'
import { visibleForm } from './new-text/visible-form.js'

/** Words of a covering note at most; a longer letter says something itself. */
const MOST_COVERING_WORDS = 60

const FILE =
  /\b(?:ci[- ]?jointe?s?|ci[- ]?apr[eè]s|(?:en )?pi[eè]ces?[- ]jointes?|(?:en )?annexes?|(?:document|fichier|courrier|lettre)s? joints?|jointe?s? [aà] (?:ce|cet|la|mon|notre)|attach(?:ed|ment|ments)|enclos(?:ed|ure)|im anhang|anbei|adjunt[oa]s?|in allegato|allegat[oa]|(?:in de )?bijlage|em anexo)/iu
const ANSWER =
  /\b(?:r[eé]ponses?|r[eé]pondons|courriers?|lettres?|explications?|(?:notre|mon) retour|[eé]l[eé]ments de r[eé]ponse|repl(?:y|ies)|responses?|answers?|letters?|antwort|schreiben|respuesta|carta|risposta|lettera|antwoord|brief|resposta)\b/iu
const GREETING =
  /^(?:bonjour|bonsoir|madame|monsieur|ch[eè]r|hello|hi|hey|dear|good (?:morning|afternoon|evening)|sehr geehrte|guten tag|hallo|estimad|hola|gentile|buongiorno|salve|geachte|beste|ol[aá]|prezad|car[oa])\b.{0,60}$/iu

/** Words of a letter beyond its greeting, its leave-taking and what stands below it. */
function sayingWords(text: string): string[] {
  const lines = text.split('\n').map(visibleForm)
  const closing = lines.findIndex((line, index) => index > 0 && line !== '' && closingIn(line) !== null)
  return lines
    .slice(0, closing < 0 ? undefined : closing)
    .filter((line) => !(GREETING.test(line) && line.split(' ').length <= 6))
    .flatMap((line) => line.split(/\s+/))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
}

/** How far a letter leaves the answer to its files: `nothing` is said at all, it `points` to a file, or it says something itself. */
export function coverOf(text: string): 'nothing' | 'points' | 'letter' {
  const words = sayingWords(text)
  if (words.length <= 1) return 'nothing'
  if (words.length > MOST_COVERING_WORDS) return 'letter'
  const said = words.join(' ')
  return FILE.test(said) && ANSWER.test(said) ? 'points' : 'letter'
}

/** Covering notes and letters; each is a test. */
export const COVER_EXAMPLES: readonly { readonly text: string; readonly cover: ReturnType<typeof coverOf> }[] = [
  { text: '', cover: 'nothing' },
  { text: 'Bonjour Madame,\n\nCordialement,\nPaul', cover: 'nothing' },
  { text: 'Bonjour,\n\nVous trouverez en annexe la lettre de notre service qualité.\n\nCordialement', cover: 'points' },
  { text: 'Dear Ms Ray,\n\nPlease find our response enclosed.\n\nKind regards,\nAnn', cover: 'points' },
  { text: 'Guten Tag,\n\nanbei unsere Antwort.\n\nMit freundlichen Grüßen', cover: 'points' },
  { text: 'Bonjour,\n\nVotre étiquette de retour est jointe à ce message : collez-la sur le carton.', cover: 'letter' },
  { text: 'Hello,\n\nYes, we deliver to Leeds. The price list is attached.', cover: 'letter' },
]
