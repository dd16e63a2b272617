/**
 * What single lines of a help desk's mail look like, by the words every system has in common (somebody answered, a request and its
 * state, where to look or to write) and not by the sentence of one system. Each sign is weak; ./frames.ts asks for several.
 */
import { anyOf } from '../../any-of.js'

/** What a request is called. */
const REQUEST =
  'tickets?|requests?|cases?|enquir(?:y|ies)|inquir(?:y|ies)|conversations?|demandes?|requ[eê]tes?|dossiers?|r[eé]clamations?|incidents?|anfragen?|vorg[aä]nge?|solicitud(?:es)?|richiest[ae]|verzoek(?:en)?|pedidos?'
/** What an answer is called. */
const ANSWER =
  'repl(?:y|ies)|responses?|answers?|comments?|messages?|notes?|updates?|r[eé]ponses?|commentaires?|antwort(?:en)?|nachrichten?|respuestas?|mensajes?|rispost[ae]|messaggi|antwoord(?:en)?|berichten'
const WRITE =
  'repl(?:y|ies|ying)|respond(?:ing)?|answer(?:ing)?|writ(?:e|ing)|typ(?:e|ing)|enter|r[eé]pon[ds]\\w{0,14}|[eé]cri\\w{1,8}|inscri\\w{1,8}|saisi\\w{0,14}|taper|tapez|antwort\\w{0,14}|schreib\\w{0,14}|respond[ae]\\w{0,14}|escrib\\w{0,14}|rispond\\w{0,14}|scriv\\w{0,14}|antwoord\\w{0,14}'
const PLACE =
  'above|below|under|over|beneath|au[- ]?dessus|(?:en|au)[- ]?dessous|sous|oberhalb|unterhalb|über|encima|debajo|sopra|sotto|boven|onder'
const EDGE =
  'lines?|text|mark(?:er)?|dashes|stars|lignes?|texte|rep[eè]re|[eé]toiles?|tirets|message|zeile|l[ií]nea|riga|regel|linha'

const WRITES = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${WRITE})(?![\p{L}\p{N}])`, 'iu')
const PLACED = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${PLACE})(?![\p{L}\p{N}])`, 'iu')
const EDGED = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${EDGE})(?![\p{L}\p{N}])`, 'iu')
const NAMES_REQUEST = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${REQUEST})(?![\p{L}\p{N}])`, 'iu')
const NAMES_ANSWER = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${ANSWER})(?![\p{L}\p{N}])`, 'iu')

/** Words between two ornaments: `##- … -##`, `[[ … ]]`, `*** … ***`, `---- … ----`. */
function isOrnamented(line: string): boolean {
  return /^[-_=*~#+<>|[\]{}()—–═]{2}/.test(line) && /[-_=*~#+<>|[\]{}()—–═]{2}$/.test(line) && /\p{L}/u.test(line)
}

/** Most words of a line that bounds the place for an answer. */
const MOST_EDGE_WORDS = 22

function wordsOf(line: string): number {
  return line.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** A line that says where an answer is to be written, in whatever words: by its ornaments or by what it names. */
export function boundsAnswer(line: string): boolean {
  if (line.length > 240 || wordsOf(line) > MOST_EDGE_WORDS || !WRITES.test(line)) return false
  if (isOrnamented(line)) return PLACED.test(line) || EDGED.test(line)
  return (
    PLACED.test(line) &&
    /(?<![\p{L}\p{N}])(?:this|the) (?:line|text|mark)|(?<![\p{L}\p{N}])(?:cette|la) ligne|ABOVE THIS|(?:cette|diese[rn]?|esta|questa|deze) (?:ligne|zeile|l[ií]nea|riga|regel|linha)/iu.test(
      line,
    )
  )
}

const ANNOUNCEMENTS: readonly RegExp[] = [
  // Somebody did something, told by the system: "X a répondu à …", "X has added a comment to …", "X commented:".
  /^[\p{L}][\p{L}\p{M}.'’() -]{1,60},?(?: \([^)]{1,40}\)| .{0,40})? (?:(?:vous )?a (?:r[eé]pondu|[eé]crit|comment[eé]|ajout[eé]|laiss[eé]|post[eé]|envoy[eé]|adress[eé]|mis [aà] jour|r[eé]dig[eé])|(?:has |have )?(?:just )?(?:replied|responded|commented|answered|posted|wrote|written|added|left|sent|updated))(?![\p{L}\p{N}]).{0,120}$/iu,
  /^.{0,80}(?<![\p{L}\p{N}])(?:was|has been|have been) (?:updated|answered|posted|added|replied to|commented)(?![\p{L}\p{N}]).{0,200}$/iu,
  /^.{0,80}(?<![\p{L}\p{N}])(?:a (?:bien )?[eé]t[eé]|vient d'[eê]tre|est) (?:post[eé]e?|ajout[eé]e?|mise? [aà] jour|publi[eé]e?|d[eé]pos[eé]e?|r[eé]pondue?)(?![\p{L}\p{N}]).{0,100}$/iu,
  /^.{0,60}(?<![\p{L}\p{N}])a (?:bien )?re[cç]u une (?:nouvelle )?(?:r[eé]ponse|mise [aà] jour)(?![\p{L}\p{N}]).{0,80}$/iu,
]
const ANNOUNCES = anyOf(ANNOUNCEMENTS)

/** Titles: "New reply on your ticket #12", "Vous avez un nouveau message de X", "Boutique : réponse à votre message". */
const TITLES: readonly RegExp[] = [
  /^\W{0,4}(?:(?:vous avez|you have|there is|you(?:'ve| have) received|vous avez re[cç]u) )?(?:an? |une? |1 )?(?:new|nouve(?:au|lle)|neue|nuev[ao]|nuov[ao]|nieuw) .{0,90}$/iu,
  /^.{2,40} : (?:r[eé]ponse|message|mise [aà] jour) .{0,60}$/iu,
]
const IS_TITLE = anyOf(TITLES)

/** Introduces what somebody wrote, in the first person too: "voici notre réponse :", "Here is our answer:". */
const INTRODUCES =
  /(?:voici|vous trouverez (?:ci-dessous|ci-apr[eè]s)|here(?:'s| is| go(?:es)?)|please find below|see below|hier (?:ist|finden)|aqu[ií] (?:est[aá]|tiene)|ecco).{0,80}[:：]$/iu
/** A label alone: "Comment:", "Message :", "Notre réponse :". */
const LABEL_ONLY =
  /^\W{0,3}(?:(?:our|the|notre|la|le|your agent's|agent|votre conseiller) )?(?:(?:ticket |dernier |last |latest |new |nouveau |nouvelle )?(?:comment|message|reply|response|answer|note|r[eé]ponse|commentaire|antwort|respuesta|risposta))\s?[:：]$/iu

/** Who speaks of oneself or of a third: a writer tells, no system. */
const PRONOUN =
  /^(?:we|i|you|he|she|it|they|this|that|there|nous|je|vous|il|elle|on|ils|elles|ceci|cela|ce|wir|ich|sie|er|es)(?![\p{L}])|^(?:j|qu|n|l)'/iu
/** A whole sentence tells of a request only where it names it as the reader's, or by its number. */
const NAMED_REQUEST = new RegExp(
  String.raw`(?:your|votre|ihre?|su|vostr[ao]|uw) .{0,30}(?:${REQUEST})|(?:${REQUEST})(?![\p{L}\p{N}]).{0,12}\d{3}`,
  'iu',
)
const JUST_SAID = /(?:replied|responded|commented|wrote|a r[eé]pondu|a [eé]crit|a comment[eé])\s?[:：]?$/iu

/**
 * How a line announces the answer below it; null where it does not. `named`: a system tells that somebody answered; `plain`: a
 * writer might say the same.
 */
export function announcementIn(line: string): 'named' | 'plain' | null {
  if (line.length > 220 || wordsOf(line) > 26) return null
  const about = NAMES_REQUEST.test(line) || NAMES_ANSWER.test(line)
  if (IS_TITLE(line) && about && !/[.?]$/.test(line)) return 'named'
  if (ANNOUNCES(line) && !PRONOUN.test(line) && (about || JUST_SAID.test(line))) {
    const sentence = /[.!]["»”]?$/.test(line)
    return (!sentence || NAMED_REQUEST.test(line)) &&
      (NAMES_REQUEST.test(line) || /comment|r[eé]pon|repl|respon|antwort|answer/iu.test(line))
      ? 'named'
      : 'plain'
  }
  if (LABEL_ONLY.test(line)) return 'plain'
  return INTRODUCES.test(line) && about ? 'plain' : null
}

/** Labels that only a help desk's table has. */
const OWN_LABEL =
  '(?:ticket|case|request|incident|conversation|demande|dossier|requ[eê]te)(?: ?(?:id|number|no\\.?|n[°o]\\.?|#|num[eé]ro|url|details?|owner|subject|key|ref(?:erence)?))?|id (?:du |de la )?(?:ticket|message|demande)|status|statut|[eé]tat|state|priorit(?:y|[eé])|severity|department|d[eé]partement|requester|requested by|demandeur|owner|assign(?:ee|ed to)|assign[eé]e? [aà]|affect[eé]e? [aà]|conseill(?:er|[eè]re)|agent|group|groupe|queue|file|sla|due(?: date)?|[eé]ch[eé]ance|ticket url|canal|channel'
/** Labels that a letter's list may have as well. */
const SHARED_LABEL =
  'r[eé]f[eé]rence|r[eé]f|reference|ref|subject|sujet|objet|categor(?:y|ie)|cat[eé]gorie|type|service|cc|created(?: (?:at|on|by))?|updated|cr[eé][eé]e? le|ouvert le|opened|date|customer|client|organi[sz]ation|produit|product|num[eé]ro|number|n[°o]|brand|marque'
const OWN_ROW = new RegExp(String.raw`^\W{0,4}(?:${OWN_LABEL})\s?[:：#]\s?\S?.{0,140}$`, 'iu')
const SHARED_ROW = new RegExp(String.raw`^\W{0,4}(?:${SHARED_LABEL})\s?[:：]\s?\S?.{0,140}$`, 'iu')

/** What row of a request's table a line is; null where it is none. */
export function tableRowOf(line: string): 'own' | 'shared' | null {
  if (line.length > 200) return null
  if (OWN_ROW.test(line)) return 'own'
  return SHARED_ROW.test(line) ? 'shared' : null
}

const NATURE: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])(?:you(?:'re| are)? (?:get|receiv)\w{0,14}|this (?:e-?mail|message|notification) (?:was|is|has been)) .{0,60}(?<![\p{L}\p{N}])(?:because|since|sent|generated|automatic)(?![\p{L}\p{N}])/iu,
  /(?<![\p{L}\p{N}])(?:vous recevez|ce(?:t|tte)? (?:e-?mail|message|courriel|notification) (?:vous )?(?:a [eé]t[eé]|est)) .{0,60}(?<![\p{L}\p{N}])(?:car|parce|puisque|g[eé]n[eé]r[eé]|envoy[eé]|automatique)/iu,
  /^\W{0,4}(?:sent|envoy[eé]|delivered|provided|fourni|propuls[eé]|powered) (?:on behalf of|by|via|from|par|de la part de|au nom de|depuis|with|avec)(?![\p{L}\p{N}]).{0,100}$/iu,
  /^\W{0,4}(?:this|ce|cette) .{0,40}(?<![\p{L}\p{N}])(?:is shared with|est partag[eé]e? avec)(?![\p{L}\p{N}]).{0,100}$/iu,
  /(?<![\p{L}\p{N}])(?:do not|don't|ne pas|ne modifiez pas|sans modifier|keep|conserve[rz]?|garde[rz]?|laisse[rz]?|rappele[rz]?|quote|mention(?:ner|nez)?) .{0,40}(?<![\p{L}\p{N}])(?:subject|objet|sujet|ce num[eé]ro|this number|reference|r[eé]f[eé]rence)(?![\p{L}\p{N}])/iu,
  /^\W{0,4}(?:manage|turn off|g[eé]rer|d[eé]sactiver|stop|unsubscribe|se d[eé]sabonner)(?![\p{L}\p{N}]).{0,80}(?:notifications?|alerts?|alertes?|preferences|pr[eé]f[eé]rences|e-?mails?)?.{0,60}$/iu,
  /tous droits r[eé]serv[eé]s|all rights reserved/iu,
]
const TELLS_NATURE = anyOf(NATURE)
const LOOK =
  /(?<![\p{L}\p{N}])(?:view|see|open|track|follow|visit|check|consult\w{0,14}|voir|suivre|suivez|ouvrir|acc[eé]de[rz]|retrouve[rz]|r[eé]pond(?:re|ez)|reply|respond|answer|cliqu\w{1,8}|click|ansehen|ver|vedi|bekijk\w{0,14}|online|en ligne)(?![\p{L}\p{N}])/iu

/** A line of the foot that says what the mail is, where to look, or how to answer it. */
export function tellsOfMail(line: string): boolean {
  if (line.length > 320) return false
  if (TELLS_NATURE(line)) return true
  const address = /https?:\/\/|www\./i.test(line)
  return LOOK.test(line) && wordsOf(line) <= 30 && (address ? true : NAMES_REQUEST.test(line) && /[:：]$|\|/.test(line))
}

const HISTORY: readonly RegExp[] = [
  /^\W{0,60}(?:historique|fil|suite|d[eé]tail) (?:des? |de la |de l'|du |de nos |de vos )?(?:[eé]changes?|conversation|discussion|messages?|ticket|demande)(?![\p{L}\p{N}]).{0,40}$/iu,
  /^\W{0,60}(?:(?:conversation|ticket|message|request|case) (?:history|so far|thread|log)|(?:previous|earlier|past|older) (?:messages?|conversation|comments?|replies|e-?mails?|correspondence)|(?:messages?|[eé]changes?|commentaires?) (?:pr[eé]c[eé]dents?|ant[eé]rieurs?)|verlauf|fr[uü]here nachrichten)\W{0,60}$/iu,
  /^\W{0,8}(?:(?:rappel|copie|texte|contenu) de (?:votre|la|l')|your original|the original|your (?:initial|first)|original) ?(?:e-?mail|message|demande|question|requ[eê]te|request|enquiry|inquiry|ticket|courriel)(?![\p{L}\p{N}])(?!.{0,20} (?:was|is|has|a|est|sera|will) )[^.!?]{0,40}\W{0,20}$/iu,
]
const OPENS_HISTORY = anyOf(HISTORY)
/** `[12/03/2026 09:14] Name :`, `#2 - Name - 12 March 2026 09:14`. */
const STAMPED =
  /^(?:\[\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? .{3,12}\] ?.{2,60}|#\d{1,4}\s?[-–—|:]\s?.{2,60}\d{1,2}[:h]\d{2}.{0,12})$/u

/** A line from which on the mail tells what was written before. */
export function opensHistory(line: string): boolean {
  return line.length <= 160 && (OPENS_HISTORY(line) || STAMPED.test(line))
}

const QUESTION_LABEL =
  /^\W{0,4}(?:(?:votre|your|ihre|su|la|the|vous (?:nous )?avez|you) )(?:question|message|demande|request|enquiry|inquiry|e-?mail|courriel|anfrage|consulta|(?:nous )?(?:[eé]crit|demand[eé])|asked|wrote)(?![\p{L}\p{N}]).{0,30}[:：]$/iu
const ANSWER_LABEL =
  /^\W{0,4}(?:(?:notre|our|la|the|unsere|nuestra) )?(?:r[eé]ponse|answer|reply|response|antwort|respuesta)(?![\p{L}\p{N}]).{0,40}[:：]$/iu

/** A label that gives the customer's own words back. */
export function labelsQuestion(line: string): boolean {
  return line.length <= 80 && QUESTION_LABEL.test(line)
}

/** A label above the answer. */
export function labelsAnswer(line: string): boolean {
  return line.length <= 80 && ANSWER_LABEL.test(line)
}

const GREETING =
  /^(?:bonjour|bonsoir|madame|monsieur|ch[eè]re?s?|hello|hi|hey|dear|good (?:morning|afternoon|evening)|hallo|guten tag|sehr geehrte|hola|estimad[oa]|buongiorno|gentile|beste|geachte|ol[aá])(?![\p{L}]).{0,60}$/iu

/** A greeting that stands alone on its line. */
export function isGreetingLine(line: string): boolean {
  return line.length <= 80 && GREETING.test(line) && wordsOf(line) <= 7
}

/** A short line without a verb's worth of words: a team, a brand, a heading of a table. */
export function isShortLine(line: string): boolean {
  return wordsOf(line) <= 5 && !/[.!?]$/.test(line)
}
