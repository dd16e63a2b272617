/** How English customer services say they are sorry or understand; patterns over folded text. */

/** Words of apology. */
export const APOLOGIES_EN: readonly RegExp[] = [
  /\b(?:sorry|apolog(?:y|ies|i[sz]e[ds]?|i[sz]ing|etic)|forgive us|forgive me|pardon (?:us|me|the)|excuse (?:us|the (?:delay|inconvenience|late)))\b/g,
  /\bregret(?:ful|ted|table|tably)?\b(?! (?:to (?:inform|advise|say|tell|let)|(?:that )?we (?:are unable|cannot|can't)))/g,
  /\b(?:saddened|dismayed|disheartened|embarrassed|mortified|concerned|disappointed|upset|troubled|sad) (?:to (?:hear|learn|read|see|find)|by (?:what|this|your)|that)\b/g,
  /\b(?:unacceptable|not acceptable|fell short|fallen short|falls short|let you down|not good enough|below (?:the|our) (?:usual )?standards?|not the (?:experience|service|standard|level)|inexcusable|should(?: not|n't) have happened)\b/g,
]

/** Words of understanding: a verb, then what is felt. */
export const UNDERSTANDING_EN: readonly RegExp[] = [
  /\b(?:understand(?:able|ably)?|appreciate|reali[sz]e|recogni[sz]e|imagine|know|aware|acknowledge|can see|hear|empathi[sz]e|sympathi[sz]e|share)\b[^.!?\n]{0,70}\n?[^.!?\n]{0,40}\b(?:frustrat|disappoint|upset|annoy|inconvenien|concern|worr|anger|angry|distress|stress|unhappy|dissatisf|unacceptable|difficult|disrupt|irritat|unpleasant|let down|surpris|confus|troubl|hassle|how (?:important|much|hard|awful|inconvenient|this must)|feel)/g,
  /\byour (?:understandable |obvious )?(?:frustration|disappointment|dissatisfaction|annoyance|distress|upset)\b/g,
  /\bin your (?:shoes|place|position)\b|\bsympath(?:y|ise|ize)\b/g,
]

/** Words before a match that turn it. */
export const NO_EMPATHY_BEFORE_EN =
  /\b(?:no need to|need not|if you (?:are|were|feel)|better safe than|in case of|should you be|no)\s*$/
