/** How French customer services say they are sorry or understand; patterns over folded text. */

/** Words of apology. */
export const APOLOGIES_FR: readonly RegExp[] = [
  /\b(?:oh non|ah mince|oh mince|mince alors|quel dommage|quelle (?:deception|mauvaise surprise|mesaventure|deconvenue)|(?:vraiment |trop |bien )(?:triste|dommage))\b/g,
  /\b(?:desole(?:e|es|s)?|navre(?:e|es|s)?|confus(?:e|es)?|mortifie(?:e|es|s)?|peine(?:e|es|s) d'apprendre|attriste(?:e|es|s)?|consterne(?:e|es|s)?|contrarie(?:s|es)? (?:d'apprendre|de lire))\b/g,
  /\b(?:(?:nos|mes|toutes nos|toutes mes|vous presenter|presentons|presente|presenter|recevoir|accepter|nos plus|mille)(?: [a-z]+){0,4} )excuses?\b/g,
  /\b(?:nous|m'|de nous|bien vouloir|veuillez|bien vouloir m'|pri(?:e|ons)(?: [a-z]+)? d') ?(?:en )?excuser\b/g,
  /\b(?:excusez[- ](?:nous|moi)|excuses (?:sinceres|pour)|pardonnez[- ](?:nous|moi)|(?:nous|vous) demand(?:ons|e) (?:de bien vouloir )?pardon|nous pardonner|pardon)\b/g,
  /\bregrett(?:ons|e)\b(?! (?:de (?:ne (?:pas )?pouvoir|vous informer|vous annoncer|devoir|vous faire savoir)))/g,
  /\b(?:deplor(?:ons|e|able)|regrettables?|facheu(?:x|se)|inexcusable|inadmissible|inacceptable|pas (?:normal|acceptable|a la hauteur|digne)|pas le niveau de service)\b/g,
]

/** Words of understanding: a verb, then what is felt. */
export const UNDERSTANDING_FR: readonly RegExp[] = [
  /\b(?:compren(?:ons|ds|d)|concev(?:ons|ez)|concois|mesur(?:ons|e)|imagin(?:ons|e)|conscients?|conscience|entend(?:ons|s)|reconnaiss(?:ons|ez)|reconnais|partage(?:ons)?|comprehensible|legitimes?|sensibles?)\b[^.!?\n]{0,80}\n?[^.!?\n]{0,40}\b(?:deceptions?|decu|mecontent|agac|frustr|coleres?|inquiet|desagrements?|gene|desarroi|enerv|impatience|insatisf|contrari|desagreables?|penibles?|embarras|ennui|ennuyeu|difficile|genant|facheu|regrettable|irrit|exasper|incomprehension|ressenti|emotion|deconvenue|embetant|important pour vous|surpris|etonn|deplai|incommod|desempar|perplexe|pas satisf|stress|peine|lass)/g,
  /\b(?:votre|ton) (?:legitime |profonde? )?(?:deception|mecontentement|frustration|agacement|colere|inquietude|insatisfaction|deconvenue|desarroi|exasperation)\b/g,
  /\bnous mettre? a votre place\b|\ba votre place\b[^.!?\n]{0,40}\b(?:reagi|ressenti)/g,
]

/** Words before a match that turn it: "inutile de vous excuser", "en cas d'insatisfaction". */
export const NO_EMPATHY_BEFORE_FR =
  /\b(?:inutile de|pas besoin de|n'av(?:ons|ez) pas a|en cas d[e']|ne (?:peut|pouvons|saurions)[^.!?\n]{0,20}|si vous (?:etes|etiez)|au|avons le)\s*(?:vous |nous |de |d')?$/
