/** Warnings that mail gateways put above a mail: "[EXTERNAL]", "CAUTION: This email originated from outside …". */

import { anyOf } from '../../any-of.js'

const BANNERS: readonly RegExp[] = [
  /^\W{0,6}(?:external|externe|ext|extern|externo|externer absender|spam|suspicious)(?: (?:e-?mail|mail|message|sender|exp[eé]diteur))?\s?[\])}>!:*-]{1,6}\s*$/iu,
  /^\W{0,6}(?:external|externe|ext|extern)(?: (?:e-?mail|mail|message|sender|exp[eé]diteur))?\s?[\])}!:*-]{1,6}\s.{0,300}$/iu,
  /^\W{0,6}(?:caution|warning|attention|notice|prudence|avertissement|vorsicht|achtung|avviso|let op|opgelet|alerte?)\W{1,6}.{0,80}(?:external|outside|externe|ext[eé]rieur|hors de|extern|esterno|buiten|inconnu|unknown|originat|provient|from a |dubious|suspicious).{0,400}$/iu,
  /^\W{0,6}(?:this (?:e-?mail|message) (?:originated|was sent|came|is) from (?:outside|an external)|ce (?:message|mail|e-?mail|courriel) (?:provient|[eé]mane|vient|a [eé]t[eé] envoy[eé]) d(?:e |')(?:l')?(?:ext[eé]rieur|une? (?:source|exp[eé]diteur|adresse) extern)).{0,400}$/iu,
  /^\W{0,6}(?:do not click (?:on )?(?:links|any)|ne cliquez pas sur|n'ouvrez (?:pas|aucune?)|soyez vigilant|be careful with|please be cautious|merci de ne pas cliquer).{0,400}$/iu,
  /^\W{0,6}(?:you don't often get e-?mail from|vous n'obtenez pas souvent d'e-?mail|vous ne recevez pas souvent|vous n'avez pas souvent de courrier|some people who received this message don't often|certaines personnes qui ont re[cç]u ce message|learn why this is important|d[eé]couvrez pourquoi (?:ceci|cela|c'est)).{0,300}$/iu,
]

const BANNER = anyOf(BANNERS)

/** True where a line is a gateway's warning. */
export function isBanner(line: string): boolean {
  return line.length <= 600 && BANNER(line)
}

/** Banners as gateways write them; each is a test. */
export const BANNER_EXAMPLES: readonly string[] = [
  '[EXTERNAL]',
  '[EXTERNE] Ce message provient de l’extérieur',
  'CAUTION: This email originated from outside of the organization. Do not click links.',
  'ATTENTION : ce courriel provient d’un expéditeur externe.',
  '*** EXTERNAL EMAIL ***',
]
