/** How French customer services thank, and what they thank for; patterns over folded text. */

/** Any word of thanks. */
export const THANKS_FR = /\b(?:merci|remerci(?:e|ons|ent|ant|er|ements?))\b/g

/** After the word: thanks for something the customer did. "d'avoir pris", "de nous avoir écrit", "de vous être adressé". */
export const THANKS_DONE_FR =
  /^(?: [a-z]+){0,3} (?:d'avoir|(?:de|pour) (?:nous |m'|me |l'|la |le |les |vous |y |en ){0,3}(?:avoir|etre))\b/

/** After the word: thanks for what the customer wrote or showed. */
export const THANKS_MESSAGE_FR =
  /^[^.!?\n]{0,45}\b(?:messages?|mails?|e-mails?|emails?|mels?|courriels?|courriers?|lettres?|demandes?|questions?|interrogations?|sollicitations?|retours?|interet|contact|appels?|signalements?|remarques?|commentaires?|avis|temoignages?|precisions?|informations?|elements?|reclamations?|photos?|photographies|documents?|pieces|reponses?|suggestions?|requetes?|candidature|temps|relances?|alerte|vigilance|franchise|demarche|envoi|curiosite|enthousiasme|gentillesse|mots|partage|details)\b/

/** After the word: stock thanks that say nothing of the message. */
export const THANKS_STOCK_FR =
  /^[^.!?\n]{0,30}\b(?:comprehension|patience|confiance|fidelite|indulgence|bienveillance|cooperation|collaboration|diligence|visite|attention|commandes?|achats?)\b/

/** After the word: a request in disguise, or thanks in advance. */
export const THANKS_REQUEST_FR =
  /^(?: (?:a vous|donc|alors|bien|beaucoup|vivement))?,? (?:par avance|d'avance|en avance|(?:de|d') ?(?:bien |ne pas |ne |nous |m'|me |vous |le |la |les |l'|en |y |n'|toujours |simplement |egalement |d'abord ){0,4}[a-z-]{2,20}(?:er|ir|re|oir)\b)/

/** After the word: a possessive or demonstrative noun follows, so no request. */
export const THANKS_NOUN_FR =
  /^(?: [a-z]+){0,2} (?:pour|de|d'|du) ?(?:votre|vos|ton|tes|cette|cet|ce|ces|l'|la|le|les|toutes?|tous)\b/

/** Before the word: "votre courriel, dont nous vous remercions". */
export const THANKS_RECEIVED_FR = /\b(?:dont|pour (?:lequel|laquelle|lesquels)) (?:nous|je|on)(?: vous| te)?$/

/** After stock thanks: the message is thanked for as well ("pour votre patience et votre message"). */
export const THANKS_JOINED_FR =
  /^[^.!?\n]{0,60}\b(?:et|ainsi que) (?:pour |de )?(?:votre|vos|ton|ce|cette|l'interet) ?(?:[a-z]+ )?(?:messages?|mails?|e-mails?|courriels?|courriers?|lettres?|demandes?|questions?|interet|contact|signalement|retour|remarques?|commentaires?|temoignage)\b/
