/** French closing formulas; patterns over folded text. */

/** Formulas that are one wherever they stand near the end. */
export const CLOSINGS_FR: readonly RegExp[] = [
  /\b(?:veuillez|je vous prie|nous vous prions|prions|vous prie|vous prions)\b[^.!?\n]{0,50}\n?[^.!?\n]{0,50}\b(?:agreer|recevoir|croire|accepter)\b/g,
  /\b(?:agreez|recevez|croyez|acceptez)\b[^.!?]{0,90}\b(?:salutations|sentiments|consideration|respects?|hommages|devouement|attentionnes?)\b/g,
  /\b(?:sinceres?|meilleures?|cordiales?|respectueuses?|distinguees|amicales?|devouees?|empressees|chaleureuses?|bonnes|avec (?:mes|nos))\b[^.!?\n]{0,15}\bsalutations\b/g,
  /\bsalutations (?:les )?(?:plus )?(?:distinguees|cordiales|meilleures|respectueuses|sinceres|amicales|devouees|empressees|chaleureuses)\b/g,
  /\bbien (?:a (?:vous|toi)|sincerement|cordialement|amicalement|chaleureusement|respectueusement)\b/g,
  /\b(?:(?:nous|on|je) (?:vous )?(?:souhait(?:ons|e)|passez)[^.!?\n]{0,25})?\b(?:bonne|belle|excellente|agreable|douce|merveilleuse|superbe|super|magnifique|formidable|chouette|radieuse|tres bonne)(?: et (?:bonne|belle|douce|agreable|heureuse))? (?:(?:fin|reste|suite|continuation) (?:de |d'|du )?(?:la |l')?)?(?:journee|soiree|apres-midi|apres midi|matinee|semaine|week-end|weekend|continuation|reception|annee|fetes|vacances|route|lecture|degustation)\b/g,
  /\b(?:bonne|belle|excellente) (?:fin|suite|reception|continuation)\b/g,
  /\b(?:bon|excellent|agreable|tres bon) (?:week-end|weekend|apres-midi|apres midi|dimanche|samedi|voyage|sejour|courage|debut de semaine|reste de journee)\b/g,
  /\b(?:bel|un bel) apres-midi\b/g,
  // A wish alone on its line: "Bon déménagement !".
  /(?:^|\n) *(?:bon|bonne|bel|belle|beau|excellente?|joyeux|joyeuses?) [a-z][a-z-]{2,15}(?: a (?:vous|toi|tous))? ?[!.,](?= *(?:\n|$))/g,
  /\bsentiments (?:les )?(?:plus |tres )?(?:distingues|devoues|meilleurs|respectueux|cordiaux|sinceres)\b/g,
  /\bdans l'attente de (?:votre|vos|ta|vous) [a-z]{3,12}\b|\bprenez (?:bien )?soin de vous\b|\n *(?:un grand )?merci(?: d'avance| beaucoup| encore| a vous)?(?: et a (?:tres )?(?:vite|bientot))?(?: *[,.!](?= *(?:\n|$))| *(?=\n|$))/g,
  /(?:^|[\n.!,;]) *(?:(?:nous vous disons |je vous dis |bises?,? (?:et )?)?a (?:tres )?(?:bientot|vite|tout de suite)|au plaisir|(?:la |des |grosses )?bises?|(?:des |gros )?bisous|a\+|a plus(?: tard)?(?= *[\n,.!]|$)|(?:sportivement|musicalement|gourmandement) (?:votre|a vous))\b/g,
]

/** Adverbs and short forms that are a closing formula when they open a line or a sentence. */
export const CLOSING_WORDS_FR =
  /(?:^|[\n.!?;,]) *(?:(?:bien|tres|tout|plus) )?(?:cordialement|sincerement|respectueusement|amicalement|chaleureusement|courtoisement|salutations|amities|cdlt|cdt|cordlt|cordialmt|bav|bien a vous|a votre (?:service|ecoute)|avec (?:toutes |tous )?(?:nos|mes) (?:plus )?(?:sinceres |vifs )?(?:excuses|remerciements|regrets))\b(?! (?:a|de|en|vous|pour|desoles?|navres?)\b(?![^\n.!?]{0,50}, *\n))/g
