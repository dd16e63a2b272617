/** Words that make a greeting and those that may stand in it without naming anybody; folded, French and English. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}

/** A line that begins with one of these greets. */
export const GREETING_START =
  /^[\s>*"«“_-]{0,6}(?:re-?bonjour|bonjour|bjr|bonsoir|salut|coucou|hello|hi|hiya|hey|dear|good (?:morning|afternoon|evening|day)|greetings|tres chere?s?|cheres?|chers?|madame|monsieur|mademoiselle|mesdames|messieurs|mme|mlle|mr|mrs|ms|miss|mx|m\.|sir|madam|a l'attention de|to whom it may concern|ahoy|howdy)(?![\w'])/

/** Civilities: a line that begins with one greets only if it is short or soon ends in a comma. */
export const CIVILITIES = words(
  'madame monsieur mademoiselle mesdames messieurs mesdemoiselles mme mmes mlle mr mrs ms miss mx m mm dr docteur doctor maitre me professeur prof sir madam maam lord lady',
)

/** Words that may follow a greeting without naming anybody. */
export const GREETING_FILLERS = words(
  `bonjour bjr bonsoir re rebonjour salut coucou hello hi hiya hey dear good morning afternoon evening day greetings tres cher chere chers cheres
  et and a to au aux vous toi de nouveau again there or ou the our my notre nos mon ma toute tout tous l'attention attention howdy bien`,
)

/** Nouns and other words that stand where a name would and are none. */
export const NOT_A_NAME = words(
  `client cliente clients clientele customer customers valued team all everyone everybody folks guest guests traveller traveler passenger shopper member members subscriber
  internaute abonne abonnee adherent adherente usager voyageur voyageuse locataire assure assuree fan friend friends ami amie amis futur future fidele visiteur acheteur
  utilisateur user reader sirs requester whom it may concern nous je j'ai j'espere suite merci en votre veuillez pour we i thank thanks i'm i am my name sorry following in as your please
  nous vous c'est il elle apres ayant bien c julie_ici prospect interlocuteur candidat candidate parent parents patient patiente student sans voici votre ce cette`,
)

/** Placeholders that a template left unfilled: "Bonjour {{prenom}}", "Dear [Name]", "%FIRSTNAME%". */
export const PLACEHOLDER = /[{[<%$]{1,2} ?[a-z_ .]{2,30} ?[}\]>%$]{1,2}/
