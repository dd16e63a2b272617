/** Lines with which help desks wrap a mail: "reply above this line", ticket state, thread references, "delivered by". */

import { anyOf } from '../../any-of.js'

const REPLY_ABOVE =
  /^[\W_]{0,80}(?:please |merci (?:de |d')|pri[eè]re (?:de |d')|veuillez |vous pouvez |pour r[eé]pondre,? |bitte |por favor,? |to reply,? )?(?:(?:type|write|enter|add|send|post|make) (?:in )?(?:your|a) (?:reply|response|answer|comment)s? (?:only )?(?:above|over)|reply above|replies above|respond above|(?:r[eé]pondre|r[eé]pondez|[eé]crire|[eé]crivez|saisir|saisissez|inscrire|tapez|taper|ins[eé]rer|votre r[eé]ponse)(?: .{1,30})? au[- ]?dessus|(?:antworten|schreiben|antwort).{0,40}(?:oberhalb|über) dieser|escrib[ae].{0,40}(?:encima|arriba)|responda.{0,30}(?:encima|acima)|scriv[ei].{0,30}sopra|(?:typ|antwoord|schrijf).{0,30}boven|your reply above|do not (?:write|type) below|ne pas (?:[eé]crire|r[eé]pondre) (?:en[- ]|au[- ])dessous|ne rien [eé]crire sous)[^\n]{0,80}/iu

const STATE: readonly RegExp[] = [
  /^(?:your|the|this) (?:request|ticket|case|enquiry|inquiry|conversation)\b.{0,60}(?:has been|was|is now|have been) (?:updated|solved|closed|resolved|re-?opened|assigned|received).{0,200}(?:reply|comment|respond|click|link|follow|view)?.{0,200}$/iu,
  /^(?:to (?:add|post|leave|view) .{0,40}(?:comments?|updates?|status|ticket|request)|you can (?:add|reply|view|track)).{0,60}(?:reply|replying|respond|link|click|below|here|e-?mail).{0,200}$/iu,
  /^(?:votre|la|cette) (?:demande|requ[eê]te|ticket|dossier)\b.{0,60}(?:a (?:bien )?[eé]t[eé]|est) (?:mise? [aà] jour|r[eé]solue?|cl[oô]tur[eé]e?|rouverte?|modifi[eé]e?).{0,300}$/iu,
  /^pour (?:ajouter|laisser|poster|consulter|suivre|ajoutez) .{0,80}(?:r[eé]pond(?:ez|re)|cliquez|lien|commentaires?|ci-dessous|ticket|demande).{0,200}$/iu,
  /^(?:you are registered as a cc on|vous [eê]tes (?:inscrite?|enregistr[eé]e?) en (?:tant que|copie)).{0,300}$/iu,
]

/** Asks to keep or quote a reference; where it says what for, the writer asks, and no wrapper does. */
const ASKS_TO_KEEP =
  /^(?!.{0,200}(?:so (?:that )?(?:i|we)|(?:and|then) (?:i|we)(?: can|'ll| will)|afin (?:que|de)|pour que|et (?:je|nous) ))(?:merci de|veuillez|please) (?:ne pas modifier|conserver|laisser|garder|ne pas supprimer|keep|do not (?:change|remove|alter|modify)|leave|retain|quote|rappeler|include).{0,60}(?:objet|sujet|subject|r[eé]f[eé]rence|num[eé]ro|ligne).{0,160}$/iu

const FOOT: readonly RegExp[] = [
  /^[\W_]{0,4}\[[A-Z0-9]{5,8}-[A-Z0-9]{4,8}\]$/u,
  /^.{0,20}\bref:!?_?[\w!.]{5,60}:ref\b.{0,10}$/iu,
  /^.{0,10}\bthread::[\w-]{5,80}:{0,2}.{0,10}$/u,
  /^\{?#?(?:HS|FD|CRM|OTRS|Ticket):?\s?[\w#:-]{4,40}\}$/u,
  /^\W{0,6}(?:ticket|case|request|conversation)[ -]?(?:id|number|no\.?|#|ref(?:erence)?)\s?[:#]\s?\S{2,40}$/iu,
  /^\W{0,6}(?:this e-?mail is a service from|ce(?:t)? (?:e-?mail|courriel|mail) est un service (?:de|fourni par)|cette adresse e-?mail est un service|diese e-?mail ist ein service von|este (?:correo|e-?mail) es un servicio de).{0,160}$/iu,
  /^\W{0,6}(?:delivered|powered|sent|provided|propuls[eé]|envoy[eé]|fourni|g[eé]r[eé]|support) (?:by|par|via|with|avec|through) (?:zendesk|freshdesk|freshworks|salesforce|gorgias|front|intercom|help ?scout|crisp|zoho|hubspot|kayako|zammad|otrs|desk\.com|kustomer|gladly|dixa|re:amaze|reamaze|richpanel|liveagent|groove|jira|atlassian|dynamics|easiware|eloquant|iadvize|dimelo|servicenow)\b.{0,60}$/iu,
  /^\W{0,4}(?:view|see|voir|consulter|afficher|track|suivre|follow) (?:the |your |this |my |la |le |ma |mon |votre |cette |full )?(?:request|ticket|case|conversation|demande|dossier|thread|discussion|[eé]change)s?(?: (?:online|en ligne|in .{1,20}|sur .{1,20}|here|ici))?\b.{0,120}$/iu,
  /^\W{0,4}(?:reply to this e-?mail directly or|you(?:'re| are) receiving this (?:e-?mail|notification|message)|vous recevez (?:ce|cet) (?:message|e-?mail|courriel|mail)|to unsubscribe|pour vous d[eé]sabonner|pour vous d[eé]sinscrire|se d[eé]sabonner|unsubscribe\b|d[eé]sinscription\b|manage your preferences|g[eé]rer (?:vos|mes) pr[eé]f[eé]rences).{0,300}$/iu,
]

const TELLS_STATE = anyOf(STATE)
const ENDS_TICKET = anyOf(FOOT)

/** A separator of the kind "reply above this line", and what stands on its line beyond it. */
export function isReplyAboveLine(line: string): boolean {
  return line.length <= 400 && REPLY_ABOVE.test(line)
}

/** True where a line tells of the ticket's state or how to add to it. */
export function isTicketState(line: string): boolean {
  return line.length <= 500 && (TELLS_STATE(line) || ASKS_TO_KEEP.test(line))
}

/** True where a line asks to keep or quote a reference: the letter itself where nothing else is said. */
export function asksToKeepReference(line: string): boolean {
  return line.length <= 500 && ASKS_TO_KEEP.test(line)
}

/** True where a line is the foot of a help desk: thread reference, "delivered by", unsubscribe. */
export function isTicketFoot(line: string): boolean {
  return line.length <= 500 && ENDS_TICKET(line)
}

/** Examples; each is a test. */
export const TICKET_WRAPPER_EXAMPLES = {
  replyAbove: [
    '##- Please type your reply above this line -##',
    '## Veuillez répondre au-dessus de cette ligne ##',
    '##- Veuillez saisir votre réponse au-dessus de cette ligne -##',
    '-- reply above this line --',
    '----- Merci de répondre au-dessus de cette ligne -----',
    "===== Merci d'écrire au-dessus de cette ligne pour nous répondre =====",
    '##- Bitte antworten Sie oberhalb dieser Zeile -##',
  ],
  state: [
    'Your request (48213) has been updated. To add additional comments, reply to this email.',
    'Votre demande (48213) a été mise à jour. Pour ajouter des commentaires, répondez à cet e-mail.',
    'Merci de ne pas modifier l’objet de ce message.',
  ],
  foot: [
    '[7QZ1K2-E9W4]',
    'ref:_00D20ABCd._5002Xyz12:ref',
    'Cet e-mail est un service de Maison Lune. Fourni par Zendesk',
    'This email is a service from Maison Lune. Delivered by Zendesk',
    'Powered by Freshdesk',
  ],
} as const
