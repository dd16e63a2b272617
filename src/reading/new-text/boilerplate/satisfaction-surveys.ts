/** Requests for a rating under an answer ("Comment évaluez-vous notre réponse ?") and advertising in footers. */

import { anyOf } from '../../any-of.js'

const SURVEYS: readonly RegExp[] = [
  /^\W{0,6}comment (?:[eé]valuez|[eé]valueriez|jugez|notez|noteriez|trouvez|qualifi(?:ez|eriez))-vous .{1,120}\?/iu,
  /^\W{0,6}(?:[eê]tes[- ]vous|avez[- ]vous [eé]t[eé]|[eé]tiez[- ]vous) (?:tr[eè]s )?satisfaite?(?:\(e\)|·e|e)? .{0,120}\?/iu,
  /^\W{0,6}(?:cette|notre|ma|la) (?:r[eé]ponse|solution|r[eé]ponse de .{1,30})\b.{0,60}(?:utile|satisf|aid[eé]|convenu|r[eé]pondu [aà]).{0,60}\?/iu,
  /^\W{0,6}(?:votre avis (?:compte|nous int[eé]resse|est (?:important|pr[eé]cieux))|votre satisfaction (?:est|nous)|notez (?:notre|cet|votre|cette|l')|[eé]valuez (?:notre|cet|votre|cette|l'|nos)|donnez(?:-nous)? votre avis|partagez votre avis|aidez-nous [aà] (?:nous )?am[eé]liorer|quelle note|qu'avez-vous pens[eé]|recommanderiez-vous|sur une [eé]chelle de|enqu[eê]te de satisfaction|r[eé]pondez [aà] (?:notre|cette) (?:courte )?enqu[eê]te|comment s'est pass[eé])/iu,
  /^\W{0,6}how (?:would you rate|did (?:we|i|\p{Lu}?\p{L}{1,20}) do|was (?:your|the|our)|satisfied|are we doing|likely are you|do you rate).{0,120}\??/iu,
  /^\W{0,6}(?:were you satisfied|are you (?:happy|satisfied) with|was this (?:answer |reply |response )?helpful|did (?:this|we|i) (?:answer|solve|resolve|help)|would you recommend|rate (?:your|our|my|this|the)|please rate|tell us (?:how|what)|we(?:'d| would) (?:love|like|appreciate) .{0,30}(?:feedback|opinion|hear)|your (?:feedback|opinion) (?:matters|is important|helps|counts)|on a scale of|take (?:a |our )?(?:short |quick |brief |\d.minute )?survey|leave (?:us )?(?:a )?(?:review|feedback)|give (?:us )?(?:your )?feedback|help us improve)/iu,
  /^\W{0,6}(?:wie (?:zufrieden|bewerten|w[üu]rden sie)|bewerten sie|waren sie .{0,20}zufrieden|ihre meinung|¿?c[oó]mo (?:valora|calificar[ií]a|evaluar[ií]a)|come valut|quanto [eè] soddisf|hoe (?:tevreden|beoordeelt)|como avalia).{0,160}/iu,
]

const SURVEY = anyOf(SURVEYS)

const RATING_LINE =
  /^[\W_]{0,10}(?:(?:tr[eè]s |pas (?:du tout )?|plut[oô]t |very |not |somewhat |un peu |extr[eê]mement )?(?:oui|non|yes|no|bon(?:ne)?|mauvais(?:e)?|good|bad|great|okay|ok|not good|terrible|amazing|excellente?|moyen(?:ne)?|poor|awful|awesome|super|parfait|neutre|neutral|(?:in)?satisf(?:ait|aisant|ied|action)(?:\(e\)|·e|e)?|(?:dis|un)satisfied|happy|unhappy|m[eé]content(?:e|\(e\))?|content(?:e|\(e\))?|d[eé][cç]ue?(?:\(e\))?)\b[\s,;:!|/–—-]{0,6}.{0,90}|[★☆⭐🙂🙁😀😃😄😊😐😞😡👍👎\d\s|/–—-]{1,60}|(?:[1-9]|10)\s?[-–:=(].{0,60})$/iu

const FOOTER_PROMOTION =
  /^\W{0,6}(?:suivez[- ]nous|retrouvez[- ](?:nous|toutes?|tous|notre|nos|vos|l'ensemble)|rejoignez[- ]nous|d[eé]couvrez|t[eé]l[eé]chargez (?:notre|l')|abonnez[- ]vous|profitez|inscrivez[- ]vous|visitez|follow us|join us|download (?:our|the)|discover|visit (?:our|us)|find us|connect with us|shop |subscribe|connaissez-vous|besoin d'aide ?\?|need (?:more )?help\?|gagnez du temps|le saviez-vous|did you know|consultez (?:notre|nos|la)|centre d'aide|help cent(?:er|re)|f\.?a\.?q\b)/iu

/** True where a line begins a request for a rating. */
export function beginsSurvey(line: string): boolean {
  return line.length <= 400 && SURVEY(line)
}

const OPINION =
  /satisf|\bavis\b|[eé]valu|\bnot(?:ez|er|e)\b|feedback|\brat(?:e|ing)\b|survey|sondage|enqu[eê]te|opinion|exp[eé]rience|utile|helpful|r[eé]pondu [aà] votre|answer your question|bewert|zufrieden/iu

/** True where a sentence may ask for an opinion; only asked below the writer's name. */
export function mayAskOpinion(line: string): boolean {
  return line.length <= 300 && OPINION.test(line) && /\?|https?:|[:：]$|ici\b|here\b|cliqu|click/iu.test(line)
}

/** True where a line is a choice of a rating ("Oui", "Bon, je suis satisfait", "★★★★☆") or the link to it. */
export function isRatingLine(line: string): boolean {
  return line.length <= 140 && (RATING_LINE.test(line) || /^\W{0,4}(?:<|\[|\()?https?:\/\/\S+$/u.test(line))
}

/** True where a line of a footer advertises; only asked below the signature. */
export function isPromotion(line: string): boolean {
  return line.length <= 300 && FOOTER_PROMOTION.test(line)
}

/** Surveys as they stand under answers; each is a test. */
export const SURVEY_EXAMPLES: readonly string[] = [
  'Comment évaluez-vous notre réponse ?',
  'Comment évalueriez-vous l’aide que vous avez reçue ?',
  'Êtes-vous satisfait(e) de notre réponse ?',
  'Cette réponse vous a-t-elle été utile ?',
  'Votre avis compte ! Notez notre échange :',
  'How would you rate the support you received?',
  'How did we do?',
  'Was this helpful?',
]
