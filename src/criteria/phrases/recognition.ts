/** Words that show that an earlier exchange is known, or that it is not; folded, French and English. */

/** The earlier exchange is spoken of. */
export const KNOWN: readonly RegExp[] = [
  /\b(?:votre|vos|notre|nos|mon|ma|mes|un|le|les|nouvelle?|dernier|dernieres?) (?:premiers?|premieres?|precedente?s?|anterieure?s?|derniere?s?) (?:messages?|mails?|e-mails?|courriels?|demandes?|echanges?|reponses?|envois?|reclamations?|courriers?|contacts?|correspondances?|prise de contact|sollicitations?)\b/g,
  /\b(?:messages?|mails?|e-mails?|courriels?|demandes?|echanges?|reponses?|reclamations?|courriers?|correspondances?|dossiers?) (?:precedente?s?|anterieure?s?|initiale?s?|du \d{1,2}(?:er)?[ /.-]|de (?:la semaine (?:derniere|passee)|lundi|mardi|mercredi|jeudi|vendredi)|d'(?:hier|il y a))/g,
  /\b(?:notre|nos|votre) (?:echanges?|correspondance|conversation)\b|\b(?:vous nous (?:aviez|avez) (?:deja )?(?:ecrit|contact|sollicit|interrog)|nous vous (?:avions|avons) (?:deja )?(?:repondu|ecrit|indique|repond|precise|communique|confirme))|\bcomme (?:indique|convenu|precise|evoque|annonce|mentionne|promis|je vous l'|nous vous l')|\b(?:de nouveau|a nouveau|votre relance|vous relancez|votre retour suite|suite a (?:notre|nos|ma|mon) (?:reponse|echange|message|mail|precedent))\b/g,
  /\b(?:dans|a) l'historique\b|\b(?:retrouve|vois|voyons|avons|ai) (?:bien )?(?:la )?(?:trace|vos echanges|votre (?:dossier|precedent|premier|historique))\b|\b(?:ma|mon|notre) (?:collegue|consoeur|confrere)\b[^.!?\n]{0,60}\b(?:repondu|indique|ecrit|explique|echange|precise|traite)/g,
  /\b(?:your|our|my|the|an?) (?:previous|earlier|first|last|prior|initial|original|former|recent) (?:messages?|e-?mails?|enquir(?:y|ies)|inquir(?:y|ies)|requests?|conversations?|exchanges?|repl(?:y|ies)|responses?|contact|correspondence|complaints?|questions?|letters?|answers?)\b/g,
  /\b(?:as|like) (?:i |we |my colleague |previously |already )?(?:mentioned|explained|said|discussed|promised|agreed|advised|confirmed|noted|told)(?: you)?(?: (?:in|previously|before|earlier|last))?|\b(?:writing|wrote|contacting|contacted|getting in touch with|e-?mailed) (?:to )?(?:us|back) (?:again|back|before|last|on (?:the )?\d)|\b(?:since|following|after) (?:we|you|our|your|my) (?:last|previous|earlier|first|spoke|wrote|conversation|exchange|reply)|\b(?:your|our) (?:e-?mail|message|reply|exchange|conversation)s? (?:of|from|dated|on) (?:the )?(?:\d{1,2}|last|monday|tuesday|wednesday|thursday|friday|january|february|march|april|may|june|july|august|september|october|november|december)/g,
  /\b(?:welcome back|we (?:have )?(?:already )?(?:replied|answered|written)|(?:can|i|we) see (?:from|in) (?:your|our|the) (?:history|file|records|notes|previous|earlier)|my colleague [^.!?\n]{0,40}(?:replied|told|wrote|explained|answered|helped)|good to hear from you again|follow(?:ing)?[- ]up (?:to|on) (?:your|our)|further to (?:your|our|my)|exchange of e-?mails|you wrote to us)\b/g,
]

/** The earlier exchange is not known. */
export const UNKNOWN: readonly RegExp[] = [
  /\b(?:ne (?:trouv|retrouv|vo[iy]|dispos|poss)[a-z]*|n'av(?:ons|ez)|n'ai|aucune?|pas|sans)\b[^.!?\n]{0,50}\b(?:traces?|echanges? (?:precedent|anterieur)|historique|precedent|anterieur|dossier (?:a|au|sous))/g,
  /\b(?:no|cannot find|can't find|can't see|don't have|do not have|unable to (?:find|locate)|couldn't find|could not find|without)\b[^.!?\n]{0,40}\b(?:record|trace|previous|earlier|history|correspondence)/g,
]
