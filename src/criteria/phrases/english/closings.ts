/** English closing formulas; patterns over folded text. */

/** Formulas that are one wherever they stand near the end. */
export const CLOSINGS_EN: readonly RegExp[] = [
  /\b(?:kind|kindest|best|warm|warmest|many|with)(?: and (?:kind|best|warm)(?:est)?)? (?:personal )?(?:regards|wishes)\b/g,
  /\bwith (?:every |all )?(?:good|best|warmest) wish(?:es)?\b/g,
  /\byours (?:very )?(?:sincerely|faithfully|truly|respectfully|cordially)\b/g,
  /\b(?:sincerely|faithfully|truly) yours\b/g,
  /\b(?:have|wish(?:ing)? you|enjoy) (?:yourself )?(?:a |an )?(?:really |very )?(?:great|nice|lovely|good|wonderful|pleasant|fantastic|fabulous|brilliant|amazing|awesome|super|happy|beautiful|enjoyable|the|your|rest)(?: rest of (?:the|your)| of (?:the|your))?(?: great| lovely)? (?:rest of (?:the|your) )?(?:day|evening|weekend|week|afternoon|morning|one|time|holiday|holidays|trip|stay)\b/g,
  /\bhave (?:a|an) (?:[a-z-]{2,12} ){1,3}(?:day|evening|weekend|week|afternoon|morning|one|time|christmas|year|holidays?|trip|stay)\b/g,
  /\benjoy (?:the rest of )?your (?:day|weekend|evening|week|afternoon)\b/g,
]

/** Words that are a closing formula when they are alone on their line, or open it with only a name after them. */
export const CLOSING_LINE_EN =
  /(?:^|\n) *(?:(?:with )?(?:kind|best|warm) ?regards?|regards|rgds|kr|br|sincerely|respectfully|cordially|warmly|best|all (?:the|my) (?:very )?best|all best|cheers|ta|take care|stay (?:safe|well|cosy|warm)|good wishes|with (?:many |our |sincere |warm )*(?:thanks|gratitude|appreciation|best wishes|regards)|(?:many |warm )?thanks(?: again| so much| very much)?|thank you(?: again| so much| very much)?|yours|speak soon|talk soon|see you soon|until (?:next time|then)|yours|kindly)(?: and [a-z ]{3,25})? ?(?:[,.!;-] ?[^\n]{0,40})?(?= *(?:\n|$))/g
