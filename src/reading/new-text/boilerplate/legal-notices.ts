/** Notices that companies put under every mail: confidentiality, antivirus, environment, data protection, company details. */

import { anyOf } from '../../any-of.js'

const NOTICES: readonly RegExp[] = [
  // Confidentiality, French
  /^\W{0,6}(?:avis (?:de confidentialit[eé]|important|juridique|l[eé]gal)|confidentialit[eé]|mentions? l[eé]gales?|avertissement|clause de confidentialit[eé]|note de confidentialit[eé])(?:$|\s?[:.–—-])/iu,
  /^\W{0,6}(?:ce|cet|le pr[eé]sent|la pr[eé]sente|les?) (?:message|e-?mail|mail|courriel|courrier [eé]lectronique|transmission|communication|informations? contenues?)\b.{0,140}(?:pi[eè]ces? jointes?|fichiers? (?:joints?|attach[eé]s?)|confidentiel|destinataires?|privil[eé]gi[eé]|usage exclusif|intention exclusive|secret)/iu,
  /^\W{0,6}(?:si|au cas o[uù]) vous (?:n'[eê]tes pas|avez re[cç]u|receviez|recevez) .{0,60}(?:destinataire|par erreur|message|courriel).{0,300}/iu,
  /^\W{0,6}(?:toute (?:utilisation|diffusion|reproduction|publication|divulgation)|l'int[eé]grit[eé] de ce message|internet ne permet(?:tant)? pas)/iu,
  // Confidentiality, English
  /^\W{0,6}(?:confidentiality(?: notice| statement)?|disclaimer|legal (?:notice|disclaimer)|important notice|privacy notice|e-?mail disclaimer|confidential)(?:$|\s?[:.–—-])/iu,
  /^\W{0,6}(?:this|the) (?:e-?mail|message|communication|transmission|electronic (?:mail|message)|information (?:contained|in this|transmitted))\b.{0,160}(?:confidential|privileged|intended (?:only|solely|recipient|for)|attachments?\b.{0,80}(?:may|are|is|contain)|addressee|proprietary|legally)/iu,
  /^\W{0,6}if you (?:are not|have received|received|are not an?) .{0,40}(?:intended|this (?:e-?mail|message|communication)).{0,300}/iu,
  /^\W{0,6}(?:any (?:unauthori[sz]ed|views or opinions|dissemination|use)|unauthori[sz]ed (?:use|disclosure)|e-?mails? (?:are|is|cannot be) (?:not )?(?:secure|guaranteed)|views expressed|please note that any views)/iu,
  // Confidentiality, other languages
  /^\W{0,6}(?:diese e-?mail (?:und|enth[äa]lt|ist)|der inhalt dieser e-?mail|este (?:mensaje|correo|e-?mail) .{0,60}(?:confidencial|adjunt|destinatari)|questo messaggio .{0,80}(?:riservat|confidenzial|allegat|analizzat)|il (?:presente )?messaggio .{0,60}riservat|(?:dit|deze) (?:e-?mail|bericht) .{0,80}(?:vertrouwelijk|bestemd)|esta mensagem .{0,80}confidencia|aviso (?:legal|de confidencialidad))/iu,
  // Antivirus
  /^\W{0,6}(?:ce (?:message|mail|courriel|e-?mail)|l'absence de virus|aucun virus|this (?:e-?mail|message)|virus[- ]free|sans virus|scanned|cet e-?mail|diese e-?mail|este correo|garanti sans virus)\b.{0,100}(?:virus|avast|avg\b|antivirus|anti-virus|malware|mimecast|kaspersky|norton|scanned|analys[eé]|v[eé]rifi[eé])/iu,
  /^\W{0,6}(?:virus-free|sans virus|garanti sans virus)\.?.{0,80}$/iu,
  // Environment
  /^\W{0,6}(?:(?:pensez|pensons|prot[eé]geons|pr[eé]servons|adoptez|agissez|avant d'imprimer|please consider|think before|save (?:paper|a tree)|consider the environment|do (?:you|not) (?:really )?(?:need to )?print|n'imprimez|merci de n'imprimer|faites un geste)\b.{0,120}(?:environnement|environment|imprime|print|plan[eè]te|papier|paper|[eé]co-?|nature))/iu,
  // Data protection and company details
  /^\W{0,6}(?:conform[eé]ment (?:[aà] la (?:loi|r[eé]glementation)|au r(?:[eè]glement|gpd)|aux dispositions).{0,160}(?:donn[eé]es|rgpd|informatique et libert|acc[eè]s)|(?:vos )?donn[eé]es (?:personnelles|[aà] caract[eè]re personnel).{0,120}(?:trait[eé]|collect|conserv|confidentialit|politique)|(?:pour en savoir plus sur|consultez) (?:le traitement|la gestion|notre politique) .{0,80}(?:donn[eé]es|confidentialit|vie priv[eé]e)|(?:vous disposez d'un droit|pour exercer vos droits))/iu,
  /^\W{0,6}(?:your (?:personal )?(?:data|information) (?:is|are|will be) (?:processed|handled|kept)|we (?:process|handle|use) your (?:personal )?(?:data|information)|(?:read|see|view) our privacy|privacy policy\b|politique de confidentialit[eé]\b|calls (?:may|are|will) be (?:recorded|monitored))/iu,
  /^.{0,90}\b(?:au capital (?:social )?(?:variable )?de|r\.?c\.?s\.? .{0,30}\d{3}|siren\b|siret\b|tva intra|n[°o] ?(?:de )?tva|rcs\b.{0,20}\d|soci[eé]t[eé] (?:anonyme|par actions)|(?:s\.?a\.?s\.?u?|s\.?a\.?r\.?l\.?|s\.?a\.?) au capital|immatricul[eé]e? au|si[eè]ge social\s?[:-]|registered (?:in|office|company|address|number|charity)|company (?:registration|number|no\.?|reg)|vat (?:number|no\.?|reg|registration)|incorporated in|handelsregister|amtsgericht|ust-?id|gesch[äa]ftsf[üu]hrer|authori[sz]ed and regulated|trading name of)/iu,
  /^\W{0,6}(?:n'imprimez|ne pas imprimer|merci de n'imprimer|(?:please )?(?:only print|print (?:this|it) .{0,30}only)).{0,160}$/iu,
  // Warnings against fraud
  /^\W{0,6}.{0,80}(?:ne (?:vous )?demander(?:a|ons|ont) jamais|will never (?:ask|request|e-?mail)|never asks? (?:you )?for).{0,60}(?:codes?|mots? de passe|coordonn[eé]es|identifiants?|num[eé]ro de carte|passwords?|pin|card|details|credentials)/iu,
  // Automatic sender
  /^\W{0,6}(?:(?:ceci|ce(?:t)? (?:message|e-?mail|courriel|mail)) (?:est|a [eé]t[eé]) .{0,40}(?:automatique(?:ment)?|envoy[eé] depuis une adresse).{0,200}|(?:merci de|veuillez|pri[eè]re de) ne pas r[eé]pondre (?:directement )?[aà] (?:ce|cet|cette).{0,120}|(?:please )?do not reply (?:directly )?to this.{0,120}|this (?:is an|e-?mail was|message was) (?:automat\w+|sent (?:automatically|from (?:a|an) (?:unmonitored|notification))).{0,200}|ne pas r[eé]pondre .{0,60}$)/iu,
  /^\W{0,6}©\s?(?:\d{4}|\p{Lu}).{0,160}$|^.{0,80}(?:all rights reserved|tous droits r[eé]serv[eé]s).{0,80}$/iu,
]

const NOTICE = anyOf(NOTICES)

/** True where a line begins a legal notice, antivirus note or the like; the notice goes on to the end of its paragraph. */
export function beginsLegalNotice(line: string): boolean {
  return line.length >= 8 && NOTICE(line.slice(0, 420))
}

const LEGAL_MATTER =
  /confidenti|destinataire|d[eé]cline(?:nt)? toute|responsabilit[eé]|intended recipient|addressee|disclaim|liabilit|\bvirus\b|avant d'imprimer|vertraulich|confidencial|riservat|vertrouwelijk|donn[eé]es (?:personnelles|[aà] caract)|personal data|privacy|politique de|not monitored|unmonitored|n'est pas (?:consult|lue|relev)|(?:adresse|bo[iî]te) .{0,20}ne (?:permet|re[cç]oit|peut)|(?:address|mailbox) .{0,20}(?:does not|cannot) (?:accept|receive)/iu

/** True where a sentence speaks of legal matters at all; only asked below the writer's name, where letters do not. */
export function speaksOfLegalMatters(line: string): boolean {
  return LEGAL_MATTER.test(line.slice(0, 600))
}

/** Notices as they stand under mails, shortened; each is a test. */
export const LEGAL_NOTICE_EXAMPLES: readonly string[] = [
  'Ce message et ses pièces jointes peuvent contenir des informations confidentielles.',
  'Les informations contenues dans ce courriel sont confidentielles et réservées à leur destinataire.',
  'Si vous n’êtes pas le destinataire de ce message, merci de le détruire.',
  'This email and any attachments are confidential and intended solely for the addressee.',
  'CONFIDENTIALITY NOTICE: the contents of this message are private.',
  'If you have received this email in error, please notify the sender.',
  'Cet e-mail a été vérifié par le logiciel antivirus d’Avast.',
  'Sans virus. www.avast.com',
  'Pensez à l’environnement avant d’imprimer ce message.',
  'Please consider the environment before printing this email.',
  'Maison Lune SAS au capital de 50 000 € - RCS Lyon 123 456 789',
  'Registered in England and Wales No. 01234567',
  'N’imprimez cette lettre que s’il le faut.',
  'Notre banque ne vous demandera jamais votre mot de passe par téléphone.',
  'We will never ask you for your PIN.',
  'Ceci est un message automatique, merci de ne pas y répondre.',
]
