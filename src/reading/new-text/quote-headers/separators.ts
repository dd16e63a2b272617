/**
 * Lines that say "original message" or "forwarded message" between dashes, in any count and kind of dashes
 * (mailgun/talon #193), and the lines with which Apple Mail and others open a forward.
 */

const DASHES = '[-_=*~#+—–>|\\s]'
const AT_LEAST_ONE_DASH = '(?=[\\s>]{0,40}[-_=*~#+—–|])'

/** "Original message" by language. */
const ORIGINAL = [
  "message d[’' ]?(?:e )?origine",
  'message (?:original|initial|pr[eé]c[eé]dent|re[cç]u)',
  "mail original|e-?mail d[’']origine|courriel original|votre message",
  'original (?:message|e-?mail|mail|appointment)|previous message|reply message|your message',
  'urspr[üu]ngliche (?:nachricht|mail|e-?mail)|originalnachricht',
  'mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|origineel bericht',
  'oprindelig (?:besked|meddelelse)|original ?meddelelse|opprinnelig melding|ursprungligt meddelande|originalmeddelande',
  'alkuper[äa]inen viesti|wiadomo[sś][cć] oryginalna|oryginalna wiadomo[sś][cć]|исходное сообщение|пересылаемое сообщение',
  '原始邮件|原始郵件|原邮件|元のメッセージ|원본 메시지|orijinal ileti|eredeti [üu]zenet|mesaj original|p[ůu]vodn[ií] zpr[aá]va|original besked',
].join('|')

/** "Forwarded message" by language. */
const FORWARDED = [
  'message (?:transf[eé]r[eé]|r[eé]exp[eé]di[eé])|courriel transf[eé]r[eé]|e-?mail transf[eé]r[eé]',
  'forwarded (?:message|e-?mail|mail)|weitergeleitete (?:nachricht|mail)|mensaje reenviado|messaggio (?:inoltrato|riferito)',
  'doorgestuurd bericht|mensagem (?:encaminhada|reencaminhada)|videresendt (?:besked|melding)|vidarebefordrat (?:meddelande|brev)',
  'v[äa]litetty viesti|przekazana wiadomo[sś][cć]|пересылаемое сообщение|转发的邮件|転送されたメッセージ|전달된 메시지',
].join('|')

const ORIGINAL_LINE = new RegExp(
  String.raw`^${AT_LEAST_ONE_DASH}${DASHES}{2,80}(?:${ORIGINAL})\s?:?${DASHES}{0,80}$`,
  'iu',
)
const FORWARDED_LINE = new RegExp(
  String.raw`^${AT_LEAST_ONE_DASH}${DASHES}{2,80}(?:${FORWARDED})(?: (?:from|de|by|par) .{1,80}?)?\s?:?${DASHES}{0,80}$`,
  'iu',
)
const FORWARD_OPENING =
  /^[\s>]{0,10}(?:begin forwarded message|d[eé]but du message (?:r[eé]exp[eé]di[eé]|transf[eé]r[eé])|message transf[eé]r[eé]|anfang der weitergeleiteten (?:nachricht|e-?mail)|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht|in[ií]cio da mensagem reencaminhada)\s?:\s*$/iu
/** Orange and other French web mails: `Message du 12/03/24 10:24`, alone or behind `>`. */
const MESSAGE_DATED =
  /^[\s>*=-]{0,20}message (?:du|envoy[eé] le)\s?:?\s{0,3}\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b.{0,30}$/iu

/** What a separator line announces; null where the line is none. */
export function separatorOf(line: string): 'original' | 'forwarded' | null {
  if (line.length > 200) return null
  if (ORIGINAL_LINE.test(line) || MESSAGE_DATED.test(line)) return 'original'
  return FORWARDED_LINE.test(line) || FORWARD_OPENING.test(line) ? 'forwarded' : null
}

/** Help desks that repeat the question: "Rappel de votre message :", "Your original message:". */
const RECALL =
  /^[\s\-_=*~#+—–>|]{0,80}(?:(?:rappel|contenu|d[eé]tails?|historique|copie|texte) (?:de |du |d'|des )(?:la |l'|votre |vos |votre )?(?:message|demande|question|conversation|[eé]changes?|r[eé]clamation|requ[eê]te|e-?mail|courriel|discussion|ticket)s?(?: (?:initiale?|d'origine|pr[eé]c[eé]dente?s?))?|votre (?:message|demande|question|requ[eê]te|r[eé]clamation|e-?mail|courriel)(?: (?:initiale?|d'origine|du \d.{1,20}|[eé]tait))?|(?:demande|message|question) (?:initiale?|d'origine)|vous (?:nous )?(?:avez|aviez) [eé]crit(?: le \d.{1,20})?|[eé]changes pr[eé]c[eé]dents|messages? pr[eé]c[eé]dents?|your (?:original |initial |previous )?(?:message|request|enquiry|inquiry|question|e-?mail)(?: was)?|you wrote|(?:original|initial|previous) (?:message|request|enquiry|question|messages|conversation)|(?:conversation|message|ticket|case|e-?mail) history|ihre (?:urspr[üu]ngliche )?(?:nachricht|anfrage)|su (?:mensaje|consulta)(?: original)?)\s?(?:[:：]\s{0,3}[-_=*~#]{0,80}|[-_=*~#+—–]{2,80})$/iu

/** True where a line repeats the question to follow; only counts below an answer. */
export function recallsQuestion(line: string): boolean {
  return line.length <= 160 && RECALL.test(line)
}

/** Recalls as help desks write them; each is a test. */
export const RECALL_EXAMPLES: readonly string[] = [
  'Rappel de votre message :',
  'Votre demande initiale :',
  '--- Your original message ---',
  'Historique de la conversation :',
  'You wrote:',
]

/** Separators as programs write them; each is a test. */
export const SEPARATOR_EXAMPLES: Readonly<Record<'original' | 'forwarded', readonly string[]>> = {
  original: [
    "-----Message d'origine-----",
    '--------- Message original ------------',
    '-------- Message d’origine --------',
    '----- Mail original -----',
    '-----Original Message-----',
    '*-------- Original Message --------*',
    '-----Ursprüngliche Nachricht-----',
    '> Message du 12/03/24 10:24',
    '-------- Oprindelig besked --------',
  ],
  forwarded: [
    '---------- Forwarded message ---------',
    '---------- Message transféré ----------',
    '-------- Message transféré --------',
    'Begin forwarded message:',
    'Début du message réexpédié :',
  ],
}
