/** Finds direct ways back to the writer: a telephone number, an e-mail address that is read, an invitation to reply. */
import type { Place } from '../../text/find.js'

/** A direct way back. */
export interface ContactFound extends Place {
  readonly kind: 'phone' | 'address' | 'reply'
}

/** French, British, American and international numbers, short service numbers ("3631", "39 00"). */
const PHONE =
  /(?<![\w./-])(?:\+\d{1,3}[ .-]?(?:\(0\) ?)?\d{1,4}(?:[ .-]?\d{2,4}){2,4}|0\d(?:[ .-]?\d{2}){4}|0 ?8\d{2}(?:[ .-]?\d{3}){2}|0 ?8\d{2}(?:[ .-]?\d{2}){3}|0\d{2,4}[ -]\d{3,4}[ -]\d{3,4}|0\d{3,4} \d{6}|\(?0\d{2,4}\)? \d{3,4} \d{3,4}|1?[ -]?\(?[2-9]\d{2}\)?[ -]\d{3}[ -]\d{4}|1-8\d{2}-[a-z0-9-]{7,9})(?![\w])/g

/** Short numbers only count after a word that announces a telephone. */
const SHORT_PHONE =
  /\b(?:au|tel(?:ephone)?\.?|composez le|appelez le|numero|joindre au|call|dial|on)\s*:? ?(?:3\d ?\d{2}|1\d{3}|10 ?\d{2}|118 ?\d{3})(?![\d-])/g

const ADDRESS = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/g
const UNREAD_ADDRESS = /^(?:no-?_?\.?reply|ne-?pas-?repondre|nepasrepondre|noresponse|do-?not-?reply|mailer-daemon)/

/** "Répondez à ce mail", "en réponse à ce courriel", "just reply to this email", "répondez-moi directement". */
const REPLY = [
  /\b(?:repond(?:re|ez|ant)|reponse)(?:[- ](?:nous|moi|y|me))?(?: (?:simplement|directement|tout simplement|par retour|en retour|juste|bien))* (?:a|sur|par|via) (?:ce|cet|cette|notre|mon|le present|la presente|l'adresse) ?(?:present |meme |presente )?(?:e-?mail|mail|courriel|message|adresse|mel|fil|conversation|echange|ticket|demande)?/g,
  /\b(?:me|nous|m'|moi) (?:repondre|recontacter|ecrire|contacter|joindre)? ?(?:directement |simplement )?(?:par retour (?:de )?(?:e-?mail|mail|courriel|message)|en reponse a ce (?:mail|message|courriel|e-?mail)|directement (?:ici|sur cette adresse|a cette adresse))/g,
  /\b(?:a|pouvez|en|de) (?:bien vouloir )?(?:me|nous) (?:re)?repondre\b/g,
  /\b(?:par|en) (?:simple )?retour (?:de |d')(?:ce |cet )?(?:e-?mail|mail|courriel|message)\b/g,
  /\brepond(?:re|ez|s)[- ](?:moi|nous)\b|\brepond(?:re|ez)(?:[- ](?:moi|nous))? directement\b|\b(?:me|nous) repondre directement\b|\ben repondant (?:simplement |directement )?a\b|\b(?:me|m'|nous) (?:re)?(?:contacter|ecrire|joindre|solliciter) directement\b(?! (?:via|sur|au moyen|par le|depuis|en boutique|en magasin))/g,
  /\b(?:reply|respond|get back|write back|answer)(?:ing)? (?:(?:directly|simply|just|straight|back) )*(?:to|on|here|using) (?:this|me|us|my|the same)\b(?: (?:e-?mail|message|thread|ticket|address|directly))?/g,
  /\b(?:just|simply|please|hit|press|feel free to|you (?:can|may|are welcome to)|by) (?:simply |just |directly )?(?:reply(?:ing)?|respond(?:ing)?)\b(?: (?:directly|here|back|to (?:this|it|me)))?(?! (?:within|in due|to your|to all|as soon|by))/g,
  /(?:^|[.!?:;,\n] *|\b(?:and|or|just|simply|please) )reply (?=['"“«]?(?:yes|no|ok|with)\b)/g,
  /\b(?:contact|reach|e-?mail|write to) me (?:directly|personally)\b|\bmy direct (?:line|number|e-?mail|address)\b|\bma ligne directe\b/g,
]

/** What stands before the number says that it is to be rung: "votre commande par téléphone au …". */
const ANNOUNCED =
  /\b(?:par telephone|par tel\.?|en appelant|appelez|appeler|joignable|joindre|by phone|by calling|calling|call us)[^.!?\n]{0,12}$/

/** Nobody reads the answer: "merci de ne pas répondre à ce mail", "this mailbox is not monitored". */
const NO_REPLY =
  /\b(?:ne (?:pas |veuillez pas |peut )?|n'est pas |pas (?:de )?(?:y )?|inutile de |not |don't |cannot |can't |unable to |without |unmonitored)(?:[a-z' ]{0,15})$/

/** An invitation that only looks like a denial: "n'hésitez pas à répondre". */
const INVITED = /\bhesit(?:ez|er|e|ate|ating)(?: surtout)?(?: pas| point)?[a-z' ]{0,15}$/

/** The number or address spoken of is the customer's. */
const CUSTOMERS_OWN =
  /\b(?:vous (?:appel|rappel|joindre|contact|recontact|telephon|ecri)|votre (?:numero|telephone|adresse|compte|portable)|vos coordonnees|(?:call|contact|reach|ring|phone|e-?mail) you|your (?:phone|number|mobile|e-?mail|address|account)|siret|siren|rcs|tva|iban|commande|order|suivi|tracking|dossier|reference|facture|invoice)[^.!?\n]{0,40}$/

/**
 * Direct ways back in a folded text, in order.
 * @param ownAddresses addresses that are not a way back: the persona's own, lower case
 */
export function findContacts(folded: string, ownAddresses: readonly string[] = []): ContactFound[] {
  const found: ContactFound[] = []
  const before = (start: number): string => folded.slice(Math.max(0, start - 60), start)
  const keep = (kind: ContactFound['kind'], match: RegExpExecArray): void => {
    const start = match.index
    found.push({ kind, start, end: start + match[0].trimEnd().length })
  }
  for (const match of [...folded.matchAll(PHONE), ...folded.matchAll(SHORT_PHONE)]) {
    const lead = before(match.index)
    if (!CUSTOMERS_OWN.test(lead) || (ANNOUNCED.test(lead) && !/\bvous (?:joindre|appeler)/.test(lead)))
      keep('phone', match)
  }
  for (const match of folded.matchAll(ADDRESS)) {
    const own = ownAddresses.includes(match[0])
    if (!own && !UNREAD_ADDRESS.test(match[0]) && !CUSTOMERS_OWN.test(before(match.index))) keep('address', match)
  }
  for (const match of REPLY.flatMap((pattern) => [...folded.matchAll(pattern)])) {
    const lead = before(match.index)
    if (INVITED.test(lead) || !NO_REPLY.test(lead)) keep('reply', match)
  }
  return found.toSorted((one, other) => one.start - other.start || other.end - one.end)
}
