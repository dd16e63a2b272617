/**
 * The reasons of the grids that ship with Replymark, in French. A grid's own words are part of its hash and stay as they are; what is
 * told to French readers stands here, by those words, so that a grid that an operator writes keeps its own.
 */
export const GRID_REASONS: ReadonlyMap<string, string> = new Map([
  ['20 points for the welcome, as published', '20 points pour l’accueil, comme publié'],
  ['40 points for the delay, as published', '40 points pour le délai, comme publié'],
  ['40 points for the quality of the answer, as published', '40 points pour la qualité de la réponse, comme publié'],
  ['equal parts', 'parts égales'],
  [
    'equal parts; impersonal answers were a finding of its own in 2014',
    'parts égales ; les réponses impersonnelles étaient un constat à part en 2014',
  ],
  ['equal parts; measured in 2004', 'parts égales ; mesuré en 2004'],
  ['equal parts; messages of thanks named in 2013', 'parts égales ; les remerciements sont nommés en 2013'],
  ['equal parts; named among the criteria in 2013', 'parts égales ; nommé parmi les critères en 2013'],
  [
    'equal parts; one of its messages was written in English',
    'parts égales ; un de ses messages était écrit en anglais',
  ],
  [
    'shown, not counted; the published family holds the delay alone, and no answer marks 0',
    'montré, non compté ; la famille publiée ne contient que le délai, et une absence de réponse vaut 0',
  ],
  ['the whole family', 'toute la famille'],
  [
    "a little less than Qualiweb's 40, since a quick empty answer should not outrank a good one of the next day",
    'un peu moins que les 40 de Qualiweb : une réponse rapide et vide ne doit pas passer devant une bonne réponse du lendemain',
  ],
  [
    'any answer is worth something, however late; without one the exchange marks 0 anyway',
    'toute réponse vaut quelque chose, même tardive ; sans réponse, l’échange vaut 0 de toute façon',
  ],
  [
    'the family measures waiting, so the wait outweighs the fact of an answer three to one',
    'la famille mesure l’attente : elle pèse trois fois plus que le fait d’avoir répondu',
  ],
  [
    'shown, not counted; many brands answer well without a receipt, and no published study weighs one',
    'montré, non compté ; beaucoup de marques répondent bien sans accusé de réception, et aucune étude publiée n’en pèse un',
  ],
  [
    "a little more than Qualiweb's 40, for it holds what Qualiweb did not measure (resolution, mistakes)",
    'un peu plus que les 40 de Qualiweb, car la famille contient ce que Qualiweb ne mesurait pas (résolution, fautes)',
  ],
  [
    'the points of the question are what the customer wrote for',
    'les points de la question sont ce pour quoi le client a écrit',
  ],
  [
    'a customer who is sent elsewhere must start again, whatever was said',
    'un client renvoyé ailleurs doit tout recommencer, quoi qu’on lui ait dit',
  ],
  [
    'with grammar two parts of 14; mistakes tell of care, they do not outweigh the answer itself',
    'avec la grammaire, deux parts sur 14 ; les fautes disent le soin, elles ne pèsent pas plus que la réponse elle-même',
  ],
  [
    'the same as spelling, since a reader sees one mistake whatever its category',
    'autant que l’orthographe : un lecteur voit une faute, quelle qu’en soit la catégorie',
  ],
  [
    'an answer in another language is rare and grave, and already loses the points of coverage',
    'une réponse dans une autre langue est rare et grave, et perd déjà les points de la question',
  ],
  [
    'a sign of attention, but a good short answer can do without',
    'un signe d’attention, mais une bonne réponse courte peut s’en passer',
  ],
  [
    'shown, not counted, until its control points have been tried on a whole edition',
    'montré, non compté, tant que ses points de repère n’ont pas été éprouvés sur une édition entière',
  ],
  [
    'counts in follow-ups only; small until tried on a whole edition',
    'compte dans les relances seulement ; faible tant que non éprouvé sur une édition entière',
  ],
  ['as Qualiweb published', 'comme Qualiweb l’a publié'],
  [
    'equal parts, since no published study ranks the marks of welcome',
    'parts égales, car aucune étude publiée ne hiérarchise les marques d’accueil',
  ],
  ['equal parts, where a complaint calls for it', 'parts égales, là où une réclamation l’appelle'],
  [
    'an answer in time is the duty from which the others follow',
    'une réponse dans le délai est le devoir dont découlent les autres',
  ],
  [
    'a written answer is due to every request; one by a machine is one, and `human-offered` looks at the rest',
    'toute demande appelle une réponse écrite ; celle d’une machine en est une, et le critère « une personne joignable » regarde le reste',
  ],
  ['within fifteen working days', 'dans les quinze jours ouvrés'],
  ['two duties on what is written', 'deux devoirs sur ce qui est écrit'],
  ['in the language of the request', 'dans la langue de la demande'],
  ['an identifying key of the request', 'une clé qui identifie la demande'],
  ['one duty on who answers', 'un devoir sur qui répond'],
  ['a person on request', 'une personne, si on la demande'],
])
