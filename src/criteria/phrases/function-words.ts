/** French and English function words: they tell the two languages apart in short texts, and carry no matter of their own. */

/** Words of one language that the other does not have. */
export const FUNCTION_WORDS: Readonly<Record<'fr' | 'en', ReadonlySet<string>>> = {
  fr: new Set(
    `le la les un une des du de et est sont avec pour dans sur par que qui nous vous votre vos notre nos je il elle ce cette ces mon ma mes au aux en ne pas plus avons avez ai sommes etes
    bonjour cordialement merci madame monsieur suite afin bien tres mais ou donc si comme aussi leur leurs se sa son ses y etre avoir sera pouvez veuillez toute tout tous demande`.split(
      /\s+/,
    ),
  ),
  en: new Set(
    `the a an and is are was were with for in on by that which who we you your our i he she it this these those my to of at not no have has had be been will would can could please
    hello dear thank thanks regards sincerely but or so if as also their they them its from about any all do does did should there here when what how`.split(
      /\s+/,
    ),
  ),
}
