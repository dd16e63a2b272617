/**
 * Closing formulas of letters, French and English first. A formula closes a letter only where it stands alone on its line
 * or ends a line that is no longer than such a line is; "with regards to the payment" is none.
 */

import { found, type GuardedPattern } from '../../guarded.js'

/** Formulas as alternatives of a regular expression, whole line but for punctuation and an address of the reader. */
const FORMULAS = [
  // French
  '(?:(?:bien|tr[eè]s|le plus|plus) )?(?:cordialement|sinc[eè]rement|amicalement|respectueusement|chaleureusement)(?: (?:v[oô]tre|[aà] (?:vous|toi)|et [aà] bient[oô]t))?',
  '(?:bien|sinc[eè]rement|cordialement) [aà] (?:vous|toi)(?: et .{1,40})?',
  '(?:(?:mes|nos|avec (?:mes|nos)|recevez (?:mes|nos)|meilleures?|sinc[eè]res|cordiales|respectueuses|bien|mes|nos) ?){1,3}(?:plus )?(?:sinc[eè]res |cordiales |respectueuses |meilleures |distingu[eé]es )?(?:salutations|cordialit[eé]s|respects|sentiments)(?: (?:distingu[eé]es?|les meilleure?s|respectueux|cordiale?s|sinc[eè]res|d[eé]vou[eé]s))?',
  'salutations(?: (?:distingu[eé]es|cordiales|sinc[eè]res))?|cdlt|cdt|bien cdlt|cordialmt|b\\. ?[aà]\\. ?v\\.|amiti[eé]s',
  "(?:(?:passez|je vous souhaite|nous vous souhaitons|en vous souhaitant|vous souhaitant|et|tr[eè]s) ){0,2}(?:(?:une |un )?(?:tr[eè]s |excellente? |agr[eé]able |bonne? |belle? ){1,2}(?:fin de )?(?:journ[eé]e|soir[eé]e|matin[eé]e|apr[eè]s-midi|semaine|week-?end|continuation|r[eé]ception|f[eêé]tes?(?: de fin d'ann[eé]e)?|vacances|visite|journ[eé]e [aà] (?:vous|toi)))(?: (?:[aà]|et) .{1,40})?",
  "[aà] (?:tr[eè]s )?bient[oô]t(?: .{1,40})?|[aà] votre (?:[eé]coute|disposition|service)|au plaisir(?: de .{1,40})?|bonne lecture|merci(?: (?:(?:de|pour) votre (?:confiance|patience|compr[eé]hension|fid[eé]lit[eé]|retour)|d'avance|encore|beaucoup|par avance|[aà] vous|et .{1,40}))?|avec (?:tous )?(?:mes|nos) remerciements|dans l'attente(?: de .{1,60})?",
  // English
  '(?:(?:with|my|our|very|the|all|thanks(?: and)?|thank you(?: and)?) ){0,3}(?:(?:kind|kindest|best|warm|warmest|many|sincere|friendly) )?(?:regards|wishes|rgds)(?: (?:to you|always|from .{1,40}))?',
  '(?:yours|very|most) (?:sincerely|truly|faithfully|respectfully|cordially)(?: yours)?|(?:sincerely|respectfully|cordially|faithfully)(?: yours)?|all the best|best|cheers|take care|warmly|kindly|br|kr|rgds',
  '(?:many |with |thanks and |kind )?(?:thanks|thanx|thx|thank you)(?: (?:so much|very much|a lot|again|in advance|for .{1,50}|and .{1,30}|kindly))?|have a (?:great|nice|lovely|good|wonderful|pleasant) (?:day|evening|weekend|week|afternoon|rest of (?:the|your) (?:day|week))(?: .{1,20})?|(?:talk|speak) (?:to you )?soon|until then|enjoy your .{1,20}',
  // Other languages
  '(?:mit )?(?:(?:freundliche[nm]?|liebe[nm]?|beste[nm]?|herzliche[nm]?|sch[öo]ne[nm]?|viele[nm]?|sonnige[nm]?) ){1,2}(?:gr[üu](?:ß|ss)e?n?|gr[üu]sse)(?: .{1,30})?|hochachtungsvoll|mfg|vg|lg|gru(?:ß|ss)|(?:viele )?gr[üu](?:ß|ss)e',
  '(?:un |con un )?(?:cordial(?:es)? )?saludos?(?: (?:cordial(?:es)?|atentos?))?|atentamente|reciba un cordial saludo|muchas gracias|un abrazo',
  '(?:cordiali|distinti|cari|migliori) saluti|cordialmente|saluti|un (?:cordiale )?saluto|buona giornata',
  '(?:met )?(?:vriendelijke|hartelijke|beste) groet(?:en)?|groet(?:en|jes)?|hoogachtend|mvg',
  'atenciosamente|(?:melhores |com os melhores |os (?:nossos )?melhores )?cumprimentos|abra[cç]os?|obrigad[oa]',
  '(?:med )?(?:venlig|vennlig|v[äa]nlig|b[äa]sta) ?(?:hilsen|h[äa]lsning(?:ar)?)|mvh|hilsen|yst[äa]v[äa]llisin terveisin|terveisin|z powa[zż]aniem|pozdrawiam|с уважением',
].join('|')

const CLOSING_LINE = new RegExp(
  String.raw`^[-–—*_>/\s]{0,6}(?:${FORMULAS})[\s,.;:!*_…🙂😊☀️-]{0,8}(?:(?:madame|monsieur|mademoiselle|mesdames|messieurs|cher client|ch[eè]re cliente)[^.]{0,40}[.,!]?)?$`,
  'iu',
)
/** Long French formulas, possibly over several lines: "Nous vous prions d'agréer, Madame, …". */
const FORMAL =
  /^(?:.{0,80}[,;] )?(?:(?:et )?(?:je|nous) vous (?:prie|prions) (?:de (?:bien vouloir )?(?:croire|recevoir|agr[eé]er|trouver)|d'(?:agr[eé]er|accepter))|veuillez (?:agr[eé]er|recevoir|croire)|recevez,? (?:madame|monsieur|ch[eè]re?)|agr[eé]ez,?|croyez,?) ?.{0,300}(?:salutations?|sentiments?|consid[eé]ration|respects?|cordialit[eé]s?|d[eé]vouement|agr[eé]er)/iu
/** A wish with its subject: "Toute l'équipe vous souhaite une belle journée !", "Wishing you a lovely weekend". */
const WISH =
  /^.{0,80}(?:vous (?:souhait(?:e|ons|ent|ant)|adress(?:e|ons)) .{0,30}(?:journ[eé]e|soir[eé]e|week-?end|semaine|f[eê]tes|continuation|r[eé]ception|ann[eé]e|vacances)|wish(?:es|ing)? you .{0,30}(?:day|evening|weekend|week|holidays?|year)).{0,20}$/iu
/** Formula and name on one line: `Cordialement, Julie Martin`, `Kind regards, Emma`. */
const CLOSING_WITH_NAME =
  /^(?:(?:bien |tr[eè]s )?cordialement|(?:kind|best|warm) regards|(?:bien )?[aà] vous|bonne journ[eé]e|belle journ[eé]e|sincerely|cdlt|many thanks|regards|thanks)[\s,.!:;–—-]{1,4}\p{Lu}[^.!?]{1,60}$/iu

/** The two that may begin anywhere in a line, behind words of which one is in all of them. */
export const GUARDED_CLOSINGS = {
  wish: { guard: (line) => /vous (?:souhait|adress)|wish/iu.test(line), pattern: WISH },
  formal: { guard: (line) => /vous pri|veuillez|recevez|agr[eé]ez|croyez/iu.test(line), pattern: FORMAL },
} satisfies Readonly<Record<string, GuardedPattern>>

/** Formulas as they stand in letters, each a test. */
export const CLOSING_EXAMPLES: readonly string[] = [
  'Cordialement,',
  'Merci de votre confiance.',
  'Bien cordialement',
  'Bien à vous,',
  'Sincères salutations.',
  'Nous vous souhaitons une excellente journée.',
  'Belle journée !',
  "Toute l'équipe vous souhaite une belle journée !",
  'À très bientôt,',
  "Nous vous prions d'agréer, Madame, l'expression de nos sentiments distingués.",
  'Kind regards,',
  'Many thanks',
  'Yours sincerely,',
  'Mit freundlichen Grüßen',
  'Un cordial saludo',
  'Cordiali saluti',
  'Met vriendelijke groet,',
]

/** How a line closes a letter: alone, together with the writer's name, or not at all. */
export function closingIn(line: string): 'formula' | 'formula-and-name' | null {
  if (line.length < 2 || line.length > 400) return null
  if (line.length <= 120 && (CLOSING_LINE.test(line) || found(GUARDED_CLOSINGS.wish, line))) return 'formula'
  if (line.length <= 90 && CLOSING_WITH_NAME.test(line)) return 'formula-and-name'
  return found(GUARDED_CLOSINGS.formal, line) ? 'formula' : null
}
